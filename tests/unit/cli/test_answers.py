"""What is given as text is taken, or refused in one line in the person's language."""

from datetime import date

import pytest

from seutu.cli.answers import day_given


def test_a_day_is_read() -> None:
    assert day_given("--retrieved", "2026-11-02") == date(2026, 11, 2)
    assert day_given("--retrieved", None) is None


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "anna päivä muodossa"), ("sv", "ange dagen i formen"), ("en", "give the day as")]
)
def test_what_is_no_day_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    monkeypatch.setenv("SEUTU_LANGUAGE", language)
    with pytest.raises(SystemExit) as ended:
        day_given("--retrieved", "2.11.2026")
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "--retrieved 2.11.2026" in said
    assert words in said
