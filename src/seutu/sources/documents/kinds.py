"""What sort of document a text is, by the words that such documents begin with.

Known only as what the report says; every check is run on every document. Not by the name of the file.
"""

import re
from typing import Final

from seutu.core.funding.documents import DocumentKind
from seutu.sources.documents.eura import is_eura
from seutu.sources.documents.lines import Document

BEGINNING: Final = 40
DECISION: Final = re.compile(
    r"^\s*§\s*\d+|\basianro\b|\bpäätösehdotus\b|\b(?:kaupungin|kunnan)hallitus\b.{0,40}\b(?:päät|hyväksy)|"
    r"\bstadsstyrelsen\b|\bbeslutsförslag\b",
    re.IGNORECASE | re.MULTILINE,
)
REPORT: Final = re.compile(
    r"\b(?:seuranta|loppu|väli|vuosi|edistymis)raport\w*|\b(?:uppföljnings|slut|års)rapport\w*|\bmonitoring report\b",
    re.IGNORECASE,
)
APPLICATION: Final = re.compile(r"hakemus\b|ansökan\b|\bapplication\b", re.IGNORECASE)


def kind_of(document: Document) -> DocumentKind:
    """Return the sort of a document; unknown where its beginning names none."""
    if is_eura(document):
        return DocumentKind.EURA_2021
    filled = [line.text for line in document.lines if line.text.strip()]
    beginning = "\n".join(filled[:BEGINNING])
    first = "\n".join(filled[:3])
    if REPORT.search(first):
        return DocumentKind.REPORT
    if DECISION.search(beginning):
        return DocumentKind.MUNICIPAL_DECISION
    return DocumentKind.APPLICATION if APPLICATION.search(first) else DocumentKind.UNKNOWN
