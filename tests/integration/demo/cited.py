"""The lines of the source documents that an example's record cites, and the ways in which they spell a figure.

Not for what the product reads from documents (``seutu.sources``): these tests must not lean on what they test.
"""

import re
from decimal import Decimal
from functools import cache
from typing import Final

from tests.shared_material import SHARED

DOCUMENTS: Final = {
    "Teemaverkostohankehakemus": "001",
    "SEUTU-news": "003",
    "Kuopion kaupunginhallituksen": "002",
    "Elinvoimainen Espoo": "004",
    "GLOW": "000",
}
"""How the name of a source begins, and the document that it is."""
IN_WORDS: Final = {
    "1000000": ["miljoona", "miljoonan"],
    "50": ["viidesta kymmenesta"],
    "6": ["kuudes", "kuusi"],
    "200": ["pari sataa"],
    "3": ["kolme"],
    "2": ["kahdesti"],
    "10": ["vajaa kymmenen", "kymmenesta yli"],
    "20": ["parinkymmenen"],
    "30": ["yli kolmeenkymmeneen"],
    "4": ["nelja"],
}
_NUMBER: Final = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+(?:,\d+)?")
_SCALES: Final = {"k€": 1000, "m€": 1_000_000, "miljoonaa": 1_000_000}


@cache
def lines_of(document: str) -> tuple[str, ...]:
    """Return the lines of the document with this number."""
    path = next((SHARED / "source-documents").glob(f"{document}_*.txt"))
    return tuple(path.read_text(encoding="utf-8").splitlines())


def lines_named(place: str) -> set[int]:
    """Return the numbers of the lines that a place like "rivit 3 ja 106–116" names."""
    found: set[int] = set()
    for part in re.split(" ja |, ", place.removeprefix("rivit ").removeprefix("rivi ")):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def plain(text: str) -> str:
    """Return text without dots over ä, which are broken in one document: both sides are read without them."""
    return " ".join(text.lower().replace("ä", "a").replace("\u0308", "").replace(" a ", "a ").split())


def cited_lines(document: str, place: str) -> str:
    """Return the lines as one plain text."""
    lines = lines_of(document)
    return plain(" ".join(lines[number - 1] for number in sorted(lines_named(place))))


def forms_of(value: str) -> set[str]:
    """Return the ways in which a document may spell a number."""
    whole = value.rstrip("0").rstrip(".") if "." in value else value
    number = float(value)
    grouped = f"{abs(number):,.0f}"
    spelled = {value, value.replace(".", ","), whole.replace(".", ","), whole.lstrip("-"), *IN_WORDS.get(whole, [])}
    spelled |= {grouped.replace(",", " "), grouped.replace(",", ".")}
    if number >= 1_000_000:
        millions = f"{number / 1_000_000:g}".replace(".", ",")
        spelled |= {f"{millions} m€", f"{millions} miljoonaa"}
    return spelled | ({f"{number / 1000:g} k€"} if number >= 1000 else set())


def numbers_in(said: str) -> set[Decimal]:
    """Return the numbers of a document's wording: those in digits, or in words where there are no digits."""
    text = plain(said)
    scale = next((size for word, size in _SCALES.items() if text.endswith(word) or f" {word} " in text), 1)
    digits = [re.sub(r"[ .]", "", each).replace(",", ".") for each in _NUMBER.findall(text)]
    if digits:
        return {Decimal(each) * scale for each in digits}
    return {Decimal(number) for number, spelled in IN_WORDS.items() if any(word in text for word in spelled)}
