"""The relations that sentences claim: what a whole is made of, which share of it an amount is.

A claim is told by the words that make it (the costs are …, according to the funding plan …, are divided as follows …),
never by figures that happen to fit. Not for tables.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from seutu.core.figures.relations import (
    Relation,
    Term,
    added,
    check_percentage,
    check_share_of,
    check_shares_sum,
    check_sum,
)
from seutu.core.figures.relations.shares import better_total
from seutu.core.text import Text
from seutu.sources.documents.paragraphs import Found, Paragraph, Sentence
from seutu.sources.documents.prose_words import MOST, closes_with_sum
from seutu.sources.documents.suspects import unlike_its_share

WHOLE: Final = re.compile(
    r"\b(?:kokonaiskustann\w+|kokonaisbudjet\w+|kustannukset|kustannusarvio|budjetti)\b[^.;:]{0,40}?"
    r"\b(?:on|ovat|oli|olivat)\b"
    r"|\b(?:totala kostnader\w*|kostnaderna|budgeten|totalbudgeten|kostnadskalkylen)\b[^.;:]{0,40}?\b(?:är|var)\b"
    r"|\b(?:total costs?|costs|budget)\b[^.;:]{0,40}?\b(?:is|are|was|were)\b",
    re.IGNORECASE,
)
DIVIDED: Final = re.compile(
    r"rahoitussuunnitelma\w*\s+mukaan|jaka(?:ntu|antu|utu)\w*|koostu\w*|finansieringsplan\w*|fördel\w*|består av"
    r"|according to the funding plan|divided|consists? of",
    re.IGNORECASE,
)
OF_WHICH: Final = re.compile(r"\b(?:josta|joista|varav|of which)\b", re.IGNORECASE)
BESIDES: Final = re.compile(r"^\s*(?:tämän\s+)?lisäksi\b|^\s*(?:därtill|dessutom|in addition|besides)\b", re.IGNORECASE)
FUNDED: Final = re.compile(
    r"rahoi|avustu|haetaan|haettu|haettava|finans|bidrag|\bstöd|söks|sökt|fund|grant|applied|contribution",
    re.IGNORECASE,
)
SAME: Final = re.compile(r"\s*(?:eli|dvs\.?|det vill säga|i\.e\.,?|or|that is,?)\s*", re.IGNORECASE)
"""What stands between two names of one figure."""
FUNDING_SHARES: Final = Text(fi="Rahoitusosuudet", sv="Finansieringsandelarna", en="Funding shares")
LIST_OF_SHARES: Final = 3
NEAR: Final = 4
NEAR_WHOLE: Final = 25
FARTHEST_WHOLE: Final = 25
"""Lines from a whole to a share of it at most: farther on another whole may be meant."""
PAIR: Final = 2
HUNDRED: Final = 100


@dataclass(slots=True)
class _Told:
    """What the text has said so far: the whole that later sentences divide."""

    whole: Found | None = None


@dataclass(frozen=True, slots=True)
class _Shared:
    """An amount with its share, and the whole that was told when it was."""

    share: Found
    money: Found
    whole: Found


def prose_relations(read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield the relations of the sentences of a document, paragraph by paragraph."""
    told = _Told()
    for paragraph in read:
        shared: list[_Shared] = []
        for sentence in paragraph.sentences:
            yield from _of_sentence(sentence, told, shared)
        yield from _of_shared(shared)


def whole_in(sentence: Sentence) -> Found | None:
    """Return the whole that a sentence states: its one amount, or the one right after the last words of a whole."""
    said = [*WHOLE.finditer(sentence.text)]
    if not said:
        return None
    near = [each for each in sentence.money if 0 <= each.start - said[-1].end() <= NEAR_WHOLE]
    return sentence.money[0] if len(sentence.money) == 1 else next(iter(near), None)


def _of_sentence(sentence: Sentence, told: _Told, shared: list[_Shared]) -> Iterator[Relation]:
    if WHOLE.search(sentence.text) and len(sentence.money) > PAIR and _divides_itself(sentence):
        told.whole = sentence.money[0]
        yield from _divided(replace(sentence, money=sentence.money[1:]), told.whole.term)
        return
    whole = whole_in(sentence)
    if whole is not None and not DIVIDED.search(sentence.text):
        told.whole = whole
        rest = tuple(each for each in sentence.money if each.start >= whole.end)
        shared += _pairs(replace(sentence, money=rest), whole)
        return
    if closes_with_sum(sentence):
        told.whole = sentence.money[-1]
        return
    if BESIDES.search(sentence.text):
        return
    if DIVIDED.search(sentence.text) and len(sentence.money) > 1 and told.whole is not None:
        yield from _divided(sentence, told.whole.term)
    elif len(sentence.shares) >= LIST_OF_SHARES and not sentence.money and _divides_funding(sentence.text):
        yield check_shares_sum(FUNDING_SHARES, [each.term for each in sentence.shares])
    elif told.whole is not None and sentence.line.number - _line_of(told.whole) <= FARTHEST_WHOLE:
        shared += _pairs(sentence, told.whole)


def _line_of(whole: Found) -> int:
    return whole.term.place.line or 0


def _pairs(sentence: Sentence, whole: Found) -> list[_Shared]:
    """Return the amounts of funding that a sentence gives with their share of the whole."""
    if len(sentence.money) > MOST or not FUNDED.search(sentence.text):
        return []
    if len(sentence.shares) == 1 and len(sentence.money) == 1:
        return [_Shared(sentence.shares[0], sentence.money[0], whole)]
    found = [(_share_after(money, sentence), money) for money in sentence.money]
    pairs = [_Shared(share, money, whole) for share, money in found if share is not None]
    return pairs or _pairs_of_all(sentence, whole)


def _pairs_of_all(sentence: Sentence, whole: Found) -> list[_Shared]:
    """Return the amounts whose share stands before them, 75 % eli 30 000 euroa, where the shares are all of a whole.

    Of other shares nothing tells that they are of the same whole.
    """
    found = [
        _Shared(share, money, whole)
        for money in sentence.money
        for share in sentence.shares
        if share.end <= money.start and SAME.fullmatch(sentence.text[share.end : money.start])
    ]
    is_all = added(each.share.term for each in found) == HUNDRED
    return found if is_all and len(found) == len(sentence.money) else []


def _divides_funding(text: str) -> bool:
    """Return whether a sentence says what funding is made of; the word alone says only what it is about."""
    return DIVIDED.search(text) is not None and FUNDED.search(text) is not None


def _divides_itself(sentence: Sentence) -> bool:
    """Return whether a sentence states a whole and then all that it is made of.

    That is told by the word, or by a share with each part. Of the amounts and the shares one must add up: otherwise
    nothing tells that the parts are all.
    """
    between = sentence.text[sentence.money[0].end : sentence.money[1].start]
    if DIVIDED.search(between):
        return True
    shares = [share for part in sentence.money[1:] if (share := _share_after(part, sentence)) is not None]
    all_shared = len(shares) == len(sentence.money) - 1
    adds_up = added(part.term for part in sentence.money[1:]) == sentence.money[0].term.number
    is_whole = all_shared and (adds_up or added(share.term for share in shares) == HUNDRED)
    return is_whole and OF_WHICH.search(between) is not None


def _divided(sentence: Sentence, whole: Term) -> Iterator[Relation]:
    """Check a whole that a sentence divides, and the percentages that stand right after its amounts."""
    parts = [each.term for each in sentence.money]
    found = [(_share_after(part, sentence), part.term) for part in sentence.money]
    rows = [(share.term, part) for share, part in found if share is not None]
    suspect = unlike_its_share(rows, whole) if len(rows) == len(parts) else None
    yield check_sum(whole.label, parts, whole, aside=better_total(parts, whole, rows), suspect=suspect)
    for share, part in rows:
        yield check_percentage(part.label, part, whole, share)
    if len(rows) == len(parts):
        yield check_shares_sum(FUNDING_SHARES, [share for share, _ in rows])


def _share_after(part: Found, sentence: Sentence) -> Found | None:
    near = (each for each in sentence.shares if 0 <= each.start - part.end <= NEAR)
    return next((each for each in near if not re.search(r"[.,;]", sentence.text[part.end : each.start])), None)


def _of_shared(shared: list[_Shared]) -> Iterator[Relation]:
    """Check the amounts that a paragraph gives with their percentage, and that together they are the whole."""
    for whole in {id(each.whole): each.whole for each in shared}.values():
        pairs = [each for each in shared if each.whole is whole]
        rows = [(each.share.term, each.money.term) for each in pairs]
        for each in pairs:
            yield _judged(each)
        if len(rows) > 1 and added(share for share, _ in rows) == HUNDRED:
            amounts = [amount for _, amount in rows]
            yield check_sum(whole.term.label, amounts, whole.term, suspect=unlike_its_share(rows, whole.term))


def _judged(each: _Shared) -> Relation:
    """Check a share that an amount was computed from, or one that stands after it and was computed from it."""
    label, whole, share, money = each.money.term.label, each.whole.term, each.share.term, each.money.term
    if each.share.start >= each.money.end:
        return check_percentage(label, money, whole, share)
    return check_share_of(label, whole, share, money)
