"""Names that one document spells in several ways: MikroGrow, Mikrogrow, Microgrow.

Only names with a capital inside are looked at, and what differs from them by case, by a hyphen or by one letter: the
endings of Finnish words make other likenesses mean nothing. Not for names across documents, or for merging actors.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.figures.relations.sentences import joined
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Line

WORD: Final = re.compile(r"[^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]*)*")
INSIDE: Final = re.compile(r"^[A-ZÅÄÖ][a-zåäö]{2,}[A-ZÅÄÖ][a-zåäö]{2,}$")
SHORTEST: Final = 6
LONGEST: Final = 60
AT_A_BREAK: Final = Text(
    fi="Rivin vaihtuessa nimi on muodossa {names}.",
    sv="Vid radbyte skrivs namnet {names}.",
    en="Where a line ends the name is {names}.",
)
VARIANTS: Final = Text(
    fi="Nimi on kirjoitettu {count} tavalla: {names}. Onko kyse samasta?",
    sv="Namnet är skrivet på {count} sätt: {names}. Avses samma?",
    en="A name is spelled in {count} ways: {names}. Is it the same?",
)


def name_relations(document: Document) -> Iterator[Relation]:
    """Yield one relation for each name that is spelled in several ways."""
    seen, broken = _words(document)
    models = {_folded(word) for word in seen if INSIDE.match(word)}
    near = _nearest(models)
    groups: dict[str, list[str]] = defaultdict(list)
    for word in seen:
        model = near(_folded(word)) if word[0].isupper() else None
        if model is not None:
            groups[model].append(word)
    varied = [words for words in groups.values() if len([word for word in words if word not in broken]) > 1]
    counted = Counter(WORD.findall("\n".join(line.text for line in document.lines))) if varied else Counter()
    for spellings in varied:
        yield _relation(document, spellings, seen, broken, counted)


def _nearest(models: Iterable[str]) -> Callable[[str], str | None]:
    """Return what finds the first model that a word is a variant of: the same but for one letter at most."""
    without: dict[tuple[int, str], str] = {}
    for model in sorted(models):
        for at in range(len(model) if len(model) <= LONGEST else 0):
            without.setdefault((at, model[:at] + model[at + 1 :]), model)

    def near(word: str) -> str | None:
        if not SHORTEST <= len(word) <= LONGEST:
            return None
        found = (without.get((at, word[:at] + word[at + 1 :])) for at in range(len(word)))
        return min((each for each in found if each is not None), default=None)

    return near


def _words(document: Document) -> tuple[dict[str, Line], set[str]]:
    """Return every word with the first line that holds it, and those that stand only where a line ends in a hyphen.

    A word that was hyphenated there is joined to the next line; before a capital its hyphen may be its own.
    """
    found: dict[str, Line] = {}
    broken: set[str] = set()
    whole: set[str] = set()
    lines = [line for line in document.lines if line.text.strip()]
    for at, line in enumerate(lines):
        words = WORD.findall(line.text)
        if line.text.rstrip().endswith("-") and at + 1 < len(lines) and words:
            after = WORD.match(lines[at + 1].text.strip())
            if after is not None:
                joint = "-" if after[0][0].isupper() else ""
                words[-1] = f"{words[-1]}{joint}{after[0]}"
                if joint:
                    broken.add(words[-1])
                    found.setdefault(words.pop(), line)
        whole.update(words)
        for word in words:
            found.setdefault(word, line)
    return found, broken - whole


def _folded(word: str) -> str:
    return word.replace("-", "").casefold()


def _relation(
    document: Document, spellings: list[str], seen: dict[str, Line], broken: set[str], counted: Counter[str]
) -> Relation:
    ordered = sorted(spellings, key=lambda word: (-counted[word], word))
    terms = tuple(Term(Text.same(word), word, place=document.place(seen[word], word)) for word in ordered)
    written, cut = ([word for word in ordered if (word in broken) is at_break] for at_break in (False, True))
    message = joined(
        VARIANTS.filled(count=len(written), names=", ".join(written)),
        AT_A_BREAK.filled(names=", ".join(cut)) if cut else None,
    )
    return Relation(Kind.NAME_VARIANTS, Text.same(ordered[0]), terms, Status.FAILS, Severity.WARNING, message)
