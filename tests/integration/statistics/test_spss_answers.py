"""Answers from and for SPSS: previewed, mapped by names, labels and sets, brought in, and given out with labels."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import SurveyLink
from seutu.sources.spss import read_spss
from tests.integration.factories import make_workspace, signed_in_as
from tests.integration.statistics.surveys import PLAIN, open_survey, options, responses, text
from tests.spss_files import spss_file

pytestmark = pytest.mark.django_db
NAN = float("nan")
MEDIA = {"code": "media", "kind": "multiple", "text": text("Mistä kuulit?"), "options": options("radio", "tv", "net")}
SEEN = {**MEDIA, "code": "seen", "text": text("Mitä näit?")}
AGE = {"code": "age", "kind": "number", "text": text("Ikä"), "minimum": "0", "maximum": "120"}
WITH_SETS = {**PLAIN, "questions": [*PLAIN["questions"], MEDIA, SEEN, AGE]}
MEDIA_LABELS = {1: "Vaihtoehto radio", 2: "Vaihtoehto tv", 3: "Jokin muu"}


def earlier(path: Path, **changed: list[Any]) -> Path:
    columns: dict[str, list[Any]] = {
        "id": [11.0, 12.0, 13.0],
        "Q1": [1.0, 2.0, 3.0],
        "home": [140.0, 5.0, NAN],
        "Q3_140": [5.0, 98.0, 99.0],
        "move": [10.0, 98.0, 99.0],
        "m1": [1.0, 0.0, NAN],
        "m2": [0.0, 1.0, NAN],
        "s1": [1.0, 2.0, NAN],
        "s2": [2.0, NAN, NAN],
        "age": [33.0, 99.0, NAN],
        "paino": [1.2, 0.8, 1.0],
        **changed,
    }
    labels = {98: "En osaa sanoa", 99: "Ei halua sanoa"}
    return spss_file(
        path,
        columns,
        sets="$lahteet=D1 1 14 Mistä kuulit? m1 m2\n$seen=C 1 x s1 s2\n",
        weight_slot=11,
        column_labels={"Q1": "Kuka olet?", "Q3_140": "Mielikuva – Iisalmi", "m1": "Vaihtoehto radio", "m2": "tv"},
        variable_value_labels={
            "Q1": {1: "Vaihtoehto residents", 2: "Vaihtoehto city (en)", 3: "others"},
            "Q3_140": {1: "huono", 5: "hyvä", **labels},
            "move": labels,
            "s1": MEDIA_LABELS,
            "s2": MEDIA_LABELS,
        },
        missing_ranges={"Q3_140": [98, 99], "move": [98, 99], "age": [99]},
    )


class Page:
    def __init__(self, link: SurveyLink) -> None:
        self.client = signed_in_as(link.workspace, Role.OWNER)
        self.own = [link.workspace.slug, link.wave.survey_id, link.wave_id]
        self.address = reverse("survey_answers_import", args=self.own).replace("/fi/", "/en/")

    def send(self, **fields: Any) -> str:
        page = self.client.post(self.address, fields)
        self.status = page.status_code
        return page.content.decode()


def test_an_earlier_survey_is_previewed_and_brought_in_once(tmp_path: Path) -> None:
    link = open_survey(plain=WITH_SETS)
    page = Page(link)
    made = earlier(tmp_path / "a.sav")
    said = page.send(file=SimpleUploadedFile("vanha.sav", made.read_bytes()), act="preview")
    assert page.status == 200, said
    assert "3 answers to bring in, 0 stored already" in said
    for words in ("paino is not brought in", "made of the values of id", "age: 1 values 99 that are declared missing"):
        assert words in said
    assert "Q3_140: 1 values 99 (Ei halua sanoa)" in said
    assert not responses(link)
    token = said.split('name="kept" value="')[1].split('"')[0]
    page.send(kept=token)
    assert page.status == 302
    held = sorted(responses(link), key=lambda each: str(each.answers["who"]))
    assert [(each.respondent_group, each.municipality) for each in held] == [
        ("city", "005"),
        ("others", ""),
        ("residents", "140"),
    ]
    assert [each.answers for each in held] == [
        {"who": "city", "home": "005", "image": {"140": "dont_know"}, "move": "dont_know", "media": ["tv"],
         "seen": ["tv"]},
        {"who": "others"},
        {"who": "residents", "home": "140", "image": {"140": "5"}, "move": "10", "media": ["radio"],
         "seen": ["radio", "tv"], "age": "33"},
    ]  # fmt: skip
    again = page.send(file=SimpleUploadedFile("vanha.sav", made.read_bytes()), act="preview")
    assert "0 answers to bring in, 3 stored already" in again


def test_what_does_not_fit_is_told_with_its_variable_and_nothing_is_stored(tmp_path: Path) -> None:
    link = open_survey(plain=WITH_SETS)
    page = Page(link)
    made = earlier(tmp_path / "a.sav", Q77=[1.0, 2.0, 3.0])
    said = page.send(file=SimpleUploadedFile("vanha.sav", made.read_bytes()), act="preview")
    assert page.status == 422
    assert "The column “Q77” is no question of this survey." in said
    token = said.split('name="kept" value="')[1].split('"')[0]
    assert "is no column of this survey" in page.send(kept=token, column_map="Q77 = image.999")
    page.send(kept=token, column_map="Q77 = -")
    assert page.status == 302
    wrong = earlier(tmp_path / "b.sav", id=[21.0, 22.0, 23.0], s2=[3.0, NAN, NAN])
    said = page.send(file=SimpleUploadedFile("toinen.sav", wrong.read_bytes()))
    assert page.status == 422
    assert "Row 1, column seen" in said
    assert len(responses(link)) == 3


def test_answers_for_spss_come_back_as_they_were(tmp_path: Path) -> None:
    here = make_workspace()
    link, other = open_survey(here, plain=WITH_SETS), open_survey(here, plain=WITH_SETS, name="Toinen")
    page = Page(link)
    page.send(file=SimpleUploadedFile("vanha.sav", earlier(tmp_path / "a.sav").read_bytes()))
    before = {each.pk: each for each in responses(link)}
    given = page.client.get(reverse("survey_answers_file", args=[*page.own, "labels-sav"]))
    made = tmp_path / "b.sav"
    made.write_bytes(b"".join(given))
    file = read_spss(made)
    told = {each.name: each for each in file.variables}
    assert told["who"].labels[1.0] == "Vaihtoehto residents (en)"
    assert told["move"].label == "Voisitko muuttaa? (en)"
    assert [told["move"].is_missing(value) for value in (-9998.0, -9999.0, 10.0)] == [True, True, False]
    with in_scope(here):
        for each in before.values():
            each.delete()
    Page(other).send(file=SimpleUploadedFile("b.sav", made.read_bytes()))
    after = {each.pk: each for each in responses(other)}
    assert {pk: each.answers for pk, each in after.items()} == {pk: each.answers for pk, each in before.items()}
    kept = ("respondent_group", "municipality", "day", "language", "seed")
    assert all(getattr(after[pk], name) == getattr(each, name) for pk, each in before.items() for name in kept)
