"""A situation picture holds what the register and the statistics say of the place, and nothing of other workspaces."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.accounts.models import Workspace
from seutu.apps.ecosystems.areas import (
    REGIONAL_TOWNS,
    UnknownAreaError,
    picture_area,
    place_named,
    places_to_choose,
)
from seutu.apps.ecosystems.queries import assemble_picture
from seutu.apps.records.operations import trash_record
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.places import Division
from seutu.core.situation import SituationPicture
from seutu.rules import places
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
AT = date(2026, 11, 22)
IISALMI, OULU, KUOPIO = "140", "564", "297"


@pytest.fixture
def here() -> Workspace:
    return make_workspace("Savon Kehitys", place_code=IISALMI)


def picture(here: Workspace, kind: str = "municipality", code: str = IISALMI, **more: Any) -> SituationPicture:
    with in_scope(here):
        return assemble_picture(kind, code, at=AT, **more)


def test_a_place_without_actors_has_its_figures_with_source_and_year(here: Workspace) -> None:
    shown = picture(here)
    known = [series for series in shown.figures if series.latest is not None]
    assert len(known) >= 10
    for series in known:
        note = shown.source(series.latest.source if series.latest else None)
        assert note is not None, series.indicator
        assert note.retrieved is not None, series.indicator
        assert series.definition.fi, series.indicator
    population = next(series for series in known if series.indicator == "population")
    assert {each.role for each in population.comparisons} == {"country", "region", "group"}
    assert shown.lead.fi.startswith("Rekisterissä ei ole vielä toimijoita Iisalmessa.")
    assert shown.age_notice is not None
    assert [place.code for place in shown.map.neighbours if place.is_place] == [IISALMI]


def test_without_links_it_says_so_and_what_to_do(here: Workspace) -> None:
    network = picture(here).network
    assert network.links == ()
    assert "ei ole vielä kirjattu" in network.sentence.fi
    assert network.next_step is not None
    assert network.next_step.fi.startswith("Tuo hankkeiden osallistujat")


@pytest.mark.parametrize("code", [place.code for place in places.load().places(Division.MUNICIPALITY, AT)][::40])
def test_any_municipality_has_ten_figures(here: Workspace, code: str) -> None:
    shown = picture(here, code=code)
    assert sum(series.latest is not None for series in shown.figures) >= 10, shown.place.name.fi


def test_every_source_that_is_named_is_listed(here: Workspace) -> None:
    with in_scope(here):
        source = make_record("sources", name="Rekisteri 2026")
        one = make_record("actors", name="Koneverstas Oy", municipality=IISALMI, source=source)
        other = make_record("actors", name="Sahalaitos Oy", municipality=KUOPIO)
        make_record("links", from_actor=one, to_actor=other, link_type="partner", source=source)
    shown = picture(here)
    named = {source for actor in shown.actors for source in actor.sources}
    named |= {each.source for link in shown.network.links for each in link.evidence if each.source}
    named |= {point.source for series in shown.figures for point in series.values if point.source}
    assert named <= {note.id for note in shown.sources}
    assert str(source.pk) in named


def test_an_actor_of_a_merged_municipality_is_in_the_one_of_today(here: Workspace) -> None:
    merger = places.load().mergers[-1]
    today = places.load().successor(merger.old, AT)
    actor = make_record("actors", workspace=here, name="Vanha Myllärinverstas", municipality=merger.old)
    shown = picture(here, code=today)
    assert [each.id for each in shown.actors] == [str(actor.pk)]
    assert shown.actors[0].place is not None
    assert shown.actors[0].place.code == today
    assert shown.map.points[0].precision == "locality"
    assert picture(here, code=merger.old).place.code == today


def test_a_site_brings_an_actor_from_elsewhere_to_its_own_point(here: Workspace) -> None:
    with in_scope(here):
        actor = make_record("actors", name="Konserni Oyj", municipality=OULU)
        make_record("sites", actor=actor, name="Tehdas", municipality=IISALMI, longitude="27.19", latitude="63.55")
    shown = picture(here)
    point = shown.map.points[0]
    assert (point.label, point.lon, point.lat, point.precision) == ("Konserni Oyj", 27.19, 63.55, "address")
    assert shown.gaps.unplaced.count == 0


def test_actors_are_counted_by_class_industry_and_size(here: Workspace) -> None:
    with in_scope(here):
        make_record("actors", name="A", municipality=IISALMI, classes=("company",), industries=("TOL 2008:28110",))
        make_record("actors", name="B", municipality=IISALMI, classes=("company", "testbed"), size="micro")
        make_record("actors", name="C", municipality=IISALMI)
    found = picture(here).composition
    assert [(share.code, share.count) for share in found.by_class] == [("company", 2), ("testbed", 1), ("unknown", 1)]
    assert found.by_industry[0].label.fi == "Teollisuus"
    assert found.by_size[0].code == "micro"
    assert [item.label for item in picture(here).gaps.untyped.items] == ["C"]


def test_links_show_partners_evidence_and_shared_projects(here: Workspace) -> None:
    with in_scope(here):
        own = make_record("actors", name="Kone Oy", municipality=IISALMI)
        partner = make_record("actors", name="Opisto", municipality=OULU, classes=("education",))
        far = make_record("actors", name="Kaukainen", municipality=KUOPIO)
        values: dict[str, Any] = {"link_type": "shared_project", "weight": "0.5"}
        make_record("links", from_actor=own, to_actor=partner, evidence="H2020, n = 3: 1, 2, 3", **values)
        make_record("links", from_actor=partner, to_actor=far, evidence="H2020, n = 1: 4", **values)
    network = picture(here).network
    assert [(node.label, node.is_local, node.degree) for node in sorted(network.nodes, key=lambda n: n.label)] == [
        ("Kone Oy", True, 1),
        ("Opisto", False, 1),
    ]
    link = network.links[0]
    assert link.weight == 3
    assert [each.label.en for each in link.evidence] == ["H2020, n = 3: 1, 2, 3"]
    assert next(node.class_code for node in network.nodes if not node.is_local) == "education"
    assert "1 paikallinen toimija ja 1 kumppani muualta" in network.sentence.fi
    assert picture(here).network == network


def test_the_network_says_when_and_how_many_partners_have_no_municipality(here: Workspace) -> None:
    with in_scope(here):
        own = make_record("actors", name="Kone Oy", municipality=IISALMI)
        others = [make_record("actors", name=name, municipality=code) for name, code in (("A", OULU), ("B", ""))]
        days: list[dict[str, Any]] = [
            {"date_from": date(2007, 5, 1)},
            {"date_from": date(2010, 1, 1), "date_to": date(2013, 12, 31)},
        ]
        for other, dated in zip(others, days, strict=True):
            make_record("links", from_actor=own, to_actor=other, link_type="shared_project", **dated)
    said = picture(here).network.sentence
    assert "2 kumppania muualta (joista 1 ilman kuntaa)" in said.fi
    assert "samoissa hankkeissa vuosina 2007–2013: 2 yhteyttä" in said.fi
    assert "have worked together in shared projects in 2007–2013" in said.en


def test_an_ended_partner_of_the_place_is_local_and_other_links_are_not_work_together(here: Workspace) -> None:
    with in_scope(here):
        own = make_record("actors", name="Kone Oy", municipality=IISALMI)
        ended = make_record("actors", name="Lopettanut", municipality=IISALMI, ended=date(2020, 1, 1))
        sited = make_record("actors", name="Konserni", municipality=OULU, ended=date(2020, 1, 1))
        make_record("sites", actor=sited, name="Tehdas", municipality=IISALMI)
        far = make_record("actors", name="Rahasto", municipality=OULU)
        make_record("links", from_actor=own, to_actor=ended, link_type="owner")
        make_record("links", from_actor=sited, to_actor=own, link_type="supplier")
        make_record("links", from_actor=far, to_actor=own, link_type="funder")
    network = picture(here).network
    assert {node.label: node.is_local for node in network.nodes} == {
        "Kone Oy": True,
        "Lopettanut": True,
        "Konserni": True,
        "Rahasto": False,
    }
    assert network.sentence.fi == (
        "Verkostossa on 3 paikallista toimijaa ja 1 kumppani muualta: 3 yhteyttä. "
        "Eniten kumppaneita on toimijalla Kone Oy (3)."
    )


def test_what_is_in_the_trash_or_has_ended_is_not_shown(here: Workspace) -> None:
    with in_scope(here):
        own = make_record("actors", name="Kone Oy", municipality=IISALMI)
        gone = make_record("actors", name="Poistettu", municipality=IISALMI)
        make_record("actors", name="Lopettanut", municipality=IISALMI, ended=date(2020, 1, 1))
        make_record("links", from_actor=own, to_actor=gone)
        trash_record(kind_named("actors"), gone, by=None, at=NOON)
    shown = picture(here)
    assert [actor.name for actor in shown.actors] == ["Kone Oy"]
    assert shown.network.links == ()


def test_another_workspace_is_not_in_the_picture(here: Workspace) -> None:
    make_record("actors", workspace=make_workspace(), name="Muualla", municipality=IISALMI)
    assert picture(here).actors == ()


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_actors(here: Workspace, count: int) -> None:
    picture(here)
    with in_scope(here):
        source = make_record("sources")
        partner = make_record("actors", name="Opisto", municipality=OULU)
        for number in range(count):
            actor = make_record("actors", name=f"A{number}", municipality=IISALMI, source=source, classes=("company",))
            make_record("links", from_actor=actor, to_actor=partner, source=source)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        shown = picture(here)
    assert len(shown.actors) == count
    assert len(asked) == 9


def test_the_country_holds_actors_whose_municipality_is_not_known(here: Workspace) -> None:
    with in_scope(here):
        make_record("actors", name="Jossain", country="FI", municipality=None)
        make_record("actors", name="Ruotsissa", country="SE", municipality=None)
    shown = picture(here, "country", "SSS")
    assert [item.label for item in shown.gaps.unplaced.items] == ["Jossain"]
    assert (shown.gaps.elsewhere, picture(here).gaps.elsewhere) == (0, 1)


def test_a_group_is_its_municipalities_of_today(here: Workspace) -> None:
    with in_scope(here):
        group = make_record("place-groups", name="Kolmikko")
        make_record("place-group-members", group=group, municipality=IISALMI)
        make_record("place-group-members", group=group, municipality=KUOPIO)
        make_record("place-group-members", group=group, municipality=OULU, date_to=date(2020, 1, 1))
        make_record("actors", name="Kone Oy", municipality=KUOPIO)
        make_record("actors", name="Muu Oy", municipality=OULU)
    shown = picture(here, "group", str(group.pk))
    assert [actor.name for actor in shown.actors] == ["Kone Oy"]
    population = next(series for series in shown.figures if series.indicator == "population")
    own = {code: picture(here, code=code) for code in (IISALMI, KUOPIO)}
    parts = [next(s for s in each.figures if s.indicator == "population").latest for each in own.values()]
    assert population.latest is not None
    assert population.latest.value == sum(float(point.value) for point in parts if point and point.value is not None)
    beside = picture(here, group=str(group.pk))
    assert "Kolmikko" in {each.name.fi for series in beside.figures for each in series.comparisons}


def test_a_group_has_its_members_of_the_day_of_the_picture(here: Workspace) -> None:
    with in_scope(here):
        group = make_record("place-groups", name="Vaihtuva")
        make_record("place-group-members", group=group, municipality=IISALMI)
        make_record("place-group-members", group=group, municipality=OULU, date_to=date(2026, 3, 31))
        make_record("place-group-members", group=group, municipality=KUOPIO, date_from=date(2030, 1, 1))
        members = {
            at: picture_area("group", str(group.pk), at=at).area.members
            for at in (date(2026, 3, 31), AT, date(2030, 1, 1))
        }
    assert list(members.values()) == [(IISALMI, OULU), (IISALMI,), (IISALMI, KUOPIO)]


def test_a_link_without_evidence_is_told_in_each_language(here: Workspace) -> None:
    with in_scope(here):
        own = make_record("actors", name="Koneverstas Oy", municipality=IISALMI)
        other = make_record("actors", name="Sahalaitos Oy", municipality=KUOPIO)
        make_record("links", from_actor=own, to_actor=other, link_type="partner")
    ((evidence,),) = (link.evidence for link in picture(here).network.links)
    assert evidence.label.as_dict() == {"fi": "Kumppanuus", "sv": "Partnerskap", "en": "Partnership"}


@pytest.mark.parametrize(
    ("kind", "code"), [("municipality", "999"), ("region", "99"), ("group", "x"), ("planet", "1"), ("group", "0" * 32)]
)
def test_what_does_not_exist_is_said_clearly(here: Workspace, kind: str, code: str) -> None:
    with pytest.raises(UnknownAreaError) as raised:
        picture(here, kind, code)
    assert "ei löydy" in raised.value.message.fi


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iisalmi", ("municipality", IISALMI)),
        ("idensalmi", ("municipality", IISALMI)),
        ("140", ("municipality", IISALMI)),
        ("91", ("municipality", "091")),
        ("Pohjois-Savo", ("region", "11")),
        ("Ylä-Savo", ("sub_region", "111")),
        ("koko maa", ("country", "SSS")),
        ("seutukaupungit", ("group", REGIONAL_TOWNS)),
    ],
)
def test_places_are_found_as_people_name_them(text: str, found: tuple[str, str]) -> None:
    assert place_named(text) == found


def test_places_to_choose_begin_with_what_is_typed() -> None:
    assert places_to_choose("iis")[0].name.fi == "Iisalmi"
    assert places_to_choose("zzzz") == ()
    assert {each.kind for each in places_to_choose()} == {"country", "region"}
