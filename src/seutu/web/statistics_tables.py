"""The catalogue of indicators and one indicator's municipalities as tables and a distribution.

Not for reading the store (apps/statistics) or for the pages themselves (views/statistics.py).
"""

from collections.abc import Collection, Mapping, Sequence
from statistics import median
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.statistics.overview import Entry, overview, unranked_figures
from seutu.core.charts.distributions import class_label, distribution_chart
from seutu.core.figures import write_date, write_number
from seutu.core.places import Division
from seutu.core.situation.writing import PERCENT, write_plain, write_with_unit
from seutu.core.statistics import describe_status
from seutu.core.statistics.distribution import value_classes
from seutu.core.statistics.profile_sentences import NOT_PUBLISHED, NOT_THERE, write_rank
from seutu.core.statistics.standing import ranks, standing
from seutu.core.text import Language, Text
from seutu.core.web_addresses import openable
from seutu.reporting.towns import words
from seutu.rules import places
from seutu.web.ready_rows import made_ready

Cell = dict[str, Any]
MISSING: Final[Cell] = {"text": "–", "missing": True}


def catalogue_topics(entries: Sequence[Entry], slug: str, language: Language, *, opened: bool) -> list[dict[str, Any]]:
    """Return the indicators folded by topic, each topic with its count and table; ``opened`` unfolds them."""
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.topic.code, []).append(entry)
    return [_catalogue_topic(found, slug, language, opened=opened) for found in held.values()]


def _catalogue_topic(entries: Sequence[Entry], slug: str, language: Language, *, opened: bool) -> dict[str, Any]:
    topic, count = entries[0].topic, len(entries)
    label = topic.label.in_language(language)
    said = ngettext("%(count)s indicator", "%(count)s indicators", count) % {"count": write_number(count, language)}
    return {
        "label": label,
        "count": said,
        "opened": opened,
        "table": {
            "id": f"statistics-{topic.code}",
            "caption": label,
            "caption_hidden": True,
            "columns": [
                {"label": words.FIGURE.in_language(language)},
                {"label": words.PERIOD.in_language(language)},
                {"label": words.COVERAGE.in_language(language)},
                {"label": words.SOURCE.in_language(language)},
            ],
            "rows": [{"cells": _catalogue_row(entry, slug, language)} for entry in entries],
            "stack": True,
        },
    }


def nothing_found(slug: str) -> dict[str, Any]:
    """Return what the catalogue says when its filters match nothing."""
    return {
        "title": _("Nothing matches these filters"),
        "text": _("Remove a filter or search with fewer words."),
        "actions": [{"label": _("Show all"), "url": reverse("statistics", args=[slug])}],
    }


def _catalogue_row(entry: Entry, slug: str, language: Language) -> list[Cell]:
    one = entry.indicator
    unit = one.unit.in_language(language)
    described = one.description.in_language(language)
    return [
        {
            "text": one.label.in_language(language),
            "url": reverse("statistics_indicator", args=[slug, one.id]),
            "note": f"{described} ({unit})" if unit else described,
        },
        {"text": entry.extent.period} if entry.extent else MISSING,
        {"text": coverage_said(entry, language)},
        _source_cell(entry, language),
    ]


def coverage_said(entry: Entry, language: Language) -> str:
    """Return "308/308 kuntaa", with a word when the indicator is only broken down; that there is nothing yet."""
    extent = entry.extent
    if extent is None:
        return words.NOT_YET.in_language(language)
    kind = words.PLACE_KINDS[extent.place_kind].in_language(language)
    counted = f"{write_number(extent.places, language)}/{write_number(extent.of, language)} {kind}"
    return f"{counted}, {words.IN_PARTS.in_language(language)}" if extent.in_parts else counted


def _source_cell(entry: Entry, language: Language) -> Cell:
    source = entry.source
    if source is None:
        return MISSING
    said = [source.licence or "–"]
    if source.retrieved is not None:
        said.append(f"{words.RETRIEVED.in_language(language).lower()} {write_date(source.retrieved, language)}")
    return {"text": source.name, "note": ", ".join(said)}


def indicator_facts(entry: Entry, language: Language) -> list[Cell]:
    """Return what the indicator is: definition, formula, unit, period, coverage, source, licence, day."""
    one, source = entry.indicator, entry.source
    formula = entry.formula or words.AS_PUBLISHED
    facts: list[Cell] = [
        {"label": words.DEFINITION.in_language(language), "text": one.description.in_language(language)},
        {"label": words.FORMULA.in_language(language), "text": formula.in_language(language)},
        {"label": words.UNIT.in_language(language), "text": one.unit.in_language(language) or "–"},
        {"label": words.PERIOD.in_language(language), "text": entry.extent.period if entry.extent else "–"},
        {"label": words.COVERAGE.in_language(language), "text": coverage_said(entry, language)},
        {"label": words.TOPIC.in_language(language), "text": entry.topic.label.in_language(language)},
    ]
    if source is not None:
        retrieved = write_date(source.retrieved, language) if source.retrieved else "–"
        facts += [
            {
                "label": words.SOURCE.in_language(language),
                "text": source.name,
                "url": openable(source.url),
                "note": f"{words.TABLE.in_language(language)}: {one.table}" if one.table else "",
            },
            {"label": words.LICENCE.in_language(language), "text": source.licence or "–"},
            {"label": words.RETRIEVED.in_language(language), "text": retrieved},
        ]
    return facts


def municipalities_table(entry: Entry, slug: str, language: Language, ours: Collection[str]) -> dict[str, Any] | None:
    """Return every municipality's value, highest first, own towns marked; those without one last, with the reason."""
    if not entry.ranked or entry.extent is None:
        return None
    one, values = entry.indicator, overview().values[entry.id]
    names = _names(language)
    ordered = ranks(values)
    unit = _("%(unit)s, %(period)s") % {"unit": one.unit.in_language(language) or "–", "period": entry.extent.period}
    rows = [
        {
            "ours": code in ours,
            "cells": [
                {"text": names[code], "url": reverse("town_profile", args=[slug, code])},
                {"text": write_number(rank, language)},
                {"text": write_plain(values[code], one.decimals, language)},
            ],
        }
        for code, rank in ordered.items()
    ]
    table = made_ready(
        {
            "id": "municipalities-table",
            "caption": _("All municipalities"),
            "unit": unit,
            "columns": [
                {"label": words.MUNICIPALITY.in_language(language)},
                {"label": words.RANK.in_language(language), "kind": "number"},
                {"label": words.VALUE.in_language(language), "kind": "number"},
            ],
            "rows": rows,
            "head": "sticky",
        }
    )
    return {**table, "note": words.RANK_NOTE.in_language(language)}


def without_value(entry: Entry, slug: str, language: Language) -> dict[str, Any] | None:
    """Return the municipalities that have no value of the period, each with the reason in words."""
    if not entry.ranked:
        return None
    known, names = unranked_figures(entry), _names(language)
    missing = sorted(set(names) - set(overview().values[entry.id]), key=lambda code: names[code])
    if not missing:
        return None
    rows = []
    for code in missing:
        figure = known.get(code)
        if figure is None:
            why = NOT_THERE.in_language(language)
        elif figure.value is None:
            why = NOT_PUBLISHED.in_language(language)
        else:
            value = write_with_unit(figure.value, entry.indicator.unit, entry.indicator.decimals, language)
            why = _("newest %(period)s: %(value)s (%(status)s)") % {
                "period": figure.period or "–",
                "value": value,
                "status": describe_status(figure.status).in_language(language).lower(),
            }
        rows.append(
            {"cells": [{"text": names[code], "url": reverse("town_profile", args=[slug, code])}, {"text": why}]}
        )
    return {
        "id": "missing-table",
        "caption": _("Without a figure of the period"),
        "columns": [{"label": words.MUNICIPALITY.in_language(language)}, {"label": _("Why")}],
        "rows": rows,
    }


def _names(language: Language) -> Mapping[str, str]:
    table = places.load()
    return {
        place.code: place.name.in_language(language)
        for place in table.places(Division.MUNICIPALITY, places.NEWEST_DIVISION)
    }


def distribution_picture(entry: Entry, code: str, language: Language) -> dict[str, Any] | None:
    """Return the histogram of the municipalities' values with the place's class marked, and its equal table."""
    if not entry.ranked or entry.extent is None:
        return None
    one, values = entry.indicator, overview().values[entry.id]
    classes = value_classes(values.values())
    if not classes:
        return None
    name = _names(language).get(code, "")
    title = _finding(entry, code, name, language)
    unit = one.unit.in_language(language)
    measure = _("Number of municipalities by value, %(unit)s, %(period)s") % {
        "unit": unit,
        "period": entry.extent.period,
    }
    own = values.get(code)
    spec = distribution_chart(classes, own, name, title, language, decimals=one.decimals, width=None)
    rows = [
        {
            "ours": own is not None and each.holds(own, last=each is classes[-1]),
            "cells": [
                {"text": class_label(each, one.decimals, language)},
                {"text": write_number(each.count, language)},
            ],
        }
        for each in classes
    ]
    return {
        "id": "distribution",
        "level": 3,
        "title": title,
        "subtitle": measure,
        "spec": spec,
        "source": _source_line(entry, language),
        "table": {
            "id": "distribution-table",
            "caption": measure,
            "columns": [
                {
                    "label": f"{words.CLASS.in_language(language)} ({unit})"
                    if unit
                    else words.CLASS.in_language(language)
                },
                {"label": words.MUNICIPALITIES.in_language(language), "kind": "number"},
            ],
            "rows": rows,
            "note": _("The lower limit belongs to the class."),
        },
    }


def _finding(entry: Entry, code: str, name: str, language: Language) -> str:
    """Return the title: the own value and rank beside the median; without an own value the median alone."""
    one, values = entry.indicator, overview().values[entry.id]
    found = standing(code, values)
    unit = one.unit if one.unit.fi == PERCENT else Text.same("")
    if found is None:
        middle = write_with_unit(float(median(values.values())), unit, one.decimals, language)
        return _("The median of the municipalities is %(median)s") % {"median": middle}
    return _("%(place)s %(value)s, rank %(rank)s; the median is %(median)s") % {
        "place": name,
        "value": write_with_unit(values[code], unit, one.decimals, language),
        "rank": write_rank(found, language),
        "median": write_with_unit(found.median, unit, one.decimals, language),
    }


def _source_line(entry: Entry, language: Language) -> str:
    source = entry.source
    if source is None:
        return ""
    day = (
        f", {words.RETRIEVED.in_language(language).lower()} {write_date(source.retrieved, language)}"
        if source.retrieved
        else ""
    )
    return f"{source.name}, {source.licence}{day}"
