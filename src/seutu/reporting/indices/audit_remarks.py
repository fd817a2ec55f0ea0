"""The remarks of an audit, step by step: what its tables do not say by themselves.

Not for the tables (``audit_document``) or for working out what is remarked on (``core.indices.cautions``).
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

import numpy as np

from seutu.core.figures import write_number, write_percentage
from seutu.core.indices import cautions
from seutu.core.indices.auditing import Audit
from seutu.core.indices.building import Index
from seutu.core.indices.recipes import Step
from seutu.core.text import Language, Text
from seutu.reporting.indices import audit_remark_words as words

NAMED: Final = 8
"""So many units, indicators or pairs are named in one remark; of the others the number is told."""
UNITS_A_PART: Final = 5
Written = Callable[[Language], str]


def of_data(index: Index) -> Iterator[Text]:
    """Yield what is missing, and which indicators and units are thin or have few different figures."""
    missing = Decimal(repr(float(np.isnan(index.raw.values).mean()) * 100))
    facts = {"missing": lambda language: write_percentage(missing, language, decimals=1)}
    thin = [(each.code, each.share) for each in cautions.thin_indicators(index)]
    thin += [(index.raw.names.get(each.code, each.code), each.share) for each in cautions.thin_units(index)]
    if thin:
        yield words.INCOMPLETE.filled(**facts, thin=_listed([_thin(*each) for each in thin]))
    else:
        yield words.COMPLETE.filled(**facts)
    few = cautions.few_valued(index)
    if few:
        yield words.FEW_VALUED.filled(codes=_listed([_same(code) for code in few]))


def of_coherence(index: Index) -> Iterator[Text]:
    """Yield what correlation is chance with so few units, which aggregates have few, and which pairs are odd."""
    units = len(index.after[Step.NORMALISE].units)
    least = Decimal(repr(cautions.chance_correlation(units)))
    yield words.CHANCE.filled(units=units, least=lambda language: write_number(least, language, decimals=2))
    structure = index.structure
    small = [node.name for node in structure.aggregates if units < UNITS_A_PART * len(structure.children(node.code))]
    if small:
        yield words.FEW_UNITS.filled(codes=_listed([_same(name) for name in small]))
    pairs = cautions.odd_pairs(index)
    if pairs:
        yield words.PAIRS.filled(
            pairs=_listed([_pair(f"{each.first} – {each.second}", each.correlation) for each in pairs])
        )
    yield words.ALPHA


def of_robustness(audit: Audit) -> Iterator[Text]:
    """Yield how wide the intervals of the ranks are, where there are any."""
    spread = None if audit.uncertainty is None else cautions.spread_of(audit.uncertainty)
    if spread is not None:
        median, widest = (Decimal(repr(round(each, 1))) for each in (spread.median, spread.widest))
        yield words.SPREAD.filled(
            median=lambda language: write_number(median, language, decimals=0),
            widest=lambda language: write_number(widest, language, decimals=0),
            unit=audit.index.raw.names.get(spread.unit, spread.unit),
        )


def _thin(name: str, share: float) -> Written:
    percent = Decimal(repr(share * 100))
    return lambda language: f"{name} ({write_percentage(percent, language, decimals=0)})"


def _pair(name: str, correlation: float) -> Written:
    figure = Decimal(repr(correlation))
    return lambda language: f"{name} ({write_number(figure, language, decimals=2)})"


def _same(name: str) -> Written:
    return lambda _: name


def _listed(each: list[Written]) -> Written:
    rest = f" (+ {len(each) - NAMED})" if len(each) > NAMED else ""
    return lambda language: ", ".join(one(language) for one in each[:NAMED]) + rest
