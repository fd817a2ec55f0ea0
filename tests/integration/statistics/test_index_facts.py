"""An index with columns of the workspace's cited facts: figures, gaps, refusals, changes, other workspaces."""

import json
from datetime import date

import pytest
from django.urls import reverse

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.index_choices import indicator_choices, refuse_unknown
from seutu.apps.statistics.index_queries import Worked, design_of, worked_out
from seutu.apps.statistics.models import CompositeIndex
from seutu.core.problems import InputProblem
from tests.integration.factories import make_record, make_workspace, signed_in_as
from tests.integration.statistics.small_store import TOWNS, use_store

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 1)
CODE = "fact:Uudet yritykset"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Return a workspace whose facts have five of six towns in 2025, and one in 2026."""
    use_store(monkeypatch)
    found = make_workspace(slug="seutu")
    with in_scope(found):
        source = make_record("sources", name="Yritysraportti", licence="CC BY 4.0")
        for place, town in enumerate(TOWNS[:5]):
            fact(town, 10 + place, source=source, source_place=f"s. {place}", qualifier="exact" if place else "about")
        fact(TOWNS[0], 99, period="2026", source=source)
    return found


def fact(town: str, value: float, **more: object) -> None:
    told = {"name": "Uudet yritykset", "unit": "kpl", "period": "2025", **more}
    make_record("facts", municipality=town, value=value, **told)


def index_of(*codes: str, **more: str) -> CompositeIndex:
    rows = [{"code": "index", "name": "Oma"}, *({"code": code, "parent": "index"} for code in codes)]
    group = make_record("place-groups", name="Ryhmä")
    for town in TOWNS:
        make_record("place-group-members", group=group, municipality=town)
    made = make_record("indices", name="Oma", place_group=group, structure=json.dumps(rows), **more)
    assert isinstance(made, CompositeIndex)
    return made


def worked(index: CompositeIndex) -> Worked:
    return worked_out(index, design_of(index), "fi", at=TODAY)


def test_a_column_has_the_facts_of_its_year_their_source_and_what_is_missing(here: Workspace) -> None:
    with in_scope(here):
        index = index_of("pay", CODE)
        refuse_unknown(design_of(index).structure)
        found = worked(index)
        chosen = {each.indicator.id: each.year for each in indicator_choices()}
        fact(TOWNS[5], 70)
        again = worked(index)
    assert chosen[CODE] == "2025"
    units = found.units
    assert (units.years[CODE], units.indicators[CODE].unit.fi) == ("2025", "kpl")
    cell = units.cells[TOWNS[0], CODE]
    assert (cell.value, cell.sources[0].name, cell.sources[0].licence) == (10.0, "Yritysraportti", "CC BY 4.0")
    assert cell.status_text.fi == "viitattu luku, noin, s. 0"
    assert units.remarks[CODE].fi == "Luvuista kaikki eivät ole tarkkoja: noin (1)."
    missing = units.cells[TOWNS[5], CODE]
    assert missing.value is None
    assert missing.why is not None
    assert again.units.cells[TOWNS[5], CODE].value == 70.0


def refusal(index: CompositeIndex) -> str:
    with pytest.raises(InputProblem) as caught:
        worked(index)
    return " ".join(each.message.fi for each in caught.value.problems)


def test_what_cannot_be_compared_is_refused_with_its_reason(here: Workspace) -> None:
    with in_scope(here):
        index = index_of(CODE)
        assert "ei ole lukua Outo" in refusal(index_of("fact:Outo"))
        assert "vuoden 2026 luku on 1 kunnalla" in refusal(index_of(CODE, year_rule="one", year="2026"))
        fact(TOWNS[1], 12.5, source_place="toinen")
        assert "kaksi eri lukua, 11 ja 12,5" in refusal(index)
        fact(TOWNS[5], 3, unit="%")
        assert "eri yksiköitä (%, kpl)" in refusal(index)


def test_a_part_of_todays_town_is_missing_and_other_workspaces_see_nothing(here: Workspace) -> None:
    with in_scope(here):
        index = index_of(CODE, year_rule="one", year="2025")
        fact("476", 5)
        for place, town in enumerate(TOWNS):
            fact(town, place, name="Vanha", period="2014")
        assert worked(index).units.cells["297", CODE].value == 12.0, "the town's own figure stays"
        former = worked(index_of("fact:Vanha")).units.cells["297", "fact:Vanha"]
        assert former.value is None, "Maaninka joined Kuopio in 2015"
        assert former.why is not None
        assert "vain osaa" in former.why.fi
    with in_scope(make_workspace(slug="muu")):
        assert not [each for each in indicator_choices() if each.indicator.id == CODE]
        assert "ei ole lukua" in refusal(index_of(CODE))


def test_the_pages_choose_a_column_show_its_source_and_have_no_space_in_an_id(here: Workspace) -> None:
    with in_scope(here):
        index = index_of("pay", CODE)
    owner = signed_in_as(here, Role.OWNER)
    for name, field in (("index_indicators", "use"), ("index_workshop", "weight")):
        told = owner.get(reverse(name, args=["seutu", index.pk])).content.decode()
        assert f'id="{field}-fact:Uudet%20yritykset"' in told
        assert f'{CODE}"' in told, "the field keeps the code as it is"
    assert "Yritysraportti, CC BY 4.0" in told
