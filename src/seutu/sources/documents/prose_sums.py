"""Sums that one sentence spells out: so much in all, of which a, b and c; a, b and c, in all so much.

The words make the claim: what follows ``of which`` need not be all of it, so too little is no error. Not for budgets
and their funding (``prose_checks``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from seutu.core.figures.relations import Relation, Severity, Status, Term, added, check_sum
from seutu.core.figures.relations import sentences as say
from seutu.core.figures.relations.healing import Slip, healings
from seutu.core.text import Text
from seutu.sources.documents.count_claims import BETWEEN
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Found, Paragraph, Sentence
from seutu.sources.documents.prose_checks import DIVIDED, WHOLE
from seutu.sources.documents.prose_words import ALL, FEWEST, MOST, closes_with_sum

BEFORE_WHOLE: Final = re.compile(rf"\b{ALL}\s*$", re.IGNORECASE)
OF_WHICH: Final = re.compile(r"^[^.;:]{0,25}?\b(?:josta|joista|varav|av vilka|of which)\b", re.IGNORECASE)
MORE: Final = re.compile(
    r"\b(?:muun muassa|mm\.|esimerkiksi|esim\.|bland annat|bl\.a\.|for example|e\.g\.)", re.IGNORECASE
)
PEOPLE: Final = re.compile(
    rf"\b{ALL}\s+(?P<total>\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+|\d+)\s*(?P<thing>[^\W\d_]{{3,}})?[^:.;\d]{{0,40}}:\s+"
    r"(?P<list>[^.;:]+)",
    re.IGNORECASE,
)
ITEM: Final = re.compile(r"^(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)\s+(?P<what>[^\d]+)$")
NEAR: Final = 30
IN_ALL: Final = Text(fi="Yhteensä", sv="Sammanlagt", en="In total")
NOT_ALL: Final = Text(
    fi="Tekstissä eritellään {sum} summasta {total}. Loppua {rest} ei eritellä.",
    sv="Texten specificerar {sum} av {total}. Resten, {rest}, specificeras inte.",
    en="The text accounts for {sum} of {total}. The rest, {rest}, is not accounted for.",
)


def sum_relations(document: Document, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield the sums that single sentences spell out."""
    for sentence in (sentence for paragraph in read for sentence in paragraph.sentences):
        if closes_with_sum(sentence) and all(_is_exact(each) for each in sentence.money):
            *parts, last = (each.term for each in sentence.money)
            yield check_sum(IN_ALL, parts, last)
        elif not (WHOLE.search(sentence.text) or DIVIDED.search(sentence.text)):
            yield from _of_which(sentence)
        yield from _people(document, sentence)


def _of_which(sentence: Sentence) -> Iterator[Relation]:
    """Check a whole that is said to be all, and what is told of it."""
    if len(sentence.money) > MOST:
        return
    for at, whole in enumerate(sentence.money):
        parts = sentence.money[at + 1 :]
        after = sentence.text[whole.end : parts[0].start] if parts else ""
        is_said = BEFORE_WHOLE.search(sentence.text[max(0, whole.start - NEAR) : whole.start]) and OF_WHICH.search(
            after
        )
        if is_said and len(parts) >= FEWEST and all(_is_exact(each) for each in (whole, *parts)):
            yield _weighed([each.term for each in parts], whole.term, is_open=bool(MORE.search(sentence.text)))
            return


def _weighed(parts: list[Term], whole: Term, *, is_open: bool) -> Relation:
    """Return the sum: wrong where it is too much; too little is a slip only if swapped digits explain it."""
    checked = check_sum(IN_ALL, parts, whole)
    missing = whole.number - added(parts)
    if checked.status is not Status.FAILS or missing < 0:
        return checked
    slips = {each.slip for each in healings(parts, whole, missing)}
    if slips == {Slip.SWAPPED} and not is_open:
        return replace(checked, severity=Severity.WARNING)
    facts = {
        "sum": say.figure(added(parts), whole.unit),
        "total": say.as_printed(whole),
        "rest": say.figure(missing, whole.unit),
    }
    message = NOT_ALL.filled(**facts)
    return replace(checked, status=Status.NOT_CHECKABLE, severity=Severity.NOTE, message=message)


def _is_exact(found: Found) -> bool:
    return found.term.is_exact


def _people(document: Document, sentence: Sentence) -> Iterator[Relation]:
    """Check people or things that are counted in all, and then after a colon each sort of them."""
    found = PEOPLE.search(sentence.text)
    items = [ITEM.match(item.strip()) for item in BETWEEN.split(found["list"])] if found else []
    if found is None or len(items) < FEWEST or not all(items):
        return
    parts = [
        Term(Text.same(item["what"].strip()), _number(item["number"]), place=document.place(sentence.line, item[0]))
        for item in items
        if item is not None
    ]
    whole = Term(IN_ALL, _number(found["total"]), place=document.place(sentence.line, found[0]))
    checked = check_sum(Text.same(found["thing"].capitalize()) if found["thing"] else IN_ALL, parts, whole)
    yield replace(checked, severity=Severity.WARNING) if checked.status is Status.FAILS else checked


def _number(text: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", text))
