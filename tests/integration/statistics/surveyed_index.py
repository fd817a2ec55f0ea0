"""A closed wave of six towns and an index with columns of it beside figures of the small store. Not a test itself."""

import json
import random
from datetime import date
from typing import Any, Final
from uuid import UUID

from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import CompositeIndex, SurveyLink, SurveyResponse, SurveyWave
from tests.integration.factories import make_record
from tests.integration.statistics.small_store import TOWNS
from tests.integration.statistics.surveys import PLAIN, open_survey, options, text

KNOWN: Final = {
    "code": "known", "kind": "matrix", "text": text("Tunnettuus"), "items_of_wave": True,
    "options": options("well", "not"),
}  # fmt: skip
ASKED: Final = {**PLAIN, "questions": [*PLAIN["questions"], KNOWN]}
FEW: Final = "915"
"""The town of whose image only four respondents say anything."""


def closed_wave(here: Workspace, *, respondents: int = 40, reverse: bool = False, few: str = "5") -> SurveyLink:
    """Return a link of a closed wave: later towns have a better image, and ``FEW`` has four answers, all ``few``."""
    link = open_survey(here, plain=ASKED)
    chance = random.Random(2)
    told: list[dict[str, Any]] = []
    for number in range(respondents):
        image = {town: str(1 + (place + chance.randint(0, 3)) // 2) for place, town in enumerate(TOWNS)}
        known = {town: "well" if chance.random() < 0.3 + 0.1 * place else "not" for place, town in enumerate(TOWNS)}
        image = {town: few if town == FEW else said for town, said in image.items() if town != FEW or number < 4}
        told.append({"image": image, "known": known, "move": str(chance.randint(0, 10))})
    with in_scope(here):
        SurveyWave.objects.filter(pk=link.wave_id).update(state="closed", towns=list(TOWNS))
        SurveyResponse.objects.bulk_create(
            SurveyResponse(
                id=UUID(int=1000 + (-number if reverse else number)), workspace=here, wave=link.wave, form_number=1,
                respondent_group="residents", municipality=TOWNS[number % len(TOWNS)], day=date(2026, 1, 5),
                language="fi", answers=answers,
            )
            for number, answers in enumerate(told)
        )  # fmt: skip
    return link


def index_with(here: Workspace, wave_id: object, *, wave_weight: float = 1) -> CompositeIndex:
    """Return an index of one statistic and two measures of the wave."""
    rows = [
        {"code": "index", "name": "Vetovoima"},
        {"code": "pay", "parent": "index"},
        {"code": f"survey:{wave_id}:image", "parent": "index", "weight": wave_weight},
        {"code": f"survey:{wave_id}:known:well", "parent": "index"},
    ]
    with in_scope(here):
        group = make_record("place-groups", name="Ryhmä")
        for town in TOWNS:
            make_record("place-group-members", group=group, municipality=town)
        made = make_record("indices", name="Vetovoima", place_group=group, structure=json.dumps(rows))
    assert isinstance(made, CompositeIndex)
    return made
