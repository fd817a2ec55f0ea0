"""What the material lacks, each with its number, its next step and the way to the list that is to be mended."""

from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.core.figures import write_number
from seutu.core.situation import SituationPicture
from seutu.core.text import Language
from seutu.reporting.situation import tables, words

NARROWED: Final = {"municipality", "region", "group"}
NAMES_SHOWN: Final = 6


def gaps(picture: SituationPicture, workspace: str, language: Language) -> list[dict[str, Any]]:
    """Return the gaps of the place's actors, and how many of the register's actors have no municipality at all."""
    found = []
    for gap in picture.gaps.lists:
        counted = tables.of_all(words.OF_ALL, gap.count, picture.gaps.total, language)
        names = [item.label for item in gap.items[:NAMES_SHOWN]]
        more = gap.count - len(names)
        found.append(
            {
                "title": gap.title.in_language(language),
                "count": counted,
                "next": gap.next_step.in_language(language) if gap.count else "",
                "names": ", ".join([*names, *([tables.and_more(more, language)] if more else [])]),
                "url": _list(picture, workspace, gap.filter) if gap.count else "",
            }
        )
    if picture.gaps.elsewhere:
        found.append(_unplaced(picture.gaps.elsewhere, workspace, language))
    return found


def _list(picture: SituationPicture, workspace: str, missing: str) -> str:
    query = {"missing": missing}
    if picture.place.kind in NARROWED and missing != "municipality":
        query[picture.place.kind] = picture.place.code
    return f"{reverse('collection', args=[workspace, 'actors'])}?{urlencode(query)}"


def _unplaced(count: int, workspace: str, language: Language) -> dict[str, Any]:
    said = ngettext(
        "%(count)s actor of the register has no municipality",
        "%(count)s actors of the register have no municipality",
        count,
    )
    query = urlencode({"missing": "municipality"})
    return {
        "title": _("Without a municipality anywhere"),
        "count": said % {"count": write_number(count, language)},
        "next": _("Some of them may belong here. Add a municipality and the actor appears in its picture."),
        "names": "",
        "url": f"{reverse('collection', args=[workspace, 'actors'])}?{query}",
    }
