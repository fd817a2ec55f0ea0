"""Records of other workspaces laid out for reading, and sentences that say who sees a record."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.enums import Audience
from seutu.apps.records.sharing import Shared, columns_seen
from seutu.apps.records.sheets.references import LinkColumn
from seutu.core.text import Language
from seutu.core.web_addresses import openable


def audience_hint(audience: Audience) -> str:
    """Return what choosing an audience means."""
    return {
        Audience.WORKSPACE: _("Only this workspace"),
        Audience.NAMED: _("The workspaces I name"),
        Audience.NETWORK: _("Every workspace in a network with this one"),
        Audience.PUBLIC: _("Everybody, also without signing in"),
    }[audience]


def audience_sentence(audience: Audience, named: Sequence[Workspace]) -> str:
    """Return in a sentence who sees a record now."""
    if audience == Audience.NAMED and named:
        names = ", ".join(each.name for each in named)
        return _("The members of this workspace and of these see the record: %(names)s.") % {"names": names}
    if audience == Audience.NETWORK:
        return _("The members of this workspace and of its networks' workspaces see the record.")
    if audience == Audience.PUBLIC:
        return _("Everybody who knows the address sees the record.")
    return _("Only the members and guests of this workspace see the record.")


def facts_of(found: Shared, language: Language, *, personal: bool) -> list[dict[str, Any]]:
    """Return the filled columns of a record for the facts component; what it refers to is named, not linked."""
    facts = []
    for column in columns_seen(found.kind, personal=personal):
        value = column.take(found.record)
        if value is None or column.name == found.record.title_field:
            continue
        label = column.label.in_language(language)
        fact = {"label": label[:1].upper() + label[1:], "text": column.tell(value, language, found.record)}
        if isinstance(column, LinkColumn):
            fact["url"] = openable(str(value))
        facts.append(fact)
    return facts


def shared_table(found: Sequence[Shared], slug: str, language: Language) -> list[dict[str, Any]]:
    """Return one table per workspace that shares: the record and its kind."""
    tables: dict[str, dict[str, Any]] = {}
    for each in found:
        table = tables.setdefault(
            each.owner.slug,
            {
                "id": f"from-{each.owner.slug}",
                "caption": each.owner.name,
                "caption_hidden": True,
                "columns": [{"label": _("Name")}, {"label": _("Kind")}, {"label": _("Shared with")}],
                "rows": [],
                "stack": True,
            },
        )
        address = reverse("shared_record", args=[slug, each.owner.slug, each.kind.name, each.record.pk])
        table["rows"].append(
            {
                "cells": [
                    {"text": each.record.title, "url": address},
                    {"text": each.kind.singular.in_language(language)},
                    {"text": Audience(each.record.audience).label},
                ]
            }
        )
    return list(tables.values())
