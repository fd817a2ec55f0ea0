"""Sets of weights for an uncertain choice, out of a table of ``set_id``, ``iCode``, ``Level`` and ``Weight``.

Not for the weights of the structure (``tables``).
"""

from pathlib import Path
from typing import Final

from seutu.core.indices.recipe_fitting import weight_faults
from seutu.core.indices.structure import GREATEST, INDEXED, Structure
from seutu.core.problems import InputProblem, Problem, of_file
from seutu.sources.indices import messages as say
from seutu.sources.indices.tables import Cells, table_of

COLUMNS: Final = ("set_id", "iCode", "Level", "Weight")
NEEDED: Final = ("set_id", "iCode", "Weight")


def read_weight_sets(path: Path, structure: Structure) -> dict[str, dict[str, float]]:
    """Return sets of weights by their id, in the order of the rows.

    A set names the codes whose weight it replaces. Raises ``InputProblem`` for each row without a set or with a code
    that has no weight in the structure, stands in the set already, or is said to be at another level; for each weight
    that is no number of zero or more; and for each set that leaves the parts of an aggregate nothing but zeros.
    """
    with of_file(path.name):
        table = table_of(path, COLUMNS, NEEDED)
        problems: list[Problem] = []
        sets: dict[str, dict[str, float]] = {}
        lines: dict[str, int] = {}
        for row in table.rows:
            cells = Cells(table, row, problems)
            lines.setdefault(cells.text("set_id"), cells.line)
            _put(cells, structure, sets)
        if not problems:
            problems += _bare(structure, sets, lines)
        if problems:
            raise InputProblem(*problems)
    return sets


def _put(cells: Cells, structure: Structure, sets: dict[str, dict[str, float]]) -> None:
    """Put the weight of a row into its set, or collect what is wrong with the row."""
    name, code = cells.text("set_id"), cells.text("iCode")
    weight, level = cells.number("Weight"), cells.number("Level")
    node = structure.by_code.get(code)
    if not name:
        cells.wrong(say.NO_SET, "set_id")
    if node is None or node.kind not in INDEXED:
        cells.wrong(say.NO_SUCH_CODE.filled(code=code), "iCode")
    elif level is not None and level != node.level:
        cells.wrong(say.OTHER_LEVEL.filled(code=code, level=node.level), "Level")
    elif code in sets.get(name, {}):
        cells.wrong(say.TWICE_IN_SET.filled(code=code, name=name), "iCode")
    elif weight is None or not 0 <= weight <= GREATEST:
        cells.wrong(say.NEGATIVE_WEIGHT, "Weight")
    else:
        sets.setdefault(name, {})[code] = weight


def _bare(structure: Structure, sets: dict[str, dict[str, float]], lines: dict[str, int]) -> list[Problem]:
    found = []
    for name, weights in sets.items():
        for each in weight_faults(structure, weights):
            parent = structure.by_code[str(each.column).rpartition(".")[2]].parent
            message = say.NO_WEIGHT.filled(name=name, parent=parent)
            found.append(Problem(message, line=lines[name], column="Weight"))
    return found
