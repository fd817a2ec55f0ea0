"""The addresses of statistics: every value with its source and licence. For those who are signed in or have a key."""

from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from ninja import Router

from seutu.api.asking import NOT_OFFERED, check_parameters, refuse
from seutu.api.schemas import answers, parameter
from seutu.apps.statistics.queries import warehouse
from seutu.core.places import Division
from seutu.core.statistics import Indicator
from seutu.core.text import Text

MOST_ASKED: Final = 50
NEEDED: Final = Text(
    fi="Anna ainakin yksi ja enintään 50.", sv="Ange minst en och högst 50.", en="Give at least one and at most 50."
)
TEXTS: Final[dict[str, Any]] = {"type": "object", "description": "In fi, sv and en."}
NAME: Final[dict[str, Any]] = {"type": "string"}
SOURCE: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {"name": NAME, "licence": NAME, "retrieved": {"type": ["string", "null"]}, "url": NAME},
}
FIGURE: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "indicator": NAME,
        "label": TEXTS,
        "unit": TEXTS,
        "place_kind": NAME,
        "place": NAME,
        "period": {"type": ["string", "null"]},
        "breakdown": NAME,
        "value": {"type": ["number", "null"], "description": "null: not published, which is not zero."},
        "status": NAME,
        "status_text": TEXTS,
        "sources": {"type": "array", "items": SOURCE},
        "formula": {"type": ["object", "null"]},
        "reason": {"type": ["object", "null"], "description": "Why there is no value."},
    },
}
MANY: Final[dict[str, Any]] = {"type": "array", "items": NAME, "minItems": 1, "maxItems": MOST_ASKED}
router = Router(tags=["statistics"])


@router.get(
    "/indicators",
    operation_id="listStatisticalIndicators",
    url_name="indicators",
    summary="List the indicators with their units, definitions and formulas",
    openapi_extra={"responses": answers(200, {"type": "array", "items": {"type": "object"}}, 401)},
)
def indicators(request: HttpRequest) -> JsonResponse:
    """Answer with the catalogue."""
    refuse(check_parameters(request.GET, ()))
    known = warehouse().catalogue()
    return JsonResponse(
        [_indicator_json(each, known.formula(each.id)) for each in known.indicators.values()], safe=False
    )


def _indicator_json(each: Indicator, formula: Text | None) -> dict[str, Any]:
    return {
        "indicator": each.id,
        "label": each.label.as_dict(),
        "unit": each.unit.as_dict(),
        "description": each.description.as_dict(),
        "kind": each.kind.value,
        "decimals": each.decimals,
        "topic": each.topic.value,
        "direction": each.direction.value,
        "source": each.source,
        "table": each.table,
        "content": each.content,
        "formula": formula.as_dict() if formula else None,
    }


@router.get(
    "/series",
    operation_id="readSeries",
    url_name="series",
    summary="Figures over time, each with its source, licence and formula",
    openapi_extra={
        "parameters": [
            parameter("indicator", MANY, "Names of indicators; may be given many times.") | {"required": True},
            parameter("place", MANY, "Codes of places; may be given many times.") | {"required": True},
            parameter(
                "place_kind", {"type": "string", "enum": [each.value for each in Division]}, "Else municipalities."
            ),
            parameter("since", NAME, "First period, such as 2015 or 2023-01."),
            parameter("until", NAME, "Last period."),
        ],
        "responses": answers(200, {"type": "array", "items": FIGURE}, 401, 422),
    },
)
def series(request: HttpRequest) -> JsonResponse:
    """Answer with the figures of places."""
    given = request.GET
    faults = check_parameters(given, ["indicator", "place", "place_kind", "since", "until"])
    asked = list(dict.fromkeys(given.getlist("indicator")))
    codes = list(dict.fromkeys(given.getlist("place")))
    for name, values in (("indicator", asked), ("place", codes)):
        if not 0 < len(values) <= MOST_ASKED:
            faults.setdefault(name, NEEDED)
    place_kind = given.get("place_kind", Division.MUNICIPALITY.value)
    if place_kind not in {each.value for each in Division}:
        faults.setdefault("place_kind", NOT_OFFERED)
    refuse(faults)
    store = warehouse()
    if not set(asked) <= set(store.catalogue().indicators):
        refuse({"indicator": NOT_OFFERED})
    found = store.series(
        asked, codes, place_kind=place_kind, since=given.get("since", ""), until=given.get("until") or "~"
    )
    return JsonResponse([figure.as_dict() for figure in found], safe=False)
