"""Versions of an application: a list of them, one as it was handed in, and what changed between two."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.funding.models import Application
from seutu.apps.funding.versions import NAMES, PARTS, differences, shown_value
from seutu.apps.records.models import Snapshot
from seutu.apps.records.sheets.columns import DateColumn, NumberColumn
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.records.snapshots import is_unchanged
from seutu.core.figures import write_number
from seutu.core.text import Language
from seutu.web.moments import moment

DASH = {"text": "–", "missing": True}
UNTOLD = {"application", "project", "call", "source", "source_place", "state"}


def versions_table(
    versions: Sequence[Snapshot], application: Application, language: Language, slug: str
) -> dict[str, Any]:
    """Return the versions that were handed in, newest first."""
    return {
        "id": "versions",
        "caption": _("Submitted versions"),
        "caption_hidden": True,
        "columns": [{"label": _("Version")}, {"label": _("Kept")}, {"label": _("Seal")}],
        "rows": [
            {
                "cells": [
                    {
                        "text": version_name(each, language),
                        "url": reverse("application_version", args=[slug, application.pk, each.number]),
                    },
                    {"text": moment(each.at, language)},
                    {"text": each.digest[:12]},
                ]
            }
            for each in versions
        ],
        "stack": True,
        "empty": {
            "title": _("No versions yet"),
            "text": _("A version of the application and of its project's plan is kept when it is submitted."),
        },
    }


def version_name(each: Snapshot, language: Language) -> str:
    """Return what a version is called."""
    return _("Version %(number)s") % {"number": write_number(each.number, language)}


def version_page(application: Application, kept: Snapshot, language: Language, slug: str) -> dict[str, Any]:
    """Return the context of one version as it was handed in."""
    content = kept.content
    names = content.get(NAMES, {})
    tables = []
    for part in PARTS:
        kind = kind_named(part)
        tables.append(_table(kind, list(content.get(part, {}).values()), names, language))
    own = [(name, content.get(name, {})) for name in ("application", "project")]
    return {
        "page_kind": kind_named("applications").singular.in_language(language).capitalize(),
        "page_title": f"{application.title} – {version_name(kept, language)}",
        "page_lead": _("Kept %(when)s as it was handed in. Later changes are not in it.")
        % {"when": moment(kept.at, language)},
        "breadcrumbs": crumbs(application, version_name(kept, language), language, slug),
        "notices": [] if is_unchanged(kept) else [_broken()],
        "parts": [
            {
                "title": kind_named(f"{name}s").singular.in_language(language).capitalize(),
                "facts": _facts(kind_named(f"{name}s"), values, names, language),
            }
            for name, values in own
        ],
        "tables": [each for each in tables if each["rows"]],
        "seal": kept.digest,
    }


def _broken() -> dict[str, str]:
    return {
        "tone": "alarm",
        "text": _("This version is no longer what was kept: its seal does not hold. Compare with a backup."),
    }


def crumbs(application: Application, last: str, language: Language, slug: str) -> list[dict[str, str]]:
    """Return the way to a page under an application."""
    kind = kind_named("applications")
    return [
        {"label": kind.plural.in_language(language), "url": reverse("collection", args=[slug, kind.name])},
        {"label": application.title, "url": reverse("application", args=[slug, application.pk])},
        {"label": last},
    ]


def _facts(kind: Kind, values: Mapping[str, Any], names: Mapping[str, str], language: Language) -> list[dict[str, str]]:
    facts = []
    for column in kind.columns:
        text = shown_value(column, values.get(column.name), names, language)
        if text:
            facts.append({"label": column.label.in_language(language).capitalize(), "text": text})
    return facts


def _table(
    kind: Kind, rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], language: Language
) -> dict[str, Any]:
    title = kind.model.title_field
    columns = [each for each in kind.columns if each.listed and each.name not in UNTOLD]
    columns.sort(key=lambda each: each.name != title)
    shapes: dict[type, str] = {NumberColumn: "number", DateColumn: "date"}
    shown = []
    for values in rows:
        cells = []
        for column in columns:
            text = shown_value(column, values.get(column.name), names, language)
            cells.append({"text": text} if text else DASH)
        shown.append({"cells": cells})
    return {
        "id": kind.name,
        "caption": kind.plural.in_language(language),
        "caption_hidden": True,
        "columns": [
            {
                "label": each.label.in_language(language).capitalize(),
                "kind": shapes.get(type(each), "text"),
                "unit": each.unit.in_language(language) if each.unit else "",
            }
            for each in columns
        ],
        "rows": shown,
        "stack": True,
    }


def comparison_page(
    application: Application, earlier: Snapshot, later: Snapshot, language: Language, slug: str
) -> dict[str, Any]:
    """Return the context of what changed between two versions."""
    found = differences(earlier, later, language)
    first, second = version_name(earlier, language), version_name(later, language)
    said = ngettext("%(count)s difference between %(first)s and %(second)s.",
                    "%(count)s differences between %(first)s and %(second)s.", len(found))  # fmt: skip
    nothing = _("%(first)s and %(second)s say the same.") % {"first": first, "second": second}
    facts = {"count": write_number(len(found), language), "first": first, "second": second}
    return {
        "page_kind": kind_named("applications").singular.in_language(language).capitalize(),
        "page_title": _("What changed"),
        "page_lead": said % facts if found else nothing,
        "breadcrumbs": crumbs(application, _("What changed"), language, slug),
        "table": {
            "id": "differences",
            "caption": _("Differences"),
            "caption_hidden": True,
            "columns": [{"label": _("Of what")}, {"label": _("Column")}, {"label": first}, {"label": second}],
            "rows": [
                {
                    "cells": [
                        {"text": f"{each.kind.in_language(language).capitalize()}: {each.record}".rstrip(": ")},
                        {"text": each.column.in_language(language)},
                        {"text": each.before} if each.before else DASH,
                        {"text": each.after} if each.after else DASH,
                    ]
                }
                for each in found
            ],
            "stack": True,
            "empty": {"title": _("No differences"), "text": nothing},
        },
    }
