"""A payment claim as a workbook: what its costs give, who pays, what is left of each line, and every voucher.

Not for the page (web), or for working it out (``core.funding.claims``).
"""

from collections.abc import Sequence
from typing import Any, BinaryIO, Final

from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.records.files.exporting import content_of
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.funding.claims import WorkedClaim
from seutu.core.funding.plan_words import COST_KINDS, FUNDING_KINDS
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent, write_workbook

COSTS: Final = Text(fi="Kustannukset", sv="Kostnader", en="Costs")
FUNDING: Final = Text(fi="Rahoitus", sv="Finansiering", en="Funding")
LINES: Final = Text(fi="Budjetin rivit", sv="Budgetens rader", en="Budget lines")
KIND: Final = Text(fi="Kustannuslaji", sv="Kostnadsslag", en="Kind of cost")
PAID: Final = Text(fi="Maksettu", sv="Betalt", en="Paid")
CREDITS: Final = Text(fi="Hyvitykset ja tulot", sv="Krediteringar och intäkter", en="Credits and income")
ELIGIBLE: Final = Text(fi="Tukikelpoinen", sv="Stödberättigande", en="Eligible")
SOURCE: Final = Text(fi="Rahoituslähde", sv="Finansieringskälla", en="Source of funding")
SHARE: Final = Text(fi="Osuus", sv="Andel", en="Share")
AMOUNT: Final = Text(fi="Määrä", sv="Belopp", en="Amount")
LINE: Final = Text(fi="Rivi", sv="Rad", en="Line")
PLANNED: Final = Text(fi="Suunniteltu", sv="Planerat", en="Planned")
BEFORE: Final = Text(fi="Aiemmissa hakemuksissa", sv="I tidigare ansökningar", en="In earlier claims")
NOW: Final = Text(fi="Tässä hakemuksessa", sv="I den här ansökan", en="In this claim")
LEFT: Final = Text(fi="Jäljellä", sv="Kvar", en="Left")
TOTAL: Final = Text(fi="Yhteensä", sv="Totalt", en="In total")
UNTOLD: Final = Text(fi="Riviä ei ole merkitty", sv="Raden är inte antecknad", en="Line not told")


def write_claim(money: ProjectMoney, worked: WorkedClaim, stream: BinaryIO, *, language: Language) -> None:
    """Write the workbook of a claim."""
    own = {each.cost.id for each in worked.placed}
    vouchers = [record for record in money.costs if str(record.pk) in own]
    for record in vouchers:
        record.terms = {}
    sheets = [_costs(worked, language), _funding(worked, language), _lines(worked, language)]
    sheets.append(content_of(kind_named("actual-costs"), vouchers, language=language))
    write_workbook(sheets, stream, language=language)


def _table(title: Text, columns: Sequence[tuple[Text, Any]], rows: list[list[Any]], language: Language) -> TableContent:
    made = tuple(
        TableColumn(key=label.en, label=label.in_language(language), kind=kind, unit="€" if kind == "amount" else "")
        for label, kind in columns
    )
    return TableContent(title.in_language(language), made, rows)


def _costs(worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [
        [COST_KINDS[each.kind].in_language(language), each.paid, each.credits, each.amount] for each in worked.kinds
    ]
    rows += [[part.line.label if part.line else "Flat rate", None, None, part.amount] for part in worked.flat]
    rows.append([TOTAL.in_language(language), None, None, worked.costs])
    columns = ((KIND, "text"), (PAID, "amount"), (CREDITS, "amount"), (ELIGIBLE, "amount"))
    return _table(COSTS, columns, rows, language)


def _funding(worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [
        [each.label or FUNDING_KINDS[each.kind].in_language(language), each.percent, each.amount]
        for each in worked.shares
    ]
    if rows:
        rows.append([TOTAL.in_language(language), None, sum(each.amount for each in worked.shares)])
    return _table(FUNDING, ((SOURCE, "text"), (SHARE, "percentage"), (AMOUNT, "amount")), rows, language)


def _lines(worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [
        [
            use.line.label if use.line else UNTOLD.in_language(language),
            use.line.planned if use.line else None,
            use.before,
            use.now,
            use.left,
        ]
        for use in worked.lines
    ]
    columns = ((LINE, "text"), (PLANNED, "amount"), (BEFORE, "amount"), (NOW, "amount"), (LEFT, "amount"))
    return _table(LINES, columns, rows, language)
