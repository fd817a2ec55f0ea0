"""The column of an actor's industries: every code with its classification and version, never a bare number."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from uuid import UUID

from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import current_scope
from seutu.apps.records.sheets.columns import Column, ColumnProblem, Value, Variant
from seutu.apps.records.sheets.references import TermsColumn
from seutu.apps.register.models import IndustryName
from seutu.core.text import Language, Text
from seutu.rules import classifications

TOL_2008: Final = "TOL 2008"
TOL_2025: Final = "TOL 2025"
OWN: Final = "oma"
NAMES: Final = (TOL_2008, TOL_2025, "NACE Rev. 2", "NACE Rev. 2.1", OWN)
CLASSIFICATIONS: Final = {name.casefold(): name for name in NAMES}
CLASSIFIED: Final = re.compile(rf"({'|'.join(map(re.escape, NAMES))}):\s*(.+)", re.IGNORECASE)
BARE_CODE: Final = re.compile(r"[A-X]|[A-X]?\d{2}(?:\.?\d{1,3})?")
VARIANTS: Final = (
    Variant(
        TOL_2008,
        Text(fi="toimialat, koodit TOL 2008", sv="näringsgrenar, koder TOL 2008", en="industries, TOL 2008"),
        synonyms=("tol2008", "tol 2008 koodi", "ni 2008"),
    ),
    Variant(
        TOL_2025,
        Text(fi="toimialat, koodit TOL 2025", sv="näringsgrenar, koder TOL 2025", en="industries, TOL 2025"),
        synonyms=("tol2025", "tol 2025 koodi", "ni 2025"),
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class IndustriesColumn(TermsColumn):
    """Industries as ``classification version:code``; a name that is no code is kept as the workspace's own (``oma:``).

    A bare code means another industry in TOL 2008 than in TOL 2025, so it is a question, unless the whole column was
    said to hold codes of one of them (``assumed``).
    """

    assumed: str = ""

    def as_variant(self, code: str) -> Column:
        """Return the column whose bare codes are of one classification."""
        return replace(self, assumed=code)

    def checked(self, part: str) -> str:
        """Return one industry with its classification; raises ColumnProblem for a bare code."""
        part = TermsColumn.checked(self, part)
        classified = CLASSIFIED.fullmatch(part)
        if classified:
            return f"{CLASSIFICATIONS[classified[1].casefold()]}:{classified[2]}"
        if not BARE_CODE.fullmatch(part):
            return f"{OWN}:{part}"
        if self.assumed:
            return f"{self.assumed}:{part.replace('.', '')}"
        raise ColumnProblem(
            Text(
                fi=f"Koodi {part} on eri toimiala TOL 2008:ssa ja TOL 2025:ssä. Kirjoita esimerkiksi TOL 2008:{part} "
                "tai valitse sarakkeelle luokitus.",
                sv=f"Koden {part} är olika näringsgrenar i TOL 2008 och TOL 2025. Skriv till exempel TOL 2008:{part} "
                "eller välj klassificering för kolumnen.",
                en=f"The code {part} is a different industry in TOL 2008 and TOL 2025. Write for example "
                f"TOL 2008:{part} or choose the column's classification.",
            )
        )

    def show(self, value: Value, language: Language, record: OwnedRecord | None = None) -> str:
        """Return the industries with the names that are known."""
        return (
            ", ".join(industry_label(code).in_language(language) for code in value) if isinstance(value, tuple) else ""
        )


def industry_label(kept: str) -> Text:
    """Return an industry's name where it is known, else the code as it is kept.

    TOL 2008 names come with the product, TOL 2025 names when the workspace has loaded them.
    """
    classification, _, code = kept.partition(":")
    if classification == OWN:
        return Text.same(code)
    name = None
    if classification == TOL_2008:
        industry = classifications.tol2008().get(code)
        name = industry.name if industry else None
    elif classification == TOL_2025:
        scope = current_scope()
        name = _loaded_names(scope.workspace.pk, scope.workspace.head_sequence).get(code)
    if name is None:
        return Text.same(kept.replace(":", " "))
    return Text(**{language: f"{said} ({classification} {code})" for language, said in name.as_dict().items()})


@lru_cache(maxsize=8)
def _loaded_names(workspace: UUID, head: int) -> dict[str, Text]:
    """Return the loaded names of a workspace as of its head: a later act makes a new entry."""
    del workspace, head
    return {
        row.code: Text(fi=row.name_fi, sv=row.name_sv or row.name_fi, en=row.name_en or row.name_fi)
        for row in IndustryName.objects.filter(trashed_at__isnull=True)
    }
