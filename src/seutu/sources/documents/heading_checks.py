"""How many parts a text says that it has, against its headings: divided into five work packages, and five headings.

Phases are those of a model as often as of the plan, so a difference in them is a note. Not for numbers of tasks or
results.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.text import Text
from seutu.sources.documents.lines import Document
from seutu.sources.documents.number_words import COUNT, counted
from seutu.sources.documents.paragraphs import Paragraph, Sentence
from seutu.sources.documents.range_checks import FROM, TO

INFLECTED: Final = FROM | TO
NUMBER: Final = "|".join(sorted(INFLECTED, key=len, reverse=True))
CLAIM: Final = re.compile(
    rf"\b(?:jae\w+|jaka\w+|jako\w+)\b[^.;]{{0,40}}?\b(?P<number>{NUMBER}|\d{{1,2}})\s+(?P<thing>vaihe|työpaket)\w*",
    re.IGNORECASE,
)
STATED: Final = re.compile(
    rf"\b(?:(?i:hank|projekt|project|ohjelma|suunnitel|programme|plan)\w*)[a-zåäö ]{{0,20}}?\b"
    rf"(?:on|sisältää|koostuu|har|innehåller|består av|has|contains|comprises|consists of)\s(?:[a-zåäö]+\s)?"
    rf"(?P<number>{NUMBER}|{COUNT})\s+(?P<thing>työpaket|arbetspaket|work package)\w*"
)
"""A statement of how many work packages a project has; who answers for how many of them is none."""
HEADINGS: Final = {
    "vaihe": re.compile(r"^\W*Vaihe\s+(\d{1,2})\b", re.IGNORECASE),
    "työpaket": re.compile(r"^\W*(?:Työpaketti|TP|Arbetspaket|AP|Work package|WP)\s*(\d{1,2})\b", re.IGNORECASE),
}
NAMES: Final = {
    "vaihe": Text(fi="vaihetta", sv="faser", en="phases"),
    "työpaket": Text(fi="työpakettia", sv="arbetspaket", en="work packages"),
}
SEVERITY: Final = {"vaihe": Severity.NOTE, "työpaket": Severity.WARNING}
PARTS: Final = Text(fi="Osien määrä", sv="Antalet delar", en="Number of parts")
SAME: Final = Text(
    fi="Tekstin ja otsikoiden mukaan osia on sama määrä: {said} {thing}.",
    sv="Enligt texten och rubrikerna är delarna lika många: {said} {thing}.",
    en="The text and the headings count the same: {said} {thing}.",
)
DIFFER: Final = Text(
    fi="Tekstin mukaan on {said} {thing}, mutta otsikoita on {found}.",
    sv="Enligt texten finns {said} {thing}, men rubrikerna är {found}.",
    en="The text says {said} {thing}, but there are {found} headings.",
)


def heading_relations(document: Document, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield one relation for each sort of parts whose number the text says and whose headings are there."""
    seen = set()
    headings: dict[str, set[str]] = {}
    for sentence in (sentence for paragraph in read for sentence in paragraph.sentences):
        claim = CLAIM.search(sentence.text) or STATED.search(sentence.text)
        thing = _thing(claim) if claim else ""
        if claim is None or thing in seen:
            continue
        if thing not in headings:
            found = (HEADINGS[thing].match(line.text) for line in document.lines)
            headings[thing] = {each[1] for each in found if each}
        if headings[thing]:
            seen.add(thing)
            yield _judged(document, sentence, claim, len(headings[thing]))


def _thing(claim: re.Match[str]) -> str:
    thing = claim["thing"].casefold()
    return thing if thing in NAMES else "työpaket"


def _judged(document: Document, sentence: Sentence, claim: re.Match[str], found: int) -> Relation:
    thing, number = _thing(claim), claim["number"].casefold()
    said = INFLECTED[number] if number in INFLECTED else counted(number)
    terms = (Term(PARTS, Decimal(said), place=document.place(sentence.line, claim[0])),)
    facts = {"said": said, "found": found, "thing": NAMES[thing]}
    same = said == found
    status, severity = (Status.HOLDS, Severity.NONE) if same else (Status.FAILS, SEVERITY[thing])
    message = (SAME if same else DIFFER).filled(**facts)
    return Relation(Kind.COUNT, PARTS, terms, status, severity, message, Decimal(found), Decimal(said))
