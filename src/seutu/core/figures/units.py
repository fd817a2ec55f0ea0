"""Units of amounts: their codes, the words they are written with in three languages, and headings such as ``1 000 €``.

Not for multiplying values (``amounts``). Amounts are always stored in the base unit.
"""

import re
from dataclasses import dataclass
from typing import Final

from seutu.core.figures import questions
from seutu.core.figures.marks import tidy
from seutu.core.figures.reading import Certain, Reading, unreadable
from seutu.core.figures.scales import scale_of
from seutu.core.text import LANGUAGES, Language, Text

EUR: Final = "EUR"
PERCENT: Final = "%"
PERCENTAGE_POINT: Final = "percentage_point"
PERSON_MONTH: Final = "person_month"
PERSON_YEAR: Final = "person_year"
PERSON_DAY: Final = "person_day"
MONTH: Final = "month"
PIECE: Final = "piece"
WHOLE_UNITS: Final = frozenset({EUR, PIECE})  # never printed with exactly three decimals

LABELS: Final[dict[str, Text]] = {
    EUR: Text.same("€"),
    PERCENT: Text.same("%"),
    PERCENTAGE_POINT: Text(fi="prosenttiyksikköä", sv="procentenheter", en="percentage points"),
    PERSON_MONTH: Text(fi="htkk", sv="personmånader", en="person-months"),
    PERSON_YEAR: Text(fi="htv", sv="årsverken", en="person-years"),
    PERSON_DAY: Text(fi="htp", sv="persondagar", en="person-days"),
    MONTH: Text(fi="kk", sv="mån", en="months"),
    PIECE: Text(fi="kpl", sv="st", en="pcs"),
}
_EVERYWHERE: Final[dict[str, str]] = {"€": EUR, "eur": EUR, "euro": EUR, "%": PERCENT}
_FI: Final[dict[str, str]] = {
    EUR: "euroa|euron|euroon|eurossa|eurosta|eurolla|eurolle|eurolta|euroksi|eurona|eurot|euroja|eurojen|e",
    PERCENT: "prosentti|prosenttia|prosentin|prosentilla|prosenttiin|pros",
    PERCENTAGE_POINT: "prosenttiyksikkö|prosenttiyksikköä|prosenttiyksikön|%-yksikköä|%-yks",
    PERSON_MONTH: "htkk|hlötkk|htyökk|hlökk|henkilötyökuukausi|henkilötyökuukautta|henkilötyökuukauden",
    PERSON_YEAR: "htv|hlötv|henkilötyövuosi|henkilötyövuotta|henkilötyövuoden",
    PERSON_DAY: "htp|htpv|henkilötyöpäivä|henkilötyöpäivää",
    MONTH: "kk|kuukausi|kuukautta|kuukauden",
    PIECE: "kpl|kappale|kappaletta",
}
_SV: Final[dict[str, str]] = {
    EUR: "euron",
    PERCENT: "procent|pct",
    PERCENTAGE_POINT: "procentenhet|procentenheter",
    PERSON_MONTH: "personmånad|personmånader",
    PERSON_YEAR: "årsverke|årsverken",
    PERSON_DAY: "persondag|persondagar",
    MONTH: "mån|månad|månader",
    PIECE: "st|stycken",
}
_EN: Final[dict[str, str]] = {
    EUR: "euros",
    PERCENT: "percent|per cent|pct",
    PERCENTAGE_POINT: "percentage point|percentage points",
    PERSON_MONTH: "person-month|person-months|person month|person months",
    PERSON_YEAR: "person-year|person-years|person year|person years",
    PERSON_DAY: "person-day|person-days|person day|person days",
    MONTH: "month|months",
    PIECE: "pcs|piece|pieces",
}
_WORDS: Final[dict[Language, dict[str, str]]] = {
    language: {word: unit for unit, words in table.items() for word in words.split("|")}
    for language, table in zip(LANGUAGES, (_FI, _SV, _EN), strict=True)
}
_JOINED: Final = re.compile(r"(k|t|m|milj|mrd)\.?(?:eur|e)", re.IGNORECASE)
_TOKENS: Final = re.compile(r"€|%(?:-yks\w*)?|[^\s€%]+")


@dataclass(frozen=True, slots=True)
class UnitScale:
    """A unit with its multiplier: ``1 000 €`` at the head of a table is EUR times 1 000."""

    unit: str
    multiplier: int


@dataclass(frozen=True, slots=True)
class Tail:
    """What was written after a number. ``exponent`` is ``None`` when no multiplier is written."""

    exponent: int | None
    unit: str | None
    languages: frozenset[Language]


def unit_label(unit: str) -> Text:
    """Return the unit as it is printed; a word that is not a known code stands for itself."""
    return LABELS.get(unit) or Text.same(unit)


def read_tail(text: str, *, expected: str | None = None) -> Tail | None:
    """Return the multiplier and unit in the words after a number, or ``None`` when something else is there.

    ``expected`` is the unit of the column: its own word is accepted even if it is not among the known ones.
    """
    tokens = _TOKENS.findall(text.rstrip(".,;: "))
    exponent, spoken = None, frozenset(LANGUAGES)
    if tokens and (joined := _JOINED.fullmatch(tokens[0])) and not tokens[1:]:
        scale = scale_of(joined[1].casefold(), before_euro=True)
        return Tail(scale[0], EUR, spoken) if scale else None
    if tokens and (scale := scale_of(tokens[0], before_euro=tokens[1:] == ["€"])):
        exponent, spoken, tokens = scale[0], scale[1], tokens[1:]
    if not tokens:
        return Tail(exponent, None, spoken)
    found = _unit_of(" ".join(tokens), expected)
    return Tail(exponent, found[0], spoken & found[1] or spoken) if found else None


def _unit_of(word: str, expected: str | None) -> tuple[str, frozenset[Language]] | None:
    folded = word.casefold()
    if expected and folded == expected.casefold():
        return expected, frozenset(LANGUAGES)
    if folded in _EVERYWHERE:
        return _EVERYWHERE[folded], frozenset(LANGUAGES)
    spoken: frozenset[Language] = frozenset(language for language, words in _WORDS.items() if folded in words)
    if not spoken:
        return None
    return _WORDS[min(spoken)][folded], spoken


def read_unit(text: str) -> Reading[UnitScale]:
    """Read the unit heading a table or column: ``1 000 €``, ``tuhatta euroa``, ``milj. €``, ``k€``, ``htv``, ``%``.

    A heading without a unit is unreadable; the multiplier is 1 where none is written.
    """
    heading = tidy(text).strip("()[] ")
    figure = re.fullmatch(r"(1(?:[\s.,']?000)*)?\s*(\D+)", heading)
    tail = read_tail(figure[2]) if figure else None
    if figure is None or tail is None or tail.unit is None:
        return unreadable(text, questions.unknown_words(heading) if heading else questions.EMPTY)
    thousands = int(re.sub(r"\D", "", figure[1])) if figure[1] else 1
    return Certain(UnitScale(tail.unit, thousands * 10 ** (tail.exponent or 0)))
