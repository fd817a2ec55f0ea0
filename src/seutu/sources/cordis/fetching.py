"""Get a framework programme's export from CORDIS: one zip of CSV files, looked at before anything reads it.

Not for reading it (``official``). Source: cordis.europa.eu/data, re-use with attribution.
"""

from pathlib import Path
from typing import Final

from seutu.core.problems import InputProblem
from seutu.sources.cordis import messages
from seutu.sources.cordis.official import MAX_UNPACKED_BYTES, ORGANISATIONS
from seutu.sources.http import Fetched, Limits, Progress, fetch
from seutu.sources.tables.archive import Archive
from seutu.sources.tables.limits import Limits as FileLimits

SERVER: Final = "https://cordis.europa.eu/data"
FILES: Final = {
    "horizon": "cordis-HORIZONprojects-csv.zip",
    "h2020": "cordis-h2020projects-csv.zip",
    "fp7": "cordis-fp7projects-csv.zip",
}
MOST_BYTES: Final = 500_000_000
_MEMBERS: Final = 100


def fetch_cordis(
    programme: str,
    target: Path,
    *,
    url: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Fetched:
    """Get the export of ``horizon``, ``h2020`` or ``fp7`` into ``target``.

    ``url`` is another folder of the same files, named by a person. Raises ``InputProblem`` if the programme is unknown,
    the server does not give it, or what came is no zip of CORDIS, unpacks to an absurd size or holds names that point
    out of it; the file is then removed.
    """
    name = FILES.get(programme.casefold())
    if name is None:
        raise InputProblem.because(messages.no_programme(programme[:40], ", ".join(FILES)), value=programme[:40])
    address = f"{(url or SERVER).rstrip('/')}/{name}"
    bounds = limits or Limits(size=MOST_BYTES, total=1800.0)
    got = fetch(address, target, accept="application/zip", named=url is not None, limits=bounds, progress=progress)
    try:
        check_export(target)
    except InputProblem:
        target.unlink(missing_ok=True)
        raise
    return got


def check_export(path: Path) -> None:
    """Look into a zip that came over the network. Raises ``InputProblem`` unless it is a safe export of CORDIS."""
    safe = FileLimits(file_bytes=MOST_BYTES, unpacked_bytes=MAX_UNPACKED_BYTES, members=_MEMBERS)
    with Archive(path, safe) as archive:
        if ORGANISATIONS not in {name.rpartition("/")[2] for name in archive.names}:
            raise InputProblem.because(messages.nothing_here(path.name))
