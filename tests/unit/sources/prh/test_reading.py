import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from seutu.core.problems import InputProblem
from seutu.core.text import Text
from seutu.sources.prh import Address, BusinessLine, Coded, CompanyRow, RejectedCompany, read_companies
from tests.shared_material import SHARED, needs_shared

SAMPLES = SHARED / "data" / "prh-ytj-samples"
Record = dict[str, object]
Companies = Callable[..., list[CompanyRow | RejectedCompany]]


def record(**changes: object) -> Record:
    return {
        "businessId": {"value": "0112038-9", "registrationDate": "1978-03-15"},
        "names": [{"name": "Testi Oy", "type": "1", "registrationDate": "2001-02-03", "version": 1}],
        **changes,
    }


@pytest.fixture
def companies(tmp_path: Path) -> Companies:
    def read(*records: object) -> list[CompanyRow | RejectedCompany]:
        path = tmp_path / "companies.json"
        path.write_text(json.dumps(records), encoding="utf-8")
        return list(read_companies(path))

    return read


def one(companies: Companies, **changes: object) -> CompanyRow:
    (row,) = companies(record(**changes))
    assert isinstance(row, CompanyRow)
    return row


def address(kind: int | str, *codes: str | None, **parts: str) -> Record:
    offices = [
        {"city": f"TOWN{at}", "languageCode": str(at), **({"municipalityCode": code} if code else {})}
        for at, code in enumerate(codes, start=1)
    ]
    return {"type": kind, "postCode": "70100", "postOffices": offices, **parts}


def test_names_in_force_are_told_from_past_ones(companies: Companies) -> None:
    row = one(
        companies,
        names=[
            {"name": "Vanha Oy", "type": "1", "registrationDate": "1990-01-01", "endDate": "2001-02-02"},
            {"name": "Uusi Oy", "type": "1", "registrationDate": "2001-02-03"},
            {"name": "Ny Ab", "type": "2"},
            {"name": "Puoti", "type": "3"},
            {"name": "Vanha puoti", "type": "3", "endDate": "2010-01-01"},
        ],
    )
    assert (row.name, row.parallel_names, row.auxiliary_names) == ("Uusi Oy", ("Ny Ab",), ("Puoti",))
    assert [name.text for name in row.names if name.ended] == ["Vanha Oy", "Vanha puoti"]


def test_a_ceased_company_keeps_its_last_name_and_ends_when_the_trade_register_says(companies: Companies) -> None:
    row = one(
        companies,
        names=[{"name": "Viimeinen Oy", "type": "1", "endDate": "2005-12-19"}],
        registeredEntries=[
            {"type": "1", "register": "1", "registrationDate": "1976-04-23", "endDate": "2005-12-18"},
            {"type": "4", "register": "1", "registrationDate": "2005-12-19"},
        ],
    )
    assert (row.name, row.ended) == ("Viimeinen Oy", date(2005, 12, 19))
    assert one(companies, endDate="2004-01-01").ended == date(2004, 1, 1)
    assert one(companies).ended is None


@pytest.mark.parametrize(
    ("code_set", "classification"), [("TOIMI3", "TOL2008"), ("TOIMI4", "TOL2025"), ("TOIMI9", None)]
)
def test_the_line_of_business_carries_its_classification(
    companies: Companies, code_set: str, classification: str | None
) -> None:
    row = one(companies, mainBusinessLine={"type": "70100", "typeCodeSet": code_set})
    assert row.business_line == BusinessLine(classification, code_set, "70100", None)  # type: ignore[arg-type]


def test_the_visiting_address_comes_first_with_its_municipality(companies: Companies) -> None:
    visiting = address(1, "297", "297", street="Tie", buildingNumber="5", entrance="B", apartmentNumber="")
    row = one(companies, addresses=[address(2, "091", postOfficeBox="12"), visiting])
    assert row.address == Address("visiting", "Tie 5 B", "70100", "TOWN1", "297")
    assert row.municipality_code == "297"
    postal = one(companies, addresses=[address("2", None, postOfficeBox="12")])
    assert postal.address == Address("postal", "PL 12", "70100", "TOWN1", None)


def test_two_municipalities_in_one_address_are_none_with_a_note(companies: Companies) -> None:
    row = one(companies, addresses=[address(1, "297", "091")])
    assert row.municipality_code is None
    assert [note.value for note in row.notes] == ["091, 297"]


@pytest.mark.parametrize(
    ("entries", "employer"),
    [
        ([], None),
        ([{"type": "1", "register": "1"}], False),
        ([{"type": "41", "register": "7"}], True),
        ([{"type": "42", "register": "7"}], True),
        ([{"type": "43", "register": "7"}], False),
        ([{"type": "41", "register": "6"}], False),
        ([{"type": "41", "register": "7", "endDate": "2020-01-01"}], False),
    ],
)
def test_an_open_entry_in_the_employer_register_makes_an_employer(
    companies: Companies, entries: list[Record], *, employer: bool | None
) -> None:
    assert one(companies, registeredEntries=entries).employer is employer


@pytest.mark.parametrize(("code", "flagged"), [("2", True), ("AOY", True), ("10", True), ("16", False), ("OY", False)])
def test_housing_and_mutual_property_companies_are_flagged(companies: Companies, code: str, *, flagged: bool) -> None:
    assert one(companies, companyForms=[{"type": code}]).property_company is flagged


def test_a_form_is_told_by_its_text_too_and_a_past_form_does_not_count(companies: Companies) -> None:
    words = [{"languageCode": "1", "description": "Asunto-osakeyhtiö"}]
    past = {"type": "16", "endDate": "2001-01-01"}
    row = one(companies, companyForms=[past, {"type": "99", "descriptions": words}])
    assert row.property_company
    assert row.company_form == Coded("99", Text.same("Asunto-osakeyhtiö"))


def test_situations_in_force_are_kept(companies: Companies) -> None:
    row = one(companies, companySituations=[{"type": "KONK"}, {"type": "SANE", "endDate": "2020-01-01"}])
    assert row.situations == (Coded("KONK", None),)


def test_a_record_without_or_with_a_wrong_business_id_is_kept_by_its_name(companies: Companies) -> None:
    missing, wrong = companies(record(businessId={}), record(businessId={"value": "0112038-8"}))
    assert isinstance(missing, CompanyRow)
    assert isinstance(wrong, CompanyRow)
    assert (missing.business_id, missing.notes) == (None, ())
    assert wrong.business_id is None
    assert [note.value for note in wrong.notes] == ["0112038-8"]


def test_what_is_no_company_is_rejected_in_its_place(companies: Companies) -> None:
    first, second, third = companies(record(), 5, {"names": "no list"})
    assert isinstance(first, CompanyRow)
    assert isinstance(second, RejectedCompany)
    assert isinstance(third, RejectedCompany)
    assert (second.position, third.position) == (2, 3)


def test_a_day_that_does_not_exist_is_missing_with_a_note(companies: Companies) -> None:
    row = one(companies, registrationDate="2001-02-30")
    assert row.registered == date(1978, 3, 15)
    assert [note.value for note in row.notes] == ["2001-02-30"]


class TestFile:
    def test_the_bulk_zip_and_an_answer_of_the_service_give_the_same(self, tmp_path: Path) -> None:
        plain, answer, bulk = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "all.zip"
        plain.write_text(json.dumps([record()]))
        answer.write_text(json.dumps({"totalResults": 1, "companies": [record()]}))
        with zipfile.ZipFile(bulk, "w") as target:
            target.writestr("data_20260101.json", json.dumps([record()]))
        expected = list(read_companies(plain))
        assert len(expected) == 1
        assert list(read_companies(answer)) == list(read_companies(bulk)) == expected

    def test_the_retired_form_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "old.json"
        path.write_text('{"type": "fi.prh.opendata.bis", "results": [{"businessId": "0112038-9"}]}')
        with pytest.raises(InputProblem) as refusal:
            list(read_companies(path))
        assert len(refusal.value.problems) == 1
        assert "versiota 1" in refusal.value.problems[0].message.fi

    def test_broken_json_is_told_once_with_its_place_after_the_sound_companies(self, tmp_path: Path) -> None:
        path = tmp_path / "broken.json"
        path.write_text("[" + json.dumps(record()) + ',\n {"names": oops}]')
        reader = read_companies(path)
        assert isinstance(next(reader), CompanyRow)
        with pytest.raises(InputProblem) as refusal:
            next(reader)
        (problem,) = refusal.value.problems
        assert problem.line == 2
        assert "rivillä 2, merkissä 12 (eheitä yrityksiä sitä ennen 1)" in problem.message.fi

    @pytest.mark.parametrize("content", ["", "[", "{"])
    def test_a_cut_file_is_told(self, tmp_path: Path, content: str) -> None:
        path = tmp_path / "cut.json"
        path.write_text(content)
        with pytest.raises(InputProblem, match="The JSON breaks on line 1"):
            list(read_companies(path))

    @pytest.mark.parametrize("content", ["5", "{}", '{"a": [1]}'])
    def test_json_of_another_form_is_refused(self, tmp_path: Path, content: str) -> None:
        path = tmp_path / "other.json"
        path.write_text(content)
        with pytest.raises(InputProblem, match="no list of companies"):
            list(read_companies(path))

    def test_a_missing_file_and_a_zip_without_json_are_refused(self, tmp_path: Path) -> None:
        empty = tmp_path / "empty.zip"
        with zipfile.ZipFile(empty, "w") as target:
            target.writestr("a.txt", "")
        for path in (empty, tmp_path / "none.json"):
            with pytest.raises(InputProblem, match="cannot be read"):
                list(read_companies(path))


@needs_shared
def test_the_captured_answers_are_read() -> None:
    (row,) = read_companies(SAMPLES / "companies_v3_response_0112038-9.json")
    assert isinstance(row, CompanyRow)
    assert (row.business_id, row.municipality_code, row.employer, row.website) == (
        "0112038-9",
        "049",
        True,
        "www.nokia.com",
    )
    assert row.business_line is not None
    assert (row.business_line.classification, row.business_line.code) == ("TOL2025", "70100")
    assert len(row.auxiliary_names) == 11
    first, second = read_companies(SAMPLES / "all_companies_v3_trimmed.json")
    assert isinstance(first, CompanyRow)
    assert isinstance(second, CompanyRow)
    assert first.address is not None
    assert (first.address.kind, first.address.city) == ("postal", "ESPOO")
    assert second.ended == date(2005, 12, 19)
    with pytest.raises(InputProblem, match="retired version 1"):
        list(read_companies(SAMPLES / "bis_v1_legacy_response.json"))
