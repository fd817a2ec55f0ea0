"""What an earlier project leaves, on the page of the one that follows it; and a project's own workshops.

Not for finding it (``programmes.plans.lessons``).
"""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.programmes.kinds.steering import REFLECTIONS
from seutu.apps.programmes.models import Project, Reflection, Risk
from seutu.apps.programmes.plans.lessons import Legacy, legacy_of, workshops_of
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.web.plan_links import new_url
from seutu.web.programme_frame import named
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

LISTS: Final = ("successes", "improvements", "solutions")


def workshop_links(request: HttpRequest, project: Project) -> list[dict[str, str]]:
    """Return the project's own workshops, newest first."""
    language, slug = language_of(request), workspace_of(request).slug
    return [
        {
            "text": each.name,
            "note": write_date(each.day, language) if each.day else "",
            "url": workshop_url(each, slug),
        }
        for each in workshops_of(project)
    ]


def workshop_url(workshop: Reflection, slug: str) -> str:
    """Return the page of a workshop, under the project or the programme whose it is."""
    if workshop.project_id is not None:
        return reverse("project_workshop", args=[slug, workshop.project_id, workshop.pk])
    return reverse("programme_workshop", args=[slug, workshop.programme_id, workshop.pk])


def legacy_section(request: HttpRequest, project: Project, *, own: tuple[Risk, ...]) -> dict[str, Any] | None:
    """Return what the earlier project leaves; None where this one follows none. ``own`` are this project's risks."""
    found = legacy_of(project)
    if found is None:
        return None
    language, slug = language_of(request), workspace_of(request).slug
    workshop = found.workshop
    return {
        "said": _said(found, language),
        "earlier": {"text": found.earlier.title, "url": reverse("project", args=[slug, found.earlier.pk])},
        "workshop": {"text": workshop.name, "url": workshop_url(workshop, slug), "note": _of(workshop, language)}
        if workshop
        else None,
        "lists": [each for each in (_list(workshop, name, language) for name in LISTS) if each] if workshop else [],
        "resolutions": [
            {
                "text": f"{each.number} {each.name}".strip(),
                "url": record_url(slug, "resolutions", each.pk),
                "note": _("by %(day)s") % {"day": write_date(each.due, language)} if each.due else "",
            }
            for each in found.resolutions
        ],
        "risks": [_risk(request, each, project, own) for each in found.risks],
    }


def _said(found: Legacy, language: Language) -> str:
    resolutions = ngettext("%(count)s open resolution", "%(count)s open resolutions", len(found.resolutions))
    risks = ngettext("%(count)s open risk", "%(count)s open risks", len(found.risks))
    facts = {
        "resolutions": resolutions % {"count": write_number(len(found.resolutions), language)},
        "risks": risks % {"count": write_number(len(found.risks), language)},
    }
    said = _("The earlier project leaves %(resolutions)s and %(risks)s.") % facts
    if found.workshop is None:
        return f"{said} " + _("No reflection workshop of it has been recorded.")
    return said


def _of(workshop: Reflection, language: Language) -> str:
    day = write_date(workshop.day, language) if workshop.day else ""
    whose = "" if workshop.project_id else _("of its programme")
    return ", ".join(part for part in (day, whose) if part)


def _list(workshop: Reflection, name: str, language: Language) -> dict[str, Any] | None:
    lines = [line.strip(" \t-–•") for line in str(getattr(workshop, name)).splitlines()]
    lines = [line for line in lines if line]
    title = named(REFLECTIONS.column(name).label.in_language(language))
    return {"title": title, "lines": lines} if lines else None


def _risk(request: HttpRequest, risk: Risk, project: Project, own: tuple[Risk, ...]) -> dict[str, str]:
    """Return a risk, with the form that takes it along unless this project has it already."""
    slug = workspace_of(request).slug
    shown = {"text": risk.name, "url": record_url(slug, "risks", risk.pk), "note": risk.response}
    if not allows(request, Act.WRITE) or any(each.name.casefold() == risk.name.casefold() for each in own):
        return shown
    first = {"name": risk.name, "response": risk.response, "state": "open"}
    grades = {name: value for name in ("probability", "impact") if (value := getattr(risk, name)) is not None}
    return {**shown, "take_url": new_url(slug, "risks", project=project.pk, **first, **grades)}
