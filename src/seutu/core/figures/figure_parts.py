"""Take a written figure apart: qualifier, sign, digits, multiplier and unit, with every value the digits can have.

The one path of all readers of numbers, amounts and percentages; not for dates. What each sign means:

- ``-``, ``−`` and ``–`` directly before the digits are a minus; ``- 5`` and ``– 5`` may be list items: asked.
- Brackets are a minus in accounts and an aside in prose: asked. A minus after the digits (``3 014-``) is asked too.
- Words in or around the figure show its language (``euroa`` is Finnish). With no language given they decide it; when
  they speak another language than the one given, both are considered.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from seutu.core.figures import questions
from seutu.core.figures.marks import (
    APOSTROPHES,
    DASHES,
    EXACT,
    FIXED_SPACES,
    LONGEST_TEXT,
    MINUS,
    MINUS_SIGNS,
    MOST_DIGITS,
    has_foreign_digits,
    tidy,
)
from seutu.core.figures.numerals import Values, numeral_values
from seutu.core.figures.qualifiers import Qualifier, take_qualifier
from seutu.core.figures.scales import lone_scale
from seutu.core.figures.units import EUR, WHOLE_UNITS, Tail, read_tail
from seutu.core.text import LANGUAGES, Language, Text

Signs = tuple[int, ...]
_PLUS: Final[Signs] = (1,)
_ASK_SIGN: Final[Signs] = (-1, 1)
_SEPARATORS = re.escape(FIXED_SPACES + APOSTROPHES + " .,")
_NUMERAL = re.compile(rf"[0-9](?:[0-9{_SEPARATORS}]*[0-9])?(?:[.,](?=\s|$))?")
_SCIENTIFIC = re.compile(rf"([0-9]+)(?:[.,]([0-9]+))?[eE]([+{MINUS_SIGNS}]?)([0-9]{{1,2}})(?![0-9])")
_FRACTION = re.compile(r"([0-9]{0,6}) ?([¼½¾])(?![0-9])")
_FRACTIONS: Final = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_CASE_ENDING = re.compile(
    r":(?:n|a|ä|ta|tä|tta|ttä|na|nä|ksi|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|an|än|en|een|in|iin|on|ään|aan)(?=\s|$)",
    re.IGNORECASE,
)
_CURRENCY_FIRST = re.compile(r"(?:€|eur|euros?)\s*(?=[0-9+\-\u2212])", re.IGNORECASE)
_ANY_RANGE = re.compile(rf"[0-9](?:\s?[^\s0-9{DASHES}]{{1,14}}){{0,2}}\s*[{DASHES}]\s*[0-9]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure taken apart; ``values`` are signed and multiplied."""

    values: Values
    unit: str | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class _Body:
    """Digits and what follows them, with what was before them already taken away."""

    text: str
    signs: Signs
    qualifier: Qualifier
    spoken: frozenset[Language]
    euro_first: bool = False


def take_apart(text: str, language: Language | None, *, unit: str | None = None, multiplier: int = 1) -> Figure | Text:
    """Return the parts of a written figure, or the reason why it is not one.

    ``unit`` is the unit of its column, ``multiplier`` that of its table; values come out in the base unit.
    """
    tidied = tidy(text)
    refused = _refusal(tidied)
    if refused:
        return refused
    body = _before_digits(tidied)
    parsed = _digits_and_tail(body, unit)
    if isinstance(parsed, Text):
        return parsed
    digits, tail = parsed
    own_unit = EUR if body.euro_first else tail.unit
    if body.euro_first and tail.unit not in (None, EUR):
        return questions.NOT_A_NUMBER
    whole = (own_unit or unit) in WHOLE_UNITS and tail.exponent is None and multiplier == 1
    values = _values(digits, _languages(language, body.spoken & tail.languages), whole=whole)
    if isinstance(values, Text):
        return values
    values = _multiplied(values, tail.exponent, own_unit, multiplier)
    signed = tuple(dict.fromkeys(_signed(value, sign) for value in values for sign in body.signs))
    return Figure(signed, own_unit, body.qualifier)


def _refusal(text: str) -> Text | None:
    """Return why the text cannot be a figure at all, if so."""
    if not text:
        return questions.EMPTY
    if not text.strip(DASHES + " "):
        return questions.ONLY_A_DASH
    if len(text) > LONGEST_TEXT or sum(mark.isdigit() for mark in text) > MOST_DIGITS:
        return questions.TOO_LONG
    if has_foreign_digits(text):
        return questions.FOREIGN_DIGITS
    return questions.A_RANGE if is_range(text) else None


def is_range(text: str) -> bool:
    """Return whether a dash stands between two numbers of the text."""
    return bool(_ANY_RANGE.search(text)) and not _SCIENTIFIC.search(text)


def _before_digits(text: str) -> _Body:
    """Take away brackets, qualifier, currency and sign, in that order."""
    bracketed = text.startswith("(") and text.endswith(")")
    qualifier, rest, spoken = take_qualifier(text[1:-1].strip() if bracketed else text)
    euro_first = _CURRENCY_FIRST.match(rest)
    if euro_first:
        rest = rest[euro_first.end() :]
    signs, rest = _take_sign(rest)
    if not euro_first and (euro_first := _CURRENCY_FIRST.match(rest)):
        rest = rest[euro_first.end() :]
    body = _Body(rest, signs, qualifier, spoken, euro_first=bool(euro_first))
    if bracketed and signs == _PLUS and qualifier is Qualifier.EXACT and not text[1:-1].strip().startswith("+"):
        return replace(body, signs=_ASK_SIGN)
    return body


def _take_sign(text: str) -> tuple[Signs, str]:
    """Return the signs the figure may have and the text without its sign."""
    if text.endswith(tuple(MINUS_SIGNS)) and text[:1].isdigit():
        return _ASK_SIGN, text[:-1].rstrip()
    if text.startswith("+"):
        return _PLUS, text[1:].lstrip()
    if not text.startswith(tuple(MINUS_SIGNS)):
        return _PLUS, text
    spaced = text[1:2].isspace() and text[0] != MINUS
    return (_ASK_SIGN if spaced else (-1,)), text[1:].lstrip()


def _digits_and_tail(body: _Body, unit: str | None) -> tuple[str | Decimal, Tail] | Text:
    """Return the digits (or their value, where they have no separators to weigh) and what follows them."""
    word, _, rest = body.text.partition(" ")
    lone = lone_scale(word)
    if lone is not None:
        tail = _tail(rest, unit)
        return tail if isinstance(tail, Text) else (Decimal(1), replace(tail, exponent=lone + (tail.exponent or 0)))
    for form, value_of in ((_SCIENTIFIC, _scientific), (_FRACTION, _fraction)):
        if special := form.match(body.text):
            tail = _tail(body.text[special.end() :], unit)
            return tail if isinstance(tail, Text) else (value_of(special), tail)
    numeral = _NUMERAL.match(body.text)
    if numeral is None:
        return questions.NOT_A_NUMBER
    tail = _tail(body.text[numeral.end() :], unit)
    return tail if isinstance(tail, Text) else (numeral[0], tail)


def _tail(text: str, unit: str | None) -> Tail | Text:
    ending = _CASE_ENDING.search(text)
    after = text[: ending.start()] + text[ending.end() :] if ending else text
    if ending is None and after[:1] in tuple(".,:;/"):
        return questions.NOT_A_NUMBER
    tail = read_tail(after.strip(), expected=unit)
    if tail is None:
        return (
            questions.NOT_A_NUMBER if any(mark.isdigit() for mark in after) else questions.unknown_words(after.strip())
        )
    return replace(tail, languages=tail.languages & {"fi"} or frozenset({"fi"})) if ending else tail


def _scientific(match: re.Match[str]) -> Decimal:
    exponent = int(match[4]) * (-1 if match[3] and match[3] in MINUS_SIGNS else 1)
    return EXACT.scaleb(Decimal(f"{match[1]}.{match[2]}" if match[2] else match[1]), exponent)


def _fraction(match: re.Match[str]) -> Decimal:
    return Decimal(match[1] or "0") + _FRACTIONS[match[2]]


def _languages(language: Language | None, spoken: frozenset[Language]) -> tuple[Language, ...]:
    """Return the languages whose rules may hold: those the words speak and, if it is another, the one given."""
    if language is not None:
        return (language,) if language in spoken else (*sorted(spoken), language)
    return tuple(known for known in LANGUAGES if known in spoken) or LANGUAGES


def _values(digits: str | Decimal, languages: tuple[Language, ...], *, whole: bool) -> Values | Text:
    if isinstance(digits, Decimal):
        return (digits,)
    return numeral_values(digits, languages, whole=whole)


def _multiplied(values: Values, exponent: int | None, own_unit: str | None, multiplier: int) -> Values:
    """Return the values in the base unit.

    A text that names its own unit or multiplier inside a table that has one may mean itself or the table's: both stay.
    """
    own = tuple(_plain(EXACT.scaleb(value, exponent or 0)) for value in values)
    if multiplier == 1:
        return own
    by_table = tuple(_plain(EXACT.multiply(value, Decimal(multiplier))) for value in own)
    return own + by_table if exponent is not None or own_unit is not None else by_table


def _plain(value: Decimal) -> Decimal:
    """Return the same number without a positive exponent: 9E+5 becomes 900000."""
    return Decimal(format(value, "f"))


def _signed(value: Decimal, sign: int) -> Decimal:
    return value.copy_negate() if sign < 0 and value else value  # the minus operator would round to 28 digits
