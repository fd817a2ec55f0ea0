"""Numbers that a text adds up or counts out: 30+30+30+30 firms, 3.2 person-years of which 1.5 and 1.7, ten towns.

Only what the text itself spells out: an addition with its total elsewhere, a whole followed by ``of which``, a number
followed by a list of names. Not for money.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from seutu.core.figures import Amount, Certain, read_amount
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, check_sum
from seutu.core.figures.units import PERSON_MONTH, PERSON_YEAR
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.number_words import COUNT, counted
from seutu.sources.documents.paragraphs import NEAR, Paragraph, Sentence

ADDED: Final = re.compile(
    r"(?<!\+)(?<!\+\s)(?<!\+\s\s)\b(?P<parts>\d{1,4}(?:\s{0,2}\+\s{0,2}\d{1,4})++)\s+(?P<thing>[^\W\d_]{4,})"
)
COUNTED: Final = re.compile(r"(?<![\d+.,])\b(?P<number>\d{1,5})\s+(?P<thing>[^\W\d_]{4,})")
IN_ALL: Final = re.compile(
    r"\b(?:yhteensä|kaikkiaan|mukana on|sammanlagt|totalt|inalles|in all|in total|altogether)$", re.IGNORECASE
)
"""What says right before a number that it is of all."""
WORK: Final = re.compile(
    r"(?<![\d.,])\d{1,4}(?:[.,]\d{1,2})?\s*(?:htv|htkk|hlötkk|årsverken?|personmånader|person-years?|person-months?)\b"
)
BARE: Final = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{1,2}(?![\d.,]*\d|\s?%)")
OF_WHICH: Final = re.compile(r"\b(?:joista|josta|varav|of which)\b", re.IGNORECASE)
CLAIMED: Final = re.compile(rf"\b(?P<number>{COUNT})\s+(?P<thing>[^\W\d_]{{4,}})", re.IGNORECASE)
COLON: Final = re.compile(r":\s")
STOP: Final = re.compile(r"[.;]|:(?!\w)")
FARTHEST: Final = 120
"""Characters from a count to its list at most."""
BETWEEN: Final = re.compile(r"\s*,\s*(?:(?:ja|sekä|och|samt|and)\s+)?|\s+(?:ja|sekä|och|samt|and)\s+")
NAME: Final = re.compile(r"^[A-ZÅÄÖ][\w&-]+(?: [\w&-]+){0,5}$")
WORK_UNITS: Final = frozenset({PERSON_YEAR, PERSON_MONTH})
PAIR, SHORTEST, ENDING = 2, 4, 3
ADDITION: Final = Text(fi="Yhteenlasku", sv="Addition", en="Addition")
WORK_LABEL: Final = Text(fi="Henkilötyö", sv="Personarbete", en="Work")
LIST: Final = Text(fi="Luettelon pituus", sv="Listans längd", en="Length of a list")
SAME: Final = Text(
    fi="Luettelossa on {found} nimeä, kuten teksti sanoo.",
    sv="Listan har {found} namn, som texten säger.",
    en="The list has {found} names, as the text says.",
)
DIFFER: Final = Text(
    fi="Tekstin mukaan on {said} {thing}, mutta luettelossa on {found}.",
    sv="Enligt texten finns {said} {thing}, men listan har {found}.",
    en="The text says {said} {thing}, but the list has {found}.",
)


def count_relations(document: Document, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield the additions, divisions of work and lists of names that a text counts out."""
    sentences = [sentence for paragraph in read for sentence in paragraph.sentences]
    counts = _Counts(sentences)
    for sentence in sentences:
        for added in ADDED.finditer(sentence.text):
            yield from _addition(document, sentence, added, counts)
        yield from _work(document, sentence)
        yield from _list(document, sentence)


class _Counts:
    """What the text counts, gathered once: the place of each number, by the thing that is counted."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.sentences = sentences
        self.by_beginning: dict[str, list[tuple[Sentence, re.Match[str]]]] | None = None
        self.known: dict[str, dict[int, tuple[Sentence, re.Match[str]]]] = {}

    def of(self, thing: str) -> Mapping[int, tuple[Sentence, re.Match[str]]]:
        """Return the numbers that are counted of a thing."""
        if self.by_beginning is None:
            self.by_beginning = defaultdict(list)
            for sentence in self.sentences:
                for found in COUNTED.finditer(sentence.text):
                    self.by_beginning[_beginning(found["thing"])].append((sentence, found))
        if thing not in self.known:
            alike = self.by_beginning.get(_beginning(thing), [])
            same = [each for each in alike if _same_thing(each[1]["thing"], thing)]
            same.sort(key=lambda each: _is_of_all(*each))  # the last of a number stays: one that says of all
            self.known[thing] = {int(found["number"]): (other, found) for other, found in same}
        return self.known[thing]


def _beginning(thing: str) -> str:
    return thing[:SHORTEST].casefold()


def _addition(document: Document, sentence: Sentence, added: re.Match[str], counts: _Counts) -> Iterator[Relation]:
    """Check an addition against the number its sentence says to be of all, or the one that can be its total."""
    numbers = [int(part) for part in re.findall(r"\d+", added["parts"])]
    place = document.place(sentence.line, added[0])
    thing = Text.same(added["thing"])
    parts = [Term(thing, Decimal(number), place=place) for number in numbers]
    counted = counts.of(added["thing"])
    beside = [number for number, (other, found) in counted.items() if other is sentence and _is_of_all(other, found)]
    stated = beside[0] if len(beside) == 1 else _stated_total(numbers, counted)
    if stated is not None:
        other, found = counted[stated]
        total = Term(thing, Decimal(stated), place=document.place(other.line, found[0]))
        yield check_sum(ADDITION, parts, total)


def _stated_total(numbers: list[int], counted: Mapping[int, tuple[Sentence, re.Match[str]]]) -> int | None:
    """Return which counted number is the total: the sum, the one above every part, or the one said to be in all."""
    if sum(numbers) in counted:
        return sum(numbers)
    above = [number for number in counted if number > max(numbers)]
    if len(above) == 1:
        return above[0]
    in_all = [number for number, place in counted.items() if _is_of_all(*place)]
    return in_all[0] if len(in_all) == 1 else None


def _is_of_all(sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether the words right before a number say that it is of all."""
    return IN_ALL.search(sentence.text[max(0, found.start() - NEAR) : found.start()].rstrip()) is not None


def _same_thing(one: str, other: str) -> bool:
    """Return whether two words are of one thing: equal but for their endings."""
    length = max(SHORTEST, min(len(one), len(other)) - ENDING)
    return one[:length].casefold() == other[:length].casefold()


def _work(document: Document, sentence: Sentence) -> Iterator[Relation]:
    """Check work in person-months or -years that a sentence divides: the whole, then what it is made of."""
    which = OF_WHICH.search(sentence.text)
    found = [
        (match, reading.value)
        for match in WORK.finditer(sentence.text)
        if isinstance(reading := read_amount(match[0], language="fi"), Certain)
    ]
    if which is not None and len(found) == 1 and found[0][0].end() <= which.start():
        found += _bare(sentence.text, which.end(), *found[0])
    if which is None or len(found) <= PAIR or found[0][0].end() > which.start() or found[1][0].start() < which.end():
        return
    terms = [Term.of(WORK_LABEL, amount, document.place(sentence.line, match[0])) for match, amount in found]
    if {term.unit for term in terms} <= WORK_UNITS and len({term.unit for term in terms}) == 1:
        yield check_sum(WORK_LABEL, terms[1:], terms[0])


def _bare(text: str, start: int, whole: re.Match[str], amount: Amount) -> list[tuple[re.Match[str], Amount]]:
    """Return the parts without their unit, with decimals as the whole has: 2,5 htv, joista 1,0 ja 1,5.

    Whole numbers may be of other things, and a point may be a date's where the whole has a comma.
    """
    mark = "." if "." in whole[0] else ","
    found = ((match, match[0].replace(mark, ".")) for match in BARE.finditer(text, start) if mark in match[0])
    return [(match, Amount(Decimal(digits), amount.unit)) for match, digits in found]


def _list(document: Document, sentence: Sentence) -> Iterator[Relation]:
    """Check the length of a list in which every item is a name."""
    colons = [*COLON.finditer(sentence.text)]
    colon = colons[-1] if colons else None
    if colon is None or ";" in sentence.text[colon.end() :]:
        return
    begins = max(0, colon.start() - FARTHEST)
    stops = [each.end() for each in STOP.finditer(sentence.text, begins, colon.start())]
    claims = [*CLAIMED.finditer(sentence.text, max([begins, *stops]), colon.start())]
    if not claims:
        return
    names = re.sub(r"\([^()]*\)", "", sentence.text[colon.end() :]).strip().removesuffix(".")
    items = [item.strip() for item in BETWEEN.split(names) if item.strip()]
    if len(items) < PAIR or not all(NAME.match(item) for item in items):
        return
    found = len(items)
    claim = next((each for each in claims if counted(each["number"]) == found), claims[-1])
    said = counted(claim["number"])
    terms = (
        Term(LIST, Decimal(said), place=document.place(sentence.line, sentence.text[claim.start() :])),
        *(Term(Text.same(item), item, place=document.place(sentence.line, item)) for item in items),
    )
    status, severity = (Status.HOLDS, Severity.NONE) if said == found else (Status.FAILS, Severity.WARNING)
    message = (SAME if said == found else DIFFER).filled(said=said, found=found, thing=claim["thing"])
    yield Relation(Kind.COUNT, LIST, terms, status, severity, message, Decimal(said), Decimal(found))
