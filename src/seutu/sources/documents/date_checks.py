"""The order of dates that a document claims by its words: decided before it began, handled before it was printed.

Not for the dates of single sentences that claim no order.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from seutu.core.figures import Certain, read_date
from seutu.core.figures.relations import Relation, Term, check_date_order
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Paragraph, Sentence

DATE: Final = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})(?!\d)")
PERIOD: Final = re.compile(
    r"(?:toteutusai\w*|hankeai\w*|projektiti\w*|genomförandeti\w*|project period)\D{0,60}?"
    r"(?P<start>\d{1,2}\.\d{1,2}\.\d{4})\s*[-–—]\s*(?P<end>\d{1,2}\.\d{1,2}\.\d{4})",
    re.IGNORECASE,
)
DECIDED: Final = re.compile(r"rahoituspäätö\w*|finansieringsbeslut\w*|funding decisions?", re.IGNORECASE)
EVENT: Final = re.compile(r"^\s*(?P<label>[^\W\d_][\w ]{2,30}):\s*(?P<date>\d{1,2}\.\d{1,2}\.\d{4})\s*$")
PRINTED: Final = re.compile(
    r"(?P<label>asiakirja luotu|tulostettu|handlingen skapad|document created):\s*(?P<date>\d{1,2}\.\d{1,2}\.\d{4})",
    re.IGNORECASE,
)
FAR: Final = 80

DECISION_FIRST: Final = Text(
    fi="Rahoituspäätös ennen hankkeen alkua",
    sv="Finansieringsbeslut före projektets början",
    en="Funding decision before the start of the project",
)
PERIOD_LABEL: Final = Text(fi="Toteutusaika", sv="Projekttiden", en="Project period")
START: Final = Text(fi="hankkeen alku", sv="projektets början", en="the start of the project")
END: Final = Text(fi="hankkeen loppu", sv="projektets slut", en="the end of the project")
DECISION: Final = Text(fi="rahoituspäätös", sv="finansieringsbeslutet", en="the funding decision")
HANDLED_FIRST: Final = Text(
    fi="Käsittely ennen asiakirjan päiväystä",
    sv="Behandling före handlingens datum",
    en="Handled before the document was made",
)


def date_relations(document: Document, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield the orders of dates that a document claims."""
    sentences = [sentence for paragraph in read for sentence in paragraph.sentences]
    yield from _of_period(document, sentences)
    yield from _of_events(document)


def _of_period(document: Document, sentences: list[Sentence]) -> Iterator[Relation]:
    """Check that a project ends after it begins, and that money was decided for it before."""
    for sentence in sentences:
        found = PERIOD.search(sentence.text)
        start, end = (_day(found["start"]), _day(found["end"])) if found else (None, None)
        if start is None or end is None:
            continue
        begins = Term(START, start, place=document.place(sentence.line, found["start"] if found else None))
        yield check_date_order(PERIOD_LABEL, begins, Term(END, end, place=document.place(sentence.line)))
        for other in sentences:
            for decided in _decisions(other):
                term = Term(DECISION, decided, place=document.place(other.line))
                yield check_date_order(DECISION_FIRST, term, begins)
        return


def _decisions(sentence: Sentence) -> Iterator[date]:
    """Yield the dates that stand right after the word, in a row: 5.5.2017 ja 29.5.2017."""
    word = DECIDED.search(sentence.text)
    if word is None:
        return
    for found in DATE.finditer(sentence.text, word.end(), min(len(sentence.text), word.end() + FAR)):
        day = _day(found[1])
        if day is not None:
            yield day


def _of_events(document: Document) -> Iterator[Relation]:
    """Check that no event stands in a document with a later date than its own."""
    printed = next(((line, found) for line in document.lines if (found := PRINTED.search(line.text))), None)
    if printed is None or (made := _day(printed[1]["date"])) is None:
        return
    own = Term(Text.same(printed[1]["label"].strip()), made, place=document.place(printed[0]))
    for line in document.lines:
        event = EVENT.match(line.text)
        day = _day(event["date"]) if event and line is not printed[0] else None
        if event is not None and day is not None:
            yield check_date_order(
                HANDLED_FIRST, Term(Text.same(event["label"].strip()), day, place=document.place(line)), own
            )


def _day(text: str) -> date | None:
    reading = read_date(text)
    return reading.value.day if isinstance(reading, Certain) else None
