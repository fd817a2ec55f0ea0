"""Variables of an SPSS file as columns of a questionnaire, and their values as its codes or words.

A variable is known by its name, its label, its set, or the column map; a value by its label, else by itself. Not for
reading the file (``sources.spss``) or for storing answers.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID, uuid5

from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys.answer_files import HEAD
from seutu.apps.statistics.surveys.forms import towns_known
from seutu.core.surveys.answer_tables import CHOSEN, NOT_CHOSEN, AnswerColumn, answer_columns, column_named, known_code
from seutu.core.surveys.questionnaire import DONT_KNOW, NOT_ASKED, QuestionKind, Questionnaire
from seutu.core.text import Text
from seutu.sources.spss import SpssFile, SpssSet, SpssValue, SpssVariable

SKIPPED: Final = "-"
TOWN_DIGITS: Final = 3
MOST_NOTES: Final = 20
LEADING: Final = frozenset(key for key, _ in HEAD)
WEIGHT_LEFT: Final = Text(
    fi="Painomuuttujaa {name} ei tuoda: Seutu laskee painot väkiluvusta tulossivulla.",
    sv="Viktvariabeln {name} importeras inte: Seutu räknar vikterna ur folkmängden på resultatsidan.",
    en="The weighting variable {name} is not brought in: Seutu weights by populations on the page of results.",
)
OWN_IDS: Final = Text(
    fi="Muuttujan {name} arvoista tehdään Seudun tunnisteet, joten sama vastaaja ei tule kahdesti.",
    sv="Av värdena i {name} görs Seutus egna id, så samma svarande kommer inte in två gånger.",
    en="Ids of Seutu are made of the values of {name}, so that no respondent comes in twice.",
)
USER_MISSING: Final = Text(
    fi="{name}: {count} puuttuvaksi merkittyä arvoa {value} luetaan tyhjiksi.",
    sv="{name}: {count} värden {value} som angetts som saknade läses som tomma.",
    en="{name}: {count} values {value} that are declared missing are read as empty.",
)
Sheet = tuple[tuple[str, ...], list[dict[str, str]], dict[str, str], tuple[Text, ...]]


@dataclass(slots=True)
class _Meanings:
    """What each variable means: a column, a leading name, or nothing known; and how its values are read."""

    columns: dict[str, AnswerColumn] = field(default_factory=dict)
    leading: dict[str, str] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    held: dict[str, list[AnswerColumn]] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    unknown: dict[str, str] = field(default_factory=dict)
    """What the column map says of a variable where it is no column: the import tells of it."""


def spss_sheet(file: SpssFile, wave: SurveyWave, questionnaire: Questionnaire, column_map: Mapping[str, str]) -> Sheet:
    """Return headings, rows by heading, what headings mean, and what a person should know.

    A variable that means nothing known keeps its name as its heading, so that the import asks for it. User-missing
    values are ``dont_know`` or ``not_asked`` where their labels say so and the question allows it, else empty and
    counted.
    """
    meanings = _meanings(file, questionnaire, column_map)
    missing: Counter[tuple[str, str]] = Counter()
    rows = [_row(file, row, wave, questionnaire, meanings, missing) for row in file.rows]
    headers, meant = _headings(file, meanings)
    return headers, rows, meant, _notes(file, meanings, missing)


def _meanings(file: SpssFile, questionnaire: Questionnaire, column_map: Mapping[str, str]) -> _Meanings:
    columns, found = answer_columns(questionnaire), _Meanings()
    for each in file.sets:
        _set_meaning(each, file, columns, column_map, found)
    for variable in file.variables:
        name, wanted = variable.name, column_map.get(variable.name)
        if name in found.columns or name in found.skipped:
            continue
        column = column_named(columns, wanted or name) or (None if wanted else column_named(columns, variable.label))
        leading = (wanted or name).casefold()
        if column is not None:
            found.columns[name] = column
        elif leading in LEADING:
            found.leading[name] = leading
        elif wanted == SKIPPED or (wanted is None and name == file.weight):
            found.skipped.add(name)
        elif wanted is not None:
            found.unknown[name] = wanted
    return found


def _set_meaning(
    each: SpssSet,
    file: SpssFile,
    columns: tuple[AnswerColumn, ...],
    column_map: Mapping[str, str],
    found: _Meanings,
) -> None:
    """Find the multiple choice that a set stands for, and what its variables hold."""
    wanted = column_map.get(f"${each.name}") or column_map.get(each.name)
    names = {word.casefold() for word in ((wanted,) if wanted else (each.name, each.label)) if word}
    own = [
        column
        for column in columns
        if column.question.kind is QuestionKind.MULTIPLE
        and names & {column.question.code.casefold(), *(t.casefold() for t in column.question.text.as_dict().values())}
    ]
    if not own:
        return
    if each.counted is None:
        found.held[each.name] = own
        found.skipped.update(each.variables)
        return
    labels = {variable.name: variable.label for variable in file.variables}
    for name in each.variables:
        words = {word.casefold() for word in (name, labels.get(name, "")) if word}
        wanted_column = column_map.get(name)
        for column in own:
            texts = {text.casefold() for text in (column.key, *_texts(column))}
            if column.key == wanted_column or (wanted_column is None and words & texts):
                found.columns[name], found.counted[name] = column, each.counted


def _headings(file: SpssFile, meanings: _Meanings) -> tuple[tuple[str, ...], dict[str, str]]:
    meant = {name: column.key for name, column in meanings.columns.items()} | meanings.leading | meanings.unknown
    meant |= dict.fromkeys(meanings.skipped, SKIPPED)
    extra = {column.key: column.key for own in meanings.held.values() for column in own}
    return (*(each.name for each in file.variables), *extra), meant | extra


def _row(
    file: SpssFile,
    values: Sequence[SpssValue],
    wave: SurveyWave,
    questionnaire: Questionnaire,
    meanings: _Meanings,
    missing: Counter[tuple[str, str]],
) -> dict[str, str]:
    cells: dict[str, str] = {}
    for variable, value in zip(file.variables, values, strict=True):
        if value is None or variable.name in meanings.skipped:
            continue
        column, name = meanings.columns.get(variable.name), variable.name
        if name in meanings.counted and not variable.is_missing(value):
            cells[name] = CHOSEN if _plain(value) == meanings.counted[name] else NOT_CHOSEN
        elif column is not None:
            cells[name] = _cell(variable, value, column, missing)
        elif variable.is_missing(value):
            missing[name, _said(variable, value)] += 1
        else:
            cells[name] = _leading(meanings.leading.get(name, ""), variable, value, wave, questionnaire)
    return cells | _held(file, values, meanings)


def _cell(variable: SpssVariable, value: SpssValue, column: AnswerColumn, missing: Counter[tuple[str, str]]) -> str:
    towns = towns_known()
    worded = known_code(column, _label(variable, value), towns)
    if variable.is_missing(value):
        if worded == NOT_ASKED or (worded == DONT_KNOW and column.question.dont_know):
            return worded
        missing[variable.name, _said(variable, value)] += 1
        return ""
    if worded:
        return worded
    plain = _plain(value)
    return plain.zfill(TOWN_DIGITS) if column.question.kind is QuestionKind.MUNICIPALITY and plain.isdigit() else plain


def _leading(key: str, variable: SpssVariable, value: SpssValue, wave: SurveyWave, questionnaire: Questionnaire) -> str:
    plain, label = _plain(value), _label(variable, value)
    if key == "municipality":
        return label or (plain.zfill(TOWN_DIGITS) if plain.isdigit() else plain)
    if key == "respondent_group" and questionnaire.group_question:
        column = column_named(answer_columns(questionnaire), questionnaire.group_question)
        return (column and known_code(column, label, {})) or plain
    return str(uuid5(wave.pk, plain)) if key == "id" and not _is_id(plain) else plain


def _held(file: SpssFile, values: Sequence[SpssValue], meanings: _Meanings) -> dict[str, str]:
    """Return the cells of sets whose variables hold the options that were chosen."""
    cells: dict[str, str] = {}
    places = {variable.name: place for place, variable in enumerate(file.variables)}
    for each in file.sets:
        own = meanings.held.get(each.name)
        if own is None:
            continue
        given = [
            (variable, values[places[name]])
            for name in each.variables
            for variable in [file.variables[places[name]]]
            if values[places[name]] is not None and not variable.is_missing(values[places[name]])
        ]
        words = [{word.casefold() for word in (_label(*pair), _plain(pair[1])) if word} for pair in given]
        texts = {column.key: {text.casefold() for text in _texts(column)} for column in own}
        for column in own if given else ():
            cells[column.key] = CHOSEN if any(each & texts[column.key] for each in words) else NOT_CHOSEN
        known = {text for each in texts.values() for text in each}
        if unknown := [pair for pair, each in zip(given, words, strict=True) if not each & known]:
            cells[own[0].key] = _plain(unknown[0][1])  # no option of the question: the import tells of it
    return cells


def _texts(column: AnswerColumn) -> set[str]:
    return {column.part, *(column.part_text.as_dict().values() if column.part_text else ())}


def _label(variable: SpssVariable, value: SpssValue) -> str:
    return variable.labels.get(value, "") if isinstance(value, float | str) else ""


def _said(variable: SpssVariable, value: SpssValue) -> str:
    label = _label(variable, value)
    return f"{_plain(value)} ({label})" if label else _plain(value)


def _plain(value: SpssValue) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
    return value.isoformat() if isinstance(value, date) else value or ""


def _is_id(plain: str) -> bool:
    try:
        UUID(plain)
    except ValueError:
        return False
    return True


def _notes(file: SpssFile, meanings: _Meanings, missing: Counter[tuple[str, str]]) -> tuple[Text, ...]:
    said = [WEIGHT_LEFT.filled(name=file.weight)] if file.weight in meanings.skipped else []
    places = {variable.name: place for place, variable in enumerate(file.variables)}
    for name, key in meanings.leading.items():
        held = [row[places[name]] for row in file.rows if row[places[name]] is not None]
        if key == "id" and any(not _is_id(_plain(each)) for each in held):
            said.append(OWN_IDS.filled(name=name))
    counted = sorted(missing.items())[:MOST_NOTES]
    return (*said, *(USER_MISSING.filled(name=name, value=value, count=count) for (name, value), count in counted))
