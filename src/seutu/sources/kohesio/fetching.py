"""Get a programming period's project file of Finland from Kohesio: by its listing, else by its known name.

Not for reading it (``reading``). Source: kohesio.ec.europa.eu, re-use with attribution.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from seutu.core.problems import InputProblem
from seutu.sources.http import Fetched, Limits, Progress, Refused, fetch
from seutu.sources.kohesio import messages
from seutu.sources.kohesio.reading import check_header

SERVER: Final = "https://kohesio.ec.europa.eu/api"
PERIODS: Final = {"2014-2020": "FI-pp14-20-latest.csv", "2021-2027": "FI-pp21-27-latest.csv"}
COUNTRY: Final = "FI-"
NOT_FOUND: Final = 404


def fetch_projects(
    period: str,
    target: Path,
    *,
    url: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Get the Finnish projects of ``2014-2020`` or ``2021-2027`` into ``target``.

    ``url`` is another server that speaks the same, named by a person. Raises ``InputProblem`` if the period is unknown,
    the server does not give the file, or what came is not a project file; the file is then removed.
    """
    period = period.replace("–", "-")
    if period not in PERIODS:
        raise InputProblem.because(messages.no_period(period[:40], ", ".join(PERIODS)), value=period[:40])
    base, named = (url or SERVER).rstrip("/"), url is not None
    folder = f"data/projects-{period}"
    name = _listed(f"{base}/{folder}/latest", target, named=named, limits=limits)
    path = name or f"{folder}/latest/{PERIODS[period]}"
    address = f"{base}/data/object?id={quote(path, safe='/-._')}"
    got = fetch(address, target, accept="text/csv", named=named, limits=limits, progress=progress)
    try:
        check_header(target)
    except InputProblem:
        target.unlink(missing_ok=True)
        raise
    return got


def _listed(address: str, target: Path, *, named: bool, limits: Limits | None) -> str | None:
    """Return the path of the Finnish file that the listing names; ``None`` if there is no listing of a known form."""
    try:
        fetch(address, target, accept="application/json", named=named, limits=limits)
    except Refused as refused:
        if refused.status == NOT_FOUND:
            return None
        raise
    try:
        content = json.loads(target.read_bytes())
    except (ValueError, RecursionError):
        return None
    finally:
        target.unlink(missing_ok=True)
    files = content.get("files") if isinstance(content, dict) else None
    own = sorted(
        path for path in _texts(files) if path.rpartition("/")[2].startswith(COUNTRY) and path.endswith(".csv")
    )
    return own[-1] if own and own[-1].startswith("data/") and ".." not in own[-1] else None


def _texts(plain: Any) -> Iterator[str]:  # parsed JSON of any shape
    """Yield the texts of a listing, whose entries are paths or objects with a path in them."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, list):
        for each in plain:
            yield from _texts(list(each.values()) if isinstance(each, dict) else each if isinstance(each, str) else [])
