"""The parts of an xlsx workbook around its sheets: the list of sheets, the shared texts, the cell formats.

Sheets themselves are read in ``xlsx``.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from seutu.core.problems import InputProblem, Problem
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.archive import Archive, damaged
from seutu.sources.tables.serial_dates import CellForm, style_form
from seutu.sources.tables.sheet_builder import Budget
from seutu.sources.tables.xml_events import local_name, read_events

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE: Final = ("1", "true", "on")
_WORKBOOK: Final = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet of the workbook: its name, the member that holds it, whether it is hidden."""

    name: str
    member: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """What the sheets need: which they are, the date system, the shared texts and the date form of each style."""

    sheets: list[SheetPart] = field(default_factory=list)
    from_1904: bool = False
    texts: list[str] = field(default_factory=list)
    forms: list[CellForm] = field(default_factory=list)


def unescape(text: str) -> str:
    """Return ``text`` with ``_x0007_`` and the like as the characters that they stand for (ECMA-376 ST_Xstring)."""
    return _ESCAPED.sub(lambda match: _character(match[1]), text) if "_x" in text else text


def _character(code: str) -> str:
    character = chr(int(code, 16))
    return "\ufffd" if "\ud800" <= character <= "\udfff" else character


def read_workbook(archive: Archive, budget: Budget) -> Workbook:
    """Read everything but the sheets."""
    main = _targets(archive, "").get("officeDocument", [_WORKBOOK])[0]
    if main not in archive.names:
        raise damaged()
    workbook = Workbook()
    links = _links(archive, main)
    _read_sheet_list(archive, main, links, workbook, budget)
    kinds = _targets(archive, main)
    for member in kinds.get("sharedStrings", [])[:1]:
        workbook.texts = _read_texts(archive, member, budget)
    for member in kinds.get("styles", [])[:1]:
        workbook.forms = _read_forms(archive, member)
    return workbook


def _relations(archive: Archive, part: str) -> list[tuple[str, str, str]]:
    """Return (id, kind, member) of the internal relations of ``part``; "" is the package."""
    folder = PurePosixPath(part).parent
    listing = str(folder / "_rels" / f"{PurePosixPath(part).name}.rels") if part else "_rels/.rels"
    found: list[tuple[str, str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            member = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
            found.append((attributes.get("Id", ""), attributes.get("Type", "").rpartition("/")[2], member))

    if listing in archive.names:
        read_events(archive.pieces(listing), start, _ignore)
    return found


def _joined(folder: PurePosixPath, target: str) -> str:
    parts = [part for part in folder.parts if part != "."]
    for part in PurePosixPath(target).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _targets(archive: Archive, part: str) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for _, kind, member in _relations(archive, part):
        if member in archive.names:
            kinds.setdefault(kind, []).append(member)
    return kinds


def _links(archive: Archive, part: str) -> dict[str, str]:
    return {key: member for key, kind, member in _relations(archive, part) if kind == "worksheet"}


def _ignore(_: str) -> None:
    return


def _read_sheet_list(archive: Archive, main: str, links: dict[str, str], workbook: Workbook, budget: Budget) -> None:
    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "workbookPr":
            workbook.from_1904 = attributes.get("date1904", "") in _TRUE
        elif name == "sheet":
            key = next((value for at, value in attributes.items() if at != "sheetId" and local_name(at) == "id"), "")
            if key not in links:
                return  # a chart or dialogue sheet
            if links[key] not in archive.names:
                raise damaged()
            hidden = attributes.get("state", "visible") != "visible"
            workbook.sheets.append(SheetPart(unescape(attributes.get("name", "")), links[key], hidden))
            if len(workbook.sheets) > budget.limits.sheets:
                raise InputProblem(Problem(say.too_much(say.SHEETS, budget.limits.sheets)))

    read_events(archive.pieces(main), start, _ignore)
    if not workbook.sheets:
        raise damaged()


def _read_texts(archive: Archive, member: str, budget: Budget) -> list[str]:
    most = budget.limits.texts
    if sum(piece.count(b"<si") for piece in archive.pieces(member)) > most:
        raise InputProblem(Problem(say.too_much(say.DISTINCT, most)))
    reader = _TextReader(budget)
    read_events(archive.pieces(member), reader.start, reader.end, reader.characters)
    return reader.texts


class _TextReader:
    """Collects the shared texts; what is only a reading aid (phonetic) is left out."""

    def __init__(self, budget: Budget) -> None:
        self.texts: list[str] = []
        self._budget = budget
        self._parts: list[str] = []
        self._taking = False
        self._phonetic = False
        self._length = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == "t":
            self._taking = not self._phonetic
        elif name == "rPh":
            self._phonetic = True
        elif name == "si":
            self._parts, self._length = [], 0

    def end(self, name: str) -> None:
        if name == "t":
            self._taking = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            text = unescape("".join(self._parts))
            self._budget.charge(text)
            self.texts.append(text)
            if len(self.texts) > self._budget.limits.texts:
                raise InputProblem(Problem(say.too_much(say.DISTINCT, self._budget.limits.texts)))

    def characters(self, piece: str) -> None:
        if self._taking:
            self._length += len(piece)
            if self._length > self._budget.limits.cell_characters:
                raise InputProblem(Problem(say.too_much(say.CHARACTERS, self._budget.limits.cell_characters)))
            self._parts.append(piece)


def _read_forms(archive: Archive, member: str) -> list[CellForm]:
    own: dict[int, str] = {}
    forms: list[CellForm] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if name == "numFmt" and attributes.get("numFmtId", "").isdecimal():
            own[int(attributes["numFmtId"])] = attributes.get("formatCode", "")[:1_000]
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            number = attributes.get("numFmtId", "0")
            forms.append(style_form(int(number), own) if number.isdecimal() else "")

    def end(name: str) -> None:
        nonlocal inside
        if name == "cellXfs":
            inside = False

    read_events(archive.pieces(member), start, end)
    return forms
