"""A plan document, or one of its kept versions, as reporting prints it. Not for the printing itself."""

from typing import Any, Final

from seutu.apps.programmes.choices import DOCUMENT_TYPES
from seutu.apps.programmes.document_queries import kept_document
from seutu.apps.programmes.kinds.documents import PLAN_DOCUMENTS
from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.models import Snapshot
from seutu.apps.records.operations import values_of
from seutu.core.text import Language, Text
from seutu.reporting.plans import PrintedDocument

FACTS: Final = ("responsible", "state", "approved_on", "next_review")
TYPES: Final = {each.code: each.label for each in DOCUMENT_TYPES}
VERSION: Final = Text(fi="versio", sv="version", en="version")


def printed_document(document: PlanDocument, language: Language, *, kept: Snapshot | None = None) -> PrintedDocument:
    """Return what is printed of a document as it stands, or as a version holds it."""
    values: dict[str, Any] = values_of(PLAN_DOCUMENTS, document)
    if kept is not None:
        held = kept_document(kept)
        values = {name: PLAN_DOCUMENTS.column(name).recall(held.get(name)) for name in values if name != "source"}
    whose = document.project or document.programme
    facts = [(PLAN_DOCUMENTS.column(name).label, _shown(name, values, language)) for name in FACTS]
    if kept is not None:
        facts.insert(0, (VERSION, str(kept.number)))
    return PrintedDocument(
        kind=_capital(TYPES.get(values["document_type"], PLAN_DOCUMENTS.singular)),
        title=str(values["name"]),
        whose=whose.title if whose else "",
        facts=tuple((_capital(name), text) for name, text in facts),
        text=str(values["text"] or ""),
    )


def _shown(name: str, values: dict[str, Any], language: Language) -> str:
    value = values.get(name)
    return "" if value is None else PLAN_DOCUMENTS.column(name).show(value, language)


def _capital(text: Text) -> Text:
    return Text(**{language: said[:1].upper() + said[1:] for language, said in text.as_dict().items()})
