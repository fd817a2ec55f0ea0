"""The boundaries of places in the data folder: brought or fetched, kept with their source, given to maps as GeoJSON.

Never shipped with the product; without them maps stand on a coast outline. Not for reading files (``sources.places``).
"""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from seutu.core.places import Division, Place
from seutu.rules import places
from seutu.sources.places import Boundary, BoundarySource, read_boundaries

DECIMALS: Final = 4
Shapes = Mapping[str, Any]


def boundary_file() -> Path:
    """Return where the boundaries stand in the data folder, whether they are there or not."""
    return Path(settings.DATA_FOLDER) / "places" / "boundaries.geojson"


def keep_boundaries(files: Sequence[Path], *, source: BoundarySource | None = None) -> Counter[str]:
    """Read GeoJSON or TopoJSON files and keep their boundaries; return how many of each division.

    Degrees are kept to four decimals (about ten metres). A later file takes the place of an earlier one's areas. The
    file is written in one step. Raises ``InputProblem``.
    """
    found: dict[tuple[str, str], Boundary] = {}
    for file in files:
        found |= {(boundary.division.value, boundary.code): boundary for boundary in read_boundaries(file)}
    content = {
        "type": "FeatureCollection",
        "source": None if source is None else source.as_dict(),
        "features": [_feature(boundary) for _, boundary in sorted(found.items())],
    }
    target = boundary_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return Counter(division for division, _ in found)


def _feature(boundary: Boundary) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {
            "id": boundary.code,
            "code": boundary.code,
            "division": boundary.division.value,
            "name": boundary.name,
        },
        "geometry": {
            "type": boundary.geometry["type"],
            "coordinates": _rounded(boundary.geometry["coordinates"]),
        },
    }


def _rounded(coordinates: Any) -> Any:  # nested lists of any depth
    if coordinates and isinstance(coordinates[0], int | float):
        return [round(float(number), DECIMALS) for number in coordinates[:2]]
    return [_rounded(part) for part in coordinates]


def municipal_shapes() -> Shapes | None:
    """Return the municipalities' boundaries as a FeatureCollection with their ``source``; None when there are none."""
    file = boundary_file()
    try:
        facts = file.stat()
    except FileNotFoundError:
        return None
    return _read(file, facts.st_mtime_ns, facts.st_size)


def without_boundary() -> list[Place]:
    """Return the municipalities of the newest division that the kept boundaries do not show, by code."""
    shown = {each["properties"]["code"] for each in (municipal_shapes() or {"features": ()})["features"]}
    every = places.load().places(Division.MUNICIPALITY, places.NEWEST_DIVISION)
    return [place for place in every if place.code not in shown]


@lru_cache(maxsize=2)
def _read(file: Path, changed: int, size: int) -> Shapes | None:
    del changed, size  # part of the key only
    kept = json.loads(file.read_text(encoding="utf-8"))
    own = [each for each in kept["features"] if each["properties"]["division"] == Division.MUNICIPALITY.value]
    return {"type": "FeatureCollection", "source": kept.get("source"), "features": own} if own else None
