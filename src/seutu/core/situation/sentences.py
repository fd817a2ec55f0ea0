"""What a picture says in words: its lead, how a figure has changed, how old the material is.

Every sentence carries its number. Place names are inflected only when the form is sure.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from seutu.core.figures import write_number
from seutu.core.situation.composition import Composition, single_largest
from seutu.core.situation.inflection import in_sub_region, locative_fi, locative_sv
from seutu.core.situation.places import PlaceHead
from seutu.core.situation.series import Change, Comparison, FigureSeries, Point, change_between
from seutu.core.situation.writing import (
    PERCENT,
    POINTS,
    POINTS_SHORT,
    lower_first,
    write_share,
    write_signed,
    write_with_unit,
)
from seutu.core.text import LANGUAGES, Language, Text

WHOLE_COUNTRY: Final = Text(fi="koko maassa", sv="i hela landet", en="in the whole country")


def lead_sentence(place: PlaceHead, composition: Composition, figures: Iterable[FigureSeries] = ()) -> Text:
    """Answer the page's question: how many actors, which class is the largest, how the first known figure stands.

    The number is of the register, never of the place. Without a sure local case the Finnish sentence names the place
    without inflecting it ("Vöyri: rekisterissä on 41 toimijaa"); a group is named so in every language.
    """
    first = next((series for series in figures if series.latest is not None), None)
    sentences = [_actors_sentence(place, composition)]
    if first is not None:
        sentences.append(change_sentence(first))
    return _in_all(lambda language: " ".join(sentence.in_language(language) for sentence in sentences))


def _actors_sentence(place: PlaceHead, composition: Composition) -> Text:
    where = _where(place)
    before, after = _register_has(composition)

    def say(language: Language) -> str:
        begin, end, local = before.in_language(language), after.in_language(language), where[language]
        if local is None:
            return f"{place.name.in_language(language)}: {begin}{end}."
        return f"{begin[:1].upper()}{begin[1:]} {local}{end}."

    return _in_all(say)


def _where(place: PlaceHead) -> Mapping[Language, str | None]:
    """Say where the place is in each language; None where the name must stand alone: a group's is never inflected."""
    if place.kind == "country":
        return {language: WHOLE_COUNTRY.in_language(language) for language in LANGUAGES}
    if place.kind == "group":
        return dict.fromkeys(LANGUAGES)
    if place.kind == "sub_region":
        return dict(zip(LANGUAGES, in_sub_region(place.name), strict=True))
    return {"fi": locative_fi(place.name.fi), "sv": locative_sv(place.name.sv), "en": f"in {place.name.en}"}


def _register_has(composition: Composition) -> tuple[Text, Text]:
    """Say how many actors the register has, in the words before and after the place."""
    if not composition.total:
        before = Text(
            fi="rekisterissä ei ole vielä toimijoita",
            sv="i registret finns ännu inga aktörer",
            en="the register has no actors",
        )
        return before, Text(fi="", sv="", en=" yet")
    number = _in_all(lambda language: write_number(composition.total, language))
    one = composition.total == 1
    before = Text(
        fi=f"rekisterissä on {number.fi} {'toimija' if one else 'toimijaa'}",
        sv=f"i registret finns {number.sv} {'aktör' if one else 'aktörer'}",
        en=f"the register has {number.en} {'actor' if one else 'actors'}",
    )
    return before, _largest_class(composition)


def _largest_class(composition: Composition) -> Text:
    largest = single_largest(composition.by_class)
    if largest is None or composition.total == 1:
        return Text.same("")
    share = _in_all(lambda language: write_share(largest.share, language))
    return Text(
        fi=f"; yleisin luokka on {lower_first(largest.label.fi)} ({share.fi})",
        sv=f"; den vanligaste klassen är {lower_first(largest.label.sv)} ({share.sv})",
        en=f"; the most common class is {lower_first(largest.label.en)} ({share.en})",
    )


def change_sentence(series: FigureSeries) -> Text:
    """Say the newest value, the change since the oldest and the country's value of the same period.

    "Työttömien osuus: 10,7 % (2023), −3,2 %-yks. vuodesta 2006; koko maassa 9,8 %." Without a value: why it is missing.
    """
    latest = series.latest
    if latest is None or latest.value is None:
        return _missing_sentence(series)
    same_time = _country_value(series, latest)

    def say(language: Language) -> str:
        parts = [f"{series.label.in_language(language)}: {_value(series, latest, language)} ({latest.period})"]
        if series.change is not None and series.measure != "balance":
            since = _since(series.change.start.period, language)
            parts.append(f", {_short_change(series, series.change, language)} {since}")
        if same_time is not None and series.measure == "rate":
            parts.append(f"; {WHOLE_COUNTRY.in_language(language)} {_value(series, same_time, language)}")
        return "".join(parts) + "."

    return _in_all(say)


def finding(series: FigureSeries) -> Text:
    """Return the title of the figure's chart: what has happened, and what in the country over the same years."""
    change = series.change
    latest = series.latest
    if latest is None:
        return series.label
    if change is None or series.measure == "balance":
        return _in_all(
            lambda language: (
                f"{series.label.in_language(language)}: {_value(series, latest, language)} ({latest.period})"
            )
        )
    country = country_change(series, change)

    def say(language: Language) -> str:
        since = _since(change.start.period, language)
        title = f"{series.label.in_language(language)}: {_said_change(series, change, language)} {since}"
        if country is None:
            return title
        return f"{title}, {WHOLE_COUNTRY.in_language(language)} {_said_change(series, country, language)}"

    return _in_all(say)


def age_notice(figures: Iterable[FigureSeries], at: date, *, fresh_years: int = 2) -> Text | None:
    """Say of which years the newest figures are when the oldest of them is more than ``fresh_years`` before ``at``.

    The newest figure of each series counts: "2016–2023" says that one stops in 2016. None when all are fresh.
    """
    years = sorted({int(series.latest.year) for series in figures if series.latest is not None})
    if not years or at.year - years[0] <= fresh_years:
        return None
    if len(years) == 1:
        return Text(
            fi=f"Luvut ovat vuodelta {years[0]}. Tilanne on voinut muuttua sen jälkeen.",
            sv=f"Siffrorna är från {years[0]}. Läget kan ha förändrats sedan dess.",
            en=f"The figures are from {years[0]}. Things may have changed since.",
        )
    span = f"{years[0]}–{years[-1]}"
    return Text(
        fi=f"Luvut ovat vuosilta {span}. Tilanne on voinut muuttua niiden jälkeen.",
        sv=f"Siffrorna är från åren {span}. Läget kan ha förändrats sedan dess.",
        en=f"The figures are from {span}. Things may have changed since.",
    )


def _missing_sentence(series: FigureSeries) -> Text:
    why = series.why_missing or Text(fi="ei lukua", sv="ingen siffra", en="no figure")
    return _in_all(lambda language: f"{series.label.in_language(language)}: {why.in_language(language)}")


def _value(series: FigureSeries, point: Point, language: Language) -> str:
    return "" if point.value is None else write_with_unit(point.value, series.unit, series.decimals, language)


def _short_change(series: FigureSeries, change: Change, language: Language) -> str:
    if series.measure == "count" and change.relative is not None:
        return write_signed(change.relative * 100, Text.same(PERCENT), 1, language)
    unit = POINTS_SHORT if series.unit.fi == PERCENT else series.unit
    return write_signed(change.difference, unit, series.decimals, language)


def _said_change(series: FigureSeries, change: Change, language: Language) -> str:
    if series.measure == "count" and change.relative is not None:
        size, unit, decimals = change.relative * 100, Text.same(PERCENT), 1
    else:
        size, decimals = float(change.difference), series.decimals
        unit = POINTS if series.unit.fi == PERCENT else series.unit
    if round(size, decimals) == 0:
        return {"fi": "ei muutosta", "sv": "oförändrat", "en": "no change"}[language]
    written = write_with_unit(abs(size), unit, decimals, language)
    up = size > 0
    return {
        "fi": f"{'kasvua' if up else 'laskua'} {written}",
        "sv": f"{'ökning' if up else 'minskning'} med {written}",
        "en": f"{'up' if up else 'down'} {written}",
    }[language]


def _since(period: str, language: Language) -> str:
    finnish = f"vuodesta {period}" if period.isdigit() else f"{period} jälkeen"
    return {"fi": finnish, "sv": f"sedan {period}", "en": f"since {period}"}[language]


def _country(series: FigureSeries) -> Comparison | None:
    return next((comparison for comparison in series.comparisons if comparison.role == "country"), None)


def _at(points: Iterable[Point], period: str) -> Point | None:
    return next((point for point in points if point.period == period and point.value is not None), None)


def _country_value(series: FigureSeries, point: Point) -> Point | None:
    country = _country(series)
    return None if country is None else _at(country.points, point.period)


def country_change(series: FigureSeries, change: Change) -> Change | None:
    """Return how the country's value changed between the same periods; None when one of them is missing."""
    country = _country(series)
    if country is None:
        return None
    start, end = _at(country.points, change.start.period), _at(country.points, change.end.period)
    return None if start is None or end is None else change_between(start, end)


def _in_all(say: Callable[[Language], str]) -> Text:
    return Text(**{language: say(language) for language in LANGUAGES})
