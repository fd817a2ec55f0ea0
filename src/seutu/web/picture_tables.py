"""The tables of the picture page in the form of the table component: printed tables, actors, nodes, links, places.

Not for the numbers in them: those are written by ``reporting.situation.tables``.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.core.figures import write_number
from seutu.core.situation import NetworkContent, SituationPicture
from seutu.core.situation.writing import write_plain
from seutu.core.text import Language
from seutu.core.web_addresses import openable
from seutu.reporting.documents import Table
from seutu.reporting.situation import tables, words
from seutu.web.ready_rows import RecordAddresses, made_ready

ACTORS_SHOWN: Final = 200
LINKS_SHOWN: Final = 150
PLACE_COLUMN: Final = 3
KINDS: Final = {"right": "number"}
MISSING: Final[dict[str, Any]] = {"text": "–", "missing": True}
Cell = dict[str, Any]


def printed(table: Table, identity: str) -> dict[str, Any]:
    """Return a printed table as the component wants it."""
    return {
        "id": identity,
        "caption": table.caption,
        "caption_hidden": not table.caption,
        "columns": [{"label": column.heading, "kind": KINDS.get(column.align, "text")} for column in table.columns],
        "rows": [{"cells": [_cell(text) for text in row]} for row in table.rows],
    }


def _cell(text: str) -> Cell:
    return {"text": text} if text and text != "–" else MISSING


def sources_table(picture: SituationPicture, language: Language) -> dict[str, Any]:
    """Return the numbered sources; each number is where the marks of the figures lead."""
    table = printed(tables.sources(picture, language), "picture-sources")
    table["caption"] = words.SOURCES.in_language(language)
    table["columns"][0]["label"] = words.NUMBER.in_language(language)
    for row, note in zip(table["rows"], picture.sources, strict=True):
        row["cells"][1] = {"text": note.title.in_language(language), "url": openable(note.url)}
    return table | {"caption_hidden": True, "stack": True}


def actors_table(picture: SituationPicture, workspace: str, language: Language) -> dict[str, Any]:
    """Return the actors of the place, the first ``ACTORS_SHOWN`` by name; each row takes part in the selection."""
    labels = [words.LABEL, words.CLASS, words.INDUSTRY, words.PLACE, words.SOURCE]
    rows: list[dict[str, Any]] = []
    address = RecordAddresses(workspace, "actors")
    for actor in picture.actors[:ACTORS_SHOWN]:
        classes = ", ".join(each.label.in_language(language) for each in actor.classes)
        marks = " ".join(tables.source_mark(picture.sources, source) for source in actor.sources)
        cells = [
            {"text": actor.name, "url": address.of(actor.id)},
            _cell(classes),
            _cell(actor.industry.label.in_language(language) if actor.industry else ""),
            _cell(actor.place.label.in_language(language) if actor.place else ""),
            _cell(marks),
        ]
        rows.append({"id": actor.id, "cells": cells})
    kept = [
        number for number in range(len(labels)) if _tells(rows, number, of_one=picture.place.kind == "municipality")
    ]
    for row in rows:
        row["cells"] = [row["cells"][number] for number in kept]
    return made_ready(
        {
            "id": "picture-actors",
            "caption": words.ACTORS.in_language(language),
            "caption_hidden": True,
            "columns": [{"label": labels[number].in_language(language)} for number in kept],
            "rows": rows,
            "stack": True,
            "note": tables.rows_left(len(rows), len(picture.actors), language),
        }
    )


def _tells(rows: list[dict[str, Any]], number: int, *, of_one: bool) -> bool:
    """Return whether a column says something: one of dashes alone does not, nor the one place of all in its picture."""
    texts = {row["cells"][number]["text"] for row in rows}
    alike = of_one and number == PLACE_COLUMN and len(texts) == 1
    return not alike and texts != {MISSING["text"]}


def nodes_table(network: NetworkContent, workspace: str, language: Language) -> dict[str, Any]:
    """Return every actor of the network, best connected first: the graph's equal."""
    address = RecordAddresses(workspace, "actors")
    ordered = sorted(network.nodes, key=lambda node: (-node.degree, node.label, node.id))
    rows = [
        {
            "id": node.id,
            "ours": node.is_local,
            "cells": [
                {"text": node.label, "url": address.of(node.id)},
                _cell(node.class_label.in_language(language) if node.class_label else ""),
                {"text": _("here") if node.is_local else _("elsewhere")},
                {"text": write_number(node.degree, language)},
                {"text": "–" if node.community is None else str(node.community + 1)},
            ],
        }
        for node in ordered
    ]
    labels: tuple[tuple[str, str], ...] = (
        (words.LABEL.in_language(language), "text"),
        (words.CLASS.in_language(language), "text"),
        (words.PLACE.in_language(language), "text"),
        (words.PARTNERS.in_language(language), "number"),
        (words.COMMUNITY.in_language(language), "number"),
    )
    return made_ready(
        {
            "id": "picture-nodes",
            "caption": words.NODES.in_language(language),
            "columns": [{"label": label, "kind": kind} for label, kind in labels],
            "rows": rows,
        }
    )


def links_table(picture: SituationPicture, workspace: str, language: Language) -> dict[str, Any]:
    """Return the strongest links with what they rest on; each end opens its record."""
    names, sources = {node.id: node.label for node in picture.network.nodes}, picture.sources
    address = RecordAddresses(workspace, "actors")
    ordered = sorted(picture.network.links, key=lambda link: (-link.weight, names[link.source], link.target))
    rows = [
        {
            "cells": [
                _end(names, link.source, address),
                _end(names, link.target, address),
                {"text": write_plain(link.weight, 0, language)},
                _cell(link.kind.in_language(language) if link.kind else ""),
                {
                    "text": "; ".join(
                        f"{each.label.in_language(language)} {tables.source_mark(sources, each.source)}".rstrip()
                        for each in link.evidence
                    )
                },
            ]
        }
        for link in ordered[:LINKS_SHOWN]
    ]
    labels = (words.FROM, words.TO, words.SHARED, words.KIND, words.EVIDENCE)
    kinds = ("text", "text", "number", "text", "text")
    return made_ready(
        {
            "id": "picture-links",
            "caption": words.LINKS.in_language(language),
            "columns": [
                {"label": label.in_language(language), "kind": kind} for label, kind in zip(labels, kinds, strict=True)
            ],
            "rows": rows,
            "stack": True,
            "note": tables.rows_left(len(rows), len(ordered), language),
        }
    )


def _end(names: Mapping[str, str], end: str, address: RecordAddresses) -> Cell:
    return {"text": names[end], "url": address.of(end)}


def places_table(picture: SituationPicture, workspace: str, language: Language) -> dict[str, Any]:
    """Return the municipalities of the map with their actors: the way to the picture next door."""
    rows = [
        {
            "id": place_id(place.code),
            "ours": place.is_place,
            "cells": [
                {
                    "text": place.name.in_language(language),
                    "url": reverse("picture", args=[workspace, "municipality", place.code]),
                },
                MISSING if place.actors is None else {"text": write_number(place.actors, language)},
            ],
        }
        for place in picture.map.neighbours
    ]
    return {
        "id": "picture-places",
        "caption": _("Municipalities on the map"),
        "columns": [
            {"label": words.PLACE.in_language(language)},
            {"label": words.COUNT.in_language(language), "kind": "number"},
        ],
        "rows": rows,
    }


def place_id(code: str) -> str:
    """Return the id of a municipality in the shared selection; actors have their own."""
    return f"place-{code}"
