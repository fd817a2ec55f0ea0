from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.sources.eu_projects import ProjectRow, RejectedRow, load_column_map, read_eu_projects, summarise_header

HEADER = (
    "Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,"
    "Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,"
    "Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä"
)
Writer = Callable[..., Path]
GOOD = "A70001,EAKR,Lämpöä,2,Pohjois-Savon liitto,Toiminnassa,1.3.2015,28.2.2017,Koulu Oy,100,50.25,120,-7"


@pytest.fixture
def project_file(tmp_path: Path) -> Writer:
    def write(*rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
        path = tmp_path / "projects.csv"
        path.write_bytes("\n".join((header, *rows, "")).encode(encoding))
        return path

    return write


def rows_of(path: Path) -> list[ProjectRow | RejectedRow]:
    return list(read_eu_projects(path))


def only_row(path: Path) -> ProjectRow:
    (row,) = rows_of(path)
    assert isinstance(row, ProjectRow)
    return row


def only_rejection(path: Path) -> RejectedRow:
    (row,) = rows_of(path)
    assert isinstance(row, RejectedRow)
    return row


def test_a_sound_row_is_read_by_type(project_file: Writer) -> None:
    assert only_row(project_file(GOOD)) == ProjectRow(
        line=2,
        code="A70001",
        fund="EAKR",
        name="Lämpöä",
        programme=None,
        axis="2",
        authority="Pohjois-Savon liitto",
        status="Toiminnassa",
        start=date(2015, 3, 1),
        end=date(2017, 2, 28),
        implementer="Koulu Oy",
        granted=Decimal(100),
        actual=Decimal("50.25"),
        planned_public=Decimal(120),
        actual_public=Decimal(-7),
    )


def test_the_fourteen_columns_of_2007_2013_are_recognised_by_their_headers(project_file: Writer) -> None:
    header = HEADER.replace("Hankkeen nimi", "Projektin nimi,Ohjelma / osio").replace("Tila", "Toiminnan tila")
    row = only_row(project_file(GOOD.replace("Lämpöä,", "Lämpöä,Itä-Suomi,"), header=header))
    assert (row.name, row.programme, row.axis) == ("Lämpöä", "Itä-Suomi", "2")


def test_empty_cells_are_missing_and_never_zero(project_file: Writer) -> None:
    row = only_row(project_file("A70001,EAKR,Nimi,2,,Toiminnassa,,,,,,,"))
    assert (row.authority, row.start, row.end, row.implementer, row.granted, row.actual_public) == (None,) * 6


def test_padding_after_the_last_column_is_no_field(project_file: Writer) -> None:
    row = only_row(project_file(GOOD + ",, ;", header=HEADER + ";"))
    assert row.repaired is None
    assert row.actual_public == Decimal(-7)


def test_semicolons_byte_order_mark_and_decimal_commas_are_read(project_file: Writer) -> None:
    path = project_file(GOOD.replace(",", ";").replace("50.25", "1 050,25"), header="\ufeff" + HEADER.replace(",", ";"))
    assert only_row(path).actual == Decimal("1050.25")
    assert summarise_header(path).delimiter == ";"


def test_a_quoted_cell_may_hold_commas_quotes_and_line_breaks(project_file: Writer) -> None:
    first, second = rows_of(project_file(GOOD.replace("Lämpöä", '"Lämpö, ""valo""\nja ilma"'), GOOD))
    assert isinstance(first, ProjectRow)
    assert first.name == 'Lämpö, "valo"\nja ilma'
    assert first.repaired is None
    assert second.line == 4


class TestRepair:
    def test_a_name_split_by_commas_is_joined_as_written(self, project_file: Writer) -> None:
        row = only_row(project_file(GOOD.replace("Lämpöä", "Lämpöä, valoa,ilmaa")))
        assert row.name == "Lämpöä, valoa,ilmaa"
        assert row.repaired is not None
        assert "Hankkeen nimi" in row.repaired.fi
        assert row.axis == "2"

    def test_an_authority_split_by_its_comma_is_joined(self, project_file: Writer) -> None:
        authority = "Hämeen elinkeino-, liikenne- ja ympäristökeskus"
        assert only_row(project_file(GOOD.replace("Pohjois-Savon liitto", authority))).authority == authority

    def test_amounts_split_by_a_decimal_comma_are_joined(self, project_file: Writer) -> None:
        row = only_row(project_file(GOOD.replace("100,50.25,120,-7", "1000,450,51,1200,700")))
        assert (row.granted, row.actual, row.planned_public) == (Decimal(1000), Decimal("450.51"), Decimal(1200))
        assert row.repaired is not None
        assert "Toteutunut EU- ja valtion rahoitus" in row.repaired.en

    def test_a_number_in_a_name_does_not_become_the_axis(self, project_file: Writer) -> None:
        row = only_row(project_file(GOOD.replace("Lämpöä", "Vaihe,1,jatko")))
        assert (row.name, row.axis) == ("Vaihe,1,jatko", "2")

    def test_amounts_with_two_readings_are_refused(self, project_file: Writer) -> None:
        refused = only_rejection(project_file(GOOD.replace("100,50.25,120,-7", "100,50,20,120,70")))
        assert "usealla tavalla" in refused.problem.message.fi
        assert refused.read == {"code": "A70001", "fund": "EAKR"}
        assert "Toteuttajan nimi" in refused.unread

    def test_a_split_row_with_an_unknown_status_is_refused(self, project_file: Writer) -> None:
        refused = only_rejection(project_file(GOOD.replace("Lämpöä", "Lämpöä, valoa").replace("Toiminnassa", "Auki")))
        assert "millään jaolla" in refused.problem.message.fi

    def test_a_row_quoted_as_a_whole_is_unwrapped(self, project_file: Writer) -> None:
        inner = GOOD.replace("Lämpöä", '"Lämpö ""valo"" ja ilma"')
        row = only_row(project_file('"' + inner.replace('"', '""') + ',,";', header=HEADER + ";"))
        assert row.name == 'Lämpö "valo" ja ilma'
        assert row.repaired is not None

    def test_a_row_with_damaged_quotes_is_refused_and_swallows_nothing(self, project_file: Writer) -> None:
        damaged, sound = rows_of(project_file(GOOD.replace("Lämpöä", '"Lämpö'), GOOD))
        assert isinstance(damaged, RejectedRow)
        assert "lainausmerkit" in damaged.problem.message.fi
        assert isinstance(sound, ProjectRow)
        assert sound.line == 3


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("A70001", "70001", "Koodi"),
        ("EAKR", "Ei", "Rahasto"),
        ("Lämpöä", "", "Hankkeen nimi"),
        ("2,Poh", "kaksi,Poh", "Tl"),
        ("1.3.2015", "31.2.2015", "Aloituspvm"),
        ("1.3.2015", "425180", "Aloituspvm"),
        ("Koulu Oy", "157500", "Toteuttajan nimi"),
        ("50.25", "15.10.2014", "Toteutunut EU- ja valtion rahoitus"),
        ("50.25", "651.200", "Toteutunut EU- ja valtion rahoitus"),
    ],
)
def test_a_cell_of_another_type_rejects_the_row_and_names_the_column(
    project_file: Writer, old: str, new: str, column: str
) -> None:
    refused = only_rejection(project_file(GOOD.replace(old, new, 1)))
    assert refused.problem.column == column
    assert refused.problem.line == 2
    assert refused.problem.value == new.removesuffix(",Poh")
    assert refused.unread == (column,)
    assert "planned_public" in refused.read


def test_a_cut_row_is_refused(project_file: Writer) -> None:
    assert "katkennut" in only_rejection(project_file(GOOD.rsplit(",", 2)[0])).problem.message.fi


class TestFile:
    def test_the_header_is_summarised(self, project_file: Writer) -> None:
        summary = summarise_header(project_file(GOOD, header=HEADER + ",Lisätieto"))
        assert summary.columns["name"] == "Hankkeen nimi"
        assert summary.unknown == ("Lisätieto",)
        assert summary.absent == ("programme",)
        assert summary.column_count == 14

    def test_a_file_without_the_columns_is_refused_with_their_names(self, project_file: Writer) -> None:
        with pytest.raises(InputProblem) as refusal:
            rows_of(project_file("1,2", header="Kunta,Väestö"))
        assert "Koodi" in refusal.value.problems[0].message.fi

    def test_a_file_that_is_not_there_or_empty_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "empty.csv").write_text("")
        for name in ("none.csv", "empty.csv"):
            with pytest.raises(InputProblem, match="cannot be read or is empty"):
                rows_of(tmp_path / name)

    def test_another_encoding_is_refused(self, project_file: Writer) -> None:
        with pytest.raises(InputProblem, match="UTF-8"):
            rows_of(project_file(GOOD, encoding="cp1252"))

    def test_a_header_that_stands_twice_is_refused(self, project_file: Writer) -> None:
        with pytest.raises(InputProblem, match="stands twice"):
            rows_of(project_file(GOOD, header=HEADER + ",Koodi"))

    def test_own_headings_are_read_through_a_column_map(self, project_file: Writer, tmp_path: Path) -> None:
        own = tmp_path / "own.toml"
        own.write_text(
            '[columns]\ncode = ["Tunnus"]\nfund = ["Rahasto"]\nname = ["Otsikko"]\nimplementer = ["Tekijä"]\n',
            encoding="utf-8",
        )
        path = project_file("A70001,JTF,Lämpöä,Koulu Oy", header="tunnus,Rahasto,Otsikko,Tekijä")
        (row,) = read_eu_projects(path, columns=load_column_map(own))
        assert isinstance(row, ProjectRow)
        assert (row.code, row.fund, row.implementer) == ("A70001", "JTF", "Koulu Oy")

    @pytest.mark.parametrize("content", ["columns = 3", "[columns]\ncode = ['a']", "[columns]\nfoo = ['a']", "[["])
    def test_an_unusable_column_map_is_refused(self, tmp_path: Path, content: str) -> None:
        path = tmp_path / "own.toml"
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputProblem, match="column map"):
            load_column_map(path)
