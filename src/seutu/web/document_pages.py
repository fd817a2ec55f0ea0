"""Plan documents on pages: the table of a project's or a programme's, one document, and one of its versions.

Not for writing them (views), or for printed ones (reporting).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.versions import NAMES, shown_value
from seutu.apps.programmes.choices import DOCUMENT_STATES, DOCUMENT_TYPES
from seutu.apps.programmes.document_queries import kept_document, version_counts
from seutu.apps.programmes.kinds.documents import PLAN_DOCUMENTS
from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.models import Snapshot
from seutu.apps.records.operations import values_of
from seutu.apps.records.snapshots import is_unchanged
from seutu.core.figures import write_date, write_number
from seutu.core.text import Language
from seutu.reporting.documents import Items, Paragraph
from seutu.reporting.plans.printing import text_blocks
from seutu.web.moments import moment
from seutu.web.plan_links import page_url
from seutu.web.project_pages import table_of, text_cell
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url
from seutu.web.version_pages import version_name

TONES: Final = {"approved": "good", "for_approval": "info", "draft": "", "replaced": ""}
STATES: Final = {each.code: each.label for each in DOCUMENT_STATES}
TYPES: Final = {each.code: each.label for each in DOCUMENT_TYPES}
FACTS: Final = ("project", "programme", "document_type", "responsible", "state", "approved_on", "next_review", "source")


def documents_table(request: HttpRequest, documents: list[PlanDocument], *, today: date) -> dict[str, Any]:
    """Return the documents with their state, days and versions."""
    language, slug = language_of(request), workspace_of(request).slug
    counts = version_counts(documents) if documents else {}
    columns = [
        {"label": _("Document")},
        {"label": _("State"), "kind": "badge"},
        {"label": _("Approved"), "kind": "date"},
        {"label": _("Next review"), "kind": "date"},
        {"label": _("Responsible")},
        {"label": _("Versions"), "kind": "number"},
    ]
    rows = [
        {
            "cells": [
                {
                    "text": each.name,
                    "url": reverse("plan_document", args=[slug, each.pk]),
                    "note": TYPES[each.document_type].in_language(language),
                },
                {"text": STATES[each.state].in_language(language), "tone": TONES[each.state]},
                text_cell(write_date(each.approved_on, language) if each.approved_on else ""),
                _review(each, language, today),
                text_cell(each.responsible),
                {"text": write_number(counts.get(each.pk, 0), language)},
            ]
        }
        for each in documents
    ]
    return table_of("plan-documents", _("Documents"), columns, rows)


def _review(document: PlanDocument, language: Language, today: date) -> dict[str, Any]:
    if document.next_review is None:
        return text_cell("")
    late = document.next_review < today and document.state != "replaced"
    shown = {"text": write_date(document.next_review, language)}
    return {**shown, "note": _("late")} if late else shown


def document_page(
    request: HttpRequest, document: PlanDocument, versions: Sequence[Snapshot], *, today: date
) -> dict[str, Any]:
    """Return the context of a document: how it stands, its text, and its approved versions."""
    language, slug = language_of(request), workspace_of(request).slug
    values = {
        name: PLAN_DOCUMENTS.column(name).keep(value) for name, value in values_of(PLAN_DOCUMENTS, document).items()
    }
    names = {str(each.pk): each.title for each in (document.project, document.programme, document.source) if each}
    may_write = allows(request, Act.WRITE)
    waits = document.state in {"draft", "for_approval"} and bool(document.text.strip())
    return {
        "page_kind": TYPES[document.document_type].in_language(language).capitalize(),
        "page_title": document.name,
        "page_lead": _lead(document, versions, language, today),
        "breadcrumbs": _crumbs(request, document, ""),
        "page_actions": _actions(request, document),
        "facts": document_facts(values, names, language, slug),
        "text": _blocks(document.text),
        "versions": _versions_table(document, versions, language, slug),
        "approve": {
            "url": reverse("plan_document_approve", args=[slug, document.pk]),
            "version": document.version,
            "today": write_date(today, language),
        }
        if may_write and waits
        else None,
        "keep_url": reverse("plan_document_keep", args=[slug, document.pk])
        if may_write and document.state == "approved" and document.text.strip() and not versions
        else "",
    }


def _blocks(text: str) -> list[dict[str, Any]]:
    """Return a text as it is printed: paragraphs, and lists of the lines that begin with a dash."""
    return [
        {"lines": block.texts} if isinstance(block, Items) else {"said": block.text}
        for block in text_blocks(text)
        if isinstance(block, (Items, Paragraph))
    ]


def _lead(document: PlanDocument, versions: Sequence[Snapshot], language: Language, today: date) -> str:
    said = [_state_said(document, language)]
    count = ngettext(
        "%(count)s approved version has been kept.", "%(count)s approved versions have been kept.", len(versions)
    )
    if versions:
        said.append(count % {"count": write_number(len(versions), language)})
    if document.next_review is not None and document.state != "replaced":
        late = document.next_review < today
        text = _("Its review was due on %(day)s.") if late else _("The next review is on %(day)s.")
        said.append(text % {"day": write_date(document.next_review, language)})
    return " ".join(said)


def _state_said(document: PlanDocument, language: Language) -> str:
    if document.state == "approved" and document.approved_on is not None:
        return _("Approved on %(day)s.") % {"day": write_date(document.approved_on, language)}
    return {
        "draft": _("A draft that nobody has approved yet."),
        "for_approval": _("Waiting to be approved."),
        "approved": _("Approved; the day is not known."),
        "replaced": _("Replaced by another document."),
    }[document.state]


def _actions(request: HttpRequest, document: PlanDocument) -> list[dict[str, Any]]:
    slug = workspace_of(request).slug
    record = {
        "label": _("All facts and comments"), "url": record_url(slug, PLAN_DOCUMENTS.name, document.pk),
        "style": "second",
    }  # fmt: skip
    edit = {"label": _("Edit"), "url": reverse("record_edit", args=[slug, PLAN_DOCUMENTS.name, document.pk])}
    files = [
        {"label": label, "url": reverse("plan_document_file", args=[slug, document.pk, form]), "style": "second"}
        for label, form in ((_("Word"), "docx"), (_("PDF"), "pdf"))
    ]
    return [
        *([edit] if allows(request, Act.WRITE) else []),
        *(files if allows(request, Act.EXPORT) else []),
        record,
    ]


def _crumbs(request: HttpRequest, document: PlanDocument, last: str) -> list[dict[str, str]]:
    language, slug = language_of(request), workspace_of(request).slug
    crumbs = [
        {
            "label": PLAN_DOCUMENTS.plural.in_language(language),
            "url": reverse("collection", args=[slug, PLAN_DOCUMENTS.name]),
        }
    ]
    url = _whole_url(document, slug)
    whole = document.project or document.programme
    if whole is not None and url:
        crumbs.append({"label": whole.title, "url": url})
    if not last:
        return [*crumbs, {"label": document.name}]
    own = {"label": document.name, "url": reverse("plan_document", args=[slug, document.pk])}
    return [*crumbs, own, {"label": last}]


def _whole_url(document: PlanDocument, slug: str) -> str:
    if document.project is not None:
        gone = document.project.trashed_at
        return "" if gone else page_url("project", slug, project_id=document.project.pk)
    if document.programme is not None and not document.programme.trashed_at:
        return page_url("programme", slug, programme_id=document.programme.pk)
    return ""


def document_facts(
    values: Mapping[str, Any], names: Mapping[str, str], language: Language, slug: str
) -> list[dict[str, str]]:
    """Return what stands beside the text, of the document or of one of its versions."""
    facts = []
    for name in FACTS:
        column = PLAN_DOCUMENTS.column(name)
        text = shown_value(column, values.get(name), names, language)
        if not text:
            continue
        fact = {"label": column.label.in_language(language).capitalize(), "text": text}
        if name in {"project", "programme"}:
            fact["url"] = page_url(name, slug, **{f"{name}_id": values[name]})
        facts.append(fact)
    return facts


def _versions_table(
    document: PlanDocument, versions: Sequence[Snapshot], language: Language, slug: str
) -> dict[str, Any]:
    day = PLAN_DOCUMENTS.column("approved_on")
    rows = [
        {
            "cells": [
                {
                    "text": version_name(each, language),
                    "url": reverse("plan_document_version", args=[slug, document.pk, each.number]),
                },
                text_cell(day.show(day.recall(kept_document(each).get("approved_on")), language)),
                {"text": moment(each.at, language)},
                {"text": each.digest[:12]},
            ]
        }
        for each in versions
    ]
    columns = [
        {"label": _("Version")},
        {"label": _("Approved"), "kind": "date"},
        {"label": _("Kept")},
        {"label": _("Seal")},
    ]
    empty = {
        "title": _("No versions yet"),
        "text": _("A version is kept when the document is approved. It stays as it was then."),
    }
    return table_of("document-versions", _("Approved versions"), columns, rows, empty=empty)


def document_version_page(request: HttpRequest, document: PlanDocument, kept: Snapshot) -> dict[str, Any]:
    """Return the context of one version as it was approved."""
    language, slug = language_of(request), workspace_of(request).slug
    values, called = kept_document(kept), version_name(kept, language)
    said = _("Kept %(when)s as it was approved. Later changes are not in it.")
    address = reverse("plan_document_version_file", args=[slug, document.pk, kept.number, "docx"])
    return {
        "page_kind": TYPES[values["document_type"]].in_language(language).capitalize(),
        "page_title": f"{values['name']} – {called}",
        "page_lead": said % {"when": moment(kept.at, language)},
        "breadcrumbs": _crumbs(request, document, called),
        "page_actions": [{"label": _("Word"), "url": address, "style": "second"}]
        if allows(request, Act.EXPORT)
        else [],
        "notices": [] if is_unchanged(kept) else [
            {
                "tone": "alarm",
                "text": _(
                    "This version is no longer what was kept: its seal does not hold. Compare with a backup."
                ),
            }
        ],
        "facts": document_facts(values, kept.content.get(NAMES, {}), language, slug),
        "text": _blocks(values.get("text") or ""),
        "seal": kept.digest,
    }  # fmt: skip
