"""Writes a plan as a workbook that people fill in and that is read back as the same plan (``sources.plans``).

Totals are formulas with their values, so that the sheets add up when they are edited, and are named as computed. Not
for the budget as it is printed (``budget``).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import BinaryIO, Final

from seutu.core.figures import Amount, write_amount
from seutu.core.figures.relations import Term, added
from seutu.core.funding.plan_words import COST_KINDS, FUNDING_KINDS, ROLES, WAYS, cost_model_text
from seutu.core.funding.plans import INPUTS, Calculation, CostLine, FundingRow, Partner, Plan, WorkPackage
from seutu.core.funding.wholes import lines_by_year, lines_of_whole, rows_of_whole
from seutu.core.problems import Problem
from seutu.core.text import Language, Text
from seutu.reporting.tables import Sum, TableColumn, TableContent, write_workbook
from seutu.sources.plans import sheet_form as forms
from seutu.sources.plans.sheet_form import SheetForm
from seutu.sources.plans.sheet_rows import YEAR, YEARS_TOGETHER
from seutu.sources.tables.cells import column_letter

Value = str | Decimal | Sum | date | None
FIRST_LINE: Final = 2
"""The line of a sheet where its rows begin, under the header."""
MOST_RUNS: Final = 255
"""How many parts a sum may have in a spreadsheet program."""

GUIDE: Final = Text(
    fi="Täytä suunnitelma välilehdille ja tuo tiedosto takaisin.\n"
    "Tyhjä luku tarkoittaa, ettei tietoa ole. Nolla on nolla: kirjoita 0. Jos rivi on jätetty suunnitelmassa tyhjäksi, "
    "kirjoita (tyhjä).\n"
    "Jos kustannusrivillä on vuosia, tyhjä vuosi on tyhjäksi jätetty. Vuosi, jota rivillä ei ole, merkitään (ei ole).\n"
    "Jos rivillä on laskutapa ja määrä on tyhjä, määrä lasketaan rivin muista luvuista, kun tiedosto on tuotu.\n"
    "Likimääräinen luku kirjoitetaan tekstinä: noin 651 200 €.\n"
    "Rivejä ja sarakkeita, joiden nimessä on (laskettu), ei lueta. Jos laskettu summa ei täsmää, siitä kerrotaan.\n"
    "Vuosisarakkeita voi lisätä: otsikko on vuosiluku.",
    sv="Fyll i planen på bladen och importera filen på nytt.\n"
    "Ett tomt tal betyder att uppgiften saknas. Noll är noll: skriv 0. Om raden har lämnats tom i planen, skriv "
    "(tom).\n"
    "Om en kostnadsrad har år är ett tomt år lämnat tomt. Ett år som raden inte har markeras (finns inte).\n"
    "Har en rad ett beräkningssätt men inget belopp räknas det ut av radens övriga tal när filen har importerats.\n"
    "Ett ungefärligt tal skrivs som text: omkring 651 200 €.\n"
    "Rader och kolumner med (beräknat) i namnet läses inte. Om en beräknad summa inte stämmer sägs det.\n"
    "Du kan lägga till kolumner för år: rubriken är årtalet.",
    en="Fill in the plan on the sheets and import the file again.\n"
    "An empty figure means that there is none. Zero is zero: type 0. Where the plan leaves the row blank, type "
    "(blank).\n"
    "Where a cost line has years, an empty year is one left blank. A year that the line does not have is marked "
    "(none).\n"
    "Where a line has a way of working out and a blank amount, it is worked out of its other figures once imported.\n"
    "An approximate figure is typed as text: about 651 200 €.\n"
    "Rows and columns named (computed) are not read. A computed total that is wrong is told.\n"
    "You may add columns of years: the header is the year.",
)


def write_plan_workbook(plan: Plan, stream: BinaryIO, *, language: Language) -> tuple[Problem, ...]:
    """Write the plan and return notes of what a cell could not hold (usually none)."""
    contents = (_facts(plan, language), *(_table(plan, form, language) for form in forms.SHEETS[1:]))
    return write_workbook(contents, stream, language=language, guide=GUIDE.in_language(language))


def _facts(plan: Plan, language: Language) -> TableContent:
    start, end = plan.period
    model = plan.cost_model
    values: Mapping[str, Value] = {
        "title": plan.title,
        "legal_basis": plan.legal_basis,
        "fund": plan.fund,
        "cost_model": None if model is None else cost_model_text(model).in_language(language),
        "start": start,
        "end": end,
        "total": _optional(plan.total, language),
        "funding_total": _optional(plan.funding_total, language),
    }
    rows = [(name.in_language(language), values[key]) for key, name in forms.FACT_NAMES.items()]
    return TableContent(forms.FACTS.title.in_language(language), _columns(forms.FACTS, language), rows)


def _table(plan: Plan, form: SheetForm, language: Language) -> TableContent:
    years = year_order(plan.cost_lines) if form.with_years else ()
    rows = [_cells(row, form, years, language, line) for line, row in enumerate(_rows_of(plan, form), start=FIRST_LINE)]
    if rows and (total := _total(plan, form, years, language)):
        rows.append(total)
    return TableContent(form.title.in_language(language), _columns(form, language, years), rows)


Row = CostLine | FundingRow | WorkPackage | Partner


def _rows_of(plan: Plan, form: SheetForm) -> Sequence[Row]:
    named: Mapping[str, Sequence[Row]] = {
        forms.COSTS.key: plan.cost_lines,
        forms.FUNDING.key: plan.funding,
        forms.PACKAGES.key: plan.work_packages,
        forms.PARTNERS.key: plan.partners,
    }
    return named[form.key]


def _counted(plan: Plan, form: SheetForm) -> Sequence[Row]:
    """Return the rows of a sheet that its totals count: a part of another row is not added to it."""
    whole: Mapping[str, Sequence[Row]] = {forms.COSTS.key: lines_of_whole(plan), forms.FUNDING.key: rows_of_whole(plan)}
    return whole.get(form.key, _rows_of(plan, form))


def year_order(lines: Iterable[CostLine]) -> tuple[str, ...]:
    """Return all years of the lines, in order."""
    return tuple(sorted({year for line in lines for year in line.years}))


def _columns(form: SheetForm, language: Language, years: Sequence[str] = ()) -> tuple[TableColumn, ...]:
    columns = [
        TableColumn(
            column.key,
            column.label.in_language(language),
            column.use,
            column.unit,
            choices=tuple(choice.in_language(language) for choice in column.choices),
            width=60 if column.key == "value" else None,
        )
        for column in form.columns
    ]
    if years:
        columns += [TableColumn(year, _year_header(year, language), "amount") for year in years]
        columns.append(TableColumn(YEARS_TOGETHER, forms.YEARS_COMPUTED.in_language(language), "amount"))
    return tuple(columns)


def _year_header(year: str, language: Language) -> str:
    return year if YEAR.fullmatch(year) else forms.YEAR_NAMED.in_language(language).format(year=year)


def _terms(row: Row) -> Mapping[str, Term | None]:
    """Return the figures of a row by the key of their column; those of years by the year."""
    match row:
        case CostLine():
            held = row.calculation or Calculation()
            inputs = {name: getattr(held, name) for name in INPUTS}
            return {"amount": row.amount, "applied": row.applied, "rejected": row.rejected, **inputs, **row.years}
        case FundingRow():
            return {"amount": row.amount, "applied": row.applied, "rejected": row.rejected, "share": row.share}
        case WorkPackage():
            return {"person_months": row.person_months, "purchases": row.purchases}
        case Partner():
            return {"total": row.total}


def _texts(row: Row, language: Language) -> Mapping[str, str | None]:
    calculated: Mapping[str, str | None] = {}
    match row:
        case CostLine():
            kind, held = COST_KINDS[row.kind], row.calculation or Calculation()
            way = WAYS[held.way].in_language(language) if held.way is not None else None
            calculated = {"calculation": way, "unit": held.unit or None}
        case FundingRow():
            kind = FUNDING_KINDS[row.kind]
        case WorkPackage():
            return {"number": row.number, "name": row.name}
        case Partner():
            return {"name": row.name, "role": ROLES[row.role].in_language(language)}
    return {
        "label": row.label.in_language(language),
        "kind": kind.in_language(language),
        "partner": row.partner,
        **calculated,
    }


def _cells(row: Row, form: SheetForm, years: Sequence[str], language: Language, at: int) -> Sequence[Value]:
    terms, texts = _terms(row), _texts(row, language)
    cells: list[Value] = []
    for column in form.columns:
        if not column.is_figure:
            cells.append(texts[column.key])
        elif column.key == "amount":
            cells.append(_figure(terms["amount"], language))
        else:
            cells.append(_optional(terms[column.key], language))
    if years and isinstance(row, CostLine):
        cells += [_year(row, year, language) for year in years]
        cells.append(_sum(row.years.values(), _years_on(form, years, at)))
    return cells


def _years_on(form: SheetForm, years: Sequence[str], line: int) -> str:
    """Return the cells of the years on a line."""
    first = len(form.columns)
    return f"{column_letter(first)}{line}:{column_letter(first + len(years) - 1)}{line}"


def _year(line: CostLine, year: str, language: Language) -> Value:
    if not line.years:
        return None
    term = line.years.get(year)
    return forms.NONE.in_language(language) if term is None else _optional(term, language)


def _optional(term: Term | None, language: Language) -> Value:
    """Return the cell of a figure that need not be: empty without one, marked where its row is left blank."""
    if term is not None and term.is_blank:
        return forms.BLANK.in_language(language)
    return _figure(term, language)


def _figure(term: Term | None, language: Language) -> Value:
    if term is None or term.is_blank:
        return None
    if term.is_exact:
        return term.number
    return write_amount(Amount(term.number, term.unit, term.qualifier), language)


def _sum(terms: Iterable[Term | None], cells: str) -> Sum | Decimal | None:
    """Return the sum of the figures with its cells; None without any, or with one that is blank or not exact."""
    held = [term for term in terms if term is not None]
    if not held or not all(term.is_exact and not term.is_blank for term in held):
        return None
    return Sum(added(held), cells) if cells.count(",") < MOST_RUNS else added(held)


def _total(plan: Plan, form: SheetForm, years: Sequence[str], language: Language) -> Sequence[Value] | None:
    """Return the row of computed totals of what makes up the whole; None where there is nothing to add."""
    rows, counted, dated = _rows_of(plan, form), _counted(plan, form), lines_by_year(plan)
    at, of_years = _places(rows, counted), _places(rows, dated)
    sums: list[Value] = [
        _sum((_terms(row).get(column.key) for row in counted), _cells_in(index, at)) if column.has_total else None
        for index, column in enumerate(form.columns)
    ]
    if years:
        first = len(sums)
        sums += [
            _sum((line.years.get(year) for line in dated), _cells_in(first + index, of_years))
            for index, year in enumerate(years)
        ]
        together = (line.years.get(year) for line in dated for year in years)
        sums.append(_sum(together, _years_on(form, years, FIRST_LINE + len(rows))))
    if all(each is None for each in sums):
        return None
    names = [column.key for column in form.columns]
    sums[names.index(form.name_key)] = forms.COMPUTED.in_language(language)
    return sums


def _places(rows: Sequence[Row], counted: Sequence[Row]) -> Sequence[int]:
    """Return the lines of a sheet that the counted rows stand on."""
    held = {id(row) for row in counted}
    return [line for line, row in enumerate(rows, start=FIRST_LINE) if id(row) in held]


def _cells_in(index: int, lines: Sequence[int]) -> str:
    """Return the cells of a column on lines, those in a row as one run: ``C2:C4,C6``."""
    letter = column_letter(index)
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][-1] == line - 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return ",".join(f"{letter}{run[0]}:{letter}{run[-1]}" if len(run) > 1 else f"{letter}{run[0]}" for run in runs)
