"""Reads the JSON of a request exactly: no number becomes a float, no key is there twice, nothing unknown is let by."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from seutu.api.problems import INVALID, MALFORMED, TOO_LARGE, ApiProblem
from seutu.core.text import Text

UNKNOWN_FIELD: Final = Text(
    fi="Tällaista kenttää ei ole. Katso kentät rajapinnan kuvauksesta.",
    sv="Det finns inget sådant fält. Se fälten i gränssnittets beskrivning.",
    en="There is no such field. See the fields in the description of the interface.",
)
NOT_AN_OBJECT: Final = Text(
    fi="Tähän kuuluu JSON-olio.", sv="Här ska det stå ett JSON-objekt.", en="This must be a JSON object."
)
NOT_A_VERSION: Final = Text(
    fi="Lähetä tietueen versio, joka sinulla oli muuttaessasi sitä (kokonaisluku).",
    sv="Skicka versionen av posten som du hade när du ändrade den (ett heltal).",
    en="Send the version of the record that you changed (a whole number).",
)
_LARGEST_VERSION: Final = 2**63 - 1


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def read_body(request: HttpRequest, fields: Iterable[str]) -> dict[str, Any]:
    """Return the request's JSON object, of which only ``fields`` may be given; raises ApiProblem."""
    try:
        body = json.loads(
            request.body, parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse, object_pairs_hook=_once
        )
    except RequestDataTooBig:
        raise ApiProblem(TOO_LARGE) from None
    except (ValueError, RecursionError, ArithmeticError):
        raise ApiProblem(MALFORMED) from None
    if not isinstance(body, dict):
        raise ApiProblem(MALFORMED)
    unknown = [name for name in body if name not in set(fields)]
    if unknown:
        raise ApiProblem(INVALID, errors={name[:80]: UNKNOWN_FIELD for name in unknown[:50]})
    return body


def values_in(body: dict[str, Any]) -> dict[str, Any]:
    """Return the object under ``values``; raises ApiProblem."""
    given = body.get("values")
    if not isinstance(given, dict):
        raise ApiProblem(INVALID, errors={"values": NOT_AN_OBJECT})
    return given


def version_in(body: dict[str, Any]) -> int:
    """Return the whole number under ``version``; raises ApiProblem."""
    given = body.get("version")
    if not isinstance(given, Decimal) or not 0 <= given <= _LARGEST_VERSION or given != int(given):
        raise ApiProblem(INVALID, errors={"version": NOT_A_VERSION})
    return int(given)
