"""A call's own rules go before those of law, and what is said names whose rule it is."""

from decimal import Decimal

from seutu.core.figures.relations import Relation, Severity, Status, Term
from seutu.core.funding.call_rules import CallTerms, call_relations, call_rules
from seutu.core.funding.checks import plan_relations
from seutu.core.funding.plans import CostModel, FundingKind, FundingRow, Plan
from seutu.core.funding.rules_told import rules_told
from seutu.core.text import Text
from seutu.rules.funding import rule_book

D = Decimal


def plan(aid: int, own: int, *, basis: str | None = "867/2021", model: CostModel | None = None) -> Plan:
    rows = tuple(
        FundingRow(Text.same(kind.value), kind, Term(Text.same(kind.value), D(amount), "EUR"))
        for kind, amount in ((FundingKind.EU_STATE, aid), (FundingKind.OWN, own))
    )
    return Plan(legal_basis=basis, cost_model=model, total=Term(Text.same(""), D(aid + own), "EUR"), funding=rows)


def over(shown: Plan, call: CallTerms | None) -> list[Relation]:
    rules = rule_book() if call is None else rule_book().of_call(call_rules(call))
    found = [*plan_relations(shown, rules), *call_relations(shown, call)]
    return [each for each in found if each.status is Status.FAILS]


def test_the_calls_ceiling_goes_before_the_decrees_and_says_so() -> None:
    shown = plan(70000, 30000)
    assert over(shown, None) == []
    (told,) = over(shown, CallTerms("Kasvuhaku", aid_ceiling=D(60)))
    assert told.severity is Severity.WARNING
    assert (
        "Hakuilmoituksen (Kasvuhaku) katto 60\u00a0%, säädöksen 80\u00a0% sijaan (867/2021 4 § 1 mom)"
        in told.message.fi
    )
    assert over(plan(60000, 40000), CallTerms("Kasvuhaku", aid_ceiling=D(60))) == []
    (law,) = over(plan(90000, 10000), None)
    assert "867/2021" in law.message.fi
    assert "Hakuilmoituksen" not in law.message.fi


def test_a_call_has_its_ceiling_also_where_no_law_is_known() -> None:
    (told,) = over(plan(70, 30, basis=None), CallTerms("Haku", aid_ceiling=D(60)))
    assert "Hakuilmoituksen (Haku) katto 60" in told.message.fi
    assert "sijaan" not in told.message.fi
    assert "oletuksena" not in told.message.fi


def test_the_limits_of_aid_and_the_cost_model_are_the_calls() -> None:
    call = CallTerms("Haku", lowest=D(50000), highest=D(100000), model=CostModel("flat_rate", D(40)))
    fine = plan(60000, 40000, model=CostModel("flat_rate", D(40)))
    assert over(fine, call) == []
    low = {each.label.en for each in over(plan(40000, 60000, model=CostModel("flat_rate", D(40))), call)}
    assert low == {"Lowest aid of the call"}
    high = over(plan(120000, 60000, model=CostModel("flat_rate", D(40))), call)
    assert "Highest aid of the call" in high[0].message.en
    (other,) = over(plan(60000, 40000, model=CostModel("lump_sum")), call)
    assert "allows Flat rate 40%" in other.message.en
    (missing,) = over(plan(60000, 40000), call)
    assert "not entered" in missing.message.en


def test_the_rules_are_listed_with_whose_they_are() -> None:
    call = CallTerms("Haku", aid_ceiling=D(60), highest=D(100000))
    told = [each.en for each in rules_told(plan(1, 1), rule_book().of_call(call_rules(call)))]
    assert "instead of 80% by law" in told[0]
    assert "The rule is the call's (Haku)" in told[1]
    assert not any("Aid ceiling, development project" in each for each in told)
