import re
from pathlib import Path

import pytest
import typer

from seutu.cli import commands
from tests.shared_material import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "benchmarks" / "README.md"])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MAKE = re.compile(r"(?:^|`)make ([a-z][a-z-]*)", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"(?:^|[\s\"`]|bin/)seutu(?: --dir[ =]\S+)? ([a-z][a-z-]*)(?: ([a-z][a-z-]*)\b)?", re.MULTILINE)
LONGEST_RECORD = 45


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    lost = [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).resolve().exists()
    ]
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_of_make_exist(page: Path) -> None:
    assert set(MAKE.findall(page.read_text(encoding="utf-8"))) <= _targets()


def _commands() -> dict[str, set[str]]:
    """Return every command with the commands under it."""
    app = typer.Typer()
    commands.attach(app, [])
    return {
        name: set(getattr(command, "commands", {}))
        for name, command in getattr(typer.main.get_command(app), "commands", {}).items()
    }


def _lost_calls(text: str) -> list[str]:
    known = _commands()
    return [
        call.group().strip()
        for code in CODE.findall(text)
        for call in CALL.finditer(code)
        if call[1] not in known or (known[call[1]] and call[2] is not None and call[2] not in known[call[1]])
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_of_the_program_exist(page: Path) -> None:
    assert not _lost_calls(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("```\n.venv/bin/seutu inti --place Iisalmi\n```", ["bin/seutu inti"]),
        ("```\nseutu --dir demo/ inti\n```", ["seutu --dir demo/ inti"]),
        ("see `seutu stats lode FILE`", ["`seutu stats lode"]),
        ("```\nSEUTU_DATABASE_URL=postgresql://db/seutu seutu serve\nuvx --from . seutu init\n```", []),
        ("`seutu stats load FILE`, `seutu stats`, `podman run seutu`", []),
        ("what seutu means in prose", []),
    ],
)
def test_a_command_that_does_not_exist_is_found(text: str, lost: list[str]) -> None:
    assert _lost_calls(text) == lost


def test_every_target_is_explained_by_help() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    silent = {"install-dev", "install-system"}
    assert _targets() - silent == set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))


def test_every_decision_has_its_four_parts_on_a_page() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert records
    for record in records:
        text = record.read_text(encoding="utf-8")
        parts = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert parts == ["Context", "Decision", "Rejected", "Consequences"], record.name
        assert len(text.splitlines()) <= LONGEST_RECORD, record.name


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-1] == "make test"
    assert "make check" in script
