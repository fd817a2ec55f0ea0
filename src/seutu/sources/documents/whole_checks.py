"""The total of the whole project in a sentence, against the total of the one budget table of the document.

A difference is a warning: the table may be of a part. Not for totals of parts of a project.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from seutu.core.figures.number_columns import Columns
from seutu.core.figures.relations import Relation, Severity, Status, Term, check_equal
from seutu.core.figures.units import EUR
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Paragraph
from seutu.sources.documents.prose_checks import whole_in
from seutu.sources.documents.row_tables import RowTable, column_terms
from seutu.sources.documents.table_words import Sort, sort_of

PROJECT: Final = re.compile(
    r"\bkokonais(?:budjet|kustann)\w*|\btotal(?:budget|kostnad|a kostnad)\w*|\btotal (?:budget|costs?)\b", re.IGNORECASE
)
SAME_TOTAL: Final = Text(
    fi="Kokonaisbudjetti tekstissä ja taulukossa",
    sv="Totalbudgeten i texten och i tabellen",
    en="Total budget in the text and in the table",
)


def whole_relations(document: Document, found: Sequence[RowTable], read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield one relation where a document has one budget table and says once what the whole project costs."""
    totals = [total for table in found if (total := _grand_total(document, table)) is not None]
    said = [
        whole.term
        for paragraph in read
        for sentence in paragraph.sentences
        if PROJECT.search(sentence.text) and (whole := whole_in(sentence)) is not None
    ]
    if len(totals) == 1 and len(said) == 1:
        checked = check_equal(SAME_TOTAL, totals[0], said[0])
        yield replace(checked, severity=Severity.WARNING) if checked.status is Status.FAILS else checked


def _grand_total(document: Document, table: RowTable) -> Term | None:
    """Return the total of a budget: of its one column of money, or of the last where that sums the others."""
    if not isinstance(table.columns, Columns) or sort_of(table) is Sort.FUNDING:
        return None
    totals = [column_terms(document, table, at)[1] for at in range(len(table.columns.total))]
    if len(totals) > 1 and not table.sums_by_row:
        return None
    return totals[-1] if totals[-1].unit == EUR else None
