"""What a survey tells of one town, in sentences for its report: the figures of a wave, and how they have changed.

Not for the page of a wave (``result_sentences``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import isnan
from typing import Final

from seutu.core.figures import write_number
from seutu.core.surveys.measures import Measure
from seutu.core.surveys.result_sentences import cell_sentence
from seutu.core.surveys.wave_results import ResultCell
from seutu.core.surveys.waves import Changes
from seutu.core.text import Language, Text

FIGURE: Final = Text(fi="{question} {said}", sv="{question} {said}", en="{question} {said}")
ROSE: Final = Text(
    fi="Nousua kierroksesta {wave}: {change} (95 %:n väli {low} … {high}).",
    sv="Uppgång sedan omgången {wave}: {change} (95 % konfidensintervall {low} … {high}).",
    en="Up from the wave {wave}: {change} (95% interval {low} … {high}).",
)
FELL: Final = Text(
    fi="Laskua kierroksesta {wave}: {change} (95 %:n väli {low} … {high}).",
    sv="Nedgång sedan omgången {wave}: {change} (95 % konfidensintervall {low} … {high}).",
    en="Down from the wave {wave}: {change} (95% interval {low} … {high}).",
)
CHANCE: Final = Text(
    fi="Ero kierrokseen {wave} voi olla sattumaa: {change} (95 %:n väli {low} … {high}).",
    sv="Skillnaden mot omgången {wave} kan vara slump: {change} (95 % konfidensintervall {low} … {high}).",
    en="The difference from the wave {wave} may be chance: {change} (95% interval {low} … {high}).",
)
SURVEY_NOTE: Final = Text(
    fi="Kyselyn väli kertoo, kuinka paljon luku voisi vaihdella, jos kyselyyn olisivat vastanneet toiset ihmiset. "
    "Siitä, mitä vastaamatta jättäneet ajattelevat, se ei kerro. Muutosta sanotaan varmaksi vasta, kun sattuma ei "
    "riitä sen selitykseksi, vaikka kaikkia kuntia verrataan yhtä aikaa (Holmin korjaus). Pienten ryhmien luvut on "
    "piilotettu. Osuuksien muutos on prosenttiyksikköinä.",
    sv="Enkätens intervall visar hur talet kunde variera om andra personer hade svarat. Vad de som inte svarade anser "
    "visar det inte. En ändring kallas säker först när slumpen inte räcker som förklaring, fast alla kommuner jämförs "
    "på samma gång (Holms korrigering). Små gruppers tal är dolda. Ändringar av andelar är i procentenheter.",
    en="The interval of a survey tells how the figure could vary if other people had answered. It does not tell what "
    "those who did not answer think. A change is called sure only when chance is not enough to explain it although all "
    "towns are compared at once (Holm’s correction). Figures of small groups are hidden. Changes of shares are in "
    "percentage points.",
)


@dataclass(frozen=True, slots=True)
class TownSurvey:
    """The sentences of one survey about one town; ``title`` names the survey and its wave, the keys find them."""

    title: str
    sentences: tuple[Text, ...]
    survey_key: str = ""
    wave_key: str = ""


def town_figure(measure: Measure, cell: ResultCell) -> Text:
    """Return the figure of a town. Not for a hidden or a missing one."""
    return FIGURE.filled(question=measure.question.text, said=cell_sentence(measure, cell))


def town_change(measure: Measure, told: Changes, town: str, wave: str) -> Text | None:
    """Return how a town has changed since a wave; None where that is not known."""
    if town not in told.units or isnan(told.low[told.units.index(town)]):
        return None
    place = told.units.index(town)
    change, low, high = (float(each[place]) for each in (told.difference, told.low, told.high))
    sure = bool(told.significant[place])
    said = (ROSE if change > 0 else FELL) if sure else CHANCE
    many, digits = (100, 1) if measure.is_share else (1, 2)

    def written(value: float) -> Callable[[Language], str]:
        sign = "+" if value > 0 else "−" if value < 0 else ""
        size = Decimal(repr(abs(value) * many))
        return lambda language: sign + write_number(size, language, decimals=digits)

    return said.filled(wave=wave, change=written(change), low=written(low), high=written(high))
