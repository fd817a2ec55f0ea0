"""What is known about a value besides the value: published, missing, summed, recomputed, of a former extent.

Not for problems of a file: those are ``seutu.core.problems``.
"""

from enum import StrEnum
from typing import Final

from seutu.core.text import Text


class Status(StrEnum):
    """Where a value stands.

    Three more forms carry a detail: ``mean:N`` (mean of N months), ``flag:X`` (the source's own flag letters) and
    ``sign:X`` (the source's own sign in the place of a number, which is then missing: ``sign:..``).
    """

    PUBLISHED = "published"
    NOT_PUBLISHED = "not_published"
    SUMMED = "summed"
    RECOMPUTED = "recomputed"
    FORMER_EXTENT = "former_extent"
    AREA_SUM = "area_sum"
    INCOMPLETE = "incomplete"


MEAN: Final = "mean:"
FLAG: Final = "flag:"
SIGN: Final = "sign:"
SIGNS: Final = frozenset({".", "..", "...", "....", ".....", "......", ":", "-"})
"""The signs that statistical offices print in the place of a number."""

_TEXTS: Final[dict[str, Text]] = {
    Status.PUBLISHED: Text(fi="Lähteen julkaisema", sv="Publicerat av källan", en="Published by the source"),
    Status.NOT_PUBLISHED: Text(
        fi="Lähde ei julkaise", sv="Publiceras inte av källan", en="Not published by the source"
    ),
    Status.SUMMED: Text(
        fi="Laskettu yhteen nykyisen kunnan osista",
        sv="Summan av den nuvarande kommunens delar",
        en="Sum of the parts of today's municipality",
    ),
    Status.RECOMPUTED: Text(
        fi="Laskettu uudelleen osoittajasta ja nimittäjästä",
        sv="Omräknat ur täljaren och nämnaren",
        en="Recomputed from numerator and denominator",
    ),
    Status.AREA_SUM: Text(
        fi="Alueen kuntien summa", sv="Summan av områdets kommuner", en="Sum of the area's municipalities"
    ),
    Status.INCOMPLETE: Text(
        fi="Julkaistujen osien summa; lähde on salannut osia",
        sv="Summan av de publicerade delarna; källan har dolt delar",
        en="Sum of the published parts; the source hides some",
    ),
    Status.FORMER_EXTENT: Text(
        fi="Kunnan rajat ennen kuntaliitosta",
        sv="Kommunens gränser före sammanslagningen",
        en="The municipality as it was before the merger",
    ),
}
_FLAGS: Final[dict[str, Text]] = {
    "b": Text(fi="aikasarja katkeaa", sv="avbrott i tidsserien", en="break in the series"),
    "c": Text(fi="salassa pidettävä", sv="konfidentiellt", en="confidential"),
    "d": Text(fi="määritelmä poikkeaa", sv="avvikande definition", en="definition differs"),
    "e": Text(fi="arvio", sv="uppskattning", en="estimated"),
    "i": Text(fi="lähteen täydentämä", sv="imputerat av källan", en="imputed by the source"),
    "p": Text(fi="ennakkotieto", sv="preliminär uppgift", en="provisional"),
    "s": Text(fi="Eurostatin arvio", sv="Eurostats uppskattning", en="Eurostat's estimate"),
    "u": Text(fi="epävarma", sv="osäker", en="low reliability"),
}


_SIGNS: Final[dict[str, Text]] = {
    ".": Text(fi="luku ei ole mahdollinen", sv="uppgiften är inte möjlig", en="not applicable"),
    "..": Text(
        fi="ei saatavilla, liian epävarma tai salassa pidettävä",
        sv="inte tillgänglig, alltför osäker eller sekretessbelagd",
        en="not available, too uncertain or confidential",
    ),
    "...": Text(fi="tietoa ei ole saatu", sv="uppgift har inte erhållits", en="data not obtained"),
    ":": Text(fi="ei saatavilla", sv="inte tillgänglig", en="not available"),
    "-": Text(fi="ei yhtään", sv="inga", en="nil"),
}


def sign_status(sign: str) -> str:
    """Return the status of a value in whose place the source prints ``sign``."""
    return f"{SIGN}{sign}"


def mean_of_months(months: int) -> str:
    """Return the status of a yearly mean over ``months`` months."""
    return f"{MEAN}{months}"


def describe_status(status: str) -> Text:
    """Return what a status means, for a person. An unknown status is returned as it is."""
    if status in _TEXTS:
        return _TEXTS[status]
    if status.startswith(MEAN):
        months = status.removeprefix(MEAN)
        return Text(
            fi=f"{months} kuukauden keskiarvo", sv=f"Medeltal för {months} månader", en=f"Mean of {months} months"
        )
    if status.startswith(SIGN):
        sign = status.removeprefix(SIGN)
        meant = _SIGNS.get(sign)
        return Text.same(sign) if meant is None else Text(**{k: f"{v} ({sign})" for k, v in meant.as_dict().items()})
    flags = [_FLAGS.get(letter, Text.same(letter)) for letter in status.removeprefix(FLAG)]
    if status.startswith(FLAG) and flags:
        return Text(
            fi=", ".join(flag.fi for flag in flags),
            sv=", ".join(flag.sv for flag in flags),
            en=", ".join(flag.en for flag in flags),
        )
    return Text.same(status)
