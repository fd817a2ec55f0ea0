"""The boundaries of places in the data folder: kept when somebody brings them, given to maps as GeoJSON.

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

from seutu.core.places import Division
from seutu.sources.places import Boundary, read_boundaries

DECIMALS: Final = 4
Shapes = Mapping[str, Any]


def boundary_file() -> Path:
    """Return where the boundaries stand in the data folder, whether they are there or not."""
    return Path(settings.DATA_FOLDER) / "places" / "boundaries.geojson"


def keep_boundaries(files: Sequence[Path]) -> Counter[str]:
    """Read GeoJSON or TopoJSON files and keep their boundaries; return how many of each division.

    Degrees are kept to four decimals (about ten metres). A later file takes the place of an earlier one's areas. The
    file is written in one step. Raises ``InputProblem``.
    """
    found: dict[tuple[str, str], Boundary] = {}
    for file in files:
        found |= {(boundary.division.value, boundary.code): boundary for boundary in read_boundaries(file)}
    features = [_feature(boundary) for _, boundary in sorted(found.items())]
    target = boundary_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"), ensure_ascii=False)
    draft.write_text(text, encoding="utf-8")
    draft.replace(target)
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
    """Return the municipalities' boundaries as a FeatureCollection; None when nobody has brought any."""
    file = boundary_file()
    try:
        facts = file.stat()
    except FileNotFoundError:
        return None
    return _read(file, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=2)
def _read(file: Path, changed: int, size: int) -> Shapes | None:
    del changed, size  # part of the key only
    every = json.loads(file.read_text(encoding="utf-8"))["features"]
    own = [each for each in every if each["properties"]["division"] == Division.MUNICIPALITY.value]
    return {"type": "FeatureCollection", "features": own} if own else None
