"""The audit of an index as a document, in the ten steps of the OECD/JRC Handbook (2008).

Figures are rounded for reading; those that programs read are in the tables beside it. Not for what the audit asks
(``core.indices.auditing``).
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import numpy as np

from seutu.core.figures import write_number, write_percentage
from seutu.core.indices.auditing import Audit, incoherent
from seutu.core.indices.cautions import hold_of
from seutu.core.indices.describing import reliabilities_of, statistics_of
from seutu.core.indices.factorability import factorabilities_of
from seutu.core.indices.recipe_words import IMPUTATIONS, MEANS, SCALINGS, WEIGHINGS, WEIGHT_FACTS
from seutu.core.indices.recipes import Scaling, Step
from seutu.core.indices.structure import Node
from seutu.core.indices.treatment import Treatment, points_moved
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.indices.weights_found import WeightFact
from seutu.core.text import Language, Text
from seutu.reporting.documents import Align, Block, Column, Document, Heading, Items, Paragraph, Row, Table
from seutu.reporting.indices import audit_remark_words as remarked
from seutu.reporting.indices import audit_remarks as remarks
from seutu.reporting.indices import audit_words as words

DASH = "–"
MOST_ROWS = 200
FIRST_PLACES = 10
SMALL_P = 0.001
Made = tuple[Text, Align, float]


def as_document(audit: Audit, language: Language, *, at: date, beside: bool = True) -> Document:
    """Return the audit as a document dated ``at``; ``beside``: its whole tables are written as files beside it."""
    writer = _Writer(audit, language, beside=beside)
    index = audit.index
    facts = {
        "units": len(dict.fromkeys(index.units)),
        "indicators": len(index.structure.indicators),
        "levels": len(index.structure.levels),
    }
    return Document(
        title=index.structure.top.name,
        kicker=words.KICKER.in_language(language),
        subtitle=words.SUBTITLE.filled(**facts).in_language(language),
        foot=words.FOOT.filled(index=index.structure.top.name).in_language(language),
        at=at,
        language=language,
        blocks=tuple(writer.blocks()),
    )


class _Writer:
    """Writes the blocks of one audit in one language."""

    def __init__(self, audit: Audit, language: Language, *, beside: bool) -> None:
        self.beside = beside
        self.audit, self.index, self.language = audit, audit.index, language
        self.shares = audit.index.effective_weights()

    def blocks(self) -> Iterator[Block]:
        yield Paragraph(self.lead(), "lead")
        chapters = (
            self.framework,
            self.data,
            self.missing,
            self.coherence,
            self.normalisation,
            self.weights,
            self.robustness,
            self.origins,
            self.links,
            self.results,
        )
        for heading, chapter in zip(words.STEPS, chapters, strict=True):
            yield Heading(self.say(heading))
            yield from chapter()

    def say(self, text: Text, **facts: object) -> str:
        return text.filled(**facts).in_language(self.language) if facts else text.in_language(self.language)

    def number(self, value: float, decimals: int = 2) -> str:
        if math.isnan(value):
            return DASH
        return write_number(Decimal(repr(float(value))), self.language, decimals=decimals)

    def percentage(self, share: float, decimals: int = 1) -> str:
        return write_percentage(Decimal(repr(share * 100)), self.language, decimals=decimals)

    def named(self, code: str) -> str:
        node = self.index.structure.by_code.get(code)
        return code if node is None else node.name

    def unit(self, code: str) -> str:
        return self.index.raw.names.get(code, code)

    def row(self, table: UnitTable, row: int) -> str:
        """Return the name of a row's unit, with its round in a panel."""
        unit, time = table.keys[row]
        return f"{self.unit(unit)} {time}".strip()

    def table(self, columns: Sequence[Made], rows: Sequence[Row], *, file: str = "") -> Iterator[Block]:
        made = tuple(Column(self.say(label), align, share) for label, align, share in columns)
        yield Table("", made, tuple(rows[:MOST_ROWS]))
        if len(rows) > MOST_ROWS:
            rest = words.MORE_ROWS if self.beside and file else words.REST
            yield Paragraph(self.say(rest, count=len(rows) - MOST_ROWS, file=file), "note")

    def told(self, texts: Iterable[Text]) -> Iterator[Block]:
        for text in texts:
            yield Paragraph(self.say(text))

    def lead(self) -> str:
        first = self.audit.profiles[0]
        facts = {"imputed": int(self.index.imputed.sum()), "points": points_moved(self.index.treatment)}
        told = self.say(words.LEAD, first=self.unit(first.unit), **facts)
        if self.audit.uncertainty is None:
            return told
        low, _, high = self.audit.uncertainty.intervals()[first.row]
        return f"{told} {self.say(words.LEAD_SURE, places=self.places(low, high))}"

    def places(self, low: float, high: float) -> str:
        """Return ranks from one to another; one alone where they are the same when rounded."""
        first, last = self.number(low, 0), self.number(high, 0)
        return first if first == last else f"{first}–{last}"

    def framework(self) -> Iterator[Block]:
        yield from self.told([remarked.PURPOSE, words.FRAMEWORK])
        rows = [self._node(node) for level in reversed(self.index.structure.levels) for node in level]
        yield from self.table(
            [
                (words.CODE, "left", 1.2),
                (words.NAME, "left", 3),
                (words.LEVEL, "right", 0.5),
                (words.PARENT, "left", 1.2),
                (words.DIRECTION, "left", 1.4),
                (words.SHARE, "right", 0.9),
            ],
            rows,
            file="effective_weights.csv",
        )

    def _node(self, node: Node) -> Row:
        direction = self.say(words.MORE if node.direction > 0 else words.LESS)
        return (
            node.code,
            node.name,
            str(node.level),
            node.parent or DASH,
            direction,
            self.percentage(self.shares[node.code]),
        )

    def data(self) -> Iterator[Block]:
        left_out = [self.unit(each.unit) for each in self.index.availability if not each.kept]
        if left_out:
            yield Paragraph(self.say(words.LEFT_OUT, units=", ".join(left_out)))
        yield from self.told(remarks.of_data(self.index))
        rows = [
            (
                each.code,
                str(each.available),
                str(each.missing),
                str(each.zeros),
                *(self.number(figure, 3) for figure in (each.minimum, each.median, each.maximum)),
                self.number(each.skew),
                self.number(each.kurt),
            )
            for each in statistics_of(self.index.after[Step.DENOMINATE])
        ]
        columns: list[Made] = [(words.CODE, "left", 1.4)]
        columns += [
            (label, "right", 1.0)
            for label in (
                words.AVAILABLE,
                words.MISSING,
                words.ZEROS,
                words.LOWEST,
                words.MEDIAN,
                words.HIGHEST,
                words.SKEW,
                words.KURT,
            )
        ]
        yield from self.table(columns, rows, file="statistics.csv")

    def missing(self) -> Iterator[Block]:
        yield from self._imputed()
        limits = self.index.recipe.treat.limits
        facts = {
            "skew": self.number(limits.skew, 1),
            "kurt": self.number(limits.kurt, 1),
            "winmax": limits.winmax,
        }
        yield Paragraph(self.say(words.TREATED_BY, **facts))
        if not self.index.treatment:
            yield Paragraph(self.say(words.NOTHING_TREATED))
            return
        rows = []
        for each in self.index.treatment:
            moved = each.move.step is Treatment.WINSORISED
            units = ", ".join(map(self.unit, each.units)) if moved else self.say(words.ALL_UNITS)
            change = f"{self.number(each.move.before.skew)} → {self.number(each.move.after.skew)}"
            rows.append((each.code, self.say(words.WINSORISED if moved else words.TRANSFORMED), units, change))
        columns: list[Made] = [(words.CODE, "left", 1.2), (words.STEP, "left", 1.6), (words.POINTS, "left", 3)]
        yield from self.table([*columns, (words.BEFORE_AFTER, "left", 1.3)], rows, file="treatment_log.csv")

    def _imputed(self) -> Iterator[Block]:
        count = int(self.index.imputed.sum())
        if not count:
            yield Paragraph(self.say(words.NOTHING_MISSING))
            return
        yield Paragraph(self.say(words.IMPUTED_BY, method=IMPUTATIONS[self.index.recipe.impute.method], count=count))
        table = self.index.after[Step.IMPUTE]
        rows = [
            (
                self.row(table, int(row)),
                table.columns[column],
                self.number(table.values[row, column], 3),
            )
            for row, column in np.argwhere(self.index.imputed)
        ]
        columns: list[Made] = [(words.UNIT, "left", 2), (words.CODE, "left", 1), (words.FIGURE, "right", 1)]
        yield from self.table(columns, rows, file="imputed.csv")

    def coherence(self) -> Iterator[Block]:
        doubtful = incoherent(self.audit.coherence)
        yield Paragraph(self.say(words.INCOHERENT if doubtful else words.COHERENT))
        columns: list[Made] = [(words.NAME, "left", 3), (words.PARENT, "left", 2)]
        if doubtful:
            rows = [
                (self.named(each.first), self.named(each.second), self.number(each.correlation)) for each in doubtful
            ]
            yield from self.table([*columns, (words.CORRELATION, "right", 1)], rows, file="correlations.csv")
        yield from self.told(remarks.of_coherence(self.index))
        table = self.index.after[Step.NORMALISE]
        held = {code: table.values[:, place] for place, code in enumerate(table.columns)} | dict(self.index.scores)
        alphas = reliabilities_of(held, self.index.structure)
        made: list[Made] = [(words.PARENT, "left", 3), (words.PARTS, "right", 1), (words.ALPHA, "right", 1)]
        yield from self.table(
            made, [(self.named(each.code), str(each.parts), self.number(each.alpha)) for each in alphas]
        )
        yield Paragraph(self.say(words.SHARED))
        shared = [
            (
                self.named(each.code),
                self.number(each.kmo),
                self.number(each.bartlett, 1),
                self._chance(each.p),
                self.number(each.components, 0),
                DASH if math.isnan(each.explained) else self.percentage(each.explained),
            )
            for each in factorabilities_of(held, self.index.structure)
        ]
        columns = [(words.PARENT, "left", 3), (words.KMO, "right", 0.8), (words.BARTLETT, "right", 1.1)]
        columns += [(label, "right", 1.1) for label in (words.P_VALUE, words.COMPONENTS, words.EXPLAINED)]
        yield from self.table(columns, shared, file="factorability.csv")

    def _chance(self, p: float) -> str:
        """Return a p-value; one that rounds to nothing is under a thousandth."""
        return f"< {self.number(SMALL_P, 3)}" if p < SMALL_P else self.number(p, 3)

    def normalisation(self) -> Iterator[Block]:
        normalise = self.index.recipe.normalise
        scale = normalise.scale
        span = f" ({self.number(scale.low, 0)}–{self.number(scale.high, 0)})" if scale.method is Scaling.MINMAX else ""
        yield Paragraph(self.say(words.SCALED_BY, method=SCALINGS[scale.method], range=span))
        if self.index.beyond:
            table = self.index.after[Step.NORMALISE]
            yield Paragraph(self.say(words.BEYOND, count=len(self.index.beyond)))
            cut = [(self.row(table, row), self.named(code)) for row, code in self.index.beyond]
            yield from self.table([(words.UNIT, "left", 2), (words.NAME, "left", 3)], cut, file="audit.json")
        if normalise.own:
            rows = [(self.named(code), self.say(SCALINGS[own.method])) for code, own in normalise.own.items()]
            yield from self.table([(words.NAME, "left", 3), (words.METHOD, "left", 1)], rows)

    def weights(self) -> Iterator[Block]:
        aggregate = self.index.recipe.aggregate
        yield Paragraph(self.say(words.WEIGHED_BY, method=WEIGHINGS[aggregate.weighting.method]))
        if self.index.weighting.notes:
            yield Items(tuple(self.say(note) for note in self.index.weighting.notes))
        yield Paragraph(self.say(remarked.HOLD))
        hold = hold_of(self.index)
        rows = [
            (
                node.name,
                str(node.level),
                self.say(MEANS[aggregate.method_at(node.level or 0)]),
                self.number(self.index.weighting.by_code.get(node.code, node.weight)),
                self.percentage(self.shares[node.code]),
                self.number(hold.get(node.code, math.nan)),
            )
            for node in reversed(self.index.structure.aggregates)
        ]
        columns: list[Made] = [(words.PARENT, "left", 3), (words.LEVEL, "right", 0.6), (words.MEAN, "left", 1)]
        columns += [(words.WEIGHT, "right", 0.8), (words.SHARE, "right", 1), (remarked.WITH_INDEX, "right", 1)]
        yield from self.table(columns, rows)
        facts = self.index.weighting.facts
        if facts:
            told = [(self.named(each.code), self._fact(each), self.number(each.figure, 3)) for each in facts]
            made: list[Made] = [(words.NAME, "left", 3), (words.FACT, "left", 2), (words.NUMBER, "right", 0.8)]
            yield from self.table(made, told, file="weighting.csv")

    def _fact(self, told: WeightFact) -> str:
        """Return what a figure about a weight is, with the stakeholder whose it is."""
        fact = self.say(WEIGHT_FACTS[told.fact])
        return f"{fact}: {told.of}" if told.of else fact

    def robustness(self) -> Iterator[Block]:
        found = self.audit.uncertainty
        if found is None:
            yield Paragraph(self.say(words.NO_CHOICES))
        else:
            names = ", ".join(each.factor for each in self.audit.sensitivity)
            varied = words.VARIED if names else words.VARIED_ALL
            yield Paragraph(self.say(varied, choices=names, replicates=len(found.scores)))
            yield from self.told(remarks.of_robustness(self.audit))
            if self.audit.tied:
                yield Paragraph(self.say(words.TIED))
                yield Items(tuple(", ".join(map(self.unit, group)) for group in self.audit.tied))
            yield from self._sensitive()
        yield Heading(self.say(words.INFLUENCE), 2)
        ordered = sorted(self.audit.influences, key=lambda each: -(each.mean_shift if each.mean_shift >= 0 else -1))
        rows = [
            (
                self.named(each.code),
                self.number(each.mean_shift),
                f"{each.greatest_shift} ({self.unit(each.unit)})" if each.unit else DASH,
            )
            for each in ordered
        ]
        columns: list[Made] = [(words.NAME, "left", 3), (words.MEAN_SHIFT, "right", 1), (words.GREATEST, "left", 1.6)]
        yield from self.table(columns, rows)

    def _sensitive(self) -> Iterator[Block]:
        held = [each for each in self.audit.sensitivity if not math.isnan(each.total_order)]
        if not held:
            return
        ordered = sorted(held, key=lambda each: -each.total_order)
        yield Paragraph(self.say(words.SENSITIVE, factor=ordered[0].factor))
        rows = [(each.factor, self.number(each.first_order), self.number(each.total_order)) for each in ordered]
        columns: list[Made] = [(words.FACTOR, "left", 2), (words.FIRST_ORDER, "right", 1)]
        yield from self.table([*columns, (words.TOTAL_ORDER, "right", 1)], rows, file="sensitivity.csv")

    def origins(self) -> Iterator[Block]:
        rows = [
            (
                str(each.rank),
                self.unit(each.unit),
                f"{self.named(each.best[0])} ({each.best[1]})",
                f"{self.named(each.worst[0])} ({each.worst[1]})",
            )
            for each in self.audit.profiles
        ]
        columns: list[Made] = [(words.RANK, "right", 0.5), (words.UNIT, "left", 1.5)]
        yield from self.table([*columns, (words.BEST, "left", 2), (words.WORST, "left", 2)], rows, file="ranks.csv")

    def links(self) -> Iterator[Block]:
        yield Paragraph(self.say(remarked.OUTSIDE))
        if not self.audit.kin:
            yield Paragraph(self.say(words.NO_KIN))
            return
        yield Paragraph(self.say(words.KIN))
        rows = [(self.named(each.second), self.number(each.correlation)) for each in self.audit.kin]
        yield from self.table([(words.OTHER, "left", 3), (words.CORRELATION, "right", 1)], rows)

    def results(self) -> Iterator[Block]:
        found = self.audit.uncertainty
        yield Paragraph(self.say(remarked.SHOWN_WITH))
        columns: list[Made] = [(words.RANK, "right", 0.6), (words.UNIT, "left", 2), (words.SCORE, "right", 0.8)]
        if found is not None:
            columns += [(words.INTERVAL, "right", 1.4), (words.TOP_TEN, "right", 1.4)]
        intervals = None if found is None else found.intervals()
        chances = None if found is None else found.chance_of_top(FIRST_PLACES)
        rows = []
        for each in self.audit.profiles:
            place = each.row
            row = [str(each.rank), self.unit(each.unit), self.number(float(self.index.top[place]))]
            if intervals is not None and chances is not None:
                low, _, high = intervals[place]
                row += [self.places(low, high), self.percentage(float(chances[place]), 0)]
            rows.append(tuple(row))
        yield from self.table(columns, rows, file="scores.csv")
