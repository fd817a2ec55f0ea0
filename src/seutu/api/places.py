"""The addresses of places: the municipalities of a day, open to everybody. Not for workspaces' own groups of places."""

from datetime import date
from typing import Any

from django.http import HttpRequest, JsonResponse
from ninja import Router

from seutu.api.asking import NOT_A_TIME, check_parameters, refuse
from seutu.api.schemas import answers, parameter
from seutu.core.places import Division, Place
from seutu.core.text import Text
from seutu.rules import places

OLDEST_DIVISION = date(2013, 1, 1)
OUTSIDE = Text(
    fi="Kuntajako tunnetaan vuodesta 2013 alkaen.",
    sv="Kommunindelningen är känd från år 2013.",
    en="The division into municipalities is known from 2013 on.",
)
TEXTS: dict[str, Any] = {"type": "object", "description": "In fi, sv and en."}
MUNICIPALITY: dict[str, Any] = {
    "type": "object",
    "properties": {
        "code": {"type": "string", "pattern": "^[0-9]{3}$"},
        "name": TEXTS,
        "region": {"type": ["string", "null"]},
        "sub_region": {"type": ["string", "null"]},
        "longitude": {"type": ["number", "null"], "description": "Of the central locality, WGS 84."},
        "latitude": {"type": ["number", "null"]},
    },
    "required": ["code", "name"],
}
router = Router(tags=["places"])


@router.get(
    "/municipalities",
    auth=None,
    operation_id="listMunicipalities",
    url_name="municipalities",
    summary="List the municipalities of a day",
    openapi_extra={
        "parameters": [parameter("at", {"type": "string", "format": "date"}, "The day; else the newest division.")],
        "responses": answers(200, {"type": "array", "items": MUNICIPALITY}, 422),
    },
)
def municipalities(request: HttpRequest) -> JsonResponse:
    """Answer with the municipalities, their areas and central localities."""
    faults = check_parameters(request.GET, ["at"])
    at = places.NEWEST_DIVISION
    try:
        at = date.fromisoformat(request.GET.get("at", at.isoformat()))
    except ValueError:
        faults.setdefault("at", NOT_A_TIME)
    if at < OLDEST_DIVISION:
        faults.setdefault("at", OUTSIDE)
    refuse(faults)
    found = places.load().places(Division.MUNICIPALITY, at)
    return JsonResponse([_json(place, at) for place in found], safe=False)


def _json(place: Place, at: date) -> dict[str, Any]:
    location = places.load().locations.get(place.code)
    return {
        "code": place.code,
        "name": place.name.as_dict(),
        "region": _area(place, Division.REGION, at),
        "sub_region": _area(place, Division.SUB_REGION, at),
        "longitude": location.lon if location else None,
        "latitude": location.lat if location else None,
    }


def _area(place: Place, division: Division, at: date) -> str | None:
    area = places.load().area_of(place.code, division, at)
    return area.code if area else None
