"""Names of sheets that Excel accepts: at most 31 characters, no brackets, unique. Not for file names."""

import re
from collections.abc import Sequence
from typing import Final

from seutu.core.text import Language
from seutu.reporting.tables.nasty_text import workbook_text

GUIDE_SHEET: Final[dict[Language, str]] = {"fi": "Ohje", "sv": "Anvisning", "en": "Guide"}
CHOICES_SHEET: Final[dict[Language, str]] = {"fi": "Valinnat", "sv": "Val", "en": "Choices"}
_UNNAMED: Final[dict[Language, str]] = {"fi": "Taulukko", "sv": "Tabell", "en": "Table"}
_LONGEST: Final = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff]")
_RESERVED: Final = "history"


def sheet_names(titles: Sequence[str], language: Language) -> list[str]:
    """Return one valid sheet name per title, in order; equal ones get a number."""
    taken = {GUIDE_SHEET[language].casefold(), CHOICES_SHEET[language].casefold(), _RESERVED}
    names: list[str] = []
    for title in titles:
        plain = _FORBIDDEN.sub(" ", workbook_text(title)).strip().strip("'").strip() or _UNNAMED[language]
        name, number = _cut(plain, _LONGEST), 1
        while name.casefold() in taken:
            number += 1
            ending = f" {number}"
            name = _cut(plain, _LONGEST - len(ending)) + ending
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, units: int) -> str:
    """Return the beginning of ``text`` in at most ``units`` UTF-16 units, as Excel counts."""
    short = text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")
    return short.strip().strip("'")
