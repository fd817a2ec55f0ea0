"""Documents written as people write them: the right ones silent, each planted contradiction found, in other words too.

They were written before the rules were looked at, so what they found missing is what the rules now know.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
import typst

from seutu.core.figures.relations import Relation, Severity
from seutu.sources.documents import check_file
from tests.unit.sources.documents import written_files as files
from tests.unit.sources.documents import written_texts as texts
from tests.unit.sources.documents.written_cases import PLANTED, REWORDED, Planted
from tests.unit.sources.documents.written_short import SHORT

WRITTEN: Final = {
    "proposal.txt": texts.SELECTION_PROPOSAL,
    "board.txt": texts.BOARD_DECISION,
    "application.txt": texts.APPLICATION,
    "report.txt": texts.FINAL_REPORT,
    "swedish.txt": texts.SWEDISH_APPLICATION,
    "english.txt": texts.ENGLISH_APPLICATION,
    "rough.txt": texts.ROUGH_FIGURES,
    "damaged.txt": texts.DAMAGED_TEXT,
    "narrative.txt": texts.NARRATIVE,
    "book.xlsx": files.BUDGET_CELLS,
    "table.csv": files.SEMICOLON_TABLE,
    "paper.docx": files.PAPER,
}
SEPARATORS: Final = {"space": " ", "no-break": "\u00a0", "narrow": "\u202f", "point": ".", "none": ""}
HARMFUL: Final = {Severity.WARNING, Severity.ERROR}
BUILT: Final[dict[str, Callable[[str], bytes]]] = {".xlsx": files.workbook, ".docx": files.paper}


def built(folder: Path, name: str, text: str, separator: str = " ") -> Path:
    """Return the file of a document, its thousands set apart so."""
    file = folder / name
    build = BUILT.get(file.suffix, str.encode)
    file.write_bytes(build(text.replace("_", separator)))
    return file


def harm(file: Path) -> list[Relation]:
    return [each for each in check_file(file).relations if each.severity in HARMFUL]


def replaced(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def said_of(found: list[Relation]) -> str:
    return " ".join(each.message.fi for each in found).replace("\u00a0", " ")


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize("name", WRITTEN)
def test_a_document_whose_figures_agree_is_silent(tmp_path: Path, name: str, separator: str) -> None:
    file = built(tmp_path, name, WRITTEN[name], separator)
    assert said_of(harm(file)) == ""
    assert len(check_file(file).relations) >= 2


@pytest.mark.parametrize("planted", PLANTED, ids=lambda each: f"{each.document}-{each.what}")
def test_what_is_planted_is_found_and_told(tmp_path: Path, planted: Planted) -> None:
    text = replaced(WRITTEN[planted.document], planted.replaced)
    found = harm(built(tmp_path, planted.document, text))
    assert planted.kind in {each.kind.value for each in found}
    assert [part for part in planted.said if part not in said_of(found)] == []


@pytest.mark.parametrize("separator", [" ", "\u00a0", ".", ""], ids=["space", "no-break", "point", "none"])
def test_it_is_found_however_thousands_are_written(tmp_path: Path, separator: str) -> None:
    unfound = [
        (planted.document, planted.what)
        for planted in PLANTED
        if planted.kind
        not in {
            each.kind.value
            for each in harm(
                built(tmp_path, planted.document, replaced(WRITTEN[planted.document], planted.replaced), separator)
            )
        }
    ]
    assert unfound == []


@pytest.mark.parametrize("name", REWORDED)
def test_other_words_for_the_same_give_the_same_verdict(tmp_path: Path, name: str) -> None:
    planted = [each for each in PLANTED if each.document == name]
    for old, new in REWORDED[name]:
        assert old in WRITTEN[name]
        assert said_of(harm(built(tmp_path, name, WRITTEN[name].replace(old, new)))) == ""
        for each in planted:
            text = replaced(WRITTEN[name], each.replaced)
            found = harm(built(tmp_path, name, text.replace(old, new)))
            assert each.kind in {relation.kind.value for relation in found}, (each.what, old, new)


@pytest.mark.parametrize("name", [each for each in WRITTEN if each.endswith(".txt")])
def test_a_pdf_of_the_text_gives_the_same_relations(tmp_path: Path, name: str) -> None:
    file = built(tmp_path, name, WRITTEN[name])
    lines = (line.strip().replace("\\", "\\\\").replace('"', '\\"') for line in file.read_text("utf-8").splitlines())
    source = tmp_path / "a.typ"
    shown = "\\\n".join(f'#"{line}"' for line in lines if line)
    source.write_text(f"#set page(width: 40cm)\n#set text(size: 8pt)\n{shown}", "utf-8")
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(typst.compile(str(source)))
    assert _compared(pdf) == _compared(file)


def _compared(file: Path) -> list[tuple[str, str, str]]:
    return sorted(
        (each.kind.value, each.status.value, str(each.computed))
        for each in check_file(file).relations
        if each.label.en != "Mended letters"
    )


@pytest.mark.parametrize("separator", [" ", "\u00a0", ".", ""], ids=["space", "no-break", "point", "none"])
@pytest.mark.parametrize("name", SHORT)
def test_a_short_paper_is_silent_when_right(tmp_path: Path, name: str, separator: str) -> None:
    assert said_of(harm(built(tmp_path, "a.txt", SHORT[name][0], separator))) == ""


@pytest.mark.parametrize("name", SHORT)
def test_what_is_planted_in_a_short_paper_is_found(tmp_path: Path, name: str) -> None:
    text, planted = SHORT[name]
    for old, new, kinds in planted:
        found = harm(built(tmp_path, "a.txt", replaced(text, ((old, new),))))
        assert {each.kind.value for each in found} & set(kinds.split("|")), (old, new)
