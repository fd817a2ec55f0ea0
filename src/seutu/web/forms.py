"""Forms made from a kind's columns. Every field is read by its column, as a file's cell is, with the same messages."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.sheets.columns import (
    BooleanColumn,
    ChoiceColumn,
    Column,
    ColumnProblem,
    DateColumn,
    NumberColumn,
    Reading,
    TextColumn,
    Value,
    said,
)
from seutu.apps.records.sheets.finding import SingleFinder
from seutu.apps.records.sheets.kinds import Kind, kind_named
from seutu.apps.records.sheets.periods import MonthColumn
from seutu.apps.records.sheets.references import EmailColumn, LinkColumn, ReferenceColumn, TermsColumn
from seutu.core.text import Language


class RecordForm(forms.Form):
    """A form of one record. ``version`` is the version the person saw; a stale one is refused when saving.

    ``pointed`` is the title and the id of what references point to when the form opens: a title that is left as it was
    means the same record, however many others are called the same.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        kind: Kind,
        language: Language,
        *args: Any,
        suggest_url: str = "",
        personal: bool = True,
        pointed: Mapping[str, tuple[str, UUID]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.language = language
        self.pointed = pointed or {}
        self.columns = [column for column in _in_order(kind) if personal or not column.personal]
        for column in self.columns:
            self.fields[column.name] = _field(column, language, suggest_url)
        self.values: dict[str, Value] = {}

    @property
    def sections(self) -> list[dict[str, Any]]:
        """Return the fields by the headings of the kind's form; one group without a heading where it has none."""
        if not self.kind.sections:
            return [{"title": "", "fields": [self[column.name] for column in self.columns]}]
        shown = {column.name for column in self.columns}
        return [
            {"title": each.label.in_language(self.language), "fields": [self[name] for name in named]}
            for each in self.kind.sections
            if (named := [name for name in each.columns if name in shown])
        ]

    def clean(self) -> dict[str, Any]:
        """Read every field through its column; problems stand at their fields."""
        cleaned = super().clean() or {}
        reading = Reading(language=self.language, finder=SingleFinder())
        for column in self.columns:
            raw = cleaned.get(column.name)
            self.values[column.name] = self._read(column, raw, reading)
        return cleaned

    def _read(self, column: Column, raw: Any, reading: Reading) -> Value:
        if isinstance(raw, list):
            raw = "; ".join(raw)
        if raw is None or not str(raw).strip():
            if column.required and column.name not in self.errors:
                self.add_error(column.name, _("This is needed. Fill it in."))
            return None
        title, record_id = self.pointed.get(column.name, ("", None))
        if record_id is not None and str(raw).strip() == title.strip():
            return record_id
        try:
            return column.read(str(raw), reading)
        except ColumnProblem as problem:
            self.add_error(column.name, problem.message.in_language(self.language))
            return None


def _in_order(kind: Kind) -> list[Column]:
    """Return the columns in the order of the form."""
    placed = [name for section in kind.sections for name in section.columns]
    return [kind.column(name) for name in placed] or list(kind.columns)


def _field(column: Column, language: Language, suggest_url: str) -> forms.Field:
    label = _label(column, language)
    hint = column.help.in_language(language) if column.help else ""
    if isinstance(column, ReferenceColumn):
        where = _("Begin to type and choose from the list %(name)s.")
        pointed = kind_named(column.kind).plural.in_language(language)
        hint = f"{hint} {where % {'name': pointed}}".strip()
    needed = {"required": _("This is needed. Fill it in.")}
    if isinstance(column, ChoiceColumn):
        options = [("", "–"), *((each.code, each.label.in_language(language)) for each in column.choices)]
        return forms.CharField(
            label=label,
            help_text=hint,
            required=column.required,
            error_messages=needed,
            widget=forms.Select(choices=options),
        )
    if isinstance(column, BooleanColumn):
        options = [("", "–"), ("true", _("yes")), ("false", _("no"))]
        return forms.CharField(label=label, help_text=hint, required=False, widget=forms.Select(choices=options))
    if isinstance(column, TermsColumn) and column.choices:
        named = [(each.code, each.label.in_language(language)) for each in column.choices]
        return forms.MultipleChoiceField(
            label=label, help_text=hint, required=False, choices=named, widget=forms.CheckboxSelectMultiple
        )
    return forms.CharField(
        label=label,
        help_text=hint,
        required=column.required,
        error_messages=needed,
        widget=_widget(column, suggest_url),
        strip=False,
    )


def _label(column: Column, language: Language) -> str:
    label = column.label.in_language(language)
    label = label[:1].upper() + label[1:]
    return f"{label} ({column.unit.in_language(language)})" if column.unit else label


def _widget(column: Column, suggest_url: str) -> forms.Widget:
    if column.wide:
        return forms.Textarea(attrs={"rows": 5})
    attributes: dict[str, str] = {"autocomplete": "off"}
    if isinstance(column, ReferenceColumn) and suggest_url:
        attributes |= {
            "list": f"suggest-{column.name}",
            "hx-get": f"{suggest_url}?kind={column.kind}",
            "hx-trigger": "keyup changed delay:200ms, focus once",
            "hx-vals": "{}",
            "hx-target": f"#suggest-{column.name}",
            "hx-params": column.name,
        }
    if isinstance(column, DateColumn):
        attributes["placeholder"] = _("m/yyyy") if isinstance(column, MonthColumn) else _("d.m.yyyy")
    if isinstance(column, (DateColumn, NumberColumn)):
        attributes["inputmode"] = "decimal" if isinstance(column, NumberColumn) else "numeric"
    if isinstance(column, EmailColumn):
        attributes["inputmode"] = "email"
    if isinstance(column, LinkColumn):
        attributes["inputmode"] = "url"
    if isinstance(column, TextColumn):
        attributes["maxlength"] = str(column.max_length)
    return forms.TextInput(attrs=attributes)


def initial_of(kind: Kind, record: OwnedRecord, language: Language) -> dict[str, Any]:
    """Return what the fields of a record's form hold when it opens."""
    values: Mapping[str, Value] = {column.name: column.take(record) for column in kind.columns}
    return {column.name: shown_in_form(column, values[column.name], record, language) for column in kind.columns} | {
        "version": record.version
    }


def shown_in_form(column: Column, value: Value, record: OwnedRecord, language: Language) -> Any:
    """Return a value as its field shows it, so that reading it back gives the same value."""
    if value is None:
        return ""
    if isinstance(column, TermsColumn) and isinstance(value, tuple):
        return list(value) if column.choices else "; ".join(value)
    if isinstance(column, BooleanColumn):
        return "true" if value else "false"
    if isinstance(column, (DateColumn, NumberColumn)):
        return column.show(value, language)
    return said(column.cell(value, record))


def pointed_by(kind: Kind, record: OwnedRecord) -> dict[str, tuple[str, UUID]]:
    """Return the title and the id of what a record's references point to, by column."""
    found = {column.name: getattr(record, column.name) for column in kind.references}
    return {name: (target.title, target.pk) for name, target in found.items() if target is not None}


def pointed_by_ids(kind: Kind, given: Mapping[str, str]) -> dict[str, tuple[str, UUID]]:
    """Return the same of the first values of a new record: those that are ids of records that stand."""
    found = {}
    for column in kind.references:
        try:
            record_id = UUID(given.get(column.name, ""))
        except ValueError:
            continue
        target = kind_named(column.kind).model.objects.filter(pk=record_id, trashed_at__isnull=True).first()
        if target is not None:
            found[column.name] = (target.title, target.pk)
    return found
