"""Answers of a wave as tables for files: raw codes, or the words of a language. Not for estimates."""

from collections.abc import Iterator
from typing import Final, Literal

from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.apps.statistics.models import SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.queries import responses_of
from seutu.apps.statistics.surveys.weighting import weighting_of_wave
from seutu.core.surveys.answer_tables import answer_columns, labelled, raw_cells
from seutu.core.text import Language, Text
from seutu.reporting.tables import TableColumn, TableContent

AnswerForm = Literal["raw", "labels"]
WEIGHT: Final = ("weight", Text(fi="paino", sv="vikt", en="weight"))
WEIGHT_DIGITS: Final = 6
HEAD: Final = (
    ("id", Text(fi="tunniste", sv="id", en="id")),
    ("respondent_group", Text(fi="vastaajaryhmä", sv="svarandegrupp", en="respondent group")),
    ("municipality", Text(fi="kunta", sv="kommun", en="municipality")),
    ("day", Text(fi="päivä", sv="dag", en="day")),
    ("language", Text(fi="kieli", sv="språk", en="language")),
    ("seed", Text(fi="arvonta", sv="lottning", en="draw")),
)


def answers_table(wave: SurveyWave, form: AnswerForm, language: Language) -> TableContent:
    """Return the answers of a wave; raises NoFormError. The rows are read as they are written.

    A wave that is weighted has a column of weights, with the mean 1, to six decimals.
    """
    columns = answer_columns(form_of(wave))
    labels = form == "labels"
    heads = [TableColumn(key, label.in_language(language) if labels else key) for key, label in HEAD]
    asked = [TableColumn(each.key, each.label(language) if labels else each.key) for each in columns]
    if not wave.weighting:
        return TableContent(wave.name, (*heads, *asked), _rows(wave, form, language))
    weights = [round(float(each), WEIGHT_DIGITS) for each in weighting_of_wave(wave).weights]
    key, label = WEIGHT
    heads.append(TableColumn(key, label.in_language(language) if labels else key))
    rows = (
        [*row[: len(HEAD)], weight, *row[len(HEAD) :]]
        for row, weight in zip(_rows(wave, form, language), weights, strict=True)
    )
    return TableContent(wave.name, (*heads, *asked), rows)


def _rows(wave: SurveyWave, form: AnswerForm, language: Language) -> Iterator[list[object]]:
    questionnaire, towns = form_of(wave), towns_known()
    columns = answer_columns(questionnaire)
    for each in responses_of(wave).iterator(chunk_size=2000):
        cells = raw_cells(questionnaire, each.answers, seed=each.seed)
        if form == "labels":
            pairs = zip(columns, cells, strict=True)
            cells = [labelled(column, cell, language, towns) for column, cell in pairs]
        yield [*_head(each, form, language), *cells]


def _head(each: SurveyResponse, form: AnswerForm, language: Language) -> list[object]:
    town = each.municipality
    if form == "labels" and town:
        town = municipality_name(town, language)
    seed = None if each.seed is None else str(each.seed)
    return [str(each.pk), each.respondent_group or None, town or None, each.day.isoformat(), each.language, seed]
