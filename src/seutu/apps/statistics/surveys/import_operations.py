"""Bringing answers in from a table: an earlier survey, or an own export. All rows or none, one entry in the log.

A file's columns are known by their codes (``image.140``), by their words in any language, or by a map that a person
gives. Not for reading the file's cells (``sources.tables``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import IntegrityError

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.recording import recording
from seutu.apps.statistics.models import SurveyResponse, SurveyWave
from seutu.apps.statistics.subjects import SURVEY_ANSWERS
from seutu.apps.statistics.surveys.answer_files import HEAD, WEIGHT
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.tokens import SEEDS
from seutu.core.problems import InputProblem, Problem
from seutu.core.surveys.answer_tables import (
    AnswerColumn,
    answer_columns,
    answers_of,
    column_named,
    of_all_rows,
    read_cell,
)
from seutu.core.surveys.answers import check_answers, respondent_group, respondent_home
from seutu.core.surveys.questionnaire import Questionnaire
from seutu.core.text import LANGUAGES, Text

MOST_PROBLEMS: Final = 50
MOST_NAMED: Final = 12
LONGEST_SEED: Final = 10
NO_COLUMNS: Final = Text(
    fi="Tiedostossa ei ole yhtään tämän kyselyn saraketta. Otsikoksi kelpaa kysymyksen tunnus tai teksti.",
    sv="Filen har ingen kolumn i den här enkäten. Som rubrik duger frågans kod eller text.",
    en="The file has no column of this survey. A heading is a question’s code or its text.",
)
UNKNOWN_COLUMN: Final = Text(
    fi="Sarake ”{header}” ei ole mikään tämän kyselyn kysymys. Anna sille kysymys sarakekartassa tai ohita se.",
    sv="Kolumnen ”{header}” är ingen fråga i enkäten. Ange frågan i kolumnkartan eller hoppa över den.",
    en="The column “{header}” is no question of this survey. Give it a question in the column map, or skip it.",
)
UNKNOWN_COLUMNS: Final = Text(
    fi="{count} saraketta ei ole tämän kyselyn kysymyksiä: {headers}. Anna niille kysymykset sarakekartassa, ohita ne "
    "tai valitse kierros, jolla näitä kysyttiin.",
    sv="{count} kolumner är inga frågor i enkäten: {headers}. Ange frågorna i kolumnkartan, hoppa över dem eller välj "
    "den omgång där de ställdes.",
    en="{count} columns are no questions of this survey: {headers}. Give them questions in the column map, skip them, "
    "or choose the wave that asked them.",
)
SAME_ID: Final = Text(
    fi="Sama tunniste on jo rivillä {line}. Poista toinen rivi: kukin vastaus tuodaan kerran.",
    sv="Samma id finns redan på rad {line}. Ta bort den ena raden: varje svar importeras en gång.",
    en="The same id stands on row {line} already. Remove one of the rows: every answer is brought in once.",
)
MAPPED_WRONG: Final = Text(
    fi="Sarakekartan ”{code}” ei ole tämän kyselyn sarake. Tarkista tunnus.",
    sv="Kolumnkartans ”{code}” är ingen kolumn i enkäten. Kontrollera koden.",
    en="“{code}” of the column map is no column of this survey. Check the code.",
)
TWO_FOR_ONE: Final = Text(
    fi="Kaksi saraketta tarkoittaa samaa kysymystä {code}. Ohita toinen.",
    sv="Två kolumner avser samma fråga {code}. Hoppa över den ena.",
    en="Two columns mean the same question {code}. Skip one of them.",
)
WRONG_DAY: Final = Text(
    fi="Päivää ei voi lukea. Kirjoita se muodossa 2026-01-31.",
    sv="Dagen kan inte läsas. Skriv den i formen 2026-01-31.",
    en="The day cannot be read. Write it as 2026-01-31.",
)
WRONG_ID: Final = Text(
    fi="Tunnistetta ei voi lukea. Jätä se tyhjäksi, niin vastaus saa uuden.",
    sv="Id kan inte läsas. Lämna det tomt, så får svaret ett nytt.",
    en="The id cannot be read. Leave it empty, and the answer gets a new one.",
)
CHANGED: Final = Text(
    fi="Vastaus on jo tallessa toisenlaisena. Vastauksia ei muuteta tuomalla.",
    sv="Svaret finns redan med annat innehåll. Svar ändras inte genom import.",
    en="The answer is stored already with other content. Answers are not changed by bringing in a file.",
)
ELSEWHERE: Final = Text(
    fi="Tiedostossa on vastaus, joka on jo tallessa muualla. Jätä sarake id pois, niin vastaus saa uuden tunnisteen.",
    sv="Filen har ett svar som redan finns någon annanstans. Lämna bort kolumnen id, så får svaren nya id.",
    en="The file has an answer that is stored elsewhere already. Leave the column id out, and the answers get new ids.",
)
WRONG_HEAD: Final = Text(
    fi="Arvoa ei tunneta. Korjaa se tai jätä se tyhjäksi.",
    sv="Värdet är okänt. Rätta det eller lämna det tomt.",
    en="The value is not known. Correct it or leave it empty.",
)
SKIPPED: Final = "-"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a file: its line, and its cells by heading."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Brought:
    """How many answers were created, and how many stood already as they are."""

    created: int
    unchanged: int


def import_answers(
    wave: SurveyWave,
    headers: Sequence[str],
    rows: Iterable[SheetRow],
    *,
    by: User | None,
    at: datetime,
    on: date,
    column_map: Mapping[str, str] | None = None,
    preview: bool = False,
) -> Brought:
    """Bring answers into a wave. ``column_map`` gives a heading its column's code, or ``-`` to skip it.

    With ``preview`` nothing is stored, and what would be is returned.

    Raises InputProblem with what is wrong and where; nothing is stored then. Raises NoFormError.
    """
    questionnaire = form_of(wave)
    columns = _columns(questionnaire, headers, column_map or {})
    problems: list[Problem] = []
    read: dict[UUID, SurveyResponse] = {}
    lines: dict[UUID, int] = {}
    for row in rows:
        found = _response(wave, questionnaire, columns, row, on, problems)
        if found is None:
            continue
        if found.pk in read:
            same = SAME_ID.filled(line=lines[found.pk])
            problems.append(Problem(same, line=row.line, column="id", value=str(found.pk)))
        read[found.pk], lines[found.pk] = found, lines.get(found.pk, row.line)
    if problems:
        raise InputProblem(*problems[:MOST_PROBLEMS])
    if preview:
        new = _new_ones(wave, read)
        return Brought(len(new), len(read) - len(new))
    try:
        with recording(Operation.IMPORT, by=by, at=at, note=wave.name) as act:
            new = _new_ones(wave, read)
            SurveyResponse.objects.bulk_create(new, batch_size=500)
            if new:
                values = {"name": [None, wave.name], "count": [None, str(len(new))]}
                act.note(SURVEY_ANSWERS, wave.pk, Change.CREATED, values)
    except IntegrityError:  # an id of another workspace's answer, which cannot be seen from here
        raise InputProblem.because(ELSEWHERE, column="id") from None
    return Brought(len(new), len(read) - len(new))


def columns_meant(
    questionnaire: Questionnaire, headers: Sequence[str], column_map: Mapping[str, str]
) -> dict[str, str]:
    """Return the code that each heading means, those skipped left out; raises InputProblem as an import does."""
    found = _columns(questionnaire, headers, column_map)
    return {header: meant if isinstance(meant, str) else meant.key for header, meant in found.items()}


def _columns(
    questionnaire: Questionnaire, headers: Sequence[str], column_map: Mapping[str, str]
) -> dict[str, AnswerColumn | str]:
    """Return what each heading means: a column of the questionnaire, or the name of a leading one.

    The weights of an own export are known but not brought in: they follow from the wave's plan.
    """
    known = answer_columns(questionnaire)
    leading = {word.casefold(): key for key, label in (*HEAD, WEIGHT) for word in (key, *label.as_dict().values())}
    found: dict[str, AnswerColumn | str] = {}
    problems: list[Problem] = []
    unknown: list[str] = []
    for header in headers:
        wanted = column_map.get(header, header)
        if wanted == SKIPPED:
            continue
        meant = column_named(known, wanted) or leading.get(wanted.strip().casefold())
        if meant is None and header in column_map:
            problems.append(Problem(MAPPED_WRONG.filled(code=wanted), column=header))
        elif meant is None:
            unknown.append(header)
        elif meant in found.values():
            problems.append(Problem(TWO_FOR_ONE.filled(code=wanted), column=header))
        else:
            found[header] = meant
    if not any(isinstance(each, AnswerColumn) for each in found.values()):
        problems = problems or [Problem(NO_COLUMNS)]
    elif unknown:
        problems.append(_unknown(unknown))
    if problems:
        raise InputProblem(*problems)
    return found


def _unknown(headers: Sequence[str]) -> Problem:
    if len(headers) == 1:
        return Problem(UNKNOWN_COLUMN.filled(header=headers[0]), column=headers[0])
    named = ", ".join(headers[:MOST_NAMED]) + (" …" if len(headers) > MOST_NAMED else "")
    return Problem(UNKNOWN_COLUMNS.filled(count=len(headers), headers=named))


def _response(
    wave: SurveyWave,
    questionnaire: Questionnaire,
    columns: Mapping[str, AnswerColumn | str],
    row: SheetRow,
    on: date,
    problems: list[Problem],
) -> SurveyResponse | None:
    towns = towns_known()
    head = {meant: row.cells.get(header, "").strip() for header, meant in columns.items() if isinstance(meant, str)}
    cells = {
        meant: read_cell(meant, row.cells.get(header, ""), towns)
        for header, meant in columns.items()
        if isinstance(meant, AnswerColumn)
    }
    answers = answers_of(cells)
    seed = head.get("seed", "")
    has_seed = seed.isascii() and seed.isdigit() and len(seed) <= LONGEST_SEED and int(seed) < SEEDS
    town, spoken = _town(head.get("municipality", ""), towns), head.get("language", "")
    for name, is_known in (("municipality", town), ("language", spoken in LANGUAGES), ("seed", has_seed)):
        if head.get(name) and not is_known:
            problems.append(Problem(WRONG_HEAD, line=row.line, column=name, value=head[name][:80]))
    form = questionnaire if has_seed else of_all_rows(questionnaire)
    for code, fault in check_answers(form, answers, seed=int(seed) if has_seed else 0, towns=towns.keys()).items():
        problems.append(Problem(fault, line=row.line, column=code, value=str(answers.get(code, ""))[:80]))
    day, own_id = _day(head.get("day", ""), row, on, problems), _id(head.get("id", ""), row, problems)
    if problems:
        return None
    return SurveyResponse(
        id=own_id,
        workspace_id=wave.workspace_id,
        wave_id=wave.pk,
        form_number=int(wave.form_number or 0),
        respondent_group=head.get("respondent_group", "")[:40] or respondent_group(questionnaire, answers),
        municipality=town or respondent_home(questionnaire, answers),
        day=day,
        language=spoken or "fi",
        seed=int(seed) if has_seed else None,
        answers=answers,
    )


def _day(cell: str, row: SheetRow, on: date, problems: list[Problem]) -> date:
    try:
        return date.fromisoformat(cell) if cell else on
    except ValueError:
        problems.append(Problem(WRONG_DAY, line=row.line, column="day", value=cell[:40]))
        return on


def _id(cell: str, row: SheetRow, problems: list[Problem]) -> UUID:
    try:
        return UUID(cell) if cell else uuid4()
    except ValueError:
        problems.append(Problem(WRONG_ID, line=row.line, column="id", value=cell[:40]))
        return uuid4()


def _town(cell: str, towns: Mapping[str, Text]) -> str:
    folded = cell.casefold()
    named = (code for code, name in towns.items() if folded in {each.casefold() for each in name.as_dict().values()})
    return cell if cell in towns else next(named, "") if cell else ""


def _new_ones(wave: SurveyWave, read: Mapping[UUID, SurveyResponse]) -> list[SurveyResponse]:
    """Return those that are not stored yet; raises InputProblem for one that is stored with other answers."""
    ids = list(read)
    held: dict[UUID, Any] = {}
    for start in range(0, len(ids), 500):
        rows = SurveyResponse.objects.filter(pk__in=ids[start : start + 500])
        for pk, wave_id, answers in rows.values_list("pk", "wave_id", "answers"):
            if wave_id != wave.pk:
                raise InputProblem.because(ELSEWHERE, column="id", value=str(pk))
            held[pk] = answers
    if changed := next((pk for pk, answers in held.items() if answers != read[pk].answers), None):
        raise InputProblem.because(CHANGED, column="id", value=str(changed))
    return [each for pk, each in read.items() if pk not in held]
