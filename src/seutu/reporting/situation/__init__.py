"""The situation picture as DOCX, XLSX, PDF, PNG and a one-page ecosystem description, in three languages.

Takes a ``SituationPicture`` and a stream; boundaries of the map come as GeoJSON. The same input gives the same bytes.
"""

from seutu.reporting.situation.plain_text import picture_as_text
from seutu.reporting.situation.spreadsheet import write_xlsx
from seutu.reporting.situation.writers import write_docx, write_one_page, write_one_page_docx, write_pdf, write_png

__all__ = [
    "picture_as_text",
    "write_docx",
    "write_one_page",
    "write_one_page_docx",
    "write_pdf",
    "write_png",
    "write_xlsx",
]
