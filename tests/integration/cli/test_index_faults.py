"""Faults planted in the files of an index: each is told with its place, in three languages, and nothing is written.

The faults stand in ``golden/indices/faults.csv``, each as a change of one of the sound files beside it.
"""

import csv
import shutil
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Final

import pytest
import typer

from seutu.cli import index
from seutu.cli.failing import failing_clearly
from seutu.core.problems import InputProblem
from seutu.core.text import LANGUAGES

FOLDER: Final = Path(__file__).parents[2] / "golden" / "indices"
SOUND: Final = ("units.csv", "structure.csv", "recipe.toml", "weights.csv", "design.csv")
APART: Final = " ¦ "
"""What stands between several changes of one fault; the first are of the first files named, the rest of the last."""
PLACES: Final = {
    "fi": ("tiedosto", "rivi", "sarake"),
    "sv": ("fil", "rad", "kolumn"),
    "en": ("file", "line", "column"),
}
with (FOLDER / "faults.csv").open(encoding="utf-8", newline="") as stream:
    FAULTS: Final = tuple(csv.DictReader(stream))
PLANTED: Final = tuple(fault for fault in FAULTS if fault["file"])
MISCALLED: Final = tuple(fault for fault in FAULTS if not fault["file"])
SOUND_AS_IT_IS: Final = {"change": "none", "file": "", "old": "", "new": ""}
app = typer.Typer()
index.attach(app)


def called(command: str, folder: Path, out: Path) -> None:
    """Call a command of an index on the files of a folder."""
    name, *options = command.split()
    files = [part for option in ("units", "structure") for part in (f"--{option}", str(folder / f"{option}.csv"))]
    options = [str(folder / part) if part == "design.csv" else part for part in options]
    recipe = ["--recipe", str(folder / "recipe.toml")]
    app(["index", name, *files, *recipe, "--out", str(out), *options], standalone_mode=False)


def told(
    fault: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> dict[str, list[str]]:
    """Return what the command line says of a fault in each language, line by line."""
    lines: dict[str, list[str]] = {}
    for spoken in LANGUAGES:
        monkeypatch.setenv("SEUTU_LANGUAGE", spoken)
        with pytest.raises(SystemExit) as ended, failing_clearly():
            raise fault
        assert ended.value.code == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        lines[spoken] = captured.err.splitlines()
    return lines


def planted(fault: Mapping[str, str], folder: Path) -> None:
    """Put the sound files into a folder, one of them changed."""
    for name in SOUND:
        shutil.copy(FOLDER / name, folder / name)
    changes = [fault[key].replace("\\n", "\n").split(APART) for key in ("old", "new")]
    names = fault["file"].split()
    for number, (old, new) in enumerate(zip_longest(*changes, fillvalue="")):
        path = folder / names[min(number, len(names) - 1)] if names else folder
        if fault["change"] in {"gone", "folder"}:
            path.unlink()
        if fault["change"] == "folder":
            path.mkdir()
        elif fault["change"] == "whole":
            path.write_text(new, encoding="utf-8")
        elif fault["change"] == "put":
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, "the fault is planted at one place"
            path.write_text(text.replace(old, new), encoding="utf-8")


def place(fault: Mapping[str, str], spoken: str) -> str:
    """Return how the place of a fault is said."""
    keyed = fault["told_file"].endswith(".toml")
    told = (fault["told_file"], fault["told_line"], "" if keyed else fault["told_column"])
    return ", ".join(f"{word} {value}" for word, value in zip(PLACES[spoken], told, strict=True) if value)


@pytest.mark.parametrize("fault", PLANTED, ids=[fault["fault"] for fault in PLANTED])
def test_a_planted_fault_is_told_with_its_place_and_nothing_is_written(
    fault: Mapping[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    planted(fault, tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Exception) as found:  # noqa: PT011 - what the command line makes of it is looked at next
        called(fault["command"], tmp_path, tmp_path / "out")
    said = told(found.value, monkeypatch, capsys)
    for spoken, lines in said.items():
        assert lines[0].startswith(f"seutu: {place(fault, spoken)}")
        assert fault["told_column"] in lines[0]
    assert fault["words"] in said["en"][0]
    assert fault["words"] != "no code" or len(said["en"]) == 1, "without a code nothing can be said of the hierarchy"
    assert len({lines[0] for lines in said.values()}) == len(LANGUAGES)
    whole = "".join(line for lines in said.values() for line in lines)
    assert not any(word in whole for word in ("Traceback", "SEUTU_TRACE", "{"))
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("fault", MISCALLED, ids=[fault["fault"] for fault in MISCALLED])
def test_a_wrong_option_is_told_and_nothing_is_written(
    fault: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    planted(fault, tmp_path)
    said = set()
    for spoken in LANGUAGES:
        monkeypatch.setenv("SEUTU_LANGUAGE", spoken)
        with pytest.raises(SystemExit) as ended, failing_clearly():
            called(fault["command"], tmp_path, tmp_path / "out")
        assert ended.value.code == 2
        said.add(capsys.readouterr().err)
    assert len(said) == len(LANGUAGES)
    assert any(fault["words"] in text for text in said)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["build", "uncertainty", "uncertainty --design design.csv", "sensitivity"])
def test_the_sound_files_are_no_fault(command: str, tmp_path: Path) -> None:
    planted(SOUND_AS_IT_IS, tmp_path)
    called(command, tmp_path, tmp_path / "out")
    assert list((tmp_path / "out").iterdir())


def test_forty_faults_and_more_are_planted_each_of_its_own() -> None:
    assert len({fault["fault"] for fault in FAULTS}) == len(FAULTS) >= 40


@pytest.mark.parametrize(
    ("encoding", "separator", "decimal"), [("utf-8-sig", ",", "."), ("cp1252", ";", ","), ("utf-16", "\t", ",")]
)
def test_files_of_spreadsheets_are_read_as_the_plain_ones(
    encoding: str, separator: str, decimal: str, tmp_path: Path
) -> None:
    planted(SOUND_AS_IT_IS, tmp_path)
    called("build", tmp_path, tmp_path / "plain")
    for name in ("units.csv", "structure.csv"):
        text = (tmp_path / name).read_text(encoding="utf-8").replace(",", separator).replace("5.5", f"5{decimal}5")
        (tmp_path / name).write_bytes(text.encode(encoding))
    called("build", tmp_path, tmp_path / "out")
    for name in ("scores.csv", "denominated.csv", "screening.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()


def test_twenty_problems_are_told_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    planted(SOUND_AS_IT_IS, tmp_path)
    rows = "".join(f"U{number},,x,100,1,-,2\n" for number in range(23))
    (tmp_path / "units.csv").write_text(f"uCode,uName,side,people,jobs,firms,away\n{rows}", encoding="utf-8")
    with pytest.raises(InputProblem) as found:
        called("build", tmp_path, tmp_path / "out")
    said = told(found.value, monkeypatch, capsys)
    assert {len(lines) for lines in said.values()} == {21}
    assert (said["fi"][-1], said["sv"][-1], said["en"][-1]) == ("… ja 3 muuta.", "… och 3 till.", "… and 3 more.")
    assert said["en"][19].startswith("file units.csv, line 21, column firms: ")
