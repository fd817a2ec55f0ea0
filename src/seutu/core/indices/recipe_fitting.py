"""Whether a recipe goes with a structure and its units: every code that it names is there and of the right kind.

Not for the form of a recipe (``recipe_reading``) or for the figures (``unit_tables``).
"""

from collections.abc import Iterator, Mapping, Sequence

from seutu.core.indices import recipe_messages as say
from seutu.core.indices import unit_messages
from seutu.core.indices.recipes import OF_GROUP, Recipe
from seutu.core.indices.structure import INDEXED, Structure
from seutu.core.indices.unit_tables import UnitTable
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text


def refuse_unfit_recipe(units: UnitTable, structure: Structure, recipe: Recipe) -> None:
    """Raise ``InputProblem`` for each key of the recipe that does not go with the structure or the units."""
    found = [
        *weight_faults(structure, recipe.aggregate.weights),
        *_codes(structure, recipe),
        *_units(units, recipe),
        *_whole(units, structure, recipe),
    ]
    if found:
        raise InputProblem(*found)


def weight_faults(structure: Structure, weights: Mapping[str, float]) -> list[Problem]:
    """Return a problem for each code that no weight can have, and for each aggregate whose parts have none left."""
    found = [
        _unknown("aggregate.weights", code, say.AMONG_INDEXED)
        for code in weights
        if code not in structure.by_code or structure.by_code[code].kind not in INDEXED
    ]
    for node in structure.aggregates:
        children = structure.children(node.code)
        named = [child.code for child in children if child.code in weights]
        if named and not any(weights.get(child.code, child.weight) > 0 for child in children):
            message = say.NO_WEIGHT.filled(parent=node.code)
            found.append(Problem(message, column=f"aggregate.weights.{named[0]}"))
    return found


def _codes(structure: Structure, recipe: Recipe) -> Iterator[Problem]:
    indicators = {node.code for node in structure.indicators}
    divided = {node.code for node in structure.indicators if node.denominator}
    indexed = {node.code for node in structure.nodes if node.kind in INDEXED}
    named: list[tuple[str, Sequence[str], set[str], Text]] = [
        ("treat.own", tuple(recipe.treat.own), indicators, say.AMONG_INDICATORS),
        ("normalise.own", tuple(recipe.normalise.own), indicators, say.AMONG_INDICATORS),
        ("denominate.factors", tuple(recipe.denominate.factors), divided, say.AMONG_DIVIDED),
        ("screen.under", recipe.screen.under, indexed, say.AMONG_INDEXED),
    ]
    for path, codes, known, where in named:
        yield from (_unknown(path, code, where) for code in codes if code not in known)


def _units(units: UnitTable, recipe: Recipe) -> Iterator[Problem]:
    for path, named in (("screen.include", recipe.screen.include), ("screen.exclude", recipe.screen.exclude)):
        yield from (_unknown(path, code, say.AMONG_UNITS) for code in named if code not in units.units)
    for code in recipe.screen.include:
        if code in recipe.screen.exclude:
            yield Problem(say.BOTH_WAYS.filled(code=code), column="screen.include", value=code)


def _whole(units: UnitTable, structure: Structure, recipe: Recipe) -> Iterator[Problem]:
    group = recipe.impute.group
    if recipe.impute.method in OF_GROUP and group not in units.groups:
        yield Problem(unit_messages.NO_GROUP_COLUMN.filled(group=group or "?"), column="impute.group", value=group)
    levels = len(structure.levels) - 1
    given = len(recipe.aggregate.methods)
    if given > levels:
        yield Problem(say.MANY_MEANS.filled(given=given, levels=levels), column="aggregate.method")


def _unknown(path: str, code: str, where: Text) -> Problem:
    column = path if path.startswith("screen.") else f"{path}.{code}"
    return Problem(say.NO_SUCH_CODE.filled(path=path, code=code, where=where), column=column, value=code)
