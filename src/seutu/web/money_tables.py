"""Appropriations on a page: the sentence, a bar for each state of use, the equal table, and what does not agree.

Not for the figures themselves, which come from ``funding`` with their qualifiers.
"""

from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from seutu.apps.funding.appropriation_queries import AppropriationStanding
from seutu.apps.funding.choices import USE_KINDS
from seutu.core.figures import Amount, write_number
from seutu.core.funding.appropriations import USE, Sought, UseInState
from seutu.core.programmes.monitoring_sentences import amount as amount_writer
from seutu.core.programmes.monitoring_sentences import of_year
from seutu.core.text import Language
from seutu.reporting.monitoring import words
from seutu.web.programme_frame import Cell, labels_of, listing, said
from seutu.web.tables import record_url

WHOLE: Final = 100


def money(standing: AppropriationStanding, slug: str, language: Language) -> dict[str, Any]:
    """Return one appropriation for ``components/appropriation.html``."""
    found = standing.appropriation
    return {
        "id": f"appropriation-{found.pk}",
        "title": of_year(found.name, found.year),
        "url": record_url(slug, "appropriations", found.pk),
        "amount": write(standing.amount, language),
        "bars": [_bar(each, language) for each in standing.states],
        "table": _table(standing, slug, language),
        "findings": [text.in_language(language) for state in standing.states for text in state.findings],
        "sought": sought(standing.sought, language),
    }


def write(amount: Amount | None, language: Language) -> str:
    """Return an amount; one that was calculated says so; a dash where there is none."""
    return amount_writer(amount)(language)


def _bar(found: UseInState, language: Language) -> dict[str, Any]:
    """Return the bar of a state: its width in hundredths of the appropriation, and the same in words."""
    left = "" if found.left is None else _("left %(amount)s") % {"amount": write(found.left, language)}
    return {
        "label": USE[found.state].in_language(language),
        "width": max(0, min(found.hundredths, WHOLE)),
        "state": found.state.value,
        "over": found.hundredths > WHOLE,
        "amount": write(found.total, language),
        "left": left,
    }


def _table(standing: AppropriationStanding, slug: str, language: Language) -> dict[str, Any]:
    rows: list[list[Cell]] = []
    for state in standing.states:
        rows += _state_rows(state, slug, language)
    columns = (
        (words.WHAT.in_language(language), "text"),
        (words.USE.in_language(language), "text"),
        (words.KIND.in_language(language), "text"),
        (words.AMOUNT.in_language(language), "number"),
    )
    caption = of_year(standing.appropriation.name, standing.appropriation.year)
    return listing(f"uses-{standing.appropriation.pk}", caption, columns, rows)


def _state_rows(found: UseInState, slug: str, language: Language) -> list[list[Cell]]:
    label, kinds = {"text": USE[found.state].in_language(language)}, labels_of(USE_KINDS, language)
    blank = [each for each in found.parts if each.amount is None]
    only = blank[0] if len(blank) == 1 and found.rest is not None else None  # the rest is its amount
    rows: list[list[Cell]] = [
        [
            {"text": each.name, "url": record_url(slug, "appropriation-uses", each.id)},
            label,
            said(kinds.get(each.kind, "")),
            said(_known(found.rest if each is only else each.amount, language)),
        ]
        for each in found.parts
    ]
    if found.rest is not None and only is None:
        told = words.REST_OF.filled(names=", ".join(found.blanks)) if found.blanks else words.REST
        rows.append([{"text": told.in_language(language)}, label, said(""), {"text": write(found.rest, language)}])
    for name, amount in ((words.TOTAL, found.total), (words.LEFT, found.left)):
        rows.append([{"text": name.in_language(language)}, label, said(""), said(_known(amount, language))])
    return rows


def _known(amount: Amount | None, language: Language) -> str:
    return "" if amount is None else write(amount, language)


def sought(found: Sought, language: Language) -> dict[str, Any] | None:
    """Return in words what is sought of an appropriation, as a notice when it is too little; None of nothing."""
    if not found.count:
        return None
    counted = ngettext("%(count)s application or plan", "%(count)s applications and plans", found.count)
    text = counted % {"count": write_number(found.count, language)}
    if found.relation is not None:
        text = f"{text}. {found.relation.message.in_language(language)}"
    if found.blanks:
        text = f"{text} " + _("No amount is known of: %(names)s.") % {"names": ", ".join(found.blanks)}
    return {"text": text, "tone": "attention" if found.exceeds else "info"}
