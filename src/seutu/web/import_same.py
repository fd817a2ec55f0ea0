"""What is the same in every row of a file that lacks a column: an accounting list of one project does not name it.

Only needed columns with a closed list or a reference are asked so. Not for matching the columns there are.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest

from seutu.apps.records.files.headers import VARIANT_MARK, id_name
from seutu.apps.records.queries import records_of
from seutu.apps.records.sheets.columns import ChoiceColumn, Column
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.text import Language

PREFIX: Final = "same-"
MOST_CHOICES: Final = 500
LONGEST: Final = 300


def _asked(kind: Kind, mappings: Sequence[Mapping[str, str]]) -> list[Column]:
    """Return the needed columns that no column of the file is matched to."""
    matched = {name.partition(VARIANT_MARK)[0] for mapping in mappings for name in mapping.values()}
    return [
        column
        for column in kind.columns
        if column.required
        and isinstance(column, ChoiceColumn | ReferenceColumn)
        and not {column.name, id_name(column)} & matched
    ]


def same_chosen(request: HttpRequest, kind: Kind, mappings: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Return what was chosen for every row, by column; at first what the address says."""
    sent = request.POST if request.method == "POST" else request.GET
    chosen = {column.name: sent.get(PREFIX + column.name, "").strip() for column in _asked(kind, mappings)}
    return {name: text[:LONGEST] for name, text in chosen.items() if text}


def same_query(request: HttpRequest, kind: Kind) -> str:
    """Return the query that carries what the address says on to the next step."""
    named = {PREFIX + column.name: request.GET.get(PREFIX + column.name, "") for column in _asked(kind, [])}
    query = urlencode({name: text for name, text in named.items() if text})
    return f"?{query}" if query else ""


def same_fields(
    kind: Kind, mappings: Sequence[Mapping[str, str]], chosen: Mapping[str, str], language: Language
) -> list[dict[str, Any]]:
    """Return the fields of what is the same in every row; one without options is written, not chosen."""
    fields = []
    for column in _asked(kind, mappings):
        label = column.label.in_language(language)
        value = chosen.get(column.name, "")
        options = [
            {"value": code, "label": name, "selected": code == value} for code, name in _options(column, language)
        ]
        name = PREFIX + column.name
        fields.append({"name": name, "label": label[:1].upper() + label[1:], "value": value, "options": options})
    return fields


def _options(column: Column, language: Language) -> list[tuple[str, str]]:
    """Return the choices of a column; none where there are too many records to choose from a list."""
    if isinstance(column, ChoiceColumn):
        return [(choice.code, choice.label.in_language(language)) for choice in column.choices]
    if not isinstance(column, ReferenceColumn):
        return []
    held = list(records_of(kind_named(column.kind))[: MOST_CHOICES + 1])
    return [(str(record.pk), record.title) for record in held] if len(held) <= MOST_CHOICES else []
