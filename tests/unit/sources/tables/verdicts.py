"""Judges whether reading a generated file led to what its case expects."""

from seutu.core.problems import InputProblem, Problem
from seutu.sources.tables import FoundTable, TableFile, find_table, open_tables
from tests.malformed.cases import Case


def read_case(case: Case) -> tuple[TableFile, list[FoundTable]]:
    file = open_tables(case.path)
    return file, [find_table(sheet) for sheet in file.sheets]


def verdict(case: Case) -> str:
    """Return "" when all is as expected, else what is not."""
    try:
        file, tables = read_case(case)
    except InputProblem as refusal:
        return _judge_refusal(case, list(refusal.problems))
    if case.expectation == "refused":
        return f"was read: {[table.rows[:2] for table in tables]}"
    return _judge_reading(case, file, tables)


def _judge_reading(case: Case, file: TableFile, tables: list[FoundTable]) -> str:
    told = [problem for table in tables for row in table.rows for problem in row.problems]
    notes = [*file.notes, *(note for table in tables for note in table.notes)]
    if case.expectation == "row_problem":
        return _judge_problems(case, told)
    if told:
        return f"had problems: {told[:2]}"
    if case.expectation == "note" and not notes:
        return "nothing was noted"
    if not all(_complete(note) for note in notes):
        return f"not in three languages: {notes}"
    return _judge_cells(case, tables)


def _judge_refusal(case: Case, problems: list[Problem]) -> str:
    if case.expectation != "refused":
        return f"was refused: {problems}"
    return _judge_problems(case, problems)


def _judge_problems(case: Case, problems: list[Problem]) -> str:
    if not problems:
        return "no problem was told"
    if not all(_complete(problem) for problem in problems):
        return f"not in three languages: {problems}"
    places = [(problem.line, problem.column) for problem in problems]
    wanted = [
        (line, column)
        for line, column in places
        if case.line in (None, line) and (case.column is None or case.column == column)
    ]
    return "" if wanted else f"expected at {case.line}, {case.column}, told at {places}"


def _judge_cells(case: Case, tables: list[FoundTable]) -> str:
    rows = {row.line: row.values for row in tables[0].rows}
    wrong = [
        (line, header, value, rows.get(line, {}).get(header))
        for line, header, value in case.cells
        if line not in rows or rows[line].get(header) != value or type(rows[line].get(header)) is not type(value)
    ]
    return f"read wrong: {wrong}" if wrong else ""


def _complete(problem: Problem) -> bool:
    texts = problem.message.as_dict()
    return all(text.strip().endswith((".", ").")) for text in texts.values()) and len(set(texts.values())) == len(texts)
