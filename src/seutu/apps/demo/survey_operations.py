"""The survey of an example: its questions from a file, and answers that are drawn from a seed. Never of real people."""

import random
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from uuid import uuid5

from django.utils import timezone

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.operations import create_record
from seutu.apps.records.recording import recording
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.statistics.models import SurveyResponse, SurveyWave
from seutu.apps.statistics.subjects import SURVEY_ANSWERS
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.questionnaire_operations import publish, save_draft
from seutu.apps.statistics.surveys.wave_operations import close_wave
from seutu.core.surveys.questionnaire import DONT_KNOW, Questionnaire
from seutu.core.surveys.questionnaire_reading import read_questionnaire

SURVEY_FILE: Final = "survey.toml"
LINK_NAME: Final = "Kaikille avoin linkki"
KEPT: Final = timedelta(days=730)
CITIES: Final = ("091", "837", "853", "564")
GROUPS: Final = (("residents", 5), ("cities", 3), ("others", 2))
LANGUAGES: Final = (("fi", 88), ("sv", 9), ("en", 3))
MOVES: Final = (("yes", 17), ("maybe", 30), ("no", 47), (DONT_KNOW, 6))
LEVELS: Final = {"known": (2.6, 0.7), "image": (3.3, 0.5), "pull": (2.9, 0.5)}
"""Mean of the drawn levels of towns, and how much towns differ."""
SPREAD: Final = 0.9
SHIFT: Final = 0.25
"""How much a town's level may differ between waves."""
UNSURE: Final = 0.05


def load_survey(folder: Path, *, by: User, at: datetime) -> int:
    """Make the survey that an example folder describes, and return how many answers were drawn; 0 without one."""
    file = folder / SURVEY_FILE
    if not file.exists():
        return 0
    said: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    on = timezone.localdate(at)
    values = {name: said[name] for name in ("name", "purpose", "controller")}
    survey: Any = create_record(
        kind_named("surveys"), {**values, "keep_until": on + KEPT, "keep_figures": True}, by=by, at=at
    )
    questionnaire = read_questionnaire({**said, "group_question": "who"})
    survey = save_draft(survey, questionnaire, edited=survey.edited, by=by, at=at)
    number = publish(survey, name=questionnaire.title.fi, by=by, at=at).number
    return sum(_load_wave(survey, each, number, by=by, at=at) for each in said["waves"])


def _load_wave(survey: Any, said: dict[str, Any], number: int, *, by: User, at: datetime) -> int:
    on = timezone.localdate(at)
    opens = said["opens"] if "opens" in said else on - timedelta(days=said["days_before"])
    closes = said["closes"] if "closes" in said else on + timedelta(days=said["days_after"])
    values = {"survey": survey.pk, "name": said["name"], "opens": opens, "closes": closes, "state": "open"}
    values |= {"form_number": Decimal(number), "towns": tuple(said["towns"])}
    wave: Any = create_record(kind_named("survey-waves"), values, by=by, at=at)
    link = {"wave": wave.pk, "name": LINK_NAME, "link_type": "open"}
    create_record(kind_named("survey-links"), link, by=by, at=at)
    for each in said.get("quotas", ()):
        create_record(
            kind_named("survey-quotas"), {**each, "wave": wave.pk, "target": Decimal(each["target"])}, by=by, at=at
        )
    drawn = list(_answers(wave, said["seed"], said["answers"], (opens, min(closes, on))))
    with recording(Operation.IMPORT, by=by, at=at, note=wave.name) as act:
        SurveyResponse.objects.bulk_create(drawn, batch_size=500)
        told = {"name": [None, wave.name], "count": [None, str(len(drawn))]}
        act.note(SURVEY_ANSWERS, wave.pk, Change.CREATED, told)
    if closes < on:
        close_wave(wave, by=by, at=at)
    return len(drawn)


def _answers(wave: SurveyWave, seed: int, count: int, days: tuple[date, date]) -> Iterator[SurveyResponse]:
    """Draw answers: a level for each town and matrix, and respondents around it. Nothing of a real town goes in."""
    questionnaire = form_of(wave)
    chance = random.Random(seed)  # noqa: S311 - an example that is the same every time
    levels = {matrix: _levels(matrix, wave.towns, chance) for matrix in LEVELS}
    span = (days[1] - days[0]).days
    elsewhere = sorted(set(towns_known()) - {*wave.towns, *CITIES})
    for place in range(count):
        group = _one(GROUPS, chance)
        homes: Sequence[str] = {"residents": wave.towns, "cities": CITIES}.get(group, elsewhere)
        home, drawn = chance.choice(homes), chance.getrandbits(31)
        yield SurveyResponse(
            id=uuid5(wave.pk, str(place)),
            workspace_id=wave.workspace_id,
            wave_id=wave.pk,
            form_number=int(wave.form_number or 0),
            respondent_group=group,
            municipality=home,
            day=days[0] + timedelta(days=int(span * chance.random() ** 1.5)),
            language=_one(LANGUAGES, chance),
            seed=drawn,
            answers={
                "who": group,
                "home": home,
                **{matrix: _rows(questionnaire, matrix, drawn, levels[matrix], home, chance) for matrix in LEVELS},
                "move": _one(MOVES, chance),
            },
        )


def _levels(matrix: str, towns: Sequence[str], chance: random.Random) -> dict[str, float]:
    """Draw the towns' levels: most of one is the same in every wave, the rest is the wave's own."""
    mean, spread = LEVELS[matrix]
    steady = {town: random.Random(f"{matrix} {town}").gauss(mean, spread) for town in towns}  # noqa: S311 - as above
    return {town: level + chance.uniform(-SHIFT, SHIFT) for town, level in steady.items()}


def _rows(
    questionnaire: Questionnaire,
    matrix: str,
    drawn: int,
    levels: dict[str, float],
    home: str,
    chance: random.Random,
) -> dict[str, str]:
    question = questionnaire.question(matrix)
    rows: dict[str, str] = {}
    for item in question.items_for(drawn) if question else ():
        at_home = 1.0 if item.code == home else 0.0
        point = min(5, max(1, round(chance.gauss(levels[item.code] + at_home, SPREAD))))
        unsure = question is not None and question.dont_know and chance.random() < UNSURE
        rows[item.code] = DONT_KNOW if unsure else str(point)
    return rows


def _one(weighted: Sequence[tuple[str, int]], chance: random.Random) -> str:
    return chance.choices([code for code, _ in weighted], [weight for _, weight in weighted])[0]
