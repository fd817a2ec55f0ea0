"""Get companies from the business register's service, a page of 100 at a time, into one file in its own form.

The service's 300 calls a minute are shared by everybody: at most ten calls in ten seconds, a busy answer ends the
pull, and a question that is too wide is refused in favour of the bulk file. Not for reading the file (``reading``).
Source: avoindata.prh.fi/opendata-ytj-api/v3, CC BY 4.0.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from seutu.core.problems import InputProblem
from seutu.sources.http import Limits, Progress, Refused, fetch
from seutu.sources.pace import Pace
from seutu.sources.prh import messages

SERVER: Final = "https://avoindata.prh.fi/opendata-ytj-api/v3"
PAGE: Final = 100
MOST_COMPANIES: Final = 10_000
TOO_MANY_CALLS: Final = 429
CALLS, SECONDS = 10, 10.0
FILTERS: Final = (
    "location",
    "name",
    "businessId",
    "companyForm",
    "mainBusinessLine",
    "registrationDateStart",
    "registrationDateEnd",
    "postCode",
    "businessIdRegistrationStart",
    "businessIdRegistrationEnd",
)


def company_filters(text: str) -> dict[str, str]:
    """Return what a person asks for: ``Iisalmi`` is a town, ``location=Iisalmi&companyForm=OY`` names its filters.

    Raises ``InputProblem`` for an empty question or a filter that the service does not have.
    """
    plain = text.strip()
    asked = dict(parse_qsl(plain)) if "=" in plain else {"location": plain}
    unknown = [name for name in asked if name not in FILTERS]
    if unknown or not plain or not asked:
        raise InputProblem.because(messages.no_filter(unknown[0][:40] if unknown else plain[:40], ", ".join(FILTERS)))
    return asked


def fetch_companies(
    asked: Mapping[str, str],
    target: Path,
    *,
    url: str | None = None,
    limits: Limits | None = None,
    pace: Pace | None = None,
    progress: Progress | None = None,
) -> int:
    """Get the companies that match into ``target`` and return how many they are.

    ``url`` is another server that speaks the same, named by a person. ``progress`` is told companies. Raises
    ``InputProblem``: over 10 000 companies, a busy service, a page that is not whole, fewer companies than promised;
    the file is then removed.
    """
    bounds = replace(limits or Limits(), turn=(pace or Pace(CALLS, SECONDS)).wait)
    page = target.with_suffix(".page")
    try:
        with target.open("w", encoding="utf-8") as file:
            return _gather(asked, page, file.write, (url or SERVER, url is not None), bounds, progress)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        page.unlink(missing_ok=True)


def _gather(
    asked: Mapping[str, str],
    page: Path,
    write: Any,  # a text file's own
    server: tuple[str, bool],
    bounds: Limits,
    progress: Progress | None,
) -> int:
    write('{"companies": [')
    number = found = 0
    total = None
    while total is None or found < total:
        number += 1
        address = f"{server[0].rstrip('/')}/companies?{urlencode({**asked, 'page': number})}"
        total, companies = _page(address, page, bounds, named=server[1])
        if total > MOST_COMPANIES:
            raise InputProblem.because(messages.too_many(total, MOST_COMPANIES))
        if not companies and found < total:
            raise InputProblem.because(messages.fewer(found, total))
        for company in companies:
            write(("," if found else "") + json.dumps(company, ensure_ascii=False))
            found += 1
        if progress is not None:
            progress(found, total)
    write("]}")
    return found


def _page(address: str, page: Path, bounds: Limits, *, named: bool) -> tuple[int, list[Any]]:
    try:
        fetch(address, page, accept="application/json", named=named, limits=bounds)
    except Refused as refused:
        if refused.status == TOO_MANY_CALLS:
            raise InputProblem.because(messages.BUSY) from refused
        raise
    try:
        content = json.loads(page.read_bytes())
    except (ValueError, RecursionError) as error:
        raise InputProblem.because(messages.ANSWER_CUT) from error
    total = content.get("totalResults") if isinstance(content, dict) else None
    companies = content.get("companies") if isinstance(content, dict) else None
    if not isinstance(total, int) or isinstance(total, bool) or total < 0 or not isinstance(companies, list):
        raise InputProblem.because(messages.ANSWER_OF_ANOTHER_FORM)
    return total, companies
