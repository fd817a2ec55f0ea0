"""The pages of an index: what a trial moves, what is kept, rounds, indicators, one town, files, and who may what."""

import csv
import io
import json
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import CompositeIndex
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.statistics.small_store import TOWNS, use_store

pytestmark = pytest.mark.django_db
STRUCTURE = [
    {"code": "index", "name": "Elinvoima"},
    {"code": "jobs", "parent": "index"},
    {"code": "pay", "parent": "index"},
    {"code": "away", "parent": "index", "direction": -1},
]


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch) -> None:
    use_store(monkeypatch)


@pytest.fixture
def workspace() -> Workspace:
    return make_workspace(slug="seutu")


@pytest.fixture
def index(workspace: Workspace) -> CompositeIndex:
    with in_scope(workspace):
        group = make_record("place-groups", name="Ryhmä")
        for town in TOWNS:
            make_record("place-group-members", group=group, municipality=town)
        made = make_record("indices", name="Elinvoima", place_group=group, structure=json.dumps(STRUCTURE))
    assert isinstance(made, CompositeIndex)
    return made


@pytest.fixture
def owner(workspace: Workspace) -> Client:
    return signed_in_as(workspace, Role.OWNER)


def url(name: str, index: CompositeIndex, *more: object) -> str:
    with translation.override("fi"):
        return reverse(name, args=["seutu", index.pk, *more])


def page(client: Client, address: str, **sent: str) -> str:
    answer = client.get(address, sent)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def fresh(workspace: Workspace, index: CompositeIndex) -> CompositeIndex:
    with in_scope(workspace):
        found: Any = CompositeIndex.objects.get(pk=index.pk)
        return found


def test_the_page_ranks_with_intervals_and_tells_gaps_and_sources(owner: Client, index: CompositeIndex) -> None:
    text = page(owner, url("index_workshop", index))
    assert "Ensimmäisenä on Kiuruvesi" in text
    assert "1 luku puuttuu (lähde on salannut niistä 1); resepti on täyttänyt 0." in text
    assert "Tilasto, CC BY 4.0" in text
    assert "Mitä muutoksesi siirtää" not in text
    for town in TOWNS:
        assert url("index_place", index, town) in text


def test_a_tried_weight_says_what_moves_and_what_is_noise_and_saves_nothing(
    owner: Client, workspace: Workspace, index: CompositeIndex
) -> None:
    text = page(owner, url("index_workshop", index), **{"w-jobs": "9,5", "w-pay": "1"})
    assert "kuntaa vaihtoi sijaa;" in text
    assert "virhemarginaaliin" in text
    assert '<input type="hidden" name="w-jobs" value="9.5">' in text
    assert 'name="w-pay" value="1.0"' not in text
    assert fresh(workspace, index).version == index.version


def test_a_weight_that_is_none_is_told_and_the_saved_one_holds(owner: Client, index: CompositeIndex) -> None:
    text = page(owner, url("index_workshop", index), **{"w-jobs": "paljon"})
    assert text.count("”paljon” ei ole paino.") >= 1
    assert "Mitä muutoksesi siirtää" not in text
    none = page(owner, url("index_workshop", index), **{"w-jobs": "0", "w-pay": "0", "w-away": "0"})
    assert "on oltava vähintään yksi nollaa suurempi paino" in none
    assert "Mitä muutoksesi siirtää" not in none


def test_a_kept_trial_is_the_index_and_another_version_is_refused(
    owner: Client, workspace: Workspace, index: CompositeIndex
) -> None:
    sent = {"version": str(index.version), "w-jobs": "2.5", "mean": "geometric"}
    answer = owner.post(url("index_keep", index), sent, follow=True)
    assert "Indeksissä on nyt nämä painot ja valinnat." in answer.content.decode()
    now = fresh(workspace, index)
    assert {row["code"]: row.get("weight", 1) for row in json.loads(now.structure)}["jobs"] == 2.5
    assert json.loads(now.recipe)["aggregate"] == {"method": "geometric"}
    assert json.loads(now.recipe)["normalise"]["range"] == [1, 100]
    again = owner.post(url("index_keep", index), sent | {"w-jobs": "7"}, follow=True)
    assert "Joku muu" in again.content.decode()
    assert fresh(workspace, index).version == now.version


def test_whoever_may_not_write_tries_but_keeps_nothing(workspace: Workspace, index: CompositeIndex) -> None:
    reader = signed_in_as(workspace, Role.GUEST)
    text = page(reader, url("index_workshop", index), **{"w-jobs": "9"})
    assert "kuntaa vaihtoi sijaa;" in text
    assert "Pidä muutos" not in text
    assert reader.post(url("index_keep", index), {"w-jobs": "9"}).status_code == 404
    assert reader.post(url("index_pin", index), {"name": "x"}).status_code == 404
    assert reader.get(url("index_indicators", index)).status_code == 404


def test_a_round_is_pinned_once_and_compared_with_the_index_now(owner: Client, index: CompositeIndex) -> None:
    sent = {"name": "Kevät", "form_mark": "3b8f3c50-9a3f-4a43-9d3c-0b6b3c1f2a11"}
    for _ in range(2):
        text = owner.post(url("index_pin", index), sent, follow=True).content.decode()
    assert "Kierros 1 kiinnitettiin" in text
    assert "2. Kevät" not in text
    found = page(owner, url("index_compare", index))
    assert "Spearmanin järjestyskorrelaatio 1,00" in found
    assert "muutoksista 0 on samansuuntaisia" in found
    recipes = page(owner, url("index_compare", index), first="now", second="recipe-ampi")
    assert "Samoin valinnoin" not in recipes
    assert "Yksikään kunta ei vaihda sijaa." in recipes


def test_indicators_are_chosen_with_their_parts_and_directions(
    owner: Client, workspace: Workspace, index: CompositeIndex
) -> None:
    text = page(owner, url("index_indicators", index))
    assert text.count('type="checkbox"') == 4
    assert text.count(" checked>") == 3
    sent = {
        "version": str(index.version),
        "use-jobs": "1",
        "part-jobs": "Työ",
        "direction-jobs": "1",
        "use-pay": "1",
        "part-pay": "Tulot",
        "direction-pay": "-1",
    }
    assert owner.post(url("index_indicators", index), sent).status_code == 302
    rows = {row["code"]: row for row in json.loads(fresh(workspace, index).structure)}
    assert rows["pay"] == {"code": "pay", "parent": "part-2-tulot", "direction": -1}
    assert rows["part-1-tyo"] == {"code": "part-1-tyo", "name": "Työ", "parent": "index"}
    assert "away" not in rows
    nothing = owner.post(url("index_indicators", index), {"version": "1"})
    assert "Valitse vähintään yksi mittari." in nothing.content.decode()


def test_a_new_index_says_how_to_begin(owner: Client, workspace: Workspace) -> None:
    with in_scope(workspace):
        empty = make_record("indices", name="Tyhjä")
    assert isinstance(empty, CompositeIndex)
    text = page(owner, url("index_workshop", empty))
    assert "Indeksissä ei ole vielä mittareita." in text
    assert url("index_indicators", empty) in text


def test_one_town_tells_why_and_a_town_outside_answers_404(owner: Client, index: CompositeIndex) -> None:
    text = page(owner, url("index_place", index, "140"))
    assert "Iisalmi on sijalla" in text
    assert "Vahvimmat mittarit" in text
    assert "Ilman mittaria" in text
    assert owner.get(url("index_place", index, "091")).status_code == 404


def test_the_files_hold_every_unit_and_where_each_figure_is_from(owner: Client, index: CompositeIndex) -> None:
    results = list(csv.DictReader(io.StringIO(_file(owner, index, "results.csv").decode("utf-8-sig"))))
    assert [row["uCode"] for row in results] == list(TOWNS)
    assert {row["rank"] for row in results} == {str(n) for n in range(1, 7)}
    figures = list(csv.DictReader(io.StringIO(_file(owner, index, "figures.csv").decode("utf-8-sig"))))
    assert len(figures) == 18
    (hidden,) = [row for row in figures if row["iCode"] == "away" and row["uCode"] == "915"]
    assert (hidden["value"], hidden["status"], hidden["licence"]) == ("", "lähde on salannut luvun", "CC BY 4.0")
    document = ZipFile(io.BytesIO(_file(owner, index, "audit.docx"))).read("word/document.xml").decode()
    assert "Liite: lukujen alkuperä" in document
    for origin in ("2021, Tilasto, CC BY 4.0", "2022, Tilasto, CC BY 4.0"):
        assert f"Vuosi ja lähde: {origin}." in document
    assert document.count("lähde on salannut luvun") == 1
    assert owner.get(url("index_file", index, "audit.xls")).status_code == 404


def _file(client: Client, index: CompositeIndex, form: str) -> bytes:
    answer = client.get(url("index_file", index, form))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)  # type: ignore[arg-type]


def test_an_index_goes_to_other_programs_and_back_and_bad_files_are_told(
    owner: Client, workspace: Workspace, index: CompositeIndex
) -> None:
    archive = ZipFile(io.BytesIO(_file(owner, index, "coinr.zip")))
    assert archive.namelist() == ["iData.csv", "iMeta.csv", "recipe.toml"]
    assert len(archive.read("iData.csv").decode().splitlines()) == len(TOWNS) + 1
    with translation.override("fi"):
        bring = reverse("index_bring", args=["seutu"])
    for number, form in enumerate(("coinr.xlsx", "coin-tool.xlsx")):
        sent = io.BytesIO(_file(owner, index, form))
        sent.name = form
        answer = owner.post(bring, {"file": sent, "name": f"Toinen {number}"})
        assert answer.status_code == 302, answer.content.decode()
        with in_scope(workspace):
            made = CompositeIndex.objects.get(name=f"Toinen {number}")
        assert {row["code"] for row in json.loads(made.structure)} == {row["code"] for row in STRUCTURE}
    for content, says in ((b"%PDF-1.7", "PDF"), (b"a;b\n1;2\n", "Database")):
        bad = io.BytesIO(content)
        bad.name = "bad.xlsx"
        answer = owner.post(bring, {"file": bad})
        assert answer.status_code == 422
        assert says in answer.content.decode()
    assert "Valitse tiedosto." in owner.post(bring, {}).content.decode()


def test_the_recipes_own_choices_and_weights_that_it_works_out_are_what_the_page_tries(
    owner: Client, workspace: Workspace, index: CompositeIndex
) -> None:
    own = {"name": "rajat", "path": "normalise.method", "values": ["prank", "minmax"]}
    recipe = {
        "impute": {"method": "none"},
        "treat": {"apply": False},
        "aggregate": {"weighting": {"method": "equal_indicators"}},
        "uncertainty": {"choice": [own]},
    }
    with in_scope(workspace):
        CompositeIndex.objects.filter(pk=index.pk).update(recipe=json.dumps(recipe))
    text = page(owner, url("index_workshop", index))
    assert "rajat" in text
    moved = page(owner, url("index_workshop", index), **{"w-jobs": "9"})
    assert "vaihtoi sijaa" in moved
    document = ZipFile(io.BytesIO(_file(owner, index, "audit.docx"))).read("word/document.xml").decode()
    assert "rajat" in document
    assert "uncertainty.choice" not in document
    assert ".csv" not in document
