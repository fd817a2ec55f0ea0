"""The sections of a town's profile: which figures it shows, and how a figure is called in a sentence.

Not for what an indicator is, or is about (``catalogue``).
"""

from functools import cache
from importlib.resources import files

import yaml

from seutu.core.statistics.sections import ProfileSection
from seutu.core.text import Text


@cache
def profile_sections() -> tuple[ProfileSection, ...]:
    """Return the sections in the order in which they are read. Read once per process."""
    text = files(__package__ or "seutu.rules.statistics").joinpath("profile_sections.yaml").read_text(encoding="utf-8")
    return tuple(_section(row) for row in yaml.safe_load(text))


def _section(row: dict[str, object]) -> ProfileSection:
    figures = row["figures"]
    if not isinstance(figures, dict):
        message = f"not figures with their subjects: {figures!r}"
        raise TypeError(message)
    return ProfileSection(
        code=str(row["code"]),
        label=_text(row["label"]),
        figures={str(name): _text(said) for name, said in figures.items()},
        leads=_names(row["leads"]),
    )


def _text(value: object) -> Text:
    if not isinstance(value, dict):
        message = f"not a text in three languages: {value!r}"
        raise TypeError(message)
    return Text(fi=value["fi"], sv=value["sv"], en=value["en"])


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, list) else ()
