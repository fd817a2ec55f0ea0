"""`seutu stats pull` as a person runs it: what it says, its report, its exit codes, and one line where it fails."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from seutu.apps.statistics import pulling
from seutu.cli import stats
from seutu.cli.failing import failing_clearly
from seutu.warehouse import Warehouse
from tests.local_server import PROXIES, LocalServer, local_server
from tests.pxweb_server import Codes, PxTable, variable

AREAS = ("SSS", "KU140", "KU684")
VARIABLES = [
    variable("alue_23_20260101", AREAS, ("KOKO MAA", "Iisalmi", "Rauma")),
    variable("timeperiod_y", ("2023", "2024"), time=True),
    variable("contentscode", ("vaerak-vaesto",), ("Väestö 31.12.",)),
]
FIGURES: dict[Codes, float | str] = {}
Run = Callable[..., Result]


@pytest.fixture
def server() -> Iterator[LocalServer]:
    table = PxTable("/api/v1/fi/StatFin/vaerak/11ra.px", VARIABLES, lambda codes: FIGURES.get(codes, 1.0))
    with local_server() as found:
        found.answers.append(table.answer(found.bodies))
        yield found


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any, server: LocalServer) -> Run:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SEUTU_LANGUAGE", "fi")
    monkeypatch.setattr("seutu.cli.pulling.start", lambda **_: None)
    settings.DATA_FOLDER = tmp_path
    store = Warehouse(tmp_path / "statistics.duckdb")
    monkeypatch.setattr(pulling, "warehouse", lambda: store)
    FIGURES.clear()
    app = typer.Typer()
    app.callback()(lambda: None)
    stats.attach(app)

    def invoked(*arguments: str, source: str = "statfin", table: str = "vaerak/11ra") -> Result:
        given = ["stats", "pull", source, table, "--url", f"{server.root}/api/v1", *arguments]

        def clearly() -> None:
            with failing_clearly():
                app(given, standalone_mode=False)

        clear = typer.Typer()
        clear.command()(clearly)
        return CliRunner().invoke(clear)

    return invoked


def test_what_came_is_told_with_its_source_and_division(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    first = run("--indicator", "population", "--json", str(report), "--retrieved", "2026-11-02")
    assert "statfin_11ra: 6 lukua; uusia 6, muuttuneita 0, ennallaan 0, poistuneita 0." in first.output
    assert "Tilastokeskus, Väkiluku muuttujina, CC BY 4.0, aluejako 2026-01-01" in first.output
    told = json.loads(report.read_text(encoding="utf-8"))
    assert (told["rows"], told["created"], told["division"], told["retrieved"]) == (6, 6, "2026-01-01", "2026-11-02")
    assert (told["reused"], told["problems"]) == (0, [])
    FIGURES["KU140", "2024", "vaerak-vaesto"] = ".."
    again = run("--indicator", "population", "--json", str(report))
    assert "6 lukua; uusia 0, muuttuneita 1, ennallaan 5, poistuneita 0." in again.output
    figures = Warehouse(tmp_path / "statistics.duckdb").series(["population"], ["140"])
    assert [(figure.value, figure.status) for figure in figures] == [(1.0, "published"), (None, "sign:..")]
    assert figures[0].sources[0].licence == "CC BY 4.0"


def test_a_part_of_the_table_removes_nothing_else(run: Run) -> None:
    run()
    part = run("--only", "alue=684", "--only", "Vuosi=2024")
    assert "1 lukua; uusia 0, muuttuneita 0, ennallaan 1, poistuneita 0." in part.output
    assert "6 lukua; uusia 0, muuttuneita 0, ennallaan 6, poistuneita 0." in run().output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "vuosi"), "--only vuosi: anna muodossa vuosi=2023,2024."),
        (("--only", "vuosi=2023", "--only", "vuosi=2024"), "sama nimi on annettu kahdesti"),
        (("--only", "ikä=3"), "ei ole muuttujaa ikä. Siinä on: alue_23_20260101, timeperiod_y, contentscode."),
        (("--language", "de"), "--language de: valitse fi, sv tai en."),
        (("--retrieved", "eilen"), "--retrieved eilen: anna päivä muodossa 2026-11-02."),
        (("--indicator", "x=population"), "--indicator x=population: haussa ei ole sitä tietoa."),
    ],
)
def test_what_cannot_be_asked_is_one_line_and_nothing_is_stored(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    failed = run(*arguments)
    assert failed.exit_code == 2
    assert said in failed.output
    assert failed.output.count("\n") == 1
    assert not (tmp_path / "statistics.duckdb").exists()


@pytest.mark.parametrize("source", ["statfin", "pxweb", "pxweb2"])
def test_what_is_no_address_is_one_line(run: Run, source: str) -> None:
    failed = run("--url", "http://[::1", source=source)
    assert (failed.exit_code, failed.output.count("\n")) == (2, 1)
    assert "”http://[::1” ei ole verkko-osoite." in failed.output


def test_a_pull_of_too_many_figures_asks_for_none_of_them(run: Run, server: LocalServer) -> None:
    codes = [str(number) for number in range(1000)]
    large = [*VARIABLES, variable("ika", codes), variable("ammatti", codes)]
    server.answers[:] = [PxTable("/api/v1/fi/StatFin/vaerak/11ra.px", large, lambda _: 1.0).answer(server.bodies)]
    failed = run()
    assert (failed.exit_code, failed.output.count("\n"), server.bodies) == (2, 1, [])
    assert "Haku toisi yli 2 miljoonaa lukua." in failed.output


def test_a_pull_that_is_cut_off_says_that_it_can_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pulling, "pull_statistics", cut)
    found = run()
    assert found.exit_code == 130
    assert "Haku keskeytettiin" in found.output
    assert "aja sama komento" in found.output


def test_an_unknown_source_is_told(run: Run) -> None:
    failed = run(source="statfn")
    assert (failed.exit_code, failed.output.count("\n")) == (2, 1)
    assert "Lähdettä statfn ei tunneta. Lähteet: statfin" in failed.output
