"""The rules of funders as dated data: a value with its unit, the days it is in force, its legal source, how sure it is.

The legal basis of a project picks the set; what a set does not say is taken from the sets it falls back to, as a decree
falls back to the regulation. Not for the values themselves (``rules/funding``), or for judging a plan by them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from seutu.core.text import Text


class Confidence(StrEnum):
    """How sure a value is: read at an official source, at a second hand, or not checked at any source."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Rule:
    """One value. ``until`` is the last day in force, None while it is; ``value`` is None where it was not found."""

    name: str
    label: Text
    value: Decimal | None
    unit: str
    since: date
    until: date | None
    source: str
    confidence: Confidence
    base: str | None = None
    call: str = ""
    """The call whose own rule this is; empty for a rule of law."""

    def is_in_force(self, day: date) -> bool:
        """Return whether the rule is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one legal basis, and the sets that it falls back to, in order."""

    basis: str
    label: Text
    rules: tuple[Rule, ...]
    falls_back_to: tuple[str, ...] = ()


class UnknownBasisError(LookupError):
    """There is no set of that legal basis."""


class RuleBook:
    """All sets. A call's own rules go before those of its legal basis."""

    def __init__(self, sets: Iterable[RuleSet], own: Iterable[Rule] = ()) -> None:
        self.sets: Mapping[str, RuleSet] = {each.basis: each for each in sets}
        self.own = tuple(own)

    def of_call(self, own: Iterable[Rule]) -> "RuleBook":
        """Return the same book with a call's own rules, which go before all others."""
        return RuleBook(self.sets.values(), own)

    def named(self, text: str | None) -> str | None:
        """Return the basis that a text names, as ``867/2021 4 § 1 mom.`` does; None where it names no known one."""
        return next((basis for basis in self.sets if text and basis in text), None)

    def rule(self, name: str, *, basis: str, on: date, call: Iterable[Rule] = ()) -> Rule | None:
        """Return the rule of a name in force on a day; None when none says it. Raises ``UnknownBasisError``.

        The call's own goes first, then the newest of the basis, then of what it falls back to.
        """
        for rules in (tuple(call), *(each.rules for each in self._line(basis))):
            found = [each for each in rules if each.name == name and each.is_in_force(on)]
            if found:
                return max(found, key=lambda each: each.since)
        return None

    def base_of_flat_rate(self, rate: Decimal, *, basis: str | None, on: date) -> str | None:
        """Return what a flat rate of a percentage is taken of: "staff", "direct", another word, or None if not known.

        Without a basis, or with one that is not known, every set that has such a rate must say the same.
        """
        name = f"flat_rate_{rate.normalize():f}"
        if basis in self.sets:
            rule = self.rule(name, basis=str(basis), on=on)
            return rule.base if rule else None
        said = {each.base for rules in self.sets.values() for each in rules.rules if each.name == name}
        return said.pop() if len(said) == 1 else None

    def _line(self, basis: str) -> list[RuleSet]:
        """Return the set of a basis and those it falls back to, nearest first, each once."""
        line: list[RuleSet] = []
        waiting = [basis]
        while waiting:
            name = waiting.pop(0)
            if name not in self.sets:
                raise UnknownBasisError(name)
            if self.sets[name] not in line:
                line.append(self.sets[name])
                waiting += self.sets[name].falls_back_to
        return line
