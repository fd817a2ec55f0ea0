"""A payment claim as a workbook: what its costs give, who pays, what is left of lines and years, and every voucher.

Costs of the period that do not belong to the claim are on a sheet of their own.
Not for the page (web), or for working it out (``core.funding.claims``).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, BinaryIO, Final

from seutu.apps.funding.choices import CLAIM_STATES
from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.records.files.exporting import content_of
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_date, write_number, write_percentage
from seutu.core.funding import claim_words
from seutu.core.funding.claims import WorkedClaim
from seutu.core.funding.plan_words import COST_KINDS, FUNDING_KINDS
from seutu.core.funding.spending import Placed, total
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent, write_workbook

NAMED: Final = ("project", "number", "start", "end", "state", "approved", "paid")
FLAT: Final = "Flat rate"
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
CLAIM: Final = Text(fi="Maksatushakemus", sv="Betalningsansökan", en="Payment claim")
FACT: Final = Text(fi="Tieto", sv="Uppgift", en="Fact")
VALUE: Final = Text(fi="Arvo", sv="Värde", en="Value")
YEARS: Final = Text(fi="Vuodet", sv="År", en="Years")
YEAR: Final = Text(fi="Vuosi", sv="År", en="Year")
USED: Final = Text(fi="Käytetty", sv="Använt", en="Used")
DIFFERENCE: Final = Text(
    fi="Haetun ja lasketun tuen ero", sv="Skillnaden mellan sökt och räknat stöd", en="Claimed less worked out"
)
WHOSE: Final = Text(fi="Kenen kustannukset", sv="Vems kostnader", en="Whose costs")
EVERYBODY: Final = Text(fi="Koko hanke", sv="Hela projektet", en="The whole project")
ASIDE: Final = Text(fi="Jakson muut kustannukset", sv="Periodens andra kostnader", en="Other costs of the period")
UNTOLD: Final = Text(fi="Riviä ei ole merkitty", sv="Raden är inte antecknad", en="Line not told")


def write_claim(money: ProjectMoney, worked: WorkedClaim, stream: BinaryIO, *, language: Language) -> None:
    """Write the workbook of a claim, of the whole project or of the one partner that its money is narrowed to."""
    sheets = [
        _facts(money, worked, language),
        _costs(money, worked, language),
        _funding(worked, language),
        _lines(worked, language),
        _years(worked, language),
        _vouchers(money, worked.placed, language),
    ]
    if worked.aside:
        sheets.append(replace(_vouchers(money, worked.aside, language), title=ASIDE.in_language(language)))
    write_workbook([sheet for sheet in sheets if sheet.rows or sheet is sheets[0]], stream, language=language)


def _vouchers(money: ProjectMoney, placed: Sequence[Placed], language: Language) -> TableContent:
    ids = {each.cost.id for each in placed}
    records = [record for record in money.costs if str(record.pk) in ids]
    for record in records:
        record.terms = {}
    content = content_of(kind_named("actual-costs"), records, language=language)
    return replace(content, rows=list(content.rows))


def _facts(money: ProjectMoney, worked: WorkedClaim, language: Language) -> TableContent:
    claim, project = worked.claim, money.shown.project
    named = kind_named("payment-claims")
    words = {name: named.column(name).label.in_language(language).capitalize() for name in NAMED}
    state = next(each.label for each in CLAIM_STATES if each.code == claim.state)
    rows: list[list[Any]] = [
        [words["project"], project.title, None],
        [WHOSE.in_language(language), money.partner or EVERYBODY.in_language(language), None],
        [words["number"], claim.number, None],
        [words["start"], write_date(claim.start, language), None],
        [words["end"], write_date(claim.end, language), None],
        [words["state"], state.in_language(language), None],
        [COSTS.in_language(language), None, worked.costs],
        [_headed(claim_words.WORKED, language), None, worked.aid],
    ]
    if money.partner is None:
        rows.append([_headed(claim_words.CLAIMED, language), None, claim.claimed])
        if claim.claimed is not None and worked.aid is not None:
            rows.append([DIFFERENCE.in_language(language), None, claim.claimed - worked.aid])
        rows += [[words["approved"], None, claim.approved], [words["paid"], None, claim.paid]]
    return _table(CLAIM, ((FACT, "text"), (VALUE, "text"), (AMOUNT, "amount")), rows, language)


def _headed(text: Text, language: Language) -> str:
    said = text.in_language(language)
    return said[:1].upper() + said[1:]


def _table(title: Text, columns: Sequence[tuple[Text, Any]], rows: list[list[Any]], language: Language) -> TableContent:
    made = tuple(
        TableColumn(key=label.en, label=label.in_language(language), kind=kind, unit="€" if kind == "amount" else "")
        for label, kind in columns
    )
    return TableContent(title.in_language(language), made, rows)


def _costs(money: ProjectMoney, worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [
        [COST_KINDS[each.kind].in_language(language), each.paid, each.credits, each.amount] for each in worked.kinds
    ]
    for part in worked.flat:
        flat = money.spending.flat
        rate = write_percentage(flat.percent, language) if flat is not None else ""
        base = write_number(part.base, language, decimals=2)
        rows.append([f"{part.line.label if part.line else FLAT} ({rate} × {base} €)", None, None, part.amount])
    if rows:
        sums = [total(each.paid for each in worked.kinds), total(each.credits for each in worked.kinds)]
        rows.append([TOTAL.in_language(language), *sums, worked.costs])
    columns = ((KIND, "text"), (PAID, "amount"), (CREDITS, "amount"), (ELIGIBLE, "amount"))
    return _table(COSTS, columns, rows, language)


def _funding(worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [
        [each.label or FUNDING_KINDS[each.kind].in_language(language), each.percent, each.amount]
        for each in worked.shares
    ]
    if rows:
        rows.append([TOTAL.in_language(language), None, total(each.amount for each in worked.shares)])
    return _table(FUNDING, ((SOURCE, "text"), (SHARE, "percentage"), (AMOUNT, "amount")), rows, language)


def _lines(worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [
        [
            use.line.label if use.line else UNTOLD.in_language(language),
            use.line.partner if use.line else None,
            use.line.planned if use.line else None,
            use.before,
            use.now,
            use.left,
        ]
        for use in worked.lines
    ]
    if rows:
        plans = [use.line.planned for use in worked.lines if use.line is not None]
        planned = None if not plans or None in plans else total(each for each in plans if each is not None)
        before, now = (total(amounts) for amounts in zip(*((use.before, use.now) for use in worked.lines), strict=True))
        left = None if planned is None else planned - before - now
        rows.append([TOTAL.in_language(language), None, planned, before, now, left])
    partner = kind_named("cost-lines").column("partner").label
    columns = (
        (LINE, "text"),
        (Text(**{key: word.capitalize() for key, word in partner.as_dict().items()}), "text"),
        (PLANNED, "amount"),
        (BEFORE, "amount"),
        (NOW, "amount"),
        (LEFT, "amount"),
    )
    return _table(LINES, columns, rows, language)


def _years(worked: WorkedClaim, language: Language) -> TableContent:
    rows: list[list[Any]] = [[each.year, each.planned, each.used, each.left] for each in worked.years]
    columns = ((YEAR, "text"), (PLANNED, "amount"), (USED, "amount"), (LEFT, "amount"))
    return _table(YEARS, columns, rows, language)
