"""Choosing the indicators of an index: which the store has of municipalities, and the structure that a choice makes.

Not for figures (``index_units``) or for saving (``index_operations``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from seutu.apps.statistics import index_messages as say
from seutu.apps.statistics.index_facts import facts_to_choose, is_fact_code
from seutu.apps.statistics.index_surveys import columns_to_choose, is_survey_code
from seutu.apps.statistics.queries import warehouse
from seutu.core.indices.plain_structures import structure_of
from seutu.core.indices.structure import Node, Structure
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Grain, Indicator, Kind
from seutu.rules import places

TOP_CODE: Final = "index"
PART: Final = "part-"
MOST_LEVELS: Final = 3


@dataclass(frozen=True, slots=True)
class IndicatorChoice:
    """An indicator that an index could have, and the newest year of its figures."""

    indicator: Indicator
    year: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """An indicator of an index: the name of the part that it belongs to (blank: none) and its direction."""

    code: str
    part: str = ""
    direction: int = 1


def indicator_choices() -> list[IndicatorChoice]:
    """Return the rates, means and index figures that the store has of regional towns, in the order of the catalogue.

    Counts are left out: they measure size. The year is the newest that one of the towns has. The columns of the
    workspace's surveys and of its cited facts come last.
    """
    store = warehouse()
    known = store.catalogue()
    asked = [name for name, indicator in known.indicators.items() if indicator.kind is not Kind.COUNT]
    towns = sorted({each.municipality for each in places.load().regional_towns if each.named})
    found: dict[str, IndicatorChoice] = {}
    for figure in store.latest(asked, towns, grain=Grain.YEAR):
        known_year = found[figure.indicator.id].year if figure.indicator.id in found else ""
        if figure.value is not None and figure.period and figure.period > known_year:
            found[figure.indicator.id] = IndicatorChoice(figure.indicator, figure.period)
    own = [*columns_to_choose(), *facts_to_choose()]
    return [*found.values(), *(IndicatorChoice(indicator, year) for indicator, year in own)]


def refuse_unknown(structure: Structure) -> None:
    """Raise ``InputProblem`` for each indicator of a structure that the store does not have.

    Columns of surveys and of facts are told of when the index is worked out.
    """
    known = warehouse().catalogue().indicators
    own = [node.code for node in structure.indicators if is_survey_code(node.code) or is_fact_code(node.code)]
    unknown = [node.code for node in structure.indicators if node.code not in known and node.code not in own]
    if unknown:
        raise InputProblem(*(Problem(say.UNKNOWN_INDICATOR.filled(code=code), value=code) for code in unknown))


def is_plain(structure: Structure) -> bool:
    """Return whether a structure is one that the page of choices can show: at most one level of parts."""
    return len(structure.levels) <= MOST_LEVELS


def chosen_of(structure: Structure) -> list[Chosen]:
    """Return the indicators of a structure with the names of their parts."""
    top = structure.top.code
    return [
        Chosen(
            node.code, "" if node.parent in {None, top} else structure.by_code[node.parent or ""].name, node.direction
        )
        for node in structure.indicators
    ]


def structure_from(title: str, chosen: Iterable[Chosen], before: Structure | None = None) -> Structure:
    """Return the structure of some indicators under their parts; weights that ``before`` had stay.

    Where one indicator has a part, those without stand in one that is named by the title. Raises ``InputProblem``.
    """
    held = list(chosen)
    parts = dict.fromkeys(each.part or title for each in held) if any(each.part for each in held) else {}
    codes = {part: f"{PART}{number}-{_slug(part)}" for number, part in enumerate(parts, start=1)}
    known = {} if before is None else before.by_code
    by_name = {node.name: node for node in known.values()}
    rows: list[dict[str, object]] = [{"code": TOP_CODE, "name": title}]
    rows += [
        {"code": code, "name": part, "parent": TOP_CODE, "weight": _weight(by_name.get(part))}
        for part, code in codes.items()
    ]
    rows += [
        {
            "code": each.code,
            "parent": codes[each.part or title] if parts else TOP_CODE,
            "direction": each.direction,
            "weight": _weight(known.get(each.code)),
        }
        for each in held
    ]
    return structure_of(rows)


def _weight(node: Node | None) -> float:
    return 1.0 if node is None else node.weight


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().translate(str.maketrans("åäö", "aao"))).strip("-")[:30] or "x"
