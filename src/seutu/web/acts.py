"""Acts of the activity log in words: what was done, to how many, by whom, and each value before and after.

Not for one record's own history, which is histories.py.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.funding.version_names import number_and_seal, version_names
from seutu.apps.records.acts import references_in, single_rows, titles_of
from seutu.apps.records.enums import Audience, Change, Operation
from seutu.apps.records.exceptions import UnknownKindError
from seutu.apps.records.models import Activity, ActivityRow
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.records.sheets.subjects import Subject, told
from seutu.core.figures import write_number
from seutu.core.text import Language, Text
from seutu.web.moments import moment


def deeds(entries: Sequence[Activity], language: Language) -> dict[int, str]:
    """Return what each act did, by its key: an act on one record names it, others say the kind and how many."""
    rows = single_rows(entries)
    standing = titles_of((row.kind, row.record_id) for row in rows.values())
    return {
        entry.pk: _on_one(entry, rows[entry.pk], standing, language) if entry.pk in rows else _on_many(entry, language)
        for entry in entries
    }


def deed(entry: Activity, language: Language) -> str:
    """Return what one act did."""
    return deeds([entry], language)[entry.pk]


def _on_one(entry: Activity, row: ActivityRow, standing: Mapping[UUID, str], language: Language) -> str:
    about, name = told(row.kind), _name(row, standing)
    said = about.sentence(row.change, row.values or {}, name, language) if isinstance(about, Subject) else None
    return said or _("%(operation)s: %(name)s (%(kind)s)") % {
        "operation": entry.get_operation_display(),
        "name": name,
        "kind": about.singular.in_language(language),
    }


def _on_many(entry: Activity, language: Language) -> str:
    try:
        plural = told(entry.kind).plural.in_language(language)
    except UnknownKindError:
        plural = entry.kind
    count = write_number(entry.record_count, language)
    counted = ngettext("%(count)s record", "%(count)s records", entry.record_count) % {"count": count}
    return _("%(operation)s: %(kind)s, %(counted)s") % {
        "operation": entry.get_operation_display(),
        "kind": plural,
        "counted": counted,
    }


def remarks(entries: Sequence[Activity], language: Language) -> dict[int, str]:
    """Return the remark of each act, by its key: of a kept version its name, of others what was written."""
    rows = single_rows([entry for entry in entries if entry.operation == Operation.FREEZE])
    names = version_names(rows.values())
    return {entry.pk: remark(entry, rows.get(entry.pk), names, language) for entry in entries}


def remark(entry: Activity, row: ActivityRow | None, names: Mapping[int, Text], language: Language) -> str:
    """Return the remark of an act; ``row`` is what it did to a record, ``names`` those of kept versions by row."""
    if entry.operation != Operation.FREEZE:
        return entry.note
    return names[row.pk].in_language(language) if row is not None and row.pk in names else ""


def doer(entry: Activity, *, personal: bool) -> str:
    """Return who did an act; those who may not see personal data learn only that a member did."""
    if entry.person is None:
        return _("Seutu")
    return str(entry.person) if personal else _("a member")


def latest(entries: Sequence[Activity], slug: str, language: Language, *, personal: bool) -> list[dict[str, Any]]:
    """Return acts for the history component, each opening its page."""
    said, noted = deeds(entries, language), remarks(entries, language)
    return [
        {
            "what": said[entry.pk],
            "url": reverse("act", args=[slug, entry.sequence]),
            "who": doer(entry, personal=personal),
            "when": moment(entry.at, language),
            "when_iso": entry.at.isoformat(),
            "note": noted[entry.pk],
        }
        for entry in entries
    ]


def touched(rows: Sequence[ActivityRow], slug: str, language: Language, *, personal: bool) -> list[dict[str, Any]]:
    """Return what an act did to each record, for the history component: the record, the change, old and new values."""
    standing = titles_of((row.kind, row.record_id) for row in rows)
    names, versions = {**titles_of(references_in(rows)), **standing}, version_names(rows)
    return [
        {
            "what": _name(row, standing),
            "url": reverse("record", args=[slug, row.kind, row.record_id]) if row.record_id in standing else "",
            "who": told(row.kind).singular.in_language(language),
            "when": Change(row.change).label,
            "changes": changes_told(row, language, names, versions, personal=personal),
        }
        for row in rows
    ]


def _name(row: ActivityRow, standing: Mapping[UUID, str]) -> str:
    about = told(row.kind)
    named_by = about.named_by if isinstance(about, Subject) else about.model.title_field
    pair = (row.values or {}).get(named_by) or [None, None]
    own = str(pair[1] or pair[0] or "")
    nameless = _("an erased name") if isinstance(about, Subject) else _("a removed record")
    return standing.get(row.record_id) or own or nameless


def changes_told(
    row: ActivityRow, language: Language, names: Mapping[UUID, str], versions: Mapping[int, Text], *, personal: bool
) -> list[dict[str, str]]:
    """Return each value before and after; ``names`` are the titles of what references point to.

    ``versions`` are the names of kept versions by row.

    Comments and columns of personal data only where ``personal``.
    """
    if row.values is None:
        return [{"label": _("Erased"), "old": "", "new": _("The values were erased as personal data.")}]
    columns = {column.name: column for column in told(row.kind).columns}
    changes = []
    for name, (old, new) in row.values.items():
        column = columns.get(name)
        if old == new:  # it only names what the row is about
            continue
        if row.pk in versions and name == "version":
            said = f"{versions[row.pk].in_language(language)}, {number_and_seal(row)[1]}"
            changes.append({"label": _("kept version"), "old": "", "new": said})
        elif column is None:
            if shown := _common(name, old, new, personal=personal):
                changes.append(shown)
        elif personal or not column.personal:
            label = column.label.in_language(language)
            before, after = (_said(column, value, language, names) for value in (old, new))
            changes.append({"label": label, "old": before, "new": after})
    return changes


def _said(column: Column, kept: object, language: Language, names: Mapping[UUID, str]) -> str:
    if kept is None:
        return ""
    if isinstance(column, ReferenceColumn):
        return names.get(UUID(str(kept)), _("a removed record"))
    text = column.show(column.recall(kept), language)
    return text if len(text) <= 400 else text[:397] + "…"  # noqa: PLR2004 - one paragraph


def _common(name: str, old: object, new: object, *, personal: bool) -> dict[str, str] | None:
    """Return a change of what every record has; the trash says itself in the row's own change."""
    if name == "audience":
        labels = dict(Audience.choices)
        return {"label": _("visible to"), "old": str(labels.get(str(old), "")), "new": str(labels.get(str(new), ""))}
    if name == "shared_with" and isinstance(new, list):
        return {"label": _("named workspaces"), "old": "", "new": ", ".join(map(str, new))}
    if name == "comment" and personal:
        return {"label": _("comment"), "old": "", "new": str(new or "")}
    return None
