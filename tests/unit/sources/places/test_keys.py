from datetime import date
from pathlib import Path

import pytest

from seutu.core.places import Division
from seutu.core.problems import InputProblem
from seutu.sources.places import read_keys

HEADER = "year,kunta,municipality_name_fi,municipality_name_sv,municipality_name_en,maakunta_code,maakunta_name_fi\n"


def test_years_become_spans(tmp_path: Path) -> None:
    path = tmp_path / "key.csv"
    path.write_text(
        f"{HEADER}2026,005,Alajärvi,,,14,Etelä-Pohjanmaa\n2027,005,Alajärvi,,,14,Etelä-Pohjanmaa\n", "utf-8"
    )
    table = read_keys(path)
    place = table.municipality("005", date(2027, 12, 31))
    assert (place.name.sv, place.valid_from, place.valid_to) == ("Alajärvi", date(2026, 1, 1), date(2027, 12, 31))
    assert [p.code for p in table.members(Division.REGION, "14", date(2026, 6, 1))] == ["005"]


@pytest.mark.parametrize(
    ("text", "column"), [("year,kunta\n2026,005\n", "municipality_name_fi"), (f"{HEADER}2026,5,A,,,14,E\n", "kunta")]
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str, column: str) -> None:
    path = tmp_path / "key.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputProblem) as caught:
        read_keys(path)
    assert caught.value.problems[0].column == column
