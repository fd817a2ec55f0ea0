"""A recipe file (TOML): its steps, and the uncertain choices with their values.

Not for what the steps do (``core.indices``) or for tables of weights (``weight_sets``).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from seutu.core.indices import choice_messages as ask
from seutu.core.indices.choices import WEIGHTING, WEIGHTS, Choice, noisy_weights, with_values
from seutu.core.indices.recipe_fitting import weight_faults
from seutu.core.indices.recipe_reading import UNCERTAINTY, recipe_of
from seutu.core.indices.structure import Structure
from seutu.core.indices.weighting_recipes import Weighing
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.indices import messages as say
from seutu.sources.indices.recipe_lines import CHOICE, line_of, lines_of
from seutu.sources.indices.weight_answers import answers_in_place, beside, with_answers
from seutu.sources.indices.weight_sets import read_weight_sets

CHOICE_KEYS: Final = ("name", "path", "values", "file", "noise")
SOURCES: Final = ("values", "file", "noise")
NOISE_KEYS: Final = ("levels", "factor", "draws")
DRAWS: Final = 100
MOST_DRAWS: Final = 100_000
FACTOR: Final = 0.25


@dataclass(frozen=True)
class RecipeFile:
    """The tables of a recipe without its choices, and the choices; ``lines`` are those of its keys."""

    told: Mapping[str, Any]
    choices: tuple[Choice, ...]
    file: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Name the recipe and the line of the key in the problems that are raised inside and are of no other file."""
        try:
            yield
        except InputProblem as error:
            raise InputProblem(*(_placed(each, self.file, self.lines) for each in error.problems)) from None


def _placed(problem: Problem, file: str | None, lines: Mapping[str, int]) -> Problem:
    if problem.file is not None or problem.line is not None:
        return replace(problem, file=problem.file or file)
    key = problem.column or ""
    told = bool(key) and problem.message.en.startswith(f"{key}:")
    return replace(problem, file=file, line=line_of(key, lines), column=None if told else problem.column)


def read_recipe(path: Path | None, structure: Structure, *, seed: int = 1) -> RecipeFile:
    """Return the recipe of a file, the default one without a file; its steps and each value of its choices checked.

    Files of weights are looked for in the recipe's folder. ``seed`` draws the weights of a choice that is noise.
    Raises ``InputProblem`` with every fault.
    """
    if path is None:
        return RecipeFile({}, ())
    told, lines = _parsed(path)
    with RecipeFile({}, (), path.name, lines).named():
        told = with_answers(told, path.parent, structure)
        faults = weight_faults(structure, recipe_of(told).aggregate.weights)
        if faults:
            raise InputProblem(*faults)
        choices = [
            _choice(row, f"{CHOICE} {number}", path.parent, structure, seed + number)
            for number, row in enumerate(_choices_told(told), start=1)
        ]
        steps = {name: value for name, value in told.items() if name != UNCERTAINTY}
        _refuse_twice(choices)
        _refuse_both_ways(steps, choices)
        _try_values(steps, choices, structure)
    return RecipeFile(steps, tuple(choices), path.name, lines)


def _parsed(path: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the tables of a TOML file and the lines of its keys."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text), lines_of(text)
    except UnicodeDecodeError:
        raise InputProblem(Problem(say.NOT_UTF_8, file=path.name)) from None
    except (ValueError, RecursionError) as error:
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else max(text.count("\n"), 1)
        raise InputProblem(Problem(say.NOT_TOML, line=line, file=path.name)) from None


def _choices_told(told: Mapping[str, Any]) -> list[Any]:
    table = told.get(UNCERTAINTY, {})
    if not isinstance(table, Mapping) or not isinstance(table.get("choice", []), list):
        raise _wrong(ask.NOT_A_CHOICE.filled(path="[[uncertainty.choice]]"), UNCERTAINTY)
    found = [_unknown(f"{UNCERTAINTY}.{key}", ("choice",)) for key in table if key != "choice"]
    if found:
        raise InputProblem(*found)
    rows: list[Any] = table.get("choice", [])
    return rows


def _choice(row: Any, place: str, folder: Path, structure: Structure, seed: int) -> Choice:
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
        sets = read_weight_sets(beside(told["file"], folder, f"{place}.file"), structure)
        return Choice(name, path, tuple(sets.values()), tuple(sets))
    if given[0] == "noise":
        return _noise(name, path, told["noise"], structure, seed, place)
    values = told["values"]
    if not isinstance(values, list) or not values:
        raise _wrong(ask.NO_VALUES.filled(name=name), f"{place}.values")
    if path == WEIGHTING:
        values = [answers_in_place(each, folder, structure) for each in values]
    return Choice(name, path, tuple(values), tuple(str(number) for number in range(1, len(values) + 1)))


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


def _try_values(steps: Mapping[str, Any], choices: Sequence[Choice], structure: Structure) -> None:
    """Read the recipe with each value in its turn, so that one that does not fit is told before the work begins."""
    found: list[Problem] = []
    for number, choice in enumerate(choices, start=1):
        for position in range(len(choice.values)):
            try:
                recipe = recipe_of(with_values(steps, [choice], [position]))
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
