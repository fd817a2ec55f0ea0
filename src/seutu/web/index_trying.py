"""What somebody tries on the page of an index: other weights and choices, read from its address. Nothing is saved here.

Not for what comes of it (``index_pages``).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from seutu.apps.statistics.index_operations import recipe_with, weights_given
from seutu.apps.statistics.index_queries import Design
from seutu.core.figures import Certain, read_number
from seutu.core.indices.recipes import Imputation, Mean, Scaling
from seutu.core.indices.structure import Node
from seutu.core.text import Language

WEIGHT: Final = "w-"
MOST: Final = 1000.0
SCALES: Final = (Scaling.PRANK, Scaling.MINMAX, Scaling.ZSCORE)
MEANS: Final = (Mean.ARITHMETIC, Mean.GEOMETRIC)
FILLINGS: Final = (Imputation.NONE, Imputation.MEDIAN)
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "scale": tuple(each.value for each in SCALES),
    "mean": tuple(each.value for each in MEANS),
    "missing": tuple(each.value for each in FILLINGS),
}


@dataclass(slots=True)
class Trying:
    """A design that is tried. ``texts`` are the weights as they were written, ``problems`` what is wrong, by code."""

    design: Design
    texts: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    changed: bool = False
    sent: dict[str, str] = field(default_factory=dict)


def weighed(design: Design) -> Iterator[Node]:
    """Yield the nodes that have a weight: every one but the top."""
    return (node for node in design.structure.nodes if node.parent)


def trying(saved: Design, sent: Mapping[str, Any], language: Language) -> Trying:
    """Return what an address or a form tries; a weight that cannot be read is told and stays as it was saved.

    ``saved`` has the weights that its recipe worked out: once one is tried, they are all given.
    """
    found = Trying(saved)
    weights: dict[str, float] = {}
    for node in weighed(saved):
        text = str(sent.get(f"{WEIGHT}{node.code}", "")).strip()
        if not text:
            continue
        found.texts[node.code] = text
        value = _number(text, language)
        if value is None or not 0 <= value <= MOST:
            found.problems[node.code] = _("“%(text)s” is no weight. Write a number from 0 up, for example 1.5.") % {
                "text": text[:40]
            }
        elif value != node.weight:
            weights[node.code] = value
            found.sent[f"{WEIGHT}{node.code}"] = repr(value)
    _no_weight_left(saved, weights, found)
    chosen = {name: str(sent.get(name, "")) for name, known in CHOICES.items() if sent.get(name) in known}
    told = recipe_with(saved.told, **chosen)  # type: ignore[arg-type]
    if json.dumps(told) != json.dumps(dict(saved.told)):
        found.sent |= chosen
    if weights:
        told = weights_given(told)
    found.design = Design(saved.structure.with_weights(weights), told)
    found.changed = bool(found.sent)
    return found


def _no_weight_left(saved: Design, weights: dict[str, float], found: Trying) -> None:
    """Take back weights that leave a part of the index with nothing that counts, and say so at the first of them."""
    for parent in saved.structure.aggregates:
        children = saved.structure.children(parent.code)
        if any(weights.get(child.code, child.weight) > 0 for child in children):
            continue
        said = _("At least one weight under “%(name)s” has to be above zero.") % {"name": parent.name}
        found.problems[children[0].code] = said
        for child in children:
            weights.pop(child.code, None)
            found.sent.pop(f"{WEIGHT}{child.code}", None)


def _number(text: str, language: Language) -> float | None:
    try:
        return float(text)
    except ValueError:
        read = read_number(text, language=language)
        return float(read.value) if isinstance(read, Certain) else None
