"""The text of a document with what a PDF damaged put right: for its checks, and to be read beside the original.

For checks only the letters are mended, each on its line; what line ends parted is joined where sentences are read. Not
for how a text is repaired (``core.text_repair``).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from seutu.core.text_repair import Repair, clean, mend_letters
from seutu.rules.letters import finnish
from seutu.sources.documents.lines import PAGE_BREAK, Document
from seutu.sources.documents.opening import open_document


def readable(document: Document) -> Document:
    """Return the document with its letters mended where that is sure; its lines keep their places."""
    mended = mend_letters([line.text for line in document.lines], finnish())
    if not mended.repairs:
        return document
    lines = (replace(line, text=text) for line, text in zip(document.lines, mended.lines, strict=True))
    return replace(document, lines=tuple(lines))


def joined_words(document: Document) -> Sequence[str]:
    """Return the texts of the lines with the words joined that line ends parted, each to where it begins."""
    return clean([line.text for line in document.lines], finnish()).lines


def cleaned_text(path: Path) -> tuple[str, tuple[Repair, ...]] | None:
    """Return the cleaned text of a file and its repairs; None for a file without running text, as a sheet or a plan.

    The text has the lines and the pages of the original. Raises InputProblem when the file cannot be read.
    """
    if path.suffix.casefold() == ".json":
        return None
    document = open_document(path)
    if not any(line.text.strip() for line in document.lines):
        return None
    cleaned = clean([line.text for line in document.lines], finnish())
    return _paged(document, cleaned.lines), cleaned.repairs


def _paged(document: Document, lines: Sequence[str]) -> str:
    """Return the lines as one text, a form feed where a page begins."""
    text: list[str] = []
    page = 1
    for line, cleaned in zip(document.lines, lines, strict=True):
        if line.page is not None and line.page != page:
            text.append(PAGE_BREAK * (line.page - page))
            page = line.page
        text.append(f"{cleaned}\n")
    return "".join(text)
