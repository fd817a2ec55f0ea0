"""A wave's weighting filled in from the store by two margins: towns with ages, and age × sex."""

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import SurveyWave
from seutu.apps.statistics.surveys import store_targets, weighting
from seutu.core.statistics import Indicator, Kind, Observation
from seutu.core.text import Text
from seutu.warehouse import Batch, Warehouse
from tests.integration.factories import signed_in_as
from tests.integration.statistics.small_store import SOURCE
from tests.integration.statistics.surveys import PLAIN, open_survey, options, text
from tests.integration.statistics.test_survey_results import answer

pytestmark = pytest.mark.django_db
BOTH = "population_by_age_sex"
PEOPLE = [("18-34", "1", 10.0), ("18-34", "2", 20.0), ("35-", "1", 30.0), ("35-", "2", 40.0), ("0-17", "1", 99.0)]


def form(*ages: str) -> dict[str, Any]:
    sexes = [{"code": "f", "text": text("Nainen")}, {"code": "m", "text": text("Mies")}]
    more = [
        {"code": "years", "kind": "single", "text": text("Ikä"), "options": options(*ages)},
        {"code": "gender", "kind": "single", "text": text("Sukupuoli"), "options": sexes},
    ]
    return PLAIN | {"questions": [*PLAIN["questions"], *more]}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two towns by age, and by age and sex."""
    held = Warehouse(tmp_path / "statistics.duckdb")
    plain = Text.same(BOTH)
    known = Indicator(
        id=BOTH, label=plain, unit=plain, description=plain, kind=Kind.COUNT, decimals=0, source=SOURCE.id
    )
    rows = [
        Observation(BOTH, "municipality", town, "2024", number * times, f"ika:{ages};sukupuoli:{sex}")
        for town, times in (("140", 1), ("684", 2))
        for ages, sex, number in PEOPLE
    ]
    rows += [
        Observation("paavo_by_age", "municipality", town, "2024", number * times, f"age:{ages}")
        for town, times in (("140", 1), ("684", 2))
        for ages, number in (("0-17", 200.0), ("18-34", 31.0), ("35-", 71.0))
    ]
    held.load_batches([Batch(rows, SOURCE, {BOTH: known})])
    for reader in (store_targets, weighting):
        monkeypatch.setattr(reader, "warehouse", lambda: held)


@pytest.mark.usefixtures("store")
def test_two_margins_are_filled_in_and_meet_the_answers() -> None:
    link = open_survey(plain=form("18-34", "35-plus"))
    for town, first, second in (("140", "f", "m"), ("684", "m", "f")):
        answer(link, 3, town=town, years="18-34", gender=first)
        answer(link, 3, town=town, years="35-plus", gender=second)
    client = signed_in_as(link.workspace, Role.OWNER)
    here = reverse("survey_weighting", args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    shown = client.get(here).content.decode()
    assert "?fill=town-age" in shown
    assert "?fill=age-sex" in shown
    raked = client.get(here, {"fill": "town-age"}).context["form"].initial
    assert raked["method"] == "raking"
    assert raked["population"].splitlines() == [
        "town; 140; 102", "town; 684; 204", "years; 18-34; 93", "years; 35-plus; 213",
    ]  # fmt: skip
    cells = client.get(here, {"fill": "age-sex"}).context["form"].initial
    assert cells["method"] == "cells"
    assert cells["population"].splitlines() == [
        "years × gender; 18-34 × f; 60", "years × gender; 18-34 × m; 30",
        "years × gender; 35-plus × f; 120", "years × gender; 35-plus × m; 90",
    ]  # fmt: skip
    assert cells["source"].endswith("2024")
    for filled in (raked, cells):
        assert client.post(here, filled).status_code == 302
    with in_scope(link.workspace):
        found = weighting.weighting_of_wave(SurveyWave.objects.get(pk=link.wave_id)).weights
    assert sorted({round(float(each), 6) for each in found}) == [0.4, 0.8, 1.2, 1.6]


@pytest.mark.usefixtures("store")
def test_classes_that_do_not_fit_are_told_and_nothing_is_filled_in() -> None:
    link = open_survey(plain=form("18-24", "25-plus"))
    answer(link, 3, town="140", years="25-plus", gender="f")
    here = reverse("survey_weighting", args=[link.workspace.slug, link.wave.survey_id, link.wave_id])
    shown = signed_in_as(link.workspace, Role.OWNER).get(here, {"fill": "town-age"})
    said = shown.content.decode()
    assert said.count("ikäluokka 18–34 ei mahdu kokonaan yhteenkään kysymyksen years luokkaan") == 1
    assert shown.context["fills"] == []
    assert shown.context["form"].initial["population"] == ""
