"""`seutu demo` and `seutu init` as a person runs them: what they print, write and leave behind, and how they refuse."""

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from django.test import Client
from typer.testing import CliRunner, Result

from seutu.apps.accounts.models import Workspace
from seutu.apps.demo import operations
from seutu.apps.demo.examples import HOME, examples
from seutu.apps.demo.operations import DEMO_EMAIL
from seutu.cli import demo as demo_command
from seutu.cli import init as init_command

pytestmark = pytest.mark.django_db
FIGURE = re.compile(r"^  \S.*\((?:19|20)\d\d\).*\[\d+\]$", re.MULTILINE)
LINK = re.compile(r"http://127\.0\.0\.1:(\d+)(/fi/enter/\S+)")


@pytest.fixture(autouse=True)
def in_finnish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("SEUTU_LANGUAGE", "fi")
    monkeypatch.setenv("SEUTU_DIR", str(tmp_path))
    return


def run(*arguments: str, given: str | None = None) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    demo_command.attach(app)
    init_command.attach(app)
    return CliRunner().invoke(app, list(arguments), input=given)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the demo build its home only and show nothing, where the test is about something else."""
    home = tuple(example for example in examples() if example.slug == HOME)
    monkeypatch.setattr(operations, "examples", lambda: home)
    monkeypatch.setattr(demo_command, "_show", lambda *_: None)


def heads() -> dict[str, tuple[int, str]]:
    return {each.slug: (each.head_sequence, each.head_digest) for each in Workspace.objects.all()}


def test_the_demo_builds_prints_writes_and_lets_its_person_in(tmp_path: Path) -> None:
    first = run("demo", "--no-serve", "--dir", str(tmp_path))
    assert first.exit_code == 0, first.output
    assert "Iisalmi" in first.output
    assert len(FIGURE.findall(first.output)) >= 10
    assert "Yhteyksiä toimijoiden välillä ei ole" in first.output or "yhteyksiä" in first.output.lower()
    names = [path.name for path in (tmp_path / "raportit").iterdir() if path.stat().st_size > 1000]
    assert {name.rpartition(".")[2] for name in names if name.startswith("tilannekuva-iisalmi")} == {
        "docx",
        "xlsx",
        "pdf",
    }
    assert {name.rpartition(".")[2] for name in names if name.startswith("ekosysteemikuvaus")} >= {"pdf"}
    before = heads()
    link = LINK.search(first.output)
    assert link is not None
    assert f"--dir {os.environ['SEUTU_DIR']} serve" in first.output
    browser = Client()
    entered = browser.get(link[2])
    assert (entered.status_code, entered.headers["Location"]) == (302, "/fi/w/iisalmi/")
    assert browser.get("/fi/w/iisalmi/").status_code == 200
    assert Client().get(link[2]).status_code == 404
    assert heads() == before


@pytest.mark.usefixtures("small")
def test_a_second_demo_changes_nothing() -> None:
    assert run("demo", "--no-serve").exit_code == 0
    before = heads()
    again = run("demo", "--no-serve")
    assert again.output.count("on jo rakennettu") == len(before) == 1
    assert heads() == before


def test_the_demos_data_stand_beside_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SEUTU_DIR")
    assert demo_command.use_folder(None).name == "demo"
    assert demo_command.use_folder(tmp_path / "x") == tmp_path / "x"
    assert demo_command.use_folder(None) == tmp_path / "x"


@pytest.fixture
def busy() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_a_taken_port_that_was_asked_for_is_said_with_a_free_one(busy: int) -> None:
    refused = run("demo", "--port", str(busy))
    assert refused.exit_code == 2
    assert f"Portti {busy} on varattu" in refused.output
    offered = re.search(r"--port (\d+)", refused.output)
    assert offered is not None
    assert demo_command.is_free(int(offered[1]))
    assert not Workspace.objects.exists()


def test_without_a_wish_the_next_free_port_is_taken(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_command, "FIRST_PORT", busy)
    free = demo_command.free_port(None)
    assert free > busy
    assert demo_command.is_free(free)
    assert not demo_command.is_free(busy)


@pytest.mark.usefixtures("small")
def test_serving_opens_at_the_printed_address(monkeypatch: pytest.MonkeyPatch) -> None:
    from seutu.cli import serving

    opened: list[str] = []
    monkeypatch.setattr(demo_command, "has_display", lambda: True)
    monkeypatch.setattr(demo_command.webbrowser, "open", opened.append)

    def served(host: str, port: int, *, ready: object) -> None:
        assert callable(ready)
        ready(f"http://{host}:{port}/")

    monkeypatch.setattr(serving, "run_server", served)
    shown = run("demo")
    assert shown.exit_code == 0, shown.output
    link = LINK.search(shown.output)
    assert link is not None
    assert opened == [link[0]]


@pytest.mark.parametrize("written", ["Iisalmi", "idensalmi", "140"])
def test_init_makes_a_workspace_with_its_owner_and_shows_the_picture(written: str) -> None:
    made = run("init", "--place", written)
    assert made.exit_code == 0, made.output
    workspace = Workspace.objects.get()
    assert (workspace.name, workspace.place_code, workspace.is_example) == ("Iisalmi", "140", False)
    assert len(FIGURE.findall(made.output)) >= 10
    assert "Luvut ovat vuosilta" in made.output[:600]
    link = LINK.search(made.output)
    assert link is not None
    browser = Client()
    assert browser.get(link[2]).headers["Location"] == f"/fi/w/{workspace.slug}/"
    assert browser.get(f"/fi/w/{workspace.slug}/members/").status_code == 200


def test_init_leads_to_a_port_that_is_free(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_command, "FIRST_PORT", busy)
    monkeypatch.setattr(init_command, "FIRST_PORT", busy)
    made = run("init", "--place", "Rauma")
    link = LINK.search(made.output)
    assert link is not None
    assert int(link[1]) > busy
    assert f"serve --port {link[1]}" in made.output


def test_init_again_makes_no_second_workspace() -> None:
    run("init", "--place", "Rauma", "--email", "rooli@example.org")
    again = run("init", "--place", "Raumo", "--email", "toinen@example.org")
    assert "on jo olemassa" in again.output
    owner = Workspace.objects.get().memberships.get()
    assert (owner.role, owner.person.email) == ("owner", "rooli@example.org")


def test_an_example_of_the_town_is_not_taken_for_ones_own() -> None:
    Workspace.objects.create(name="Iisalmi (esimerkki)", slug="iisalmi", place_code="140", is_example=True)
    run("init", "--place", "Iisalmi")
    assert Workspace.objects.filter(is_example=False).count() == 1
    assert DEMO_EMAIL not in str(list(Workspace.objects.values_list("memberships__person__email", flat=True)))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("init",), "seutu init --place"),
        (("init", "--place", "Iisalmni"), "Tarkoititko: Iisalmi"),
        (("init", "--place", "Iisalmi", "--email", "ei osoite"), "ei ole sähköpostiosoite"),
    ],
)
def test_init_refuses_in_one_clear_line(arguments: tuple[str, ...], said: str) -> None:
    refused = run(*arguments)
    assert refused.exit_code == 2
    assert said in refused.output
    assert len(refused.output.strip().splitlines()) == 1
    assert not Workspace.objects.exists()


def test_on_a_terminal_the_town_is_asked_until_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Iisalmni", "Iisalmi"])
    asked: list[object] = []

    def prompt(question: str, *, default: str | None) -> str:
        asked.append(default)
        return next(answers)

    monkeypatch.setattr(init_command.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(init_command.typer, "prompt", prompt)
    assert init_command.chosen_town(None).code == "140"
    assert asked == [None, "Iisalmi"]
