"""An index with columns of a survey: figures, hidden towns, what the intervals hold, rounds, other workspaces."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from uuid import UUID

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics import index_surveys
from seutu.apps.statistics.index_operations import pin_round
from seutu.apps.statistics.index_queries import Worked, design_of, round_of, standings_of, worked_out
from seutu.apps.statistics.models import CompositeIndex, SurveyLink, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys import results
from seutu.core.indices.comparing import changes, moves
from seutu.core.indices.trials import SURVEY
from seutu.core.problems import InputProblem
from tests.integration.factories import NOON, make_workspace, signed_in_as
from tests.integration.statistics.small_store import TOWNS, use_store
from tests.integration.statistics.surveyed_index import FEW, closed_wave, index_with

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch) -> None:
    use_store(monkeypatch)
    monkeypatch.setattr(results, "_populations", lambda towns: dict.fromkeys(towns, 1000.0))


@pytest.fixture
def here() -> Workspace:
    return make_workspace(slug="seutu")


@pytest.fixture
def link(here: Workspace) -> SurveyLink:
    return closed_wave(here)


@pytest.fixture
def index(here: Workspace, link: SurveyLink) -> CompositeIndex:
    return index_with(here, link.wave_id)


def worked(index: CompositeIndex) -> Worked:
    with in_scope(index.workspace):
        return worked_out(index, design_of(index), "fi", at=TODAY)


def page(client: Client, name: str, index: CompositeIndex, *more: object, **sent: str) -> str:
    with translation.override("en"):
        answer = client.get(reverse(name, args=["seutu", index.pk, *more]), sent)
    assert answer.status_code == 200, answer
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return bytes(content).decode()


def test_a_column_has_the_figures_of_the_wave_and_a_hidden_town_is_missing_everywhere(
    here: Workspace, link: SurveyLink, index: CompositeIndex
) -> None:
    found, image = worked(index), f"survey:{link.wave_id}:image"
    cell = found.units.cells["140", image]
    assert cell.value is not None
    assert cell.sources[0].name == "Vetovoima, 2026"
    assert "vastauksia 40" in cell.status_text.fi
    hidden = found.units.cells[FEW, image]
    assert (hidden.value, hidden.is_hidden, hidden.sources) == (None, True, ())
    assert found.units.survey is not None
    column = found.units.survey.questions.index(image)
    assert np.isnan(found.units.survey.replicates[:, TOWNS.index(FEW), column]).all()
    assert found.units.survey.counts[TOWNS.index(FEW), column] == 0
    owner = signed_in_as(here, Role.OWNER)
    told = page(owner, "index_workshop", index)
    assert "1 survey figure is hidden, as its answers are few: Varkaus." in told
    rows = list(csv.DictReader(io.StringIO(page(owner, "index_file", index, "figures.csv"))))
    assert [row["value"] for row in rows if row["uCode"] == FEW and row["iCode"] == image] == [""]


def test_what_hidden_respondents_said_changes_nothing(here: Workspace, index: CompositeIndex) -> None:
    """The four answers on the hidden town are the best or the worst there are: every byte stays as it was."""
    found = [_bytes(worked(index))]
    with in_scope(here):
        for each in SurveyResponse.objects.all():
            if FEW in each.answers["image"]:
                SurveyResponse.objects.filter(pk=each.pk).delete()
                each.answers = {**each.answers, "image": {**each.answers["image"], FEW: "1"}}
                each.pk = UUID(int=each.pk.int + 5000)
                each.save(force_insert=True)
    found.append(_bytes(worked(index)))
    assert found[0] == found[1]


def _bytes(found: Worked) -> bytes:
    sampled = found.trial.sampled
    assert sampled is not None
    return found.trial.uncertainty.scores.tobytes() + sampled.scores.tobytes() + sampled.survey_share.tobytes()


def test_where_a_figure_is_hidden_the_index_weighs_answers_as_the_results_do(
    here: Workspace, link: SurveyLink, index: CompositeIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A total over a hidden cell by the towns' weights, beside the results' equal ones, would tell of the cell."""
    image = f"survey:{link.wave_id}:image"
    first = worked(index)
    monkeypatch.setattr(results, "_populations", lambda towns: {each: 10.0**place for place, each in enumerate(towns)})
    index_surveys._kept.cache_clear()
    assert worked(index).units.cells["140", image].value == first.units.cells["140", image].value
    assert "piilotettuja lukuja" in worked(index).units.remarks[image].fi
    known = f"survey:{link.wave_id}:known:well"
    with in_scope(here):
        columns = index_surveys.survey_columns([known], TOWNS)
    assert "on painotettu" in columns.remarks[known].fi, "of a figure that hides nothing both can be shown"


def test_the_intervals_hold_the_survey_and_the_same_answers_give_the_same_bytes(
    here: Workspace, link: SurveyLink, index: CompositeIndex
) -> None:
    first = worked(index)
    sampled = first.trial.sampled
    assert sampled is not None
    assert first.trial.uncertainty.ranks.shape == first.trial.grid.ranks.shape
    spread = first.trial.uncertainty.scores.std(axis=0), first.trial.grid.scores.std(axis=0)
    assert (spread[0] > spread[1]).mean() > 0.5, "other respondents move scores that choices alone leave alone"
    assert np.nanmax(sampled.survey_share) > 0.2
    with in_scope(here):
        SurveyResponse.objects.all().delete()
    again = closed_wave(here, reverse=True)
    other = index_with(here, again.wave_id)
    assert _bytes(worked(other)) == _bytes(first), "in whatever order the answers came"
    standing = first.standing("140", "Vetovoima")
    assert standing is not None
    assert standing.with_survey
    assert SURVEY in {each.choice for each in standing.moved_by}
    with in_scope(here):
        assert standings_of("140", "fi", at=TODAY)[0].with_survey


def test_the_pages_say_in_words_what_the_intervals_hold(here: Workspace, index: CompositeIndex) -> None:
    owner = signed_in_as(here, Role.OWNER)
    told = page(owner, "index_workshop", index, **{"w-pay": "5"})
    assert "when other people had answered (sampling error)" in told
    assert "Score by other respondents (90%)" in told
    assert "Vetovoima, 2026. 40 answers. Every answer has the same weight as in the results" in told
    assert "margin of error" in told
    assert "the survey’s sampling error" in page(owner, "index_place", index, "140")
    rows = list(csv.DictReader(io.StringIO(page(owner, "index_file", index, "results.csv"))))
    assert all(float(row["score_low"]) <= float(row["score"]) <= float(row["score_high"]) for row in rows)
    choosing = page(owner, "index_indicators", index)
    assert choosing.count("Mielikuva (en) – mean") >= 1
    assert "Vetovoima, 2026; what respondents say of the municipality" in choosing


def test_a_round_compares_with_the_survey_also_when_its_answers_are_gone(
    here: Workspace, index: CompositeIndex
) -> None:
    with in_scope(here):
        kept = pin_round(index=index, name="1", by=None, at=NOON)
        now, then = worked(index).trial, round_of(kept).trial
        assert all(each.low == each.high == 0 for each in changes(then, now)), "the same answers: nothing can differ"
        assert "915" not in [town for town, rows in _covered(kept.content).items() if rows[0][0]]
        SurveyResponse.objects.all().delete()
        normal = round_of(kept).trial
    assert normal.sampled is not None
    assert then.sampled is not None
    assert normal.index.top.tobytes() == then.index.top.tobytes()
    assert normal.sampled.scores.std(axis=0) == pytest.approx(then.sampled.scores.std(axis=0), rel=0.25)


def _covered(content: object) -> dict[str, list[list[str]]]:
    held: dict[str, list[list[str]]] = json.loads(json.dumps(content))["survey"]["covariances"]
    return held


def test_a_move_of_a_survey_weight_is_told_as_noise_or_not(index: CompositeIndex) -> None:
    saved = worked(index)
    with in_scope(index.workspace):
        design = saved.design.with_weights({saved.design.codes[1]: 4.0})
        after = worked_out(index, design, "fi", at=TODAY).trial.uncertainty.nominal
    moved, alone = moves(saved.trial, after), moves(replace(saved.trial, uncertainty=saved.trial.grid), after)
    assert [each.unit for each in moved] == [each.unit for each in alone]
    wider = [one.high - one.low >= two.high - two.low for one, two in zip(moved, alone, strict=True)]
    assert sum(wider) > len(wider) / 2 > 0, "by choices alone too much would pass for a change"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": "open"}, "ottaa vielä vastauksia"),
        ({"towns": list(TOWNS[:2])}, "2 kunnasta"),
        ({"form_number": None}, "ei ole kuntia koskevaa lukua image"),
    ],
)
def test_a_wave_that_cannot_be_a_column_says_why(
    here: Workspace, link: SurveyLink, index: CompositeIndex, change: dict[str, object], said: str
) -> None:
    with in_scope(here):
        SurveyWave.objects.filter(pk=link.wave_id).update(**change)
    with pytest.raises(InputProblem) as caught:
        worked(index)
    assert said in " ".join(each.message.fi for each in caught.value.problems)


def test_a_wave_of_another_workspace_is_no_column(link: SurveyLink) -> None:
    strange = index_with(make_workspace(slug="muu"), link.wave_id)
    with pytest.raises(InputProblem) as caught:
        worked(strange)
    assert "ei ole tässä työtilassa" in caught.value.problems[0].message.fi
