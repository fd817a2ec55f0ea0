"""One's own table of municipalities: its columns are recognised, and what does not fit is told instead of guessed."""

from pathlib import Path

import pytest
import xlsxwriter

from seutu.core.problems import InputProblem
from seutu.sources.statistics import load_statistics
from seutu.sources.statistics.mapped import load_mapped
from seutu.sources.statistics.plain_tables import map_of_plain_table

TABLE = [
    ["Verkoston seuranta"],
    [],
    ["Kunta", "Kuntanumero", "Tontit, kpl", "Osuus", "Huomio"],
    ["Iisalmi", "140", 12, 0.125, "uusi alue"],
    ["Rauma", "684", 8.5, 0.5, None],
]


def book(folder: Path, lines: list[list[object]], *, twice: bool = False) -> Path:
    path = folder / "t.xlsx"
    with xlsxwriter.Workbook(path) as made:
        percent = made.add_format({"num_format": "0.0 %"})
        for _ in range(1 + twice):
            sheet = made.add_worksheet()
            for at, line in enumerate(lines):
                for column, value in enumerate(line):
                    sheet.write(at, column, value, percent if isinstance(value, float) and value < 1 else None)
    return path


def test_a_workbook_with_a_title_over_its_headers_becomes_figures_of_the_period(tmp_path: Path) -> None:
    path = book(tmp_path, TABLE)
    plain = map_of_plain_table(path, "2025")
    assert plain.columns is not None
    load = load_mapped(path, plain.columns, source="Verkosto", licence="CC0")
    assert [(one.indicator, one.place, one.period, one.value) for one in load.observations] == [
        ("own_tontit_kpl", "140", "2025", 12.0),
        ("own_osuus", "140", "2025", 12.5),
        ("own_tontit_kpl", "684", "2025", 8.5),
        ("own_osuus", "684", "2025", 50.0),
    ]
    told = [(each.label.fi, each.unit.fi, each.decimals) for each in load.indicators.values()]
    assert told == [("Tontit, kpl", "kpl", 1), ("Osuus", "%", 1)]
    assert ["Kuntanumero" in each.message.fi or "Huomio" in each.message.fi for each in plain.notes] == [True, True]


def test_a_csv_by_codes_is_read_too_and_ids_are_never_shared(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Knro;Ääni;Aani\n140;1,25;2\n", encoding="utf-8")
    plain = map_of_plain_table(path, "2025")
    assert plain.columns is not None
    load = load_mapped(path, plain.columns, source="Verkosto", licence="CC0")
    assert [(one.indicator, one.value) for one in load.observations] == [("own_aani", 1.25), ("own_aani_2", 2.0)]
    assert [each.decimals for each in load.indicators.values()] == [2, 0]


@pytest.mark.parametrize(
    ("lines", "period", "said"),
    [
        (TABLE, "viime vuosi", "--period"),
        ([["Paikka", "Luku"], ["Atlantis", 1]], "2025", "Missään sarakkeessa"),
        ([["Kunta", "2024"], ["Iisalmi", 1]], "2025", "kertoo itse ajat: 2024"),
        ([["Kunta", "Vuosi", "Tontit"], ["Iisalmi", 2024, 1]], "2025", "kertoo itse ajat: Vuosi"),
        ([["Kunta", "Huomio"], ["Iisalmi", "uusi"]], "2025", "ei ole yhtään saraketta"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, lines: list[list[object]], period: str, said: str) -> None:
    with pytest.raises(InputProblem) as told:
        map_of_plain_table(book(tmp_path, lines), period)
    assert said in told.value.problems[0].message.fi


def test_two_sheets_of_municipalities_are_not_chosen_between(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="Sheet1, Sheet2"):
        map_of_plain_table(book(tmp_path, TABLE, twice=True), "2025")


def test_a_workbook_without_a_period_is_told_the_way_and_shows_no_bytes(tmp_path: Path) -> None:
    with pytest.raises(InputProblem) as told:
        load_statistics(book(tmp_path, TABLE))
    (problem,) = told.value.problems
    assert "--period 2025" in problem.message.fi
    assert problem.value is None
