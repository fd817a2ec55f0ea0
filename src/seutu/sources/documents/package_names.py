"""Work packages that one document names in two ways: in its text, and again in its schedule.

Never more than a note: a schedule shortens names. Not for names of organisations (``name_checks``).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Line

HEADING: Final = re.compile(
    r"^\W{0,3}(?P<word>Työpaketti|TP|Arbetspaket|AP|Work package|WP)\s*(?P<number>\d{1,2})(?P<mark>\s*[:.–-]|)\s+"
    r"(?P<name>[A-ZÅÄÖ][^.!?]{3,80}?)\s*$"
)
MONEY_TAIL: Final = re.compile(r"\s+[-–,]\s*[^-–,]*\d.*$")
"""What stands after the name: money or person-months, set apart by a dash."""
NAMES: Final = Text(fi="Työpakettien nimet", sv="Arbetspaketens namn", en="Names of the work packages")
DIFFER: Final = Text(
    fi="Työpaketilla on asiakirjassa kaksi nimeä: {names}. Tarkoitetaanko samaa?",
    sv="Ett arbetspaket har två namn i handlingen: {names}. Avses samma?",
    en="A work package has two names in the document: {names}. Is the same meant?",
)


def package_name_relations(document: Document) -> Iterator[Relation]:
    """Yield one note of all work packages whose names differ where they are named again."""
    named: dict[str, dict[str, tuple[str, Line]]] = defaultdict(dict)
    for line in document.lines:
        found = HEADING.match(line.text)
        if found is not None and (found["mark"].strip() or not _runs_on(document, line)):
            name = MONEY_TAIL.sub("", found["name"]).strip()
            named[found["number"]].setdefault(_folded(name), (name, line))
    differing = {number: [*names.values()] for number, names in named.items() if len(names) > 1}
    if not differing:
        return
    terms = tuple(
        Term(Text.same(number), name, place=document.place(line, name))
        for number, names in differing.items()
        for name, line in names
    )
    names = "; ".join(f"{number} {' / '.join(name for name, _ in names)}" for number, names in differing.items())
    yield Relation(Kind.NAME_VARIANTS, NAMES, terms, Status.FAILS, Severity.NOTE, DIFFER.filled(names=names))


def _runs_on(document: Document, line: Line) -> bool:
    """Return whether the next line goes on with the sentence of this one: then it was no heading."""
    after = document.lines[line.number : line.number + 1]
    return bool(after) and after[0].text.strip()[:1].islower()


def _folded(name: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", name.casefold()))
