"""A design of replicates: a row for each, with the value that each choice has in it.

Not for drawing replicates (``core.indices.uncertainty``).
"""

from collections.abc import Sequence
from pathlib import Path

from seutu.core.indices.choices import Choice, positions_of, refuse_drawn
from seutu.core.problems import InputProblem, Problem, of_file
from seutu.sources.indices import messages as say
from seutu.sources.indices.tables import Cells, table_of


def read_design(path: Path, choices: Sequence[Choice]) -> tuple[tuple[str, ...], list[tuple[int, ...]]]:
    """Return the names of the replicates and the 0-based positions of their choices.

    A column ``rep`` and one for each choice. Raises ``InputProblem`` for a choice that is drawn, and for each bad cell.
    """
    refuse_drawn(choices)
    columns = ("rep", *(choice.name for choice in choices))
    with of_file(path.name):
        table = table_of(path, columns, columns)
        problems: list[Problem] = []
        rows = [Cells(table, row, problems) for row in table.rows]
        names: list[str] = []
        for row in rows:
            name = row.text("rep")
            if not name or name in names:
                row.wrong(say.NO_REPLICATE, "rep")
            names.append(name)
        if problems:
            raise InputProblem(*problems)
        told = [{choice.name: row.text(choice.name) for choice in choices} for row in rows]
        return tuple(names), positions_of(told, choices, lines=[row.line for row in rows])
