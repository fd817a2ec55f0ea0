"""The description of every kind in OpenAPI, made from its columns: types, closed lists, labels in three languages.

Not for checking requests: the columns read those themselves.
"""

from typing import Any, Final

from seutu.api.asking import MOST_PER_PAGE, PER_PAGE, sortable
from seutu.api.problems import CONTENT_TYPE, PROBLEMS
from seutu.apps.records.enums import Audience, Change, Operation
from seutu.apps.records.sharing import columns_seen
from seutu.apps.records.sheets.columns import (
    BooleanColumn,
    Choice,
    ChoiceColumn,
    Column,
    DateColumn,
    NumberColumn,
    TextColumn,
)
from seutu.apps.records.sheets.kinds import Kind, filters_of
from seutu.apps.records.sheets.references import (
    EmailColumn,
    LinkColumn,
    MunicipalityColumn,
    ReferenceColumn,
    TermsColumn,
)

Schema = dict[str, Any]


def named(kind: Kind) -> str:
    """Return the name of a kind among the schemas: ``link-types`` is ``LinkTypes``."""
    return "".join(part.capitalize() for part in kind.name.split("-"))


def ref(name: str) -> Schema:
    """Return a pointer to a schema of the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def column_schema(column: Column, *, sent: bool) -> Schema:
    """Return the schema of a column's values; ``sent``: as a request may write them, else as answers hold them."""
    label = column.label.en
    said = f"{label[:1].upper()}{label[1:]}{f' ({column.unit.en})' if column.unit else ''}."
    described = {"description": f"{said} {column.help.en}" if column.help else said}
    if sent:
        return {**described, **_shape(column, sent=True)}
    marks: Schema = {"x-labels": column.label.as_dict()}
    if column.unit:
        marks["x-unit"] = column.unit.as_dict()
    if column.personal:
        marks["x-personal"] = True
    return {**described, **_shape(column, sent=False), **marks}


def _shape(column: Column, *, sent: bool) -> Schema:
    if isinstance(column, NumberColumn):
        limits = {"x-minimum": column.minimum, "x-maximum": column.maximum}
        return {
            "type": ["string", "number", "null"] if sent else ["string", "null"],
            "format": "decimal",
            **{name: str(value) for name, value in limits.items() if value is not None},
        }
    if isinstance(column, BooleanColumn):
        return {"type": ["boolean", "string", "null"] if sent else ["boolean", "null"]}
    if isinstance(column, TermsColumn):
        item: Schema = {"type": "string"}
        if column.choices:
            item["enum"] = [choice.code for choice in column.choices]
            item |= _labels(column.choices, sent=sent)
        return {"type": ["array", "null"], "items": item, "x-scheme": column.scheme}
    if isinstance(column, ChoiceColumn):
        return {
            "type": ["string", "null"],
            "enum": [*(choice.code for choice in column.choices), None],
            **_labels(column.choices, sent=sent),
        }
    return {"type": ["string", "null"], **_string(column, sent=sent)}


def _labels(choices: tuple[Choice, ...], *, sent: bool) -> Schema:
    """Return the labels of a closed list, told once: with the values of answers."""
    return {} if sent else {"x-choices": {choice.code: choice.label.as_dict() for choice in choices}}


def _string(column: Column, *, sent: bool) -> Schema:
    if isinstance(column, ReferenceColumn):
        return {"x-kind": column.kind, **({} if sent else {"format": "uuid"})}
    if isinstance(column, MunicipalityColumn):
        return {"x-code": "municipality", **({} if sent else {"pattern": "^[0-9]{3}$"})}
    if isinstance(column, DateColumn):
        return {"format": "date"}
    if isinstance(column, EmailColumn):
        return {"format": "email", "maxLength": column.max_length}
    if isinstance(column, LinkColumn):
        return {"format": "uri", "maxLength": column.max_length}
    return {"maxLength": column.max_length} if isinstance(column, TextColumn) else {}


def _object(properties: Schema, required: list[str] | None = None, **more: Any) -> Schema:
    listed = {"required": required} if required else {}
    return {"type": "object", "properties": properties, **listed, "additionalProperties": False, **more}


def _titled(kind: Kind) -> Schema:
    return {"x-labels": kind.singular.as_dict(), "description": kind.purpose.en}


def kind_schemas(kind: Kind) -> dict[str, Schema]:
    """Return a kind's schemas: values of an answer, what a new record and a change send, a record, a page of them."""
    name = named(kind)
    required = [column.name for column in kind.columns if column.required]
    values = {column.name: column_schema(column, sent=False) for column in kind.columns}
    sent = {column.name: column_schema(column, sent=True) for column in kind.columns}
    schemas = {
        f"{name}Values": _object(values, **_titled(kind)),
        f"{name}Sent": _object(sent),
        f"{name}New": _object({"values": {"allOf": [ref(f"{name}Sent"), {"required": required}]}}, ["values"]),
        f"{name}Change": _object({"version": {"type": "integer"}, "values": ref(f"{name}Sent")}, ["version", "values"]),
        f"{name}Record": _object({**_record_fields(), "values": ref(f"{name}Values")}, [*_record_fields(), "values"]),
        f"{name}Page": _page(ref(f"{name}Record")),
    }
    if not kind.personal:
        public = {
            column.name: ref(f"{name}Values/properties/{column.name}") for column in columns_seen(kind, personal=False)
        }
        fields = {**_public_fields(), "values": _object(public)}
        schemas[f"{name}Public"] = _object(fields, list(fields), **_titled(kind))
        schemas[f"{name}PublicPage"] = _page(ref(f"{name}Public"))
    return schemas


def _record_fields() -> Schema:
    moment = {"type": "string", "format": "date-time"}
    return {
        "id": {"type": "string", "format": "uuid"},
        "version": {"type": "integer", "description": "Send it back with a change."},
        "title": {"type": "string"},
        "audience": {"type": "string", "enum": list(Audience.values)},
        "created_at": moment,
        "changed_at": moment,
        "trashed_at": {"type": ["string", "null"], "format": "date-time"},
    }


def _public_fields() -> Schema:
    return {
        "id": {"type": "string", "format": "uuid"},
        "title": {"type": "string"},
        "owner": {"type": "string", "description": "The workspace that shows the record."},
        "changed_at": {"type": "string", "format": "date-time"},
    }


def _page(record: Schema) -> Schema:
    address = {"type": ["string", "null"]}
    fields: Schema = {
        "count": {"type": "integer"},
        "page": {"type": "integer"},
        "per_page": {"type": "integer"},
        "next": address,
        "previous": address,
        "records": {"type": "array", "items": record},
    }
    return _object(fields, list(fields))


def common_schemas() -> dict[str, Schema]:
    """Return the schemas that every kind shares: the problem, and an act in a record's history."""
    text = {"type": "string"}
    fault = _object({"field": text, "detail": text}, ["field", "detail"])
    kept: Schema = {"type": ["object", "null"], "description": "Old and new value by column; null when erased."}
    act: Schema = {
        "sequence": {"type": "integer"},
        "at": {"type": "string", "format": "date-time"},
        "operation": {"type": "string", "enum": list(Operation.values)},
        "change": {"type": "string", "enum": list(Change.values)},
        "person": {"type": ["string", "null"]},
        "note": text,
        "values": kept,
    }
    problem: Schema = {
        "type": {"type": "string", "format": "uri-reference"},
        "title": text,
        "status": {"type": "integer"},
        "detail": text,
        "instance": text,
        "errors": {"type": "array", "items": fault},
    }
    return {
        "Problem": {
            "type": "object",
            "description": "RFC 9457. The texts are in the language of Accept-Language.",
            "properties": problem,
            "required": ["type", "title", "status", "detail"],
        },
        "History": {"type": "array", "items": _object(act, list(act))},
    }


def answers(status: int, schema: Schema, *problems: int) -> dict[int, Schema]:
    """Return the answers of an operation: the good one, and the problems it may meet."""
    good = {"description": "Done.", "content": {"application/json": {"schema": schema}}}
    titles = {kind.status: kind.title.en for kind in reversed(PROBLEMS)}
    bad = {CONTENT_TYPE: {"schema": ref("Problem")}}
    return {status: good, **{code: {"description": titles[code], "content": bad} for code in sorted({*problems, 429})}}


def body(schema: Schema) -> Schema:
    """Return the description of a request's body."""
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def parameter(name: str, schema: Schema, said: str) -> Schema:
    """Return the description of a parameter of the address."""
    return {"in": "query", "name": name, "required": False, "schema": schema, "description": said}


LANGUAGE: Final = parameter(
    "language",
    {"type": "string", "enum": ["fi", "sv", "en"], "default": "en"},
    "The language in which written numbers and days are read.",
)
PAGING: Final = (
    parameter("page", {"type": "integer", "minimum": 1, "default": 1}, "Which page."),
    parameter(
        "per_page",
        {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
        "How many records on a page.",
    ),
)


def list_parameters(kind: Kind) -> list[Schema]:
    """Return the parameters of a kind's list: its filters, words, order, page, changes since."""
    moment = {"type": "string", "format": "date-time"}
    orders = [mark + name for name in sortable(kind.columns) for mark in ("", "-")]
    filters = [
        parameter(
            each.name,
            {"type": "array", "items": {"type": "string"}},
            f"Only records whose {each.label.en} is this. Several values must all hold.",
        )
        | {"x-labels": each.label.as_dict()}
        for each in filters_of(kind)
    ]
    return [
        *filters,
        parameter("q", {"type": "string", "maxLength": 200}, "Only records that hold every word."),
        parameter("sort", {"type": "string", "enum": orders}, "The order; a minus turns it round."),
        parameter("updated_since", moment, "Only records changed at this time or later."),
        parameter("trashed", {"type": "boolean", "default": False}, "The trash instead of the list."),
        *PAGING,
    ]
