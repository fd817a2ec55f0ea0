"""Rows of a table whose thousands and columns are both set apart by spaces, told apart by what must add up.

``250 000 240 000 10 000`` is one number, two, three or six. Every way of cutting a row is tried, and the one whose
columns add up to the row of totals is kept. What more than one way allows is not read. Not for telling which lines of a
document are a table.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from seutu.core.figures.marks import DASHES, EXACT, FIXED_SPACES, MINUS_SIGNS, NBSP
from seutu.core.figures.numerals import numeral_values
from seutu.core.figures.relations.healing import slip_between
from seutu.core.text import Text

Cells = tuple[Decimal | None, ...]
"""The values of one row; ``None`` where the row ends before the table does."""
Rule = Callable[[Cells], bool]

MOST_STATES: Final = 5000
FEWEST_COLUMNS, MOST_COLUMNS = 2, 12
GREATEST: Final = Decimal(10) ** 10
"""No budget of a project comes to this: a greater number is several that stand side by side."""
_TOKEN: Final = re.compile(f"[{MINUS_SIGNS}]?[0-9][0-9.,'’]*")
_HEAD: Final = re.compile(r"0|[1-9][0-9]{0,2}")
_GROUP: Final = re.compile(r"[0-9]{3}")
_LAST: Final = re.compile(r"[0-9]{3}(?:,[0-9]+)?")
_GAP: Final = re.compile(r"\t|\s{2,}")
_FIXED: Final = re.compile(f"(?<=[0-9])[{FIXED_SPACES}](?=[0-9]{{3}}(?![0-9]))")


class Unread(Enum):
    """Why rows could not be told apart."""

    NO_WAY = "no_way"
    SEVERAL_WAYS = "several_ways"
    TOO_MANY_WAYS = "too_many_ways"


@dataclass(frozen=True, slots=True)
class Columns:
    """The rows as they were told apart, and the columns that add up to their total."""

    rows: tuple[Cells, ...]
    total: Cells
    holding: tuple[int, ...]


def cuts(text: str, columns: int) -> list[Cells]:
    """Return every way to read a row as at most ``columns`` numbers, the last columns left blank where it is shorter.

    A dash alone is a blank cell, one right before a digit a minus. Signs of euro and percent part numbers.
    """
    found: dict[Cells, None] = {}
    for values in _partitions(_tokens(text)):
        if 0 < len(values) <= columns and any(value is not None for value in values):
            found[(*values, *(None,) * (columns - len(values)))] = None
    return list(found)


def _tokens(text: str) -> list[str]:
    joined = _FIXED.sub("\0", text)
    parts = re.split(r"\s+|[€%]", joined)
    return [part.replace("\0", NBSP) for part in parts if _TOKEN.match(part) or (part and part in DASHES)]


def _partitions(tokens: Sequence[str]) -> Iterator[Cells]:
    if not tokens:
        yield ()
        return
    for taken in range(1, len(tokens) + 1):
        if taken > 1 and not _may_continue(tokens[:taken]):
            break
        for value in _values(tokens[:taken]):
            for rest in _partitions(tokens[taken:]):
                yield (value, *rest)


def _may_continue(tokens: Sequence[str]) -> bool:
    """Return whether tokens set apart by spaces may be the groups of one number."""
    head, *middle, last = tokens
    head = head.lstrip(MINUS_SIGNS)
    return (
        _HEAD.fullmatch(head) is not None
        and head != "0"
        and all(_GROUP.fullmatch(each) for each in middle)
        and _LAST.fullmatch(last) is not None
    )


def _values(tokens: Sequence[str]) -> Cells:
    """Return what tokens can be as one cell: numbers, or a blank; nothing when they cannot be one."""
    if tokens[0] in DASHES:
        return (None,)
    body = NBSP.join(tokens)
    digits = body.lstrip(MINUS_SIGNS)
    if digits[0] == "0" and digits[1:2].isdigit():
        return ()
    values = numeral_values(digits, ("fi", "sv"), whole=True)
    if isinstance(values, Text):
        return ()
    return tuple(-value if digits != body else value for value in values if value < GREATEST)


def tell_apart(
    rows: Sequence[str], total: str, *, columns: int | None = None, rule: Rule | None = None
) -> Columns | Unread:
    """Return the rows read so that the columns add up to the total, or why that cannot be done.

    ``columns`` is their number where the heading tells it. Without it the smallest number is taken that lets all
    columns add up: 352 736 adds up as two columns wherever it does as one, so the sums hold either way, and digits in
    threes are likelier one number. ``rule`` is what each row must meet by itself, as applied = approved + rejected.
    Gaps of two spaces or more part columns, where they agree. Where no way lets all columns add up, one column of which
    a slip of one figure explains the rest is returned, or the smallest number of columns of which some do, if one way
    has the most: the rest fail. So do all columns of rows that can be read in one way only.
    """
    parted = _by_gaps(rows, total) if columns is None and rule is None else None
    if parted is not None and parted.holding:
        return parted
    counts = [columns] if columns else range(1, min(MOST_COLUMNS, len(_tokens(total))) + 1)
    tried = [_of_count(rows, total, count, rule) for count in counts]
    read = [each for each in tried if isinstance(each, Columns)]
    whole = [each for each in read if len(each.holding) == len(each.total)]
    single = _one_with_a_slip(rows, total) if columns in (None, 1) and not whole else None
    likeliest = whole or [each for each in (parted, single) if each is not None] or read
    if likeliest:
        return likeliest[0]
    for count in counts:
        sure = _surely(rows, total, count)
        if sure is not None:
            return sure
    return next((why for why in (Unread.SEVERAL_WAYS, Unread.TOO_MANY_WAYS) if why in tried), Unread.NO_WAY)


def _by_gaps(rows: Sequence[str], total: str) -> Columns | None:
    """Return rows whose numbers stand wide apart, each cell read as one number; None where the gaps do not agree."""
    parts = [_GAP.split(text.strip()) for text in (*rows, total)]
    if len(parts[-1]) < FEWEST_COLUMNS or {len(each) for each in parts} != {len(parts[-1])}:
        return None
    cells = [tuple(_alone(part) for part in each) for each in parts]
    if any(len(values) != 1 for row in cells for values in row):
        return None
    *read, stated = (tuple(values[0] for values in row) for row in cells)
    return _held(read, stated)


def _alone(text: str) -> Cells:
    """Return what a text can be as the one number, or the blank, of a cell."""
    return tuple(values[0] for values in _partitions(_tokens(text)) if len(values) == 1)


def _one_with_a_slip(rows: Sequence[str], total: str) -> Columns | None:
    """Return rows read as one number each, where a slip of one figure explains that they do not add up."""
    read = [_alone(text) for text in (*rows, total)]
    if any(len(values) != 1 or values[0] is None for values in read):
        return None
    *values, stated = (each[0] or Decimal(0) for each in read)
    missing = EXACT.subtract(stated, sum(values, Decimal(0)))
    slips = [slip_between(value, value + missing) for value in values] + [slip_between(stated, stated - missing)]
    return _held([(value,) for value in values], (stated,)) if any(slips) else None


def _held(rows: Sequence[Cells], total: Cells) -> Columns:
    """Return the columns with those that add up."""
    sums = [sum((row[at] or Decimal(0) for row in rows), Decimal(0)) for at in range(len(total))]
    return Columns(tuple(rows), total, tuple(at for at, stated in enumerate(total) if stated == sums[at]))


def _surely(rows: Sequence[str], total: str, columns: int) -> Columns | None:
    """Return rows that can be read in one way only and fill every column; they need no adding up to be told apart."""
    ways = [cuts(text, columns) for text in (*rows, total)]
    if any(len(each) != 1 or None in each[0] for each in ways):
        return None
    *cells, stated = (each[0] for each in ways)
    return Columns(tuple(cells), stated, ())


def _of_count(rows: Sequence[str], total: str, columns: int, rule: Rule | None) -> Columns | Unread:
    ways = [_allowed(cuts(row, columns), rule) for row in rows]
    totals = [cells for cells in _allowed(cuts(total, columns), rule) if None not in cells] or cuts(total, columns)
    if not totals or not all(ways):
        return Unread.NO_WAY
    sums: dict[Cells, list[tuple[Cells, ...]]] = {(Decimal(0),) * columns: [()]}
    for row in ways:
        grown: dict[Cells, list[tuple[Cells, ...]]] = {}
        for reached, read in sums.items():
            for cells in row:
                grown.setdefault(_plus(reached, cells), []).extend((*each, cells) for each in read)
        if sum(map(len, grown.values())) > MOST_STATES:
            return Unread.TOO_MANY_WAYS
        sums = grown
    return _best(sums, totals)


def _allowed(ways: list[Cells], rule: Rule | None) -> list[Cells]:
    return ways if rule is None else [cells for cells in ways if rule(cells)]


def _plus(reached: Cells, cells: Cells) -> Cells:
    return tuple(EXACT.add(one or Decimal(0), other or Decimal(0)) for one, other in zip(reached, cells, strict=True))


def _best(sums: dict[Cells, list[tuple[Cells, ...]]], totals: Sequence[Cells]) -> Columns | Unread:
    found: dict[int, list[Columns]] = {}
    for total in totals:
        for reached, ways in sums.items():
            holding = tuple(at for at, stated in enumerate(total) if stated is not None and reached[at] == stated)
            if holding:
                found.setdefault(len(holding), []).extend(Columns(rows, total, holding) for rows in ways)
    if not found:
        return Unread.NO_WAY
    likeliest = found[max(found)]
    return likeliest[0] if len(likeliest) == 1 else Unread.SEVERAL_WAYS
