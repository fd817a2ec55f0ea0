"""A range that a text claims of many things, against the numbers that it gives of each: from ten to over thirty towns.

The numbers stand under one label that names the same thing (``Towns in the project: 8``). Not for sums, and not for
ranges of money.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from seutu.core.figures import Qualifier, read_number
from seutu.core.figures.reading import Certain
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term
from seutu.core.text import Text
from seutu.sources.documents.label_checks import FEWEST, LABEL, tolerant
from seutu.sources.documents.lines import Document
from seutu.sources.documents.paragraphs import Paragraph, Sentence

ONES: Final = (
    ("yhdestä", "yhteen"),
    ("kahdesta", "kahteen"),
    ("kolmesta", "kolmeen"),
    ("neljästä", "neljään"),
    ("viidestä", "viiteen"),
    ("kuudesta", "kuuteen"),
    ("seitsemästä", "seitsemään"),
    ("kahdeksasta", "kahdeksaan"),
    ("yhdeksästä", "yhdeksään"),
    ("kymmenestä", "kymmeneen"),
)
"""The numerals in the two cases of a range: from, to."""


def _numerals(ones: list[str]) -> dict[str, int]:
    ten = ones[-1]
    tens = {f"{one}{ten}": 10 * number for number, one in enumerate(ones[:-1], 1) if number > 1}
    return {one: number for number, one in enumerate(ones, 1)} | tens


FROM: Final = _numerals([each for each, _ in ONES])
TO: Final = _numerals([each for _, each in ONES])


def _pattern(numerals: dict[str, int], name: str) -> str:
    """Return the pattern of the numerals, the longest first, also where umlauts came apart; or of digits."""
    words = "|".join(tolerant(word) for word in sorted(numerals, key=len, reverse=True))
    return rf"(?P<{name}>{words}|\d{{1,4}}(?::?st[aä]|:?een|:?iin)?)"


OVER: Final = r"(?P<over>(?:yli|vähintään|lähes|noin)\s+)?"
RANGE: Final = re.compile(
    rf"\b{_pattern(FROM, 'low')}\s+{OVER}{_pattern(TO, 'high')}\s+(?P<noun>[^\W\d_]{{5,}})"
    r"|\b(?P<least>\d{1,4})\s*[–-]\s*(?P<most>\d{1,4})\s+(?P<things>[^\W\d_]{5,})",
    re.IGNORECASE,
)
SHORTEST, ENDING = 4, 3
"""Words are compared without their ending, and by four letters at least."""
LONGEST_NUMBER: Final = 6
MOST_LABELS: Final = 20
"""So many labels of one thing are held against a range at most, the first ones: more are no labels of a plan."""
RANGE_LABEL: Final = Text(fi="Vaihteluväli", sv="Intervall", en="Range")
UPWARDS: Final = Text(fi="yli {high}", sv="över {high}", en="over {high}")
OUTSIDE: Final = Text(
    fi="Tekstin mukaan määrä on {low} – {high} ({noun}), mutta kohdassa ”{label}” on myös {values}.",
    sv="Enligt texten är antalet {low} – {high} ({noun}), men under ”{label}” finns också {values}.",
    en="The text says {low} – {high} ({noun}), but under “{label}” there is also {values}.",
)
INSIDE: Final = Text(
    fi="Luvut kohdassa ”{label}” ovat tekstin välillä {low} – {high}.",
    sv="Talen under ”{label}” ligger inom textens intervall {low} – {high}.",
    en="The numbers under “{label}” are within {low} – {high} as the text says.",
)


def range_relations(document: Document, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield one relation for each range whose numbers the document gives under a label."""
    labelled: dict[str, list[tuple[str, list[Term]]]] = defaultdict(list)
    for label, terms in _labelled(document).items():
        if len(terms) >= FEWEST:
            labelled[label[:SHORTEST].casefold()].append((label, terms))
    for sentence in (sentence for paragraph in read for sentence in paragraph.sentences):
        found = RANGE.search(sentence.text)
        if found is None:
            continue
        noun = (found["noun"] or found["things"]).casefold()
        for label, terms in labelled.get(noun[:SHORTEST], [])[:MOST_LABELS]:
            if label.casefold().startswith(noun[: max(SHORTEST, len(noun) - ENDING)]):
                yield _judged(document, sentence, found, label, terms)


def _judged(document: Document, sentence: Sentence, found: re.Match[str], label: str, terms: list[Term]) -> Relation:
    low = _value(found["low"] or found["least"], FROM)
    high = _value(found["high"] or found["most"], TO)
    is_open = bool(found["over"])
    outside = [term for term in terms if term.number < low or (not is_open and term.number > high)]
    place = document.place(sentence.line, found[0])
    claim = (Term(RANGE_LABEL, Decimal(low), place=place), Term(RANGE_LABEL, Decimal(high), place=place))
    facts = {
        "low": low,
        "high": UPWARDS.filled(high=high) if is_open else high,
        "label": label,
        "noun": found["noun"] or found["things"],
        "values": ", ".join(f"{term.number:f}" for term in outside),
    }
    status, severity = (Status.FAILS, Severity.WARNING) if outside else (Status.HOLDS, Severity.NONE)
    message = (OUTSIDE if outside else INSIDE).filled(**facts)
    return Relation(Kind.COUNT, Text.same(label), (*claim, *terms), status, severity, message)


def _value(text: str, numerals: dict[str, int]) -> int:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    folded = "".join(text.casefold().split())
    return next(number for word, number in numerals.items() if re.fullmatch(tolerant(word), folded))


def _labelled(document: Document) -> dict[str, list[Term]]:
    """Return the whole numbers that stand alone on the line after ``label:``, by label."""
    lines = [line for line in document.lines if line.text.strip()]
    found: dict[str, list[Term]] = defaultdict(list)
    for before, line in pairwise(lines):
        label = LABEL.match(before.text)
        text = line.text.strip()
        about = text.startswith(("~", "≈"))
        reading = read_number(text.lstrip("~≈ "), language="fi") if label and len(text) <= LONGEST_NUMBER else None
        if label is not None and isinstance(reading, Certain):
            qualifier = Qualifier.ABOUT if about else Qualifier.EXACT
            found[label[1].strip()].append(
                Term(Text.same(label[1].strip()), reading.value, qualifier=qualifier, place=document.place(line))
            )
    return found
