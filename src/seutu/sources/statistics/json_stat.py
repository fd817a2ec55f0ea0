"""Reader of JSON-stat 2: one data set of figures by dimensions, strictly as its format says.

``value`` is the row-major array of the cells, the last dimension fastest, or an object of positions; a cell that is
null or not there is missing. Source: the JSON-stat 2.0 format (json-stat.org). Not for what the dimensions mean.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import isfinite, prod
from typing import Any, Final

from seutu.core.problems import InputProblem
from seutu.sources.statistics import json_stat_words as words

MOST_CELLS: Final = 5_000_000
VERSION: Final = "2."
_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
"""How JSON writes half of a character: two halves are one, a lone one is no text that can be stored."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its categories in order, with their labels and, of a metric, units and decimals."""

    id: str
    label: str
    codes: tuple[str, ...]
    labels: Mapping[str, str]
    units: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    extension: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set: its dimensions in order, what each is for (``roles``), and the cells."""

    label: str
    source: str
    updated: str
    dimensions: tuple[Dimension, ...]
    roles: Mapping[str, tuple[str, ...]]
    values: Sequence[float | None] | Mapping[int, float | None] = ()
    statuses: Mapping[int, str] = field(default_factory=dict)
    common_status: str = ""
    extension: Mapping[str, Any] = field(default_factory=dict)

    def size(self) -> int:
        """Return how many cells there are."""
        return prod(len(each.codes) for each in self.dimensions)

    def cells(self) -> Iterator[tuple[tuple[str, ...], float | None, str]]:
        """Yield each cell: its code in every dimension, its value (``None``: missing) and its status (or empty)."""
        sparse = isinstance(self.values, Mapping)
        for position, codes in enumerate(product(*(each.codes for each in self.dimensions))):
            value = self.values.get(position) if sparse else self.values[position]  # type: ignore[union-attr]
            yield codes, value, self.statuses.get(position, self.common_status)


def read_json_stat(content: bytes) -> DataSet:
    """Return the data set with its cells.

    Raises ``InputProblem`` that names the fault: no JSON, no data set of version 2, a size that does not fit, a value
    that is no number, over 5 million cells.
    """
    plain = decoded(content)
    known = _structure(plain)
    size = known.size()
    if size > MOST_CELLS:
        raise InputProblem.because(words.too_large(size, MOST_CELLS))
    statuses, common = _statuses(plain.get("status"), size)
    return DataSet(
        known.label,
        known.source,
        known.updated,
        known.dimensions,
        known.roles,
        _values(plain.get("value"), size),
        statuses,
        common,
        known.extension,
    )


def read_structure(content: bytes) -> DataSet:
    """Return the data set without its cells: what metadata tell, of any size. Raises ``InputProblem``."""
    return _structure(decoded(content))


def decoded(content: bytes) -> Any:  # parsed JSON of any shape
    """Return the parsed JSON.

    Raises ``InputProblem`` for a broken text, half of a character, NaN, a name given twice, a nest too deep.
    """
    try:
        plain = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_once)
        if _HALF.search(content):
            json.dumps(plain, ensure_ascii=False).encode("utf-8")
    except RecursionError as error:
        raise InputProblem.because(words.too_deep()) from error
    except UnicodeEncodeError as error:
        raise InputProblem.because(words.half_character()) from error
    except ValueError as error:
        begins = content[:200].lstrip().lower()
        is_page = begins.startswith((b"<!doctype", b"<html", b"<?xml"))
        raise InputProblem.because(words.a_page() if is_page else words.not_json(_where(error))) from error
    return plain


def _where(error: ValueError) -> int | None:
    return error.lineno if isinstance(error, json.JSONDecodeError) else None


def _no_number(literal: str) -> float:
    raise InputProblem.because(words.no_literal(literal), value=literal)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise InputProblem.because(words.twice(twice[:80]), value=twice[:80])
    return found


def _structure(plain: Any) -> DataSet:  # parsed JSON of any shape
    if not isinstance(plain, dict) or plain.get("class") != "dataset":
        raise InputProblem.because(words.no_data_set())
    version = plain.get("version")
    if not isinstance(version, str) or not version.startswith(VERSION):
        raise InputProblem.because(words.other_version(str(version)[:20]), value=str(version)[:20])
    ids = plain.get("id")
    if not isinstance(ids, list) or not ids or not _are_texts(ids) or len(set(ids)) != len(ids):
        raise InputProblem.because(words.no_ids(), column="id")
    sizes = plain.get("size")
    if not isinstance(sizes, list) or len(sizes) != len(ids) or not all(_is_count(each) for each in sizes):
        raise InputProblem.because(words.no_sizes(len(ids)), column="size")
    given = plain.get("dimension")
    if not isinstance(given, dict):
        raise InputProblem.because(words.no_dimension(ids[0]), column="dimension")
    unknown = [name for name in given if name not in ids]
    if unknown:
        raise InputProblem.because(words.unknown_id(unknown[0][:80]), column="dimension", value=unknown[0][:80])
    dimensions = tuple(_dimension(name, given.get(name), size) for name, size in zip(ids, sizes, strict=True))
    return DataSet(
        _text(plain.get("label")),
        _text(plain.get("source")),
        _text(plain.get("updated")),
        dimensions,
        _roles(plain.get("role"), ids),
        extension=_object(plain.get("extension")),
    )


def _dimension(name: str, plain: Any, size: int) -> Dimension:  # parsed JSON of any shape
    category = plain.get("category") if isinstance(plain, dict) else None
    if not isinstance(category, dict):
        raise InputProblem.because(words.no_dimension(name[:80]), column=name)
    labels = category.get("label", {})
    if not isinstance(labels, dict) or not all(isinstance(each, str) for each in labels.values()):
        raise InputProblem.because(words.no_labels(name[:80]), column=name)
    codes = _codes(name, category.get("index"), labels)
    if len(codes) != size:
        raise InputProblem.because(words.other_size(name[:80], size, len(codes)), column=name)
    strange = sorted(labels.keys() - set(codes))
    if strange:
        raise InputProblem.because(words.unknown_category(name[:80], strange[0][:80]), column=name)
    return Dimension(
        name,
        _text(plain.get("label")) or name,
        codes,
        {code: labels.get(code, code) for code in codes},
        {code: unit for code, unit in _object(category.get("unit")).items() if isinstance(unit, dict)},
        _object(plain.get("extension")),
    )


def _codes(name: str, index: Any, labels: Mapping[str, str]) -> tuple[str, ...]:  # parsed JSON of any shape
    """Return the codes in order: of a list, of an object of positions, or the only label where no index is given."""
    if index is None and len(labels) == 1:
        return tuple(labels)
    if _are_texts(index) and len(set(index)) == len(index):
        return tuple(index)
    if isinstance(index, dict) and all(_is_count(each) for each in index.values()):
        ordered = sorted(index, key=lambda code: index[code])
        if [index[code] for code in ordered] == list(range(len(ordered))):
            return tuple(ordered)
    raise InputProblem.because(words.no_index(name[:80]), column=name)


def _roles(plain: Any, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:  # parsed JSON of any shape
    if plain is None:
        return {}
    if not isinstance(plain, dict) or not all(_are_texts(each) for each in plain.values()):
        raise InputProblem.because(words.no_roles(), column="role")
    for name in (name for names in plain.values() for name in names):
        if name not in ids:
            raise InputProblem.because(words.unknown_id(name[:80]), column="role", value=name[:80])
    return {role: tuple(names) for role, names in plain.items()}


def _values(plain: Any, size: int) -> Sequence[float | None] | Mapping[int, float | None]:  # parsed JSON of any shape
    if isinstance(plain, list):
        if len(plain) != size:
            raise InputProblem.because(words.other_length("value", len(plain), size), column="value")
        return [_number(value, position) for position, value in enumerate(plain)]
    if isinstance(plain, dict):
        return {_position("value", key, size): _number(value, key) for key, value in plain.items()}
    raise InputProblem.because(words.no_values(), column="value")


def _number(value: Any, position: int | str) -> float | None:  # parsed JSON of any shape
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = float("inf")
        if isfinite(number):
            return number
    shown = str(value)[:40]
    raise InputProblem.because(words.no_number(str(position)[:20], shown), column="value", value=shown)


def _position(what: str, key: str, size: int) -> int:
    plain = key.isascii() and key.isdecimal() and len(key) <= len(str(MOST_CELLS))
    if not plain or int(key) >= size or str(int(key)) != key:
        raise InputProblem.because(words.no_position(what, key[:40], size), column=what, value=key[:40])
    return int(key)


def _statuses(plain: Any, size: int) -> tuple[dict[int, str], str]:  # parsed JSON of any shape
    """Return the status of each cell that has one, and the one of all others. Given as array, object or one text."""
    if plain is None:
        return {}, ""
    if isinstance(plain, str):
        return {}, plain
    if isinstance(plain, list):
        if len(plain) != size:
            raise InputProblem.because(words.other_length("status", len(plain), size), column="status")
        found = dict(enumerate(plain))
    elif isinstance(plain, dict):
        found = {_position("status", key, size): value for key, value in plain.items()}
    else:
        raise InputProblem.because(words.no_status(), column="status")
    if not all(value is None or isinstance(value, str) for value in found.values()):
        raise InputProblem.because(words.no_status(), column="status")
    return {position: value for position, value in found.items() if value}, ""


def _are_texts(plain: Any) -> bool:  # parsed JSON of any shape
    return isinstance(plain, list) and all(isinstance(each, str) for each in plain)


def _is_count(plain: Any) -> bool:  # parsed JSON of any shape
    return isinstance(plain, int) and not isinstance(plain, bool) and plain >= 0


def _text(plain: Any) -> str:  # parsed JSON of any shape
    return " ".join(plain.split()) if isinstance(plain, str) else ""


def _object(plain: Any) -> dict[str, Any]:  # parsed JSON of any shape
    return plain if isinstance(plain, dict) else {}
