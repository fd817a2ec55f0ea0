"""Multipliers written beside a number: tuhatta, milj., M, k, miljarder … as powers of ten.

Not for units; ``k€`` is split into its multiplier and its unit by ``units``.
"""

from typing import Final

from seutu.core.text import Language

_FI: Final[dict[str, int]] = {
    "tuhat": 3, "tuhatta": 3, "tuhannen": 3, "tuhannella": 3, "tuh": 3,
    "miljoona": 6, "miljoonaa": 6, "miljoonan": 6, "miljoonalla": 6, "miljoonasta": 6, "milj": 6,
    "miljardi": 9, "miljardia": 9, "miljardin": 9, "mrd": 9,
}  # fmt: skip
_SV: Final[dict[str, int]] = {
    "tusen": 3, "tusental": 3, "miljon": 6, "miljoner": 6, "milj": 6, "mn": 6,
    "miljard": 9, "miljarder": 9, "mdr": 9, "mrd": 9,
}  # fmt: skip
_EN: Final[dict[str, int]] = {
    "thousand": 3, "million": 6, "millions": 6, "mn": 6, "mln": 6, "billion": 9, "billions": 9, "bn": 9,
}  # fmt: skip
_WORDS: Final[dict[Language, dict[str, int]]] = {"fi": _FI, "sv": _SV, "en": _EN}
_SIGNS: Final[dict[str, int]] = {"k": 3, "K": 3, "M": 6}
_BEFORE_EURO: Final[dict[str, int]] = {"t": 3, "T": 3, "m": 6}
_ALONE: Final[dict[str, int]] = {"tuhat": 3, "miljoona": 6, "miljardi": 9}


def scale_of(word: str, *, before_euro: bool) -> tuple[int, frozenset[Language]] | None:
    """Return the power of ten of a multiplier word and the languages it belongs to, or ``None``.

    ``m`` and ``t`` are multipliers only directly before the euro (``m€``): alone they are metres and tonnes.
    """
    sign = _SIGNS.get(word) or (_BEFORE_EURO.get(word) if before_euro else None)
    if sign:
        return sign, frozenset(_WORDS)
    bare = word.casefold().removesuffix(".")
    spoken: frozenset[Language] = frozenset(language for language, words in _WORDS.items() if bare in words)
    if not spoken:
        return None
    return next(_WORDS[language][bare] for language in sorted(spoken)), spoken


def lone_scale(word: str) -> int | None:
    """Return the power of ten of a word that alone names a number: *miljoona* is one million."""
    return _ALONE.get(word.casefold())
