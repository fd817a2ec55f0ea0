"""How sure a figure says it is (about, under, at most …) and where it comes from; the words for both.

Not for units or numbers themselves.
"""

import re
from enum import StrEnum
from typing import Final

from seutu.core.text import LANGUAGES, Language, Text


class Qualifier(StrEnum):
    """What the words before a figure say of it: ``vajaa 180 000`` is nearly, ``n. 90 %`` is about."""

    EXACT = "exact"
    ABOUT = "about"
    UNDER = "under"
    NEARLY = "nearly"
    OVER = "over"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"

    @property
    def reported(self) -> str:
        """Return the word of the report's stable format, which has six: just under is reported as under."""
        return (Qualifier.UNDER if self is Qualifier.NEARLY else self).value


class Origin(StrEnum):
    """Whether a source states the figure or it was calculated from stated ones."""

    STATED = "stated"
    DERIVED = "derived"


QUALIFIER_WORDS: Final[dict[Qualifier, Text]] = {
    Qualifier.EXACT: Text.same(""),
    Qualifier.ABOUT: Text(fi="noin", sv="omkring", en="about"),
    Qualifier.UNDER: Text(fi="alle", sv="under", en="under"),
    Qualifier.NEARLY: Text(fi="vajaa", sv="knappt", en="just under"),
    Qualifier.OVER: Text(fi="yli", sv="över", en="over"),
    Qualifier.AT_MOST: Text(fi="enintään", sv="högst", en="at most"),
    Qualifier.AT_LEAST: Text(fi="vähintään", sv="minst", en="at least"),
}
ORIGIN_WORDS: Final[dict[Origin, Text]] = {
    Origin.STATED: Text(fi="ilmoitettu", sv="uppgiven", en="stated"),
    Origin.DERIVED: Text(fi="laskettu", sv="beräknad", en="calculated"),
}

_SIGNS: Final[dict[str, Qualifier]] = {
    "~": Qualifier.ABOUT, "≈": Qualifier.ABOUT, "<=": Qualifier.AT_MOST, ">=": Qualifier.AT_LEAST,
    "≤": Qualifier.AT_MOST, "≥": Qualifier.AT_LEAST, "<": Qualifier.UNDER, ">": Qualifier.OVER,
}  # fmt: skip
_SPOKEN: Final[dict[Language, dict[Qualifier, str]]] = {
    "fi": {
        Qualifier.ABOUT: "noin|n.|n|arviolta|suunnilleen|likimain|ca|ca.|circa",
        Qualifier.UNDER: "alle",
        Qualifier.NEARLY: "vajaa|vajaan|vajaat|hieman alle|lähes|melkein|liki",
        Qualifier.OVER: "yli|hieman yli|reilu|reilun|reilut|runsas|runsaat|runsaan|enemmän kuin",
        Qualifier.AT_MOST: "enintään|korkeintaan|enimmillään|maks|maks.|max|max.",
        Qualifier.AT_LEAST: "vähintään|ainakin|vähimmillään|min|min.",
        Qualifier.EXACT: "tasan|täsmälleen",
    },
    "sv": {
        Qualifier.ABOUT: "omkring|cirka|ungefär|ca|ca.|circa|c.",
        Qualifier.UNDER: "under|mindre än",
        Qualifier.NEARLY: "knappt|knappa|nästan",
        Qualifier.OVER: "över|drygt|dryga|mer än",
        Qualifier.AT_MOST: "högst|maximalt|upp till|max|max.",
        Qualifier.AT_LEAST: "minst|åtminstone|min|min.",
        Qualifier.EXACT: "exakt|precis",
    },
    "en": {
        Qualifier.ABOUT: "about|approximately|approx|approx.|around|roughly|some|ca|ca.|circa|c.",
        Qualifier.UNDER: "under|less than|below",
        Qualifier.NEARLY: "just under|nearly|almost",
        Qualifier.OVER: "over|just over|more than|above",
        Qualifier.AT_MOST: "at most|no more than|up to|maximum|max|max.",
        Qualifier.AT_LEAST: "at least|no less than|minimum|min|min.",
        Qualifier.EXACT: "exactly",
    },
}


def _by_phrase() -> dict[str, tuple[Qualifier, frozenset[Language]]]:
    table: dict[str, tuple[Qualifier, frozenset[Language]]] = {}
    for language, qualifiers in _SPOKEN.items():
        for qualifier, phrases in qualifiers.items():
            for phrase in phrases.split("|"):
                spoken = table[phrase][1] if phrase in table else frozenset[Language]()
                table[phrase] = (qualifier, spoken | {language})
    return table


_PHRASES: Final = _by_phrase()
_ANY_PHRASE: Final = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(_PHRASES, key=len, reverse=True)
)
_AT_START: Final = re.compile(rf"(?P<phrase>{_ANY_PHRASE})(?:\s+(?=\S)|(?<=\.)(?=[0-9]))", re.IGNORECASE)


def take_qualifier(text: str) -> tuple[Qualifier, str, frozenset[Language]]:
    """Return the qualifier at the start of ``text``, the rest of it, and the languages the word belongs to.

    A text without such a word is exact and returned whole.
    """
    for sign, qualifier in _SIGNS.items():
        if text.startswith(sign):
            return qualifier, text[len(sign) :].lstrip(), frozenset(LANGUAGES)
    found = _AT_START.match(text)
    if found is None:
        return Qualifier.EXACT, text, frozenset(LANGUAGES)
    qualifier, spoken = _PHRASES[" ".join(found["phrase"].casefold().split())]
    return qualifier, text[found.end() :], spoken
