"""When two spellings are one actor, and which names look alike enough for a person to review.

Not for identifiers (``identifiers``); nothing here decides that two actors are the same beyond ``fold_name``.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_COMPANY_FORMS: Final = "oy oyj ab abp ry rf rs sr ky kb tmi osk osuuskunta andelslag säätiö stiftelse"
_FOREIGN_FORMS: Final = "oü as aps ltd limited plc inc llc corp gmbh sa bv nv"
_PUBLIC_FORMS: Final = "kaupunki kaupungin kunta kunnan kuntayhtymä stad kommun samkommun city municipality town"
_LEGAL_FORMS: Final = frozenset(f"{_COMPANY_FORMS} {_FOREIGN_FORMS} {_PUBLIC_FORMS}".split())
_WORDS: Final = re.compile(r"[^\W_]+")
# Below U+0250 only the soft hyphen is a format character.
_RARE: Final = re.compile("[\u00ad\u0250-\U0010ffff]")
_ROWS_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that look alike, in the order of the list they came from; ``likeness`` is 0–1."""

    first: str
    second: str
    likeness: float


def fold_name(name: str) -> str:
    """Return the form under which two spellings are one actor.

    NFC, case folded, every run of Unicode spaces one space, invisible characters (zero-width, soft hyphen, direction
    marks) removed. Nothing else: ``Oy`` and ``Ab``, commas and hyphens still tell actors apart.
    """
    if name.isascii():
        return " ".join(name.casefold().split())
    if _RARE.search(name):
        name = "".join(mark for mark in name if unicodedata.category(mark) != "Cf")
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold()).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())


def core_words(name: str) -> str:
    """Return the words of a name that tell actors apart: folded, without marks, legal forms, *kaupunki* and the like.

    A name made only of such words keeps them.
    """
    words = _WORDS.findall(fold_name(name))
    telling = [word for word in words if word not in _LEGAL_FORMS]
    return " ".join(telling or words)


def likeness(first: str, second: str) -> float:
    """Return how alike two names look, 0–1: the better of comparing the words in their order and in sorted order.

    Both are the normalised Indel similarity, 2·LCS / (length + length), of the ``core_words``; 1 does not mean they
    are one actor. Symmetric. A name without any word is like no other.
    """
    from rapidfuzz import fuzz  # heavy, and every command would load it

    left, right = core_words(first), core_words(second)
    if not left or not right:
        return 0.0
    return max(fuzz.ratio(left, right), fuzz.ratio(_sorted(left), _sorted(right))) / 100


def names_like(name: str, others: Sequence[str], threshold: float = 0.85) -> list[tuple[int, float]]:
    """Return the positions of the names whose ``likeness`` to ``name`` is at least ``threshold``, and the likeness.

    The most alike first. Every name is compared; 20 000 take a tenth of a second.
    """
    from rapidfuzz import fuzz, process

    own = core_words(name)
    if not own:
        return []
    cores = [core_words(other) for other in others]
    cutoff = threshold * 100 - 0.01
    near: set[int] = set()
    for text, texts in ((own, cores), (_sorted(own), [_sorted(words) for words in cores])):
        near.update(at for _, _, at in process.extract_iter(text, texts, scorer=fuzz.ratio, score_cutoff=cutoff))
    found = [(at, likeness(name, others[at])) for at in sorted(near)]
    return sorted(((at, degree) for at, degree in found if degree >= threshold), key=lambda each: -each[1])


def similar_pairs(names: Iterable[str], threshold: float = 0.85) -> list[Pair]:
    """Return the pairs of names whose ``likeness`` is at least ``threshold``, the most alike first, for review.

    Spellings that fold alike are one name (the first one stands for them) and are not paired. Every pair is compared;
    12 500 names take seconds. Equal likeness keeps the order of the list. Raises ``ValueError`` unless the threshold is
    above 0 and at most 1.
    """
    if not 0 < threshold <= 1:
        raise ValueError("The threshold is a likeness above 0 and at most 1")
    first_spelling: dict[str, str] = {}
    for name in names:
        if core_words(name):
            first_spelling.setdefault(fold_name(name), name)
    kept = list(first_spelling.values())
    found = [
        (-likeness(kept[row], kept[column]), row, column) for row, column in sorted(set(_candidates(kept, threshold)))
    ]
    return [Pair(kept[row], kept[column], -minus) for minus, row, column in sorted(found) if -minus >= threshold]


def _sorted(words: str) -> str:
    return " ".join(sorted(words.split()))


def _candidates(names: Sequence[str], threshold: float) -> Iterator[tuple[int, int]]:
    """Yield the positions of pairs that reach the threshold in either order of their words, with repeats."""
    from rapidfuzz import fuzz, process

    plain = [core_words(name) for name in names]
    cutoff = threshold * 100 - 0.01
    for texts in (plain, [_sorted(words) for words in plain]):
        for start in range(0, len(texts), _ROWS_AT_ONCE):
            rows = texts[start : start + _ROWS_AT_ONCE]
            scores = process.cdist(rows, texts[start:], scorer=fuzz.ratio, score_cutoff=cutoff, workers=-1)
            for row, column in zip(*scores.nonzero(), strict=True):
                if row < column:
                    yield start + int(row), start + int(column)
