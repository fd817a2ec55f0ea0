"""A plan that is written is read back as the same plan, figure by figure, blank and missing rows too."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seutu.core.figures.relations import Term
from seutu.core.funding.plans import (
    CostKind,
    CostLine,
    CostModel,
    FundingKind,
    FundingRow,
    Partner,
    PartnerRole,
    Plan,
    WorkPackage,
)
from seutu.core.text import Text
from seutu.sources.plans import plan_as_dict, read_plan

names = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=12)
figures = st.one_of(st.none(), st.integers(0, 10**11).map(lambda cents: Decimal(cents).scaleb(-2)))


def terms(unit: str = "EUR") -> st.SearchStrategy[Term]:
    return figures.map(lambda value: Term(Text.same(""), value, unit))


def given_terms(unit: str = "EUR") -> st.SearchStrategy[Term]:
    return terms(unit).filter(lambda term: not term.is_blank)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


labels = names.map(Text.same)
plans = st.builds(
    Plan,
    title=names,
    legal_basis=maybe(names),
    fund=maybe(names),
    cost_model=maybe(
        st.sampled_from(
            [CostModel("lump_sum"), CostModel("flat_rate", Decimal("1.5")), CostModel("flat_rate", Decimal(40))]
        )
    ),
    period=st.tuples(maybe(st.dates(date(2000, 1, 1))), maybe(st.dates(date(2000, 1, 1)))),
    cost_lines=st.lists(
        st.builds(
            CostLine,
            labels,
            st.sampled_from(CostKind),
            terms(),
            maybe(given_terms()),
            maybe(given_terms()),
            st.dictionaries(st.sampled_from(["2026", "2027"]), terms()),
            maybe(names),
        ),
        max_size=3,
    ).map(tuple),
    total=maybe(given_terms()),
    funding=st.lists(
        st.builds(
            FundingRow,
            labels,
            st.sampled_from(FundingKind),
            terms(),
            maybe(given_terms("%")),
            maybe(given_terms()),
            maybe(given_terms()),
            maybe(names),
        ),
        max_size=3,
    ).map(tuple),
    funding_total=maybe(given_terms()),
    work_packages=st.lists(
        st.builds(WorkPackage, names, names, maybe(given_terms("person_month")), maybe(given_terms())), max_size=3
    ).map(tuple),
    partners=st.lists(st.builds(Partner, names, st.sampled_from(PartnerRole), maybe(given_terms())), max_size=3).map(
        tuple
    ),
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans)
def test_a_written_plan_is_read_back_as_it_was(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan_as_dict(plan)), encoding="utf-8")
    read = read_plan(path)
    assert not read.notes
    assert plan_as_dict(read.plan) == plan_as_dict(plan)
    assert replace(
        read.plan, cost_lines=(), funding=(), work_packages=(), partners=(), total=None, funding_total=None
    ) == replace(plan, cost_lines=(), funding=(), work_packages=(), partners=(), total=None, funding_total=None)
