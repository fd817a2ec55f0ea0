"""A project's money followed, in words and grids: lines, claims, instalments, budget changes, funding by year.

Not for one claim (``claim_pages``) or one change (``change_pages``).
"""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.choices import CHANGE_STATES, INSTALMENT_STATES
from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.funding.models import Instalment
from seutu.core.figures import Amount, Qualifier, write_date, write_percentage
from seutu.core.figures.amount_writing import write_money
from seutu.core.figures.relations import Severity, added
from seutu.core.figures.units import EUR
from seutu.core.funding.claim_proof import check_granted, proof_of_claim
from seutu.core.funding.claim_words import SAID, summed
from seutu.core.funding.claims import years_used
from seutu.core.funding.funding_years import FundingYears, funding_by_year
from seutu.core.funding.instalments import Arrival, still_to_come
from seutu.core.funding.spending import REJECTED, total
from seutu.core.funding.wholes import doubtful
from seutu.core.funding.words import parts_unclear
from seutu.core.text import Language, Text
from seutu.web.claim_pages import claims_grid, entered, model_notices, partner_links, parts_note, years_grid
from seutu.web.money_cells import cell, grid, in_gravity, lines_total, said, share_cell, sum_cell, told, verdict
from seutu.web.project_pages import add_link, money_text, table_of
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url


def money_page(request: HttpRequest, money: ProjectMoney) -> dict[str, Any]:
    """Return the context of the page of a project's money."""
    language = language_of(request)
    items = _proof(money, language)
    context = {
        "page_lead": money_lead(money, language),
        "notices": model_notices(money),
        "verdict": verdict(items, _("What is used and claimed fits the budget.")),
        "proof": items,
        "partners": partner_links(money),
        "is_whole": money.partner is None,
        "lines_grid": _lines(request, money, language),
        "years_grid": years_grid(years_used(money.spending, money.placed), language),
        "claims_grid": claims_grid(request, money),
        "adds": _adds(request, money),
    }
    if money.partner is not None:
        return context
    return context | {
        "instalments_grid": _instalments(request, money, language),
        "changes": _changes(request, money, language),
        "funding_years": _funding_years(money, language),
    }


def _adds(request: HttpRequest, money: ProjectMoney) -> dict[str, list[dict[str, Any]]]:
    labels = (
        ("actual-costs", _("Add a cost")),
        ("payment-claims", _("Add a claim")),
        ("instalments", _("Add an instalment")),
        ("budget-changes", _("Add a budget change")),
    )
    project = money.shown.project.pk
    adds = {kind.replace("-", "_"): add_link(request, kind, label, project=project) for kind, label in labels}
    if allows(request, Act.IMPORT):
        url = reverse("import", args=[workspace_of(request).slug, "actual-costs"]) + f"?same-project={project}"
        adds["actual_costs"].append({"label": _("Bring in costs"), "url": url, "style": "second", "small": True})
    return adds


def money_lead(money: ProjectMoney, language: Language) -> str:
    """Say how much is used of the budget and how much aid has been claimed, in a sentence."""
    used = total(money.used().values())
    planned = money.planned
    standing = [each.claim for each in money.worked if each.claim.state != REJECTED]
    claimed = entered(standing, "claimed")
    qualifier = Qualifier.AT_LEAST if None in claimed else Qualifier.EXACT
    sum_claimed = Amount(total(each for each in claimed if each is not None), EUR, qualifier)
    facts = {
        "used": money_text(used, language),
        "planned": "–" if planned is None else money_text(planned, language),
        "claimed": write_money(sum_claimed, language),
        "partner": money.partner or "",
    }
    if money.partner is not None and planned is None:
        return _("%(partner)s has used %(used)s.") % facts
    if money.partner is not None:
        return _("%(partner)s has used %(used)s of its budget of %(planned)s.") % facts
    if not money.costs:
        return _("No costs have been imported yet, so nothing of the budget of %(planned)s is used.") % facts
    return _("%(used)s of the budget of %(planned)s is used, and %(claimed)s has been claimed for payment.") % facts


def _proof(money: ProjectMoney, language: Language) -> list[dict[str, str]]:
    items = _proof_of_whole(money, language) if money.partner is None else []
    used = money.used()
    for line in money.lines:
        if line.planned is not None and used[line.id] > line.planned:
            over = summed(SAID["over_line"], used[line.id] - line.planned, line=line.label)
            items.append(told(over, language))
    lost = [each for each in money.placed if not each.is_counted]
    if lost:
        text = _("%(sum)s of costs are in no line of the budget, or in the flat part already. They are not counted.")
        items.append({"tone": "attention", "text": text % {
            "sum": money_text(total(each.cost.amount for each in lost), language)}})  # fmt: skip
    return in_gravity(items)


def _proof_of_whole(money: ProjectMoney, language: Language) -> list[dict[str, str]]:
    """Return what is wrong with the claims as they were entered, and which lines may stand in the budget twice."""
    items = []
    for each in money.worked:
        proof = proof_of_claim(money.spending, each, money.placed)
        if proof.severity is Severity.ERROR:
            number = each.claim.number
            text = _("Claim %(number)s: %(said)s") % {"number": number, "said": proof.message.in_language(language)}
            items.append({"tone": "alarm", "text": text})
    items += said(check_granted(money.worked, money.granted), language) if money.worked else []
    for overlap in doubtful(money.shown.worked):
        parts, whole = (added(line.amount for line in lines) for lines in (overlap.parts, overlap.whole))
        items.append(told(parts_unclear(overlap.kind, parts, whole), language, tone="info"))
    return items


def _lines(request: HttpRequest, money: ProjectMoney, language: Language) -> dict[str, Any]:
    slug, used = workspace_of(request).slug, money.used()
    claimed: dict[str | None, Decimal] = {}
    for each in money.worked:
        for use in each.lines:
            key = use.line.id if use.line is not None else None
            claimed[key] = claimed.get(key, Decimal(0)) + use.now
    rows = []
    for line in money.lines:
        left = None if line.planned is None else line.planned - used[line.id]
        over = left is not None and left < 0
        why = _("more is used than the line has") if over else ""
        rows.append(
            {
                "label": line.label,
                "note": line.partner or "",
                "url": record_url(slug, "cost-lines", line.id),
                "cells": [
                    cell(line.planned, language),
                    cell(used[line.id], language),
                    cell(claimed.get(line.id, Decimal(0)), language),
                    cell(left, language, tone="alarm" if over else "", why=why),
                    share_cell(used[line.id], line.planned, language),
                ],
            }
        )
    if used.get(None):
        cells = [cell(None, language), cell(used[None], language), cell(claimed.get(None), language)]
        rows.append({"label": _("Line not told"), "cells": [*cells, cell(None, language), {"text": "–"}]})
    planned = [line.planned for line in money.lines]
    left_of_all, rate = lines_total(planned, total(used.values()), language)
    sums = [
        sum_cell(planned, language),
        sum_cell(list(used.values()), language),
        sum_cell(list(claimed.values()), language),
        left_of_all,
        rate,
    ]
    columns = (_("Budget line"), _("Planned, €"), _("Used, €"), _("In claims, €"), _("Left, €"), _("Rate of use"))
    whole = {"label": _("In total"), "cells": sums}
    return grid("lines", _("Budget lines"), columns, rows, total=whole, note=parts_note(money))


def _instalments(request: HttpRequest, money: ProjectMoney, language: Language) -> dict[str, Any]:
    """Return what is to come in and what has come, with the claims that were paid beside it."""
    slug = workspace_of(request).slug
    states = {each.code: each.label for each in INSTALMENT_STATES}
    rows = [
        {
            "label": each.name,
            "note": ", ".join(part for part in (each.payer.name if each.payer else "", states[each.state].in_language(
                language), write_date(each.due, language) if each.due else "") if part),
            "url": record_url(slug, "instalments", each.pk),
            "cells": [
                cell(each.amount, language),
                cell(each.received, language),
                cell(_to_come(each), language),
            ],
        }
        for each in money.instalments
    ]  # fmt: skip
    has_come = [each for each in money.instalments if each.arrival is not Arrival.NOTHING]
    sums = [
        sum_cell([each.amount for each in money.instalments], language),
        sum_cell([each.received for each in has_come], language),
        sum_cell([_to_come(each) for each in money.instalments], language),
    ]
    paid = [each.claim.paid for each in money.worked if each.claim.paid is not None]
    came = [each.received for each in has_come if each.pk in money.aid_instalments and each.received]
    note = ""
    if paid:
        note = _("Of aid, %(received)s has come in as instalments; %(paid)s has been paid by the claims.") % {
            "received": money_text(total(came), language),
            "paid": money_text(total(paid), language),
        }
    columns = (_("Instalment"), _("Expected, €"), _("Received, €"), _("Still to come, €"))
    whole = {"label": _("In total"), "cells": sums}
    return grid("instalments", _("Instalments"), columns, rows, total=whole, note=note)


def _to_come(instalment: Instalment) -> Decimal | None:
    return still_to_come(state=instalment.state, amount=instalment.amount, received=instalment.received)


def _changes(request: HttpRequest, money: ProjectMoney, language: Language) -> dict[str, Any]:
    slug, project = workspace_of(request).slug, money.shown.project.pk
    states = {each.code: each.label for each in CHANGE_STATES}
    tones = {"approved": "attention", "applied": "good", "rejected": "alarm"}
    rows = [
        {
            "cells": [
                {"text": each.number, "url": reverse("budget_change", args=[slug, project, each.pk])},
                {"text": each.from_line.label},
                {"text": each.to_line.label},
                {"text": money_text(each.amount, language)},
                {"text": states[each.state].in_language(language), "tone": tones.get(each.state, "")},
            ]
        }
        for each in money.changes
    ]
    columns = [
        {"label": _("Change")},
        {"label": _("From line")},
        {"label": _("To line")},
        {"label": _("Amount"), "kind": "number"},
        {"label": _("State"), "kind": "badge"},
    ]
    return table_of("changes", _("Budget changes"), columns, rows)


def _funding_years(money: ProjectMoney, language: Language) -> dict[str, Any]:
    """Return the funding by year as a grid, why it is not there, or nothing."""
    found = funding_by_year(money.shown.worked)
    if found is None:
        return {}
    if isinstance(found, Text):
        return {"why": found.in_language(language)}
    return {"grid": _years_grid(found, language)}


def _years_grid(found: FundingYears, language: Language) -> dict[str, Any]:
    whole = total(amount for _label, amount, _parts in found.rows)
    rows = [
        {
            "label": label,
            "note": write_percentage((amount * 100 / whole).quantize(Decimal("0.01")), language),
            "cells": [*(cell(part, language) for part in parts), sum_cell(list(parts), language)],
        }
        for label, amount, parts in found.rows
    ]
    years = [sum_cell([parts[at] for _label, _amount, parts in found.rows], language) for at in range(len(found.years))]
    sums = [*years, sum_cell([amount for _label, amount, _parts in found.rows], language)]
    columns = (_("Source of funding"), *(f"{year}, €" for year in found.years), _("In total, €"))
    return grid("funding-years", _("Funding by year"), columns, rows, total={"label": _("In total"), "cells": sums})
