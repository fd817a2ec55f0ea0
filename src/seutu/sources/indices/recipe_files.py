"""A recipe file (TOML): its steps, and the uncertain choices with their values and sets of weights.

Not for what the steps do (``core.indices``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from seutu.core.indices import choice_messages as ask
from seutu.core.indices.choices import WEIGHTING, WEIGHTS, Choice, noisy_weights
from seutu.core.indices.recipe_reading import UNCERTAINTY, recipe_of
from seutu.core.indices.structure import Structure
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.problems import InputProblem, Problem
from seutu.sources.indices import messages as say
from seutu.sources.indices.tables import Cells
from seutu.sources.indices.weight_answers import answers_in_place, with_answers
from seutu.sources.tables import find_table, open_tables

OF_WEIGHTS: Final = ("set_id", "iCode", "Level", "Weight")
DRAWS: Final = 100
FACTOR: Final = 0.25


@dataclass(frozen=True)
class RecipeFile:
    """The tables of a recipe without its choices, and the choices."""

    told: Mapping[str, Any]
    choices: tuple[Choice, ...]


def read_recipe(path: Path | None, structure: Structure, *, seed: int = 1) -> RecipeFile:
    """Return the recipe of a file, the default one without a file; its steps and each value of its choices checked.

    Files of weights are looked for in the recipe's folder. ``seed`` draws the weights of a choice that is noise.
    Raises ``InputProblem`` with every fault.
    """
    if path is None:
        return RecipeFile({}, ())
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputProblem(Problem(say.NOT_TOML.filled(file=path.name, reason=error))) from None
    told = with_answers(told, path.parent, structure)
    recipe_of(told)
    rows = told.get(UNCERTAINTY, {})
    listed = rows.get("choice", []) if isinstance(rows, Mapping) else None
    if not isinstance(listed, list):
        raise InputProblem(Problem(ask.NOT_A_CHOICE.filled(path="[[uncertainty.choice]]")))
    choices = [_choice(row, number, path.parent, structure, seed) for number, row in enumerate(listed, start=1)]
    _refuse_twice(choices)
    _refuse_both_ways(told, choices)
    steps = {name: value for name, value in told.items() if name != UNCERTAINTY}
    _try_values(steps, choices)
    return RecipeFile(steps, tuple(choices))


def _choice(row: Any, number: int, folder: Path, structure: Structure, seed: int) -> Choice:
    told = row if isinstance(row, Mapping) else {}
    name, path = told.get("name"), told.get("path")
    if not isinstance(name, str) or not isinstance(path, str) or not name or not path:
        raise InputProblem(Problem(ask.NOT_A_CHOICE.filled(path=f"uncertainty.choice {number}")))
    if isinstance(told.get("file"), str) and path != WEIGHTING:
        sets = read_weight_sets(folder / told["file"], structure)
        return Choice(name, path, tuple(sets.values()), tuple(sets))
    if isinstance(told.get("noise"), Mapping) and path == WEIGHTS:
        return _noise(name, path, told["noise"], structure, seed + number)
    values = told.get("values")
    if not isinstance(values, list) or not values:
        raise InputProblem(Problem(ask.NOT_A_CHOICE.filled(path=f"uncertainty.choice {name}")))
    if path == WEIGHTING:
        values = [answers_in_place(each, folder, structure) for each in values]
    return Choice(name, path, tuple(values), tuple(str(place) for place in range(1, len(values) + 1)))


def _noise(name: str, path: str, told: Mapping[str, Any], structure: Structure, seed: int) -> Choice:
    levels, factor, draws = told.get("levels"), told.get("factor", FACTOR), told.get("draws", DRAWS)
    fits = (
        isinstance(levels, list)
        and bool(levels)
        and all(isinstance(level, int) and 1 <= level <= len(structure.levels) for level in levels)
        and isinstance(factor, int | float)
        and 0 < factor <= 1
        and isinstance(draws, int)
        and draws > 1
    )
    if not fits or not isinstance(levels, list):
        raise InputProblem(Problem(ask.NOISE_VALUES.filled(name=name, levels=len(structure.levels))))
    sets = noisy_weights(structure, levels, float(factor), draws, seed)
    return Choice(name, path, sets, tuple(str(place) for place in range(1, draws + 1)), drawn=True)


def read_weight_sets(path: Path, structure: Structure) -> dict[str, dict[str, float]]:
    """Return sets of weights by their id, out of a table of ``set_id``, ``iCode``, ``Level``, ``Weight``."""
    file = open_tables(path)
    table = find_table(file.sheets[0], OF_WEIGHTS)
    problems: list[Problem] = []
    sets: dict[str, dict[str, float]] = {}
    for row in table.rows:
        cells = Cells(table, row, problems)
        code, weight = cells.text("iCode"), cells.number("Weight")
        if code not in structure.by_code:
            problems.append(Problem(say.NO_SUCH_CODE.filled(code=code), None, cells.line, "iCode", code))
        elif weight is None or weight < 0:
            problems.append(Problem(say.NEGATIVE_WEIGHT, None, cells.line, "Weight", cells.text("Weight")))
        else:
            sets.setdefault(cells.text("set_id"), {})[code] = weight
    if problems:
        raise InputProblem(*problems)
    return sets


def _refuse_twice(choices: list[Choice]) -> None:
    names = [choice.name for choice in choices]
    found = [Problem(ask.NAME_TWICE.filled(name=name)) for name in dict.fromkeys(names) if names.count(name) > 1]
    if found:
        raise InputProblem(*found)


def _refuse_both_ways(told: Mapping[str, Any], choices: list[Choice]) -> None:
    """Raise ``InputProblem`` where weights are both varied and worked out: the one would undo the other unseen."""
    worked_out = recipe_of(told).aggregate.weighting.method is not Weighing.GIVEN
    worked_out = worked_out or any(f"{choice.path}.".startswith(f"{WEIGHTING}.") for choice in choices)
    found = [
        Problem(ask.BOTH_CHOICES.filled(name=choice.name))
        for choice in choices
        if choice.path == WEIGHTS and worked_out
    ]
    if found:
        raise InputProblem(*found)


def _try_values(steps: Mapping[str, Any], choices: list[Choice]) -> None:
    """Read the recipe with each value in its turn, so that one that does not fit is told before the work begins."""
    from seutu.core.indices.choices import with_values

    for choice in choices:
        for position in range(len(choice.values)):
            recipe_of(with_values(steps, [choice], [position]))
