"""What is told as a note: packages named in two ways, letters that were mended, applications handled for long.

And the layouts that people use which claim nothing: they are silent.
"""

from pathlib import Path
from typing import Final

import pytest

from seutu.core.figures.relations import Relation, Severity
from seutu.sources.documents import between_documents, check_file

LAYOUTS: Final = {
    "a share without a total": "Rahoittaja Euroa Osuus\nELY-keskus 117 440 80 %\nKunta 29 360 20 %\nYhteensä 146 800\n",
    "a share before the money": "Rahoitus\nEU 80 %   117 440\nKunta 20 %   29 360\nYhteensä 100 %  146 800\n",
    "working time and tax": "Kustannukset\nPalkat 100 000\nOstot (ALV 25,5 %) 50 000\nJohtaja 50 % 25 000\n"
    "Yhteensä 175 000\n",
    "side costs of some pay": "Kustannusarvio\nJohtaja (100 %) 60 000\nAsiantuntija (50 %) 28 000\n"
    "Henkilösivukulut 26,44 % 23 267\nMatkat 5 000\nYhteensä 116 267\n",
    "rates that differ by year": "Rahoitus 2026 2027 Yhteensä\nELY-keskus (70 %) 68 000 72 000 140 000\n"
    "Kunta (30 %) 32 000 28 000 60 000\nYhteensä 100 000 100 000 200 000\n",
    "towns in regions": "Mukana on kolme kuntaa kahdesta maakunnasta: Kuusijoki, Lehtovaara ja Suvantola.\n",
    "packages of one partner": "Hankkeessa Lehtovaaralla on kaksi työpakettia.\nTyöpaketti 1: A\nTyöpaketti 2: B\n"
    "Työpaketti 3: C\n",
    "shares of other things": "Osallistujista 58 % oli naisia. Rahoitus: EU 70 %, kunnat 20 %, yritykset 5 %.\n",
    "some of it named": "Yhteensä 300 000 euroa jaettiin, josta suurin hanke sai 80 000 euroa ja pienin 5 000 euroa.\n",
    "partners with own shares": "Toteuttaja Kustannukset Avustus Omarahoitus\nA 100 000 70 000 30 000\n"
    "B 50 000 40 000 10 000\nYhteensä 150 000 110 000 40 000\n",
    "two plans": "Osahanke A\nPalkat 60 000\nOstot 40 000\nYhteensä 100 000\n\nOsahanke B\nPalkat 30 000\n"
    "Ostot 20 000\nYhteensä 50 000\n\nRahoitus\nEU 112 500\nKunnat 37 500\nYhteensä 150 000\n",
}
NAMED: Final = {
    "Työpaketti 1 Kartoitus - Ostot 4 000 €\n\nTyöpaketti 2: Koe\n\nTyöpaketti 1 - Alkukartoitus\n": "Alkukartoitus",
    "Arbetspaket 1: Start\n\nArbetspaket 2: Försök\n\nArbetspaket 2 – Praktiska försök\n": "Praktiska",
    "Work package 1: Mapping\n\nWork package 2: Trials\n\nWork package 1 – Survey\n": "Survey",
}
SAME_NAMES: Final = (
    "Työpaketti 1: Kartoitus\n\nTyöpaketti 1 – Kartoitus\n",
    "Työpaketti 1: Kartoitus\n\nTyöpaketti 1 Tulokset kootaan ja\nniistä kerrotaan.\n",
    "Work package 2: Trials – 5 person-months\n\nWork package 2 - Trials\n",
)
HANDLED: Final = {
    "Saapunut: 15.3.2024\nRahoituskokous: 26.5.2025\n\nTäydennykset (TEHTY):\nPäivitys\n": ("14", "täydennetty"),
    "Vireille: 1.2.2024\nPäätös: 1.12.2025\n": ("22", "22"),
    "Inkom: 3.1.2024\nBeslut: 10.3.2026\n": ("26", "26"),
}


def checked(folder: Path, text: str, name: str = "a.txt") -> tuple[Relation, ...]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return check_file(file).relations


def notes(folder: Path, text: str) -> list[Relation]:
    return [each for each in checked(folder, text) if each.severity is Severity.NOTE]


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_that_agrees_is_silent(tmp_path: Path, text: str) -> None:
    harmful = {Severity.WARNING, Severity.ERROR}
    assert [each.message.fi for each in checked(tmp_path, text) if each.severity in harmful] == []


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_package_of_two_names_is_noted(tmp_path: Path, text: str, name: str) -> None:
    (noted,) = notes(tmp_path, text)
    assert noted.label.en == "Names of the work packages"
    assert name in noted.message.fi


@pytest.mark.parametrize("text", SAME_NAMES)
def test_the_same_name_again_is_silent(tmp_path: Path, text: str) -> None:
    assert notes(tmp_path, text) == []


@pytest.mark.parametrize(("text", "said"), HANDLED.items())
def test_an_application_handled_for_over_a_year_is_noted(tmp_path: Path, text: str, said: tuple[str, str]) -> None:
    printed = f"{text}\nAsiakirja luotu: 30.12.2026\n"
    (noted,) = [each for each in notes(tmp_path, printed) if each.label.en == "Handling time"]
    assert all(part in noted.message.fi for part in said)
    soon = printed.replace("2024", "2025") if "26.5.2025" in text else printed.replace("2024", "2026")
    assert [each for each in notes(tmp_path, soon) if each.label.en == "Handling time"] == []


def test_mended_letters_are_noted(tmp_path: Path) -> None:
    right = "Hankkeessa kehitetään seudun yrityksiä ja päätetään määrärahasta.\n" * 3
    assert notes(tmp_path, right) == []
    (noted,) = notes(tmp_path, right.replace("ä", "a\u0308").replace("a\u0308", "a ̈"))
    assert noted.label.en == "Mended letters"
    assert "3 rivillä" in noted.message.fi


def test_tens_in_words_are_counted_beside_digits(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("Suomen noin viidestäkymmenestä seutukaupungista moni on mukana.", encoding="utf-8")
    other.write_text("Tutkimus koski kaikkia seutukaupunkeja (55).", encoding="utf-8")
    (between,) = between_documents([check_file(one), check_file(other)])
    assert "noin 50 (a.txt), 55 (b.txt)" in between.message.fi.replace("\u00a0", " ")
