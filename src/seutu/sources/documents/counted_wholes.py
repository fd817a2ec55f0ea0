"""How many there are of something in all, as a text says it: ``Kuntia on Suomessa noin 300``, ``kaikkia kuntia (308)``.

Two documents may state two numbers, each of its own day: both are kept, and the difference is a note. Not for numbers
of some of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from seutu.core.figures import Certain, read_amount
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.funding.documents import CheckedDocument
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import QUALIFIERS, Paragraph

NUMBER: Final = rf"(?P<number>(?:{QUALIFIERS})?\d{{1,4}})"
THING: Final = r"(?P<thing>[^\W\d_]{5,})"
WHOLES: Final = (
    re.compile(rf"\b{THING}\s+on\s+(?:Suomessa|maassa|maakunnassa|kaikkiaan)\s+{NUMBER}\b", re.IGNORECASE),
    re.compile(rf"\bkaik\w+\s+{THING}\s*\({NUMBER}\)", re.IGNORECASE),
    re.compile(rf"\bSuomen\s+{NUMBER}\s+{THING}", re.IGNORECASE),
    re.compile(rf"\b(?:all|alla)\s+{NUMBER}\s+{THING}", re.IGNORECASE),
)
SHORTEST, ENDING = 5, 4
SIDE_BY_SIDE: Final = Text(
    fi="Asiakirjoissa on eri luku ({thing}): {said}. Molemmat säilyvät päiväyksineen.",
    sv="Handlingarna anger olika antal ({thing}): {said}. Båda behålls med sitt datum.",
    en="The documents state different numbers ({thing}): {said}. Both are kept with their dates.",
)


def counted_wholes(document: Document, read: Iterable[Paragraph]) -> Iterator[Term]:
    """Yield each number of all there are; the label is the word for them."""
    for sentence in (sentence for paragraph in read for sentence in paragraph.sentences):
        for pattern in WHOLES:
            for found in pattern.finditer(sentence.text):
                reading = read_amount(found["number"], language="fi")
                if isinstance(reading, Certain):
                    place = document.place(sentence.line, found[0])
                    yield Term.of(Text.same(found["thing"].casefold()), reading.value, place)


def between_documents(documents: Sequence[CheckedDocument]) -> list[Relation]:
    """Return where documents state different numbers of the same whole; never more than a note."""
    by_thing: dict[str, list[Term]] = defaultdict(list)
    for document in documents:
        for term in document.wholes:
            word = term.label.fi
            by_thing[word[: max(SHORTEST, len(word) - ENDING)]].append(term)
    return [
        _side_by_side(terms)
        for terms in by_thing.values()
        if len({term.place.document for term in terms}) > 1 and len({term.number for term in terms}) > 1
    ]


def _side_by_side(terms: Sequence[Term]) -> Relation:
    said = ", ".join(dict.fromkeys(f"{term.number:f} ({term.place.document})" for term in terms))
    message = SIDE_BY_SIDE.filled(thing=terms[0].label, said=said)
    return Relation(Kind.EQUAL, terms[0].label, tuple(terms), Status.NOT_CHECKABLE, Severity.NOTE, message)
