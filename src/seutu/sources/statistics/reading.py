"""What every reader of a statistics file shares: its lines, its numbers, its places, and the problems it meets.

Not for any one file.
"""

import gzip
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping, Sequence
from csv import DictReader, Error
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO, TextIOWrapper
from math import isfinite
from pathlib import Path
from typing import Final

from seutu.core.places import Division, PlaceTable
from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text

MAX_BYTES: Final = 400_000_000
BLANK: Final = frozenset({"", ".", "..", "...", ":", "-", "na", "nan", "null"})
EXACT: Final = 2**53
"""Whole numbers up to this are kept exactly."""
_GZIP: Final = b"\x1f\x8b"
_EXAMPLES: Final = 5

Row = Mapping[str, str]
Line = tuple[int, Row]


@dataclass
class Reading:
    """The places to join with, and what was found wrong so far."""

    places: PlaceTable
    at: date
    problems: list[Problem] = field(default_factory=list)
    _codes: dict[str, str | None] = field(default_factory=dict)

    def number(self, text: str, line: int, column: str) -> float | None:
        """Return a number; ``None`` for a blank. What is not a number is a problem, and no value."""
        plain = text.strip()
        if plain.lower() in BLANK:
            return None
        try:
            if "_" in plain:
                raise ValueError  # noqa: TRY301  # a number in code, not in a table
            value = float(plain.replace("\N{MINUS SIGN}", "-").replace(",", ".").replace("\N{NO-BREAK SPACE}", ""))
        except ValueError:
            value = float("nan")
        if isfinite(value):
            if abs(value) >= EXACT and plain.lstrip("+-").isdecimal() and int(plain) != int(value):
                self.problems.append(Problem(too_long(plain), line=line, column=column, value=plain))
                return None
            return value + 0.0  # there is one zero
        self.problems.append(Problem(_not_a_number(plain), line=line, column=column, value=plain))
        return None

    def municipality(self, name: str, line: int, column: str) -> str | None:
        """Return the code of a municipality by its name in any language; an unknown name is one problem."""
        if name not in self._codes:
            found = self.places.find_place(name, division=Division.MUNICIPALITY)
            self._codes[name] = found[0].code if len({place.code for place in found}) == 1 else None
            if self._codes[name] is None:
                self.problems.append(Problem(_unknown_municipality(name), line=line, column=column, value=name))
        return self._codes[name]

    def unmatched(self, what: Text, values: Sequence[str], column: str) -> None:
        """Say once how many codes were left out, with the first ones as examples."""
        if values:
            self.problems.append(Problem(what, column=column, value=", ".join(values)))


def _not_a_number(value: str) -> Text:
    return Text(
        fi=f"”{value}” ei ole luku. Solu jätettiin pois; korjaa se tai tyhjennä se.",
        sv=f"”{value}” är inte ett tal. Cellen lämnades bort; rätta eller töm den.",
        en=f"“{value}” is not a number. The cell was left out; correct it or empty it.",
    )


def too_long(value: str) -> Text:
    """Word a number that would change when it is stored."""
    return Text(
        fi=f"Lukua ”{value}” ei voi tallentaa tarkasti. Solu jätettiin pois; ilmoita luku suuremmassa yksikössä.",
        sv=f"Talet ”{value}” kan inte sparas exakt. Cellen lämnades bort; ange talet i en större enhet.",
        en=f"“{value}” cannot be kept exactly. The cell was left out; give the number in a larger unit.",
    )


def _unknown_municipality(name: str) -> Text:
    return Text(
        fi=f"Kuntaa ”{name}” ei löydy. Rivit jätettiin pois; tarkista nimi.",
        sv=f"Kommunen ”{name}” finns inte. Raderna lämnades bort; kontrollera namnet.",
        en=f"There is no municipality “{name}”. Its rows were left out; check the name.",
    )


def unpacked(packed: bytes) -> bytes:
    """Return the bytes, out of gzip if they are in it. Raises ``InputProblem`` over 400 MB or if the gzip is broken."""
    if not packed.startswith(_GZIP):
        return packed
    try:
        with gzip.open(BytesIO(packed)) as stream:
            content = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError) as error:
        raise InputProblem.because(
            Text(
                fi="Pakattu tiedosto on rikki. Hae se uudelleen.",
                sv="Den komprimerade filen är skadad. Hämta den på nytt.",
                en="The compressed file is broken. Fetch it again.",
            )
        ) from error
    if len(content) > MAX_BYTES:
        raise too_big()
    return content


def too_big() -> InputProblem:
    """Return the problem of a file that is too large to read."""
    return InputProblem.because(
        Text(
            fi="Tiedosto on yli 400 megatavua. Jaa se pienempiin osiin.",
            sv="Filen är större än 400 megabyte. Dela den i mindre delar.",
            en="The file is over 400 megabytes. Split it into smaller parts.",
        )
    )


def read_bytes(path: Path) -> bytes:
    """Return the content of a file, unpacked. Raises ``InputProblem`` if it cannot be read or is over 400 MB."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_big()
        return unpacked(path.read_bytes())
    except OSError as error:
        raise InputProblem.because(
            Text(
                fi=f"Tiedostoa {path.name} ei voi lukea. Tarkista polku ja oikeudet.",
                sv=f"Filen {path.name} kan inte läsas. Kontrollera sökvägen och rättigheterna.",
                en=f"The file {path.name} cannot be read. Check the path and the permissions.",
            ),
            value=path.name,
        ) from error


def lines_of(content: bytes) -> tuple[tuple[str, ...], Iterator[Line]]:
    """Return the header and the rows with their physical line numbers; the separator is seen from the header.

    UTF-8 with or without a byte order mark, UTF-16 with one, else Windows-1252. A short row has empty cells.
    """
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        encoding = "cp1252"
    text = TextIOWrapper(BytesIO(content), encoding=encoding, errors="replace", newline="")
    first = text.readline()
    text.seek(0)
    delimiter = max("\t;,", key=first.count)
    reader = DictReader(text, delimiter=delimiter, restval="")
    try:
        header = tuple(name.strip() for name in reader.fieldnames or ())
    except Error:
        return (), iter(())
    reader.fieldnames = list(header)
    return header, ((reader.line_num, row) for row in reader)


def examples(values: Iterable[str]) -> str:
    """Return the first few values, for a message."""
    ordered = sorted(values)
    shown = ", ".join(ordered[:_EXAMPLES])
    return shown if len(ordered) <= _EXAMPLES else f"{shown} …"
