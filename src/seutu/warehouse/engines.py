"""The untyped libraries behind the store, imported when first used.

Not for queries: those are Ibis expressions in ``formulas`` and one piece of SQL in ``store``.
"""

from functools import cache
from importlib import import_module
from typing import Any

type_of_table = Any
"""An Ibis table expression. Ibis's own types say little, so the functions around it are typed instead."""


@cache
def ibis() -> Any:  # untyped library
    """Return Ibis."""
    return import_module("ibis")


@cache
def duckdb() -> Any:  # untyped library
    """Return DuckDB."""
    return import_module("duckdb")


@cache
def arrow() -> Any:  # untyped library
    """Return PyArrow."""
    return import_module("pyarrow")
