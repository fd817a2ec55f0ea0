"""The funding rules that come with the product, one file per legal basis.

Not for the rules of one call: those belong to the call. A value that no source was found for says so by its confidence.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from seutu.core.funding.rulebook import Confidence, Rule, RuleBook, RuleSet
from seutu.core.text import Text


@cache
def rule_book() -> RuleBook:
    """Return all sets, read once."""
    found = sorted(each.name for each in files(__name__).iterdir() if each.name.endswith(".yaml"))
    return RuleBook(_set(yaml.safe_load(files(__name__).joinpath(name).read_text(encoding="utf-8"))) for name in found)


def _set(told: Mapping[str, Any]) -> RuleSet:
    rules = tuple(_rule(each) for each in told["rules"])
    return RuleSet(told["basis"], Text(**told["label"]), rules, tuple(told.get("falls_back_to", ())))


def _rule(told: Mapping[str, Any]) -> Rule:
    return Rule(
        name=told["name"],
        label=Text(**told["label"]),
        value=Decimal(told["value"]) if told["value"] is not None else None,
        unit=told["unit"],
        since=told["since"],
        until=told.get("until"),
        source=told["source"],
        confidence=Confidence(told["confidence"]),
        base=told.get("base"),
    )
