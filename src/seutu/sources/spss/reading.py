"""Reading an SPSS data file: its first bytes are judged here, the rest by a process of its own (``child``).

Not for what the variables mean in a survey.
"""

import json
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.spss.child import TOO_LONG, TOO_MUCH
from seutu.sources.spss.shapes import SpssFile, SpssSet, SpssValue, SpssVariable
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.delimited import check_size
from seutu.sources.tables.limits import DEFAULT_LIMITS, Limits

MARKS: Final = (b"$FL2", b"$FL3")
ENCRYPTED: Final = b"ENCRYPTEDSAV"
CHILD: Final = ["-m", "seutu.sources.spss.child"]
HEADER: Final = 176
PATIENCE: Final = 120
"""Seconds after which a file that is still being read is given up."""
CALENDAR: Final = date(1582, 10, 14)
DAY: Final = 86_400
DATES: Final = ("DATE", "ADATE", "EDATE", "SDATE", "JDATE", "DATETIME", "YMDHMS")
SLOT: Final = 8
LONG_TEXT: Final = 255
LONG_PART: Final = 252
BROKEN: Final = Text(
    fi="SPSS-tiedosto on vioittunut, eikä sitä voi lukea. Avaa se SPSS:ssä ja tallenna uudelleen .sav-muodossa.",
    sv="SPSS-filen är skadad och kan inte läsas. Öppna den i SPSS och spara den på nytt som .sav.",
    en="The SPSS file is damaged and cannot be read. Open it in SPSS and save it again as .sav.",
)
LOCKED: Final = Text(
    fi="SPSS-tiedosto on suojattu salasanalla. Avaa se SPSS:ssä ja tallenna ilman salasanaa.",
    sv="SPSS-filen är skyddad med lösenord. Öppna den i SPSS och spara den utan lösenord.",
    en="The SPSS file is protected with a password. Open it in SPSS and save it without one.",
)
TOO_SLOW: Final = Text(
    fi="SPSS-tiedoston lukeminen kesti liian kauan, ja se keskeytettiin. Jaa tiedosto osiin.",
    sv="Det tog för länge att läsa SPSS-filen, och läsningen avbröts. Dela upp filen.",
    en="Reading the SPSS file took too long and was given up. Split the file.",
)


def is_spss(path: Path) -> bool:
    """Return whether a file begins as SPSS data files do, locked ones too."""
    with path.open("rb") as stream:
        head = stream.read(HEADER)
    return head.startswith(MARKS) or ENCRYPTED in head[:40]


def read_spss(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> SpssFile:
    """Read a .sav or .zsav file.

    Numbers are floats as stored, dates of SPSS's date formats ``date``, texts without the spaces after them. System-
    missing values and empty texts are None; user-missing values stand as they are. Raises ``InputProblem`` when the
    file is of another kind, damaged, locked, or over the limits.
    """
    check_size(path, limits)
    with path.open("rb") as stream:
        head = stream.read(HEADER)
    if ENCRYPTED in head[:40]:
        raise InputProblem.because(LOCKED)
    if not head.startswith(MARKS) or len(head) < HEADER:
        raise InputProblem.because(BROKEN)
    weight, cases = _weight_and_cases(head)
    if cases > limits.rows:
        raise InputProblem.because(say.too_much(say.ROWS, limits.rows))
    return _file(path.name, _read_apart(path, limits), weight, limits)


def _weight_and_cases(head: bytes) -> tuple[int, int]:
    """Return the place of the weighting variable, counted in slots of eight bytes from 1, and the number of cases."""
    order = "<" if struct.unpack("<i", head[64:68])[0] in {2, 3} else ">"
    weight, cases = struct.unpack(f"{order}ii", head[76:84])
    return int(weight), int(cases)


def _read_apart(path: Path, limits: Limits) -> Mapping[str, Any]:
    asked = [sys.executable, *CHILD, str(path), *map(str, (limits.rows, limits.cells, limits.text_bytes))]
    try:
        done = subprocess.run(asked, capture_output=True, check=False, timeout=PATIENCE, stdin=subprocess.DEVNULL)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        raise InputProblem.because(TOO_SLOW) from None
    if done.returncode == TOO_MUCH:
        raise InputProblem.because(say.too_much(say.CELLS, limits.cells))
    if done.returncode == TOO_LONG:
        raise InputProblem.because(say.too_much(say.TEXTS, limits.text_bytes))
    try:
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InputProblem.because(BROKEN)
    return found


def _file(name: str, found: Mapping[str, Any], weight: int, limits: Limits) -> SpssFile:
    names = list(found["names"])
    if len(names) > limits.columns:
        raise InputProblem.because(say.too_much(say.COLUMNS, limits.columns))
    columns = [_values(found["columns"][place], found["formats"].get(each)) for place, each in enumerate(names)]
    return SpssFile(
        name=name,
        variables=tuple(_variable(each, found) for each in names),
        sets=tuple(_set(name, each, names) for name, each in found["sets"].items()),
        weight=_weight(names, found["widths"], found["formats"], weight),
        rows=tuple(zip(*columns, strict=True)),
    )


def _variable(name: str, found: Mapping[str, Any]) -> SpssVariable:
    labels = {value: str(label).strip() for value, label in found["value_labels"].get(name, [])}
    missing = tuple(_range(each) for each in found["missing"].get(name, []))
    return SpssVariable(name, (found["labels"].get(name) or "").strip(), labels, missing)


def _range(plain: Any) -> tuple[float | str, float | str]:
    return (plain["lo"], plain["hi"]) if isinstance(plain, dict) else (plain, plain)


def _set(name: str, plain: Mapping[str, Any], known: Sequence[str]) -> SpssSet:
    counted = str(plain["counted_value"]) if plain["is_dichotomy"] else None
    variables = tuple(each for each in plain["variable_list"] if each in known)
    return SpssSet(name, (plain.get("label") or "").strip(), variables, counted)


def _values(column: Sequence[Any], form: str | None) -> list[SpssValue]:
    letters = "".join(each for each in form or "" if each.isalpha())
    return [_value(each, is_date=letters in DATES) for each in column]


def _value(plain: Any, *, is_date: bool) -> SpssValue:
    if plain is None:
        return None
    if isinstance(plain, str):
        return plain.rstrip() or None
    if is_date:
        try:
            return CALENDAR + timedelta(days=int(plain // DAY))
        except (OverflowError, ValueError):
            return float(plain)  # no day of any calendar: told as a number where a day is wanted
    return float(plain)


def _weight(names: Sequence[str], widths: Mapping[str, int], formats: Mapping[str, str], place: int) -> str:
    """Return the variable at a slot: a number has one slot, a text one for every eight bytes, a long one in parts."""
    slot = 1
    for name in names:
        if slot == place:
            return name
        width = widths.get(name) or SLOT
        if not str(formats.get(name, "")).startswith("A"):
            slot += 1
        elif width <= LONG_TEXT:
            slot += -(-width // SLOT)
        else:
            whole, rest = divmod(width, LONG_PART)
            slot += whole * (-(-LONG_TEXT // SLOT)) + -(-rest // SLOT)
    return ""
