"""The rows of a survey's table that show no figure, in a line under it: how many they are, why, and which.

Not for what is hidden (``core.surveys.disclosure``) or for files, which keep every row.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.core.figures import write_number
from seutu.core.surveys.disclosure import THRESHOLD
from seutu.core.text import Language


def folded_rows(
    hidden: Sequence[str], empty: Sequence[str], language: Language, *, towns: bool
) -> list[dict[str, Any]]:
    """Return the lines of the hidden rows and of those without a figure, by their names; ``towns``: rows are those."""
    lines = ((hidden, _hidden(len(hidden), towns=towns)), (empty, _empty(len(empty), towns=towns)))
    facts = {"fewest": write_number(THRESHOLD, language)}
    return [
        {"said": said % {**facts, "count": write_number(len(names), language)}, "names": ", ".join(names)}
        for names, said in lines
        if names
    ]


def _hidden(count: int, *, towns: bool) -> str:
    if towns:
        return ngettext(
            "%(count)s municipality is hidden: fewer than %(fewest)s answers, or a hidden figure would come out.",
            "%(count)s municipalities are hidden: fewer than %(fewest)s answers, or a hidden figure would come out.",
            count,
        )
    return ngettext(
        "%(count)s row is hidden: fewer than %(fewest)s answers, or a hidden figure would come out.",
        "%(count)s rows are hidden: fewer than %(fewest)s answers, or a hidden figure would come out.",
        count,
    )


def _empty(count: int, *, towns: bool) -> str:
    if towns:
        return ngettext("%(count)s municipality has no answers.", "%(count)s municipalities have no answers.", count)
    return ngettext("%(count)s row has no answers.", "%(count)s rows have no answers.", count)


def shown_sentence(counts: Sequence[int], every: int, language: Language, *, towns: bool) -> str:
    """Say how many rows are shown of how many, and how many answers those have; nothing where none is shown."""
    if not counts or every == 1:
        return ""
    low, high = (write_number(each, language) for each in (min(counts), max(counts)))
    facts = {
        "shown": write_number(len(counts), language),
        "every": write_number(every, language),
        "answers": low if low == high else f"{low}–{high}",
    }
    if towns:
        return _("Municipalities shown: %(shown)s of %(every)s, with %(answers)s answers each.") % facts
    return _("Rows shown: %(shown)s of %(every)s, with %(answers)s answers each.") % facts
