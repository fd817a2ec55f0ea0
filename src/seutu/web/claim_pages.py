"""A payment claim's page in words and grids: what its costs give, who pays, what is left, and whether it holds.

Not for the project's money as a whole (``money_pages``).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from seutu.apps.accounts.rules import Act
from seutu.apps.funding.choices import CLAIM_STATES
from seutu.apps.funding.claim_queries import ProjectMoney
from seutu.apps.funding.models import ActualCost, PaymentClaim
from seutu.core.figures import write_date, write_number, write_percentage
from seutu.core.figures.relations import Severity, Term, check_sum
from seutu.core.funding import claim_words
from seutu.core.funding.claim_proof import check_advance, check_granted, findings_of_claim, proof_of_claim
from seutu.core.funding.claims import WorkedClaim, YearUse
from seutu.core.funding.plan_words import COST_KINDS, FUNDING_KINDS
from seutu.core.funding.plans import FundingKind
from seutu.core.funding.rules_told import rule_told
from seutu.core.funding.spending import REJECTED, Claim, total
from seutu.core.funding.words import by_rule
from seutu.core.text import Language
from seutu.web.money_cells import cell, grid, in_gravity, lines_total, said, share_cell, sum_cell, told, verdict
from seutu.web.project_pages import money_text, period_text, table_of
from seutu.web.scoping import language_of
from seutu.web.standing import allows, workspace_of
from seutu.web.tables import record_url

MOST_COSTS: Final = 200
ENTERED: Final = {
    "claimed": {"submitted", "supplement", "approved", "cut", "rejected", "paid"},
    "approved": {"approved", "cut", "paid"},
    "paid": {"paid"},
}
"""The figures of a claim, with the states in which each is to be there."""
CLAIM_STATE_NAMES: Final = {each.code: each.label for each in CLAIM_STATES}


def claim_page(request: HttpRequest, money: ProjectMoney, record: PaymentClaim) -> dict[str, Any]:
    """Return the context of a claim's page."""
    language, slug = language_of(request), workspace_of(request).slug
    worked = next(each for each in money.worked if each.claim.id == str(record.pk))
    items = proof_items(money, worked, language)
    return {
        "page_lead": claim_lead(worked, language, money.partner),
        "page_actions": _actions(request, record, money.partner),
        "verdict": verdict(items, _good(money, worked, language)),
        "proof": items,
        "costs_grid": _costs(money, worked, language),
        "shares_grid": _shares(worked, language),
        "lines_grid": _lines(money, worked, slug, language),
        "years_grid": years_grid(worked.years, language),
        "before_grid": claims_grid(request, money, before=worked),
        "advance": advance_facts(money, worked, language),
        "vouchers": _vouchers(money, worked, slug, language),
        "partners": partner_links(money),
        "notices": model_notices(money),
    }


def claim_lead(worked: WorkedClaim, language: Language, partner: str | None = None) -> str:
    """Say what the costs of the claim are and how much of them is aid, in a sentence."""
    claim = worked.claim
    facts = {
        "period": period_text(claim.start, claim.end, language),
        "costs": money_text(worked.costs, language),
        "aid": money_text(worked.aid or Decimal(0), language),
        "partner": partner or "",
    }
    if worked.aid is None:
        return _("The costs of %(period)s are %(costs)s. The aid for them cannot be worked out.") % facts
    if partner:
        return _("%(partner)s has costs of %(costs)s in %(period)s. The aid for them is %(aid)s.") % facts
    return _("The costs of %(period)s are %(costs)s. The aid for them is %(aid)s.") % facts


def proof_items(money: ProjectMoney, worked: WorkedClaim, language: Language) -> list[dict[str, str]]:
    """Return everything that a claim's proof says, the gravest first. Of one partner's part no figure is entered."""
    placed, period = money.placed, money.shown.worked.period
    findings = findings_of_claim(worked, placed, period)
    items = [told(each.said, language) for each in findings]
    if money.partner is not None:
        return in_gravity(items)
    so_far = money.worked[: money.worked.index(worked) + 1]
    relations = [proof_of_claim(money.spending, worked, placed), check_granted(so_far, money.granted)]
    rule, advance = money.advance_rule, money.advance(worked.claim.end)
    if money.is_by_costs and advance.ahead is not None:
        relations.append(check_advance(advance, by_rule(rule.source) if rule is not None else None))
    return in_gravity([*items, *(item for relation in relations for item in said(relation, language))])


def _good(money: ProjectMoney, worked: WorkedClaim, language: Language) -> str:
    if worked.claim.state == REJECTED:
        return claim_words.REJECTED_CLAIM.in_language(language)
    if money.partner is not None:
        return _("Nothing in the costs of the partner needs a look.")
    if worked.claim.claimed is None:
        return _("Nothing in the costs needs a look. Enter the claimed figure, and it is proved too.")
    return _("The claimed figure is what the costs give.")


def model_notices(money: ProjectMoney) -> list[dict[str, str]]:
    """Return what keeps the figures from being worked out: the cost model, or a flat rate of an unknown base."""
    notices = []
    if not money.is_by_costs:
        text = _("The project is paid by results or units, so payments do not follow from these costs.")
        notices.append({"tone": "attention", "text": text})
    if money.is_flat_unknown:
        text = _("The rules do not say of which costs the flat rate is taken, so the flat part is left out.")
        notices.append({"tone": "attention", "text": text})
    return notices


def _actions(request: HttpRequest, record: PaymentClaim, partner: str | None) -> list[dict[str, Any]]:
    slug = workspace_of(request).slug
    whole = {"label": _("All facts and comments"), "url": record_url(slug, "payment-claims", record.pk)}
    file = reverse("payment_claim_file", args=[slug, record.project_id, record.pk]) + of_partner(partner)
    actions = [{**whole, "style": "second"}]
    if allows(request, Act.EXPORT):
        actions.insert(0, {"label": _("Get the claim as Excel"), "url": file, "style": "second"})
    if allows(request, Act.WRITE):
        edit = reverse("record_edit", args=[slug, "payment-claims", record.pk])
        actions.insert(0, {"label": _("Edit the claim"), "url": edit})
    return actions


def _costs(money: ProjectMoney, worked: WorkedClaim, language: Language) -> dict[str, Any]:
    rows = [
        {
            "label": COST_KINDS[each.kind].in_language(language),
            "cells": [cell(each.paid, language), cell(each.credits, language), cell(each.amount, language)],
        }
        for each in worked.kinds
    ]
    flat = money.spending.flat
    for part in worked.flat if flat is not None else ():
        rate = write_percentage(flat.percent, language) if flat is not None else ""
        rows.append(
            {
                "label": part.line.label if part.line is not None else f"Flat rate {rate}",
                "note": f"{rate} × {money_text(part.base, language)}",
                "cells": [{"text": ""}, {"text": ""}, cell(part.amount, language)],
            }
        )
    values = [*(each.amount for each in worked.kinds), *(part.amount for part in worked.flat)]
    sums = [
        sum_cell([each.paid for each in worked.kinds], language),
        sum_cell([each.credits for each in worked.kinds], language),
        sum_cell(values, language),
    ]
    columns = (_("Kind of cost"), _("Paid, €"), _("Credits and income, €"), _("Eligible, €"))
    return grid("costs", _("Costs"), columns, rows, total={"label": _("In total"), "cells": sums})


def _shares(worked: WorkedClaim, language: Language) -> dict[str, Any]:
    rows = []
    for each in worked.shares:
        if each.percent is None:
            share, note = {"text": _("the rest")}, ""
        else:
            share = {"text": write_percentage(each.percent, language)}
            note = _("rounded down to the cent") if each.kind is FundingKind.EU_STATE else ""
        label = each.label or FUNDING_KINDS[each.kind].in_language(language)
        rows.append({"label": label, "note": note, "cells": [share, cell(each.amount, language)]})
    amounts = [each.amount for each in worked.shares]
    relation = None
    if amounts:
        terms = [Term(claim_words.SHARES, amount, "EUR") for amount in amounts]
        relation = check_sum(claim_words.SHARES, terms, Term(claim_words.SHARES, worked.costs, "EUR"))
    sums = [{"text": ""}, sum_cell(list(amounts), language, relation=relation)]
    columns = (_("Source of funding"), _("Part of the costs"), _("Of this claim, €"))
    return grid("shares", _("Funding"), columns, rows, total={"label": _("In total"), "cells": sums})


def _lines(money: ProjectMoney, worked: WorkedClaim, slug: str, language: Language) -> dict[str, Any]:
    rows = []
    for use in worked.lines:
        line = use.line
        over = use.left is not None and use.left < 0
        why = _("more is used than the line has") if over else ""
        planned = line.planned if line is not None else None
        rows.append(
            {
                "label": line.label if line is not None else _("Line not told"),
                "note": line.partner or "" if line is not None else "",
                "url": record_url(slug, "cost-lines", line.id) if line is not None else "",
                "cells": [
                    cell(planned, language),
                    cell(use.before, language),
                    cell(use.now, language),
                    cell(use.left, language, tone="alarm" if over else "", why=why),
                    share_cell(use.before + use.now, planned, language),
                ],
            }
        )
    uses = worked.lines
    plans = [use.line.planned for use in uses if use.line is not None]
    left, rate = lines_total(plans, total(use.before + use.now for use in uses), language)
    sums = [
        sum_cell(plans, language),
        sum_cell([use.before for use in uses], language),
        sum_cell([use.now for use in uses], language),
        left,
        rate,
    ]
    columns = (
        _("Budget line"),
        _("Planned, €"),
        _("In earlier claims, €"),
        _("In this claim, €"),
        _("Left, €"),
        _("Rate of use"),
    )
    whole = {"label": _("In total"), "cells": sums}
    return grid("lines", _("Budget lines"), columns, rows, total=whole, note=parts_note(money))


def years_grid(years: Sequence[YearUse], language: Language) -> dict[str, Any]:
    """Return the years of a budget: planned, used, left, and how many per cent of each is used."""
    rows = []
    for each in years:
        over = each.left is not None and each.left < 0
        why = _("more is used than the year has") if over else ""
        rows.append(
            {
                "label": each.year,
                "cells": [
                    cell(each.planned, language),
                    cell(each.used, language),
                    cell(each.left, language, tone="attention" if over else "", why=why),
                    share_cell(each.used, each.planned, language),
                ],
            }
        )
    sums = [
        sum_cell([each.planned for each in years], language),
        sum_cell([each.used for each in years], language),
        sum_cell([each.left for each in years], language),
        {"text": ""},
    ]
    columns = (_("Year"), _("Planned, €"), _("Used, €"), _("Left, €"), _("Rate of use"))
    return grid("years", _("Years"), columns, rows, total={"label": _("In total"), "cells": sums})


def claims_grid(request: HttpRequest, money: ProjectMoney, *, before: WorkedClaim | None = None) -> dict[str, Any]:
    """Return the claims, or those before one: what their costs give, what was claimed, approved and paid.

    The last three are entered for the whole project only, so a partner's page is without them.
    """
    language, slug = language_of(request), workspace_of(request).slug
    shown = money.worked if before is None else money.worked[: money.worked.index(before)]
    rows = [_claim_row(money, each, slug, language) for each in shown]
    sums = [sum_cell([each.costs for each in shown], language), sum_cell([each.aid for each in shown], language)]
    columns = [_("Claim"), _("Costs, €"), _("Aid worked out, €")]
    if money.partner is None:
        columns += [_("Claimed, €"), _("Approved, €"), _("Paid, €")]
        sums += [sum_cell(entered([each.claim for each in shown], name), language) for name in ENTERED]
    identity = "claims" if before is None else "before"
    caption = _("Payment claims") if before is None else _("Earlier claims")
    return grid(identity, caption, columns, rows, total={"label": _("In total"), "cells": sums})


def entered(claims: Iterable[Claim], name: str) -> list[Decimal | None]:
    """Return a figure of claims; None where it is blank though its time has come, and nothing before that."""
    figures = [(each.state, getattr(each, name)) for each in claims]
    return [figure for state, figure in figures if figure is not None or state in ENTERED[name]]


def _claim_row(money: ProjectMoney, worked: WorkedClaim, slug: str, language: Language) -> dict[str, Any]:
    claim = worked.claim
    cells = [cell(worked.costs, language), cell(worked.aid, language)]
    if money.partner is None:
        proof = proof_of_claim(money.spending, worked, money.placed)
        fails = proof.severity is Severity.ERROR
        why = _("is not what the costs give") if fails else ""
        cells.append(cell(claim.claimed, language, tone="alarm" if fails else "", why=why))
        cells += [cell(claim.approved, language), cell(claim.paid, language)]
    url = reverse("payment_claim", args=[slug, money.shown.project.pk, claim.id])
    return {
        "label": f"{claim.number}: {period_text(claim.start, claim.end, language)}",
        "note": CLAIM_STATE_NAMES[claim.state].in_language(language),
        "url": url + of_partner(money.partner),
        "cells": cells,
    }


def advance_facts(money: ProjectMoney, worked: WorkedClaim, language: Language) -> dict[str, Any]:
    """Return the advance at the end of a claim's period: received, earned by costs, ahead, the ceiling and its rule."""
    advance = money.advance(worked.claim.end)
    limit = "–" if advance.limit is None else money_text(advance.limit, language)
    rule = money.advance_rule
    note = ""
    if rule is not None and rule.value is not None and advance.granted is not None:
        rate = write_percentage(rule.value, language)
        note = f"{rate} × {money_text(advance.granted, language)}"
    received = _("Aid received by %(day)s") % {"day": write_date(advance.day, language)}
    facts: list[dict[str, Any]] = [{"label": received, "text": money_text(advance.received, language)}]
    if money.is_by_costs and worked.aid is not None and advance.earned is not None and advance.ahead is not None:
        facts += [
            {"label": _("Aid for the costs by then"), "text": money_text(advance.earned, language)},
            {"label": _("In advance"), "text": money_text(advance.ahead, language)},
        ]
    facts.append({"label": _("Highest advance"), "text": limit, "note": note})
    return {
        "facts": facts,
        "rule": rule_told(rule, is_assumed=not money.shown.worked.legal_basis).in_language(language) if rule else "",
    }


def _vouchers(money: ProjectMoney, worked: WorkedClaim, slug: str, language: Language) -> dict[str, Any]:
    by_id = {str(record.pk): record for record in money.costs}
    own = {each.cost.id for each in worked.placed}
    shown = [by_id[each.cost.id] for each in (*worked.placed, *worked.aside)]
    shown.sort(key=lambda record: (record.day, record.voucher))
    rows = [_voucher(record, slug, language, is_counted=str(record.pk) in own) for record in shown[:MOST_COSTS]]
    columns = [
        {"label": _("Description")},
        {"label": _("Day"), "kind": "date"},
        {"label": _("Voucher")},
        {"label": _("Kind of cost")},
        {"label": _("In this claim"), "kind": "badge"},
        {"label": _("Amount, €"), "kind": "number"},
    ]
    note = ""
    if len(shown) > MOST_COSTS:
        note = _("The first %(count)s are shown; all of them are in the Excel file.") % {
            "count": write_number(MOST_COSTS, language)
        }
    return table_of("vouchers", _("Costs of the period"), columns, rows, note=note)


def _voucher(record: ActualCost, slug: str, language: Language, *, is_counted: bool) -> dict[str, Any]:
    kinds = {kind.value: text for kind, text in COST_KINDS.items()}
    counted = {"text": _("yes"), "tone": "good"} if is_counted else {"text": _("no"), "tone": "attention"}
    return {
        "cells": [
            {"text": record.label, "url": record_url(slug, "actual-costs", record.pk)},
            {"text": write_date(record.day, language)},
            {"text": record.voucher} if record.voucher else {"text": "–", "missing": True},
            {"text": kinds[record.cost_kind].in_language(language)},
            counted,
            {"text": write_number(Decimal(record.amount), language, decimals=2)},
        ]
    }


def of_partner(partner: str | None) -> str:
    """Return the query that narrows a page of money to a partner; nothing for the whole project."""
    return "?" + urlencode({"partner": partner}) if partner else ""


def partner_links(money: ProjectMoney) -> list[dict[str, Any]]:
    """Return the links that narrow the page to one partner; none where there is nobody to choose between."""
    if not money.partners:
        return []
    links = [{"label": _("The whole project"), "url": "?", "current": money.partner is None}]
    links += [{"label": name, "url": of_partner(name), "current": money.partner == name} for name in money.partners]
    return links


def parts_note(money: ProjectMoney) -> str:
    """Say that partners' lines are not added to those of the whole that they repeat; nothing where none does."""
    if money.partner is not None or not money.spending.parts:
        return ""
    return _("Lines of partners that are parts of these are not added. Choose a partner to see its lines.")
