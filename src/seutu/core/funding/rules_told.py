"""The rules that a plan is judged by, in sentences: the value, its source and how sure it is.

Not for judging (``checks``), or for choosing the rules (``applied_rules``).
"""

from typing import Final

from seutu.core.figures.number_writing import write_number
from seutu.core.figures.relations.sentences import joined
from seutu.core.figures.units import EUR
from seutu.core.funding.applied_rules import AppliedRule, rules_applied
from seutu.core.funding.plans import Plan
from seutu.core.funding.rulebook import Confidence, Rule, RuleBook
from seutu.core.text import Text

CONFIDENCES: Final = {
    Confidence.HIGH: Text(
        fi="korkea: luettu virallisesta lähteestä",
        sv="hög: läst i en officiell källa",
        en="high: read at an official source",
    ),
    Confidence.MEDIUM: Text(
        fi="kohtalainen: toisen käden tieto", sv="medel: uppgift i andra hand", en="medium: at second hand"
    ),
    Confidence.LOW: Text(
        fi="matala: ei tarkistettu mistään lähteestä",
        sv="låg: inte kontrollerad i någon källa",
        en="low: not checked at any source",
    ),
}
SAID: Final = Text(
    fi="{label}: {value}. Lähde: {source}. Varmuus {sure}.",
    sv="{label}: {value}. Källa: {source}. Säkerheten är {sure}.",
    en="{label}: {value}. Source: {source}. Confidence {sure}.",
)
ASSUMED: Final = Text(
    fi="{label}: {value}. Oletus, koska säädösperustaa ei ole merkitty: {source}. Varmuus {sure}.",
    sv="{label}: {value}. Ett antagande, eftersom den rättsliga grunden saknas: {source}. Säkerheten är {sure}.",
    en="{label}: {value}. Assumed, as no legal basis is entered: {source}. Confidence {sure}.",
)
OF_CALL: Final = Text(
    fi="{label}: {value}. Haun oma ehto: {source}.",
    sv="{label}: {value}. Utlysningens eget villkor: {source}.",
    en="{label}: {value}. The call's own rule: {source}.",
)
INSTEAD: Final = Text(
    fi="Se menee säädöksen edelle ({label}: {value}, {source}).",
    sv="Det går före rättsakten ({label}: {value}, {source}).",
    en="It goes before the legal act ({label}: {value}, {source}).",
)
UNKNOWN: Final = "–"


def rules_told(plan: Plan, rules: RuleBook) -> list[Text]:
    """Return the rules that a plan is judged by, each in a sentence."""
    return [_said(each, of_call=each.rule in plan.call_rules) for each in rules_applied(plan, rules)]


def rule_told(rule: Rule, *, is_assumed: bool) -> Text:
    """Return a rule of a legal basis in a sentence."""
    return (ASSUMED if is_assumed else SAID).filled(**_facts(rule))


def _said(applied: AppliedRule, *, of_call: bool) -> Text:
    rule = applied.rule
    said = OF_CALL.filled(**_facts(rule)) if of_call else rule_told(rule, is_assumed=applied.is_assumed)
    return said if applied.instead_of is None else joined(said, INSTEAD.filled(**_facts(applied.instead_of)))


def _facts(rule: Rule) -> dict[str, object]:
    value, unit = rule.value, "€" if rule.unit == EUR else rule.unit
    return {
        "label": rule.label,
        "value": lambda language: UNKNOWN if value is None else f"{write_number(value, language)}\u00a0{unit}",
        "source": rule.source.removesuffix("."),
        "sure": CONFIDENCES[rule.confidence],
    }
