"""The whole interface put together: every router, how problems are answered, and the OpenAPI document.

Version 1 only grows: what is in it stays and means the same. Not for single addresses.
"""

import logging
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Router
from ninja.errors import AuthenticationError, Throttled, ValidationError

from seutu.api import places, statistics, workspaces
from seutu.api.asking import UNKNOWN_PARAMETER
from seutu.api.callers import Key, Session
from seutu.api.description import description
from seutu.api.limits import PerMinute
from seutu.api.problems import (
    BROKEN,
    INVALID,
    NO_ROOM,
    NOT_FOUND,
    NOT_SIGNED_IN,
    NOT_WRITABLE,
    TOO_MANY,
    ApiProblem,
    problem_answer,
)
from seutu.api.public import public_router
from seutu.api.records import kind_router
from seutu.api.schemas import common_schemas, kind_schemas
from seutu.apps.records.sheets.kinds import kinds
from seutu.core.storage import StorageFault, storage_fault

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
PREFIX = "/api/v1/"
logger = logging.getLogger(__name__)


def make_interface() -> NinjaAPI:
    """Return the interface with a router for every registered kind."""
    api = NinjaAPI(
        title="Seutu",
        version="1",
        description="Records of a workspace, what is public, places and statistics.",
        urls_namespace="api-1",
        openapi_url=None,
        docs_url=None,
        auth=[Key(), Session()],
        throttle=[PerMinute()],
    )
    api.add_router("/workspaces/", workspaces.router)
    for kind in kinds():
        api.add_router("/workspaces/", kind_router(kind))
    for kind in kinds():
        if not kind.personal:
            api.add_router(f"/public/{kind.name}", public_router(kind))
    api.add_router("/places", places.router)
    api.add_router("/statistics", statistics.router)
    _add_documents(api)
    _add_problems(api)
    return api


def document(api: NinjaAPI) -> dict[str, Any]:
    """Return the OpenAPI document."""
    found = dict(api.get_openapi_schema(path_prefix=PREFIX))
    for methods in found["paths"].values():
        for operation in methods.values():
            _leave_out_empty(operation["responses"])
    schemas = common_schemas()
    for kind in kinds():
        schemas |= kind_schemas(kind)
    return {**found, "components": {**found["components"], "schemas": schemas}}


def _leave_out_empty(responses: dict[int, Any]) -> None:
    """Leave out the 200 that ninja gives to every operation, where another good answer is described."""
    if "content" not in responses.get(HTTPStatus.OK, {"content": None}):
        del responses[HTTPStatus.OK]


def _add_documents(api: NinjaAPI) -> None:
    @api.get("/openapi.json", auth=None, include_in_schema=False, url_name="openapi")
    def openapi(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - every view takes it
        return JsonResponse(document(api))

    @api.get("/docs/", auth=None, include_in_schema=False, url_name="docs")
    def docs(request: HttpRequest) -> HttpResponse:
        return description(request, document(api))

    rest_of_addresses = Router()

    @rest_of_addresses.api_operation(METHODS, "/{path:rest}", auth=None, include_in_schema=False, url_name="nothing")
    def nothing(request: HttpRequest, rest: str) -> JsonResponse:  # noqa: ARG001 - every other address
        raise ApiProblem(NOT_FOUND)

    api.add_router("", rest_of_addresses)


def _add_problems(api: NinjaAPI) -> None:
    def known(request: HttpRequest, problem: ApiProblem) -> HttpResponse:
        return problem_answer(request, problem)

    def nobody(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:  # noqa: ARG001 - ninja's form
        return problem_answer(request, ApiProblem(NOT_SIGNED_IN, headers={"WWW-Authenticate": "Bearer"}))

    def unread(request: HttpRequest, fault: ValidationError) -> HttpResponse:
        errors = {str(each.get("loc", ("",))[-1]): UNKNOWN_PARAMETER for each in fault.errors}
        return problem_answer(request, ApiProblem(INVALID, errors=errors))

    def hurried(request: HttpRequest, fault: Throttled) -> HttpResponse:
        return problem_answer(request, ApiProblem(TOO_MANY, headers={"Retry-After": str(int(fault.wait or 1))}))

    def broken(request: HttpRequest, fault: Exception) -> HttpResponse:
        logger.error("%s %s failed", request.method, request.path, exc_info=fault)
        closed = {StorageFault.FULL: NO_ROOM, StorageFault.UNWRITABLE: NOT_WRITABLE}
        found = storage_fault(fault)
        return problem_answer(request, ApiProblem(closed[found] if found else BROKEN))

    api.add_exception_handler(ApiProblem, known)  # type: ignore[arg-type]
    api.add_exception_handler(AuthenticationError, nobody)  # type: ignore[arg-type]
    api.add_exception_handler(Throttled, hurried)  # type: ignore[arg-type]
    api.add_exception_handler(ValidationError, unread)  # type: ignore[arg-type]
    api.add_exception_handler(Exception, broken)  # type: ignore[arg-type]
