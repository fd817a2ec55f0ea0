"""The uncertain choices that a recipe names, read and checked, each value tried in its turn.

Not for files that a choice may name, which the caller reads (``sources.indices``), or for replicates (``replaying``).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from seutu.core.indices import choice_messages as ask
from seutu.core.indices.choices import WEIGHTING, WEIGHTS, Choice, Told, noisy_weights, with_values
from seutu.core.indices.recipe_fitting import weight_faults
from seutu.core.indices.recipe_reading import UNCERTAINTY, recipe_of
from seutu.core.indices.structure import Structure
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

CHOICE: Final = "uncertainty.choice"
CHOICE_KEYS: Final = ("name", "path", "values", "file", "noise")
SOURCES: Final = ("values", "file", "noise")
NOISE_KEYS: Final = ("levels", "factor", "draws")
DRAWS: Final = 100
MOST_DRAWS: Final = 100_000
FACTOR: Final = 0.25
WeightSets = Callable[[Any, str], Mapping[str, Mapping[str, float]]]
"""Reads the sets of weights of a file that a choice names; the place of the name in the recipe is for messages."""


def choices_told(
    told: Told,
    structure: Structure,
    *,
    seed: int = 1,
    weight_sets: WeightSets | None = None,
    answers: Callable[[Any], Any] | None = None,
) -> tuple[Choice, ...]:
    """Return the choices of a recipe, none where it names none. ``seed`` draws the weights of a choice that is noise.

    Without ``weight_sets`` a choice may not name a file; ``answers`` puts the answers of a file in their place in a
    value that is a weighting. Raises ``InputProblem`` with every fault.
    """
    rows = _rows_told(told)
    choices = []
    for number, row in enumerate(rows, start=1):
        choices.append(_choice(row, f"{CHOICE} {number}", structure, seed + number, (weight_sets, answers)))
    steps = {name: value for name, value in told.items() if name != UNCERTAINTY}
    _refuse_twice(choices)
    _refuse_both_ways(steps, choices)
    _try_values(steps, choices, structure)
    return tuple(choices)


def _rows_told(told: Mapping[str, Any]) -> list[Any]:
    table = told.get(UNCERTAINTY, {})
    if not isinstance(table, Mapping) or not isinstance(table.get("choice", []), list):
        raise _wrong(ask.NOT_A_CHOICE.filled(path="[[uncertainty.choice]]"), UNCERTAINTY)
    found = [_unknown(f"{UNCERTAINTY}.{key}", ("choice",)) for key in table if key != "choice"]
    if found:
        raise InputProblem(*found)
    rows: list[Any] = table.get("choice", [])
    return rows


def _choice(
    row: Any,
    place: str,
    structure: Structure,
    seed: int,
    readers: tuple[WeightSets | None, Callable[[Any], Any] | None],
) -> Choice:
    weight_sets, answers = readers
    told = row if isinstance(row, Mapping) else {}
    name, path = told.get("name"), told.get("path")
    given = [key for key in SOURCES if key in told]
    if not (isinstance(name, str) and isinstance(path, str) and name and path and given):
        raise _wrong(ask.NOT_A_CHOICE.filled(path=place), place)
    unknown = [_unknown(f"{place}.{key}", CHOICE_KEYS) for key in told if key not in CHOICE_KEYS]
    if unknown:
        raise InputProblem(*unknown)
    if len(given) > 1:
        raise _wrong(ask.SEVERAL_SOURCES.filled(name=name, given=", ".join(given)), f"{place}.{given[1]}")
    if path.partition(".")[0] == UNCERTAINTY:
        raise _wrong(ask.NO_PATH.filled(name=name, path=path), f"{place}.path", path)
    if given[0] != "values" and path != WEIGHTS:
        raise _wrong(ask.WEIGHTS_ONLY.filled(name=name, source=given[0], path=path), f"{place}.path", path)
    if given[0] == "file":
        return _of_file(name, path, told["file"], f"{place}.file", weight_sets)
    if given[0] == "noise":
        return _noise(name, path, told["noise"], structure, seed, place)
    values = told["values"]
    if not isinstance(values, list) or not values:
        raise _wrong(ask.NO_VALUES.filled(name=name), f"{place}.values")
    if path == WEIGHTING and answers is not None:
        values = [answers(each) for each in values]
    return Choice(name, path, tuple(values), tuple(str(number) for number in range(1, len(values) + 1)))


def _of_file(name: str, path: str, file: Any, place: str, weight_sets: WeightSets | None) -> Choice:
    if weight_sets is None:
        raise _wrong(ask.NO_FILES.filled(name=name), place)
    sets = weight_sets(file, place)
    return Choice(name, path, tuple(sets.values()), tuple(sets))


def _noise(name: str, path: str, told: Any, structure: Structure, seed: int, place: str) -> Choice:
    held = told if isinstance(told, Mapping) else {}
    unknown = [_unknown(f"{place}.noise.{key}", NOISE_KEYS) for key in held if key not in NOISE_KEYS]
    if unknown:
        raise InputProblem(*unknown)
    levels, factor, draws = held.get("levels"), held.get("factor", FACTOR), held.get("draws", DRAWS)
    fits = (
        isinstance(levels, list)
        and bool(levels)
        and all(_is_whole(level, 1, len(structure.levels)) for level in levels)
        and isinstance(factor, int | float)
        and not isinstance(factor, bool)
        and 0 < factor <= 1
        and _is_whole(draws, 2, MOST_DRAWS)
    )
    if not fits or not isinstance(levels, list):
        facts = {"name": name, "levels": len(structure.levels), "most": MOST_DRAWS}
        raise _wrong(ask.NOISE_VALUES.filled(**facts), f"{place}.noise")
    sets = noisy_weights(structure, levels, float(factor), draws, seed)
    return Choice(name, path, sets, tuple(str(number) for number in range(1, draws + 1)), drawn=True)


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _refuse_twice(choices: Sequence[Choice]) -> None:
    """Raise ``InputProblem`` for a name that stands twice, and for a choice that a later one puts out of effect."""
    found, names = list[Problem](), [choice.name for choice in choices]
    for number, choice in enumerate(choices, start=1):
        if choice.name in names[: number - 1]:
            found.append(Problem(ask.NAME_TWICE.filled(name=choice.name), column=f"{CHOICE} {number}.name"))
        for earlier in choices[: number - 1]:
            if f"{earlier.path}.".startswith(f"{choice.path}."):
                message = ask.PATH_TWICE.filled(name=choice.name, other=earlier.name, path=choice.path)
                found.append(Problem(message, column=f"{CHOICE} {number}.path", value=choice.path))
    if found:
        raise InputProblem(*found)


def _refuse_both_ways(steps: Mapping[str, Any], choices: Sequence[Choice]) -> None:
    """Raise ``InputProblem`` where weights are both varied and worked out: the one would undo the other unseen."""
    worked_out = recipe_of(steps).aggregate.weighting.method is not Weighing.GIVEN
    worked_out = worked_out or any(f"{choice.path}.".startswith(f"{WEIGHTING}.") for choice in choices)
    found = [
        Problem(ask.BOTH_CHOICES.filled(name=choice.name), column=f"{CHOICE} {number}.path")
        for number, choice in enumerate(choices, start=1)
        if choice.path == WEIGHTS and worked_out
    ]
    if found:
        raise InputProblem(*found)


def _in_place(told: Told, steps: Told) -> Told:
    """Return a recipe whose step that only a choice names stands before the last ones, as it does when it is run."""
    if set(told) == set(steps):
        return told
    last = [name for name in ("normalise", "aggregate") if name in told]
    return {name: table for name, table in told.items() if name not in last} | {name: told[name] for name in last}


def _try_values(steps: Mapping[str, Any], choices: Sequence[Choice], structure: Structure) -> None:
    """Read the recipe with each value in its turn, so that one that does not fit is told before the work begins."""
    found: list[Problem] = []
    for number, choice in enumerate(choices, start=1):
        for position in range(len(choice.values)):
            try:
                recipe = recipe_of(_in_place(with_values(steps, [choice], [position]), steps))
                faults = [] if choice.drawn else weight_faults(structure, recipe.aggregate.weights)
            except InputProblem as error:
                faults = list(error.problems)
            for each in faults:
                told = ask.WITH_CHOICES.filled(
                    problem=each.message, choices=f"{choice.name}: {choice.value_told(position)}"
                )
                found.append(replace(each, message=told, column=f"{CHOICE} {number}.values"))
    if found:
        raise InputProblem(*found)


def _unknown(path: str, known: Sequence[str]) -> Problem:
    return Problem(ask.NO_KEY.filled(path=path, known=", ".join(known)), column=path)


def _wrong(message: Text, column: str, value: str | None = None) -> InputProblem:
    return InputProblem(Problem(message, column=column, value=value or None))
