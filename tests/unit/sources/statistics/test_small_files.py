"""Each known form in a few lines: recognised by its header, blanks kept, problems told with their place."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.core.statistics import Observation, Status
from seutu.sources.statistics import StatisticsLoad, load_statistics, read_long_form, write_long_form

PAAVO_SECTIONS = "A_Maatalous,C_Teollisuus,Jalostuksen_tyopaikat,Tyopaikat_yhteensa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def loaded(folder: Path, text: str, name: str = "file.csv", **facts: str) -> StatisticsLoad:
    path = folder / name
    content = text.encode("utf-8")
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return load_statistics(path, source=facts.get("source"), licence=facts.get("licence"))


def cells(load: StatisticsLoad) -> dict[tuple[str, str, str, str], tuple[float | None, str]]:
    return {(o.indicator, o.place, o.period, o.breakdown): (o.value, str(o.status)) for o in load.observations}


def test_key_figures_keep_blanks_and_name_unknown_columns(folder: Path) -> None:
    load = loaded(folder, "kunta_koodi,kunta_nimi,vuosi,Vakiluku,Tyollisyysaste,Outo\n005,Alajärvi,2016,9831.0,,1\n")
    assert load.source.id == "key_figures"
    assert cells(load) == {
        ("population_key_figures", "005", "2016", ""): (9831.0, "published"),
        ("employment_rate", "005", "2016", ""): (None, "not_published"),
    }
    assert [problem.column for problem in load.problems] == ["Outo"]


def test_merged_municipalities_are_summed_and_told(folder: Path) -> None:
    text = (
        "kunta_koodi,kunta_nimi,vuosi,Vakiluku,Tyollisyysaste,Alueella_olevien_tyopaikkojen_lukumaara,"
        "Alueella_asuvan_tyollisen_tyovoiman_maara,Tyopaikkaomavaraisuus\n"
        "214,Kankaanpää,2016,100,60.0,90,60,150.0\n099,Honkajoki,2016,20,50.0,10,40,25.0\n"
    )
    found = cells(loaded(folder, text))
    assert found["workplaces", "214", "2016", ""] == (100.0, "summed")
    assert found["job_self_sufficiency", "214", "2016", ""] == (100.0, "recomputed")
    assert found["employment_rate", "214", "2016", ""] == (60.0, "former_extent")
    assert found["employment_rate", "099", "2016", ""] == (50.0, "former_extent")
    assert ("workplaces", "099", "2016", "") not in found


def test_migration_gives_counts_and_leaves_rates_to_be_computed(folder: Path) -> None:
    rows = "".join(
        f"Akaa,2010,X,Pirkanmaa,T,020,K,17012.0,{what},{value}\n"
        for what, value in (("tulomuutto", 853), ("lahtomuutto", 769), ("nettomuutto", 84), ("nettomuuttoaste", 0.0049))
    )
    load = loaded(
        folder, "Alue,Vuosi,seutukunta,maakunta,kuntaryhma,kunta_no,aluetyyppi,vakiluku,Tiedot,values\n" + rows
    )
    found = cells(load)
    assert found["net_migration", "020", "2010", ""] == (84.0, "published")
    assert found["migration_population", "020", "2010", ""] == (17012.0, "published")
    assert len(found) == 4
    assert load.problems[0].value == "nettomuuttoaste"
    assert load.problems[0].column is None  # nothing is lost: the command ends with 0


def test_a_kind_of_migration_that_nobody_knows_is_told_as_left_out(folder: Path) -> None:
    file = folder / "muuttoliike.csv"
    file.write_text(
        "Alue,Vuosi,Tiedot,kunta_no,values,vakiluku\nAkaa,2010,tulomuutto,020,853,17012\nAkaa,2010,kiertomuutto,020,5,17012\n"
    )
    load = load_statistics(file)
    assert len(load.observations) == 2
    assert [(problem.column, problem.value) for problem in load.problems] == [("Tiedot", "kiertomuutto")]


def test_monthly_jobseekers_of_every_kind_of_area(folder: Path) -> None:
    text = (
        "alue,tiedot,value,time\nSSS,TYOVOIMATK,2561691.0,2006-01\nKU091,AVPAIKATLOPUSSA,,2006-01\n"
        "SK011,TYOTTOMATLOPUSSA,5,2006-01\nMK01,TYOTTOMATLOPUSSA,6,2006-01\nELY01,TYOTTOMATLOPUSSA,7,2006-01\n"
        "ZZ9,TYOTTOMATLOPUSSA,8,2006-01\n"
    )
    load = loaded(folder, text, "jobs.csv.gz")
    kinds = {(o.place_kind, o.place): (o.value, str(o.status)) for o in load.observations}
    assert kinds == {
        ("country", "SSS"): (2561691.0, "published"),
        ("municipality", "091"): (None, "not_published"),
        ("sub_region", "011"): (5.0, "published"),
        ("region", "01"): (6.0, "published"),
        ("ely_centre", "1"): (7.0, "published"),
    }
    assert load.problems[0].value == "ZZ9"


def test_the_older_jobseeker_file_says_months_its_own_way(folder: Path) -> None:
    text = (
        "Kunta,Kuukausi,Tyottomat,Tyovoima,Tyottomien_osuus,Avoimet_tyopaikat,Knro\nAkaa,2006M01,1068,7873,13.6,,020\n"
    )
    found = cells(loaded(folder, text))
    assert found["unemployed_jobseekers", "020", "2006-01", ""] == (1068.0, "published")
    assert found["jobseeker_rate", "020", "2006-01", ""] == (13.6, "published")
    assert found["open_vacancies", "020", "2006-01", ""] == (None, "not_published")


def test_population_is_joined_by_name_and_an_unknown_name_is_told_once(folder: Path) -> None:
    text = "time,alue,vakiluku,vaki_15_64\n" + "".join(
        f"{year},{name},{value},10\n"
        for year in (1972, 1973)
        for name, value in (("Akaa", 15973), ("KOKO MAA", 99), ("Olematon", 1))
    )
    load = loaded(folder, text)
    found = cells(load)
    assert found["population_long_series", "020", "1972", ""] == (15973.0, "published")
    assert found["population_long_series", "SSS", "1973", ""] == (99.0, "published")
    assert [(problem.line, problem.value) for problem in load.problems] == [(4, "Olematon")]


def test_workplaces_are_summed_from_postal_codes_and_hidden_areas_show(folder: Path) -> None:
    text = f"alue,{PAAVO_SECTIONS},vuosi\n26100,1,10,10,11,2016.0\n26200,2,,,5,2016.0\n99999,3,4,4,7,2016.0\n"
    load = loaded(folder, text)
    found = cells(load)
    assert found["workplaces_by_industry", "684", "2016", "tol2008:A"] == (3.0, "published")
    assert found["workplaces_by_industry", "684", "2016", "tol2008:C"] == (10.0, Status.INCOMPLETE)
    assert found["workplaces_by_industry", "684", "2016", ""] == (16.0, "published")
    assert load.problems[0].value == "99999"
    assert "7" in load.problems[0].message.fi


def test_paavo_municipalities_by_name_without_the_region_rows(folder: Path) -> None:
    header = [
        "Inhabitants, total, 2018 (HE)",
        "0-2 years, 2018 (HE)",
        "13-15 years, 2018 (HE)",
        "16-17 years, 2018 (HE)",
    ]
    header += ["C Manufacturing, 2017 (TP)", "Workplaces, 2017 (TP)", "Employed, 2017 (PT)", "Unemployed, 2017 (PT)"]
    quoted = ",".join(f'"{name}"' for name in ("Area", *header))
    text = f'{quoted}\n"Ingå",100,3,4,5,9,50,40,10\n"MK02 Southwest Finland",1,1,1,1,1,1,1,1\n'
    load = loaded(folder, text)
    found = cells(load)
    assert {place for _, place, _, _ in found} == {"149"}
    assert found["paavo_by_age", "149", "2018", "age:0-2"] == (3.0, "published")
    assert found["residents_aged_0_15", "149", "2018", ""] == (7.0, "published")
    assert found["workplaces_by_industry", "149", "2017", "tol2008:C"] == (9.0, "published")
    assert found["labour_force_paavo", "149", "2017", ""] == (50.0, "published")
    assert load.problems == ()


def test_eurostat_keeps_flags_and_only_finland(folder: Path) -> None:
    text = (
        "freq,unit,geo\\TIME_PERIOD\t2020 \t2021 \nA,MIO_EUR,FI1B1\t94188.33 \t98663.45 p\n"
        "A,MIO_EUR,FI197\t: \t: c\nA,MIO_EUR,FI196\t1e3\t0 B p\nA,MIO_EUR,SE110\t1 \t2 \nA,ODD,FI\t1 \t2 \n"
    )
    load = loaded(folder, text, "estat.tsv")
    assert cells(load) == {
        ("gdp_meur", "FI1B1", "2020", ""): (94188.33, "published"),
        ("gdp_meur", "FI1B1", "2021", ""): (98663.45, "flag:p"),
        ("gdp_meur", "FI197", "2020", ""): (None, "not_published"),
        ("gdp_meur", "FI197", "2021", ""): (None, "flag:c"),
        ("gdp_meur", "FI196", "2020", ""): (1000.0, "published"),
        ("gdp_meur", "FI196", "2021", ""): (0.0, "flag:bp"),
    }
    assert [problem.value for problem in load.problems] == ["ODD"]


def test_the_own_form_needs_a_source_and_a_licence(folder: Path) -> None:
    text = "indicator;place;period;value\nmy_figure;91;2025;1 234,5\nmy_figure;092;2025;x\n;1;2;3\n"
    with pytest.raises(InputProblem) as caught:
        loaded(folder, text.replace("1 234,5", "1234,5"))
    assert "--licence" in caught.value.problems[0].message.fi
    twice = text.replace("value", "value;value", 1)
    with pytest.raises(InputProblem, match="The column value stands twice"):
        loaded(folder, twice, source="Oma kysely", licence="CC0")
    text += "my_figure;140;2025;1_0\n"
    load = loaded(folder, text.replace("1 234,5", "1234,5"), source="Oma kysely", licence="CC0")
    assert (load.source.id, load.source.name, load.source.licence) == ("oma_kysely", "Oma kysely", "CC0")
    assert cells(load)["my_figure", "091", "2025", ""] == (1234.5, "published")
    assert {place for _, place, _, _ in cells(load)} == {"091"}, "a cell that cannot be read is not one not published"
    assert [(p.line, p.column) for p in load.problems] == [(3, "value"), (4, "indicator"), (5, "value")]
    (folder / "utf16.csv").write_bytes("indicator;place;period;value\nx;92;2025;7\n".encode("utf-16"))
    wide = load_statistics(folder / "utf16.csv", source="Oma kysely", licence="CC0")
    assert cells(wide) == {("x", "092", "2025", ""): (7.0, "published")}


def test_facts_given_by_a_person_replace_the_known_ones(folder: Path) -> None:
    path = folder / "population.csv"
    path.write_text("municipality_code,population,year\n005,11503,2000\n", encoding="utf-8")
    own = load_statistics(path)
    given = load_statistics(path, source="Kaupunki", licence="CC0", retrieved=date(2026, 5, 1))
    assert own.source.licence == "CC BY 4.0"
    assert (given.source.name, given.source.licence, given.source.retrieved) == ("Kaupunki", "CC0", date(2026, 5, 1))
    assert given.source.id != own.source.id


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("other.csv", b"a,b\n1,2\n"),
        ("empty.csv", b""),
        ("broken.csv.gz", b"\x1f\x8bnot really"),
        ("broken.parquet", b"PAR1 nothing"),
        ("no_rows.csv", b"municipality_code,population,year\n"),
    ],
)
def test_what_cannot_be_used_is_said_and_not_guessed(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(InputProblem) as caught:
        load_statistics(path)
    assert caught.value.problems[0].message.sv


def test_jobseekers_by_occupation_are_parts_of_the_whole(folder: Path) -> None:
    rows = "MK01,SSS,TYOTTOMATLOPUSSA,9,2006-01\nMK01,2512,TYOTTOMATLOPUSSA,2,2006-01\n"
    load = loaded(folder, f"alue,ammattiryhma,tiedot,value,time\n{rows}")
    assert load.source.id == "jobseekers_by_occupation"
    assert cells(load) == {
        ("unemployed_jobseekers", "01", "2006-01", ""): (9.0, "published"),
        ("unemployed_jobseekers", "01", "2006-01", "isco08:2512"): (2.0, "published"),
    }


def test_rows_that_do_not_fit_and_places_that_are_not_are_left_out_and_told(folder: Path) -> None:
    text = "municipality_code,population,year\n005,11503,2000\n005,11,503,2001\n998,1,2000\n091,5,2000\n"
    load = loaded(folder, text)
    assert set(cells(load)) == {("population", "005", "2000", ""), ("population", "091", "2000", "")}
    assert [(problem.line, problem.value) for problem in load.problems] == [(3, None), (None, "998")]


@pytest.mark.parametrize("content", ["municipality_code,population,year\n005," + "1" * 200_000, "x" * 200_000])
def test_what_is_no_table_is_a_problem(folder: Path, content: str) -> None:
    with pytest.raises(InputProblem):
        loaded(folder, content)


def test_a_missing_file_is_a_problem(folder: Path) -> None:
    with pytest.raises(InputProblem) as caught:
        load_statistics(folder / "none.csv")
    assert caught.value.problems[0].value == "none.csv"


def test_the_long_form_comes_back_as_it_went() -> None:
    rows = [
        Observation("a", "municipality", "005", "2016", 1.5),
        Observation("a", "municipality", "091", "2016", None, "tol2008:C", Status.NOT_PUBLISHED),
        Observation("b", "country", "SSS", "2023-10", 0.1 + 0.2, "", "flag:p"),
        Observation("b", "country", "SSS", "2024", 5e15),
    ]
    packed = write_long_form(reversed(rows))
    assert list(read_long_form(packed)) == rows
    assert write_long_form(rows) == packed


@pytest.mark.parametrize("filling", [0, 60_000])  # by rows, and by columns
def test_nothing_is_rounded_or_put_in_a_period_that_is_none(folder: Path, filling: int) -> None:
    rows = "".join(f"x,140,2024,,{number}\n" for number in ("-0", "9007199254740993"))
    rows += "x,140,20245,,1\nx,111,2024M04,,9007199254740992\n" + "x,684,2024,sex:1234567890123456789,5\n" * filling
    load = loaded(folder, f"indicator,place,period,breakdown,value\n{rows}", source="A", licence="CC0")
    found = [(o.place, o.period, str(o.value)) for o in load.observations if o.place != "684"]
    assert found == [("140", "2024", "0.0"), ("111", "2024-04", "9007199254740992.0")]
    assert [(each.line, each.column, each.value) for each in load.problems] == [
        (3, "value", "9007199254740993"),
        (4, "period", "20245"),
    ]
