"""References to numbered results: what a text calls result 2, and what the list calls so.

A reference is wrong when the words beside it are those of another result and none of its own. Not for references
without words, which any numbering would fit.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Line

NAMED: Final = re.compile(r"^\s*(?:tulos|resultat|result)\s+(?P<number>\d{1,2})\s*[:.]\s*(?P<words>.+)", re.IGNORECASE)
REFERRED: Final = re.compile(
    r"\((?:tulos|resultat|result)\s+(?P<number>\d{1,2})\s*[:,]\s*(?P<words>[^)]{5,300})\)", re.IGNORECASE
)
WORD: Final = re.compile(r"[^\W\d_]{5,}")
ENOUGH: Final = 2
WRONG: Final = Text(
    fi="Teksti viittaa tulokseen {said} ({words}), mutta se on luettelossa tulos {listed}.",
    sv="Texten hänvisar till resultat {said} ({words}), men i förteckningen är det resultat {listed}.",
    en="The text refers to result {said} ({words}), but in the list that is result {listed}.",
)
RIGHT: Final = Text(
    fi="Viittaus tulokseen {said} on luettelon mukainen.",
    sv="Hänvisningen till resultat {said} följer förteckningen.",
    en="The reference to result {said} is as in the list.",
)
RESULTS: Final = Text(fi="Viittaus tulokseen", sv="Hänvisning till resultat", en="Reference to a result")


def reference_relations(document: Document) -> Iterator[Relation]:
    """Yield one relation for each reference that says in words what it refers to."""
    listed = {found["number"]: (line, _words(found["words"] + " " + after)) for line, after, found in _listed(document)}
    text, starts = _joined(document)
    for found in REFERRED.finditer(text):
        said, own = found["number"], _words(found["words"])
        shared = {number: len(own & words) for number, (_, words) in listed.items()}
        best = max(shared, key=lambda number: shared[number], default=said)
        if said not in listed or shared[best] < ENOUGH:
            continue
        line = document.lines[bisect_right(starts, found.start()) - 1]
        terms = (
            Term(RESULTS, said, place=document.place(line, found[0])),
            Term(RESULTS, best, place=document.place(listed[best][0])),
        )
        yield _judged(terms, said, best, found["words"], is_own=shared[said] > 0)


def _judged(terms: tuple[Term, Term], said: str, best: str, words: str, *, is_own: bool) -> Relation:
    if is_own or best == said:
        message = RIGHT.filled(said=said)
        return Relation(Kind.REFERENCE, RESULTS, terms, Status.HOLDS, Severity.NONE, message)
    shown = " ".join(words.split())[:60]
    message = WRONG.filled(said=said, listed=best, words=shown)
    return Relation(Kind.REFERENCE, RESULTS, terms, Status.FAILS, Severity.WARNING, message)


def _listed(document: Document) -> Iterator[tuple[Line, str, re.Match[str]]]:
    lines = document.lines
    for at, line in enumerate(lines):
        found = NAMED.match(line.text)
        if found is not None:
            after = lines[at + 1].text if at + 1 < len(lines) else ""
            yield line, after, found


def _joined(document: Document) -> tuple[str, list[int]]:
    """Return the lines as one text, and where each begins in it."""
    parts = [line.text.strip() + " " for line in document.lines]
    return "".join(parts), [0, *accumulate(map(len, parts))]


def _words(text: str) -> set[str]:
    """Return the longer words, folded and cut to their stems: endings differ from place to place."""
    return {word[:8].casefold() for word in WORD.findall(text)}
