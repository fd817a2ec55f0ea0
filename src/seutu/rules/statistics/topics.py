"""The topics that figures are read by: what a town's profile shows, and how a figure is called in a sentence.

Not for what an indicator is (``catalogue``).
"""

from functools import cache
from importlib.resources import files
from typing import Final

import yaml

from seutu.core.statistics.topics import Topic
from seutu.core.text import Text

OWN_MATERIAL: Final = Topic(
    "own",
    Text(fi="Omat aineistot", sv="Eget material", en="Own material"),
    {},
)
"""The topic of every indicator that the product does not know: what people have loaded or pulled."""


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics in the order in which they are read. Read once per process."""
    text = files(__package__ or "seutu.rules.statistics").joinpath("topics.yaml").read_text(encoding="utf-8")
    return tuple(_topic(row) for row in yaml.safe_load(text))


def _topic(row: dict[str, object]) -> Topic:
    figures = row["figures"]
    if not isinstance(figures, dict):
        message = f"not figures with their subjects: {figures!r}"
        raise TypeError(message)
    return Topic(
        code=str(row["code"]),
        label=_text(row["label"]),
        figures={str(name): _text(said) for name, said in figures.items()},
        leads=_names(row["leads"]),
        others=_names(row["others"]),
    )


def _text(value: object) -> Text:
    if not isinstance(value, dict):
        message = f"not a text in three languages: {value!r}"
        raise TypeError(message)
    return Text(fi=value["fi"], sv=value["sv"], en=value["en"])


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, list) else ()


@cache
def topic_of(indicator: str) -> Topic:
    """Return the topic of an indicator; ``OWN_MATERIAL`` for one that the product does not know."""
    return next((topic for topic in topics() if indicator in topic.figures or indicator in topic.others), OWN_MATERIAL)
