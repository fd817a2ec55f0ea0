"""What a profile and a report say of a town in an index: rank with its interval, score, chance, strong and weak sides.

The names of indicators are in the language in which the index was worked out. Not for the tables of an index.
"""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from seutu.core.figures import write_number, write_percentage
from seutu.core.indices.standing import Reading, Standing
from seutu.core.situation.places import PlaceHead
from seutu.core.text import Language, Text

RANK: Final = Text(
    fi="{place}, {index}: sija {rank}, pisteet {score}. Yhdeksässä laskelmassa kymmenestä sija on {interval}, kun "
    "painoja ja laskutapaa vaihdellaan.",
    sv="{place}, {index}: plats {rank}, poäng {score}. I nio beräkningar av tio är platsen {interval} när vikterna och "
    "beräkningssättet varieras.",
    en="{place}, {index}: rank {rank}, score {score}. In nine calculations out of ten the rank is {interval} when the "
    "weights and the method are varied.",
)
AMONG_ALL: Final = Text(
    fi="Indeksi vertaa kaikkia kuntia.",
    sv="Indexet jämför alla kommuner.",
    en="The index compares every municipality.",
)
AMONG: Final = Text(
    fi="Indeksi vertaa ryhmän ”{group}” kuntia.",
    sv="Indexet jämför kommunerna i gruppen ”{group}”.",
    en="The index compares the municipalities of “{group}”.",
)
SHARED_BY: Final = Text(
    fi="Indeksin on jakanut {owner}.",
    sv="Indexet delas av {owner}.",
    en="The index is shared by {owner}.",
)
CHANCE: Final = Text(
    fi="Todennäköisyys kuulua kymmenen ensimmäisen joukkoon on {share}.",
    sv="Sannolikheten att vara bland de tio första är {share}.",
    en="The chance of being among the first ten is {share}.",
)
STRONGEST: Final = Text(fi="Vahvinta: {names}.", sv="Starkast: {names}.", en="Strongest: {names}.")
WEAKEST: Final = Text(fi="Heikointa: {names}.", sv="Svagast: {names}.", en="Weakest: {names}.")
INTERVAL_NOTE: Final = Text(
    fi="Indeksin väli kertoo, kuinka paljon sija vaihtelee, kun painot, asteikko, keskiarvo ja puuttuvien lukujen "
    "täydennys valitaan toisin. Se ei kerro lukujen otantavirheestä. Sija 1 on indeksin paras.",
    sv="Indexets intervall visar hur platsen varierar när vikter, skala, medelvärde och ifyllning av saknade siffror "
    "väljs på annat sätt. Det gäller inte siffrornas urvalsfel. Plats 1 är bäst i indexet.",
    en="The interval of an index tells how the rank varies when weights, scale, mean and filling of missing figures "
    "are chosen otherwise. It does not tell of sampling error in the figures. Rank 1 is the best of the index.",
)
WITH_SURVEY: Final = Text(
    fi="Indeksissä on kyselyn lukuja. Sen väli kertoo, kuinka paljon sija vaihtelee, kun kyselyyn olisivat vastanneet "
    "toiset ihmiset (otantavirhe) ja kun samalla painot, asteikko, keskiarvo ja puuttuvien lukujen täydennys valitaan "
    "toisin. Tilastolukujen virheestä se ei kerro. Sija 1 on indeksin paras.",
    sv="Indexet har tal ur en enkät. Dess intervall visar hur platsen varierar när andra personer hade svarat "
    "(urvalsfel) och när vikter, skala, medelvärde och ifyllning av saknade siffror samtidigt väljs på annat sätt. Det "
    "gäller inte fel i statistiken. Plats 1 är bäst i indexet.",
    en="The index has figures of a survey. Its interval tells how the rank varies when other people had answered "
    "(sampling error) and when, at the same time, weights, scale, mean and filling of missing figures are chosen "
    "otherwise. It does not tell of errors in the statistics. Rank 1 is the best of the index.",
)
DASH: Final = "–"


def interval_note(*, with_survey: bool) -> Text:
    """Return what the intervals of an index hold: its choices, or those and the sampling error of a survey."""
    return WITH_SURVEY if with_survey else INTERVAL_NOTE


def interval_notes(found: Sequence[Standing]) -> tuple[Text, ...]:
    """Return what the intervals of some standings hold, each note once."""
    return tuple(dict.fromkeys(interval_note(with_survey=each.with_survey) for each in found))


def index_sentences(place: PlaceHead, found: Standing, language: Language) -> tuple[str, ...]:
    """Return the rank with interval and score, the chance of the first ten, strong and weak indicators, the group.

    ``found.low`` and ``found.high`` are the 5 and 95 % quantiles of the rank; an indicator stands with its rank of
    those that have it. A town with no indicators besides the strongest has no weak ones.
    """
    said = [
        RANK.in_language(language).format(
            place=place.name.in_language(language),
            index=found.index,
            rank=_of(found.rank, found.units, language),
            interval=write_ranks(found.low, found.high, language),
            score=write_number(Decimal(repr(found.score)), language, decimals=1),
        ),
        CHANCE.in_language(language).format(
            share=write_percentage(Decimal(repr(found.chance_of_top_ten * 100)), language, decimals=0)
        ),
    ]
    for form, readings in ((STRONGEST, found.strongest), (WEAKEST, found.weakest)):
        if readings:
            said.append(form.in_language(language).format(names=_named(readings, language)))
    return (*said, _compared(found, language))


def _compared(found: Standing, language: Language) -> str:
    """Return whom the index compares, and whose it is when another workspace shares it."""
    among = AMONG.in_language(language).format(group=found.group) if found.group else AMONG_ALL.in_language(language)
    return f"{among} {SHARED_BY.in_language(language).format(owner=found.owner)}" if found.owner else among


def write_ranks(low: float, high: float, language: Language) -> str:
    """Return an interval of ranks, widened to whole ranks so that it never says more than is known; NaN is a dash."""
    if math.isnan(low) or math.isnan(high):
        return DASH
    first, last = write_number(math.floor(low), language), write_number(math.ceil(high), language)
    return first if first == last else f"{first}–{last}"


def _named(readings: Sequence[Reading], language: Language) -> str:
    return ", ".join(f"{each.name} ({_of(each.rank, each.ranked, language)})" for each in readings)


def _of(rank: int, count: int, language: Language) -> str:
    return f"{write_number(rank, language)}/{write_number(count, language)}"
