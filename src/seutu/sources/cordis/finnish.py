"""The Finnish part of the framework programmes."""

from seutu.sources.cordis.records import CordisData, FinnishPart


def finnish_part(data: CordisData) -> FinnishPart:
    """Return Finnish organisations, their participations and their projects (with all partners counted)."""
    raise NotImplementedError
