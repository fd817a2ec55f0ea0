"""The page of towns by an index and a survey: choices, the finding, the four fields as a chart and an equal table.

Not for working them out (``apps.statistics.surveys.success``).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from seutu.apps.statistics.models import CompositeIndex
from seutu.apps.statistics.surveys.success import Success
from seutu.core.charts.fields import FieldUnit, fields_chart
from seutu.core.surveys.fourfold import Field
from seutu.core.surveys.measures import Measure
from seutu.core.surveys.result_sentences import figure_text
from seutu.core.surveys.soft_and_hard import MIDDLE
from seutu.core.text import Language, Text
from seutu.web.index_words import number
from seutu.web.survey_result_pages import interval_text, measure_name


def field_words() -> dict[Field, str]:
    """Return the names of the four fields: statistics first, the survey second."""
    return {
        Field.BOTH: _("well in both"),
        Field.FIRST: _("well in statistics, not in the survey"),
        Field.SECOND: _("well in the survey, not in statistics"),
        Field.NEITHER: _("not well in either"),
    }


def success_choices(
    indices: Sequence[CompositeIndex],
    index: CompositeIndex,
    every: Sequence[Measure],
    measure: Measure,
    language: Language,
) -> list[dict[str, Any]]:
    """Return the fields of the page's form: the index and the figure."""
    figures = {each.key: measure_name(each, language) for each in every}
    return [
        _choice("index", _("Index"), {str(each.pk): each.name for each in indices}, str(index.pk)),
        _choice("figure", _("Figure"), figures, measure.key),
    ]


def _choice(name: str, label: str, options: Mapping[str, str], chosen: str) -> dict[str, Any]:
    held = [{"value": value, "label": said, "chosen": value == chosen} for value, said in options.items()]
    return {"name": name, "label": label, "options": held}


def success_page(
    told: Success, index: str, measure: Measure, names: Mapping[str, Text], language: Language
) -> dict[str, Any]:
    """Return the finding, the picture with its table, and the towns that are not placed."""
    name = measure_name(measure, language)
    heads = [_("Municipality"), _("Place in the index (0–100)"), name, _("Field")]
    rows, units = [], []
    many = 100 if measure.is_share else 1
    for each, place, value in zip(told.placed, told.places.tolist(), told.figures.tolist(), strict=True):
        sure = each.sure is each.field
        town = names[each.unit].in_language(language)
        ends = "–".join(number(end, language, 0) for end in each.first)
        texts = [
            f"{number(place, language, 0)} ({ends})",
            f"{figure_text(measure, value)(language)} ({interval_text(measure, *each.second, language)})",
            field_words()[each.field] if sure else _("not clear"),
        ]
        rows.append({"cells": [{"text": text} for text in (town, *texts)]})
        second = (value * many, each.second[0] * many, each.second[1] * many)
        units.append(FieldUnit(town, (place, *each.first), second, f"{town}: {'; '.join(texts)}", sure))
    mean = float(told.figures.mean()) * many
    return {
        "said": _said(told, names, language),
        "notes": _notes(told, names, language),
        "picture": {
            "id": "success-chart",
            "title": f"{index} × {name}",
            "subtitle": _(
                "Dot: figures. Lines: intervals (90%). Dashed: the middle of the index and the mean of the survey. "
                "Filled: surely in its field (95%)."
            ),
            "spec": fields_chart(
                units, "; ".join(unit.said for unit in units), axes=(index, name), cuts=(MIDDLE, mean)
            ),
            "table": {
                "id": "success-table",
                "caption": f"{index} × {name}",
                "columns": [{"label": head} for head in heads],
                "rows": rows,
                "stack": True,
            },
        },
    }


def _said(told: Success, names: Mapping[str, Text], language: Language) -> list[str]:
    """Return who is surely in each field, and how many are not clear."""
    said = []
    for field, words in field_words().items():
        there = [each.unit for each in told.placed if each.field is field and each.sure is field]
        if there:
            listed = ", ".join(names[unit].in_language(language) for unit in there)
            said.append(_("Surely %(field)s: %(names)s.") % {"field": words, "names": listed})
    unclear = [names[each.unit].in_language(language) for each in told.placed if each.sure is not each.field]
    if unclear:
        said.append(_("Not clear, because an interval straddles a border: %(names)s.") % {"names": ", ".join(unclear)})
    return said


def _notes(told: Success, names: Mapping[str, Text], language: Language) -> list[str]:
    notes = []
    for text, rows in (
        (_("Hidden: %(names)s."), told.hidden),
        (_("Without one of the figures: %(names)s."), told.lacking),
    ):
        if rows:
            notes.append(text % {"names": ", ".join(names[row].in_language(language) for row in rows)})
    return notes
