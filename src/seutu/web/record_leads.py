"""The answer of a record's page in a sentence: what the record is, and for an actor how it stands in the network.

Not for the facts themselves, which the page lists.
"""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import ngettext

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import Column, DateColumn, NumberColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.core.figures import write_number
from seutu.core.text import Language

SAID: Final = 4
LONGEST: Final = 80


def record_lead(kind: Kind, shown: OwnedRecord, used: Mapping[str, int], language: Language) -> str:
    """Return the sentence; ``used`` is how many records of each kind point to this one."""
    if kind.name == "facts":
        return _fact(kind, shown, language)
    parts = [_said(column, shown, language) for column in kind.listed if column.name != kind.model.title_field]
    said = ", ".join([part for part in parts if part][:SAID])
    sentences = [f"{said[:1].upper()}{said[1:]}."] if said else []
    if kind.name == "actors" and (standing := _standing(used, language)):
        sentences.append(standing)
    return " ".join(sentences)


def _said(column: Column, shown: OwnedRecord, language: Language) -> str:
    value = column.take(shown)
    text = column.show(value, language, shown)
    if not text or len(text) > LONGEST or (isinstance(column, ReferenceColumn) and text in shown.title):
        return ""
    if isinstance(column, (DateColumn, NumberColumn)):
        unit = f"\u00a0{column.unit.in_language(language)}" if column.unit else ""
        return f"{column.label.in_language(language)} {text}{unit}"
    return text


def _fact(kind: Kind, shown: OwnedRecord, language: Language) -> str:
    """Return a cited figure as it is read aloud: about 1,000,000 inhabitants (2010)."""
    named = {column.name: column.show(column.take(shown), language, shown) for column in kind.columns}
    said = "\u00a0".join(part for part in (named.get("value"), named.get("unit")) if part)
    if not said:
        return ""
    period = f" ({named['period']})" if named.get("period") else ""
    return f"{named['qualifier']} {said}{period}".strip() if named.get("qualifier") else f"{said}{period}"


def _standing(used: Mapping[str, int], language: Language) -> str:
    links, projects = used.get("links", 0), used.get("participations", 0)
    said = []
    if links:
        linked = ngettext("%(count)s link to other actors", "%(count)s links to other actors", links)
        said.append(linked % {"count": write_number(links, language)})
    if projects:
        joined = ngettext("takes part in %(count)s project", "takes part in %(count)s projects", projects)
        said.append(joined % {"count": write_number(projects, language)})
    text = ", ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
