"""The addresses of records: one router per kind, generated from its declaration. Pages and files use the same rules."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from ninja import Router

from seutu.api.asking import check_parameters, language_asked, list_asked, page_json, records_asked, refuse, span
from seutu.api.bodies import read_body, values_in, version_in
from seutu.api.callers import workspace_scope
from seutu.api.problems import IN_TRASH, INVALID, NOT_ALLOWED, NOT_FOUND, STALE, ApiProblem
from seutu.api.schemas import LANGUAGE, answers, body, list_parameters, named, ref
from seutu.api.values import columns_shown, read_values, record_json
from seutu.apps.accounts.rules import Act
from seutu.apps.records.exceptions import InvalidValuesError, NotYoursError, StaleVersionError
from seutu.apps.records.models import ActivityRow, OwnedRecord
from seutu.apps.records.operations import change_record, create_record, restore_record, trash_record
from seutu.apps.records.queries import history_of, record_of
from seutu.apps.records.scope import Scope
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.terms import attach_terms

HISTORY_SHOWN = 500


def kind_router(kind: Kind) -> Router:
    """Return the router of one kind under ``/workspaces/``."""
    router = Router(tags=[kind.name])
    _add_reads(router, kind)
    _add_writes(router, kind)
    _add_trash(router, kind)
    return router


def _add_reads(router: Router, kind: Kind) -> None:
    name, plural, one = named(kind), kind.plural.en.lower(), kind.singular.en

    @router.get(
        f"/{{slug}}/{kind.name}/",
        operation_id=f"list{name}",
        url_name=f"{kind.name}-list",
        summary=f"List {plural}",
        openapi_extra={
            "parameters": list_parameters(kind),
            "responses": answers(200, ref(f"{name}Page"), 401, 404, 422),
        },
    )
    def listed(request: HttpRequest, slug: str) -> JsonResponse:
        with workspace_scope(request, slug, Act.READ) as scope:
            return JsonResponse(_page(request, kind, scope))

    @router.get(
        f"/{{slug}}/{kind.name}/{{uuid:record_id}}/",
        operation_id=f"read{name}",
        url_name=f"{kind.name}-record",
        summary=f"Read one {one}",
        openapi_extra={"responses": answers(200, ref(f"{name}Record"), 401, 404)},
    )
    def read(request: HttpRequest, slug: str, record_id: UUID) -> JsonResponse:
        with workspace_scope(request, slug, Act.READ) as scope:
            record = _found(request, kind, record_id, scope)
            return JsonResponse(record_json(kind, record, personal=scope.may(Act.READ_PERSONAL)))

    @router.get(
        f"/{{slug}}/{kind.name}/{{uuid:record_id}}/history/",
        operation_id=f"history{name}",
        url_name=f"{kind.name}-history",
        summary=f"What was done to one {one}, newest first",
        openapi_extra={"responses": answers(200, ref("History"), 401, 404)},
    )
    def history(request: HttpRequest, slug: str, record_id: UUID) -> JsonResponse:
        with workspace_scope(request, slug, Act.READ) as scope:
            _found(request, kind, record_id, scope)
            rows = history_of(kind, record_id)[:HISTORY_SHOWN]
            personal = scope.may(Act.READ_PERSONAL)
            return JsonResponse([_act_json(kind, row, personal=personal) for row in rows], safe=False)


def _add_writes(router: Router, kind: Kind) -> None:
    name, one = named(kind), kind.singular.en
    record = ref(f"{name}Record")

    @router.post(
        f"/{{slug}}/{kind.name}/",
        operation_id=f"create{name}",
        url_name=f"{kind.name}-list",
        summary=f"Save a new {one}",
        openapi_extra={
            "parameters": [LANGUAGE],
            "requestBody": body(ref(f"{name}New")),
            "responses": {**answers(201, record, 400, 401, 403, 404, 413, 422)},
        },
    )
    def create(request: HttpRequest, slug: str) -> JsonResponse:
        with workspace_scope(request, slug, Act.WRITE) as scope:
            return _create(request, kind, scope)

    @router.patch(
        f"/{{slug}}/{kind.name}/{{uuid:record_id}}/",
        operation_id=f"change{name}",
        url_name=f"{kind.name}-record",
        summary=f"Change one {one}",
        description="Only the values given are changed; null empties one. A stale version answers 409 with both sides.",
        openapi_extra={
            "parameters": [LANGUAGE],
            "requestBody": body(ref(f"{name}Change")),
            "responses": answers(200, record, 400, 401, 403, 404, 409, 413, 422),
        },
    )
    def change(request: HttpRequest, slug: str, record_id: UUID) -> JsonResponse:
        with workspace_scope(request, slug, Act.WRITE) as scope:
            return _change(request, kind, record_id, scope)


def _add_trash(router: Router, kind: Kind) -> None:
    name, one = named(kind), kind.singular.en
    record = ref(f"{name}Record")

    @router.delete(
        f"/{{slug}}/{kind.name}/{{uuid:record_id}}/",
        operation_id=f"trash{name}",
        url_name=f"{kind.name}-record",
        summary=f"Move one {one} to the trash",
        openapi_extra={"responses": answers(200, record, 401, 403, 404)},
    )
    def trash(request: HttpRequest, slug: str, record_id: UUID) -> JsonResponse:
        with workspace_scope(request, slug, Act.WRITE) as scope:
            found = _found(request, kind, record_id, scope)
            if found.trashed_at is None:
                found = _marked(trash_record, kind, found, scope)
            return JsonResponse(record_json(kind, found, personal=scope.may(Act.READ_PERSONAL)))

    @router.post(
        f"/{{slug}}/{kind.name}/{{uuid:record_id}}/restore/",
        operation_id=f"restore{name}",
        url_name=f"{kind.name}-restore",
        summary=f"Bring one {one} back from the trash",
        openapi_extra={"responses": answers(200, record, 401, 403, 404)},
    )
    def restore(request: HttpRequest, slug: str, record_id: UUID) -> JsonResponse:
        with workspace_scope(request, slug, Act.WRITE) as scope:
            found = _found(request, kind, record_id, scope)
            if found.trashed_at is not None:
                found = _marked(restore_record, kind, found, scope)
            return JsonResponse(record_json(kind, found, personal=scope.may(Act.READ_PERSONAL)))


def _marked(mark: Callable[..., OwnedRecord], kind: Kind, record: OwnedRecord, scope: Scope) -> OwnedRecord:
    try:
        return mark(kind, record, by=scope.person, at=timezone.now())
    except NotYoursError as fault:
        raise ApiProblem(NOT_ALLOWED, errors=fault.problems) from None


def _open(kind: Kind, scope: Scope) -> None:
    """Answer 404 for a kind of personal data to those who may not see any."""
    if kind.personal and not scope.may(Act.READ_PERSONAL):
        raise ApiProblem(NOT_FOUND)


def _found(request: HttpRequest, kind: Kind, record_id: UUID, scope: Scope) -> OwnedRecord:
    _open(kind, scope)
    if request.method in {"GET", "HEAD", "DELETE"}:
        refuse(check_parameters(request.GET, ()))
    try:
        return record_of(kind, record_id)
    except ObjectDoesNotExist:
        raise ApiProblem(NOT_FOUND) from None


def _page(request: HttpRequest, kind: Kind, scope: Scope) -> dict[str, Any]:
    _open(kind, scope)
    personal = scope.may(Act.READ_PERSONAL)
    asked = list_asked(kind, request.GET, columns_shown(kind, personal=personal))
    records = records_asked(kind, asked)
    shown = attach_terms(list(records[span(asked)]))
    return page_json(request, asked, records.count(), [record_json(kind, each, personal=personal) for each in shown])


def _act_json(kind: Kind, row: ActivityRow, *, personal: bool) -> dict[str, Any]:
    """Return what was done; without ``personal`` neither who did it, nor comments, nor values of personal data."""
    hidden = set() if personal else {"comment", *(column.name for column in kind.columns if column.personal)}
    act = row.activity
    values = {name: pair for name, pair in row.values.items() if name not in hidden} if row.values is not None else None
    return {
        "sequence": act.sequence,
        "at": act.at.isoformat(),
        "operation": act.operation,
        "change": row.change,
        "person": str(act.person) if act.person and personal else None,
        "note": act.note,
        "values": values,
    }


def _create(request: HttpRequest, kind: Kind, scope: Scope) -> JsonResponse:
    _open(kind, scope)
    language = language_asked(request)
    values = read_values(kind, values_in(read_body(request, ["values"])), language)
    try:
        saved = create_record(kind, values, by=scope.person, at=timezone.now())
    except InvalidValuesError as fault:
        raise ApiProblem(INVALID, errors=fault.problems) from None
    shown = record_json(kind, record_of(kind, saved.pk), personal=True)
    return JsonResponse(shown, status=201, headers={"Location": f"{request.path}{saved.pk}/"})


def _change(request: HttpRequest, kind: Kind, record_id: UUID, scope: Scope) -> JsonResponse:
    found = _found(request, kind, record_id, scope)
    language = language_asked(request)
    given = read_body(request, ["version", "values"])
    version = version_in(given)
    values = read_values(kind, values_in(given), language)
    if found.trashed_at is not None:
        raise ApiProblem(IN_TRASH)
    try:
        change_record(kind, found, values, version=version, by=scope.person, at=timezone.now())
    except InvalidValuesError as fault:
        raise ApiProblem(INVALID, errors=fault.problems) from None
    except StaleVersionError as stale:
        raise ApiProblem(STALE, extra=_both_sides(kind, stale)) from None
    return JsonResponse(record_json(kind, record_of(kind, record_id), personal=True))


def _both_sides(kind: Kind, stale: StaleVersionError) -> dict[str, Any]:
    def kept(values: Any) -> dict[str, Any]:
        return {name: kind.column(name).keep(value) for name, value in values.items()}

    return {"version": stale.version, "current": kept(stale.current), "sent": kept(stale.sent)}
