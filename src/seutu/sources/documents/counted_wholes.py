"""How many there are of something in all, as a text says it: ``Kuntia on Suomessa noin 300``, ``kaikkia kuntia (308)``.

Two documents may state two numbers, each of its own day: both are kept, and the difference is a note. Not for numbers
of some of them.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.figures.relations.sentences import as_printed
from seutu.core.funding.documents import CheckedDocument
from seutu.core.text import Language, Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import QUALIFIERS, Paragraph
from seutu.sources.documents.range_checks import FROM

TEN: Final = "kymmenestä"
TENS: Final = "|".join(rf"{word.removesuffix(TEN)}\s?{TEN}" for word in FROM if word.endswith(TEN) and word != TEN)
"""Tens in the case of ``of fifty``, also where the word came apart."""
NUMBER: Final = rf"(?P<number>(?:{QUALIFIERS})?(?:\d{{1,4}}|{TENS}))"
THING: Final = r"(?P<thing>[^\W\d_]{5,})"
WHOLES: Final = (
    re.compile(rf"\b{THING}\s+on\s+(?:Suomessa|maassa|maakunnassa|kaikkiaan)\s+{NUMBER}\b", re.IGNORECASE),
    re.compile(rf"\bkaik\w+\s+{THING}\s*\({NUMBER}\)", re.IGNORECASE),
    re.compile(rf"\bSuomen\s+{NUMBER}\s+{THING}", re.IGNORECASE),
    re.compile(rf"\b(?:all|alla)\s+{NUMBER}\s+{THING}", re.IGNORECASE),
)
SHORTEST, ENDING = 5, 5
SIDE_BY_SIDE: Final = Text(
    fi="Asiakirjoissa on eri luku ({thing}): {said}. Kaikki luvut säilyvät päiväyksineen.",
    sv="Handlingarna anger olika antal ({thing}): {said}. Alla tal behålls med sitt datum.",
    en="The documents state different numbers ({thing}): {said}. All of them are kept with their dates.",
)
LINE: Final = Text(fi="rivi {number}", sv="rad {number}", en="line {number}")
WITHIN: Final = Text(
    fi="Asiakirjassa on eri luku ({thing}): {said}. Kumpi pätee, vai ovatko luvut eri ajalta?",
    sv="Handlingen anger olika antal ({thing}): {said}. Vilket gäller, eller är talen från olika tider?",
    en="The document states different numbers ({thing}): {said}. Which holds, or are they of different times?",
)


def counted_wholes(document: Document, read: Iterable[Paragraph]) -> Iterator[Term]:
    """Yield each number of all there are; the label is the word for them."""
    for sentence in (sentence for paragraph in read for sentence in paragraph.sentences):
        for pattern in WHOLES:
            for found in pattern.finditer(sentence.text):
                reading = read_amount(_in_digits(found["number"]), language="fi")
                if isinstance(reading, Certain):
                    place = document.place(sentence.line, found[0])
                    yield Term.of(Text.same(found["thing"].casefold()), reading.value, place)


def _in_digits(text: str) -> str:
    """Return a number whose tens are in words in digits: noin viidestäkymmenestä is noin 50."""
    said = re.search(TENS, text, re.IGNORECASE)
    return text.replace(said[0], str(FROM["".join(said[0].split()).casefold()])) if said else text


def between_documents(documents: Sequence[CheckedDocument]) -> list[Relation]:
    """Return where documents state different numbers of the same whole; never more than a note."""
    found = [term for document in documents for term in document.wholes]
    return [
        _side_by_side(terms, SIDE_BY_SIDE.filled(thing=terms[0].label, said=_said(terms, _document)))
        for terms in _by_thing(found)
        if len({term.place.document for term in terms}) > 1 and len({term.number for term in terms}) > 1
    ]


def wholes_within(found: Sequence[Term]) -> Iterator[Relation]:
    """Yield where one document states different numbers of the same whole; never more than a note."""
    for terms in _by_thing(found):
        if len({term.number for term in terms}) > 1:
            yield _side_by_side(terms, WITHIN.filled(thing=terms[0].label, said=_said(terms, _line)))


def _by_thing(found: Iterable[Term]) -> list[list[Term]]:
    by_thing: dict[str, list[Term]] = defaultdict(list)
    for term in found:
        stem = term.label.fi[: max(SHORTEST, len(term.label.fi) - ENDING)]
        known = next((each for each in by_thing if each.startswith(stem) or stem.startswith(each)), stem)
        by_thing[known].append(term)
    return [*by_thing.values()]


def _said(terms: Sequence[Term], where: Callable[[Term, Language], str]) -> Callable[[Language], str]:
    """Return the writer of the numbers as printed, each once with where it stands."""
    return lambda language: ", ".join(
        dict.fromkeys(f"{as_printed(term)(language)} ({where(term, language)})" for term in terms)
    )


def _document(term: Term, _language: Language) -> str:
    return term.place.document or ""


def _line(term: Term, language: Language) -> str:
    return LINE.filled(number=term.place.line or 0).in_language(language)


def _side_by_side(terms: Sequence[Term], message: Text) -> Relation:
    return Relation(Kind.EQUAL, terms[0].label, tuple(terms), Status.NOT_CHECKABLE, Severity.NOTE, message)
