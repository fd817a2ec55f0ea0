"""The page of the competence map: the chart, the table of its lines, and whose needs stand behind each competence.

Not for working the map out (``core.competences``) or for its words (``competence_words``).
"""

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.sharing import Shared
from seutu.apps.records.sheets.municipalities import municipality_name
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
FIGURES: Final = ("have_now", "needed_now", "needed_then", "gap_now", "gap_then")
Table = dict[str, Any]


def map_page(found: CompetenceMap, here: Workspace, language: Language) -> dict[str, Any]:
    """Return what the page shows of a map that has lines."""
    known = [line for line in found.lines if line.gap is not None]
    return {
        "said": say.lead(found.lines, language),
        "picture": shortages_picture(known, language),
        "table": lines_table(known, language) if known else None,
        "folded": _folded(found.lines, language),
        "competences": _competences(found, here, language),
    }


def gap_heads() -> dict[str, str]:
    """Return the headings of the two gaps."""
    return {"gap_now": _("Gap now"), "gap_then": _("Gap in the target year")}


def lines_table(lines: Sequence[Line], language: Language) -> Table:
    """Return the lines with their figures; each opens the needs behind it."""
    heads = {name: say.label_of(name, language) for name in FIGURES[:3]} | gap_heads()
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
            "Gap = needed − have now, over the needs that give both figures. Below zero there are more than needed."
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
    drawn = [line for line in lines if line.gap is not None and line.gap > 0][:DRAWN]
    if not drawn:
        return None
    names = say.names_of(drawn, language)
    rows = [
        Shortage(name, line.gap or 0, say.amount_said(line, language), line.gap_then.value is not None)
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
                    {"text": say.people(line.gap, language)},
                    {"text": _("now") if line.gap_then.value is None else str(line.target_year)},
                ]
            }
            for name, line in zip(say.names_of(lines, language), lines, strict=True)
        ],
    }


def _folded(lines: Sequence[Line], language: Language) -> list[dict[str, Any]]:
    """Return the line of what has no gap because a figure is missing."""
    without = say.names_of([line for line in lines if line.gap is None], language)
    if not without:
        return []
    said = _("No gap can be worked out, because a figure is missing: %(count)s.")
    return [{"said": said % {"count": say.people(len(without), language)}, "names": "; ".join(without)}]


def _competences(found: CompetenceMap, here: Workspace, language: Language) -> list[dict[str, Any]]:
    """Return each competence with its needs, whose each is and how it is counted; in the order of the map."""
    held: dict[str, list[Line]] = {}
    for line in found.lines:
        held.setdefault(fold_name(line.competence), []).append(line)
    return [_competence(lines, found, here, language) for lines in held.values()]


def _competence(lines: list[Line], found: CompetenceMap, here: Workspace, language: Language) -> dict[str, Any]:
    told = {each.id: (each, line) for line in lines for each in (*line.needs, *line.older)}
    rows = [_need(each, line, found.held[key], here, language) for key, (each, line) in told.items()]
    names = ("municipality", "occupational_group", "year", "have_now", "needed_now", "target_year", "needed_then")
    kinds = {
        "have_now": "number",
        "needed_now": "number",
        "needed_then": "number",
        "year": "code",
        "target_year": "code",
    }
    table = {
        "id": f"needs-{lines[0].needs[0].id}",
        "caption": lines[0].competence,
        "caption_hidden": True,
        "columns": [
            {"label": _("Whose need")},
            *({"label": say.label_of(name, language), "kind": kinds.get(name, "text")} for name in names),
            {"label": say.label_of("means", language)},
            {"label": say.label_of("qualifier", language)},
            {"label": _("How it is counted")},
            {"label": _("Shared by")},
        ],
        "rows": rows,
        "stack": True,
    }
    return {
        "label": lines[0].competence,
        "count": say.needs_said(len(told), language),
        "anchors": [_anchor(line) for line in lines],
        "table": made_ready(table),
    }


def _need(one: StatedNeed, line: Line, held: Shared, here: Workspace, language: Language) -> dict[str, Any]:
    own = held.owner.pk == here.pk
    if own:
        address = record_url(here.slug, COMPETENCE_NEEDS, one.id)
    else:
        address = reverse("shared_record", args=[here.slug, held.owner.slug, COMPETENCE_NEEDS.name, one.id])
    shown = [
        municipality_name(one.area, language) if one.area else "",
        say.group_name(one.group, language),
        str(one.year),
        *(say.people(value, language) for value in (one.have_now, one.needed_now)),
        str(one.target_year or ""),
        say.people(one.needed_then, language),
        *(COMPETENCE_NEEDS.column(name).show(getattr(held.record, name), language) for name in ("means", "qualifier")),
        say.counted_how(one, line),
        _("own") if own else held.owner.name,
    ]
    cells = [{"text": one.organisation, "url": address}, *map(_cell, shown)]
    return {"cells": cells}


def _cell(text: str) -> dict[str, Any]:
    return {"text": text} if text and text != say.DASH else {"text": say.DASH, "missing": True}
