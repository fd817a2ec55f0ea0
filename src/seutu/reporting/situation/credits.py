"""The line that says whose the boundaries of a map are, under which licence and of which day.

Not for the sources of figures: those are in the picture's own table of sources.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from seutu.core.figures import write_date
from seutu.core.text import Language, Text

BOUNDARIES: Final = Text(fi="Rajat", sv="Gränser", en="Boundaries")
RETRIEVED: Final = Text(fi="haettu {}", sv="hämtade {}", en="retrieved {}")
NO_SOURCE: Final = Text(fi="lähdettä ei ole kerrottu", sv="källan har inte angetts", en="the source was not given")
NO_LICENCE: Final = Text(fi="lisenssiä ei ole kerrottu", sv="licensen har inte angetts", en="the licence was not given")


def boundary_credit(shapes: Mapping[str, Any] | None, language: Language) -> str | None:
    """Return the credit of the boundaries: "Rajat: Tilastokeskus, CC BY 4.0, haettu 2.11.2026."; None without any."""
    if shapes is None:
        return None
    heading = BOUNDARIES.in_language(language)
    source = shapes.get("source")
    if not isinstance(source, dict):
        return f"{heading}: {NO_SOURCE.in_language(language)}."
    said = [str(source["name"][language]), str(source["licence"] or NO_LICENCE.in_language(language))]
    if source.get("retrieved"):
        day = write_date(date.fromisoformat(source["retrieved"]), language)
        said.append(RETRIEVED.in_language(language).format(day))
    return f"{heading}: {', '.join(said)}."
