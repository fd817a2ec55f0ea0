"""Classifications that come with the product: TOL 2008, the Finnish classification of industries.

Section letters of TOL 2008 and TOL 2025 mean different things: keep the version beside every code. TOL 2025 codes are
kept as they are given; their names are not here.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from seutu.core.text import Text

TOL_2008: Final = "tol2008"
TOL_2025: Final = "tol2025"
SECTION: Final = 1


@dataclass(frozen=True, slots=True)
class Industry:
    """One class of TOL 2008. Level 1 is a section, 2 a division, 5 the national five-digit class."""

    code: str
    level: int
    parent: str | None
    name: Text


@cache
def tol2008() -> dict[str, Industry]:
    """Return every class of TOL 2008 by code, in order. Below the sections every name is Finnish only."""
    text = files(__name__).joinpath("tol2008.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Industry(
            code=row["code"],
            level=int(row["level"]),
            parent=row["parent"] or None,
            name=Text(fi=row["name_fi"], sv=row["name_sv"] or row["name_fi"], en=row["name_en"] or row["name_fi"]),
        )
        for row in csv.DictReader(text.splitlines())
    }


def sections() -> tuple[Industry, ...]:
    """Return the sections A–U and X (industry unknown) of TOL 2008."""
    return tuple(industry for industry in tol2008().values() if industry.level == SECTION)


def section_of(code: str) -> Industry | None:
    """Return the section of a TOL 2008 code of any level (``"25110"``, ``"25.11"``); ``None`` if there is none such.

    A code that is more detailed than the table is looked up by its beginning.
    """
    plain = code.replace(".", "").strip()
    found = next((tol2008()[plain[:n]] for n in range(len(plain), 0, -1) if plain[:n] in tol2008()), None)
    while found is not None and found.parent is not None:
        found = tol2008()[found.parent]
    return found
