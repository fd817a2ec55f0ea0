"""The written forms of a situation picture: each takes the picture, a language and a binary stream to write into."""

from collections.abc import Mapping
from typing import IO, Any, Final

from seutu.core.situation import SituationPicture
from seutu.core.text import Language
from seutu.reporting.documents import document_to_docx, document_to_pdf
from seutu.reporting.documents.pdf import typeset, typeset_image
from seutu.reporting.situation.content import as_document
from seutu.reporting.situation.one_page import TEMPLATE, one_page_content, one_page_document

Shapes = Mapping[str, Any]
PIXELS_PER_INCH: Final = 200


def write_pdf(
    picture: SituationPicture, language: Language, stream: IO[bytes], *, shapes: Shapes | None = None
) -> None:
    """Write the whole picture as tagged PDF (PDF/UA-1), A4."""
    stream.write(document_to_pdf(as_document(picture, language, shapes=shapes)))


def write_docx(
    picture: SituationPicture, language: Language, stream: IO[bytes], *, shapes: Shapes | None = None
) -> None:
    """Write the whole picture as DOCX."""
    stream.write(document_to_docx(as_document(picture, language, shapes=shapes)))


def write_one_page(
    picture: SituationPicture, language: Language, stream: IO[bytes], *, shapes: Shapes | None = None
) -> None:
    """Write the ecosystem description on exactly one A4 as tagged PDF."""
    stream.write(typeset(TEMPLATE, one_page_content(picture, language, shapes=shapes), picture.at))


def write_one_page_docx(
    picture: SituationPicture, language: Language, stream: IO[bytes], *, shapes: Shapes | None = None
) -> None:
    """Write the ecosystem description as DOCX, short enough for one A4."""
    stream.write(document_to_docx(one_page_document(picture, language, shapes=shapes)))


def write_png(
    picture: SituationPicture, language: Language, stream: IO[bytes], *, shapes: Shapes | None = None
) -> None:
    """Write the ecosystem description as one image (200 pixels per inch)."""
    stream.write(typeset_image(TEMPLATE, one_page_content(picture, language, shapes=shapes), PIXELS_PER_INCH))
