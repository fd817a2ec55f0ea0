"""Files of registers by address: fetched into a folder of the data folder, imported as any file, and forgotten.

Not for statistics (``apps.statistics.pulling``) nor for reading the files (``register_files``).
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from django.conf import settings

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.cordis.fetching import check_export, fetch_cordis
from seutu.sources.http import Limits, Progress, fetch
from seutu.sources.kohesio import fetch_projects
from seutu.sources.prh.fetching import company_filters, fetch_companies

FOLDER: Final = "fetched"
MOST_BYTES: Final = 500_000_000
ACCEPTED: Final = "application/json, text/csv, application/zip, */*;q=0.5"
ZIP: Final = b"PK\x03\x04"
Fetcher = Callable[[str, Path, str | None, Limits | None, Progress | None], None]


def _cordis(what: str, folder: Path, url: str | None, limits: Limits | None, progress: Progress | None) -> None:
    fetch_cordis(what, folder / f"cordis-{what.lower()[:20]}.zip", url=url, limits=limits, progress=progress)


def _kohesio(what: str, folder: Path, url: str | None, limits: Limits | None, progress: Progress | None) -> None:
    fetch_projects(what, folder / f"kohesio-{what[:20]}.csv", url=url, limits=limits, progress=progress)


def _companies(what: str, folder: Path, url: str | None, limits: Limits | None, progress: Progress | None) -> None:
    asked = company_filters(what)
    fetch_companies(asked, folder / "prh-companies.json", url=url, limits=limits, progress=progress)


FETCHERS: Final[dict[str, Fetcher]] = {"cordis": _cordis, "kohesio": _kohesio, "prh-companies": _companies}
"""The kinds whose service is known, each with what gets its file."""


@contextmanager
def pulled_file(
    kind: str,
    *,
    what: str | None,
    url: str | None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Iterator[Path]:
    """Fetch a file for the import of ``kind`` and yield its path; it is removed afterwards.

    ``what`` is asked of the kind's own service, or of ``url`` where that stands; without it ``url`` is the file itself.
    Raises ``InputProblem``.
    """
    folder = Path(settings.DATA_FOLDER) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    own = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=folder))
    try:
        if what is not None:
            fetcher = FETCHERS.get(kind)
            if fetcher is None:
                raise InputProblem.because(_no_service(kind, ", ".join(FETCHERS)))
            fetcher(what, own, url, limits, progress)
        elif url is not None:
            _fetch_file(kind, url, own, limits, progress)
        yield next(iter(own.iterdir()))
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _fetch_file(kind: str, url: str, folder: Path, limits: Limits | None, progress: Progress | None) -> None:
    target = folder / _name_of(url)
    bounds = limits or Limits(size=MOST_BYTES, total=1800.0)
    fetch(url, target, accept=ACCEPTED, named=True, limits=bounds, progress=progress)
    if kind == "cordis":
        with target.open("rb") as file:
            is_zip = file.read(len(ZIP)) == ZIP
        if is_zip:
            check_export(target)


def _name_of(url: str) -> str:
    """Return a name for the file that keeps the ending by which its form is told; never a path."""
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    plain = "".join(letter for letter in name if letter.isalnum() or letter in "._-").lstrip(".")[-80:]
    return plain or "fetched"


def _no_service(kind: str, known: str) -> Text:
    return Text(
        fi=f"Lajilla {kind} ei ole omaa palvelua. Anna tiedoston osoite: --url. Palvelu on lajeilla {known}.",
        sv=f"Slaget {kind} har ingen egen tjänst att hämta ur. Ange filens adress med --url. En tjänst har {known}.",
        en=f"The kind {kind} has no service of its own. Give the file's address with --url. These have one: {known}.",
    )
