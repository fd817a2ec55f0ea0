"""The forms a monitoring report is written in, and what its files are called."""

from collections.abc import Callable
from typing import BinaryIO, Final

from seutu.core.places import fold
from seutu.core.programmes.monitoring import MonitoringReport
from seutu.core.text import Language, Text
from seutu.reporting.documents import Document, document_to_docx, document_to_pdf
from seutu.reporting.media_types import MEDIA_TYPES
from seutu.reporting.monitoring.spreadsheet import write_report_workbook

NAME: Final = Text(fi="seurantaraportti", sv="uppfoljningsrapport", en="monitoring-report")
DOCUMENTS: Final[dict[str, Callable[[Document], bytes]]] = {"docx": document_to_docx, "pdf": document_to_pdf}
FORMS: Final = ("pdf", "docx", "xlsx")
LONGEST: Final = 60


def content_type(form: str) -> str:
    """Return the media type of a form."""
    return MEDIA_TYPES[form]


def file_name(report: MonitoringReport, form: str, language: Language, *, number: int | None = None) -> str:
    """Return the name of a file, in letters that every system takes; a kept report has its number in it."""
    programme = "-".join("".join(c if c.isalnum() else " " for c in fold(report.programme)).split())[:LONGEST]
    version = "" if number is None else f"-v{number}"
    return f"{NAME.in_language(language)}-{programme}-{report.day.isoformat()}{version}.{form}"


def write_document(
    report: MonitoringReport, printed: Document, form: str, stream: BinaryIO, *, language: Language
) -> None:
    """Write the report in a form: documents as ``printed``, the workbook from its figures."""
    if form == "xlsx":
        write_report_workbook(report, stream, language=language)
    else:
        stream.write(DOCUMENTS[form](printed))
