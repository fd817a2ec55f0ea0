"""Grids of money for reading: rows of figures to the cent, totals with their equation, and what is wrong in words.

Not for figures that are edited in place (``budget_cells``).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from django.utils.translation import gettext as _

from seutu.core.figures import write_number, write_percentage
from seutu.core.figures.marks import NBSP
from seutu.core.figures.qualifiers import QUALIFIER_WORDS, Qualifier
from seutu.core.figures.relations import Relation, RoundingMode, Severity, Status
from seutu.core.figures.relations.rounding import rounded
from seutu.core.funding.spending import total
from seutu.core.text import Language, Text

CENTS: Final = 2
TONES: Final = {Severity.NOTE: "info", Severity.WARNING: "attention", Severity.ERROR: "alarm"}
LONGEST_EQUATION: Final = 8
GRAVEST: Final = ("alarm", "attention", "info")
Cell = dict[str, Any]
Row = dict[str, Any]


def cents(value: Decimal, language: Language) -> str:
    """Return euros to the cent, without the unit, which stands in the heading."""
    return write_number(value, language, decimals=CENTS)


def cell(value: Decimal | None, language: Language, *, tone: str = "", why: str = "", note: str = "") -> Cell:
    """Return a cell with a sum of money; without a value it is a dash."""
    shown = "–" if value is None else cents(value, language)
    return {"text": shown, "tone": tone, "why": why, "note": note}


def share_cell(part: Decimal, whole: Decimal | None, language: Language) -> Cell:
    """Return a cell with how many per cent a part is of a whole, with a decimal; a dash where there is no whole."""
    if not whole:
        return {"text": "–"}
    share = rounded(Fraction(part) * 100 / Fraction(whole), Decimal("0.1"), RoundingMode.HALF_UP)
    return {"text": write_percentage(share, language)}


def sum_cell(
    values: Sequence[Decimal | None], language: Language, *, relation: Relation | None = None, shown: str = ""
) -> Cell:
    """Return the total of a column with its equation, red with the reason where a relation says that it fails.

    With a blank among its values it is at least what is known.
    """
    known = [value for value in values if value is not None]
    if not known:
        return {"text": "–"}
    summed = total(known)
    parts = [value for value in known if value]
    equation = ""
    if 1 < len(parts) <= LONGEST_EQUATION:
        equation = " + ".join(cents(value, language) for value in parts).replace("+ −", "− ")
        equation = f"{equation} = {cents(summed, language)}"
    text = cents(summed, language)
    if len(known) < len(values):
        text = f"{QUALIFIER_WORDS[Qualifier.AT_LEAST].in_language(language)}{NBSP}{text}"
    cell: Cell = {"text": text, "equation": shown or equation}
    if relation is not None and relation.status is Status.FAILS:
        cell |= {"tone": TONES.get(relation.severity, ""), "why": relation.message.in_language(language)}
    return cell


def lines_total(plans: Sequence[Decimal | None], used: Decimal, language: Language) -> tuple[Cell, Cell]:
    """Return what is left of all lines and their rate of use; dashes where a line is blank."""
    if not plans or None in plans:
        return cell(None, language), {"text": "–"}
    whole = total(each for each in plans if each is not None)
    left = whole - used
    why = _("more is used than the lines have") if left < 0 else ""
    shown = cell(left, language, tone="alarm" if left < 0 else "", why=why)
    shown["equation"] = f"{cents(whole, language)} − {cents(used, language)} = {cents(left, language)}"
    return shown, share_cell(used, whole, language)


def grid(
    identity: str,
    caption: str,
    columns: Iterable[str],
    rows: Sequence[Row],
    *,
    total: Row | None = None,
    note: str = "",
) -> dict[str, Any]:
    """Return a grid for ``components/money_grid.html``; the first column names the rows."""
    return {
        "id": identity,
        "caption": caption,
        "columns": list(columns),
        "rows": list(rows),
        "total": total,
        "note": note,
    }


def said(relation: Relation, language: Language) -> list[dict[str, str]]:
    """Return what a relation says, if it says anything that is not simply so."""
    tone = TONES.get(relation.severity)
    return [{"tone": tone, "text": relation.message.in_language(language)}] if tone else []


def told(text: Text, language: Language, tone: str = "attention") -> dict[str, str]:
    """Return a sentence as an item of a proof."""
    return {"tone": tone, "text": text.in_language(language)}


def in_gravity(items: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return the items of a proof, the gravest first."""
    return sorted(items, key=lambda each: GRAVEST.index(each["tone"]))


def verdict(items: Sequence[dict[str, str]], good: str) -> dict[str, str]:
    """Return the answer of a proof: the gravest that is said in it, or what is said when all is well."""
    tones = {each["tone"] for each in items}
    if "alarm" in tones:
        return {"tone": "alarm", "text": _("The figures do not hold: see the errors below.")}
    if "attention" in tones:
        return {"tone": "attention", "text": _("There is something to look at below.")}
    return {"tone": "good", "text": good}
