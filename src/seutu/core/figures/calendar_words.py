"""Names of months, weekdays and seasons as they are written in Finnish, Swedish and English.

Not for reading whole dates (``dates``) or periods (``period_reading``). No word here means different months in two of
the languages, so the language need not be known.
"""

import re
from typing import Final

from seutu.core.text import Text

_FI_STEMS: Final = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"
_SV: Final = "januari februari mars april maj juni juli augusti september oktober november december"
_EN: Final = "January February March April May June July August September October November December"
_SHORT: Final = "jan feb mar apr maj jun jul aug sep okt nov dec"

FI_STEMS: Final[dict[str, int]] = {stem: number for number, stem in enumerate(_FI_STEMS.split(), 1)}
MONTH_NAMES: Final[tuple[Text, ...]] = tuple(
    Text(fi=f"{fi}kuu", sv=sv, en=en) for fi, sv, en in zip(FI_STEMS, _SV.split(), _EN.split(), strict=True)
)
_OTHER_MONTHS: Final[dict[str, int]] = {
    **{name: number for number, name in enumerate(_SV.split(), 1)},
    **{name.casefold(): number for number, name in enumerate(_EN.split(), 1)},
    **{name: number for number, name in enumerate(_SHORT.split(), 1)},
    "oct": 10,
    "sept": 9,
}
_FI_MONTH: Final = re.compile(rf"({'|'.join(FI_STEMS)})kuu[a-zäö]{{0,6}}")
_WEEKDAYS: Final = (
    "maanantai måndag monday ma mån mon",
    "tiistai tisdag tuesday ti tis tue",
    "keskiviikko onsdag wednesday ke ons wed",
    "torstai torsdag thursday to tors thu",
    "perjantai fredag friday pe fre fri",
    "lauantai lördag saturday la lör sat",
    "sunnuntai söndag sunday su sön sun",
)
_WEEKDAY: Final[dict[str, int]] = {word: number for number, day in enumerate(_WEEKDAYS) for word in day.split()}
SEASONS: Final[dict[str, int]] = {
    **dict.fromkeys("kevät keväällä kevään keväästä vår våren spring".split(), 3),  # noqa: SIM905 - one row, one season
    **dict.fromkeys("kesä kesällä kesän kesästä sommar sommaren summer".split(), 6),  # noqa: SIM905
    **dict.fromkeys("syksy syksyllä syksyn syksystä höst hösten autumn fall".split(), 9),  # noqa: SIM905
    **dict.fromkeys("talvi talvella talven talvesta vinter vintern winter".split(), 12),  # noqa: SIM905
}


def month_of(word: str) -> int | None:
    """Return the number of the month a word names, in any case of the Finnish name: *lokakuussa* is 10."""
    folded = word.casefold().removesuffix(".")
    finnish = _FI_MONTH.fullmatch(folded)
    return FI_STEMS[finnish[1]] if finnish else _OTHER_MONTHS.get(folded)


def weekday_of(word: str) -> int | None:
    """Return the weekday a word names, Monday being 0: *ma*, *perjantaina*, *den*-less Swedish, English."""
    folded = word.casefold().rstrip(".,")
    return _WEEKDAY.get(folded, _WEEKDAY.get(folded.removesuffix("na"), _WEEKDAY.get(folded.removesuffix("en"))))
