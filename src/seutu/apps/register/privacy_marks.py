"""What a person is known by in texts: names, e-mail addresses and phone numbers, found however they are written.

Full names are also found bent in Finnish (Mallisen, Malliselle) and with the surname first; phone numbers with any
spaces and with or without the country code. A name of one word is not sought in texts: it may be anybody's.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote_plus

MARKER: Final = "poistettu henkilö"
EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SHORTEST_NAME, _SHORTEST_PHONE = 5, 6
_ENDINGS: Final = (
    "n|a|ä|ta|tä|sta|stä|ssa|ssä|lla|llä|lle|lta|ltä|ksi|na|nä|in|iin|en|ia|iä|illa|illä|ille|ilta|iltä|ista|istä|"
    ":n|:lla|:llä|:lle|:lta|:ltä|:a|:ä|:ta|:tä|:sta|:stä|s|'s|’s"
)
_CLITICS: Final = "kin|kaan|kään|ko|kö"
_GAP: Final = r"[\s().–-]*"


def plain_text(text: str) -> str:
    """Return a text in one form (NFC) and without invisible characters, in which a name is not hidden."""
    visible = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    return unicodedata.normalize("NFC", visible)


def _forms(text: str) -> tuple[str, ...]:
    """Return a text in the forms in which it is read: as it is, and with the escapes of a web address opened."""
    plain = plain_text(text)
    return (plain, plain_text(unquote_plus(text))) if "%" in text or "+" in text else (plain,)


def _bent(word: str) -> str:
    """Return the pattern of a surname in its Finnish and Swedish cases."""
    if not word[-1:].isalpha():
        return re.escape(word)
    if word.casefold().endswith("nen"):
        return rf"{re.escape(word[:-3])}(?:nen|s[^\W\d_]{{1,8}})"
    return rf"{re.escape(word)}(?:{_ENDINGS})?(?:{_CLITICS})?"


def _name_pattern(name: str) -> str | None:
    words = plain_text(name).split()
    if len(words) < 2 or len("".join(words)) < _SHORTEST_NAME:  # noqa: PLR2004 - one word is nobody's own
        return None
    *first, last = words
    given = r"\s+".join(re.escape(word) for word in first)
    surname_first = rf"{re.escape(last)},?\s+{given}"
    return rf"(?<!\w)(?:{given}\s+{_bent(last)}|{surname_first})(?!\w)"


def _email_pattern(address: str) -> str:
    return rf"(?<![\w.+-]){re.escape(plain_text(address).strip())}(?![\w-]|\.\w)"


def _phone_pattern(number: str) -> str | None:
    digits = re.sub(r"\D", "", number)
    own = re.sub(r"^(?:00)?358|^0", "", digits, count=1)
    if len(own) < _SHORTEST_PHONE:
        return None
    spaced = _GAP.join(own)
    return rf"(?<!\d)(?:(?:\+|00)?358{_GAP}(?:\(0\))?|0)?{_GAP}{spaced}(?!\d)"


@dataclass(frozen=True, slots=True)
class Marks:
    """The names, addresses and numbers of one person. ``replaced`` and ``found_in`` look for all of them."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        parts = [
            *(_email_pattern(each) for each in self.emails if each),
            *(_name_pattern(each) for each in self.names),
            *(_phone_pattern(each) for each in self.phones),
        ]
        known = [part for part in parts if part]
        object.__setattr__(self, "pattern", re.compile("|".join(known), re.IGNORECASE) if known else None)

    def found_in(self, held: Any) -> bool:
        """Return whether a text, or any text within a JSON value, holds the person."""
        if isinstance(held, str):
            return self.pattern is not None and any(self.pattern.search(form) for form in _forms(held))
        if isinstance(held, dict):
            return any(self.found_in(each) for pair in held.items() for each in pair)
        return isinstance(held, (list, tuple)) and any(self.found_in(each) for each in held)

    def replaced(self, held: Any) -> Any:
        """Return a text or JSON value with the marker where the person stood; one without the person as it is."""
        if not self.found_in(held):
            return held
        if isinstance(held, str) and self.pattern is not None:
            return self.pattern.sub(MARKER, next(form for form in _forms(held) if self.pattern.search(form)))
        if isinstance(held, dict):
            return {self.replaced(name): self.replaced(each) for name, each in held.items()}
        return type(held)(self.replaced(each) for each in held)


def marks_of(names: Iterable[str], emails: Iterable[str], phones: Iterable[str]) -> Marks:
    """Return the marks of a person, each once and none empty; the marker itself is nobody's name."""
    kept = [tuple(dict.fromkeys(each.strip() for each in part if each.strip())) for part in (names, emails, phones)]
    return Marks(tuple(name for name in kept[0] if name != MARKER), kept[1], kept[2])
