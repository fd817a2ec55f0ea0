"""A right document with one digit changed, or written otherwise without a change of meaning. No test.

Figures are found by the relations that hold between them; whatever cannot be found in the text for sure is left out.
"""

import json
import random
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from seutu.core.figures import Origin
from seutu.core.figures.number_columns import Columns
from seutu.core.figures.relations import Kind, Status, Term
from seutu.core.funding.documents import CheckedDocument
from seutu.sources.documents.checking import check_document, check_file
from seutu.sources.documents.found_tables import tables
from seutu.sources.documents.lines import Document, of_text
from seutu.sources.documents.row_tables import NUMERIC, TOTAL

EXACT_KINDS: Final = {Kind.SUM, Kind.EQUAL, Kind.SHARES_SUM}
GROUPS: Final = (" ", "\u00a0", ".", "")
LEAST: Final = 1000
"""Smaller figures of a row of a table may be a part of another number there."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: its line, from 1, and where in it. ``is_rounded``: its last digit may be of rounding."""

    line: int
    start: int
    end: int
    is_rounded: bool


@dataclass(frozen=True, slots=True)
class Mutation:
    """One digit of a figure, by its place in the line, and the digit that is put there."""

    figure: Figure
    at: int
    digit: str

    def apply(self, text: str) -> str:
        """Return the text with the digit changed."""
        lines = text.split("\n")
        line = lines[self.figure.line - 1]
        lines[self.figure.line - 1] = line[: self.at] + self.digit + line[self.at + 1 :]
        return "\n".join(lines)


def checked(text: str) -> CheckedDocument:
    """Check a text."""
    return check_document(of_text("x.txt", text))


def figures(text: str) -> list[Figure]:
    """Return the exact stated figures that stand in a relation that holds exactly, each once."""
    lines = text.split("\n")
    found: dict[tuple[int, int], Figure] = {}
    for relation in checked(text).relations:
        if relation.kind not in EXACT_KINDS or relation.status is not Status.HOLDS:
            continue
        if not all(term.is_blank or term.is_exact for term in relation.terms):
            continue
        for term in relation.terms:
            figure = _located(lines, term, relation.kind)
            if figure is not None:
                found.setdefault((figure.line, figure.start), figure)
    return list(found.values())


def _located(lines: list[str], term: Term, kind: Kind) -> Figure | None:
    if term.origin is not Origin.STATED or term.is_blank or not isinstance(term.value, Decimal) or not term.place.line:
        return None
    line, shown = lines[term.place.line - 1], term.place.text or ""
    is_row = shown == line.strip()
    start = 0 if is_row else line.find(shown)
    if start < 0:
        return None
    end = len(line) if is_row else start + len(shown)
    printed = [abs(term.number), abs(term.number) / 1000]  # a heading may count in thousands
    for value in (value for value in printed if value >= LEAST or not is_row):
        spans = {span for form in _forms(value) for span in _standing(line, form, start, end)}
        if spans:
            return Figure(term.place.line, *min(spans), kind is Kind.SHARES_SUM or value != abs(term.number))
    return None


def _forms(value: Decimal) -> Iterator[str]:
    whole, _, decimals = f"{value:f}".partition(".")
    for group in GROUPS:
        text = f"{int(whole):,}".replace(",", group)
        yield f"{text},{decimals}" if decimals else text


def _standing(line: str, form: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in re.finditer(rf"(?<![\d,]){re.escape(form)}(?![\d,]\d|\d)", line):
        if start <= found.start() and found.end() <= end:
            yield found.span()


def mutations(text: str) -> list[Mutation]:
    """Return every change of one digit to another; of shares, and of thousands, not of the last digit."""
    changes = []
    lines = text.split("\n")
    for figure in figures(text):
        line = lines[figure.line - 1]
        places = [at for at in range(figure.start, figure.end) if line[at].isdigit()]
        kept = places[:-1] if figure.is_rounded else places
        for at in kept:
            lowest = 1 if at == places[0] and len(places) > 1 else 0
            digits = [str(digit) for digit in range(lowest, 10) if str(digit) != line[at]]
            changes += [Mutation(figure, at, digit) for digit in digits]
    return changes


WORDS: Final = (
    ("Yhteensä", ("Yht.", "Kaikki yhteensä", "YHTEENSÄ")),
    ("Totalt", ("Sammanlagt", "Allt totalt")),
    ("Total", ("In total", "Altogether")),
    ("Palkat", ("Henkilöstökulut", "Palkat sivukuluineen")),
    ("Matkat", ("Matkakulut", "Matkustus")),
    ("Personalkostnader", ("Löner", "Personalens löner")),
    ("Staff costs", ("Salaries", "Pay of the staff")),
)
"""Words at the beginning of rows, and others that may stand there as well."""
MONEY_IN_TEXT: Final = re.compile(r"(?<![\d.,\u00a0 ])(\d{1,3}(?:[ .]\d{3})+) (euroa|euros|euro|€)(?!\w)")


ENGLISH_MONEY: Final = re.compile(r"\d euros\b")
"""In English a dot parts decimals, so it is no other way of writing thousands."""


def reworded(text: str, dice: random.Random) -> str:
    """Return the text written otherwise, in a way drawn by the dice, each figure and claim as it was."""
    steps = [_other_words, _other_rows, _other_separators, _other_units, _other_lines]
    dice.shuffle(steps)
    for step in steps[: dice.randint(1, len(steps))]:
        text = step(text, dice)
    return text


def _other_words(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for word, others in WORDS:
        other = dice.choice(others)
        lines = [re.sub(rf"^{word}(?= [\d–−-])", other, line) for line in lines]
    return "\n".join(lines)


def _table_lines(document: Document) -> Iterator[list[int]]:
    """Yield the places of the rows of each table of the text, without the row of totals."""
    for table in tables(document):
        if isinstance(table.columns, Columns):
            yield [row.line.number - 1 for row in table.rows]


def _other_rows(text: str, dice: random.Random) -> str:
    """Shuffle the rows of each table."""
    lines = text.split("\n")
    for places in _table_lines(of_text("x", text)):
        shuffled = dice.sample(places, len(places))
        rows = [lines[at] for at in shuffled]
        for at, row in zip(places, rows, strict=True):
            lines[at] = row
    return "\n".join(lines)


def _other_separators(text: str, dice: random.Random) -> str:
    """Write the thousands of every number with another mark: those of rows by their columns."""
    document = of_text("x", text)
    lines = text.split("\n")
    dots = not ENGLISH_MONEY.search(text)
    group = dice.choice(["\u00a0", "\u202f", *(["."] if dots else [])])
    in_tables = set()
    for table in tables(document):
        if not isinstance(table.columns, Columns):
            continue
        for row, cells in zip((*table.rows, table.total), (*table.columns.rows, table.columns.total), strict=True):
            at = row.line.number - 1
            in_tables.add(at)
            label = lines[at].rstrip(NUMERIC)
            if all(cell is not None for cell in cells) and not _has_decimals(lines[at]):
                lines[at] = " ".join(
                    [label, *(f"{cell:,f}".replace(",", group).replace("-", "−") for cell in cells if cell is not None)]
                )
    for at, line in enumerate(lines):
        if at not in in_tables and not TOTAL.match(line):
            lines[at] = re.sub(r"(?<=\d) (?=\d{3}(?:[ \u00a0.]\d{3})*(?: (?:euro|€)|€))", group, line)
    return "\n".join(lines)


def _has_decimals(line: str) -> bool:
    return re.search(r"\d,\d", line) is not None


def _other_units(text: str, dice: random.Random) -> str:
    """Write whole thousands of euros in sentences as thousands, others with another word for the euro."""

    def written(found: re.Match[str]) -> str:
        value = int(re.sub(r"\D", "", found[1]))
        if value % 1000 == 0 and dice.random() < 0.5:
            return f"{value // 1000} k€"
        return f"{found[1]} {'€' if found[2] != '€' else 'euroa'}"

    return MONEY_IN_TEXT.sub(written, text)


def _other_lines(text: str, dice: random.Random) -> str:
    """Break the lines of each paragraph of running text elsewhere."""
    width = dice.randint(64, 130)
    blocks = []
    for block in text.split("\n\n"):
        lines = block.strip("\n").split("\n")
        is_text = (
            len(lines) > 1
            and all(len(line) > 60 for line in lines[:-1])
            and not re.search(r":\s*$", block, re.MULTILINE)
        )
        filled = textwrap.fill(" ".join(lines), width, break_on_hyphens=False, break_long_words=False)
        blocks.append(filled if is_text else block)
    return "\n\n".join(blocks)


def plan_relations_of(plan: dict[str, Any], folder: Path) -> CheckedDocument:
    """Check a plan in the plan format."""
    file = folder / "plan.json"
    file.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    return check_file(file)


def plan_mutations(plan: dict[str, Any], folder: Path) -> list[tuple[str, str]]:
    """Return every change of one digit of a figure in an exact relation of a plan: its path, and what it becomes."""
    changes = {}
    for relation in plan_relations_of(plan, folder).relations:
        if relation.kind not in EXACT_KINDS or relation.status is not Status.HOLDS:
            continue
        for term in relation.terms:
            if term.origin is not Origin.STATED or term.is_blank or term.place.cell is None:
                continue
            stood = str(value_at(plan, term.place.cell))
            kept = len(stood) - 1 if relation.kind is Kind.SHARES_SUM else len(stood)
            for at in (at for at in range(kept) if stood[at].isdigit()):
                for digit in "0123456789":
                    becomes = stood[:at] + digit + stood[at + 1 :]
                    if becomes != stood and not (at == 0 and digit == "0"):
                        changes[term.place.cell, becomes] = None
    return list(changes)


def value_at(plan: dict[str, Any], path: str) -> Any:
    """Return what stands at a path, as ``cost_lines[2].years.2026``."""
    found: Any = plan
    for key in re.findall(r"[^.\[\]]+", path):
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


def with_value(plan: dict[str, Any], path: str, value: str) -> dict[str, Any]:
    """Return a copy of the plan with another value at a path."""
    changed: dict[str, Any] = json.loads(json.dumps(plan))
    *before, last = re.findall(r"[^.\[\]]+", path)
    part = value_at(changed, ".".join(before)) if before else changed
    part[int(last) if isinstance(part, list) else last] = value
    return changed


def reworded_plan(plan: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return the plan with other labels, rows in another order, and amounts with their cents."""
    changed: dict[str, Any] = json.loads(json.dumps(plan))
    for key in ("cost_lines", "funding", "partners", "work_packages"):
        dice.shuffle(changed[key])
    for row in (*changed["cost_lines"], *changed["funding"]):
        row["label"] = dice.choice([row["label"].upper(), f"{row['label']} (arvio)", "Kulut", "–"])
        row["amount"] = dice.choice([row["amount"], f"{row['amount']}.00", f"{row['amount']}.0"])
    changed["total"] += dice.choice(["", ".00"])
    return changed
