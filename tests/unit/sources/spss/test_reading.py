"""SPSS files: every kind of value as it is stored, and one clear message for a file that cannot be read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.spss import SpssSet, SpssVariable, is_spss, read_spss
from seutu.sources.spss.writing import cut, fit_names
from seutu.sources.tables import open_tables
from seutu.sources.tables.limits import DEFAULT_LIMITS
from tests.spss_files import spss_file

NAN = float("nan")


def test_values_labels_sets_weight_and_dates(tmp_path: Path) -> None:
    made = spss_file(
        tmp_path / "a.sav",
        {
            "town": ["Äänekoski", "", "x"],
            "note": ["pitkä" * 60, "", "b"],
            "w": [1.5, 0.5, 1.0],
            "a": [1.0, 0.0, NAN],
            "b": [0.0, 1.0, 1.0],
            "d": [13_765_766_400.0, NAN, 1e300],
            "q": [1.0, 9.0, NAN],
        },
        sets="$media=D1 1 5 Media a b\n$two=C 5 Kaksi a b\n",
        weight_slot=2 + (32 + 14) + 1,
        row_compress=True,
        column_labels={"q": "Kuka olet?"},
        variable_value_labels={"q": {1: "Asukas", 9: "Ei halua sanoa"}},
        missing_ranges={"q": [{"lo": 8, "hi": 9}, 0]},
        variable_format={"d": "DATE11"},
    )
    assert is_spss(made)
    found = read_spss(made)
    assert found.rows == (
        ("Äänekoski", "pitkä" * 60, 1.5, 1.0, 0.0, date(2019, 1, 2), 1.0),
        (None, None, 0.5, 0.0, 1.0, None, 9.0),
        ("x", "b", 1.0, None, 1.0, 1e300, None),
    )
    assert found.sets == (SpssSet("media", "Media", ("a", "b"), "1"), SpssSet("two", "Kaksi", ("a", "b"), None))
    assert found.weight == "w"
    question = found.variables[-1]
    assert (question.label, question.labels) == ("Kuka olet?", {1.0: "Asukas", 9.0: "Ei halua sanoa"})
    assert [question.is_missing(value) for value in (0.0, 1.0, 8.5, 9.0, None)] == [True, False, True, True, False]


def test_what_cannot_be_read_is_told_in_one_message(tmp_path: Path) -> None:
    made = spss_file(tmp_path / "a.sav", {"a": [1.0, 2.0, 3.0], "b": ["xx", "xx", "xx"]})
    held, locked = made.read_bytes(), b"\x1c\0\0\0\0\0\0\0ENCRYPTEDSAV\x15"
    small = replace(DEFAULT_LIMITS, rows=2)
    few = replace(DEFAULT_LIMITS, cells=5)
    for content, limits, words in (
        (held[:400], DEFAULT_LIMITS, "vioittunut"),
        (held[:90], DEFAULT_LIMITS, "vioittunut"),
        (locked.ljust(400, b"\0"), DEFAULT_LIMITS, "suojattu salasanalla"),
        (held, small, "rivejä saa olla enintään 2"),
        (held, few, "soluja saa olla enintään 5"),
        (held, replace(DEFAULT_LIMITS, text_bytes=5), "tekstiä (tavuina) saa olla enintään 5"),
        (held, replace(DEFAULT_LIMITS, file_bytes=100), "liian suuri"),
        (b"", DEFAULT_LIMITS, "tyhjä"),
    ):
        made.write_bytes(content)
        with pytest.raises(InputProblem) as told:
            read_spss(made, limits=limits)
        assert words in told.value.problems[0].message.fi
        assert len(told.value.problems) == 1
    made.write_bytes(held)
    with pytest.raises(InputProblem, match="an SPSS file"):
        open_tables(made)


def test_a_file_that_ends_the_reading_process_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = spss_file(tmp_path / "a.zsav", {"a": [1.0]}, compress=True)
    assert read_spss(made).rows == ((1.0,),)
    child = tmp_path / "child.py"
    child.write_text("import os, signal\nprint('{')\nos.kill(os.getpid(), signal.SIGSEGV)\n", encoding="utf-8")
    monkeypatch.setattr("seutu.sources.spss.reading.CHILD", [str(child)])
    with pytest.raises(InputProblem, match="damaged"):
        read_spss(made)


def test_names_and_labels_that_spss_does_not_take() -> None:
    assert fit_names(["image.140", "t-1", "t_1", "2019", "A.", "a"]) == [
        "image.140",
        "t_1",
        "t_1_2",
        "v_2019",
        "A",
        "a_2",
    ]
    assert cut("ä" * 10, 20) == "ä" * 10
    assert len(cut("ä" * 100, 20).encode()) <= 20


def test_a_text_is_missing_by_its_own_value() -> None:
    assert SpssVariable("a", "", {}, (("x", "x"),)).is_missing("x")
    assert not SpssVariable("a", "", {}, (("x", "x"),)).is_missing(1.0)
