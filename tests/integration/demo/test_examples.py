"""The example folders load whole and once, come back from an export as they are, and answer what they are there for."""

import csv
import io
import re
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.apps.accounts.models import Workspace
from seutu.apps.demo.examples import examples, referred_first
from seutu.apps.demo.operations import DEMO_EMAIL, LoadedExample, add_demo_person, load_examples
from seutu.apps.ecosystems.queries import assemble_picture
from seutu.apps.funding.appropriation_queries import standings
from seutu.apps.funding.models import Appropriation
from seutu.apps.places.models import PlaceGroup, PlaceGroupMember
from seutu.apps.programmes.models import Project
from seutu.apps.records.files.exporting import export_kind
from seutu.apps.records.queries import filtered, records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sharing import shown_of
from seutu.apps.records.sheets.kinds import kind_named, kinds
from seutu.apps.register.models import Fact, Link
from seutu.core.figures import Amount, Origin, Qualifier
from seutu.core.funding.appropriations import UseState
from seutu.rules import places
from tests.integration.demo.cited import DOCUMENTS, cited_lines, forms_of
from tests.integration.factories import NOON, signed_in
from tests.shared_material import needs_shared

pytestmark = pytest.mark.django_db
Built = dict[str, LoadedExample]
ALL = examples()
FILES = [(example.slug, path) for example in ALL for path in sorted(example.folder.glob("*.csv"))]
THEME = "Teemaverkostot 2021"
SKILLS = "Osaavan työvoiman verkostohankkeet 2019"
PLANNED = {
    "appropriations": ("amount",),
    "appropriation-uses": ("amount",),
    "prospects": ("amount",),
    "shared-costs": ("amount",),
    "cost-lines": ("amount", "applied"),
    "cost-years": ("amount",),
    "funding-rows": ("amount", "share", "applied"),
    "work-packages": ("person_months", "purchases"),
    "projects": ("budget_total", "funding_total", "flat_rate", "person_years", "partner_count"),
    "decisions": ("ceiling", "granted"),
    "applications": ("points", "max_points"),
    "indicators": ("baseline", "target"),
}
"""The columns of plans that hold figures of documents."""
TOP_TEN = "vetovoima 2019:kärkikymmenikkö"


def rows_of(text: str) -> list[list[str]]:
    header, *rows = csv.reader(io.StringIO(text))
    return [header, *sorted(rows)]


def records_in(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


@pytest.mark.many_cases
@pytest.mark.parametrize(("slug", "path"), FILES, ids=lambda value: value.name if isinstance(value, Path) else value)
def test_every_row_is_a_record_and_an_export_gives_the_file_back(built: Built, slug: str, path: Path) -> None:
    kind, written = kind_named(path.stem), path.read_text(encoding="utf-8")
    stream = io.BytesIO()
    with in_scope(built[slug].workspace):
        export_kind(kind, records_of(kind), stream, form="machine", language="en")
    given = rows_of(stream.getvalue().decode("utf-8"))
    assert given == rows_of(written)
    assert built[slug].counts[kind.name] == len(given) - 1


def test_every_row_has_an_id_of_its_own() -> None:
    ids = [row["id"] for _, path in FILES for row in records_in(path)]
    assert all(ids)
    assert len(ids) == len(set(ids))


def test_every_record_says_where_it_comes_from() -> None:
    pages = {"information-pages", "page-facts"}  # what they show has its own source: statistics, and the facts named
    sourced = [path for _, path in FILES if path.stem not in {"sources", *pages}]
    unsaid = [
        f"{path.parent.name}/{path.name}: {row['id']}"
        for path in sourced
        for row in records_in(path)
        if not row["source"]
    ]
    assert sourced
    assert not unsaid


def test_a_second_building_changes_nothing(built: Built) -> None:
    before = {slug: (each.workspace.head_sequence, each.workspace.head_digest) for slug, each in built.items()}
    again = load_examples(owner=add_demo_person(), at=NOON)
    assert {slug: each.fresh for slug, each in again.items()} == dict.fromkeys(before, False)
    after = {each.slug: (each.head_sequence, each.head_digest) for each in Workspace.objects.filter(is_example=True)}
    assert after == before
    assert all(sequence > 0 for sequence, _ in after.values())


def test_the_demo_person_owns_every_example_and_iisalmi_is_in_the_network(built: Built) -> None:
    for each in built.values():
        assert [member.person.email for member in each.workspace.memberships.filter(role="owner")] == [DEMO_EMAIL]
    assert list(built["iisalmi"].workspace.networks.values_list("slug", flat=True)) == ["seutukaupungit"]


def test_the_network_shows_its_indices_to_iisalmi(built: Built) -> None:
    shown = shown_of(kind_named("indices"), built["iisalmi"].workspace, personal=False)
    assert {each.owner.slug for each in shown} == {"seutukaupungit"}
    assert len(shown) == 2
    assert shown_of(kind_named("indices"), built["espoo"].workspace, personal=False) == []


def test_kinds_come_after_those_they_refer_to() -> None:
    names = [kind.name for kind in referred_first(reversed(kinds()))]
    assert sorted(names) == sorted(kind.name for kind in kinds())
    for kind in kinds():
        for column in kind.references:
            if column.kind != kind.name:
                assert names.index(column.kind) < names.index(kind.name)


def question(chosen: dict[str, str]) -> list[str]:
    found = filtered(kind_named("actors"), {name: [value] for name, value in chosen.items()})
    return sorted(actor.name for actor in found)


ANSWERS = [
    ("leads", SKILLS, ["Kauhajoen kaupunki", "Raahen kaupunki"]),
    ("tag", TOP_TEN, ["Iisalmen kaupunki", "Raahen kaupunki", "Rauman kaupunki", "Savonlinnan kaupunki"]),
]


@pytest.mark.parametrize(("name", "value", "answer"), ANSWERS)
def test_the_networks_questions_are_answered_by_filters(built: Built, name: str, value: str, answer: list[str]) -> None:
    with in_scope(built["seutukaupungit"].workspace):
        assert question({"programme": THEME, "class": "municipality", name: value}) == answer
        project = Project.objects.get(programme=THEME)
        assert question({"project": str(project.pk), name: value}) == answer


@pytest.mark.parametrize(("name", "value", "answer"), ANSWERS)
def test_the_page_gives_the_same_answers(built: Built, name: str, value: str, answer: list[str]) -> None:
    page = signed_in(add_demo_person()).get(
        "/fi/w/seutukaupungit/r/actors/", {"programme": THEME, "class": "municipality", name: value}
    )
    assert page.status_code == 200
    table = re.search(r"<tbody.*?</tbody>", page.content.decode(), re.DOTALL)
    assert table is not None
    towns = set(re.findall(r"[A-ZÅÄÖ]\w+ (?:kaupunki|kunta)\b", re.sub(r"<[^>]+>", " ", table[0])))
    assert towns == set(answer)


def test_ten_towns_of_eight_regions_one_lead_three_parts(built: Built) -> None:
    with in_scope(built["seutukaupungit"].workspace):
        project = Project.objects.get(programme=THEME)
        roles = [
            each.role
            for each in records_of(kind_named("participations")).filter(project=project)
            if "municipality" in question_classes(each.actor_id)
        ]
        towns = PlaceGroupMember.objects.filter(group__name__startswith="Innovaatioekosysteemi")
        assert sorted(roles) == ["lead", "part", "part", "part", *["participant"] * 6]
        assert sorted(towns.values_list("role", flat=True)) == sorted(roles)
        table, today = places.load(), places.NEWEST_DIVISION
        regions = {table.area_of(each.municipality, places.Division.REGION, today) for each in towns}
        assert len(regions) == 8


def question_classes(actor_id: object) -> list[str]:
    from seutu.apps.records.models import Term

    return list(Term.objects.filter(record_id=actor_id, scheme="class").values_list("code", flat=True))


def test_different_counts_of_towns_stand_side_by_side(built: Built) -> None:
    with in_scope(built["seutukaupungit"].workspace):
        found = Fact.objects.filter(name="Seutukaupunkien määrä").order_by("value")
        assert [(int(fact.value), fact.qualifier) for fact in found if fact.value] == [
            (50, "about"),
            (55, "exact"),
            (56, "about"),
        ]


def test_numbers_without_a_confirmed_label_are_no_facts(built: Built) -> None:
    with in_scope(built["seutukaupungit"].workspace):
        names = " ".join(Fact.objects.values_list("name", flat=True)).lower()
        assert not [word for word in ("investin", "työpaj", "rannikko", "navigate") if word in names]
        assert "vertaispäiv" in names


def test_the_towns_of_the_rules_are_candidates_or_named_and_never_the_official_list(built: Built) -> None:
    with in_scope(built["seutukaupungit"].workspace):
        group = PlaceGroup.objects.get(name__contains="ehdokkaat")
        held = dict(PlaceGroupMember.objects.filter(group=group).values_list("municipality", "standing"))
        assert held == {town.municipality: town.evidence for town in places.load().regional_towns}
        assert list(held.values()).count("named") == 36
        assert "ei verkoston virallinen" in group.description


def test_espoos_programme_has_its_items_by_status_and_its_rest_is_derived(built: Built) -> None:
    with in_scope(built["espoo"].workspace):
        statuses = list(Project.objects.filter(programme="Elinvoimainen Espoo").values_list("status", flat=True))
        counts = {each: statuses.count(each) for each in set(statuses)}
        assert counts == {"jatkuu 2024": 6, "alkaa 2024": 2, "valmistelussa": 4}
        (standing,) = standings(Appropriation.objects.all())
        used = standing.in_state(UseState.USED)
        assert used is not None
        assert used.rest == Amount(Decimal(30000), "EUR", Qualifier.UNDER, Origin.DERIVED)


def test_mikrogrow_has_four_groups_of_thirty(built: Built) -> None:
    with in_scope(built["pohjois-savo"].workspace):
        sizes = Fact.objects.filter(name__startswith="Ryhmän yritykset").values_list("value", flat=True)
        assert [int(size) for size in sizes] == [30] * 4
        assert PlaceGroup.objects.count() == 4
        assert question({"programme": "Kestävää kasvua ja työtä 2014–2020"}) == [
            "Kehittämisyhtiö SavoGrow Oy",
            "Kuopion kaupunki",
            "Oulun yliopisto",
            "Pohjois-Savon liitto",
        ]


def test_iisalmi_has_no_network_and_its_picture_says_what_to_do(built: Built) -> None:
    with in_scope(built["iisalmi"].workspace):
        assert not Link.objects.exists()
        picture = assemble_picture("municipality", "140", at=NOON.date())
    assert picture.network.next_step is not None
    assert len([series for series in picture.figures if series.latest and series.latest.source]) >= 10


@pytest.mark.parametrize(("slug", "code"), [("oulu", "564"), ("kuopio", "297")])
def test_the_cordis_examples_show_a_network(built: Built, slug: str, code: str) -> None:
    with in_scope(built[slug].workspace):
        picture = assemble_picture("municipality", code, at=NOON.date())
    assert len(picture.network.links) > 100
    assert {note.licence for note in picture.sources if note.title.fi.startswith("CORDIS")} == {"CC BY 4.0"}


def test_no_example_is_large_or_names_a_person() -> None:
    for example in ALL:
        texts = {path.name: path.read_text(encoding="utf-8") for path in example.folder.iterdir()}
        assert sum(len(text.encode()) for text in texts.values()) < 400_000, example.slug
        for name, text in texts.items():
            assert not re.search(r"\+358|\(at\)|\bpuh\.", text), name
            assert set(re.findall(r"[\w.+-]+@[\w-]+\.\w+", text)) <= {DEMO_EMAIL}, name


def test_a_figure_that_a_plan_holds_is_no_fact_beside_it() -> None:
    held = {
        (slug, row["source"], place, Decimal(row[name]))
        for slug, path in FILES
        for row in records_in(path)
        for name in PLANNED.get(path.stem, ()) if row[name]
        for place in re.findall(r"\d+", row["source_place"])
    }  # fmt: skip
    facts = [(slug, row) for slug, path in FILES if path.stem == "facts" for row in records_in(path)]
    twice = [
        f"{slug}: {row['name']} {row['value']}"
        for slug, row in facts
        for place in re.findall(r"\d+", row["source_place"])
        if (slug, row["source"], place, Decimal(row["value"])) in held
    ]
    assert {slug for slug, *_ in held} > {slug for slug, _ in facts if slug != "iisalmi"}
    assert not twice


@needs_shared
def test_every_stated_figure_stands_where_its_source_says() -> None:
    astray, checked = [], 0
    for slug, path in FILES:
        if path.stem != "facts":
            continue
        for row in records_in(path):
            assert row["origin"] == "stated"
            document = next(name for name in DOCUMENTS if row["source"].startswith(name))
            text = cited_lines(DOCUMENTS[document], row["source_place"])
            checked += 1
            if not any(form in text for form in forms_of(row["value"])):
                astray.append(f"{slug}: {row['name']} {row['value']} {row['source_place']}: {text[:160]}")
    assert checked > 50
    assert not astray, "\n".join(astray)
