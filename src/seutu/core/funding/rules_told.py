"""The rules that a plan is judged by, in sentences: the value, its source and how sure it is.

Not for judging (``checks``), or for choosing the rules (``applied_rules``).
"""

from typing import Final

from seutu.core.figures.number_writing import write_number
from seutu.core.funding.applied_rules import rules_applied
from seutu.core.funding.call_rules import call_rules_told
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
UNKNOWN: Final = "–"


def rules_told(plan: Plan, rules: RuleBook) -> list[Text]:
    """Return the rules that a plan is judged by, each in a sentence."""
    told = [
        rule_told(each.rule, is_assumed=each.is_assumed) for each in rules_applied(plan, rules) if not each.rule.call
    ]
    return [*call_rules_told(plan, rules), *told]


def rule_told(rule: Rule, *, is_assumed: bool) -> Text:
    """Return a rule in a sentence."""
    value = rule.value
    return (ASSUMED if is_assumed else SAID).filled(
        label=rule.label,
        value=lambda language: UNKNOWN if value is None else f"{write_number(value, language)}\u00a0{rule.unit}",
        source=rule.source.removesuffix("."),
        sure=CONFIDENCES[rule.confidence],
    )
