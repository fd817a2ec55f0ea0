"""The addresses of what workspaces show to everybody: no sign-in, never a kind or a value of personal data."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from ninja import Router

from seutu.api.asking import check_parameters, page_asked, page_json, refuse, span
from seutu.api.problems import NOT_FOUND, ApiProblem
from seutu.api.schemas import PAGING, answers, named, ref
from seutu.api.values import values_json
from seutu.apps.accounts.enums import Role
from seutu.apps.records.public import public_ids, public_record, public_records
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sharing import NotSharedError, Shared, columns_seen
from seutu.apps.records.sheets.kinds import Kind


def public_router(kind: Kind) -> Router:
    """Return the router of one kind under ``/public/``."""
    router = Router(tags=["public"])
    name = named(kind)

    @router.get(
        "/",
        auth=None,
        operation_id=f"listPublic{name}",
        url_name=f"public-{kind.name}-list",
        summary=f"List public {kind.plural.en.lower()}",
        openapi_extra={"parameters": list(PAGING), "responses": answers(200, ref(f"{name}PublicPage"), 422)},
    )
    def listed(request: HttpRequest) -> JsonResponse:
        asked = page_asked(request.GET)
        ids = public_ids(kind)
        shown = [_json(each) for each in public_records(kind, list(ids[span(asked)]))]
        return JsonResponse(page_json(request, asked, ids.count(), shown))

    @router.get(
        "/{uuid:record_id}/",
        auth=None,
        operation_id=f"readPublic{name}",
        url_name=f"public-{kind.name}-record",
        summary=f"Read one public {kind.singular.en}",
        openapi_extra={"responses": answers(200, ref(f"{name}Public"), 404)},
    )
    def read(request: HttpRequest, record_id: UUID) -> JsonResponse:
        refuse(check_parameters(request.GET, ()))
        try:
            return JsonResponse(_json(public_record(kind, record_id)))
        except NotSharedError:
            raise ApiProblem(NOT_FOUND) from None

    return router


def _json(shared: Shared) -> dict[str, Any]:
    record = shared.record
    with in_scope(shared.owner, role=Role.GUEST):  # a title may be made of what the record points to
        title = record.title
    return {
        "id": str(record.pk),
        "title": title,
        "owner": shared.owner.name,
        "changed_at": record.changed_at.isoformat(),
        "values": values_json(columns_seen(shared.kind, personal=False), record),
    }
