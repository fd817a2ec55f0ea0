"""A recipe file (TOML): its steps, and the uncertain choices with their values.

Not for what the steps do (``core.indices``) or for tables of weights (``weight_sets``).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from seutu.core.indices.choice_reading import choices_told
from seutu.core.indices.choices import Choice
from seutu.core.indices.recipe_fitting import weight_faults
from seutu.core.indices.recipe_reading import UNCERTAINTY, recipe_of
from seutu.core.indices.structure import Structure
from seutu.core.problems import InputProblem, Problem
from seutu.sources.indices import messages as say
from seutu.sources.indices.recipe_lines import line_of, lines_of
from seutu.sources.indices.weight_answers import answers_in_place, beside, with_answers
from seutu.sources.indices.weight_sets import read_weight_sets


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
        choices = choices_told(
            told,
            structure,
            seed=seed,
            weight_sets=lambda name, place: read_weight_sets(beside(name, path.parent, place), structure),
            answers=lambda value: answers_in_place(value, path.parent, structure),
        )
        steps = {name: value for name, value in told.items() if name != UNCERTAINTY}
    return RecipeFile(steps, choices, path.name, lines)


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
