"""`seutu places boundaries` with and without a file: what is kept, what it says, and what stays when it fails."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from tests.integration.durability.installation import command
from tests.local_server import PROXIES, Answer, leading_to, local_server, saying

pytestmark = pytest.mark.own_installation

DIRECT = dict.fromkeys(PROXIES, "")
RING = [[[27.0, 63.4], [27.5, 63.4], [27.5, 63.7], [27.0, 63.7], [27.0, 63.4]]]
CODES = {"fi": "140", "sv": "297", "en": "684"}


def areas(*codes: str) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"kunta": code, "nimi": code, "vuosi": 2026},
            "geometry": {"type": "Polygon", "coordinates": RING},
        }
        for code in codes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def asked(folder: Path, *answers: Answer, more: tuple[str, ...] = (), language: str = "fi") -> CompletedProcess[str]:
    with local_server(*answers) as server:
        return command(
            folder, "places", "boundaries", "--url", server.address, *more, SEUTU_LANGUAGE=language, **DIRECT
        )


def kept(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "places" / "boundaries.geojson").read_text(encoding="utf-8"))
    return content


def test_what_is_fetched_is_kept_with_its_source(tmp_path: Path) -> None:
    more = ("--source", "Kuntien kartta", "--licence", "CC BY 4.0", "--year", "2026")
    done = asked(tmp_path, saying(areas("140", "297")), more=more)
    assert done.returncode == 0, done.stderr
    assert "kunta4500k_2026" in done.stdout
    assert "2 kuntaa, 0 maakuntaa" in done.stdout
    assert "Rajat: Kuntien kartta, CC BY 4.0, haettu" in done.stdout
    assert "Raja puuttuu kunnilta: Alajärvi" in done.stdout
    source = kept(tmp_path)["source"]
    assert (source["name"]["sv"], source["licence"]) == ("Kuntien kartta", "CC BY 4.0")
    assert source["retrieved"]
    assert "typeName=tilastointialueet:kunta4500k_2026" in source["address"]
    assert [path.name for path in (tmp_path / "places").iterdir()] == ["boundaries.geojson"]


def test_another_server_is_not_passed_off_as_the_official_one(tmp_path: Path) -> None:
    done = asked(tmp_path, saying(areas("140")), language="sv")
    assert "Gränser: 127.0.0.1, licensen har inte angetts, hämtade" in done.stdout
    assert kept(tmp_path)["source"]["name"]["fi"] == "127.0.0.1"


@pytest.mark.parametrize(
    ("language", "answer", "said"),
    [
        ("fi", saying(b"", status=404), "vastasi virheellä 404"),
        ("sv", saying(b"<html></html>", media_type="text/html"), "något annat än GeoJSON (text/html)"),
        ("en", leading_to("http://169.254.169.254/latest"), "169.254.169.254 leads into a private network"),
        ("fi", leading_to("file:///etc/passwd"), "ohjaa file-osoitteeseen"),
        ("en", saying(areas("999")), "no boundary of a known municipality"),
    ],
)
def test_the_old_boundaries_stay_when_it_fails(tmp_path: Path, language: str, answer: Answer, said: str) -> None:
    assert asked(tmp_path, saying(areas("140"))).returncode == 0
    before = kept(tmp_path)
    done = asked(tmp_path, answer, language=language)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert kept(tmp_path) == before
    assert [path.name for path in (tmp_path / "places").iterdir()] == ["boundaries.geojson"]


def test_a_file_is_taken_with_what_is_said_of_it(tmp_path: Path) -> None:
    file = tmp_path / "kuntarajat.geojson"
    file.write_bytes(areas("140"))
    more = ("--source", "Maanmittauslaitos", "--licence", "CC BY 4.0", "--retrieved", "2026-11-02")
    done = command(tmp_path / "seutu", "places", "boundaries", str(file), *more, SEUTU_LANGUAGE="en")
    assert done.returncode == 0, done.stderr
    assert "Boundaries: Maanmittauslaitos, CC BY 4.0, retrieved 2.11.2026." in done.stdout
    plain = command(tmp_path / "seutu", "places", "boundaries", str(file), SEUTU_LANGUAGE="en")
    assert "Boundaries: kuntarajat.geojson, the licence was not given." in plain.stdout


@pytest.mark.parametrize(
    "more",
    [("a.geojson", "--year", "2024"), ("a.geojson", "--url", "https://a.example"), ("--retrieved", "2026-01-01")],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, more: tuple[str, ...]) -> None:
    (tmp_path / "a.geojson").write_bytes(areas("140"))
    named = [str(tmp_path / part) if part == "a.geojson" else part for part in more]
    done = command(tmp_path / "seutu", "places", "boundaries", *named)
    assert done.returncode == 2
    assert "--retrieved" in done.stderr or "--year" in done.stderr


@pytest.mark.parametrize("more", [("--year", "24"), ("--scale", "7"), ("--url", "file:///etc/passwd")])
def test_a_wrong_choice_is_said(tmp_path: Path, more: tuple[str, ...]) -> None:
    done = command(tmp_path / "seutu", "places", "boundaries", *more)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
