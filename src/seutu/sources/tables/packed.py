"""Reading a packed spreadsheet: checks the archive, sees whether it is xlsx or ods, and calls the right reader.

Not for csv or xls.
"""

from pathlib import Path

from seutu.core.problems import InputProblem, Problem
from seutu.core.text import Text
from seutu.sources.tables import file_messages as say
from seutu.sources.tables.archive import Archive
from seutu.sources.tables.cells import TableFile
from seutu.sources.tables.limits import Limits
from seutu.sources.tables.ods import ODS_CONTENT, read_ods
from seutu.sources.tables.sheet_builder import Budget
from seutu.sources.tables.xlsx import read_xlsx

_KINDS = (
    ("word/document.xml", Text(fi="Word-asiakirja", sv="ett Word-dokument", en="a Word document")),
    ("ppt/presentation.xml", Text(fi="diaesitys", sv="en presentation", en="a presentation")),
    (
        "xl/workbook.bin",
        Text(fi="Excelin binaarityökirja (xlsb)", sv="en binär Excel-arbetsbok (xlsb)", en="an xlsb workbook"),
    ),
)
_ARCHIVE = Text(fi="pakattu tiedosto", sv="en packad fil", en="a compressed file")


def read_packed(path: Path, limits: Limits) -> TableFile:
    """Read an xlsx or ods file; raises ``InputProblem`` for any other packed file."""
    budget = Budget(limits)
    with Archive(path, limits) as archive:
        names = archive.names
        if ODS_CONTENT in names:
            return TableFile(path.name, "ods", read_ods(archive, budget))
        for member, what in _KINDS:
            if member in names:
                raise InputProblem(Problem(say.not_a_table(what)))
        if not any(name.startswith("xl/") for name in names) and "[Content_Types].xml" not in names:
            raise InputProblem(Problem(say.not_a_table(_ARCHIVE)))
        return TableFile(path.name, "xlsx", read_xlsx(archive, budget))
