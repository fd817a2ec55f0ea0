"""The weighting of a wave: chosen on its page, used by every result and file, told when it cannot be met."""

import csv
import io
import re
from math import isnan
from typing import Any

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.rules import Act, may
from seutu.apps.records.models import ActivityRow
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import SurveyLink, SurveyWave
from seutu.apps.statistics.surveys import results
from seutu.core.surveys.measures import measures_of
from seutu.core.surveys.wave_results import ALL
from tests.integration.factories import signed_in_as
from tests.integration.statistics.surveys import open_survey
from tests.integration.statistics.test_survey_results import answer

pytestmark = pytest.mark.django_db
TOWNS = "question; class; people\ntown; 140; 1000\ntown; 684; 3000"


@pytest.fixture
def link() -> SurveyLink:
    """A quarter of 40 and three quarters of 20 would move; two more live in a third town."""
    found = open_survey()
    for town, yes, no in (("140", 10, 30), ("684", 15, 5), ("895", 0, 2)):
        answer(found, yes, town=town, move="10", who="residents")
        answer(found, no, town=town, move="3", who="city")
    return found


def address(link: SurveyLink, name: str = "survey_weighting", *more: str) -> str:
    return reverse(name, args=[link.workspace.slug, link.wave.survey_id, link.wave_id, *more])


def save(link: SurveyLink, **fields: Any) -> Any:
    return signed_in_as(link.workspace, Role.OWNER).post(address(link), {"method": "cells", **fields}, follow=True)


def share_of_movers(link: SurveyLink) -> Any:
    with in_scope(link.workspace):
        found = results.answers_of_wave(SurveyWave.objects.get(pk=link.wave_id))
        measure = next(each for each in measures_of(found.questionnaire) if each.key == "move:top")
        weighting = results.weighting_of(found)
        return results.results_of(found, measure, weighting).cells[ALL, ALL], weighting


def test_a_saved_weighting_is_shown_logged_exported_and_used(link: SurveyLink) -> None:
    refused = save(link, population=TOWNS)
    assert refused.status_code == 422
    assert "895: vastaajia on, mutta perusjoukon kokoa ei ole" in refused.content.decode()
    done = save(link, population=f"{TOWNS}\ntown; 895; 1000", merges="town; 895 = 140", source="Oma lähde 2025")
    said = done.content.decode()
    assert done.status_code == 200
    assert "Oma lähde 2025" in said
    cell, weighting = share_of_movers(link)
    # 42 answers stand for 2 000 people and 20 for 3 000; a quarter of 40 and nobody of the two would move.
    assert cell.value == pytest.approx((10 / 42) * 0.4 + 0.75 * 0.6)
    effect = 62 * (weighting.weights**2).sum() / weighting.weights.sum() ** 2
    assert effect == pytest.approx(62 * (42 * (2000 / 42) ** 2 + 20 * 150**2) / 5000**2)
    assert isnan(cell.effect), "the two of 895 are hidden, and the effect would tell of them"
    assert "Oma lähde 2025" in weighting.said.fi
    with in_scope(link.workspace):
        assert ActivityRow.objects.filter(kind="survey-weightings").count() == 1
    client = signed_in_as(link.workspace, Role.OWNER)
    sent = client.get(address(link, "survey_answers_file", "raw-csv"))
    rows = list(csv.DictReader(io.StringIO(b"".join(sent.streaming_content).decode("utf-8-sig"))))
    assert {row["municipality"]: float(row["weight"]) for row in rows} == pytest.approx(
        {"140": 40 / 42 * 62 / 100, "895": 40 / 42 * 62 / 100, "684": 150 / 5000 * 62}, abs=1e-6
    )
    shown = client.get(address(link, "survey_results"), {"figure": "move:top"}).content.decode()
    assert "Oma lähde 2025" in shown
    assert "Oma lähde 2025" not in client.get(address(link, "survey_results"), {"weights": "equal"}).content.decode()


def test_raking_meets_both_margins_and_a_cap_is_told(link: SurveyLink) -> None:
    lines = f"{TOWNS}\ntown; 895; 500\nwho; residents; 1800\nwho; city; 2700"
    save(link, method="raking", population=lines)
    with in_scope(link.workspace):
        found = results.answers_of_wave(SurveyWave.objects.get(pk=link.wave_id))
        weights = results.weighting_of(found).weights
    residents = sum(w for w, told in zip(weights, found.answers, strict=True) if told["who"] == "residents")
    assert residents / weights.sum() == pytest.approx(0.4)
    assert sum(w for w, town in zip(weights, found.towns, strict=True) if town == "140") / weights.sum() == (
        pytest.approx(1000 / 4500)
    )
    said = save(link, method="raking", population=lines, cap="2").content.decode()
    assert "Painoja leikattiin" in said


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"population": ""}, "Painotus tarvitsee perusjoukon luvut"),
        ({"population": "town; 140"}, "rivillä on kolme kenttää"),
        ({"population": "town; 140; x\ntown; 140; y"}, "ei ole luku"),
        ({"population": "town; 140; nan\ntown; 684; 5"}, "rivi 1: ”nan” ei ole luku"),
        ({"population": "sex; f; 10"}, "ei ole tämän lomakkeen"),
        ({"population": "who; nobody; 10"}, "luokkaa nobody ei ole"),
        ({"population": "town; 140; 10\nwho; city; 10"}, "Valitse sovitus reunajakaumiin"),
        ({"population": "town; 140; 10", "cap": "0,5"}, "ylärajaksi on annettu"),
        ({"population": "town; 140; 10", "merges": "town 140"}, "Yhdistämisen rivi 1"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_saved(link: SurveyLink, fields: dict[str, str], told: str) -> None:
    answered = save(link, **fields)
    assert told in answered.content.decode()
    with in_scope(link.workspace):
        assert SurveyWave.objects.get(pk=link.wave_id).weighting == {}


def test_a_file_that_is_too_large_is_refused_and_not_cut(link: SurveyLink) -> None:
    lines = f"{TOWNS}\ntown; 895; 500".encode()
    sound, large = (io.BytesIO(lines + b"\n" * blank) for blank in (0, 200_000))
    assert "yli 200 kilotavua" in save(link, file=large).content.decode()
    assert save(link, file=sound).status_code == 200
    with in_scope(link.workspace):
        assert SurveyWave.objects.get(pk=link.wave_id).weighting["targets"]["town"]["895"] == 500


def test_a_class_without_answers_is_named_and_equal_weights_stand_in_later(link: SurveyLink) -> None:
    everyone = f"{TOWNS}\ntown; 895; 5"
    refused = save(link, population=f"{everyone}\ntown; 091; 7")
    assert "091: perusjoukossa on 7, mutta yhtään vastaajaa ei ole" in refused.content.decode()
    assert "tag--alarm" in refused.content.decode(), "the empty class is marked in the table"
    save(link, population=everyone)
    answer(link, 1, town="091", move="3")
    _, weighting = share_of_movers(link)
    assert set(weighting.weights) == {1.0}
    assert "ei voi laskea" in weighting.said.fi
    assert "091" in weighting.said.fi


def test_readers_are_told_of_the_weights_without_numbers_of_respondents(link: SurveyLink) -> None:
    """A class of few is hidden in the results: what is said of their weights must not tell how many they are."""
    answer(link, 3, town="", move="3", who="city")
    told = save(link, population=f"{TOWNS}\ntown; 895; 500", cap="3").content.decode()
    assert "3 vastaajan luokka ei ole tiedossa" in told, "whoever may fetch the answers chooses by the numbers"
    assert "Painoja leikattiin 2 vastaajalta" in told
    _, weighting = share_of_movers(link)
    assert "town: kaikkien vastaajien luokka ei ole tiedossa" in weighting.said.fi
    assert "Suurimpia painoja leikattiin" in weighting.said.fi
    assert not {"2", "3"} & {*re.findall(r"\d+", weighting.said.fi)}
    answer(link, 2, town="091", move="3")
    _, weighting = share_of_movers(link)
    assert "091: vastaajia on, mutta" in weighting.said.fi
    assert {role for role in Role if may(role, Act.WRITE)} <= {role for role in Role if may(role, Act.EXPORT)}
