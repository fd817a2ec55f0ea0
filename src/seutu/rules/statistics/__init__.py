"""The catalogue of indicators and the key figures that come with the product.

Data files beside this module: ``indicators.yaml`` and ``*.csv.gz`` in the product's long form, one file per source.
"""

from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from seutu.core.statistics import Catalogue, Indicator, Kind, Ratio, SourceRecord
from seutu.core.text import Text


def _indicator(row: dict[str, object], units: dict[str, Text]) -> Indicator:
    ratio = row.get("ratio")
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
    )


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
    text = files(__name__).joinpath("indicators.yaml").read_text(encoding="utf-8")
    content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe loaders
    units = {name: _text(value) for name, value in content["units"].items()}
    return Catalogue(
        indicators={row["id"]: _indicator(row, units) for row in content["indicators"]},
        sources={row["id"]: _source(row) for row in content["sources"]},
    )


def bundled_files() -> tuple[Traversable, ...]:
    """Return the files of figures that come with the product, named by their source (``key_figures.csv.gz``)."""
    folder = files(__name__)
    return tuple(sorted((f for f in folder.iterdir() if f.name.endswith(".csv.gz")), key=lambda file: file.name))
