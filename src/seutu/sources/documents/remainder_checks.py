"""What a text says was used of an appropriation, and the rest that it leaves to be worked out.

``Of 200 000 under 180 000 was used; about 100 000 …, about 50 000 …; the rest …``: the rest is derived, and said to be.
Not for budgets in tables.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from seutu.core.figures import Origin, Qualifier
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, added, check_ceiling, check_sum
from seutu.core.figures.relations.sentences import as_printed
from seutu.core.figures.units import EUR
from seutu.core.text import Text
from seutu.sources.documents.label_checks import APPROPRIATION
from seutu.sources.documents.paragraphs import Paragraph, Sentence

USED: Final = re.compile(r"käytet|käytti|toteutu|användes|använts|was used|were used|spent", re.IGNORECASE)
REST: Final = re.compile(
    r"^\s*(?:loppuosa|loput|loppu|muu osa|resten|återstoden|the rest|the remainder)\b", re.IGNORECASE
)
GRANTED: Final = re.compile(r"myönne|varatt|määrärah|bevilj|anslag|reserver|granted|awarded|appropriat", re.IGNORECASE)
SPENT: Final = re.compile(r"käytet|maksettu|maksatet|toteutu|använts|betalats|utbetal|spent|used|paid", re.IGNORECASE)
LEFT: Final = re.compile(r"jälje?l|käyttämät|kvar|återst|left|remain|unspent", re.IGNORECASE)
NEAREST: Final = 6
"""Lines from what was granted to what is left of it at most."""
PAIR: Final = 2
USED_AND_LEFT: Final = Text(fi="Käytetty ja jäljellä", sv="Använt och kvar", en="Used and left")
USE: Final = Text(fi="Määrärahan käyttö", sv="Användning av anslaget", en="Use of the appropriation")
REMAINDER: Final = Text(fi="loppuosa", sv="resten", en="the rest")
DERIVED: Final = Text(
    fi="Loppuosa on laskettuna {rest}: sitä ei ole ilmoitettu, ja luvut ovat likimääräisiä.",
    sv="Resten är beräknad till {rest}: den har inte uppgetts, och talen är ungefärliga.",
    en="The rest comes to {rest}: it was not stated, and the figures are approximate.",
)


def remainder_relations(read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield the use of an appropriation against it, and the rest of the use that is left to be worked out."""
    used: Term | None = None
    granted: Term | None = None
    parts: list[Term] = []
    for sentence in (sentence for paragraph in read for sentence in paragraph.sentences):
        yield from _used_and_left(sentence, granted)
        if len(sentence.money) == 1 and GRANTED.search(sentence.text):
            granted = sentence.money[0].term
        if _tells_use(sentence):
            appropriation, used = (each.term for each in sentence.money)
            parts = []
            yield check_ceiling(USE, used, appropriation)
        elif used is not None and REST.search(sentence.text) and parts and not sentence.money:
            yield from _rest(parts, used)
            used = None
        elif used is not None and len(sentence.money) == 1:
            parts.append(sentence.money[0].term)


def _used_and_left(sentence: Sentence, granted: Term | None) -> Iterator[Relation]:
    """Check that what a sentence says to be used and to be left makes up what was granted right before."""
    if granted is None or len(sentence.money) != PAIR or granted.place.line is None:
        return
    first, second = sentence.money
    before, between = sentence.text[: first.start], sentence.text[first.end : second.start]
    told = (before, between) if LEFT.search(between) else (between, sentence.text[second.end :])
    is_near = sentence.line.number - granted.place.line <= NEAREST
    if is_near and SPENT.search(told[0]) and LEFT.search(told[1]):
        checked = check_sum(USED_AND_LEFT, [each.term for each in sentence.money], granted)
        yield replace(checked, severity=Severity.WARNING) if checked.status is Status.FAILS else checked


def _tells_use(sentence: Sentence) -> bool:
    return len(sentence.money) == PAIR and bool(APPROPRIATION.search(sentence.text) and USED.search(sentence.text))


def _rest(parts: list[Term], used: Term) -> Iterator[Relation]:
    value = used.number - added(parts)
    if value <= 0:
        return
    exact = all(term.is_exact for term in (*parts, used))
    said = Qualifier.UNDER if used.qualifier is Qualifier.NEARLY else used.qualifier
    qualifier = said if not used.is_exact else (Qualifier.EXACT if exact else Qualifier.ABOUT)
    rest = Term(REMAINDER, value, EUR, qualifier, Origin.DERIVED)
    message = DERIVED.filled(rest=as_printed(rest))
    yield Relation(
        Kind.SUM, USE, (*parts, rest, used), Status.NOT_CHECKABLE, Severity.NOTE, message, used.number, used.number
    )
