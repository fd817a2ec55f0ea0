"""What a job's page shows when the job has ended: how it ended, its counts, rejected rows, and pairs to look at.

Not for the page itself or for what can be done next (views/jobs.py).
"""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from seutu.apps.jobs.enums import JobState
from seutu.apps.jobs.imports import STALE
from seutu.apps.jobs.models import Job
from seutu.apps.records.exceptions import UnknownKindError
from seutu.apps.records.files.report import Rejected
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.figures import write_number
from seutu.core.problems import Problem
from seutu.core.text import Language, Text
from seutu.web.tables import record_url

COUNTED: Final = ("created", "changed", "unchanged", "skipped")
SHOWN_ROWS: Final = 200
SHOWN_NOTES: Final = 20


def ending(job: Job, outcome: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return how the job ended, for the notice component."""
    if job.state == JobState.DONE:
        return {"tone": "good", "text": _("Ready.")}
    if job.state == JobState.CANCELLED:
        return {"tone": "attention", "text": _("The work was stopped before it finished. Nothing of it was saved.")}
    if outcome.get("undone"):
        return {"tone": "alarm", "text": _undo_said(outcome["undone"])}
    if outcome.get(STALE):
        text = _("The workspace was changed after you checked the file, so nothing was saved. Check the file again.")
        return {"tone": "attention", "text": text}
    points = [problem["message"][language] for problem in outcome.get("problems", [])]
    if outcome.get("rejected_count"):
        text = _("Some rows were rejected, so nothing was saved.")
    elif points:
        text = _("The work could not be done. Nothing of it was saved.")
    elif outcome.get("fault") == "worker_died":
        text = _("The work was started several times and never finished. Nothing was saved. Split the file.")
    else:
        text = _("There is a fault in the program. Nothing of the work was saved. Please report it.")
    return {"tone": "alarm", "text": text, "points": points}


def _undo_said(why: str) -> str:
    return {
        "conflict": _("Nothing was undone: records of this act have been changed since. Undo or change those first."),
        "cannot": _("This cannot be undone: it has been undone already, or its old values were erased."),
    }.get(
        why,
        _("Undoing would break records that refer to these. Undo or change those first; nothing was changed now."),
    )


def conflicts(outcome: Mapping[str, Any], slug: str, language: Language) -> dict[str, Any] | None:
    """Return the table of the records that were changed after the act that was to be undone."""
    rows = outcome.get("conflicts") or []
    if not rows:
        return None
    return {
        "id": "conflicts",
        "caption": _("Changed since"),
        "columns": [{"label": _("Record")}, {"label": _("Kind")}],
        "rows": [
            {
                "cells": [
                    {
                        "text": row["title"],
                        "url": record_url(slug, row["kind"], row["record"]) if row["title"] != row["record"] else "",
                    },
                    {"text": kind_named(row["kind"]).singular.in_language(language)},
                ]
            }
            for row in rows
        ],
        "note": _shown_of(len(rows), outcome.get("conflict_count", len(rows)), language),
        "stack": True,
    }


def counts(outcome: Mapping[str, Any], language: Language) -> list[dict[str, str]]:
    """Return the counts of the rows, and of the records of other kinds that come along."""
    if "rows" not in outcome:
        return []
    labels = {"created": _("created"), "changed": _("changed"), "unchanged": _("unchanged"), "skipped": _("skipped")}
    counted = [(_("rows"), outcome["rows"]), *((labels[name], outcome.get(name, 0)) for name in COUNTED)]
    counted.append((_("rejected"), outcome.get("rejected_count", 0)))
    counted += [(_kind_said(name, language), number) for name, number in (outcome.get("related") or {}).items()]
    return [{"label": label, "value": write_number(number, language)} for label, number in counted]


def _kind_said(name: str, language: Language) -> str:
    try:
        return kind_named(name).plural.in_language(language)
    except UnknownKindError:
        return name


def rejected_rows(outcome: Mapping[str, Any], language: Language, *, download: str) -> dict[str, Any] | None:
    """Return the table of the first rejected rows, with the address of them all as a file."""
    rows = outcome.get("rejected") or []
    if not rows:
        return None
    total = outcome.get("rejected_count", len(rows))
    return {
        "id": "rejected",
        "caption": _("Rejected rows"),
        "columns": [{"label": _("Row"), "kind": "number"}, {"label": _("Column")}, {"label": _("Why")}],
        "rows": [
            {
                "cells": [
                    {"text": str(row["line"] or "–")},
                    {"text": row["column"] or "–", "missing": not row["column"]},
                    {"text": row["message"][language], "note": (row["value"] or "")[:200]},
                ]
            }
            for row in rows[:SHOWN_ROWS]
        ],
        "note": _shown_of(len(rows[:SHOWN_ROWS]), total, language),
        "stack": True,
        "download": download,
    }


def _shown_of(shown: int, total: int, language: Language) -> str:
    if total <= shown:
        return ""
    return _("%(shown)s of %(total)s rows are shown.") % {
        "shown": write_number(shown, language),
        "total": write_number(total, language),
    }


def rejected_of(outcome: Mapping[str, Any]) -> list[Rejected]:
    """Return the rejected rows with every reason; their cells are not kept in an outcome."""
    return [
        Rejected(
            tuple(
                Problem(Text(**each["message"]), each["sheet"], each["line"], each["column"], each["value"])
                for each in (row, *row.get("also", ()))
            )
        )
        for row in outcome.get("rejected") or []
    ]


def alike_names(outcome: Mapping[str, Any], language: Language) -> dict[str, Any] | None:
    """Return the table of names that look alike: they are offered for review, and nothing is merged."""
    pairs = outcome.get("review") or []
    if not pairs:
        return None
    total = outcome.get("review_count", len(pairs))
    return {
        "id": "alike",
        "caption": _("Names to review: they may be the same actor"),
        "columns": [{"label": _("Name")}, {"label": _("Other name")}, {"label": _("Why")}],
        "rows": [
            {
                "cells": [
                    {"text": pair["first"]},
                    {"text": pair["second"]},
                    {"text": (pair.get("reason") or {}).get(language) or _("names alike")},
                ]
            }
            for pair in pairs[:SHOWN_ROWS]
        ],
        "note": _shown_of(len(pairs[:SHOWN_ROWS]), total, language),
        "stack": True,
    }


def remarks(outcome: Mapping[str, Any], language: Language) -> dict[str, Any] | None:
    """Return what was read where the reading was not self-evident, for the notice component."""
    notes = outcome.get("notes") or []
    if not notes:
        return None
    total = outcome.get("notes_count", len(notes))
    points = [
        (_("Row %(number)s: ") % {"number": note["line"]} if note["line"] else "") + note["message"][language]
        for note in notes[:SHOWN_NOTES]
    ]
    title = _("Remarks on the file: %(count)s") % {"count": write_number(total, language)}
    return {"tone": "attention", "text": title, "points": points + (["…"] if total > len(points) else [])}
