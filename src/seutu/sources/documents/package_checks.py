"""Money that the headings of work packages state, against the row of the budget table that pays the same.

The row is the one whose name begins as the word of the headings does: Ostopalvelubudjetti 40 000 € belongs to
Ostopalvelut. Not for the packages themselves, their tasks and results.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.number_columns import Columns
from seutu.core.figures.relations import Relation, Term, check_sum
from seutu.core.figures.units import EUR
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import MONEY
from seutu.sources.documents.row_tables import RowTable, column_terms

PACKAGE: Final = re.compile(r"^\s*(?:työpaketti|tp|arbetspaket|ap|work package|wp)\s*(?P<number>\d+)\b", re.IGNORECASE)
LAST_WORD: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[\s:]*+$")
STEM: Final = 6


def package_relations(document: Document, found: Sequence[RowTable]) -> Iterator[Relation]:
    """Yield one relation for each budget row that headings of work packages state in parts."""
    stated = list(_stated(document))
    for stem in dict.fromkeys(word[:STEM] for word, _ in stated):
        parts = [term for word, term in stated if word[:STEM] == stem]
        row = _row(document, found, stem)
        if row is not None and len(parts) > 1:
            yield check_sum(row.label, parts, row)


def _stated(document: Document) -> Iterator[tuple[str, Term]]:
    """Yield the last word before the money of each heading, folded, and the money."""
    for line in document.lines:
        package = PACKAGE.match(line.text)
        money = list(MONEY.finditer(line.text))
        if package is None or len(money) != 1:
            continue
        word = LAST_WORD.search(line.text[: money[0].start()])
        reading = read_amount(money[0][0], language="fi")
        if word is not None and len(word[1]) >= STEM and isinstance(reading, Certain) and reading.value.unit == EUR:
            label = Text.same(package[0].strip())
            yield word[1].casefold(), Term.of(label, reading.value, document.place(line))


def _row(document: Document, found: Sequence[RowTable], stem: str) -> Term | None:
    """Return the total of the budget row whose name begins so; None when there is none, or more than one."""
    rows: list[Term] = []
    for table in found:
        if isinstance(table.columns, Columns):
            terms, _ = column_terms(document, table, len(table.columns.total) - 1 if table.sums_by_row else 0)
            rows += [term for term in terms if term.label.fi.casefold().startswith(stem)]
    return rows[0] if len(rows) == 1 and not rows[0].is_blank else None
