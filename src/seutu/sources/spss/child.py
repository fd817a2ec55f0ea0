"""The process that reads one SPSS file with the C library and prints it as JSON. A damaged file ends it, and only it.

`python -m seutu.sources.spss.child FILE ROWS CELLS TEXT`. Started by ``reading`` alone; says nothing to people.
"""

import json
import sys
from typing import Any, Final

MEMORY: Final = 2_000_000_000
PROCESSOR_SECONDS: Final = 100
TOO_MUCH: Final = 3
"""The code it ends with where the file has more rows or cells than asked for."""
TOO_LONG: Final = 5
"""The code it ends with where the texts of the file are together longer than asked for."""
UNREADABLE: Final = 4
OLD_ENCODING: Final = "WINDOWS-1252"


def limit_process() -> None:
    """Bound memory and time where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the waiting process ends this one
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(path: str, **options: Any) -> tuple[Any, Any]:
    """Return columns and what is told of them; a file without a known encoding is read as Windows text."""
    import pyreadstat

    told = {"user_missing": True, "disable_datetime_conversion": True, "output_format": "dict", **options}
    try:
        return pyreadstat.read_sav(path, **told)
    except pyreadstat.ReadstatError as error:
        if "encoding" not in str(error):
            raise
        return pyreadstat.read_sav(path, encoding=OLD_ENCODING, **told)


def plain(path: str, most_rows: int, most_cells: int) -> dict[str, Any] | None:
    """Return the file as plain JSON; None where it is larger than asked for."""
    _, about = read(path, metadataonly=True)
    columns = max(1, len(about.column_names))
    most = min(most_rows, most_cells // columns)
    if (about.number_rows or 0) > most:
        return None
    values, about = read(path, row_limit=most + 1)
    held = [[None if each != each else each for each in values[name]] for name in about.column_names]  # noqa: PLR0124 - NaN
    if held and len(held[0]) > most:
        return None
    return {
        "names": about.column_names,
        "labels": about.column_names_to_labels,
        "formats": about.original_variable_types,
        "widths": about.variable_storage_width,
        "value_labels": {name: list(pairs.items()) for name, pairs in about.variable_value_labels.items()},
        "missing": about.missing_ranges,
        "sets": about.mr_sets,
        "columns": held,
    }


def text_of(found: dict[str, Any]) -> int:
    """Return how many characters the texts of all cells have: a packed file can hold a thousand times its size."""
    return sum(len(each) for column in found["columns"] for each in column if isinstance(each, str))


def main() -> int:
    """Read the file that the arguments name."""
    limit_process()
    path, rows, cells, text = sys.argv[1], *map(int, sys.argv[2:5])
    try:
        found = plain(path, rows, cells)
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, the other process says it
        return UNREADABLE
    if found is None:
        return TOO_MUCH
    if text_of(found) > text:
        return TOO_LONG
    json.dump(found, sys.stdout, allow_nan=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
