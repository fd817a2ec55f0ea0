"""Files of answers read into headings and rows, whatever their kind. Not for storing answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from seutu.apps.records.sheets.columns import said
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.forms import form_of
from seutu.apps.statistics.surveys.import_operations import SheetRow
from seutu.apps.statistics.surveys.spss_answers import spss_sheet
from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.spss import is_spss, read_spss
from seutu.sources.tables import find_table, open_tables, unmark_text


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """A read file: its headings, rows, what headings mean (a code, or a minus), and what a person should know of it."""

    headers: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    column_map: Mapping[str, str]
    notes: tuple[Text, ...] = ()


def read_answer_file(path: Path, wave: SurveyWave, column_map: Mapping[str, str]) -> AnswerSheet:
    """Return what a file holds for a wave; raises InputProblem for a file that cannot be read, and NoFormError."""
    if is_spss(path):
        headers, cells, meant, notes = spss_sheet(read_spss(path), wave, form_of(wave), column_map)
        rows = tuple(SheetRow(number, row) for number, row in enumerate(cells, start=1))
        return AnswerSheet(headers, rows, meant, notes)
    table = find_table(open_tables(path).sheets[0])
    if faulty := [problem for row in table.rows for problem in row.problems]:
        raise InputProblem(*faulty)
    rows = tuple(
        SheetRow(row.line, {header: unmark_text(said(cell)) for header, cell in row.values.items() if cell is not None})
        for row in table.rows
    )
    return AnswerSheet(tuple(each.text for each in table.header), rows, column_map)
