"""The rules that a plan is judged by, in sentences: the value, its source and how sure it is.

Not for judging (``checks``).
"""

from collections.abc import Iterator
from typing import Final

from seutu.core.figures.number_writing import write_number
from seutu.core.funding.flat_rates import first_day
from seutu.core.funding.plans import Plan
from seutu.core.funding.rulebook import Confidence, Rule, RuleBook
from seutu.core.text import Text

SAID: Final = Text(
    fi="{label}: {value} {unit}. Lähde: {source}. {sure}",
    sv="{label}: {value} {unit}. Källa: {source}. {sure}",
    en="{label}: {value} {unit}. Source: {source}. {sure}",
)
SURE: Final = {
    Confidence.HIGH: Text(
        fi="Tarkistettu virallisesta lähteestä.",
        sv="Kontrollerad i en officiell källa.",
        en="Read at an official source.",
    ),
    Confidence.MEDIUM: Text(
        fi="Toisen käden lähteestä: tarkista ennen käyttöä.",
        sv="Ur en andrahandskälla: kontrollera före användning.",
        en="From a second-hand source: check before use.",
    ),
    Confidence.LOW: Text(
        fi="Ei tarkistettu mistään lähteestä.",
        sv="Inte kontrollerad i någon källa.",
        en="Not checked at any source.",
    ),
}
UNITS: Final = {"percent": "%", "EUR": "€"}


def rules_told(plan: Plan, rules: RuleBook) -> list[Text]:
    """Return the rules in force for the plan's legal basis, cost model and first day; none without a known basis."""
    basis = rules.named(plan.legal_basis)
    return [_said(rule) for rule in _rules(plan, rules, basis)] if basis else []


def _rules(plan: Plan, rules: RuleBook, basis: str) -> Iterator[Rule]:
    day, model = first_day(plan), plan.cost_model
    names = ["aid_ceiling_development"]
    if model is not None and model.rate is not None:
        names.append(f"flat_rate_{model.rate.normalize():f}")
    if model is not None and model.name == "lump_sum":
        names.append("lump_sum_ceiling")
    for name in names:
        rule = rules.rule(name, basis=basis, on=day)
        if rule is not None and rule.value is not None:
            yield rule


def _said(rule: Rule) -> Text:
    value = rule.value
    return SAID.filled(
        label=rule.label,
        value=lambda language: "–" if value is None else write_number(value, language),
        unit=UNITS.get(rule.unit, rule.unit),
        source=rule.source.removesuffix("."),
        sure=SURE[rule.confidence],
    )
