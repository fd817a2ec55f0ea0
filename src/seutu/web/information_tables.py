"""What an information page shows, laid out: its text, its cited facts as numbers, its figures as a list for a CSV.

Not for reading them (apps/ecosystems/information_pages.py) or for a topic's pictures (town_tables.py).
"""

from typing import Any

from django.utils.translation import gettext as _

from seutu.apps.ecosystems.information_pages import InformationPageShown
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Fact
from seutu.core.situation.series import FigureSeries, Point
from seutu.core.situation.sources import SourceNote
from seutu.core.text import LANGUAGES, Language
from seutu.core.web_addresses import openable
from seutu.reporting.tables import TableColumn, TableContent
from seutu.reporting.towns import words


def paragraphs_of(shown: InformationPageShown, language: Language) -> dict[str, Any]:
    """Return the page's text in the language, else in the first there is, and which language that is."""
    texts = {"fi": shown.page.text_fi, "sv": shown.page.text_sv, "en": shown.page.text_en}
    used = next((each for each in (language, *LANGUAGES) if texts[each].strip()), language)
    parts = texts[used].replace("\r\n", "\n").split("\n\n")
    return {"language": used, "paragraphs": [part.strip() for part in parts if part.strip()]}


def fact_numbers(shown: InformationPageShown, language: Language) -> list[dict[str, Any]]:
    """Return the cited facts as numbers (components/figures.html), each with its source."""
    return [_number(each.fact, language) | {"context": each.told} for each in shown.facts]


def _number(fact: Fact, language: Language) -> dict[str, Any]:
    kind = kind_named("facts")
    said = {
        name: kind.column(name).show(kind.column(name).take(fact), language, fact)
        for name in ("qualifier", "value", "unit", "period")
    }
    exact = fact.qualifier in {"", "exact"}
    value = said["value"] if exact or not said["value"] else f"{said['qualifier']} {said['value']}"
    source = fact.source
    named = (source.name, source.publisher, fact.source_place) if source else (fact.source_place,)
    return {
        "label": fact.name,
        "date": said["period"],
        "value": value,
        "unit": said["unit"],
        "missing": fact.note or "–",
        "source": ", ".join(part for part in named if part),
        "source_url": openable(source.url) if source and source.url else "",
    }


def figure_list(shown: InformationPageShown, language: Language) -> TableContent:
    """Return every year of every figure of the page, exact, with source and licence; an unpublished one is empty."""
    columns = (
        TableColumn(key="code", label=words.CODE.in_language(language), kind="identifier"),
        TableColumn(key="name", label=words.MUNICIPALITY.in_language(language)),
        TableColumn(key="id", label="id", kind="identifier"),
        TableColumn(key="label", label=words.FIGURE.in_language(language)),
        TableColumn(key="period", label=words.YEAR.in_language(language), kind="identifier"),
        TableColumn(key="value", label=words.VALUE.in_language(language), kind="number"),
        TableColumn(key="unit", label=words.UNIT.in_language(language)),
        TableColumn(key="status", label=_("Status"), kind="identifier"),
        TableColumn(key="source", label=words.SOURCE.in_language(language)),
        TableColumn(key="licence", label=words.LICENCE.in_language(language)),
    )
    place, notes = shown.profile.place, {note.id: note for note in shown.profile.sources}
    rows = (
        (place.code, place.name.in_language(language), *_row(figure.series, point, notes, language))
        for figure in shown.profile.figures
        for point in figure.series.values
    )
    return TableContent(shown.page.name, columns, rows)


def _row(series: FigureSeries, point: Point, notes: dict[str, SourceNote], language: Language) -> tuple[Any, ...]:
    note = notes.get(point.source or series.source or "")
    return (
        series.indicator,
        series.label.in_language(language),
        point.period,
        point.value,
        series.unit.in_language(language),
        point.status,
        ": ".join((note.publisher.in_language(language), note.title.in_language(language))) if note else None,
        note.licence if note else None,
    )
