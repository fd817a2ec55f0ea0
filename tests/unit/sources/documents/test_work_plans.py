"""Plans of work read from documents: packages with their months, tasks and results, points, supplements."""

from decimal import Decimal

from seutu.sources.documents import check_file
from seutu.sources.documents.lines import of_text
from seutu.sources.documents.work_plans import work_plan
from tests.shared_material import SHARED, needs_shared

TEXT = """
*Vaihe 1*

Työpaketti 1: Lähtötilanne; yritysten
tarpeet

Henkilötyökuukaudet: yht. 4,5 htkk

Tehtävä 1.1. Haastattelut
Tehtävä 1.2 Kysely
1.3: Kooste

Tulos 1: Tarvekartoitus

Työpaketti 2: Kokeilut

Henkilötyökuukaudet 6 hlötkk

Tehtävä 2.1: Kokeilut yrityksissä
Vuonna 2.2 miljoonaa ei ole tehtävä

Tulos 2: Kokeilukortit

Aikataulu
Työpaketti 1 - Lähtötilanne
Työpaketti 2 - Kokeilut

Pisteet: 18/27

Täydennykset (TEHTY):
Budjetin tarkennus
Sopimukset

Rahoittaja puoltaa
"""


def test_packages_carry_what_stands_under_them() -> None:
    plan = work_plan(of_text("x", TEXT))
    first, second = plan.packages
    assert (first.number, first.name) == ("1", "Lähtötilanne; yritysten tarpeet")
    assert first.tasks == ("Haastattelut", "Kysely", "Kooste")
    assert (first.results, second.results) == (("Tarvekartoitus",), ("Kokeilukortit",))
    assert second.tasks == ("Kokeilut yrityksissä",)
    assert plan.person_months == Decimal("10.5")
    assert first.person_months is not None
    assert first.person_months.place.line == 7


def test_points_and_supplements_are_read() -> None:
    plan = work_plan(of_text("x", TEXT))
    assert plan.points == (Decimal(18), Decimal(27))
    assert plan.supplements == ("Budjetin tarkennus", "Sopimukset")


def test_a_text_without_a_plan_has_none() -> None:
    plan = work_plan(of_text("x", "Kaupunki kehittää palvelujaan.\n"))
    assert plan.is_empty
    assert plan.person_months is None


LONG = """
Kuvaus hankkeen sisällöstä

Hanke vahvistaa pk-
yritysten vientiä Etelä-
Savossa ja sen naapureissa.

Hankkeen toteutus perustuu kokeiluihin.

Hankkeen tavoitteet

Kymmenen yritystä aloittaa viennin.

Hankkeen toimenpiteet

Työpaketti 1: Kokeilut (viisi
Savon kunnista) ja niiden

Henkilötyökuukaudet: 6 htkk

Yritykset valitsevat, mitä
kokeilevat.

Tehtävä 1.1: Ryhmien kokoaminen alueen
yrityksistä ja niiden kump-
paneista
Tehtävä 1.2: Kokeilut
Tulokset kerrotaan jokaiselle.

Tulos 1: Kokeilukortit
Mikä niistä jäi?
"""


def test_titles_go_on_over_line_ends_and_keep_their_lines() -> None:
    (package,) = work_plan(of_text("x", LONG)).packages
    assert package.name == "Kokeilut (viisi Savon kunnista) ja niiden"
    assert package.tasks == ("Ryhmien kokoaminen alueen yrityksistä ja niiden kumppaneista", "Kokeilut")
    assert package.results == ("Kokeilukortit",)
    assert package.objective == "Yritykset valitsevat, mitä kokeilevat."
    assert (package.place.line, [each.line for each in package.task_places]) == (16, [24, 27])
    assert [each.line for each in package.result_places] == [30]


def test_the_summary_and_the_aims_are_read_from_under_their_headings() -> None:
    summary = work_plan(of_text("x", LONG)).summary
    assert summary is not None
    assert summary.text == (
        "Hanke vahvistaa pk-yritysten vientiä Etelä-Savossa ja sen naapureissa.\n\n"
        "Hankkeen toteutus perustuu kokeiluihin.\n\nKymmenen yritystä aloittaa viennin."
    )
    assert summary.place.line == 4
    assert work_plan(of_text("x", TEXT)).summary is None


def test_a_blank_after_every_line_ends_no_title_and_no_text() -> None:
    spaced = "Työpaketti 1: Kokeilut yritysten\n\nkanssa\n\nYritykset valitsevat, mitä\n\nkokeilevat.\n\n\nLiite\n"
    (package,) = work_plan(of_text("x", spaced)).packages
    assert (package.name, package.objective) == ("Kokeilut yritysten kanssa", "Yritykset valitsevat, mitä kokeilevat.")


@needs_shared
def test_the_proposal_comes_to_57_person_months_and_15_tasks() -> None:
    (path,) = (SHARED / "source-documents").glob("000_*.txt")
    plan = check_file(path).work
    assert plan is not None
    assert [str(package.person_months.number) for package in plan.packages if package.person_months] == [
        "10",
        "15",
        "20",
        "6",
        "6",
    ]
    assert [len(package.tasks) for package in plan.packages] == [4, 4, 3, 2, 2]
    assert [len(package.results) for package in plan.packages] == [1, 1, 1, 1, 1]
    assert plan.points == (Decimal(20), Decimal(27))
    assert len(plan.supplements) == 3
    assert plan.packages[4].results[0].endswith("sisältömarkkinoinnin aineistot digitaalisen markkinointiviestintään")
    assert plan.packages[2].results[0].endswith("hyvinvointialan pk-yrityksille")
    assert plan.packages[2].objective.startswith("Muotoillaan perinteiset")
    assert plan.summary is not None
    assert plan.summary.text.endswith("kansainvälisillä markkinoilla.")
