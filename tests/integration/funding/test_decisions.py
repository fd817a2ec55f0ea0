"""A decision as a printed item, and the question its ceiling leaves open: joint costs inside it or on top of it."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from seutu.apps.accounts.enums import Role
from seutu.apps.funding.decisions import attachments_in, ceiling_questions, decision_item
from seutu.apps.funding.models import Decision
from seutu.apps.programmes.models import Project
from seutu.apps.records.operations import trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from tests.integration.factories import NOON, make_member, make_record, make_workspace, signed_in

pytestmark = pytest.mark.django_db


def decided(placement: str | None, **more: Any) -> Decision:
    """A city that takes part for at most 2 991 €, with joint costs of 21 171 € that two partners invoice."""
    project = make_record("projects", name="Mikroyritysten kasvukokeilut")
    city, lead, university = (make_record("actors", name=name) for name in ("Kaupunki", "Kehitysyhtiö", "Yliopisto"))
    make_record("funding-rows", project=project, label="Omarahoitus", funding_kind="own", partner=city,
                amount=Decimal(2991))  # fmt: skip
    make_record("funding-rows", project=project, label="Muiden", funding_kind="municipal", amount=Decimal(99999))
    for invoicer, amount in ((lead, 11954), (university, 9217)):
        make_record("shared-costs", project=project, label="Yhteiset", invoicer=invoicer, payer=city,
                    amount=Decimal(amount), **({"placement": placement} if placement else {}))  # fmt: skip
    made = make_record("decisions", project=project, decider=city, ceiling=Decimal(2991), **more)
    assert isinstance(made, Decision)
    return made


@pytest.mark.parametrize("placement", [None, "unclear"])
def test_joint_costs_of_unclear_place_raise_a_warning_and_a_question(placement: str | None) -> None:
    with in_scope(make_workspace()):
        said = [each.fi.replace("\xa0", " ") for each in ceiling_questions(decided(placement))]
    assert len(said) == 2
    assert "24 162 € ylittää ylärajan" in said[0]
    assert "21 171 €" in said[0]
    assert "21 171 €" in said[1]
    assert "2 991 €" in said[1]
    assert "?" not in said[0]
    assert "kuuluvatko" in said[1]


def test_an_answered_question_is_not_asked_again() -> None:
    with in_scope(make_workspace()):
        assert ceiling_questions(decided("inside")) == []
        on_top = ceiling_questions(decided("on_top"))
        assert len(on_top) == 1
        assert "päälle" in on_top[0].fi
        no_ceiling = make_record("decisions", project=make_record("projects"))
        assert isinstance(no_ceiling, Decision)
        assert ceiling_questions(no_ceiling) == []


def test_attachments_are_read_line_by_line() -> None:
    text = "2 4834/2017 EURA2014 hakemus\n3. 4834/2017 Budjetti\n\nRahoituspäätös\n 12) Hankepäätös"
    found = [(each.number, each.case_number, each.name) for each in attachments_in(text)]
    assert found == [
        ("2", "4834/2017", "EURA2014 hakemus"),
        ("3", "4834/2017", "Budjetti"),
        ("4", "", "Rahoituspäätös"),
        ("12", "", "Hankepäätös"),
    ]
    assert attachments_in("") == ()


def test_the_item_is_printed_in_word_and_pdf_for_those_who_may_have_files() -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        made = decided(
            None,
            name="Osallistuminen hankkeeseen",
            case_number="4834/02.05.02.01/2017",
            section="13",
            organ="kaupunginhallitus",
            presenter="elinkeinojohtaja",
            day=date(2017, 6, 12),
            impact="Yritysvaikutukset ovat myönteiset.",
            proposal="Kaupunki varautuu osallistumaan.",
            decision="Hyväksyttiin yksimielisesti.",
            outcome="approved_with_conditions",
            granted=Decimal(2000),
            invoice_approver="elinkeinojohtaja",
            withdrawal="Kaupunki voi vetäytyä.",
            attachments="2 4834/2017 Hakemus",
        )
        item = decision_item(made)
        assert item.commitment is not None
        assert (item.commitment.value, item.organ) == (Decimal(2991), "Kaupunki, kaupunginhallitus")
        assert item.outcome is not None
        assert item.outcome.fi == "hyväksytty ehdoin"
        assert item.granted is not None
        assert item.granted.value == Decimal(2000)
    address = reverse("decision_file", args=[workspace.slug, made.pk, "docx"])
    client = signed_in(make_member(workspace, Role.READER))
    content = b"".join(client.get(address).streaming_content)  # type: ignore[arg-type]
    document = Document(io.BytesIO(content))
    texts = [each.text for each in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    everything = "\n".join(texts)
    for part in ("4834/02.05.02.01/2017", "elinkeinojohtaja", "Kaupunki voi vetäytyä.", "Hyväksyttiin yksimielisesti."):
        assert part in everything
    pdf = client.get(address.replace("docx", "pdf"))
    assert b"".join(pdf.streaming_content)[:5] == b"%PDF-"  # type: ignore[arg-type]
    assert client.get(address.replace("docx", "odt")).status_code == 404
    for role in (Role.FUNDER, Role.GUEST):
        other = signed_in(make_member(workspace, role))
        assert other.get(address).status_code == 404


def test_the_question_stands_on_the_decision_s_own_page() -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        made = decided(None)
    address = reverse("record", args=[workspace.slug, "decisions", made.pk])
    page = signed_in(make_member(workspace, Role.READER)).get(address)
    text = page.content.decode().replace("\xa0", " ")
    assert "kuuluvatko ne sitoumukseen" in text
    assert "notice--alarm" not in text


def test_a_decision_in_the_trash_is_not_printed_and_one_of_a_trashed_project_prints_no_plan() -> None:
    workspace = make_workspace()
    owner = signed_in(make_member(workspace, Role.OWNER))
    with in_scope(workspace):
        made = decided(None)
        assert decision_item(made).plan is not None
        trash_record(kind_named("projects"), Project.objects.get(pk=made.project_id), by=None, at=NOON)
        made = Decision.objects.get(pk=made.pk)
        assert decision_item(made).plan is None
        assert ceiling_questions(made) == []
    address = reverse("decision_file", args=[workspace.slug, made.pk, "pdf"])
    assert owner.get(address).status_code == 200
    with in_scope(workspace):
        trash_record(kind_named("decisions"), made, by=None, at=NOON)
    assert owner.get(address).status_code == 404


def test_a_decision_as_word_is_offered_to_those_who_may_have_it() -> None:
    workspace = make_workspace()
    with in_scope(workspace):
        made = decided(None)
    page = reverse("record", args=[workspace.slug, "decisions", made.pk])
    file = reverse("decision_file", args=[workspace.slug, made.pk, "docx"])
    for role in (Role.OWNER, Role.READER):
        client = signed_in(make_member(workspace, role))
        assert file in client.get(page).content.decode()
        assert client.get(file).status_code == 200
    funder = signed_in(make_member(workspace, Role.FUNDER))
    assert [funder.get(each).status_code for each in (page, file)] == [404, 404], "it is of no application handed in"
