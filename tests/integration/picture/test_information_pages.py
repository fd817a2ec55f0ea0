"""Information pages: what everybody sees and what the workspace does, the text by language, the figures as CSV."""

import csv
import io
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.enums import Audience
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.operations import share_record, trash_record
from seutu.apps.records.queries import record_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.statistics.kinds.pages import TOPICS
from seutu.apps.statistics.overview import OWN_MATERIAL
from seutu.rules.statistics.profile_sections import profile_sections
from tests.integration.factories import NOON, make_record, make_workspace, signed_in_as

pytestmark = pytest.mark.django_db
OPEN_FACT, KEPT_FACT = "Ryhmän yritykset", "Uudet työpaikat"


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Savon Kehitys", place_code="140")


@pytest.fixture
def page(here: Workspace) -> OwnedRecord:
    """Return a page of two topics with a fact that is shared with everybody, one that is not and one in the trash."""
    with in_scope(here):
        source = make_record("sources", name="Päätös § 13", publisher="Kaupunki", url="https://example.org/paatos")
        made = make_record(
            "information-pages",
            name="Iisalmi yrityksille",
            readers="companies",
            municipality="140",
            topics=("work", "education"),
            text_fi="Työvoima lukuina.\n\nKysy <b>lisää</b>.",
            text_sv="Arbetskraften i siffror.",
            contact="Elinkeinopalvelut",
        )
        make_record("page-facts", page=made, fact=_fact(KEPT_FACT, "12", source))
        make_record(
            "page-facts",
            page=made,
            position=Decimal(1),
            told="Kokeilut kasvattavat.",
            fact=_open(_fact(OPEN_FACT, "30", source)),
        )
        gone = _open(_fact("Poistettu luku", "1", source))
        make_record("page-facts", page=made, fact=gone)
        trash_record(kind_named("facts"), record_of(kind_named("facts"), gone.pk), by=None, at=NOON)
    return made


def _fact(name: str, value: str, source: OwnedRecord) -> OwnedRecord:
    return make_record(
        "facts", name=name, value=Decimal(value), unit="kpl", period="2025", qualifier="about", source=source
    )


def _open(record: OwnedRecord, kind: str = "facts") -> OwnedRecord:
    declared = kind_named(kind)
    share_record(declared, record_of(declared, record.pk), Audience.PUBLIC, [], by=None, at=NOON)
    return record_of(declared, record.pk)


def _address(name: str, *arguments: object, language: str = "fi") -> str:
    with translation.override(language):
        return reverse(name, args=arguments)


def _body(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_nobody_outside_sees_a_page_before_it_is_opened_or_after_it_is_closed(
    here: Workspace, page: OwnedRecord
) -> None:
    ways = [_address("public_page", page.pk), _address("public_page_file", page.pk, "csv")]
    other = signed_in_as(make_workspace("Toinen"), Role.OWNER)
    for way in [*ways, _address("public_page", uuid4())]:
        assert {client.get(way).status_code for client in (Client(), other)} == {404}
    assert other.get(_address("information_page", here.slug, page.pk)).status_code == 404
    with in_scope(here):
        _open(page, "information-pages")
        assert [Client().get(way).status_code for way in ways] == [200, 200]
        declared = kind_named("information-pages")
        share_record(declared, record_of(declared, page.pk), Audience.NETWORK, [], by=None, at=NOON)
    assert [Client().get(way).status_code for way in ways] == [404, 404]


def test_the_open_page_shows_the_topics_and_the_open_facts_alone(here: Workspace, page: OwnedRecord) -> None:
    with in_scope(here):
        _open(page, "information-pages")
    text = _body(Client().get(_address("public_page", page.pk)))
    assert [code for code in (each.code for each in TOPICS) if f'id="topic-{code}"' in text] == ["work", "education"]
    assert OPEN_FACT in text
    assert KEPT_FACT not in text
    assert "Poistettu luku" not in text
    assert "noin 30" in text
    assert "Kokeilut kasvattavat." in text
    assert "Päätös § 13, Kaupunki" in text
    assert 'href="https://example.org/paatos"' in text
    assert "Kysy &lt;b&gt;lisää&lt;/b&gt;." in text
    assert f"/w/{here.slug}/" not in text


def test_its_workspace_sees_every_fact_and_what_is_kept_back(here: Workspace, page: OwnedRecord) -> None:
    owner = signed_in_as(here, Role.OWNER)
    text = _body(owner.get(_address("information_page", here.slug, page.pk)))
    assert text.index(OPEN_FACT) < text.index(f"{KEPT_FACT}, 2025")
    assert "1 luku ei näy avoimella sivulla" in text
    assert f"Jaa: {KEPT_FACT}" in text
    reader = _body(signed_in_as(here, Role.READER).get(_address("information_page", here.slug, page.pk)))
    assert "1 luku ei näy avoimella sivulla" in reader
    assert f"Jaa: {KEPT_FACT}" not in reader


@pytest.mark.parametrize(
    ("language", "said", "marked"),
    [("fi", "Työvoima lukuina.", "fi"), ("sv", "Arbetskraften i siffror.", "sv"), ("en", "Työvoima lukuina.", "fi")],
)
def test_the_text_is_in_the_readers_language_or_marked_as_another(
    here: Workspace, page: OwnedRecord, language: str, said: str, marked: str
) -> None:
    with in_scope(here):
        _open(page, "information-pages")
    text = _body(Client().get(_address("public_page", page.pk, language=language)))
    assert f'<p lang="{marked}">{said}</p>' in text


def test_the_figures_of_every_year_come_as_a_csv_with_their_sources(here: Workspace, page: OwnedRecord) -> None:
    with in_scope(here):
        _open(page, "information-pages")
    answer = Client().get(_address("public_page_file", page.pk, "csv"))
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig")), delimiter=";"))
    named = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    rate = [row for row in named if row["id"] == "employment_rate"]
    assert len(rate) > 5
    assert {row["Kunta"] for row in named} == {"Iisalmi"}
    assert all(row["Lähde"] and row["Lisenssi"] for row in rate)
    assert "population" not in {row["id"] for row in named}
    assert Client().get(_address("public_page_file", page.pk, "xlsx")).status_code == 404


def test_the_topics_are_the_sections_of_the_profile_and_never_what_people_have_loaded() -> None:
    assert [each.code for each in TOPICS] == [section.code for section in profile_sections()]
    assert OWN_MATERIAL.code not in {each.code for each in TOPICS}
