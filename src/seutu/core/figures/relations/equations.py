"""A relation as the line of figures that proves it: ``314 943 + 125 977 = 440 920 €``.

Not for what it says in words (``sentences``).
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from seutu.core.figures.amount_writing import write_amount
from seutu.core.figures.amounts import Amount
from seutu.core.figures.date_writing import write_date
from seutu.core.figures.number_writing import write_number
from seutu.core.figures.qualifiers import Qualifier
from seutu.core.figures.relations.relation import Kind, Relation, Status
from seutu.core.figures.relations.sums import added
from seutu.core.figures.relations.terms import Term
from seutu.core.figures.units import PERCENT
from seutu.core.text import Language, Text

BLANK: Final = Text(fi="(tyhjä)", sv="(tom)", en="(blank)")
SIGNS: Final = {Status.HOLDS: "=", Status.HOLDS_ROUNDED: "≈", Status.FAILS: "≠", Status.NOT_CHECKABLE: "≟"}


def equation(relation: Relation, language: Language) -> str:
    """Return the figures of a relation with what they come to; ``""`` for one that is no arithmetic.

    ``=`` holds, ``≈`` holds rounded, ``≠`` fails, ``≟`` cannot be told. The figures are as printed, none is rounded.
    """
    if relation.product is not None:
        stated = relation.terms[-1]
        return _ends(relation.product.in_language(language), relation, stated.unit, _said(stated, language), language)
    write = _WRITERS.get(relation.kind)
    return "" if write is None else write(relation, language)


def _sum(relation: Relation, language: Language) -> str:
    *parts, total = relation.terms
    written = " + ".join(_bare(part, language) for part in parts)
    return _ends(written, relation, total.unit, _said(total, language), language)


def _shares_sum(relation: Relation, language: Language) -> str:
    stated = relation.stated or Decimal(100)
    alone = added(relation.terms) == relation.computed
    shares = relation.terms if alone else relation.terms[:-1]
    written = " + ".join(_bare(share, language) for share in shares)
    return _ends(written, relation, PERCENT, write_amount(Amount(stated, PERCENT), language), language)


def _ends(left: str, relation: Relation, unit: str, stated: str, language: Language) -> str:
    """Return the left side, what it comes to, and what is printed where that is something else."""
    if relation.computed is None:
        return f"{left} ≟ {stated}"
    if relation.status is Status.HOLDS:
        return f"{left} = {stated}"
    computed = write_amount(Amount(relation.computed, unit), language)
    return f"{left} = {computed} {SIGNS[relation.status]} {stated}"


def _share_of(relation: Relation, language: Language) -> str:
    base, rate, amount = (_said(term, language) for term in relation.terms)
    return _ends(f"{rate} × {base}", relation, relation.terms[2].unit, amount, language)


def _percentage(relation: Relation, language: Language) -> str:
    amount, base, share = (_said(term, language) for term in relation.terms)
    return _ends(f"{amount} / {base}", relation, PERCENT, share, language)


def _compared(signs: Mapping[Status, str]) -> Callable[[Relation, Language], str]:
    return lambda relation, language: f" {signs[relation.status]} ".join(
        _said(term, language) for term in relation.terms
    )


def _bare(term: Term, language: Language) -> str:
    """Return a figure of a row of them, without its unit."""
    if term.is_blank:
        return BLANK.in_language(language)
    if term.qualifier is Qualifier.EXACT:
        return write_number(term.number, language)
    return write_amount(Amount(term.number, "", term.qualifier), language)


def _said(term: Term, language: Language) -> str:
    if term.is_blank:
        return BLANK.in_language(language)
    if isinstance(term.value, Decimal):
        return write_amount(term.amount, language)
    return str(term.value) if isinstance(term.value, str) else write_date(term.day, language)


_WRITERS: Final[Mapping[Kind, Callable[[Relation, Language], str]]] = {
    Kind.SUM: _sum,
    Kind.SHARES_SUM: _shares_sum,
    Kind.SHARE_OF: _share_of,
    Kind.PERCENTAGE: _percentage,
    Kind.EQUAL: _compared(SIGNS),
    Kind.CEILING: _compared(SIGNS | {Status.HOLDS: "≤", Status.FAILS: ">"}),
    Kind.DATE_ORDER: _compared(SIGNS | {Status.HOLDS: "≤", Status.FAILS: ">"}),
}
