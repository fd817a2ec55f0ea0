"""What the pages of an import have in common: the steps, the counts, and where to go when it is done.

Not for the pages themselves (views/imports.py, views/import_done.py, views/register_files.py, views/jobs.py).
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.records.sheets.kinds import Kind
from seutu.core.figures import write_number
from seutu.core.text import Language


def steps(now: int) -> list[dict[str, str]]:
    """Return the steps of an import for the stepper."""
    labels = (_("Choose a file"), _("Match and check"), _("Done"))
    states = ["done" if index < now else "now" if index == now else "coming" for index in range(len(labels))]
    return [{"label": label, "state": state} for label, state in zip(labels, states, strict=True)]


def crumbs(kind: Kind, slug: str, language: Language, last: str) -> list[dict[str, str]]:
    """Return the way to a page of an import."""
    plural = kind.plural.in_language(language)
    return [{"label": plural, "url": reverse("collection", args=[slug, kind.name])}, {"label": last}]


def counts_shown(counts: Mapping[str, int], rejected: int, language: Language) -> list[dict[str, str]]:
    """Return the counts of the rows for the figures component."""
    told = (
        (_("created"), counts["created"]),
        (_("changed"), counts["changed"]),
        (_("unchanged"), counts["unchanged"]),
        (_("skipped"), counts["skipped"]),
        (_("rejected"), rejected),
    )
    return [{"label": label[:1].upper() + label[1:], "value": write_number(number, language)} for label, number in told]


def next_steps(slug: str, kind: Kind | None, language: Language) -> list[dict[str, Any]]:
    """Return where a person goes from what was saved: to the list and to the situation picture."""
    ways: list[dict[str, Any]] = []
    if kind is not None:
        label = _("Show %(kinds)s") % {"kinds": kind.plural.in_language(language)}
        ways.append({"label": label, "url": reverse("collection", args=[slug, kind.name])})
    style = {"style": "second"} if ways else {}
    return [*ways, {"label": _("Open the situation picture"), "url": reverse("picture_home", args=[slug]), **style}]
