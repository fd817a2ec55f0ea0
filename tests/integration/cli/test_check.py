"""`seutu check` as people and scripts call it: exit codes, the report, one clear line for what cannot be read."""

import json
from pathlib import Path

import pytest

from tests.integration.durability.installation import command
from tests.unit.sources.documents.test_opening import as_pdf, locked_pdf, picture_pdf
from tests.unit.sources.documents.texts import DECISION, PROPOSAL

pytestmark = pytest.mark.own_installation

PLAN = {
    "cost_model": "flat_rate_40",
    "cost_lines": [
        {"label": "Palkat", "kind": "staff", "amount": "221354"},
        {"label": "Flat rate", "kind": "flat_rate", "amount": "88542"},
    ],
    "total": "309896",
    "funding": [
        {"label": "EU", "kind": "eu_state", "amount": "247916", "share": "80.00"},
        {"label": "Oma", "kind": "own", "amount": "61980", "share": "20.00"},
    ],
}


def test_documents_that_are_right_end_with_zero(tmp_path: Path) -> None:
    (tmp_path / "esitys.txt").write_text(PROPOSAL, encoding="utf-8")
    (tmp_path / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    done = command(tmp_path / "data", "check", str(tmp_path / "esitys.txt"), str(tmp_path / "plan.json"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("fail 0") == 2


def test_an_error_ends_with_one_and_stands_in_the_report(tmp_path: Path) -> None:
    folder, report = tmp_path / "documents", tmp_path / "report.json"
    folder.mkdir()
    (folder / "decision.txt").write_text(DECISION.replace("20.300", "23.000"), encoding="utf-8")
    (folder / "plan.json").write_text(json.dumps(PLAN), encoding="utf-8")
    done = command(tmp_path / "data", "check", str(folder), "--json", str(report))
    assert done.returncode == 1
    assert "error: " in done.stdout
    told = json.loads(report.read_text(encoding="utf-8"))
    wrong, right = told["documents"]
    assert (wrong["document"], wrong["summary"]["error"]) == ("decision.txt", 1)
    assert (right["kind"], right["summary"]["fails"]) == ("plan", 0)
    assert told["relations"] == []
    (failed,) = [each for each in wrong["relations"] if each["status"] == "fails"]
    assert set(failed["message"]) == {"fi", "sv", "en"}
    assert failed["difference"] == "-2700"
    assert all(term["line"] for term in failed["terms"])


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.json", b'{"total": 1.5}', "is a float"),
        ("plan.json", b'{"total": "-5"}', "is negative"),
        ("plan.json", b"{", "not valid JSON (the fault is on line 1, character 2)"),
        ("plan.json", b"[" * 100_000, "not valid JSON (too many brackets in one another)"),
        ("plan.json", b'{"total": "\xff"}', "not valid JSON (it is not UTF-8 text)"),
        ("plan.json", b'{"total": "' + b"9" * 60 + b'"}', "too large for the plan of a project"),
        ("plan.json", b"", "The file is empty"),
        ("tyhja.pdf", b"", "The file is empty"),
        ("vanha.doc", b"\xd0\xcf\x11\xe0", "save it as docx"),
        ("kuva.png", b"\x89PNG", "are not read"),
        ("teksti.txt", b"\x00\x01", "not text"),
        ("tyhja.txt", b"\n", "holds neither text nor figures"),
        ("plan.json", b'{"total": "99999999999999"}', "too large"),
        ("plan.json", b'{"total": "1", "total": "2"}', "twice in one object"),
        (
            "plan.json",
            b'{"total": "1", "work_packages": [{"number": "1", "name": "A", "after": ["1"]}]}',
            "wait for one another in a circle: 1",
        ),
        ("katkennut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type", "damaged or cut short"),
        ("suojattu.pdf", locked_pdf(), "protected with a password"),
        ("vanha.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "old doc kind or protected"),
        ("katkennut.docx", b"PK\x03\x04", "The Word file is damaged"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    done = command(tmp_path / "data", "check", str(tmp_path / name))
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_scanned_pdf_and_one_that_was_cut_are_refused(tmp_path: Path) -> None:
    whole = as_pdf(tmp_path, PROPOSAL)
    (tmp_path / "cut.pdf").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    (tmp_path / "scan.pdf").write_bytes(picture_pdf(tmp_path))
    for name, said in (("cut.pdf", "damaged or cut short"), ("scan.pdf", "holds no text")):
        done = command(tmp_path / "data", "check", str(tmp_path / name))
        assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
        assert said in done.stderr


def test_a_project_that_ends_before_it_starts_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(json.dumps({**PLAN, "period": ["2028-06-01", "2026-05-31"]}), encoding="utf-8")
    done = command(tmp_path / "data", "check", str(tmp_path / "plan.json"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("warning: ") == 1
    assert "the start of the project (1.6.2028) is later than the end of the project (31.5.2026)" in done.stdout


def test_a_missing_file_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    missing = command(tmp_path / "data", "check", str(tmp_path / "none.txt"))
    empty = command(tmp_path / "data", "check", str(tmp_path))
    assert (missing.returncode, empty.returncode) == (2, 2)
    assert "none.txt" in missing.stderr
    assert "no files to check" in empty.stderr


def test_one_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    folder, report = tmp_path / "documents", tmp_path / "report.json"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\x00")
    (folder / "b.txt").write_text(DECISION, encoding="utf-8")
    done = command(tmp_path / "data", "check", str(folder), "--json", str(report))
    assert done.returncode == 2
    assert done.stderr.startswith("seutu: a.txt: ")
    assert len(done.stderr.strip().splitlines()) == 1
    assert "b.txt: " in done.stdout
    assert [each["document"] for each in json.loads(report.read_text(encoding="utf-8"))["documents"]] == ["b.txt"]


def test_a_thousand_documents_are_checked_in_one_run(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(1000):
        (folder / f"{number:04}.txt").write_text("Palkat 100\nOstot 50\nYhteensä 150\n", encoding="utf-8")
    done = command(tmp_path / "data", "check", str(folder))
    assert (done.returncode, done.stdout.count("hold 1,")) == (0, 1000)


def test_documents_that_count_the_same_otherwise_are_set_side_by_side(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    (tmp_path / "a.txt").write_text("Kuntia on Suomessa noin 310, ja ne tekevät paljon.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Selvitys koskee kaikkia kuntia (308).", encoding="utf-8")
    done = command(tmp_path / "data", "check", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--json", str(report))
    assert (done.returncode, done.stderr) == (0, "")
    assert "310 (a.txt), 308 (b.txt)" in done.stdout
    (between,) = json.loads(report.read_text(encoding="utf-8"))["relations"]
    assert (between["severity"], [term["document"] for term in between["terms"]]) == ("note", ["a.txt", "b.txt"])
    alone = command(tmp_path / "data", "check", str(tmp_path / "a.txt"))
    assert "note" not in alone.stdout


def test_the_plan_of_a_proposal_is_written_and_checks_alike(tmp_path: Path) -> None:
    plan, report = tmp_path / "plan.json", tmp_path / "report.json"
    (tmp_path / "esitys.txt").write_text(PROPOSAL, encoding="utf-8")
    done = command(tmp_path / "data", "check", str(tmp_path / "esitys.txt"), "--plan", str(plan))
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(plan.read_text(encoding="utf-8"))
    assert (told["cost_model"], told["total"]) == ("flat_rate_40", "309896")
    assert [row["share"] for row in told["funding"]] == ["80.00", "16.77", "3.23", "0", "0"]
    again = command(tmp_path / "data", "check", str(plan), "--json", str(report))
    assert again.returncode == 0
    summary = json.loads(report.read_text(encoding="utf-8"))["documents"][0]["summary"]
    assert (summary["fails"], summary["not_checkable"]) == (0, 0)


def test_a_plan_is_not_written_of_a_document_without_one(tmp_path: Path) -> None:
    (tmp_path / "decision.txt").write_text(DECISION, encoding="utf-8")
    done = command(tmp_path / "data", "check", str(tmp_path / "decision.txt"), "--plan", str(tmp_path / "plan.json"))
    assert done.returncode == 2
    assert "budget and a funding plan" in done.stderr
    assert not (tmp_path / "plan.json").exists()


def test_the_cleaned_text_is_written_beside_its_repairs(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "uutiset.txt").write_text(
        "Hanke kehittÃ¤Ã¤ seutu-\nkaupunkien tyÃ¶tÃ¤ 12 500 eurolla.\n", encoding="utf-8"
    )
    (folder / "vanhat.txt").write_text("Sivu 1\n\fPalvelu toimii linja-\nauton kyydissä.\n", encoding="utf-8")
    (folder / "budjetti.csv").write_text("Palkat;100\nOstot;50\nYhteensä;150\n", encoding="utf-8")
    done = command(tmp_path / "data", "check", str(folder), "--cleaned", str(tmp_path / "clean"))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (tmp_path / "clean").iterdir()) == [
        f"{name}.txt.{kind}" for name in ("uutiset", "vanhat") for kind in ("cleaned.txt", "repairs.csv")
    ]
    assert "budjetti.csv: no running text" in done.stdout
    assert "uutiset.txt: 3 repairs, 0 unsure proposals" in done.stdout
    text = (tmp_path / "clean" / "uutiset.txt.cleaned.txt").read_text(encoding="utf-8")
    assert text == "Hanke kehittää seutukaupunkien\ntyötä 12 500 eurolla.\n"
    assert (tmp_path / "clean" / "uutiset.txt.repairs.csv").read_text(encoding="utf-8").splitlines()[:3] == [
        "line,original,repaired,reason,certainty",
        "1,kehittÃ¤Ã¤,kehittää,the encoding was read wrong,sure",
        "1,seutu-⏎kaupunkien,seutukaupunkien,the word is hyphenated at the line's end,sure",
    ]
    untouched = (tmp_path / "clean" / "vanhat.txt.cleaned.txt").read_bytes().decode()
    assert untouched == "Sivu 1\n\fPalvelu toimii linja-\nauton kyydissä.\n"
    proposed = (tmp_path / "clean" / "vanhat.txt.repairs.csv").read_text(encoding="utf-8").splitlines()
    assert proposed[1].endswith(",unsure")


def test_two_documents_of_one_name_do_not_write_over_each_other(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / "documents" / folder).mkdir(parents=True)
        (tmp_path / "documents" / folder / "sama.txt").write_text("Palkat 100\n", encoding="utf-8")
    done = command(tmp_path / "data", "check", str(tmp_path / "documents"), "--cleaned", str(tmp_path / "clean"))
    assert done.returncode == 2
    assert "several files are named sama.txt" in done.stderr
    assert not (tmp_path / "clean").exists()
