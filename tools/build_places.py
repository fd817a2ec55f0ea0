"""Makes the place tables of ``seutu.rules.places`` from a folder of open data. Run through ``build_rules.py``.

Not for run time: the product reads only the tables that this writes.
"""

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

Row = dict[str, str]
Span = tuple[int, int]

DIVISIONS = {
    "sub_region": "seutukunta",
    "region": "maakunta",
    "major_region": "suuralue",
    "nuts2": "nuts2",
    "nuts3": "nuts3",
    "ely_centre": "ely",
    "development_centre": "evk",
    "employment_area": "tyollisyysalue",
    "wellbeing_county": "hyvinvointialue",
    "urban_group": "kuntaryhmitys",
    "language_group": "kielisuhde",
}
# First day, old municipality, new one. Which codes end is checked against the key tables, where they went against the
# table of abolished municipalities (which reaches 2024).
MERGERS = [
    ("2015-01-01", "413", "609"),
    ("2015-01-01", "476", "297"),
    ("2015-01-01", "838", "423"),
    ("2016-01-01", "283", "098"),
    ("2016-01-01", "164", "301"),
    ("2016-01-01", "319", "783"),
    ("2016-01-01", "532", "398"),
    ("2017-01-01", "174", "297"),
    ("2017-01-01", "442", "051"),
    ("2020-01-01", "911", "541"),
    ("2021-01-01", "099", "214"),
    ("2025-01-01", "588", "507"),
]


def read_rows(path: Path) -> list[Row]:
    """Read a CSV file, gzip or not, with or without a byte order mark."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def write_rows(path: Path, header: list[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a CSV file: UTF-8, comma, header."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_source(path: Path, **facts: str) -> None:
    """Write where a table comes from, beside it."""
    lines = [f"{key} = {_quoted(value)}" for key, value in facts.items()]
    path.with_suffix(".source.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def spans(years: Iterable[int]) -> Iterator[Span]:
    """Join years to unbroken spans."""
    ordered = sorted(set(years))
    start = previous = ordered[0]
    for year in ordered[1:]:
        if year != previous + 1:
            yield start, previous
            start = year
        previous = year
    yield start, previous


def _days(span: Span, newest: int) -> tuple[str, str]:
    return f"{span[0]}-01-01", "" if span[1] == newest else f"{span[1]}-12-31"


def _clean(name: str) -> str:
    return " ".join(name.split())


def _place_rows(keys: list[Row], division: str, column: str, name: str, newest: int) -> Iterator[list[str]]:
    years: dict[str, set[int]] = defaultdict(set)
    newest_row: dict[str, Row] = {}
    seen: dict[str, set[str]] = defaultdict(set)
    for row in sorted((r for r in keys if r[column]), key=lambda r: r["year"]):
        code = row[column]
        years[code].add(int(row["year"]))
        newest_row[code] = row
        seen[code].update(_clean(row[f"{name}_name_{lang}"]) for lang in ("fi", "sv", "en"))
    for code in sorted(years):
        names = [_clean(newest_row[code][f"{name}_name_{lang}"]) for lang in ("fi", "sv", "en")]
        aliases = "|".join(sorted(seen[code] - {*names, ""}))
        for span in spans(years[code]):
            yield [division, code, *_days(span, newest), *names, aliases]


def _membership_rows(keys: list[Row], newest: int) -> Iterator[list[str]]:
    for division, column in DIVISIONS.items():
        years: dict[tuple[str, str], set[int]] = defaultdict(set)
        for row in keys:
            if row[f"{column}_code"]:
                years[row["kunta"], row[f"{column}_code"]].add(int(row["year"]))
        for (municipality, code), seen in sorted(years.items()):
            for span in spans(seen):
                yield [municipality, division, code, *_days(span, newest)]


def _checked_mergers(keys: list[Row], joined: list[Row], newest: int) -> list[tuple[str, str, str]]:
    last: dict[str, int] = {}
    for row in keys:
        last[row["kunta"]] = max(int(row["year"]), last.get(row["kunta"], 0))
    ended = {code: f"{year + 1}-01-01" for code, year in last.items() if year < newest}
    stated = {old: day for day, old, _ in MERGERS}
    if ended != stated:
        message = f"the key files end {ended}, the mergers say {stated}"
        raise SystemExit(message)
    known = {(row["joiner"], row["joinee"]) for row in joined}
    unknown = [pair for day, *pair in MERGERS if day < "2025" and (f"KU{pair[0]}", f"KU{pair[1]}") not in known]
    if unknown:
        message = f"the table of abolished municipalities does not know {unknown}"
        raise SystemExit(message)
    return MERGERS


def _nuts_rows(keys: list[Row]) -> Iterator[list[str]]:
    """Give the NUTS 3 code of a region in each version: that of most of its municipalities."""
    for region in sorted({row["maakunta_code"] for row in keys if row["maakunta_code"]}):
        codes = []
        for year in ("2021", "2024"):
            found = [row["nuts3_code"] for row in keys if row["year"] == year and row["maakunta_code"] == region]
            codes.append(max(sorted(set(found)), key=found.count))
        yield [region, *codes]


def build_places(data: Path, out: Path) -> None:
    """Write every table of ``rules/places`` from the folder of open data."""
    key_folder = data / "geofi-municipality-keys"
    keys = read_rows(key_folder / "municipality_key_2013-2026.csv.gz")
    joined = read_rows(data / "region-typologies" / "abolished_mun_key.csv")
    newest = max(int(row["year"]) for row in keys)
    header = ["division", "code", "valid_from", "valid_to", "name_fi", "name_sv", "name_en", "aliases"]
    rows = list(_place_rows(keys, "municipality", "kunta", "municipality", newest))
    for division, column in DIVISIONS.items():
        rows += _place_rows(keys, division, f"{column}_code", column, newest)
    write_rows(out / "places.csv", header, rows)
    statfin = {
        "source": "Statistics Finland, classification service: municipality keys 2013-2026 (by way of rOpenGov geofi)",
        "licence": "CC BY 4.0",
        "retrieved": "2026-04-02",
    }
    write_source(
        out / "places.csv", **statfin, note="One row per area; names of its newest year, other forms as aliases."
    )
    header = ["municipality", "division", "code", "valid_from", "valid_to"]
    write_rows(out / "memberships.csv", header, _membership_rows(keys, newest))
    write_source(
        out / "memberships.csv",
        **statfin,
        note="Years joined to spans. NUTS codes are of NUTS 2016/2021 to the end of 2023, of NUTS 2024 after it.",
    )
    write_rows(out / "mergers.csv", ["date", "old", "new"], _checked_mergers(keys, joined, newest))
    write_source(
        out / "mergers.csv", **statfin, note="Which codes end is read from the keys; where they go is public record."
    )
    write_rows(out / "nuts3_regions.csv", ["region", "nuts3_2021", "nuts3_2024"], _nuts_rows(keys))
    write_source(
        out / "nuts3_regions.csv",
        **statfin,
        note="NUTS 2021 kept the borders from before the 2021 moves of Heinävesi, Iitti, Isokyrö, Joroinen, Kuhmoinen.",
    )
    _build_points(data, out)


def _sources(text: str) -> str:
    """Return the sources of a town, each by its public name."""
    named = text.replace("(brief; ", "(SEUTU-news 3/2019; ")
    return "|".join(source.strip() for source in named.split("|"))


def _municipality_of(row: Row) -> str:
    """Find the code where a name with an unquoted comma has pushed the columns to the right."""
    return next(value for value in row.values() if len(value) == 3 and value.isdigit())  # noqa: PLR2004


def _centres(path: Path) -> dict[str, tuple[str, float, float]]:
    """Find the centre of the area of each municipality (shoelace formula over the outer ring of its largest part)."""
    centres = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        rings = [shape["coordinates"][0]] if shape["type"] == "Polygon" else [part[0] for part in shape["coordinates"]]
        area, lon, lat = max((_centre(ring) for ring in rings), key=lambda found: abs(found[0]))
        centres[feature["properties"]["NATCODE"]] = (feature["properties"]["NAMEFIN"], lon / area, lat / area)
    return centres


def _centre(ring: list[list[float]]) -> tuple[float, float, float]:
    """Give three times the double area of a ring, and the sums whose share of it is the centre."""
    crosses = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    return (
        3 * sum(cross for _, _, cross in crosses),
        sum((a[0] + b[0]) * cross for a, b, cross in crosses),
        sum((a[1] + b[1]) * cross for a, b, cross in crosses),
    )


def _build_points(data: Path, out: Path) -> None:
    localities = read_rows(data / "geofi-municipality-keys" / "municipality_central_localities.csv")
    points = {
        r["municipality_code"]: (r["central_locality"].title(), float(r["lon"]), float(r["lat"])) for r in localities
    }
    points = {**_centres(data / "municipality-boundaries" / "kuntarajat.2023.geojson"), **points}
    write_rows(
        out / "central_localities.csv",
        ["municipality", "locality", "lon", "lat"],
        ([code, name, f"{lon:.5f}", f"{lat:.5f}"] for code, (name, lon, lat) in sorted(points.items())),
    )
    write_source(
        out / "central_localities.csv",
        source="National Land Survey of Finland, place names (by way of rOpenGov geofi)",
        licence="CC BY 4.0",
        retrieved="2026-04-02",
        note="Degrees, WGS 84, five decimals. The locality stands for the municipality where no boundary is loaded. "
        "A municipality that the source lacks (Tuusula) has the centre of its area instead.",
    )
    postal = read_rows(data / "paavo-municipality-2018" / "alueryhmittely_posnro_2020_en.csv")
    pairs = sorted([r["Postal code area"], _municipality_of(r)] for r in postal)
    write_rows(out / "postal_codes.csv", ["postal_code", "municipality"], pairs)
    write_source(
        out / "postal_codes.csv",
        source="Statistics Finland, Paavo: postal code areas and municipalities 2020",
        licence="CC BY 4.0",
        retrieved="2026-11-01",
        note="Division of 2020; mergers since then are followed when a code is asked.",
    )
    towns = read_rows(data / "seutukaupungit" / "seutukaupungit_named_and_candidates.csv")
    rows = [[r["kunta_koodi"], r["evidence"], _sources(r["sources"])] for r in towns]
    write_rows(out / "regional_towns.csv", ["municipality", "evidence", "sources"], sorted(rows))
    write_source(
        out / "regional_towns.csv",
        source="Compiled from the public pages named on each row",
        licence="Facts",
        retrieved="2026-11-01",
        note="Not the official list of the network: 36 towns named in a source and 28 candidates nobody has confirmed.",
    )
