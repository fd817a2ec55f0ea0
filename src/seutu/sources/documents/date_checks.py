"""The order of dates that a document claims by its words: decided before it began, handled before it was printed.

Not for the dates of single sentences that claim no order.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from seutu.core.figures import Certain, read_date
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, check_date_order
from seutu.core.figures.relations import sentences as say
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Paragraph, Sentence
from seutu.sources.documents.work_plans import SUPPLEMENTS

DAY: Final = (
    r"(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d{2}"
    r"|\d{1,2}(?:\.|st|nd|rd|th)?\s(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta\s20\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?\s20\d{2})"
)
DATE: Final = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})(?!\d)")
TO: Final = r"\s*(?:[-–—]|till?|to|until)\s*"
RANGE: Final = rf"(?P<start>{DAY}){TO}(?P<end>{DAY})"
PERIODS: Final = (
    re.compile(
        rf"(?:toteutusai\w*|hankeai\w*|projektiti\w*|genomförandeti\w*|project period)\D{{0,60}}?{RANGE}", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:alkaa|alkoi|käynnistyy|käynnistyi|börjar|började|inleds|starts|begins|began)\s+(?P<start>{DAY})"
        rf"[^.;:\d]{{0,60}}\b(?:päättyy|päättyi|loppuu|kestää|jatkuu|slutar|avslutas|upphör|pågår|ends|finishes|closes)"
        rf"\s+(?:till\s+)?(?P<end>{DAY})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:toteutetaan|toteutettiin|kestää|kesto|genomförs|genomfördes|pågår|pågick|runs|ran|is implemented|was"
        rf" implemented|duration)\b\D{{0,30}}?{RANGE}",
        re.IGNORECASE,
    ),
)
"""The ways in which the period of a project is told, the plainest first."""
ANY_RANGE: Final = re.compile(RANGE, re.IGNORECASE)
DECIDED: Final = re.compile(r"rahoituspäätö\w*|finansieringsbeslut\w*|funding decisions?", re.IGNORECASE)
EVENT: Final = re.compile(r"^\s*(?P<label>[^\W\d_][\w ]{2,30}):\s*(?P<date>\d{1,2}\.\d{1,2}\.\d{4})\s*$")
PRINTED: Final = re.compile(
    r"(?P<label>asiakirja luotu|tulostettu|handlingen skapad|document created):\s*(?P<date>\d{1,2}\.\d{1,2}\.\d{4})",
    re.IGNORECASE,
)
FAR: Final = 80
RECEIVED: Final = re.compile(r"^(?:saapunut|vireille|inkom|received)", re.IGNORECASE)
MEETING: Final = re.compile(
    r"^(?:rahoituskokous|päätös|käsitelty|beslut|finansieringsmöte|decision|decided)", re.IGNORECASE
)
MONTHS_OF_YEAR: Final = 12
HANDLING: Final = Text(fi="Käsittelyaika", sv="Handläggningstid", en="Handling time")
LONG_HANDLING: Final = Text(
    fi="Hakemus saapui {came}, ja {label} oli {decided}: käsittely kesti {months} kuukautta.",
    sv="Ansökan inkom {came} och {label} var {decided}: handläggningen tog {months} månader.",
    en="The application came on {came} and {label} was on {decided}: handling took {months} months.",
)
SUPPLEMENTED: Final = Text(
    fi="Hakemusta on täydennetty, mikä voi selittää viiveen.",
    sv="Ansökan har kompletterats, vilket kan förklara dröjsmålet.",
    en="The application was supplemented, which may explain the delay.",
)

DECISION_FIRST: Final = Text(
    fi="Rahoituspäätös ennen hankkeen alkua",
    sv="Finansieringsbeslut före projektets början",
    en="Funding decision before the start of the project",
)
PERIOD_LABEL: Final = Text(fi="Toteutusaika", sv="Projekttiden", en="Project period")
SOME_PERIOD: Final = Text(fi="Ajanjakso", sv="Tidsperiod", en="Period")
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
    """Check that a project ends after it begins, that money was decided for it before, and every other period."""
    first = next(_periods(document, sentences), None)
    if first is not None:
        begins, ends = first
        yield check_date_order(PERIOD_LABEL, begins, ends)
        for other in sentences:
            for decided in _decisions(other):
                term = Term(DECISION, decided, place=document.place(other.line))
                yield check_date_order(DECISION_FIRST, term, begins)
    for sentence in sentences:
        for found in ANY_RANGE.finditer(sentence.text):
            terms = _ends(document, sentence, found)
            if terms is not None and terms[0].day > terms[1].day and terms != first:
                yield check_date_order(SOME_PERIOD, *terms)


def _periods(document: Document, sentences: list[Sentence]) -> Iterator[tuple[Term, Term]]:
    """Yield the periods that the words tell to be the project's."""
    for words in PERIODS:
        for sentence in sentences:
            found = words.search(sentence.text)
            terms = _ends(document, sentence, found) if found else None
            if terms is not None:
                yield terms


def _ends(document: Document, sentence: Sentence, found: re.Match[str]) -> tuple[Term, Term] | None:
    start, end = _day(found["start"]), _day(found["end"])
    if start is None or end is None:
        return None
    return (
        Term(START, start, place=document.place(sentence.line, found["start"])),
        Term(END, end, place=document.place(sentence.line)),
    )


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
    yield from _of_handling(document)


def _of_handling(document: Document) -> Iterator[Relation]:
    """Note where an application was handled more than a year after it came, by the last of its events before that."""
    days = [
        Term(Text.same(event["label"].strip()), day, place=document.place(line))
        for line in document.lines
        if (event := EVENT.match(line.text)) is not None and (day := _day(event["date"])) is not None
    ]
    came = next((term for term in days if RECEIVED.search(term.label.fi)), None)
    decided = next((term for term in days if MEETING.search(term.label.fi)), None)
    months = _full_months(came.day, decided.day) if came is not None and decided is not None else 0
    if came is not None and decided is not None and months > MONTHS_OF_YEAR:
        facts = {"came": say.day(came.day), "decided": say.day(decided.day), "label": decided.label, "months": months}
        message = say.joined(LONG_HANDLING.filled(**facts), SUPPLEMENTED if _is_supplemented(document) else None)
        yield Relation(Kind.DATE_ORDER, HANDLING, (came, decided), Status.HOLDS, Severity.NOTE, message)


def _full_months(first: date, last: date) -> int:
    months = (last.year - first.year) * MONTHS_OF_YEAR + last.month - first.month
    return months - (last.day < first.day)


def _is_supplemented(document: Document) -> bool:
    return any(SUPPLEMENTS.match(line.text) for line in document.lines)


def _day(text: str) -> date | None:
    reading = read_date(text)
    return reading.value.day if isinstance(reading, Certain) else None
