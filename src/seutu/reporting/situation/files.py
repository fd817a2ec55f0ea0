"""The forms a situation picture is written in, by the name of the form, and what its files are called.

Not for what is in them: that is in ``content``, ``one_page`` and ``spreadsheet``.
"""

from collections.abc import Callable, Mapping
from typing import IO, Any, Final

from seutu.core.places import fold
from seutu.core.situation import SituationPicture
from seutu.core.text import Language, Text
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.situation.spreadsheet import write_xlsx
from seutu.reporting.situation.writers import write_docx, write_one_page, write_one_page_docx, write_pdf, write_png

Shapes = Mapping[str, Any]
Write = Callable[[SituationPicture, Language, IO[bytes], Shapes | None], None]

PICTURE_NAME: Final = Text(fi="tilannekuva", sv="lagesbild", en="situation-picture")
PAGE_NAME: Final = Text(fi="ekosysteemikuvaus", sv="ekosystembeskrivning", en="ecosystem-description")
ONE_PAGE: Final = "one-page."


def _with_shapes(write: Callable[..., None]) -> Write:
    def written(picture: SituationPicture, language: Language, stream: IO[bytes], shapes: Shapes | None) -> None:
        write(picture, language, stream, shapes=shapes)

    return written


def _without_shapes(picture: SituationPicture, language: Language, stream: IO[bytes], shapes: Shapes | None) -> None:
    del shapes
    write_xlsx(picture, language, stream)


FORMS: Final[dict[str, Write]] = {
    "docx": _with_shapes(write_docx),
    "xlsx": _without_shapes,
    "pdf": _with_shapes(write_pdf),
    "png": _with_shapes(write_png),
    "one-page.pdf": _with_shapes(write_one_page),
    "one-page.docx": _with_shapes(write_one_page_docx),
}
"""How each form is written: picture, language, stream, boundaries of the map or None."""


def content_type(form: str) -> str:
    """Return the media type of a form."""
    return MEDIA_TYPES[form.rpartition(".")[2]]


def file_name(picture: SituationPicture, form: str, language: Language) -> str:
    """Return the name of a file, in letters that every system takes: "tilannekuva-iisalmi-2026-11-22.docx"."""
    name = PAGE_NAME if form.startswith(ONE_PAGE) or form == "png" else PICTURE_NAME
    place = fold(picture.place.name.in_language(language)).replace(" ", "-")
    return f"{name.in_language(language)}-{place}-{picture.at.isoformat()}.{form.removeprefix(ONE_PAGE)}"
