"""`seutu picture`, `stats` and `places` do what they say, and fail in one clear line."""

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from seutu.cli import picture, places, stats
from seutu.core.problems import InputProblem
from seutu.reporting.situation.files import FORMS
from tests.integration.factories import make_record, make_workspace

pytestmark = pytest.mark.django_db
RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _finnish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEUTU_LANGUAGE", "fi")
    monkeypatch.setattr("seutu.cli.picture.start", lambda: None)
    monkeypatch.setattr("seutu.cli.town_reports.start", lambda *, migrate: None)  # noqa: ARG005 - the tests' own stands


@pytest.fixture
def app() -> typer.Typer:
    made = typer.Typer()
    made.callback()(lambda: None)
    for module in (picture, stats, places):
        module.attach(made)
    return made


def test_a_picture_is_told_and_written(app: typer.Typer, tmp_path: Path) -> None:
    make_record("actors", workspace=make_workspace(slug="oma"), name="Kone Oy", municipality="140")
    answer = RUNNER.invoke(
        app, ["picture", "iisalmi", "--out", str(tmp_path / "kuva"), "--language", "en", "--workspace", "oma"]
    )
    assert answer.exit_code == 0, answer.output
    assert "The register has 1 actor in Iisalmi" in answer.output
    assert "No links between the actors have been recorded yet." in answer.output
    assert len(list((tmp_path / "kuva").iterdir())) == len(FORMS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["Iisalmii"], "Aluetta ”Iisalmii” ei löydy"), (["Iisalmi", "--language", "de"], "valitse fi, sv tai en")],
)
def test_a_picture_that_cannot_be_made_is_refused(
    app: typer.Typer, tmp_path: Path, arguments: list[str], said: str
) -> None:
    make_workspace()
    answer = RUNNER.invoke(app, ["picture", *arguments, "--out", str(tmp_path / "kuva")])
    assert answer.exit_code == 2
    assert said in answer.stderr
    assert not (tmp_path / "kuva").exists()


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from seutu.apps.statistics import operations, queries
    from seutu.warehouse import Warehouse

    store = Warehouse(tmp_path / "statistics.duckdb")
    for module in (operations, queries):
        monkeypatch.setattr(module, "warehouse", lambda: store)


ROWS = "indicator,place,period,value\nlaaja_kaista,140,2024,61.5\nlaaja_kaista,297,2024,70.25\n"


def load(app: typer.Typer, file: Path, *more: str) -> tuple[int, str, str]:
    answer = RUNNER.invoke(app, ["stats", "load", str(file), *more])
    return answer.exit_code, answer.stdout, answer.stderr


@pytest.mark.usefixtures("own_store")
def test_a_second_load_changes_only_what_has_changed(app: typer.Typer, tmp_path: Path) -> None:
    file, report = tmp_path / "kaista.csv", tmp_path / "raportti.json"
    file.write_text(ROWS, encoding="utf-8")
    named = ("--source", "Oma selvitys", "--licence", "CC0", "--retrieved", "2026-11-02")
    code, said, _ = load(app, file, *named)
    assert (code, said) == (0, "kaista.csv: 2 lukua; uusia 2, muuttuneita 0, ennallaan 0, poistuneita 0.\n")
    file.write_text(ROWS.replace("70.25", "71"), encoding="utf-8")
    assert load(app, file, *named, "--json", str(report))[0] == 0
    written = json.loads(report.read_text(encoding="utf-8"))[0]
    assert (written["rows"], written["created"], written["changed"], written["unchanged"]) == (2, 0, 1, 1)
    listed = RUNNER.invoke(app, ["stats", "list"])
    assert "Oma selvitys (CC0, 2026-11-02)" in listed.output
    assert "laaja_kaista" in listed.output


@pytest.mark.usefixtures("own_store")
def test_a_cell_that_is_no_number_is_told_and_left_out(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "kaista.csv"
    file.write_text(ROWS.replace("61.5", "paljon"), encoding="utf-8")
    code, _, told = load(app, file, "--source", "Oma", "--licence", "CC0")
    assert code == 1
    assert "rivi 2" in told
    assert "paljon" in told


MAP = """
source = "Oma selvitys"
licence = "CC0"
[place]
column = "Kunta"
as = "name"
[values]
"Kaista, %" = {indicator = "laaja_kaista", period = "2024"}
"""


@pytest.mark.usefixtures("own_store")
def test_a_plain_table_is_read_by_a_map_that_is_kept_by_a_name(app: typer.Typer, tmp_path: Path, settings: Any) -> None:
    settings.DATA_FOLDER = tmp_path / "data"
    file, given = tmp_path / "kunnat.csv", tmp_path / "kartta.toml"
    file.write_text("Kunta;Kaista, %\nIisalmi;61,5\nKuopio;70\n", encoding="utf-8")
    given.write_text(MAP, encoding="utf-8")
    code, said, _ = load(app, file, "--map", str(given), "--keep-map", "kaista")
    assert code == 0
    assert "2 lukua; uusia 2" in said
    assert (tmp_path / "data" / "maps" / "kaista.toml").read_text(encoding="utf-8") == MAP
    file.write_text("Kunta;Kaista, %\nIisalmi;62\nKuopio;70\n", encoding="utf-8")
    code, said, _ = load(app, file, "--map", "kaista")
    assert (code, "muuttuneita 1, ennallaan 1" in said) == (0, True)


@pytest.mark.usefixtures("own_store")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--map", "muu"), "Tallennetut kartat: –"),
        (("--map", "../kaista"), "ei voi lukea TOML"),
        (("--map", "kartta.toml", "--keep-map", "../x"), "ei voi tallentaa nimellä"),
        (("--map", "vaara.toml"), "kohta place.colunm on väärin"),
    ],
)
def test_a_map_that_cannot_be_used_or_kept_is_told(
    app: typer.Typer,
    tmp_path: Path,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    settings.DATA_FOLDER = tmp_path / "data"
    monkeypatch.chdir(tmp_path)
    Path("k.csv").write_text("Kunta;Kaista, %\nIisalmi;61,5\n", encoding="utf-8")
    Path("kartta.toml").write_text(MAP, encoding="utf-8")
    Path("vaara.toml").write_text(MAP.replace("column", "colunm"), encoding="utf-8")
    answer = RUNNER.invoke(app, ["stats", "load", "k.csv", *arguments])
    assert isinstance(answer.exception, InputProblem)
    assert said in answer.exception.problems[0].message.fi
    assert not list((tmp_path / "data").glob("maps/*"))


@pytest.mark.usefixtures("own_store")
def test_a_day_that_is_no_day_is_refused(app: typer.Typer, tmp_path: Path) -> None:
    file = tmp_path / "kaista.csv"
    file.write_text(ROWS, encoding="utf-8")
    code, _, told = load(app, file, "--source", "Oma", "--licence", "CC0", "--retrieved", "2.11.2026")
    assert code == 2
    assert "2026-11-02" in told


def test_the_reports_of_towns_are_written(app: typer.Typer, tmp_path: Path) -> None:
    wanted = ["stats", "report", "Iisalmi", "178", "iisalmi", "--out", str(tmp_path), "--form", "docx"]
    answer = RUNNER.invoke(app, [*wanted, "--language", "sv", "--no-joint"])
    assert answer.exit_code == 0, answer.output
    assert sorted(path.name.split("-2")[0] for path in tmp_path.iterdir()) == [
        "statistikrapport-idensalmi",
        "statistikrapport-juva",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Iisalmii"], "Kuntaa ”Iisalmii” ei löydy. Tarkoititko: Iisalmi"),
        (["Iisalmi", "--form", "odt"], "--form odt: valitse docx tai pdf."),
        (["Iisalmi", "--language", "de"], "valitse fi, sv tai en"),
    ],
)
def test_reports_that_cannot_be_made_are_refused(
    app: typer.Typer, tmp_path: Path, arguments: list[str], said: str
) -> None:
    answer = RUNNER.invoke(app, ["stats", "report", *arguments, "--out", str(tmp_path / "raportit")])
    assert answer.exit_code == 2
    assert said in answer.stderr
    assert not (tmp_path / "raportit").exists()
