"""What a request for a list asks: filters, words, order, page, changes since. An unknown parameter is refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.dateparse import parse_datetime

from seutu.api.problems import INVALID, ApiProblem
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.queries import matching, records_of
from seutu.apps.records.sheets.columns import Column
from seutu.apps.records.sheets.kinds import Filter, Kind, filters_of
from seutu.apps.records.sheets.references import ReferenceColumn, TermsColumn
from seutu.core.text import LANGUAGES, Language, Text

PER_PAGE: Final = 50
MOST_PER_PAGE: Final = 200
LAST_PAGE: Final = 1_000_000
TIMES: Final = ("created_at", "changed_at")
COMMON: Final = ("q", "page", "per_page", "sort", "updated_since", "trashed")
CONTROL: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
UNKNOWN_PARAMETER: Final = Text(
    fi="Osoitteessa ei voi käyttää tätä parametria.",
    sv="Den här parametern kan inte användas i adressen.",
    en="The address has no such parameter.",
)
NOT_IN_RANGE: Final = Text(
    fi="Kirjoita kokonaisluku sallituissa rajoissa.",
    sv="Skriv ett heltal inom gränserna.",
    en="Write a whole number within the limits.",
)
NOT_A_TIME: Final = Text(
    fi="Kirjoita aika muodossa 2026-03-02T10:00:00Z tai päivä muodossa 2026-03-02.",
    sv="Skriv tiden i formen 2026-03-02T10:00:00Z eller dagen i formen 2026-03-02.",
    en="Write the time as 2026-03-02T10:00:00Z or the day as 2026-03-02.",
)
NOT_OFFERED: Final = Text(
    fi="Tämä ei ole sallittu arvo. Katso arvot rajapinnan kuvauksesta.",
    sv="Det här är inte ett tillåtet värde. Se värdena i gränssnittets beskrivning.",
    en="This value is not allowed. See the allowed ones in the description of the interface.",
)


@dataclass(slots=True)
class Asked:
    """A list as it was asked for."""

    text: str = ""
    page: int = 1
    per_page: int = PER_PAGE
    sort: str = ""
    since: datetime | None = None
    trashed: bool = False
    chosen: dict[str, list[str]] = field(default_factory=dict)


def check_parameters(given: QueryDict, known: Iterable[str]) -> dict[str, Text]:
    """Return the faults that any address can have: an unknown parameter, a control character."""
    allowed = set(known)
    faults = {name[:80]: UNKNOWN_PARAMETER for name in given if name not in allowed}
    unwritable = {name: NOT_OFFERED for name in given if any(CONTROL.search(value) for value in given.getlist(name))}
    return {**unwritable, **faults}


def refuse(faults: dict[str, Text]) -> None:
    """Raise ApiProblem when there is a fault."""
    if faults:
        raise ApiProblem(INVALID, errors=faults)


def language_asked(request: HttpRequest) -> Language:
    """Return the language in which written values are read: English unless ``?language`` says otherwise."""
    given = request.GET.get("language", "en")
    found = next((language for language in LANGUAGES if language == given), None)
    faults = check_parameters(request.GET, ["language"])
    refuse(faults | ({} if found else {"language": NOT_OFFERED}))
    return found or "en"


def sortable(columns: Iterable[Column]) -> tuple[str, ...]:
    """Return the names a list can be put in order by."""
    return (*(column.name for column in columns if not isinstance(column, TermsColumn)), *TIMES)


def list_asked(kind: Kind, given: QueryDict, columns: tuple[Column, ...]) -> Asked:
    """Return what a list's address asks for; raises ApiProblem with a fault per parameter."""
    filters = {each.name: each for each in filters_of(kind)}
    faults = check_parameters(given, [*COMMON, *filters])
    asked = Asked(text=given.get("q", "")[:200], sort=given.get("sort", ""))
    asked.page = _number(given, "page", 1, LAST_PAGE, faults)
    asked.per_page = _number(given, "per_page", PER_PAGE, MOST_PER_PAGE, faults)
    asked.since = _since(given, faults)
    if given.get("trashed", "false") not in {"true", "false"}:
        faults["trashed"] = NOT_OFFERED
    asked.trashed = given.get("trashed") == "true"
    if asked.sort and asked.sort.removeprefix("-") not in sortable(columns):
        faults["sort"] = NOT_OFFERED
    for name in filters.keys() & given.keys():
        asked.chosen[name] = [value for value in given.getlist(name) if value]
        if not faults and not all(_offered(filters[name], value) for value in asked.chosen[name]):
            faults[name] = NOT_OFFERED
    refuse(faults)
    return asked


def page_asked(given: QueryDict) -> Asked:
    """Return the page that an address asks for where there is nothing else to choose; raises ApiProblem."""
    faults = check_parameters(given, ["page", "per_page"])
    asked = Asked(page=_number(given, "page", 1, LAST_PAGE, faults))
    asked.per_page = _number(given, "per_page", PER_PAGE, MOST_PER_PAGE, faults)
    refuse(faults)
    return asked


def _offered(narrowing: Filter, value: str) -> bool:
    """Tell whether a filter with a closed list has the value; an open one takes any."""
    if narrowing.describe is not None or narrowing.options is None:
        return True
    return value in {code for code, _ in narrowing.options()}


def _number(given: QueryDict, name: str, default: int, most: int, faults: dict[str, Text]) -> int:
    text = given.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and 1 <= int(text) <= most):
        faults.setdefault(name, NOT_IN_RANGE)
        return default
    return int(text)


def _since(given: QueryDict, faults: dict[str, Text]) -> datetime | None:
    text = given.get("updated_since")
    if text is None:
        return None
    try:
        moment = parse_datetime(text) or datetime.combine(date.fromisoformat(text), time())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        faults.setdefault("updated_since", NOT_A_TIME)
        return None


def records_asked(kind: Kind, asked: Asked) -> QuerySet[Any]:
    """Return the workspace's records that a list asks for, in its order."""
    records = records_of(kind, trashed=asked.trashed)
    filters = {each.name: each for each in filters_of(kind)}
    for name, values in asked.chosen.items():
        for value in values:
            records = filters[name].narrow(records, value)
    records = matching(records, asked.text)
    if asked.since is not None:
        records = records.filter(changed_at__gte=asked.since)
    return records.order_by(*blanks_last(kind.model, _order(kind, asked.sort)), "pk") if asked.sort else records


def _order(kind: Kind, sort: str) -> str:
    name = sort.removeprefix("-")
    references = {column.name for column in kind.columns if isinstance(column, ReferenceColumn)}
    return sort + "__title_key" if name in references else sort


def page_json(request: HttpRequest, asked: Asked, count: int, records: list[dict[str, Any]]) -> dict[str, Any]:
    """Return one page of a list with the addresses of those beside it."""

    def address(page: int) -> str:
        query = {name: request.GET.getlist(name) for name in request.GET} | {"page": [str(page)]}
        return f"{request.path}?{urlencode(query, doseq=True)}"

    last = max(1, -(-count // asked.per_page))
    return {
        "count": count,
        "page": asked.page,
        "per_page": asked.per_page,
        "next": address(asked.page + 1) if asked.page < last else None,
        "previous": address(min(asked.page - 1, last)) if asked.page > 1 else None,
        "records": records,
    }


def span(asked: Asked) -> slice:
    """Return which rows of the whole list stand on the page."""
    start = (asked.page - 1) * asked.per_page
    return slice(start, start + asked.per_page)
