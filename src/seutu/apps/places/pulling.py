"""Fetches boundaries of municipalities into the data folder. Not for reading them: boundaries.py does that."""

import os
from collections import Counter
from datetime import date
from urllib.parse import urlsplit

from seutu.apps.places.boundaries import boundary_file, keep_boundaries
from seutu.core.text import Text
from seutu.sources.http import Limits, Progress
from seutu.sources.places import BoundarySource
from seutu.sources.places.wfs import LICENCE, SERVER, SOURCE, BoundaryQuery, fetch_boundaries


def pull_boundaries(
    query: BoundaryQuery,
    *,
    on: date,
    name: str | None = None,
    licence: str | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> tuple[Counter[str], BoundarySource]:
    """Fetch boundaries of municipalities and keep them; what was kept before stays if anything fails.

    ``on`` is the day of retrieval; ``name`` and ``licence`` say whose they are where the server is not that of
    Statistics Finland. Raises ``InputProblem``.
    """
    draft = boundary_file().with_suffix(f".{os.getpid()}.fetched.geojson")
    draft.parent.mkdir(parents=True, exist_ok=True)
    try:
        got = fetch_boundaries(query, draft, limits=limits, progress=progress)
        official = query.server == SERVER
        host = Text.same(urlsplit(got.address).hostname or "")
        source = BoundarySource(
            name=Text.same(name) if name else SOURCE if official else host,
            licence=licence or (LICENCE if official else ""),
            retrieved=on,
            address=got.address,
        )
        return keep_boundaries([draft], source=source), source
    finally:
        draft.unlink(missing_ok=True)
