"""The command line as people script it: help, exit codes, one clear line, the JSON of an import, a quick start."""

import csv
import json
import re
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from seutu.apps.programmes.imports.register_files import REGISTER_FILES
from seutu.apps.records.sheets.kinds import kinds
from seutu.cli.commands import MODULES
from seutu.cli.importing import KINDS
from seutu.cli.serving import is_weak
from tests.integration.durability.installation import command, environment, installed

pytestmark = pytest.mark.own_installation

GOOD = "name,founded\nVerstas Yksi,2001-05-04\nVerstas Kaksi,2002-06-05\n"
HEAVY = ("django", "duckdb", "ibis", "igraph")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an owner and no records: only tests that write none may share it."""
    return _made(tmp_path_factory.mktemp("cli"))


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    return _made(tmp_path)


def _made(parent: Path) -> Path:
    made = parent / "seutu"
    installed(made)
    return made


def _told(folder: Path, file: Path, *more: str) -> tuple[int, dict[str, Any]]:
    report = file.with_suffix(".report.json")
    done = command(folder, "import", str(file), "--kind", "actors", "--json", str(report), *more)
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(report.read_text(encoding="utf-8"))


def _in_contract(told: dict[str, Any]) -> bool:
    counted = sum(told[name] for name in ("created", "changed", "unchanged", "skipped"))
    fields = {"sheet", "line", "column", "value", "message"}
    whole = all(fields <= set(row) and set(row["message"]) == {"fi", "sv", "en"} for row in told["rejected"])
    return whole and told["rows"] == counted + len(told["rejected"])


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_command_explains_itself_with_an_example(tmp_path: Path, name: str) -> None:
    done = command(tmp_path / "none", name, "--help", COLUMNS="200")
    assert done.returncode == 0
    text = " ".join(done.stdout.replace("│", " ").split())
    assert "COMMAND [ARGS]" in text or re.search(rf"Example: seutu (--dir \S+ )?{name}\b", text)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "no-such-file.csv", "--kind", "actors"),
        ("import", "--kind", "actors"),
        ("restore", "no-such-file.zip"),
        ("backup", "no-such-folder/b.zip"),
        ("serve", "--port", "70000"),
        ("no-such-command",),
    ],
)
def test_what_cannot_be_run_says_why_and_ends_with_two(folder: Path, arguments: tuple[str, ...]) -> None:
    done = command(folder, *arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert "fault in the program" not in done.stderr


def test_an_unreadable_file_is_one_line(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(b"PK\x03\x04 not a workbook")
    done = command(folder, "import", str(file), "--kind", "actors")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_imports_keep_their_contract(own_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "actors.csv"
    file.write_text(GOOD + "Talli,ei tiedossa\n", encoding="utf-8")
    code, told = _told(own_folder, file, "--preview")
    assert (code, told["created"]) == (1, 2)
    code, told = _told(own_folder, file)
    assert (code, told["rows"], told["skipped"], len(told["rejected"])) == (1, 3, 2, 1)
    assert _in_contract(told)
    assert told["rejected"][0]["line"] == 4
    code, told = _told(own_folder, file, "--accept-good")
    assert (code, told["created"], len(told["rejected"])) == (1, 2, 1)
    assert _in_contract(told)
    with (tmp_path / "actors.rejected.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["rejected_line"] for row in rows] == ["4"]
    corrected = (tmp_path / "actors.rejected.csv").read_text(encoding="utf-8").replace("ei tiedossa", "2003-07-06")
    again = tmp_path / "corrected.csv"
    again.write_text(corrected, encoding="utf-8")
    code, told = _told(own_folder, again)
    assert (code, told["created"]) == (0, 1)
    assert not [note for note in told["notes"] if "ei tuoda" in note["message"]["fi"]]
    file.write_text(GOOD, encoding="utf-8")
    code, told = _told(own_folder, file)
    assert (code, told["unchanged"], told["created"]) == (0, 2, 0)
    assert _in_contract(told)


def test_a_whole_export_imported_back_changes_nothing(own_folder: Path, tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    first.write_text(GOOD, encoding="utf-8")
    _told(own_folder, first)
    out = tmp_path / "out"
    assert command(own_folder, "export", str(out)).returncode == 0
    written = [path for path in sorted(out.glob("*.csv")) if len(path.read_text(encoding="utf-8").splitlines()) > 1]
    assert written
    for path in written:
        report = path.with_suffix(".json")
        done = command(own_folder, "import", str(path), "--kind", path.stem, "--json", str(report))
        assert done.returncode == 0, done.stderr
        told = json.loads(report.read_text(encoding="utf-8"))
        assert told["unchanged"] == told["rows"] > 0


def test_help_starts_without_the_heavy_libraries(tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['seutu', '--help']\n"
        "from seutu.cli.main import run\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    assert "serve" in done.stdout
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "settings", "words"),
    [
        (("--host", "0.0.0.0"), {"SEUTU_DEBUG": "true"}, "SEUTU_DEBUG"),  # noqa: S104 - refused
        ((), {"SEUTU_SECRET_KEY": "short"}, "SEUTU_SECRET_KEY"),
    ],
)
def test_unsafe_settings_are_not_served(
    folder: Path, arguments: tuple[str, ...], settings: dict[str, str], words: str
) -> None:
    done = command(folder, "serve", *arguments, **settings)
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("language", "role", "address", "added"),
    [
        ("fi", "sellaista roolia ei ole", "ei ole sähköpostiosoite", "pääsee sisään"),
        ("sv", "ingen sådan roll", "är inte en e-postadress", "kommer in"),
        ("en", "no such role", "is not an e-mail address", "comes in"),
    ],
)
def test_a_person_is_added_in_the_language_of_the_terminal(
    folder: Path, language: str, role: str, address: str, added: str
) -> None:
    spoken = {"SEUTU_LANGUAGE": language}
    refused = command(folder, "user", "add", "a@example.org", "--role", "king", **spoken)
    assert (refused.returncode, role in refused.stderr, "facilitator" in refused.stderr) == (2, True, True)
    for line in (("user", "add", "no-address"), ("init", "--place", "Iisalmi", "--email", "no-address")):
        refused = command(folder, *line, **spoken)
        assert (refused.returncode, address in refused.stderr) == (2, True)
    done = command(folder, "user", "add", f"{language}@example.org", **spoken)
    assert done.returncode == 0
    assert added in done.stdout
    assert re.search(rf"^  http://127\.0\.0\.1:8000/{language}/enter/\S+/$", done.stdout, re.MULTILINE)


def test_the_kinds_that_help_names_are_those_that_can_be_brought_in(folder: Path) -> None:
    assert len(set(KINDS)) == len(KINDS)
    assert set(KINDS) == {*(kind.name for kind in kinds()), *REGISTER_FILES, "places"}
    refused = command(folder, "import", str(folder), "--kind", "no-such-kind")
    assert refused.returncode == 2
    assert all(re.search(rf"\b{kind}\b", refused.stderr) for kind in KINDS)


@pytest.mark.parametrize("key", ["", "a" * 60, "changeme" * 8, "abc123" * 10, "my-secret_key-of-the-town-0123456789"])
def test_weak_keys_are_known(key: str) -> None:
    assert is_weak(key)


def test_a_made_key_is_not_weak() -> None:
    assert not is_weak(secrets.token_urlsafe(64))
