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
from functools import lru_cache
from typing import Any, Final

from seutu.core.figures.marks import DASHES, EXACT, FIXED_SPACES, MINUS_SIGNS, NBSP
from seutu.core.figures.numerals import numeral_values
from seutu.core.figures.relations.healing import slip_between
from seutu.core.text import Text

Cells = tuple[Decimal | None, ...]
"""The values of one row; ``None`` where the row ends before the table does."""
Rule = Callable[[Cells], bool]
_Read = tuple[Any, Cells] | None
"""Rows as they were read so far, the last one first in hand."""

MOST_STATES: Final = 5000
FEWEST_COLUMNS, MOST_COLUMNS = 2, 12
MOST_GROUPS: Final = 4
"""As many tokens a number below the greatest can have: 9 999 999 999."""
SURELY_ONE: Final = 4
"""Rows with more ways than this, counted with those that come to the same, cannot be read in one way only."""
MOST_WORK: Final = 200_000
"""So many ways to read the rows, times the rows, are tried at most: a longer table needs fewer ways."""
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
    spans = _spans(text)
    found: dict[Cells, None] = {}
    for values in _partitions(spans, 0, columns):
        if any(value is not None for value in values):
            found[(*values, *(None,) * (columns - len(values)))] = None
    return list(found)


def _tokens(text: str) -> list[str]:
    joined = _FIXED.sub("\0", text)
    parts = re.split(r"\s+|[€%]", joined)
    return [part.replace("\0", NBSP) for part in parts if _TOKEN.match(part) or (part and part in DASHES)]


@lru_cache(maxsize=1024)
def _spans(text: str) -> list[list[Cells]]:
    """Return what the tokens of a row can be as one number: from each on, by how many are taken."""
    tokens = _tokens(text)
    spans: list[list[Cells]] = []
    for start in range(len(tokens)):
        here: list[Cells] = []
        for end in range(start + 1, min(start + MOST_GROUPS, len(tokens)) + 1):
            if end - start > 1 and not _may_continue(tokens[start:end]):
                break
            here.append(_values(tokens[start:end]))
        spans.append(here)
    return spans


def _partitions(spans: Sequence[Sequence[Cells]], start: int, columns: int) -> Iterator[Cells]:
    """Yield every way to read the tokens from a place on as at most so many numbers."""
    if start == len(spans):
        yield ()
        return
    if len(spans) - start > columns * MOST_GROUPS:
        return
    for taken, values in enumerate(spans[start], 1):
        for value in values:
            for rest in _partitions(spans, start + taken, columns - 1):
                yield (value, *rest)


def _count(text: str, columns: int) -> int:
    """Return how many ways there are to read a row, without reading it so."""
    spans = _spans(text)
    ways = [[0] * (columns + 1) for _ in spans] + [[1] * (columns + 1)]
    for start in range(len(spans) - 1, -1, -1):
        for most in range(1, columns + 1):
            ways[start][most] = sum(
                len(values) * ways[start + taken][most - 1] for taken, values in enumerate(spans[start], 1)
            )
    return ways[0][columns]


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
    tried: list[Columns | Unread] = []
    for count in counts:
        tried.append(_of_count(rows, total, count, rule))
        if tried[-1] is Unread.TOO_MANY_WAYS and rule is None:
            break  # with more columns there are more ways
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
    return tuple(values[0] for values in _partitions(_spans(text), 0, 1) if values)


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
    if any(_count(text, columns) > SURELY_ONE for text in (*rows, total)):
        return None
    ways = [cuts(text, columns) for text in (*rows, total)]
    if any(len(each) != 1 or None in each[0] for each in ways):
        return None
    *cells, stated = (each[0] for each in ways)
    return Columns(tuple(cells), stated, ())


def _of_count(rows: Sequence[str], total: str, columns: int, rule: Rule | None) -> Columns | Unread:
    if rule is None and (_are_too_many(rows, columns) or _count(total, columns) > MOST_STATES):
        return Unread.TOO_MANY_WAYS
    ways = [_allowed(cuts(row, columns), rule) for row in rows]
    totals = [cells for cells in _allowed(cuts(total, columns), rule) if None not in cells] or cuts(total, columns)
    if not totals or not all(ways):
        return Unread.NO_WAY
    sums: dict[Cells, list[_Read]] = {(Decimal(0),) * columns: [None]}
    for row in ways:
        grown: dict[Cells, list[_Read]] = {}
        for reached, read in sums.items():
            for cells in row:
                grown.setdefault(_plus(reached, cells), []).extend((each, cells) for each in read)
        if sum(map(len, grown.values())) > MOST_STATES:
            return Unread.TOO_MANY_WAYS
        sums = grown
    return _best(sums, totals)


def _are_too_many(rows: Sequence[str], columns: int) -> bool:
    """Return whether the rows can be read in more ways than are tried; one that cannot be read has none."""
    counts = [_count(row, columns) for row in rows]
    if not all(counts):
        return False
    ways, most = 1, min(MOST_STATES, MOST_WORK // len(rows) + 1)
    for count in counts:
        ways *= count
        if ways > most:
            return True
    return False


def _allowed(ways: list[Cells], rule: Rule | None) -> list[Cells]:
    return ways if rule is None else [cells for cells in ways if rule(cells)]


def _plus(reached: Cells, cells: Cells) -> Cells:
    return tuple(EXACT.add(one or Decimal(0), other or Decimal(0)) for one, other in zip(reached, cells, strict=True))


def _best(sums: dict[Cells, list[_Read]], totals: Sequence[Cells]) -> Columns | Unread:
    found: dict[int, list[Columns]] = {}
    for total in totals:
        for reached, ways in sums.items():
            holding = tuple(at for at, stated in enumerate(total) if stated is not None and reached[at] == stated)
            if holding:
                found.setdefault(len(holding), []).extend(Columns(_in_order(rows), total, holding) for rows in ways)
    if not found:
        return Unread.NO_WAY
    likeliest = found[max(found)]
    return likeliest[0] if len(likeliest) == 1 else Unread.SEVERAL_WAYS


def _in_order(read: _Read) -> tuple[Cells, ...]:
    rows: list[Cells] = []
    while read is not None:
        read, cells = read
        rows.append(cells)
    return tuple(reversed(rows))
