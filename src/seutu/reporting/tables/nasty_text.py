"""Texts that a file cannot hold: what is put in their place, and the note that says so.

Not for formula characters; nothing is changed for them in a workbook, and in a csv the mark comes off again.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, Literal

from seutu.core.problems import Problem
from seutu.core.text import Text

REPLACEMENT: Final = "\ufffd"
WORKBOOK_CELL: Final = 32_767
_NOT_ENCODABLE = re.compile("[\ud800-\udfff]")
_NOT_IN_CSV = re.compile("[\0\ud800-\udfff]")

Change = Literal["character", "cut", "not_finite", "digits", "early_date"]


def _said(what: Change) -> Text:
    return {
        "character": Text(
            fi="Merkki, jota tiedosto ei voi sisältää, korvattiin merkillä \ufffd.",
            sv="Ett tecken som filen inte kan innehålla ersattes med \ufffd.",
            en="A character that the file cannot hold was replaced with \ufffd.",
        ),
        "cut": Text(
            fi="Teksti katkaistiin 32\u00a0767 merkkiin, koska Excelin soluun ei mahdu enempää. CSV-tiedostossa se on "
            "kokonaan.",
            sv="Texten kortades till 32\u00a0767 tecken, eftersom en Excel-cell inte rymmer mer. CSV-filen "
            "har hela texten.",
            en="The text was cut to 32,767 characters, because an Excel cell holds no more. The CSV file has all of "
            "it.",
        ),
        "not_finite": Text(
            fi="Arvo, joka ei ole luku (NaN tai ääretön), jätettiin tyhjäksi.",
            sv="Ett värde som inte är ett tal (NaN eller oändligt) lämnades tomt.",
            en="A value that is no number (NaN or infinite) was left empty.",
        ),
        "digits": Text(
            fi="Excel näyttää luvusta vain 15 ensimmäistä numeroa ja pyöristää loput, jos tiedosto tallennetaan "
            "uudelleen.",
            sv="Excel visar bara de 15 första siffrorna och avrundar resten om filen sparas på nytt.",
            en="Excel shows only the first 15 digits of the figure and rounds the rest if the file is saved again.",
        ),
        "early_date": Text(
            fi="Päivä on ennen maaliskuuta 1900, jota Excel ei tunne päivänä. Se kirjoitettiin tekstinä.",
            sv="Datumet är före mars 1900 och är inget datum för Excel. Det skrevs som text.",
            en="The date is before March 1900, which Excel does not know as a date. It was written as text.",
        ),
    }[what]


@dataclass(slots=True)
class Changes:
    """Collects what was changed: the first 20 cells of each kind by place, the rest as a count."""

    sheet: str | None = None
    counts: Counter[Change] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    most: int = 20

    def add(self, what: Change, *, line: int, column: str, value: object) -> None:
        """Note one changed cell."""
        self.counts[what] += 1
        if self.counts[what] <= self.most:
            shown = _NOT_IN_CSV.sub(REPLACEMENT, str(value)[:60])
            self.problems.append(Problem(_said(what), self.sheet, line, column, shown))

    def all(self) -> tuple[Problem, ...]:
        """Return the notes; where a kind has more than are listed, one more says how many there are in all."""
        more = [
            Problem(
                Text(
                    fi=f"Samanlaisia muutoksia on yhteensä {count}: {_said(what).fi}",
                    sv=f"Det finns sammanlagt {count} sådana ändringar: {_said(what).sv}",
                    en=f"There are {count} such changes in all: {_said(what).en}",
                ),
                self.sheet,
            )
            for what, count in self.counts.items()
            if count > self.most
        ]
        return (*self.problems, *more)


def csv_text(text: str) -> str:
    """Return ``text`` without the null character and lone surrogates, which a UTF-8 csv cannot hold."""
    return _NOT_IN_CSV.sub(REPLACEMENT, text)


def workbook_text(text: str) -> str:
    """Return ``text`` without lone surrogates; a workbook holds control characters in an escaped form."""
    return _NOT_ENCODABLE.sub(REPLACEMENT, text)


def cut_for_workbook(text: str) -> str:
    """Return the beginning that fits in a cell: 32,767 UTF-16 units, never half a character."""
    if len(text) * 2 <= WORKBOOK_CELL:
        return text
    return text.encode("utf-16-le")[: WORKBOOK_CELL * 2].decode("utf-16-le", errors="ignore")
