"""The yearly monitoring report of a programme as a document and as a workbook."""

from seutu.reporting.monitoring.content import as_document
from seutu.reporting.monitoring.files import FORMS, content_type, file_name, write_document
from seutu.reporting.monitoring.spreadsheet import write_report_workbook

__all__ = ["FORMS", "as_document", "content_type", "file_name", "write_document", "write_report_workbook"]
