"""What a decision commits to at most, against what it says is charged besides.

Not for the ceilings of funders (``core.funding``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from seutu.core.figures import Origin
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.relations import Relation, Term, added, check_ceiling
from seutu.core.figures.units import EUR
from seutu.core.text import Text
from seutu.sources.documents.paragraphs import Found, Paragraph, Sentence
from seutu.sources.documents.prose_checks import BESIDES

COMMITS: Final = re.compile(r"osallistu|sitoutu|varau|\bdelta|förbinder|particip|commit", re.IGNORECASE)
CHARGED: Final = re.compile(r"lasku|maksa|fakturer|betal|invoice|charge|pay", re.IGNORECASE)
COMMITMENT: Final = Text(
    fi="Sitoumuksen yläraja ja lisäksi maksettavat",
    sv="Åtagandets tak och det som betalas därtill",
    en="Ceiling of the commitment and what is charged besides",
)
OWN: Final = re.compile(
    r"omarahoit|oma[an]? rahoit|omavastuu|egen (?:finans|andel)|egenfinans|own (?:contrib|share|fund)", re.IGNORECASE
)
NEAR: Final = 100
"""Characters beside an amount that tell what it is."""
BRACKETED: Final = re.compile(r"\([^()]*\)")
APPROPRIATION: Final = re.compile(r"määräraha|\banslag|\bappropriation", re.IGNORECASE)
"""What an amount is taken from: it is not the own contribution itself."""
PART_END: Final = re.compile(r"[,;.]\s|\s(?:ja|sekä|och|samt|and)\s")
OWN_SHARE: Final = Text(
    fi="Sitoumuksen yläraja ja omarahoitus",
    sv="Åtagandets tak och egenfinansieringen",
    en="Ceiling of the commitment and own contribution",
)
BESIDE: Final = Text(fi="lisäksi maksettavat", sv="betalas därtill", en="charged besides")
INSIDE: Final = Text(
    fi="Sisältyvätkö lisäksi maksettavat kustannukset ylärajaan vai tulevatko ne sen päälle?",
    sv="Ingår de ytterligare kostnaderna i taket eller kommer de utöver det?",
    en="Are the costs charged besides within the ceiling, or on top of it?",
)


def commitment_relations(read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield one relation where a document caps a commitment and charges more besides."""
    sentences = list(enumerate(sentence for paragraph in read for sentence in paragraph.sentences))
    caps = [
        sentence.money[0].term
        for at, sentence in sentences
        if len(sentence.money) == 1
        and sentence.money[0].term.qualifier is Qualifier.AT_MOST
        and COMMITS.search(" ".join(each.text for near, each in sentences if near in {at - 1, at}))
    ]
    besides = [
        found.term
        for _, sentence in sentences
        if BESIDES.search(sentence.text) and CHARGED.search(sentence.text)
        for found in sentence.money
    ]
    if len(caps) == 1 and besides:
        total = Term(BESIDE, added(besides), EUR, origin=Origin.DERIVED)
        checked = check_ceiling(COMMITMENT, total, caps[0], assumed=INSIDE)
        yield replace(checked, terms=(*besides, *checked.terms))
    own = [found.term for _, sentence in sentences for found in sentence.money if _is_own(found, sentence)]
    if len(caps) == 1 and len(own) == 1 and own[0] is not caps[0]:
        yield check_ceiling(OWN_SHARE, own[0], caps[0])


def _is_own(found: Found, sentence: Sentence) -> bool:
    """Return whether the words of an amount say that it is the own share: those after it, or before a comma or and."""
    after = PART_END.split(sentence.text[found.end : found.end + NEAR], maxsplit=1)[0]
    if APPROPRIATION.search(after):
        return False
    before = PART_END.split(sentence.text[max(0, found.start - NEAR) : found.start])[-1]
    return OWN.search(before) is not None or (
        OWN.search(after) is not None and not re.search(r"\d", BRACKETED.sub("", after))
    )
