"""The page of the competence map: the chart, the table of its lines, and whose needs stand behind each competence.

Not for working the map out (``core.competences``) or for its words (``competence_words``).
"""

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.sharing import Shared
from seutu.apps.statistics.competences import CompetenceMap
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from seutu.core.charts.shortages import Shortage, shortage_chart
from seutu.core.competences import Line, StatedNeed
from seutu.core.names import fold_name
from seutu.core.text import Language
from seutu.web import competence_words as say
from seutu.web.ready_rows import made_ready
from seutu.web.tables import record_url

DRAWN: Final = 15
COLUMNS: Final = {
    "occupational_group": "text",
    "municipality": "text",
    "year": "code",
    "have_now": "number",
    "needed_now": "number",
    "target_year": "code",
    "needed_then": "number",
    "means": "text",
    "qualifier": "text",
}
"""What is shown of each need, with the kind of its column."""
FIGURES: Final = ("have_now", "needed_now", "needed_then", "shortage_now", "shortage_then")
Table = dict[str, Any]


def map_page(found: CompetenceMap, here: Workspace, language: Language) -> dict[str, Any]:
    """Return what the page shows of a map that has lines."""
    known = [line for line in found.lines if line.shortage is not None]
    return {
        "said": say.lead(found.lines, language),
        "picture": shortages_picture(known, language),
        "table": lines_table(known, language) if known else None,
        "folded": _folded(found.lines, language),
        "competences": _competences(found, here, language),
    }


def shortage_heads() -> dict[str, str]:
    """Return the headings of the two shortages."""
    return {"shortage_now": _("Shortage now"), "shortage_then": _("Shortage in the target year")}


def lines_table(lines: Sequence[Line], language: Language) -> Table:
    """Return the lines with their figures; each opens the needs behind it."""
    heads = {name: say.label_of(name, language) for name in FIGURES[:3]} | shortage_heads()
    return {
        "id": "competence-lines",
        "caption": _("Competences by shortage"),
        "caption_hidden": True,
        "columns": [
            {"label": say.label_of("competence", language)},
            {"label": say.label_of("target_year", language), "kind": "code"},
            *({"label": head, "kind": "number"} for head in heads.values()),
            {"label": _("Needs")},
        ],
        "rows": [{"cells": _line(line, language)} for line in lines],
        "stack": True,
        "note": _(
            "Shortage = needed − have now, of the needs that give both figures. Below zero: more than is needed."
        ),
    }


def _line(line: Line, language: Language) -> list[dict[str, Any]]:
    count = len(line.needs)
    notes = [say.group_name(line.group, language), say.speaker(line, language) if line.beside else ""]
    return [
        {
            "text": line.competence,
            "url": f"#{_anchor(line)}",
            "note": " · ".join(note for note in notes if note),
        },
        {"text": str(line.target_year)} if line.target_year else {"text": say.DASH, "missing": True},
        *(say.figure(getattr(line, name), count, language) for name in FIGURES),
        {"text": say.needs_said(count, language), "note": _how(line, language)},
    ]


def _how(line: Line, language: Language) -> str:
    told = [_("side by side") if line.beside else say.speaker(line, language)]
    if line.inexact and len(line.needs) == 1:
        told.append(COMPETENCE_NEEDS.column("qualifier").show(line.needs[0].qualifier, language))
    elif line.inexact:
        told.append(_("not exact: %(count)s") % {"count": say.people(line.inexact, language)})
    return ", ".join(told)


def _anchor(line: Line) -> str:
    return f"needs-{line.needs[0].id}"


def shortages_picture(lines: Sequence[Line], language: Language) -> dict[str, Any] | None:
    """Return the chart of the largest shortages with its equal table; None where nothing is short of."""
    drawn = [line for line in lines if line.shortage is not None and line.shortage > 0][:DRAWN]
    if not drawn:
        return None
    names = say.names_of(drawn, language)
    rows = [
        Shortage(name, line.shortage or 0, say.amount_said(line, language), line.shortage_then.value is not None)
        for name, line in zip(names, drawn, strict=True)
    ]
    title = _("The largest shortage is in: %(name)s") % {"name": names[0]}
    said = "; ".join(f"{row.label} {row.said}" for row in rows)
    return {
        "id": "shortages",
        "title": title,
        "subtitle": _("People missing in the target year; grey: now, where nothing is told of the years to come."),
        "spec": shortage_chart(rows, said, language),
        "table": _drawn_table(drawn, language),
    }


def _drawn_table(lines: Sequence[Line], language: Language) -> Table:
    return {
        "id": "shortages-table",
        "caption": _("People missing"),
        "caption_hidden": True,
        "columns": [
            {"label": say.label_of("competence", language)},
            {"label": _("People missing"), "kind": "number"},
            {"label": _("When"), "kind": "code"},
        ],
        "rows": [
            {
                "cells": [
                    {"text": name},
                    {"text": say.people(line.shortage, language)},
                    {"text": _("now") if line.shortage_then.value is None else str(line.target_year)},
                ]
            }
            for name, line in zip(say.names_of(lines, language), lines, strict=True)
        ],
        "stack": True,
    }


def _folded(lines: Sequence[Line], language: Language) -> list[dict[str, Any]]:
    """Return the line of what has no shortage because a figure is missing."""
    without = say.names_of([line for line in lines if line.shortage is None], language)
    if not without:
        return []
    said = _("No shortage can be worked out, because a figure is missing: %(count)s.")
    return [{"said": said % {"count": say.people(len(without), language)}, "names": "; ".join(without)}]


def _competences(found: CompetenceMap, here: Workspace, language: Language) -> list[dict[str, Any]]:
    """Return each competence with its needs, whose each is and how it is counted; in the order of the map."""
    held: dict[str, list[Line]] = {}
    for line in found.lines:
        held.setdefault(fold_name(line.competence), []).append(line)
    return [_competence(lines, found, here, language) for lines in held.values()]


def _competence(lines: list[Line], found: CompetenceMap, here: Workspace, language: Language) -> dict[str, Any]:
    told = {each.id: (each, line) for line in lines for each in (*line.needs, *line.older)}
    groups = {line.group for line in lines}
    names = [name for name in COLUMNS if name != "occupational_group" or len(groups) > 1]
    heads = {name: say.label_of(name, language) for name in names}
    table = {
        "id": f"needs-of-{lines[0].needs[0].id}",
        "caption": lines[0].competence,
        "caption_hidden": True,
        "columns": [
            {"label": _("Whose need")},
            *({"label": head, "kind": COLUMNS[name]} for name, head in heads.items()),
            {"label": _("How it is counted")},
        ],
        "rows": [_need(each, line, found.held[key], names, here, language) for key, (each, line) in told.items()],
        "stack": True,
    }
    one_group = say.group_name(lines[0].group, language) if len(groups) == 1 else ""
    return {
        "label": lines[0].competence,
        "count": ", ".join(part for part in (say.needs_said(len(told), language), one_group) if part),
        "anchors": [_anchor(line) for line in lines],
        "table": made_ready(table),
    }


def _need(
    one: StatedNeed, line: Line, held: Shared, names: Sequence[str], here: Workspace, language: Language
) -> dict[str, Any]:
    """Return the row of a need: whose it is, what its record holds, and how it is counted."""
    shown = [
        COMPETENCE_NEEDS.column(name).show(COMPETENCE_NEEDS.column(name).take(held.record), language) for name in names
    ]
    whose = one.organisation
    address = record_url(here.slug, COMPETENCE_NEEDS, one.id)
    if held.owner.pk != here.pk:
        address = reverse("shared_record", args=[here.slug, held.owner.slug, COMPETENCE_NEEDS.name, one.id])
        whose = _("%(name)s (shared by %(owner)s)") % {"name": whose, "owner": one.owner_name} if one.actor else whose
    return {"cells": [{"text": whose, "url": address}, *map(_cell, [*shown, say.counted_how(one, line)])]}


def _cell(text: str) -> dict[str, Any]:
    return {"text": text} if text else {"text": say.DASH, "missing": True}
