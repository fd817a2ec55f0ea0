"""A call's own rules, which go before those of law: ceiling and limits of aid, the cost model that it allows.

They are judged here and said with whose they are. Not for the rules of law (``rulebook``, ``applied_rules``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.core.figures.number_writing import write_percentage
from seutu.core.figures.relations import Kind, Relation, Severity, Status, Term, check_ceiling
from seutu.core.figures.relations.sentences import figure, joined
from seutu.core.figures.units import EUR
from seutu.core.funding import words
from seutu.core.funding.applied_rules import AID_CEILING, legal_ceiling
from seutu.core.funding.flat_rates import together
from seutu.core.funding.plan_words import cost_model_text
from seutu.core.funding.plans import CostModel, FundingKind, Plan
from seutu.core.funding.rulebook import Confidence, Rule, RuleBook
from seutu.core.text import Text

SINCE: Final = date(1990, 1, 1)
CEILING: Final = Text(fi="Hakuilmoituksen katto", sv="Utlysningens tak", en="Ceiling of the call")
LOWEST: Final = Text(fi="Haun tuen vähimmäismäärä", sv="Utlysningens lägsta stöd", en="Lowest aid of the call")
AID: Final = Text(fi="EU:n ja valtion rahoitus", sv="EU:s och statens finansiering", en="EU and state funding")
HIGHEST: Final = Text(fi="Haun tuen enimmäismäärä", sv="Utlysningens högsta stöd", en="Highest aid of the call")
MODEL: Final = Text(fi="Kustannusmalli", sv="Kostnadsmodell", en="Cost model")
INSTEAD: Final = Text(
    fi="Hakuilmoituksen ({call}) katto {own}, säädöksen {law} sijaan ({source}).",
    sv="Utlysningens ({call}) tak {own}, i stället för författningens {law} ({source}).",
    en="The ceiling of the call ({call}) is {own}, instead of {law} by law ({source}).",
)
OWN_CEILING: Final = Text(
    fi="Hakuilmoituksen ({call}) katto {own}.",
    sv="Utlysningens ({call}) tak {own}.",
    en="The ceiling of the call ({call}) is {own}.",
)
TOLD: Final = Text(
    fi="{label}: {value}. Sääntö on haun ({call}).",
    sv="{label}: {value}. Regeln är utlysningens ({call}).",
    en="{label}: {value}. The rule is the call's ({call}).",
)
TOO_LOW: Final = Text(
    fi="{label}: rahoitus on {aid}, mutta haussa ({call}) tuki on vähintään {lowest}. Puuttuu {difference}.",
    sv="{label}: finansieringen är {aid}, men i utlysningen ({call}) är stödet minst {lowest}. "
    "Det fattas {difference}.",
    en="{label}: the funding is {aid}, but the call ({call}) grants at least {lowest}. {difference} is missing.",
)
OTHER_MODEL: Final = Text(
    fi="Kustannusmalli on {model}, mutta haku ({call}) sallii mallin {allowed}. Vaihda malli tai haku.",
    sv="Kostnadsmodellen är {model}, men utlysningen ({call}) tillåter {allowed}. Byt modell eller utlysning.",
    en="The cost model is {model}, but the call ({call}) allows {allowed}. Change the model or the call.",
)
NO_MODEL: Final = Text(fi="kirjaamatta", sv="inte antecknad", en="not entered")
MODEL_HOLDS: Final = Text(
    fi="Kustannusmalli on haun ({call}) sallima.",
    sv="Kostnadsmodellen är tillåten i utlysningen ({call}).",
    en="The cost model is one that the call ({call}) allows.",
)


@dataclass(frozen=True, slots=True)
class CallTerms:
    """What a call says itself; None where it leaves it to its legal basis. ``model`` is the one that it allows."""

    name: str
    aid_ceiling: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    model: CostModel | None = None


def call_rules(call: CallTerms) -> list[Rule]:
    """Return the call's own rules for the rule book."""
    amounts = (
        (AID_CEILING, CEILING, call.aid_ceiling, "%"),
        ("lowest_aid", LOWEST, call.lowest, EUR),
        ("highest_aid", HIGHEST, call.highest, EUR),
    )
    return [
        Rule(name, label, value, unit, SINCE, None, call.name, Confidence.HIGH, call=call.name)
        for name, label, value, unit in amounts
        if value is not None
    ]


def ceiling_source(plan: Plan, rules: RuleBook, rule: Rule) -> Text:
    """Say whose the ceiling of aid is: the call's instead of the law's, the law's, or an assumed one."""
    if not rule.call:
        return words.by_rule(rule.source) if plan.legal_basis else words.assumed(rule.source)
    law = legal_ceiling(plan, rules)
    own = rule.value or Decimal(0)
    if law is None or law.value is None:
        return OWN_CEILING.filled(call=rule.call, own=lambda language: write_percentage(own, language))
    by_law = law.value
    return INSTEAD.filled(
        call=rule.call,
        own=lambda language: write_percentage(own, language),
        law=lambda language: write_percentage(by_law, language),
        source=law.source.rstrip("."),
    )


def call_rules_told(plan: Plan, rules: RuleBook) -> list[Text]:
    """Return the call's own rules in sentences, each saying whose it is."""
    return [
        ceiling_source(plan, rules, rule)
        if rule.name == AID_CEILING
        else TOLD.filled(label=rule.label, value=figure(rule.value or Decimal(0), EUR), call=rule.call)
        for rule in rules.own
    ]


def call_relations(plan: Plan, call: CallTerms | None) -> list[Relation]:
    """Return how a plan stands against the limits of aid and the cost model of the call that it is applied to."""
    return [] if call is None else list(_relations(plan, call))


def _relations(plan: Plan, call: CallTerms) -> Iterator[Relation]:
    paid = [row.amount for row in plan.funding if row.kind is FundingKind.EU_STATE]
    if paid and not any(term.is_blank for term in paid):
        aid = together(paid)
        if call.highest is not None:
            limit = Term(HIGHEST, call.highest, EUR)
            yield check_ceiling(AID, aid, limit, assumed=TOLD.filled(
                label=HIGHEST, value=figure(call.highest, EUR), call=call.name))  # fmt: skip
        if call.lowest is not None:
            yield _lowest(aid, call.lowest, call.name)
    if call.model is not None:
        yield _model(plan.cost_model, call.model, call.name)


def _lowest(aid: Term, lowest: Decimal, call: str) -> Relation:
    limit = Term(LOWEST, lowest, EUR)
    facts = {"aid": figure(aid.number, EUR), "lowest": figure(lowest, EUR), "call": call, "label": LOWEST}
    facts["difference"] = figure(lowest - aid.number, EUR)
    is_low = aid.number < lowest
    status, severity = (Status.FAILS, Severity.WARNING) if is_low else (Status.HOLDS, Severity.NONE)
    message = TOO_LOW.filled(**facts) if is_low else TOLD.filled(label=LOWEST, value=facts["lowest"], call=call)
    return Relation(Kind.CEILING, LOWEST, (limit, aid), status, severity, message, aid.number, lowest)


def _model(model: CostModel | None, allowed: CostModel, call: str) -> Relation:
    is_allowed = model is not None and model.name == allowed.name and allowed.rate in {None, model.rate}
    shown = NO_MODEL if model is None else cost_model_text(model)
    terms = (Term(MODEL, shown.fi), Term(MODEL, cost_model_text(allowed).fi))
    if is_allowed:
        message = MODEL_HOLDS.filled(call=call)
        return Relation(Kind.LABEL, MODEL, terms, Status.HOLDS, Severity.NONE, message)
    message = joined(OTHER_MODEL.filled(model=shown, allowed=cost_model_text(allowed), call=call))
    return Relation(Kind.LABEL, MODEL, terms, Status.FAILS, Severity.WARNING, message)
