"""The way between the pages of one project: its crumbs and its tabs."""

from typing import Any, Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from seutu.apps.programmes.models import Project

PAGES: Final = ("project", "project_schedule", "project_work", "project_budget")


def project_tabs(slug: str, project: Project, current: str) -> list[dict[str, Any]]:
    """Return the tabs of a project's pages, those that there are."""
    labels = {
        "project": _("Project"),
        "project_schedule": _("Schedule"),
        "project_work": _("Work and load"),
        "project_budget": _("Budget and funding"),
    }
    tabs = []
    for name in PAGES:
        try:
            url = reverse(name, args=[slug, project.pk])
        except NoReverseMatch:
            continue
        tabs.append({"label": labels[name], "url": url, "current": name == current})
    return tabs


def project_crumbs(slug: str, project: Project, here: str) -> list[dict[str, str]]:
    """Return the way from the list of projects to a page of one."""
    return [
        {"label": _("Projects"), "url": reverse("collection", args=[slug, "projects"])},
        {"label": project.title, "url": reverse("record", args=[slug, "projects", project.pk])},
        {"label": here},
    ]
