"""EU framework programmes (CORDIS): organisations, participations and projects from official and older files."""

from seutu.sources.cordis.finnish import finnish_part
from seutu.sources.cordis.gathering import combine_cordis
from seutu.sources.cordis.merging import merge_candidates
from seutu.sources.cordis.reading import is_cordis_name, read_cordis
from seutu.sources.cordis.records import (
    CordisData,
    FinnishPart,
    MergeCandidate,
    Organisation,
    Participation,
    Programme,
    Project,
)

__all__ = [
    "CordisData",
    "FinnishPart",
    "MergeCandidate",
    "Organisation",
    "Participation",
    "Programme",
    "Project",
    "combine_cordis",
    "finnish_part",
    "is_cordis_name",
    "merge_candidates",
    "read_cordis",
]
