"""What a town's profile says in plain sentences: a figure with its rank, mergers, missing values.

Every sentence carries its year. Not for indices (``index_sentences``) or numbers in tables (``seutu.reporting.towns``).
"""

from collections.abc import Callable, Iterable
from typing import Final

from seutu.core.figures import write_number
from seutu.core.situation.inflection import genitive_fi, locative_fi, locative_sv
from seutu.core.situation.places import PlaceHead
from seutu.core.situation.series import FigureSeries, Point
from seutu.core.situation.writing import NO_VALUE, PERCENT, lower_first, write_plain, write_with_unit
from seutu.core.statistics.profile import MergedMunicipality, PeerGroup, ProfileFigure, TownProfile
from seutu.core.statistics.standing import Standing
from seutu.core.text import LANGUAGES, Language, Text

NO_INTERVALS: Final = Text(
    fi="Luvut ovat rekisteristä, jossa on koko väestö. Niissä ei ole otantavirhettä, joten luottamusvälejä ei ole.",
    sv="Siffrorna kommer från register över hela befolkningen. De har inget urvalsfel och därför inga "
    "konfidensintervall.",
    en="The figures are from registers of the whole population. They have no sampling error and so no confidence "
    "intervals.",
)
KEY_OF_MARKS: Final = Text(
    fi="”–” tarkoittaa, ettei lukua ole: syy lukee vieressä. ”..” tarkoittaa salattua lukua. 0 on oikea nolla.",
    sv="”–” betyder att siffran saknas: orsaken står bredvid. ”..” betyder en sekretessbelagd siffra. 0 är en verklig "
    "nolla.",
    en="“–” means that there is no figure: the reason stands beside it. “..” means a suppressed figure. 0 is a real "
    "zero.",
)
NOT_THERE: Final = Text(
    fi="aineistossa ei ole lukua tältä kunnalta",
    sv="materialet har ingen siffra för kommunen",
    en="the material has no figure for the municipality",
)
NOT_PUBLISHED: Final = Text(
    fi="lähde ei julkaise lukua", sv="källan publicerar inte siffran", en="the source does not publish the figure"
)
SUPPRESSED: Final = Text(
    fi="lähde salaa luvun, koska se koskisi vain harvoja",
    sv="källan hemlighåller siffran eftersom den gäller få",
    en="the source suppresses the figure, as it would be of only a few",
)
ALL_MUNICIPALITIES: Final = Text(fi="kunnasta", sv="kommuner", en="municipalities")
MEDIAN: Final = Text(fi="mediaani", sv="median", en="median")
SHARED: Final = Text(fi="jaettu", sv="delad", en="shared")


def figure_sentence(place: PlaceHead, figure: ProfileFigure, group: PeerGroup) -> Text:
    """Say the newest value and its ranks.

    "Iisalmen työllisyysaste oli 68,1 % vuonna 2016, 12. korkein 55 seutukaupungista (mediaani 66,0 %) ja 140. korkein
    308 kunnasta." From the lower half the rank is counted from the bottom. Without a value: why there is none.
    """
    latest = figure.series.latest
    if latest is None or latest.value is None:
        return _in_all(lambda language: _missing(place, figure, language))

    def say(language: Language) -> str:
        said = [_beginning(place, figure, latest, language)]
        if figure.among_group is not None:
            rank = rank_phrase(figure.among_group, figure.series, group.counted, language)
            middle = _middle(figure.among_group, figure.series, language)
            said.append(f", {rank} ({MEDIAN.in_language(language)} {middle})")
        if figure.among_all is not None:
            rank = rank_phrase(figure.among_all, figure.series, ALL_MUNICIPALITIES, language)
            joint = {"fi": " ja ", "sv": " och ", "en": " and "}[language] if figure.among_group else ", "
            said.append(f"{joint}{rank}")
        return "".join(said) + "."

    return _in_all(say)


def rank_phrase(found: Standing, series: FigureSeries, counted: Text, language: Language) -> str:
    """Return "12. korkein 55 seutukaupungista", "den 12:e högsta bland 55 regionstäder", "12th highest of 55 …".

    The nearer end is counted from; an equal rank is said to be shared.
    """
    from_top = found.rank <= found.from_bottom
    number = found.rank if from_top else found.from_bottom
    size = series.measure != "rate"
    word = _DEGREES[language][size][not from_top]
    shared = f" ({SHARED.in_language(language)})" if found.tied else ""
    of = write_number(found.of, language)
    between = {"fi": "", "sv": "bland ", "en": "of "}[language]
    return f"{_ordinal(number, word, language)}{shared} {between}{of} {counted.in_language(language)}"


_DEGREES: Final[dict[Language, dict[bool, tuple[str, str]]]] = {
    "fi": {True: ("suurin", "pienin"), False: ("korkein", "matalin")},
    "sv": {True: ("största", "minsta"), False: ("högsta", "lägsta")},
    "en": {True: ("largest", "smallest"), False: ("highest", "lowest")},
}
_FINNISH: Final = {1: "", 2: "toiseksi ", 3: "kolmanneksi "}
_SWEDISH: Final = {1: "den ", 2: "den näst ", 3: "den tredje "}
_ENGLISH: Final = {1: "st", 2: "nd", 3: "rd"}
_TEENS: Final = range(11, 14)


def _ordinal(number: int, word: str, language: Language) -> str:
    """Return a rank with its adjective: "toiseksi korkein", "den 12:e högsta", "21st highest"."""
    if language == "fi":
        return f"{_FINNISH.get(number, f'{number}. ')}{word}"
    teen = number % 100 in _TEENS
    if language == "sv":
        letter = "a" if number % 10 in {1, 2} and not teen else "e"
        return f"{_SWEDISH.get(number, f'den {number}:{letter} ')}{word}"
    if number == 1:
        return f"the {word}"
    ending = "th" if teen else _ENGLISH.get(number % 10, "th")
    return f"{number}{ending} {word}"


def _beginning(place: PlaceHead, figure: ProfileFigure, latest: Point, language: Language) -> str:
    value = write_with_unit(latest.value or 0, _unit(figure), figure.series.decimals, language)
    if figure.subject is None:
        label = lower_first(figure.series.label.in_language(language))
        written = write_with_unit(latest.value or 0, figure.series.unit, figure.series.decimals, language)
        return f"{place.name.in_language(language)}: {label} {written} ({latest.period})"
    subject = figure.subject.in_language(language)
    if language == "en":
        return f"In {place.name.en}, {subject} was {value} in {latest.period}"
    if language == "sv":
        return f"År {latest.period} var {subject} {locative_sv(place.name.sv)} {value}"
    genitive = genitive_fi(place.name.fi)
    local = locative_fi(place.name.fi)
    whose = f"{genitive} " if genitive else f"{local} " if local else f"{place.name.fi}: "
    return f"{whose}{subject} oli {value} vuonna {latest.period}"


def _middle(found: Standing, series: FigureSeries, language: Language) -> str:
    """Return the median; its unit is said by the value before it, but per cent is not left out."""
    unit = series.unit if series.unit.fi == PERCENT else Text.same("")
    return write_with_unit(found.median, unit, series.decimals, language)


def _unit(figure: ProfileFigure) -> Text:
    """Return the unit said after the value: none after a count whose subject names what is counted."""
    bare = figure.subject is not None and figure.series.measure == "count"
    return Text.same("") if bare else figure.series.unit


def _missing(place: PlaceHead, figure: ProfileFigure, language: Language) -> str:
    why = (figure.series.why_missing or NOT_THERE).in_language(language).rstrip(".")
    label = lower_first(figure.series.label.in_language(language))
    return f"{place.name.in_language(language)}, {label}: {lower_first(why)}."


def division_sentence(profile: TownProfile) -> Text:
    """Say of which division the figures are, and who has joined the town since when.

    "Luvut on laskettu vuoden 2026 kuntajaolla. Mukana Nurmeksessa: Valtimo (2020–)."
    """
    year, place = profile.division.year, profile.place.name
    joined = profile.merged
    names = _in_all(lambda language: _joined_names(joined, language))
    if not joined:
        return Text(
            fi=f"Luvut on laskettu vuoden {year} kuntajaolla.",
            sv=f"Siffrorna är beräknade enligt kommunindelningen {year}.",
            en=f"The figures are of the municipal division of {year}.",
        )
    return Text(
        fi=f"Luvut on laskettu vuoden {year} kuntajaolla. Mukana {locative_fi(place.fi) or place.fi}: {names.fi}. "
        "Määrät on summattu myös liitosta edeltäviltä vuosilta.",
        sv=f"Siffrorna är beräknade enligt kommunindelningen {year}. Till {place.sv} har fogats {names.sv}; antalen "
        "har summerats även för åren före sammanslagningen.",
        en=f"The figures are of the municipal division of {year}. {place.en} has been joined by {names.en}; counts are "
        "summed for the years before the merger, too.",
    )


def group_sentence(group: PeerGroup) -> Text:
    """Say whom the profile ranks the town among, and that an index may compare others."""
    count = _in_all(lambda language: write_number(len(group.members), language))
    return Text(
        fi=f"Vertailuryhmä: {group.name.fi}, kuntia {count.fi}. Indeksillä on oma ryhmänsä, joten sen sijat lasketaan "
        "eri joukosta.",
        sv=f"Jämförelsegrupp: {group.name.sv}, {count.sv} kommuner. Ett index har sin egen grupp, så dess placeringar "
        "räknas i en annan mängd.",
        en=f"Compared group: {group.name.en}, {count.en} municipalities. An index has a group of its own, so its ranks "
        "are of another set.",
    )


NAMED_TOWNS: Final = Text(
    fi="Seutukaupunkeja ovat tässä ne, jotka lähteet nimeävät; vahvistamattomat ehdokkaat eivät ole mukana.",
    sv="Som regionstäder räknas här de som källorna nämner; obekräftade kandidater är inte med.",
    en="The regional towns here are those that sources name; unconfirmed candidates are not among them.",
)


def _joined_names(joined: Iterable[MergedMunicipality], language: Language) -> str:
    return ", ".join(f"{each.name.in_language(language)} ({each.since.year}–)" for each in joined)


def lead_of(profile: TownProfile) -> Text:
    """Return the profile's answer as one text."""
    said = leads_of(profile)
    return _in_all(lambda language: " ".join(each.in_language(language) for each in said))


def leads_of(profile: TownProfile) -> list[Text]:
    """Return the profile's answer: the sentences of population, migration and employment, else of the first leads."""
    leading = [figure for figure in profile.figures if figure.leads and figure.series.latest is not None]
    wanted = [figure for figure in leading if figure.series.indicator in _SAID_FIRST] or leading[:2]
    return [figure_sentence(profile.place, figure, profile.group) for figure in wanted]


_SAID_FIRST: Final = ("population", "net_migration_rate", "employment_rate")


def other_year(own: str, common: str) -> Text:
    """Say why a figure has no rank: the town's newest value is of another year than the others'."""
    return Text(
        fi=f"oma uusin luku on vuodelta {own}, muiden {common}: sijaa ei lasketa eri vuosista",
        sv=f"kommunens senaste siffra är från {own}, de andras från {common}: ingen rang räknas ut mellan olika år",
        en=f"the newest own figure is of {own}, the others' of {common}: no rank is computed across years",
    )


def write_rank(found: Standing | None, language: Language) -> str:
    """Return "12/55" with an equals sign before an equal rank, or a dash."""
    if found is None:
        return "–"
    shared = "=" if found.tied else ""
    return f"{shared}{write_number(found.rank, language)}/{write_number(found.of, language)}"


def write_value(series: FigureSeries, language: Language) -> str:
    """Return the newest value without its unit; without any, two dots for a suppressed one and a dash for the rest."""
    latest = series.latest
    if latest is not None and latest.value is not None:
        return write_plain(latest.value, series.decimals, language)
    hidden = any(point.status == "suppressed" for point in series.values)
    return NO_VALUE["suppressed" if hidden else "missing"]


def _in_all(say: Callable[[Language], str]) -> Text:
    return Text(**{language: say(language) for language in LANGUAGES})
