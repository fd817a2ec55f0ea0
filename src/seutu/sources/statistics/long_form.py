"""The product's own long form: one value a row, place and period beside it. Read and written without loss.

Columns: indicator, place_kind, place, period, breakdown, value, status; ``breakdown`` and ``status`` may be left out.
"""

import csv
import gzip
from collections.abc import Iterable, Iterator
from io import StringIO

from seutu.core.places import Division
from seutu.core.problems import Problem
from seutu.core.statistics import Observation, Status
from seutu.core.text import Text
from seutu.sources.statistics.periods import period_of
from seutu.sources.statistics.reading import Line, Reading, unpacked

COLUMNS = ("indicator", "place_kind", "place", "period", "breakdown", "value", "status")
KINDS = frozenset(division.value for division in Division)


def read_long_form(packed: bytes) -> Iterator[Observation]:
    """Return the observations of the product's own files, which are trusted. Missing value: an empty cell."""
    for row in csv.reader(StringIO(unpacked(packed).decode("utf-8")), strict=True):
        if row[0] != "indicator":
            indicator, kind, place, period, breakdown, value, status = row
            yield Observation(
                indicator, kind, place, period, float(value) if value else None, breakdown, status or Status.PUBLISHED
            )


def write_long_form(observations: Iterable[Observation]) -> bytes:
    """Return the gzip of the observations, sorted: the same bytes for the same values, floats in shortest form."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in sorted(observations, key=lambda o: (o.indicator, o.place_kind, o.place, o.breakdown, o.period)):
        value = "" if one.value is None else f"{one.value:.0f}" if one.value.is_integer() else repr(one.value)
        status = "" if one.status == Status.PUBLISHED else str(one.status)
        writer.writerow((one.indicator, one.place_kind, one.place, one.period, one.breakdown, value, status))
    return gzip.compress(text.getvalue().encode("utf-8"), compresslevel=9, mtime=0)


def read(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Return the observations of a file somebody has made in the long form; rows that cannot be used are problems."""
    for line, row in rows:
        missing = [name for name in ("indicator", "place", "period") if not row[name].strip()]
        if missing:
            reading.problems.append(Problem(_missing(missing[0]), line=line, column=missing[0]))
            continue
        kind = row.get("place_kind", "").strip() or Division.MUNICIPALITY.value
        if kind not in KINDS:
            reading.problems.append(Problem(_unknown_kind(kind), line=line, column="place_kind", value=kind))
            continue
        period = period_of(row["period"])
        if period is None:
            given = row["period"].strip()[:40]
            reading.problems.append(Problem(_no_period(given), line=line, column="period", value=given))
            continue
        told = len(reading.problems)
        value = reading.number(row["value"], line, "value")
        if len(reading.problems) > told:
            continue  # a figure that cannot be read is not one that is not published
        status = row.get("status", "").strip() or (Status.NOT_PUBLISHED if value is None else Status.PUBLISHED)
        place = row["place"].strip()
        place = place.zfill(3) if kind == Division.MUNICIPALITY.value and place.isdigit() else place
        breakdown = row.get("breakdown", "").strip()
        yield Observation(row["indicator"].strip(), kind, place, period, value, breakdown, status)


def _missing(column: str) -> Text:
    return Text(
        fi=f"Sarake {column} on tyhjä. Rivi jätettiin pois; täydennä se.",
        sv=f"Kolumnen {column} är tom. Raden lämnades bort; fyll i den.",
        en=f"The column {column} is empty. The row was left out; fill it in.",
    )


def _no_period(given: str) -> Text:
    return Text(
        fi=f"”{given}” ei ole ajankohta. Rivi jätettiin pois; kirjoita 2024, 2024-04 tai 2024-Q1.",
        sv=f"”{given}” är ingen period. Raden lämnades bort; skriv 2024, 2024-04 eller 2024-Q1.",
        en=f"“{given}” is no period. The row was left out; write 2024, 2024-04 or 2024-Q1.",
    )


def _unknown_kind(kind: str) -> Text:
    return Text(
        fi=f"Aluejakoa ”{kind}” ei ole. Käytä jotain näistä: {', '.join(sorted(KINDS))}.",
        sv=f"Områdesindelningen ”{kind}” finns inte. Använd någon av dessa: {', '.join(sorted(KINDS))}.",
        en=f"There is no division “{kind}”. Use one of these: {', '.join(sorted(KINDS))}.",
    )
