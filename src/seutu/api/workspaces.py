"""The addresses of what the caller can reach: their workspaces, and the kinds of records in them."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from ninja import Router

from seutu.api.asking import check_parameters, refuse
from seutu.api.callers import caller_of, workspace_scope
from seutu.api.schemas import answers
from seutu.apps.accounts.models import Membership
from seutu.apps.accounts.rules import Act
from seutu.apps.accounts.token_queries import narrower_role
from seutu.apps.records.sheets.kinds import kinds

TEXTS: dict[str, Any] = {"type": "object", "description": "In fi, sv and en."}
router = Router(tags=["workspaces"])


def _listed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "object", "properties": properties, "required": list(properties)}}


@router.get(
    "/",
    operation_id="listWorkspaces",
    url_name="workspaces",
    summary="List my workspaces; with a key, the one it opens",
    openapi_extra={
        "responses": answers(
            200, _listed({name: {"type": "string"} for name in ("slug", "name", "kind", "place_code", "role")}), 401
        )
    },
)
def workspaces(request: HttpRequest) -> JsonResponse:
    """Answer with the caller's workspaces and their role in each."""
    refuse(check_parameters(request.GET, ()))
    caller = caller_of(request)
    if caller is None:
        return JsonResponse([], safe=False)
    held = Membership.objects.filter(person=caller.person).select_related("workspace").order_by("workspace__name")
    if caller.token:
        held = held.filter(workspace=caller.token.workspace_id)
    shown = [
        {
            "slug": each.workspace.slug,
            "name": each.workspace.name,
            "kind": each.workspace.kind,
            "place_code": each.workspace.place_code,
            "role": narrower_role(each.role, caller.token.role) if caller.token else each.role,
        }
        for each in held
    ]
    return JsonResponse(shown, safe=False)


@router.get(
    "/{slug}/",
    operation_id="listKinds",
    url_name="kinds",
    summary="List the kinds of records of one workspace",
    openapi_extra={
        "responses": answers(
            200,
            _listed({"kind": {"type": "string"}, "labels": TEXTS, "purpose": TEXTS, "address": {"type": "string"}}),
            401,
            404,
        )
    },
)
def kinds_of_workspace(request: HttpRequest, slug: str) -> JsonResponse:
    """Answer with the kinds that the caller's role may read."""
    refuse(check_parameters(request.GET, ()))
    with workspace_scope(request, slug, Act.READ) as scope:
        shown = [
            {
                "kind": kind.name,
                "labels": kind.plural.as_dict(),
                "purpose": kind.purpose.as_dict(),
                "address": f"{request.path}{kind.name}/",
            }
            for kind in kinds()
            if scope.may(Act.READ_PERSONAL) or not kind.personal
        ]
        return JsonResponse(shown, safe=False)
