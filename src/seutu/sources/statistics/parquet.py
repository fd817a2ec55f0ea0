"""Reader of the Parquet form of the population projection, and the rows of a Parquet file as text.

Not for the commuting and migration matrices: those are not figures of one place.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from io import BytesIO
from typing import Any, Final

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.core.statistics import Observation, Status
from seutu.core.text import Text
from seutu.sources.statistics.reading import Line, Reading

_MAGIC: Final = b"PAR1"
_ALL_AGES: Final = "999"


def is_parquet(content: bytes) -> bool:
    """Tell whether the bytes are a Parquet file."""
    return content.startswith(_MAGIC)


def parquet_lines(content: bytes) -> tuple[tuple[str, ...], Iterator[Line]]:
    """Return the column names and the rows as text, numbered from 1. Raises ``InputProblem`` for a broken file."""
    parquet: Any = import_module("pyarrow.parquet")
    arrow: Any = import_module("pyarrow")
    try:
        file = parquet.ParquetFile(BytesIO(content))
    except arrow.ArrowException as error:
        raise InputProblem.because(
            Text(
                fi="Parquet-tiedosto on rikki. Hae se uudelleen.",
                sv="Parquet-filen är skadad. Hämta den på nytt.",
                en="The Parquet file is broken. Fetch it again.",
            )
        ) from error
    return tuple(file.schema_arrow.names), _rows(file)


def _rows(file: Any) -> Iterator[Line]:  # untyped library
    number = 0
    for batch in file.iter_batches():
        for row in batch.to_pylist():
            number += 1
            yield number, {name: "" if value is None else str(value) for name, value in row.items()}


def read_projection(rows: Iterable[Line], reading: Reading) -> Iterator[Observation]:
    """Read the 2019 population projection: area (``SSS`` or three digits), year, age; age 999 is the total."""
    for line, row in rows:
        area = row["alue"]
        kind = Division.COUNTRY if area == "SSS" else Division.MUNICIPALITY
        value = reading.number(row["vaesto_e19"], line, "vaesto_e19")
        breakdown = "" if row["ika"] == _ALL_AGES else f"age:{row['ika']}"
        status = Status.NOT_PUBLISHED if value is None else Status.PUBLISHED
        yield Observation(
            "projected_population", kind.value, area.removeprefix("KU"), row["time"], value, breakdown, status
        )
