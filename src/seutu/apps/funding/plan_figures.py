"""Which figures and texts of a plan its records can hold: exact ones, no finer than their column, within its limits.

Nothing is rounded, cut or made exact: the rest is refused, or left blank with its place told. Not for saving.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from seutu.apps.records.exceptions import InvalidValuesError
from seutu.apps.records.sheets.columns import (
    ColumnProblem,
    NumberColumn,
    Reading,
    TextColumn,
    Value,
    check_writable,
)
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.core.figures import write_amount, write_number
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.relations import Term
from seutu.core.figures.relations.places import place_told
from seutu.core.funding.plans import INPUTS, Calculation, Plan
from seutu.core.text import LANGUAGES, Text

NOT_EXACT: Final = Text(
    fi="”{figure}” ei ole tarkka luku, ja budjetissa on vain tarkkoja lukuja. Kirjoita tarkka luku tai jätä kohta "
    "ennalleen.",
    sv="”{figure}” är inget exakt tal, och budgeten har bara exakta tal. Skriv ett exakt tal eller lämna stället som "
    "det var.",
    en="“{figure}” is no exact figure, and a budget holds exact figures only. Write an exact one, or leave it as it "
    "was.",
)
LEFT_INEXACT: Final = Text(
    fi="{where}: jätetään tyhjäksi, koska asiakirjassa on ”{figure}” eikä tarkkaa lukua.",
    sv="{where}: lämnas tomt, eftersom dokumentet säger ”{figure}” och inget exakt tal.",
    en="{where}: left blank because the document says “{figure}” and no exact figure.",
)
LEFT_UNFIT: Final = Text(
    fi="{where}: jätetään tyhjäksi. {why}", sv="{where}: lämnas tomt. {why}", en="{where}: left blank. {why}"
)
AT_PLACE: Final = Text.same("{where}: {why}")
IN_COLUMN: Final = Text.same("{kind}, {column}")
TOO_LONG: Final = Text(
    fi="{kind}, {column}: teksti ”{start}…” on liian pitkä ({length} merkkiä, enintään {most}). Lyhennä sitä "
    "lähteessä.",
    sv="{kind}, {column}: texten ”{start}…” är för lång ({length} tecken, högst {most}). Förkorta den i källan.",
    en="{kind}, {column}: the text “{start}…” is too long ({length} characters, at most {most}). Shorten it in the "
    "source.",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A figure that its column cannot hold, and why."""

    term: Term
    column: NumberColumn
    why: Text

    @property
    def where(self) -> Text:
        """Return which figure it is and where it stands: ``Palkat, määrä (Kustannukset, C5)``."""
        named, place = self.term.label, place_told(self.term.place)
        return Text(
            **{
                language: _where(
                    named.in_language(language), self.column.label.in_language(language), place.in_language(language)
                )
                for language in LANGUAGES
            }
        )

    @property
    def can_be_mended(self) -> bool:
        """Return whether the figure stands in a cell or field that the person can write anew."""
        return self.term.place.cell is not None

    @property
    def refused(self) -> Text:
        """Say why the figure is refused."""
        return AT_PLACE.filled(where=self.where, why=self.why)

    @property
    def left_blank(self) -> Text:
        """Say why the figure is left blank."""
        if self.term.is_exact:
            return LEFT_UNFIT.filled(where=self.where, why=self.why)
        return LEFT_INEXACT.filled(where=self.where, figure=_figure(self.term))


def _where(named: str, column: str, place: str) -> str:
    told = ", ".join(part for part in (named, column) if part)
    return f"{told} ({place})" if place else told


def _figure(term: Term) -> Text:
    return Text(
        **{
            language: write_amount(term.amount, language) if term.unit else write_number(term.number, language)
            for language in LANGUAGES
        }
    )


def fault_of(kind: str, column: str, term: Term | None) -> Fault | None:
    """Return why a figure cannot be kept in a column; None where it can, or there is none."""
    if term is None or term.is_blank:
        return None
    declared = kind_named(kind).column(column)
    if not isinstance(declared, NumberColumn):
        raise TypeError(column)
    if not term.is_exact:
        return Fault(term, declared, NOT_EXACT.filled(figure=_figure(term)))
    why = unfit(declared, term.number)
    return None if why is None else Fault(term, declared, why)


def unfit(column: NumberColumn, number: Decimal) -> Text | None:
    """Return why a form would refuse a number in a column; None where it would take it."""
    try:
        column.read(number, Reading(language=None, finder=SingleFinder()))
    except ColumnProblem as problem:
        return problem.message
    return None


def value_of(kind: str, column: str, term: Term | None) -> Decimal | None:
    """Return the figure as its column holds it; None of a blank one, of none, and of one that it cannot hold."""
    if term is None or term.is_blank or fault_of(kind, column, term) is not None:
        return None
    return plain_number(term.number)


def calculation_values(calculation: Calculation | None) -> dict[str, Value]:
    """Return what a line is worked out of as its columns hold it; blank where the line says nothing of it."""
    held = calculation or Calculation()
    return {
        "calculation": held.way.value if held.way else None,
        "unit": held.unit or None,
        **{name: value_of("cost-lines", name, getattr(held, name)) for name in INPUTS},
    }


def faults_in(plan: Plan) -> list[Fault]:
    """Return the figures of a plan that its records cannot hold."""
    found = (fault_of(kind, column, term) for kind, column, term in _figures(plan))
    return [fault for fault in found if fault is not None]


def _figures(plan: Plan) -> Iterator[tuple[str, str, Term | None]]:
    """Yield every figure of a plan with the kind and the column that would hold it."""
    yield ("projects", "budget_total", plan.total)
    yield ("projects", "funding_total", plan.funding_total)
    for line in plan.cost_lines:
        yield from (("cost-lines", name, getattr(line, name)) for name in ("amount", "applied", "rejected"))
        yield from (("cost-years", "amount", term) for term in line.years.values())
        if line.calculation is not None:
            yield from (("cost-lines", name, getattr(line.calculation, name)) for name in INPUTS)
    for row in plan.funding:
        yield from (("funding-rows", name, getattr(row, name)) for name in ("amount", "share", "applied", "rejected"))
    for package in plan.work_packages:
        yield from (("work-packages", name, getattr(package, name)) for name in ("person_months", "purchases"))
    for partner in plan.partners:
        yield ("participations", "budget", partner.total)


def refuse_faults(faults: list[Fault]) -> None:
    """Raise InvalidValuesError that names every fault by its place, if there are any."""
    if faults:
        raise InvalidValuesError({f"{fault.column.name}-{at}": fault.refused for at, fault in enumerate(faults)})


def check_rate(plan: Plan) -> None:
    """Raise InvalidValuesError for a flat rate that the project's column cannot hold."""
    kind = kind_named("projects")
    rate, column = plan.cost_model.rate if plan.cost_model else None, kind.column("flat_rate")
    why = unfit(column, rate) if rate is not None and isinstance(column, NumberColumn) else None
    if why is not None:
        where = IN_COLUMN.filled(kind=kind.singular, column=column.label)
        raise InvalidValuesError({"flat_rate": AT_PLACE.filled(where=where, why=why)})


def check_texts(kind: Kind, values: Mapping[str, Value]) -> None:
    """Raise InvalidValuesError for a text that its column cannot hold: nothing is cut."""
    for column in kind.columns:
        value = values.get(column.name)
        if not isinstance(column, TextColumn) or not isinstance(value, str):
            continue
        if len(value) > column.max_length:
            told = TOO_LONG.filled(
                kind=kind.singular, column=column.label, length=len(value), most=column.max_length, start=value[:60]
            )
            raise InvalidValuesError({column.name: told})
        try:
            check_writable(value)
        except ColumnProblem as problem:
            where = IN_COLUMN.filled(kind=kind.singular, column=column.label)
            raise InvalidValuesError({column.name: AT_PLACE.filled(where=where, why=problem.message)}) from None
