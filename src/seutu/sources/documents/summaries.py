"""What a document tells a project to be and to aim at: the text under its heading of that name.

Not for what its work packages do (``work_plans``).
"""

import re
from collections.abc import Sequence
from typing import Final

from seutu.core.programmes.work_plans import Passage
from seutu.sources.documents.continued_lines import is_heading, text_of
from seutu.sources.documents.lines import Document, Line

SUMMARY: Final = re.compile(
    r"^(?:Kuvaus hankkeen sisällöstä|Hankkeen (?:kuvaus|sisältö|tiivistelmä)|Hankekuvaus|Tiivistelmä|"
    r"Projektbeskrivning|Beskrivning av projektet(?:s innehåll)?|Projektets innehåll|Sammanfattning(?: av projektet)?|"
    r"(?:Project )?(?:summary|description)|(?:Summary|Description) of the project)\s*:?$",
    re.IGNORECASE,
)
AIMS: Final = re.compile(
    r"^(?:(?:Hankkeen )?tavoitteet|(?:Projektets )?mål|Målsättning(?:ar)?|(?:Project )?(?:objectives|goals)|"
    r"(?:Objectives|Goals) of the project)\s*:?$",
    re.IGNORECASE,
)
CHAPTER: Final = re.compile(
    r"^(?:(?:Hankkeen (?:tarve|toimenpiteet|kohderyhmät?|tulokset|vaikutukset|aikataulu|toteutus)|Kohderyhmät?|"
    r"Toimenpiteet|Projektets (?:behov|åtgärder|resultat|målgrupper)|Målgrupper|Åtgärder|Target groups|Actions|"
    r"Activities)\s*:?$|(?:Työpaketti|Arbetspaket|Work package)\s+\d)",
    re.IGNORECASE,
)


def is_summary(text: str) -> bool:
    """Return whether a line is the heading of a summary, or of the aims."""
    said = text.strip()
    return SUMMARY.match(said) is not None or AIMS.match(said) is not None


def summary_of(document: Document, lines: Sequence[Line], texts: Sequence[str]) -> Passage | None:
    """Return the summary of a project and under it its aims, each from under its own heading; None without either.

    ``texts`` are the texts of ``lines`` with their parted words joined.
    """
    named = [at for at, text in enumerate(texts) if is_summary(text)]
    found = [part for pattern in (SUMMARY, AIMS) if (part := _under(texts, named, pattern)) is not None]
    if not found:
        return None
    return Passage("\n\n".join(text for _at, text in found), document.place(lines[found[0][0]]))


def _under(texts: Sequence[str], named: Sequence[int], pattern: re.Pattern[str]) -> tuple[int, str] | None:
    """Return the text under the first heading of a sort that has one, and the line where it begins."""
    for at in named:
        if pattern.match(texts[at].strip()):
            begin = at + 1
            end = next((each for each in range(begin, len(texts)) if _ends(texts, each)), len(texts))
            first = next((each for each in range(begin, end) if texts[each].strip()), None)
            if first is not None:
                return first, text_of(texts[begin:end])
    return None


def _ends(texts: Sequence[str], at: int) -> bool:
    return is_summary(texts[at]) or CHAPTER.match(texts[at].strip()) is not None or is_heading(texts, at)
