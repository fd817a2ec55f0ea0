"""Hypothesis strategies of plans whose figures are missing, blank, zero or filled, exact or approximate. No test."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from seutu.core.figures import Qualifier
from seutu.core.figures.relations import Term
from seutu.core.funding.plans import (
    Calculation,
    CostKind,
    CostLine,
    CostModel,
    FundingKind,
    FundingRow,
    Partner,
    PartnerRole,
    Plan,
    Way,
    WorkPackage,
)
from seutu.core.text import Text

NASTY = "'=+-@|%;,\"\\ a1\u00a0€😀_x0041_<r>/&{}ä\n"
names = (
    (
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
        | st.text(NASTY, min_size=1, max_size=12)
    )
    .map(str.strip)
    .filter(bool)
)
cents = st.integers(0, 10**14).map(lambda number: Decimal(number).scaleb(-2))
euros = st.integers(0, 10**12).map(Decimal)
fine = st.decimals(0, 1000, places=6, allow_nan=False)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def terms(unit: str = "EUR") -> st.SearchStrategy[Term]:
    """Return figures of a unit: blank ones, zeros, whole, with cents, with many decimals; some of them approximate."""
    filled = st.builds(
        lambda value, qualifier: Term(Text.same(""), value, unit, qualifier),
        st.just(Decimal(0)) | euros | cents | fine,
        st.just(Qualifier.EXACT) | st.sampled_from(Qualifier),
    )
    return st.just(Term(Text.same(""), None, unit)) | filled


labels = names.map(Text.same)
years = st.dictionaries(st.sampled_from(["2026", "2027", "2028", "1. vuosi"]), terms(), max_size=4)
calculations = st.builds(
    Calculation,
    maybe(st.sampled_from(Way)),
    maybe(terms("")),
    st.just("") | names,
    maybe(terms()),
    maybe(terms("%")),
    maybe(terms("%")),
).filter(lambda held: held != Calculation())
plans = st.builds(
    Plan,
    title=st.just("") | names,
    legal_basis=maybe(names),
    fund=maybe(names),
    cost_model=maybe(
        st.sampled_from(["lump_sum", "unit_cost", "actual", "flat_rate"]).map(CostModel)
        | st.sampled_from(["1.5", "40", "7.25"]).map(lambda rate: CostModel("flat_rate", Decimal(rate)))
    ),
    period=st.tuples(maybe(st.dates(date(1800, 1, 1))), maybe(st.dates(date(1800, 1, 1)))),
    cost_lines=st.lists(
        st.builds(
            CostLine,
            labels,
            st.sampled_from(CostKind),
            terms(),
            maybe(terms()),
            maybe(terms()),
            years,
            maybe(names),
            maybe(calculations),
        ),
        max_size=4,
    ).map(tuple),
    total=maybe(terms()),
    funding=st.lists(
        st.builds(
            FundingRow,
            labels,
            st.sampled_from(FundingKind),
            terms(),
            maybe(terms("%")),
            maybe(terms()),
            maybe(terms()),
            maybe(names),
        ),
        max_size=4,
    ).map(tuple),
    funding_total=maybe(terms()),
    work_packages=st.lists(
        st.builds(WorkPackage, names, names, maybe(terms("person_month")), maybe(terms())), max_size=3
    ).map(tuple),
    partners=st.lists(st.builds(Partner, names, st.sampled_from(PartnerRole), maybe(terms())), max_size=3).map(tuple),
)


def bare(part: object) -> object:
    """Return a plan as plain values in which missing, blank and zero differ; without places and names of figures."""
    if isinstance(part, Term):
        return part.value, part.unit, part.qualifier
    if isinstance(part, Text):
        return part.fi
    if is_dataclass(part):
        return {each.name: bare(getattr(part, each.name)) for each in fields(part)}
    if isinstance(part, Mapping):
        return {key: bare(value) for key, value in part.items()}
    return tuple(bare(each) for each in part) if isinstance(part, tuple) else part
