"""Numbers whose labels a document has lost, and figures that repeat under one label.

A number alone on its line, as a picture's caption leaves it in text, may not be used before a person says what it
counts. Not for tables, or for figures within sentences.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from seutu.core.figures import Certain, Origin, Qualifier, read_amount
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, added, check_ceiling
from seutu.core.figures.units import EUR
from seutu.core.text import Text
from seutu.sources.documents.lines import Document, Line
from seutu.sources.documents.number_words import COUNT, counted
from seutu.sources.documents.paragraphs import Paragraph

ALONE: Final = re.compile(r"^\s*(\d{1,4})\s*$")
LABEL: Final = re.compile(r"^\s*([^\W\d_][^:]{2,60}):\s*$")
INLINE: Final = re.compile(r"^\s*(?P<label>[^\W\d_][^\W\d]{2,30}):?\s+(?P<money>\S.*)$")
"""A label of one word and its amount on one line: Budjetti ~650 k€."""
APPLICATIONS: Final = re.compile(rf"\b(?P<number>{COUNT})\s+(?:hakemus|ansökning|applications?)\w*", re.IGNORECASE)
FEWEST: Final = 3


def tolerant(word: str) -> str:
    """Return the pattern of a word in text whose umlauts came apart: määräraha, also as ``ma a ra raha``."""
    return word.replace("ä", r"(?:ä|a\s?)").replace("ö", r"(?:ö|o\s?)")


APPROPRIATION: Final = re.compile(rf"{tolerant('määräraha')}|anslag|appropriation", re.IGNORECASE)
BUDGET: Final = re.compile(r"budjet|kustann|haettu|budget|kostnad|sökt|applied", re.IGNORECASE)
LOST: Final = Text(
    fi="Luvuilta {numbers} puuttuu selite. Mitä ne tarkoittavat? Lukua ei voi käyttää mittarina ennen kuin selite on "
    "vahvistettu.",
    sv="Talen {numbers} saknar förklaring. Vad avser de? Ett tal kan inte användas som indikator innan förklaringen är "
    "bekräftad.",
    en="The numbers {numbers} have no label. What do they count? A number cannot be used as an indicator before its "
    "label is confirmed.",
)
LABELS: Final = Text(fi="Lukujen selitteet", sv="Talens förklaringar", en="Labels of numbers")
AGAINST: Final = Text(
    fi="{label}: yhteensä määrärahaa vastaan",
    sv="{label}: sammanlagt mot anslaget",
    en="{label}: in total against the appropriation",
)
TOGETHER: Final = Text(fi="yhteensä", sv="sammanlagt", en="in total")
COVERED: Final = Text(
    fi="Onko muuta rahoitusta, vai hyväksytäänkö vain osa?",
    sv="Finns det annan finansiering, eller godkänns bara en del?",
    en="Is there other funding, or is only a part accepted?",
)

APPLIED: Final = Text(fi="Hakemusten määrä", sv="Antalet ansökningar", en="Number of applications")
AS_MANY: Final = Text(
    fi="Tekstin mukaan hakemuksia on {said}, ja niin monta on myös kohdassa ”{label}”.",
    sv="Enligt texten är ansökningarna {said}, och lika många finns under ”{label}”.",
    en="The text says that there are {said} applications, and so many are under “{label}”.",
)
NOT_AS_MANY: Final = Text(
    fi="Tekstin mukaan hakemuksia on {said}, mutta kohdassa ”{label}” niitä on {found}.",
    sv="Enligt texten är ansökningarna {said}, men under ”{label}” finns {found}.",
    en="The text says that there are {said} applications, but under “{label}” there are {found}.",
)


def label_relations(document: Document, read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Yield what numbers without labels, and amounts under one label, claim."""
    filled_lines = [line for line in document.lines if line.text.strip()]
    lost = list(_lost(filled_lines))
    if len(lost) >= FEWEST and not _are_pages(lost):
        yield _unlabelled(document, lost)
    yield from _against_appropriation(document, filled_lines, read)


def _lost(lines: list[Line]) -> Iterator[Line]:
    for before, line in zip([None, *lines], lines, strict=False):
        if ALONE.match(line.text) and not (before is not None and before.text.rstrip().endswith(":")):
            yield line


def _are_pages(lines: list[Line]) -> bool:
    numbers = [int(line.text) for line in lines]
    return all(later == earlier + 1 for earlier, later in pairwise(numbers))


def _unlabelled(document: Document, lines: list[Line]) -> Relation:
    terms = tuple(Term(LABELS, Decimal(line.text.strip()), place=document.place(line)) for line in lines)
    numbers = ", ".join(line.text.strip() for line in lines)
    message = LOST.filled(numbers=numbers)
    return Relation(Kind.LABEL, LABELS, terms, Status.NOT_CHECKABLE, Severity.WARNING, message)


def _against_appropriation(document: Document, lines: list[Line], read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Check that the amounts under one label do not exceed the one appropriation that the text names."""
    named = [
        sentence.money[0].term
        for paragraph in read
        for sentence in paragraph.sentences
        if APPROPRIATION.search(sentence.text) and len(sentence.money) == 1
    ]
    for label, terms in _under_labels(document, lines).items():
        if len(terms) >= FEWEST and len(named) == 1 and BUDGET.search(label):
            qualifier = Qualifier.EXACT if all(term.is_exact for term in terms) else Qualifier.ABOUT
            total = Term(TOGETHER, added(terms), EUR, qualifier, Origin.DERIVED)
            claimed = AGAINST.filled(label=label)
            checked = check_ceiling(claimed, total, named[0], assumed=COVERED)
            yield replace(checked, terms=(*terms, *checked.terms))
            yield from _as_many(document, label, terms, read)


def _as_many(document: Document, label: str, terms: list[Term], read: Iterable[Paragraph]) -> Iterator[Relation]:
    """Check the one number of applications that the text tells against how many there are under the label."""
    claims = [
        (sentence, found)
        for paragraph in read
        for sentence in paragraph.sentences
        for found in APPLICATIONS.finditer(sentence.text)
    ]
    if len({counted(found["number"]) for _, found in claims}) != 1:
        return
    sentence, claim = claims[0]
    said, found = counted(claim["number"]), len(terms)
    told = Term(APPLIED, Decimal(said), place=document.place(sentence.line, claim[0]))
    same = said == found
    status, severity = (Status.HOLDS, Severity.NONE) if same else (Status.FAILS, Severity.WARNING)
    message = (AS_MANY if same else NOT_AS_MANY).filled(said=said, found=found, label=label)
    yield Relation(Kind.COUNT, APPLIED, (told, *terms), status, severity, message, Decimal(said), Decimal(found))


def labelled_lines(document: Document) -> frozenset[int]:
    """Return the numbers of the lines that are nothing but a label and its amount: no part of a sentence."""
    return frozenset(line.number for line in document.lines if _on_its_line(document, line) is not None)


def _on_its_line(document: Document, line: Line) -> Term | None:
    """Return the amount that a line gives after a label of one word: Budjetti ~650 k€."""
    found = INLINE.match(line.text)
    reading = read_amount(found["money"].strip(), language="fi") if found and BUDGET.search(line.text) else None
    if found is None or not isinstance(reading, Certain) or reading.value.unit != EUR:
        return None
    return Term.of(Text.same(found["label"]), reading.value, document.place(line))


def _under_labels(document: Document, lines: list[Line]) -> dict[str, list[Term]]:
    """Return the amounts of money that stand alone after a label, on its line or the next one, by label."""
    found: dict[str, list[Term]] = defaultdict(list)
    for line in lines:
        inline = _on_its_line(document, line)
        if inline is not None:
            found[inline.label.fi].append(inline)
    for before, line in pairwise(lines):
        label = LABEL.match(before.text)
        reading = read_amount(line.text.strip(), language="fi") if label and len(line.text) < 60 else None  # noqa: PLR2004
        if label is not None and isinstance(reading, Certain) and reading.value.unit == EUR:
            found[label[1].strip()].append(Term.of(Text.same(label[1].strip()), reading.value, document.place(line)))
    return found
