"""What it costs to check the figures of documents: a PDF of 100 pages, beside its text alone, and 1,000 text files."""

import json
import sys
from pathlib import Path
from typing import Final

import typst
from harness import Case
from material import ROOT, SEUTU, WORK

DOCUMENTS: Final = ROOT / "tests" / "golden" / "documents"
PAGES: Final = 100
FILES: Final = 1000
RUNS = 5
TEXT_ALONE: Final = """
import sys, pypdfium2
pdf = pypdfium2.PdfDocument(sys.argv[1])
print(sum(len(pdf[number].get_textpage().get_text_range()) for number in range(len(pdf))))
"""


def long_pdf() -> Path:
    """Write a PDF of a hundred pages, each a document of our own, once."""
    path = WORK / "hundred.pdf"
    if not path.exists():
        WORK.mkdir(parents=True, exist_ok=True)
        texts = [_as_typst(each) for each in sorted(DOCUMENTS.glob("*.txt")) if "_" in each.stem]
        pages = [texts[number % len(texts)] for number in range(PAGES)]
        source = path.with_suffix(".typ")
        source.write_text("#set page(height: 30cm)\n#set text(size: 8pt)\n" + "\n#pagebreak()\n".join(pages), "utf-8")
        path.write_bytes(typst.compile(str(source)))
    return path


def _as_typst(document: Path) -> str:
    lines = document.read_text("utf-8").splitlines()
    return "\\\n".join(f"#{json.dumps(line.strip(), ensure_ascii=False)}" for line in lines if line.strip())


def many_texts() -> Path:
    """Write a folder of a thousand documents, once."""
    folder = WORK / "thousand"
    if not folder.exists():
        folder.mkdir(parents=True)
        texts = [each.read_text("utf-8") for each in sorted(DOCUMENTS.glob("*.txt"))]
        for number in range(FILES):
            (folder / f"{number:04}.txt").write_text(texts[number % len(texts)], "utf-8")
    return folder


def cases() -> list[Case]:
    """Return the commands; a check that finds errors ends with 1, which is what it is for."""
    pdf, folder = str(long_pdf()), str(many_texts())
    seutu = f"{SEUTU} check"
    return [
        Case("text of 100 pages alone (pypdfium2)", [sys.executable, "-c", TEXT_ALONE, pdf]),
        Case("seutu check, 100 pages", ["sh", "-c", f"{seutu} {pdf} > /dev/null; test $? -le 1"]),
        Case("seutu check, 1,000 files", ["sh", "-c", f"{seutu} {folder} > /dev/null; test $? -le 1"]),
    ]
