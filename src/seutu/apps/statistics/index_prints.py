"""An index as documents and tables: its audit with the origin of every figure, its results. Not for its page."""

import io
import math
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np

from seutu.apps.statistics.index_queries import Worked
from seutu.apps.statistics.index_units import Cell, place_name
from seutu.core.indices.auditing import audited, tied_groups
from seutu.core.indices.recipes import Step
from seutu.core.indices.treatment import Treatment
from seutu.core.statistics.index_sentences import interval_note
from seutu.core.surveys.rank_statements import score_intervals
from seutu.core.text import Language
from seutu.reporting.documents import Document, Paragraph, document_to_docx, document_to_pdf
from seutu.reporting.indices.audit_document import as_document
from seutu.reporting.indices.coin_tool import coin_tool_workbook
from seutu.reporting.indices.exchange import csv_pair, recipe_toml, workbook
from seutu.reporting.indices.provenance import CellOrigin, annex, provenance_table
from seutu.reporting.indices.usual_choices import named, sensitivity_of
from seutu.reporting.tables import TableColumn, TableContent, write_csv

TOP: Final = 10
FORMS: Final = ("audit.docx", "audit.pdf", "results.csv", "figures.csv", "coinr.zip", "coinr.xlsx", "coin-tool.xlsx")


def written_form(worked: Worked, form: str, title: str, language: Language, *, at: date) -> bytes:
    """Return one of the ``FORMS`` of an index. Raises ``KeyError`` for another."""
    if form not in FORMS:
        raise KeyError(form)
    if form == "results.csv":
        return _csv(results_table(worked), language)
    if form == "figures.csv":
        return _csv(provenance_table(origins(worked, language), language), language)
    if form.startswith("coin"):
        return _exchanged(worked, form)
    document = audit_document(worked, title, language, at=at)
    return document_to_pdf(document) if form == "audit.pdf" else document_to_docx(document)


def _exchanged(worked: Worked, form: str) -> bytes:
    """Return the index for another program. The archive holds the recipe too."""
    table, structure = worked.trial.index.raw, worked.design.structure
    if form == "coin-tool.xlsx":
        return coin_tool_workbook(table, worked.weighed.structure).content
    if form == "coinr.xlsx":
        return workbook(table, structure)
    files = csv_pair(table, structure) | {"recipe.toml": recipe_toml(worked.design.told)}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def audit_document(worked: Worked, title: str, language: Language, *, at: date) -> Document:
    """Return the audit of an index in the ten steps of the Handbook, with the origin of its figures as an annex."""
    trial = worked.trial
    found = sensitivity_of(trial)
    called = found if trial.is_own else named(found, language)
    audit = audited(trial.index, worked.design.told, uncertainty=trial.uncertainty, sensitivity=called)
    document = as_document(audit, language, at=at, beside=False)
    told = Paragraph(interval_note(with_survey=trial.sampled is not None).in_language(language), "note")
    return replace(document, title=title, blocks=(told, *document.blocks, *annex(origins(worked, language), language)))


def origins(worked: Worked, language: Language) -> list[CellOrigin]:
    """Return the origin of every cell, by indicator and unit: source, year, what was imputed and what was treated."""
    index, units = worked.trial.index, worked.units
    imputed = _imputed(worked)
    moved = {(unit, each.code) for each in index.treatment for unit in each.units}
    whole = {each.code for each in index.treatment if each.move.step is Treatment.TRANSFORMED}
    found = []
    for code in units.codes:
        for unit in units.units:
            key = unit, code
            treated = key in moved or code in whole
            found.append(_origin(units.cells[key], worked, language, imputed=key in imputed, treated=treated))
    return found


def _imputed(worked: Worked) -> set[tuple[str, str]]:
    index = worked.trial.index
    table = index.after[Step.IMPUTE]
    return {(table.units[row], table.columns[column]) for row, column in np.argwhere(index.imputed)}


def _origin(cell: Cell, worked: Worked, language: Language, *, imputed: bool, treated: bool) -> CellOrigin:
    sources: Sequence[str] = [source.name for source in cell.sources]
    return CellOrigin(
        unit=cell.unit,
        unit_name=place_name(cell.unit, language),
        code=cell.code,
        indicator=worked.units.indicators[cell.code].label.in_language(language),
        value=math.nan if cell.value is None else float(cell.value),
        year=cell.year,
        status=cell.why or cell.status_text,
        source="; ".join(dict.fromkeys(sources)),
        licence="; ".join(dict.fromkeys(source.licence for source in cell.sources)),
        is_imputed=imputed,
        is_treated=treated,
        is_merged=cell.is_merged,
    )


def results_table(worked: Worked) -> TableContent:
    """Return a row for each unit: score, rank, interval, chance of the first ten, tied group; blank if not ranked.

    Of an index with a survey also the 90 % interval of the score by the survey's sampling error, the recipe as it is.
    """
    found, names = worked.trial.uncertainty, worked.trial.index.raw.names
    intervals, chances = found.intervals(), found.chance_of_top(TOP)
    groups = {unit: number for number, group in enumerate(tied_groups(found), start=1) for unit in group}
    columns = ["uCode", "uName", "score", "rank", "rank_low", "rank_high", "chance_top_10", "tied_group"]
    scores = None if worked.trial.sampled is None else score_intervals(worked.trial.sampled.scores)
    columns += [] if scores is None else ["score_low", "score_high"]
    rows = [
        [
            unit,
            names[unit],
            _figure(worked.trial.index.top[row]),
            _figure(found.nominal[row]),
            _figure(intervals[row][0]),
            _figure(intervals[row][2]),
            _figure(chances[row]),
            groups.get(unit),
            *(() if scores is None else (_figure(value) for value in scores[row])),
        ]
        for row, unit in enumerate(found.units)
    ]
    return TableContent("results", tuple(TableColumn(name, name) for name in columns), rows)


def _figure(value: float) -> float | int | None:
    number = float(value)
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() else number


def _csv(content: TableContent, language: Language) -> bytes:
    stream = io.BytesIO()
    write_csv(content, stream, form="machine", language=language)
    return stream.getvalue()
