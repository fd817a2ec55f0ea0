"""The tables that a plan's money is shown in: lines by partner with subtotals and totals, years, funding with shares.

A figure is a ``Term``, blank where its row is left blank; ``None`` where the plan has none. What is added up here is
marked as derived, and what the plan states is never replaced by it. Not for writing the figures, or for judging them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from seutu.core.figures.qualifiers import Origin, Qualifier
from seutu.core.figures.relations import Term, added
from seutu.core.figures.remainders import total_of
from seutu.core.figures.units import EUR, PERCENT, PERSON_MONTH
from seutu.core.funding import words
from seutu.core.funding.budgets import printed_shares
from seutu.core.funding.plan_words import ROLES
from seutu.core.funding.plans import CostLine, FundingRow, Plan
from seutu.core.funding.wholes import lines_by_year, lines_of_whole, rows_of_whole
from seutu.core.text import Text

ITEM: Final = Text(fi="Nimike", sv="Benämning", en="Item")
AMOUNT: Final = Text(fi="Määrä", sv="Belopp", en="Amount")
APPLIED: Final = Text(fi="Haettu", sv="Sökt", en="Applied")
REJECTED: Final = Text(fi="Hylätty", sv="Avslaget", en="Rejected")
SHARE: Final = Text(fi="Osuus", sv="Andel", en="Share")
SHARE_COMPUTED: Final = Text(fi="Osuus, laskettu", sv="Andel, beräknad", en="Share, computed")
TOTAL: Final = Text(fi="Yhteensä", sv="Totalt", en="In total")
NO_PARTNER: Final = Text(fi="Ilman toteuttajaa", sv="Utan genomförare", en="Without a partner")
SUBTOTAL: Final = Text(fi="{name} yhteensä", sv="{name} totalt", en="{name} in total")
ROWS_TOGETHER: Final = Text(
    fi="Rivit yhteensä (laskettu)", sv="Raderna totalt (beräknat)", en="Rows in total (computed)"
)
COSTS: Final = Text(fi="Kustannusarvio", sv="Kostnadskalkyl", en="Budget")
COSTS_BY_YEAR: Final = Text(fi="Kustannukset vuosittain", sv="Kostnader per år", en="Costs by year")
FUNDING: Final = Text(fi="Rahoitussuunnitelma", sv="Finansieringsplan", en="Funding plan")
PARTNERS: Final = Text(fi="Toteuttajat", sv="Genomförare", en="Partners")
PARTNER: Final = Text(fi="Toteuttaja ja rooli", sv="Genomförare och roll", en="Partner and role")
BUDGET: Final = Text(fi="Kustannusarvio", sv="Kostnadskalkyl", en="Budget")
PACKAGES: Final = Text(fi="Työpaketit", sv="Arbetspaket", en="Work packages")
PERSON_MONTHS: Final = Text(fi="Henkilötyökuukaudet", sv="Personmånader", en="Person-months")
PURCHASES: Final = Text(fi="Ostopalvelut", sv="Köpta tjänster", en="Purchases")
NAMED: Final = Text(fi="{name}, {role}", sv="{name}, {role}", en="{name}, {role}")


class Rank(StrEnum):
    """What a row is: one of the plan's, the name of a group, a sum within the table, or the total of the plan."""

    LINE = "line"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """A column of figures with their unit."""

    heading: Text
    unit: str = EUR


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row; a group has no figures."""

    label: Text
    figures: tuple[Term | None, ...] = ()
    rank: Rank = Rank.LINE


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """A table of figures under the heading of its labels."""

    title: Text
    label: Text
    columns: tuple[MoneyColumn, ...]
    rows: tuple[MoneyRow, ...]


def together(terms: Iterable[Term | None], unit: str = EUR) -> Term | None:
    """Return the derived sum of the filled figures; None without any.

    With a row left blank, or a figure that is at least or over, it is so too; with any other approximate figure it is
    about. None where a figure is under or at most something and a row is blank: then nothing can be said.
    """
    held = [term for term in terms if term is not None]
    filled = [term for term in held if not term.is_blank]
    if not filled:
        return None
    blanks, said = len(held) - len(filled), {term.qualifier for term in filled}
    qualifier = Qualifier.ABOUT
    if blanks or said <= {Qualifier.EXACT, Qualifier.AT_LEAST, Qualifier.OVER}:
        total = total_of([term.amount for term in filled], blanks=blanks)
        if total is None:
            return None
        qualifier = total.qualifier
    return Term(TOTAL, added(filled), unit, qualifier, Origin.DERIVED)


def costs_total(plan: Plan) -> Term | None:
    """Return the total of costs: the stated one, or the derived sum of the whole's lines where none is filled in."""
    return _filled(plan.total) or together(line.amount for line in lines_of_whole(plan))


def funding_total(plan: Plan) -> Term | None:
    """Return the total of funding, as ``costs_total`` does."""
    return _filled(plan.funding_total) or together(row.amount for row in rows_of_whole(plan))


def _filled(term: Term | None) -> Term | None:
    return None if term is None or term.is_blank else term


def cost_table(plan: Plan) -> MoneyTable:
    """Return the budget by partner: the amounts, and what is applied for and rejected where the plan says so."""
    asked = _asked(plan.cost_lines)
    columns = (*(MoneyColumn(heading) for heading, _ in asked),)
    whole = {id(line) for line in lines_of_whole(plan)}
    lines = [
        _Shown(line.partner, MoneyRow(line.label, tuple(getattr(line, key) for _, key in asked)), id(line) in whole)
        for line in plan.cost_lines
    ]
    place = [key for _, key in asked].index("amount")
    return MoneyTable(COSTS, ITEM, columns, _grouped(lines, columns, words.COSTS, plan.total, place))


def year_table(plan: Plan) -> MoneyTable | None:
    """Return the costs by year and partner with the sum of the years; None where no line has years."""
    years = sorted({year for line in plan.cost_lines for year in line.years})
    if not years:
        return None
    columns = (*(MoneyColumn(Text.same(year)) for year in years), MoneyColumn(TOTAL))
    whole = {id(line) for line in lines_by_year(plan)}
    lines = [
        _Shown(
            line.partner,
            MoneyRow(line.label, (*(line.years.get(year) for year in years), _of_years(line))),
            id(line) in whole,
        )
        for line in plan.cost_lines
        if line.years
    ]
    return MoneyTable(COSTS_BY_YEAR, ITEM, columns, _grouped(lines, columns, words.COSTS, None, len(years)))


def _of_years(line: CostLine) -> Term:
    """Return the sum of a line's years; blank where all of them are."""
    return together(line.years.values()) or Term(TOTAL, None, EUR)


def funding_table(plan: Plan) -> MoneyTable:
    """Return the funding with its shares in percent: those that are printed, or where none is, those of the amounts.

    Computed shares are those of the whole: a partner's row that is a part of another has none.
    """
    asked, whole = _asked(plan.funding), rows_of_whole(plan)
    stated = any(row.share is not None for row in plan.funding)
    computed = {id(row): share for row, share in zip(whole, shares_of(whole), strict=True)}
    shares = [row.share if stated else computed.get(id(row)) for row in plan.funding]
    shown = any(share is not None for share in shares)
    heading = SHARE if stated else SHARE_COMPUTED
    columns = (
        *(MoneyColumn(heading) for heading, _ in asked),
        *((MoneyColumn(heading, PERCENT),) if shown else ()),
    )
    lines = [
        _Shown(
            row.partner,
            MoneyRow(row.label, (*(getattr(row, key) for _, key in asked), *((share,) if shown else ()))),
            id(row) in computed,
        )
        for row, share in zip(plan.funding, shares, strict=True)
    ]
    place = [key for _, key in asked].index("amount")
    rows = _grouped(lines, columns, words.FUNDING, plan.funding_total or plan.total, place)
    return MoneyTable(FUNDING, ITEM, columns, rows)


def shares_of(rows: Sequence[FundingRow]) -> list[Term | None]:
    """Return the computed shares of the rows in percent; none where a figure is blank or approximate."""
    if any(row.amount.is_blank or not row.amount.is_exact for row in rows):
        return [None] * len(rows)
    shares = printed_shares([row.amount.number for row in rows])
    return [Term(row.label, share, PERCENT, origin=Origin.DERIVED) for row, share in zip(rows, shares, strict=True)]


def partner_table(plan: Plan) -> MoneyTable | None:
    """Return the partners with their budgets; None where none has one."""
    if all(partner.total is None for partner in plan.partners):
        return None
    columns = (MoneyColumn(BUDGET),)
    rows = [
        MoneyRow(NAMED.filled(name=partner.name, role=ROLES[partner.role]), (partner.total,))
        for partner in plan.partners
    ]
    return MoneyTable(PARTNERS, PARTNER, columns, (*rows, _sum(TOTAL, rows, columns, Rank.TOTAL)))


def package_table(plan: Plan) -> MoneyTable | None:
    """Return the work packages with their person-months and purchases; None where none states any."""
    keys = [
        (key, MoneyColumn(heading, unit))
        for key, heading, unit in (("person_months", PERSON_MONTHS, PERSON_MONTH), ("purchases", PURCHASES, EUR))
        if any(getattr(package, key) is not None for package in plan.work_packages)
    ]
    if not keys:
        return None
    columns = tuple(column for _, column in keys)
    rows = [
        MoneyRow(
            Text.same(" ".join(part for part in (package.number, package.name) if part)),
            tuple(getattr(package, key) for key, _ in keys),
        )
        for package in plan.work_packages
    ]
    return MoneyTable(PACKAGES, PACKAGES, columns, (*rows, _sum(TOTAL, rows, columns, Rank.TOTAL)))


def _asked(rows: Iterable[CostLine | FundingRow]) -> list[tuple[Text, str]]:
    """Return the headings and fields: the amount, and what is applied for and rejected where somebody states it."""
    rows = list(rows)
    applied = any(row.applied is not None for row in rows)
    rejected = any(row.rejected is not None for row in rows)
    return [
        *(((APPLIED, "applied"),) if applied else ()),
        (AMOUNT, "amount"),
        *(((REJECTED, "rejected"),) if rejected else ()),
    ]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A row with whose it is, and whether the total counts it: a part of another row is shown and not counted."""

    partner: str | None
    row: MoneyRow
    is_counted: bool


def _grouped(
    lines: Sequence[_Shown],
    columns: Sequence[MoneyColumn],
    name: Text,
    stated: Term | None,
    place: int,
) -> tuple[MoneyRow, ...]:
    """Return the lines, by partner where there are any, and the total; ``place`` is its column.

    A partner's subtotal stands under its lines, unless it is the only one, whose subtotal is the total.
    """
    partners = list(dict.fromkeys(line.partner for line in lines))
    rows: list[MoneyRow] = []
    for partner in partners:
        own = [line.row for line in lines if line.partner == partner]
        if len(partners) == 1 and partner is None:
            rows += own
        else:
            called = Text.same(partner) if partner is not None else NO_PARTNER
            rows += [MoneyRow(called, rank=Rank.GROUP), *own]
            if len(partners) > 1:
                rows.append(_sum(SUBTOTAL.filled(name=called), own, columns, Rank.SUBTOTAL))
    return (*rows, *_totals([line.row for line in lines if line.is_counted], columns, name, stated, place))


def _totals(
    lines: Sequence[MoneyRow], columns: Sequence[MoneyColumn], name: Text, stated: Term | None, place: int
) -> list[MoneyRow]:
    """Return the total: the stated one, with that of the rows before it where it is another."""
    computed = _sum(name, lines, columns, Rank.TOTAL)
    if stated is None:
        return [computed] if lines else []
    own = computed.figures[place]
    if own is not None and own.value == stated.value:
        figures = (*computed.figures[:place], stated, *computed.figures[place + 1 :])
        return [MoneyRow(name, figures, Rank.TOTAL)]
    alone = tuple(stated if at == place else None for at in range(len(columns)))
    between = [MoneyRow(ROWS_TOGETHER, computed.figures, Rank.SUBTOTAL)] if lines else []
    return [*between, MoneyRow(name, alone, Rank.TOTAL)]


def _sum(label: Text, rows: Sequence[MoneyRow], columns: Sequence[MoneyColumn], rank: Rank) -> MoneyRow:
    figures = tuple(together((row.figures[at] for row in rows), column.unit) for at, column in enumerate(columns))
    return MoneyRow(label, figures, rank)
