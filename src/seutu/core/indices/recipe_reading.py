"""A recipe out of the tables and keys of its file; every key that is wrong is one problem with its path.

Not for opening a file (``sources.indices``) or for the choices of an uncertainty analysis (``choices``).
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from seutu.core.indices import recipe_messages as say
from seutu.core.indices.recipes import (
    Aggregate,
    Correction,
    Denominate,
    Imputation,
    Impute,
    Limits,
    Mean,
    Normalise,
    OverTime,
    Recipe,
    Rounds,
    Scale,
    Scaling,
    Screen,
    Screening,
    Step,
    Treat,
)
from seutu.core.indices.structure import GREATEST
from seutu.core.indices.weighting_recipes import Comparison, WeightingChoice
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

Told = Mapping[str, Any]
Code = TypeVar("Code", bound=StrEnum)
UNCERTAINTY: Final = "uncertainty"
AMPI_RANGE: Final = (70.0, 130.0)
PAIR: Final = ("first", "second", "times")
STEP_NAMES: Final = tuple(step.value for step in Step)


def recipe_of(told: Told) -> Recipe:
    """Return the recipe of the tables of a file; what is left out keeps its default.

    Steps run in the order of their tables, one that is not told right after the one that it follows by default. Raises
    ``InputProblem`` with every fault: an unknown step or key, a value that does not fit, an order in which normalising
    does not come before aggregating or aggregating is not last.
    """
    keys = _Keys()
    for name in told:
        if name not in {*STEP_NAMES, UNCERTAINTY}:
            keys.wrong(name, say.NO_STEP.filled(step=name, known=", ".join((*STEP_NAMES, UNCERTAINTY))))
    recipe = Recipe(
        denominate=_denominate(keys, keys.table(told, Step.DENOMINATE)),
        impute=_impute(keys, keys.table(told, Step.IMPUTE)),
        screen=_screen(keys, keys.table(told, Step.SCREEN)),
        treat=_treat(keys, keys.table(told, Step.TREAT)),
        normalise=_normalise(keys, keys.table(told, Step.NORMALISE)),
        aggregate=_aggregate(keys, keys.table(told, Step.AGGREGATE)),
        order=_order([name for name in told if name in STEP_NAMES]),
    )
    if recipe.order[-1] is not Step.AGGREGATE:
        keys.wrong("", say.WRONG_ORDER.filled(order=", ".join(recipe.order)))
    if keys.problems:
        raise InputProblem(*keys.problems)
    return recipe


def _order(told: Sequence[str]) -> tuple[Step, ...]:
    order = [Step(name) for name in told]
    for place, step in enumerate(Step):
        if step not in order:
            before = [order.index(each) for each in tuple(Step)[:place] if each in order]
            order.insert(max(before) + 1 if before and place else 0, step)
    return tuple(order)


class _Keys:
    """Reads values and collects what is wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, path: str, message: Text, value: object = None) -> None:
        self.problems.append(Problem(message, column=path or None, value=None if value is None else str(value)))

    def table(self, told: Told, path: str) -> Told:
        value = told.get(path.rpartition(".")[2], {})
        if isinstance(value, Mapping):
            return value
        self.wrong(path, say.NOT_A_TABLE.filled(path=path), value)
        return {}

    def known(self, told: Told, path: str, *names: str) -> None:
        for name in told:
            if name not in names:
                self.wrong(f"{path}.{name}", say.NO_KEY.filled(path=f"{path}.{name}", known=", ".join(names)))

    def code(self, told: Told, path: str, default: Code) -> Code:
        value = told.get(path.rpartition(".")[2], default)
        return self.one_of(value, path, default)

    def one_of(self, value: object, path: str, default: Code) -> Code:
        found = next((each for each in type(default) if each.value == value), None)
        if found is None:
            known = ", ".join(each.value for each in type(default))
            self.wrong(path, say.NO_CHOICE.filled(path=path, value=value, known=known), value)
        return default if found is None else found

    def number(
        self, told: Told, path: str, default: float, *, least: float = -math.inf, most: float = math.inf
    ) -> float:
        value = told.get(path.rpartition(".")[2], default)
        if not _is_number(value) or not least <= value <= most:
            limits = f"{max(least, -GREATEST):g} – {min(most, GREATEST):g}"
            shown = f'"{value}"' if isinstance(value, str) else value
            self.wrong(path, say.NO_NUMBER.filled(path=path, value=shown, limits=limits), value)
            return default
        return float(value)

    def whole(self, told: Told, path: str, default: int, *, least: int, most: int) -> int:
        value = self.number(told, path, default, least=least, most=most)
        if value != int(value):
            self.wrong(path, say.NO_NUMBER.filled(path=path, value=value, limits=f"{least}, {least + 1}, …"), value)
        return int(value)

    def switch(self, told: Told, path: str, default: bool) -> bool:  # noqa: FBT001 - a value, not a choice of behaviour
        value = told.get(path.rpartition(".")[2], default)
        if not isinstance(value, bool):
            self.wrong(path, say.NO_SWITCH.filled(path=path, value=value), value)
            return default
        return value

    def text(self, told: Told, path: str) -> str | None:
        value = told.get(path.rpartition(".")[2])
        if value is None or isinstance(value, str):
            return value
        self.wrong(path, say.NO_TEXT.filled(path=path, value=value), value)
        return None

    def codes(self, told: Told, path: str) -> tuple[str, ...]:
        value = told.get(path.rpartition(".")[2], [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.wrong(path, say.NO_LIST.filled(path=path), value)
            return ()
        return tuple(value)

    def pair(self, told: Told, path: str) -> tuple[float, float] | None:
        value = told.get(path.rpartition(".")[2])
        if value is None:
            return None
        if not isinstance(value, list) or len(value) != len(AMPI_RANGE) or not all(map(_is_number, value)):
            self.wrong(path, say.NO_RANGE.filled(path=path), value)
            return None
        low, high = float(value[0]), float(value[1])
        if low >= high:
            self.wrong(path, say.NO_RANGE.filled(path=path), value)
        return low, high

    def numbers(self, told: Told, path: str) -> dict[str, float]:
        held = self.table(told, path)
        return {code: self.number(held, f"{path}.{code}", 1.0, least=0) for code in held}

    def own(self, told: Told, path: str, read: "Callable[[_Keys, Told, str], Owned]") -> "dict[str, Owned]":
        held = self.table(told, f"{path}.own")
        return {code: read(self, self.table(held, f"{path}.own.{code}"), f"{path}.own.{code}") for code in held}


Owned = TypeVar("Owned")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -GREATEST <= value <= GREATEST


def _denominate(keys: _Keys, told: Told) -> Denominate:
    keys.known(told, "denominate", "apply", "factors")
    return Denominate(keys.switch(told, "denominate.apply", True), keys.numbers(told, "denominate.factors"))


def _impute(keys: _Keys, told: Told) -> Impute:
    keys.known(told, "impute", "method", "group", "over_time", "neighbours", "predictors", "within")
    plain = Impute()
    return Impute(
        keys.code(told, "impute.method", Imputation.ERROR),
        keys.text(told, "impute.group"),
        keys.code(told, "impute.over_time", OverTime.NONE),
        neighbours=keys.whole(told, "impute.neighbours", plain.neighbours, least=1, most=1000),
        predictors=keys.whole(told, "impute.predictors", plain.predictors, least=1, most=1000),
        within=keys.code(told, "impute.within", plain.within),
    )


def _screen(keys: _Keys, told: Told) -> Screen:
    keys.known(told, "screen", "method", "min_available", "min_nonzero", "under", "include", "exclude")
    plain = Screen()
    return Screen(
        method=keys.code(told, "screen.method", Screening.NONE),
        min_available=keys.number(told, "screen.min_available", plain.min_available, least=0, most=1),
        min_nonzero=keys.number(told, "screen.min_nonzero", plain.min_nonzero, least=0, most=1),
        under=keys.codes(told, "screen.under"),
        include=keys.codes(told, "screen.include"),
        exclude=keys.codes(told, "screen.exclude"),
    )


LIMIT_KEYS: Final = ("winmax", "skew", "kurt", "transform", "combine", "force", "skip")


def _treat(keys: _Keys, told: Told) -> Treat:
    keys.known(told, "treat", "apply", "own", "rounds", *LIMIT_KEYS)
    limits = _limits(keys, told, "treat", Limits())
    own = keys.own(told, "treat", lambda keys, held, path: _own_limits(keys, held, path, limits))
    rounds = keys.code(told, "treat.rounds", Rounds.TOGETHER)
    return Treat(keys.switch(told, "treat.apply", True), limits, own, rounds)


def _own_limits(keys: _Keys, told: Told, path: str, limits: Limits) -> Limits:
    keys.known(told, path, *LIMIT_KEYS)
    return _limits(keys, told, path, limits)


def _limits(keys: _Keys, told: Told, path: str, plain: Limits) -> Limits:
    return Limits(
        winmax=keys.whole(told, f"{path}.winmax", plain.winmax, least=0, most=1000),
        skew=keys.number(told, f"{path}.skew", plain.skew, least=0),
        kurt=keys.number(told, f"{path}.kurt", plain.kurt),
        transform=keys.code(told, f"{path}.transform", plain.transform),
        combine=keys.switch(told, f"{path}.combine", plain.combine),
        force=keys.switch(told, f"{path}.force", plain.force),
        skip=keys.switch(told, f"{path}.skip", plain.skip),
    )


SCALE_KEYS: Final = (
    "method",
    "range",
    "mean",
    "sd",
    "offset",
    "factor",
    "target",
    "cap",
    "goalposts",
    "reference",
    "within_sd",
    "classes",
)


def _normalise(keys: _Keys, told: Told) -> Normalise:
    keys.known(told, "normalise", "own", "rounds", *SCALE_KEYS)
    scale = _scale(keys, told, "normalise")
    rounds = keys.code(told, "normalise.rounds", Rounds.TOGETHER)
    return Normalise(scale, keys.own(told, "normalise", _own_scale), rounds)


def _own_scale(keys: _Keys, told: Told, path: str) -> Scale:
    keys.known(told, path, *SCALE_KEYS)
    return _scale(keys, told, path)


def _scale(keys: _Keys, told: Told, path: str) -> Scale:
    method = keys.code(told, f"{path}.method", Scaling.MINMAX)
    usual = AMPI_RANGE if method is Scaling.AMPI else (0.0, 1.0) if method is Scaling.PRANK else (0.0, 100.0)
    low, high = keys.pair(told, f"{path}.range") or usual
    target = keys.number(told, f"{path}.target", 0.0) if "target" in told else None
    return Scale(
        method=method,
        low=low,
        high=high,
        mean=keys.number(told, f"{path}.mean", 0.0),
        sd=keys.number(told, f"{path}.sd", 1.0, least=1e-12),
        offset=keys.number(told, f"{path}.offset", 0.0),
        factor=keys.number(told, f"{path}.factor", 1.0, least=1e-12),
        target=target,
        cap=keys.switch(told, f"{path}.cap", False),
        goalposts=keys.pair(told, f"{path}.goalposts"),
        reference=keys.text(told, f"{path}.reference"),
        within_sd=keys.number(told, f"{path}.within_sd", 2.0, least=1) if "within_sd" in told else None,
        classes=keys.whole(told, f"{path}.classes", 5, least=2, most=1000),
    )


AGGREGATE_KEYS: Final = ("method", "weights", "weighting", "min_available", "power", "penalty", "shares", "correction")


def _aggregate(keys: _Keys, told: Told) -> Aggregate:
    keys.known(told, "aggregate", *AGGREGATE_KEYS)
    value = told.get("method", Mean.ARITHMETIC.value)
    methods = value if isinstance(value, list) and value else [value]
    plain = Aggregate(
        methods=tuple(keys.one_of(each, "aggregate.method", Mean.ARITHMETIC) for each in methods),
        weights=keys.numbers(told, "aggregate.weights"),
        min_available=keys.number(told, "aggregate.min_available", 0.0, least=0, most=1),
        power=keys.number(told, "aggregate.power", 1.0, least=-100, most=100),
    )
    bad = keys.whole(told, "aggregate.penalty", -1, least=-1, most=1)
    weighting = _weighting(keys, keys.table(told, "aggregate.weighting"))
    shares = keys.pair(told, "aggregate.shares") or plain.shares
    if not 0 <= shares[0] < shares[1] <= 1:
        keys.wrong("aggregate.shares", say.NO_RANGE_OF.filled(path="aggregate.shares", limits="0 – 1"), shares)
    correction = _correction(keys, keys.table(told, "aggregate.correction"))
    return replace(plain, penalty=bad, weighting=weighting, shares=shares, correction=correction)


def _correction(keys: _Keys, told: Told) -> Correction:
    keys.known(told, "aggregate.correction", "group", "factors")
    return Correction(keys.text(told, "aggregate.correction.group"), keys.numbers(told, "aggregate.correction.factors"))


WEIGHTING_KEYS: Final = (
    *("method", "levels", "negative", "against", "targets"),
    *("points", "comparisons", "stakeholders", "max_ratio"),
)


def _weighting(keys: _Keys, told: Told) -> WeightingChoice:
    path = "aggregate.weighting"
    keys.known(told, path, *WEIGHTING_KEYS)
    levels = told.get("levels", [])
    if not isinstance(levels, list) or not all(_is_number(each) and each == int(each) for each in levels):
        keys.wrong(f"{path}.levels", say.NO_LEVELS.filled(path=f"{path}.levels"), levels)
        levels = []
    plain = WeightingChoice()
    points = keys.table(told, f"{path}.points")
    pairs = keys.table(told, f"{path}.comparisons")
    return WeightingChoice(
        method=keys.code(told, f"{path}.method", plain.method),
        levels=tuple(dict.fromkeys(map(int, levels))),
        negative=keys.code(told, f"{path}.negative", plain.negative),
        against=keys.code(told, f"{path}.against", plain.against),
        targets=keys.numbers(told, f"{path}.targets"),
        points={name: keys.numbers(points, f"{path}.points.{name}") for name in points},
        comparisons={name: _comparisons(keys, pairs[name], f"{path}.comparisons.{name}") for name in pairs},
        stakeholders=keys.codes(told, f"{path}.stakeholders"),
        max_ratio=keys.number(told, f"{path}.max_ratio", plain.max_ratio, least=0),
    )


def _comparisons(keys: _Keys, told: object, path: str) -> tuple[Comparison, ...]:
    rows: list[Any] = told if isinstance(told, list) else [None]
    found = []
    for row in rows:
        held: list[Any] = row if isinstance(row, list) and len(row) == len(PAIR) else [None]
        if all(isinstance(each, str) for each in held[:2]) and _is_number(held[-1]) and held[-1] > 0:
            found.append((held[0], held[1], float(held[-1])))
        else:
            keys.wrong(path, say.NO_COMPARISON.filled(path=path), row)
    return tuple(found)
