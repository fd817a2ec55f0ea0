"""The catalogue and one indicator's municipalities as lists for a CSV: every value exact, with source and licence.

Not for the tables of the pages (statistics_tables.py).
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from seutu.apps.statistics.overview import Entry, overview
from seutu.core.places import Division
from seutu.core.statistics.standing import ranks
from seutu.core.text import Language
from seutu.reporting.tables import TableColumn, TableContent
from seutu.reporting.towns import words
from seutu.rules import places
from seutu.web.statistics_tables import coverage_said


def catalogue_list(entries: Iterable[Entry], language: Language) -> TableContent:
    """Return the indicators with everything that the catalogue says of them."""
    columns = (
        TableColumn(key="id", label="id", kind="identifier"),
        TableColumn(key="label", label=words.FIGURE.in_language(language)),
        TableColumn(key="topic", label=words.TOPIC.in_language(language)),
        TableColumn(key="definition", label=words.DEFINITION.in_language(language)),
        TableColumn(key="unit", label=words.UNIT.in_language(language)),
        TableColumn(key="formula", label=words.FORMULA.in_language(language)),
        TableColumn(key="period", label=words.PERIOD.in_language(language), kind="identifier"),
        TableColumn(key="coverage", label=words.COVERAGE.in_language(language)),
        TableColumn(key="source", label=words.SOURCE.in_language(language)),
        TableColumn(key="licence", label=words.LICENCE.in_language(language)),
        TableColumn(key="retrieved", label=words.RETRIEVED.in_language(language), kind="date"),
    )
    rows = (
        (
            entry.id,
            entry.indicator.label.in_language(language),
            entry.topic.label.in_language(language),
            entry.indicator.description.in_language(language),
            entry.indicator.unit.in_language(language),
            entry.formula.in_language(language) if entry.formula else None,
            entry.extent.period if entry.extent else None,
            coverage_said(entry, language),
            *_source(entry),
        )
        for entry in entries
    )
    return TableContent(_("Statistics"), columns, rows)


def municipality_list(entry: Entry, language: Language) -> TableContent:
    """Return every municipality of today with its value, exact; an empty cell where there is none."""
    one, values = entry.indicator, overview().values[entry.id]
    columns = (
        TableColumn(key="code", label=words.CODE.in_language(language), kind="identifier"),
        TableColumn(key="name", label=words.MUNICIPALITY.in_language(language)),
        TableColumn(key="period", label=words.YEAR.in_language(language), kind="identifier"),
        TableColumn(
            key="value", label=one.label.in_language(language), kind="number", unit=one.unit.in_language(language)
        ),
        TableColumn(key="rank", label=words.RANK.in_language(language), kind="number"),
        TableColumn(key="source", label=words.SOURCE.in_language(language)),
        TableColumn(key="licence", label=words.LICENCE.in_language(language)),
        TableColumn(key="retrieved", label=words.RETRIEVED.in_language(language), kind="date"),
    )
    ordered = ranks(values)
    period = entry.extent.period if entry.extent else None
    every = places.load().places(Division.MUNICIPALITY, places.NEWEST_DIVISION)
    rows = (
        (
            place.code,
            place.name.in_language(language),
            period,
            values.get(place.code),
            ordered.get(place.code),
            *_source(entry),
        )
        for place in sorted(every, key=lambda place: (ordered.get(place.code, len(every) + 1), place.code))
    )
    return TableContent(one.label.in_language(language), columns, rows)


def _source(entry: Entry) -> tuple[object, object, object]:
    source = entry.source
    return (source.name, source.licence, source.retrieved) if source else (None, None, None)
