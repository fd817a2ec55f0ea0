"""The catalogue of indicators and the key figures that come with the product.

Data files beside this module: ``indicators.yaml`` (what sources publish), ``derived.yaml`` (ratios and changes that are
computed), ``sotkanet.yaml`` (indicators that are pulled), and ``*.csv.gz`` in the product's long form, one per source.
"""

from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from seutu.core.statistics import Catalogue, Change, Direction, Indicator, Kind, Ratio, SourceRecord, Topic
from seutu.core.text import Text

PARTS = ("indicators.yaml", "derived.yaml", "sotkanet.yaml")


def _indicator(row: dict[str, object], units: dict[str, Text]) -> Indicator:
    ratio, change = row.get("ratio"), row.get("change")
    return Indicator(
        id=str(row["id"]),
        label=_text(row["label"]),
        unit=units[str(row["unit"])],
        description=_text(row["description"]),
        kind=Kind(str(row["kind"])),
        decimals=int(str(row["decimals"])),
        source=str(row["source"]),
        table=str(row["table"]),
        ratio=_ratio(ratio) if isinstance(ratio, dict) else None,
        derived=bool(row.get("derived")),
        formula=_text(row["formula"]) if "formula" in row else None,
        topic=Topic(str(row["topic"])),
        direction=Direction(str(row.get("direction", Direction.NEITHER))),
        content=str(row.get("content", "")),
        change=_change(change) if isinstance(change, dict) else None,
    )


def _change(row: dict[str, object]) -> Change:
    return Change(str(row["of"]), int(str(row["years"])), bool(row["relative"]))


def _ratio(row: dict[str, object]) -> Ratio:
    scale, offset = float(str(row["scale"])), float(str(row["offset"]))
    return Ratio(str(row["numerator"]), str(row["denominator"]), scale, offset)


def _text(value: object) -> Text:
    if not isinstance(value, dict):
        message = f"not a text in three languages: {value!r}"
        raise TypeError(message)
    return Text(fi=value["fi"], sv=value["sv"], en=value["en"])


def _source(row: dict[str, object]) -> SourceRecord:
    retrieved = row["retrieved"]
    return SourceRecord(
        id=str(row["id"]),
        name=str(row["name"]),
        licence=str(row["licence"]),
        retrieved=retrieved if isinstance(retrieved, date) else None,
        url=str(row["url"]),
        note=str(row["note"]),
    )


@cache
def catalogue() -> Catalogue:
    """Return the indicators and sources that come with the product. Read once per process."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parts = [yaml.load(text, Loader=loader) for text in definition_texts()]  # noqa: S506  # both are safe loaders
    units = {name: _text(value) for part in parts for name, value in part.get("units", {}).items()}
    return Catalogue(
        indicators={row["id"]: _indicator(row, units) for part in parts for row in part["indicators"]},
        sources={row["id"]: _source(row) for part in parts for row in part.get("sources", ())},
    )


def definition_texts() -> tuple[str, ...]:
    """Return the texts that define the indicators and sources."""
    return tuple(files(__name__).joinpath(name).read_text(encoding="utf-8") for name in PARTS)


def bundled_files() -> tuple[Traversable, ...]:
    """Return the files of figures that come with the product, named by their source (``key_figures.csv.gz``)."""
    folder = files(__name__)
    return tuple(sorted((f for f in folder.iterdir() if f.name.endswith(".csv.gz")), key=lambda file: file.name))
