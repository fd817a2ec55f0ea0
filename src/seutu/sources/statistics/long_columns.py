"""A large file of the product's own long form, read a column at a time: millions of figures in seconds.

Not for telling what is wrong: a file with anything that this cannot take as it stands is left to ``long_form``, which
reads it row by row and names the rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any, Final

from seutu.core.places import Division, PlaceTable
from seutu.core.statistics import Observation, Status
from seutu.sources.statistics.long_form import COLUMNS, KINDS
from seutu.sources.statistics.periods import period_of
from seutu.sources.statistics.reading import BLANK, EXACT

LARGE: Final = 2_000_000
"""Bytes from which a file is worth it; a smaller one is read by rows at once."""
NEEDED: Final = ("indicator", "place", "period", "value")
_MUNICIPALITY: Final = Division.MUNICIPALITY.value
_CODE: Final = 3
_NO_NUMBERS: Final = tuple({form for mark in BLANK for form in (mark, mark.upper(), mark.title())} | {"NaN"})


@dataclass(frozen=True, slots=True)
class LongColumns:
    """The figures of a file: those of merged municipalities as observations, all others as an Arrow table.

    The table has the columns of ``Observation``. ``unknown`` are municipality codes that there have never been; their
    rows are in neither.
    """

    merged: tuple[Observation, ...]
    table: Any
    unknown: frozenset[str]
    indicators: tuple[str, ...]


def read_columns(content: bytes, places: PlaceTable, at: date) -> LongColumns | None:
    """Return the figures of a CSV file in the long form, or ``None`` where a row has to be looked at by itself.

    That is: another encoding than UTF-8, a row of another length, a blank indicator, place or period, a period of
    another form, an unknown division, a number that is not plain (``1 234``, ``1,5``, infinite) or is 2⁵³ or more. A
    blank number stays missing.
    """
    table = _table(content)
    if table is None:
        return None
    compute, arrow = _libraries()
    kinds = frozenset(compute.unique(table["place_kind"]).to_pylist())
    blank = any(compute.any(compute.equal(table[name], "")).as_py() for name in ("indicator", "place", "period"))
    periods = compute.unique(table["period"]).to_pylist()
    if any(period_of(each) != each for each in periods) or compute.any(_is_long(table["value"])).as_py():
        return None
    if blank or not kinds <= KINDS or compute.any(compute.invert(compute.is_finite(table["value"]))).as_py():
        return None
    ours = compute.equal(table["place_kind"], _MUNICIPALITY)
    codes = compute.unique(table["place"].filter(ours)).to_pylist()
    unknown = frozenset(code for code in codes if not places.known(Division.MUNICIPALITY, code))
    merged = _merged(frozenset(codes) - unknown, places, at)
    apart = compute.and_(ours, compute.is_in(table["place"], arrow.array(sorted({*merged, *unknown}), arrow.string())))
    touched = table.filter(
        compute.and_(ours, compute.is_in(table["place"], arrow.array(sorted(merged), arrow.string())))
    )
    rows = tuple(Observation(**row) for row in touched.to_pylist())
    return LongColumns(
        rows, table.filter(compute.invert(apart)), unknown, tuple(compute.unique(table["indicator"]).to_pylist())
    )


@cache
def _libraries() -> tuple[Any, Any]:  # untyped library
    return import_module("pyarrow.compute"), import_module("pyarrow")


def _merged(codes: frozenset[str], places: PlaceTable, at: date) -> frozenset[str]:
    """Return the codes that are counted together with another code of the file, or under another."""
    successors = {code: places.successor(code, at) for code in codes}
    joined = {new for code, new in successors.items() if code != new}
    return frozenset(code for code, new in successors.items() if new in joined)


def _table(content: bytes) -> Any:  # untyped library
    """Return the columns as text, stripped, and the numbers; ``None`` if the file is not plain."""
    compute, arrow = _libraries()
    csv: Any = import_module("pyarrow.csv")
    first = content[: content.find(b"\n") + 1].decode("utf-8-sig", errors="replace")
    kinds: Mapping[str, Any] = {name: arrow.string() for name in COLUMNS} | {"value": arrow.float64()}
    try:
        found = csv.read_csv(
            BytesIO(content),
            parse_options=csv.ParseOptions(delimiter=max("\t;,", key=first.count)),
            convert_options=csv.ConvertOptions(
                column_types=kinds, null_values=list(_NO_NUMBERS), strings_can_be_null=False
            ),
        )
    except arrow.ArrowException:
        return None
    if not set(NEEDED) <= set(found.column_names) or len(set(found.column_names)) < len(found.column_names):
        return None
    texts = {
        name: compute.utf8_trim_whitespace(found[name]) if name in found.column_names else _same("", len(found))
        for name in COLUMNS
        if name != "value"
    }
    numbers = compute.add(found["value"], 0.0)  # there is one zero
    given = compute.not_equal(texts["status"], "")
    default = compute.if_else(compute.is_null(found["value"]), str(Status.NOT_PUBLISHED), str(Status.PUBLISHED))
    named = compute.not_equal(texts["place_kind"], "")
    texts["status"] = compute.if_else(given, texts["status"], default)
    texts["place_kind"] = compute.if_else(named, texts["place_kind"], _MUNICIPALITY)
    texts["place"] = _whole_codes(texts["place"], texts["place_kind"])
    return arrow.table({name: texts.get(name, numbers) for name in COLUMNS})


def _is_long(values: Any) -> Any:  # untyped library
    """Tell which numbers may have more digits than are kept."""
    compute, _ = _libraries()
    return compute.greater_equal(compute.abs(values), float(EXACT))


def _whole_codes(codes: Any, kinds: Any) -> Any:  # untyped library
    """Return municipality codes with their leading zeros, which spreadsheets drop."""
    compute, _ = _libraries()
    short = compute.and_(compute.equal(kinds, _MUNICIPALITY), compute.utf8_is_digit(codes))
    return compute.if_else(short, compute.utf8_lpad(codes, _CODE, "0"), codes)


def _same(text: str, rows: int) -> Any:  # untyped library
    _, arrow = _libraries()
    return arrow.chunked_array([arrow.repeat(text, rows)])
