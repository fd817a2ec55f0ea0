"""What stakeholders answered about the weights of an index: points in a table, or compared pairs.

Points: ``stakeholder``, ``iCode``, ``Points``. Pairs: ``stakeholder``, ``first``, ``second``, ``times`` (how many times
as important the first is as the second; 3, 1/3). Not for checking that answers are whole (``core.indices``).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, Final

from seutu.core.indices.structure import Structure
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.problems import InputProblem, Problem, of_file
from seutu.sources.indices import messages as say
from seutu.sources.indices.tables import Cells, as_float, table_of

OF_POINTS: Final = ("stakeholder", "iCode", "Points")
MOST_DIGITS: Final = 15
OF_PAIRS: Final = ("stakeholder", "first", "second", "times")
WEIGHTING: Final = "weighting"
FILE: Final = "file"


def with_answers(told: Mapping[str, Any], folder: Path, structure: Structure) -> dict[str, Any]:
    """Return a recipe with the answers of the file that its ``[aggregate.weighting]`` names in the file's place."""
    aggregate = told.get("aggregate")
    if not isinstance(aggregate, Mapping) or WEIGHTING not in aggregate:
        return dict(told)
    read = answers_in_place(aggregate[WEIGHTING], folder, structure)
    return {**told, "aggregate": {**aggregate, WEIGHTING: read}}


def answers_in_place(weighting: Any, folder: Path, structure: Structure) -> Any:
    """Return a table ``[aggregate.weighting]`` with its file read into it; anything else as it is.

    Raises ``InputProblem`` with every row that lacks its stakeholder, names an unknown code or holds no number.
    """
    if not isinstance(weighting, Mapping) or not isinstance(weighting.get(FILE), str):
        return weighting
    path = beside(weighting[FILE], folder, "aggregate.weighting.file")
    kept = {name: value for name, value in weighting.items() if name != FILE}
    if weighting.get("method") == Weighing.AHP.value:
        return {**kept, "comparisons": read_comparisons(path, structure)}
    if weighting.get("method") == Weighing.BUDGET_ALLOCATION.value:
        return {**kept, "points": read_points(path, structure)}
    raise InputProblem(Problem(say.NO_FILE_HERE.filled(file=path.name), column="aggregate.weighting.file"))


def beside(name: Any, folder: Path, column: str) -> Path:
    """Return the path of a file in the recipe's folder or under it."""
    told = name if isinstance(name, str) else ""
    parts = {*PurePosixPath(told).parts, *PureWindowsPath(told).parts}
    if not told or ".." in parts or PurePosixPath(told).is_absolute() or PureWindowsPath(told).anchor:
        raise InputProblem(Problem(say.OTHER_FOLDER.filled(file=name), column=column, value=told or None))
    return folder / told


def read_points(path: Path, structure: Structure) -> dict[str, dict[str, float]]:
    """Return the points of each stakeholder by code."""
    problems: list[Problem] = []
    found: dict[str, dict[str, float]] = {}
    for cells in _rows(path, OF_POINTS, problems):
        name, code, points = cells.text("stakeholder"), cells.text("iCode"), cells.number("Points")
        _refuse(cells, name, [("iCode", code)], structure, problems)
        if points is None or points < 0:
            problems.append(Problem(say.NO_POINTS, None, cells.line, "Points", cells.text("Points")))
        elif code in found.setdefault(name, {}):
            problems.append(Problem(say.CODE_TWICE.filled(name=name, code=code), None, cells.line, "iCode", code))
        else:
            found[name][code] = points
    with of_file(path.name):
        if problems:
            raise InputProblem(*problems)
    return found


def read_comparisons(path: Path, structure: Structure) -> dict[str, list[list[str | float]]]:
    """Return the compared pairs of each stakeholder, in the order of the rows."""
    problems: list[Problem] = []
    found: dict[str, list[list[str | float]]] = {}
    for cells in _rows(path, OF_PAIRS, problems):
        name, first, second = (cells.text(header) for header in OF_PAIRS[:3])
        _refuse(cells, name, [("first", first), ("second", second)], structure, problems)
        times = _ratio(cells.text("times"))
        if times is None or times <= 0:
            problems.append(Problem(say.NO_RATIO, None, cells.line, "times", cells.text("times")))
        else:
            found.setdefault(name, []).append([first, second, times])
    with of_file(path.name):
        if problems:
            raise InputProblem(*problems)
    return found


def _ratio(text: str) -> float | None:
    """Return the number of a cell such as 3, 0,5 or 1/3."""
    above, line, below = text.partition("/")
    if not line:
        return as_float(text)
    parts = above.strip(), below.strip()
    written = all(part.isascii() and part.isdigit() and len(part) <= MOST_DIGITS for part in parts)
    if not written or not int(parts[1]):
        return None
    return float(Fraction(int(parts[0]), int(parts[1])))


def _rows(path: Path, headers: Sequence[str], problems: list[Problem]) -> list[Cells]:
    with of_file(path.name):
        table = table_of(path, tuple(headers), tuple(headers))
    return [Cells(table, row, problems) for row in table.rows]


def _refuse(
    cells: Cells, name: str, codes: Sequence[tuple[str, str]], structure: Structure, problems: list[Problem]
) -> None:
    if not name:
        problems.append(Problem(say.NO_STAKEHOLDER, None, cells.line, "stakeholder"))
    problems += [
        Problem(say.NO_SUCH_CODE.filled(code=code), None, cells.line, header, code)
        for header, code in codes
        if code not in structure.by_code
    ]
