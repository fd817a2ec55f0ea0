"""A column map: which column of a plain table of statistics is what. Read from TOML, checked before any table is read.

Not for reading tables (``mapped``).
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.core.statistics import Indicator, Kind
from seutu.core.text import Text
from seutu.sources.statistics import map_words as words
from seutu.sources.statistics.periods import period_of

MOST_BYTES: Final = 200_000
MARKS: Final = frozenset({"missing", "zero", "sign"})
_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,79}")
_DIMENSION: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LINE: Final = re.compile(r"at line (\d+)")
_FLAG: Final = re.compile(r"[a-z]{1,6}")
_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "place": frozenset({"column", "as", "kind"}),
    "period": frozenset({"column", "value", "headers"}),
    "indicator": frozenset({"id", "column", "names"}),
    "value": frozenset({"column"}),
    "breakdown": frozenset({"column", "dimension", "whole"}),
    "status": frozenset({"column"}),
}
_TOP: Final = frozenset({"source", "licence", "sheet", "header", "decimal", "values", "indicators", "marks", "flags"})
_OF_VALUES: Final = frozenset({"indicator", "period", "breakdown"})
_OF_INDICATORS: Final = frozenset({"label", "unit", "description", "kind", "decimals"})


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """One column of values: of which indicator, and the period and breakdown where the header itself says them."""

    indicator: str
    period: str = ""
    breakdown: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """What each column is. Wide: ``values`` by header, or ``period_headers``. Long: ``value`` and one indicator a row.

    ``place_as`` is ``"code"`` or ``"name"``. ``names`` maps the indicator column's texts to ids. ``marks`` say what a
    text in the place of a number means: ``missing``, ``zero`` or ``sign`` (kept as the source's own sign). ``flags``
    map a mark after a number to the letters it stands for.
    """

    place: str
    place_as: str = "code"
    place_kind: Division = Division.MUNICIPALITY
    period: str = ""
    period_value: str = ""
    period_headers: bool = False
    values: Mapping[str, ValueColumn] = field(default_factory=dict)
    value: str = ""
    indicator: str = ""
    indicator_column: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    breakdown: str = ""
    dimension: str = ""
    whole: frozenset[str] = frozenset()
    status: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    source: str | None = None
    licence: str | None = None
    sheet: str | None = None
    header: int = 1
    decimal: str = ""

    def columns(self) -> tuple[str, ...]:
        """Return every header that the map names, each once."""
        named = (self.place, self.period, self.value, self.indicator_column, self.breakdown, self.status, *self.values)
        return tuple(dict.fromkeys(name for name in named if name))


def read_column_map(path: Path) -> ColumnMap:
    """Return the map of a TOML file. Raises ``InputProblem`` with the key that is wrong and what it may be."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputProblem.because(words.too_big(path.name))
        plain = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        place = _LINE.search(str(error))
        raise InputProblem.because(words.not_toml(path.name), line=int(place[1]) if place else None) from error
    return _Map(plain).read()


def _wrong(key: str, want: Text) -> InputProblem:
    return InputProblem.because(words.wrong(key, want), column=key)


@dataclass(frozen=True, slots=True)
class _Map:
    """The plain content of a map on its way to being one."""

    plain: Mapping[str, Any]

    def read(self) -> ColumnMap:
        self._known_keys()
        shape = {**self._place(), **self._period(), **self._what()}
        return ColumnMap(**shape, **self._rest(), **self._breakdown(), indicators=self._indicators())

    def _known_keys(self) -> None:
        for key, value in self.plain.items():
            if key not in _TOP and key not in _KEYS:
                raise _wrong(key, words.known_keys(", ".join(sorted(_TOP | set(_KEYS)))))
            if key in _KEYS:
                if not isinstance(value, dict):
                    raise _wrong(key, words.TABLE)
                for inner in value:
                    if inner not in _KEYS[key]:
                        raise _wrong(f"{key}.{inner}", words.known_keys(", ".join(sorted(_KEYS[key]))))

    def _text(self, table: str, key: str) -> str:
        value = self.plain.get(table, {}).get(key, "")
        if not isinstance(value, str):
            raise _wrong(f"{table}.{key}", words.TEXT)
        return value.strip()

    def _place(self) -> dict[str, Any]:
        column, read_as = self._text("place", "column"), self._text("place", "as") or "code"
        if not column:
            raise _wrong("place.column", words.NEEDED)
        if read_as not in {"code", "name"}:
            raise _wrong("place.as", words.one_of("code, name"))
        kind = self._text("place", "kind") or Division.MUNICIPALITY.value
        if kind not in {each.value for each in Division}:
            raise _wrong("place.kind", words.one_of(", ".join(each.value for each in Division)))
        return {"place": column, "place_as": read_as, "place_kind": Division(kind)}

    def _period(self) -> dict[str, Any]:
        column, headers = self._text("period", "column"), self.plain.get("period", {}).get("headers", False)
        value = self._text("period", "value")
        if not isinstance(headers, bool):
            raise _wrong("period.headers", words.TRUE_OR_FALSE)
        own = any(isinstance(each, dict) and each.get("period") for each in self._values_plain().values())
        ways = [bool(column), bool(value), headers]
        if sum(ways) > 1 or (not any(ways) and not own):
            raise _wrong("period", words.ONE_WAY_OF_PERIOD)
        return {"period": column, "period_value": _period(value, "period.value"), "period_headers": headers}

    def _values_plain(self) -> Mapping[str, Any]:
        values = self.plain.get("values", {})
        if not isinstance(values, dict):
            raise _wrong("values", words.TABLE)
        return values

    def _what(self) -> dict[str, Any]:
        """Return where the values and their indicators are: exactly one of the wide and long forms."""
        values = {header: self._value_column(header, plain) for header, plain in self._values_plain().items()}
        value, given = self._text("value", "column"), self._text("indicator", "id")
        column, headers = self._text("indicator", "column"), bool(self.plain.get("period", {}).get("headers"))
        if sum((bool(values), bool(value), headers)) != 1:
            raise _wrong("values", words.ONE_FORM)
        if not values and bool(given) == bool(column):
            raise _wrong("indicator", words.ONE_WAY_OF_INDICATOR)
        if values and (given or column):
            raise _wrong("indicator", words.INDICATOR_OF_VALUES)
        periods = {header for header, each in values.items() if each.period}
        if (
            periods
            and (len(periods) < len(values))
            and not (self._text("period", "column") or self._text("period", "value"))
        ):
            raise _wrong(f"values.{min(set(values) - periods)}", words.ONE_WAY_OF_PERIOD)
        names = self.plain.get("indicator", {}).get("names", {})
        if not isinstance(names, dict):
            raise _wrong("indicator.names", words.TABLE)
        return {
            "values": values,
            "value": value,
            "indicator": _id(given, "indicator.id") if given else "",
            "indicator_column": column,
            "names": {text: _id(each, f"indicator.names.{text}") for text, each in names.items()},
        }

    def _value_column(self, header: str, plain: Any) -> ValueColumn:  # parsed TOML of any shape
        key = f"values.{header}"
        if isinstance(plain, str):
            return ValueColumn(_id(plain, key))
        if not isinstance(plain, dict) or not all(isinstance(each, str) for each in plain.values()):
            raise _wrong(key, words.INDICATOR_OR_TABLE)
        unknown = sorted(set(plain) - _OF_VALUES)
        if unknown:
            raise _wrong(f"{key}.{unknown[0]}", words.known_keys(", ".join(sorted(_OF_VALUES))))
        breakdown = plain.get("breakdown", "")
        if breakdown and not _DIMENSION.fullmatch(breakdown.partition(":")[0]):
            raise _wrong(f"{key}.breakdown", words.BREAKDOWN)
        if breakdown and not breakdown.partition(":")[2]:
            raise _wrong(f"{key}.breakdown", words.BREAKDOWN)
        period = _period(plain.get("period", ""), f"{key}.period")
        return ValueColumn(_id(plain.get("indicator", ""), f"{key}.indicator"), period, breakdown)

    def _breakdown(self) -> dict[str, Any]:
        column, dimension = self._text("breakdown", "column"), self._text("breakdown", "dimension")
        if bool(column) != bool(dimension) or (dimension and not _DIMENSION.fullmatch(dimension)):
            raise _wrong("breakdown.dimension", words.DIMENSION)
        whole = self.plain.get("breakdown", {}).get("whole", [])
        if not isinstance(whole, list) or not all(isinstance(each, str) for each in whole):
            raise _wrong("breakdown.whole", words.TEXTS)
        return {"breakdown": column, "dimension": dimension, "whole": frozenset(each.strip() for each in whole)}

    def _rest(self) -> dict[str, Any]:
        for key in ("source", "licence", "sheet", "decimal"):
            if not isinstance(self.plain.get(key, ""), str):
                raise _wrong(key, words.TEXT)
        header, decimal = self.plain.get("header", 1), self.plain.get("decimal", "")
        if not isinstance(header, int) or isinstance(header, bool) or header < 1:
            raise _wrong("header", words.LINE)
        if decimal not in {"", ".", ","}:
            raise _wrong("decimal", words.one_of('"." ","'))
        return {
            "source": self.plain.get("source"),
            "licence": self.plain.get("licence"),
            "sheet": self.plain.get("sheet"),
            "header": header,
            "decimal": decimal,
            "status": self._text("status", "column"),
            "marks": self._texts("marks", lambda value: value in MARKS, words.one_of(", ".join(sorted(MARKS)))),
            "flags": self._texts("flags", lambda value: bool(_FLAG.fullmatch(value)), words.LETTERS),
        }

    def _texts(self, table: str, fits: Any, want: Text) -> dict[str, str]:
        plain = self.plain.get(table, {})
        if not isinstance(plain, dict):
            raise _wrong(table, words.TABLE)
        for key, value in plain.items():
            if not isinstance(value, str) or not fits(value):
                raise _wrong(f"{table}.{key}", want)
        return {key.strip(): value for key, value in plain.items()}

    def _indicators(self) -> dict[str, Indicator]:
        plain = self.plain.get("indicators", {})
        if not isinstance(plain, dict) or not all(isinstance(each, dict) for each in plain.values()):
            raise _wrong("indicators", words.TABLE)
        return {name: _indicator(_id(name, f"indicators.{name}"), each) for name, each in plain.items()}


def _indicator(name: str, plain: Mapping[str, Any]) -> Indicator:
    key = f"indicators.{name}"
    unknown = sorted(set(plain) - _OF_INDICATORS)
    if unknown:
        raise _wrong(f"{key}.{unknown[0]}", words.known_keys(", ".join(sorted(_OF_INDICATORS))))
    kind, decimals = plain.get("kind", Kind.INDEX.value), plain.get("decimals", 1)
    if kind not in [each.value for each in Kind]:
        raise _wrong(f"{key}.kind", words.one_of(", ".join(each.value for each in Kind)))
    if not isinstance(decimals, int) or isinstance(decimals, bool) or not 0 <= decimals <= 6:  # noqa: PLR2004
        raise _wrong(f"{key}.decimals", words.DECIMALS)
    label = _three(plain.get("label", name), f"{key}.label")
    return Indicator(
        id=name,
        label=label,
        unit=_three(plain.get("unit", ""), f"{key}.unit"),
        description=_three(plain["description"], f"{key}.description") if "description" in plain else label,
        kind=Kind(kind),
        decimals=decimals,
        source="",
    )


def _three(plain: Any, key: str) -> Text:  # parsed TOML of any shape
    if isinstance(plain, str):
        return Text.same(plain.strip())
    languages = {"fi", "sv", "en"}
    if isinstance(plain, dict) and set(plain) == languages and all(isinstance(each, str) for each in plain.values()):
        return Text(**{name: text.strip() for name, text in plain.items()})
    raise _wrong(key, words.TEXT_OR_LANGUAGES)


def _id(given: Any, key: str) -> str:  # parsed TOML of any shape
    if isinstance(given, str) and _ID.fullmatch(given):
        return given
    raise _wrong(key, words.ID)


def _period(text: str, key: str) -> str:
    if not text:
        return ""
    period = period_of(text)
    if period is None:
        raise _wrong(key, words.PERIOD)
    return period
