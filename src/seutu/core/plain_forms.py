"""Dataclasses as plain JSON and back: what is kept for ever must be read without the code that made it.

Knows text, whole numbers, truth values, decimals, days, closed lists, tuples, ``None`` and dataclasses of these. Fields
that an older version did not keep take their defaults. Not for the formats of the contracts.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_plain(value: object) -> Any:
    """Return a value as plain JSON. Raises ``TypeError`` for a type that is not known here."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | date):
        return format(value, "f") if isinstance(value, Decimal) else value.isoformat()
    if isinstance(value, tuple):
        return [as_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: as_plain(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[T], plain: Any) -> T:
    """Return the value of a type from its plain form. Raises ``TypeError`` or ``ValueError`` where it does not fit."""
    return cast("T", _read(kind, plain))


def _read(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        known = next(each for each in get_args(kind) if each is not NoneType)
        return None if plain is None else _read(known, plain)
    if origin is tuple:
        return _read_tuple(get_args(kind), plain)
    if is_dataclass(kind):
        return _read_dataclass(kind, plain)
    if kind is date:
        return date.fromisoformat(plain)
    is_made_of_text = kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum))
    return kind(plain) if is_made_of_text else plain


def _read_tuple(kinds: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        return tuple(_read(kinds[0], each) for each in plain)
    return tuple(_read(kind, each) for kind, each in zip(kinds, plain, strict=True))


def _read_dataclass(kind: Any, plain: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    values = {}
    for each in fields(kind):
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        if each.name in plain or not has_default:
            values[each.name] = _read(hints[each.name], plain.get(each.name))
    return kind(**values)
