"""A decision as the item that is printed of it, and what its ceiling leaves open.

Not for printing (reporting/plans) or for writing decisions, which forms do.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, TypeVar
from uuid import UUID

from seutu.apps.funding.choices import OUTCOMES
from seutu.apps.funding.models import Decision, FundingRow, SharedCost
from seutu.apps.funding.plans import plan_of
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.relations import Relation, Status, Term, added, check_ceiling
from seutu.core.figures.relations.sentences import figure
from seutu.core.funding.decisions import Attachment, DecisionItem
from seutu.core.funding.plans import Plan
from seutu.core.text import Text

R = TypeVar("R", FundingRow, SharedCost)
COMMITMENT: Final = Text(fi="sitoumus enintään", sv="åtagande högst", en="commitment at most")
GRANTED: Final = Text(fi="myönnetty", sv="beviljat", en="granted")
OUTCOMES_TOLD: Final = {choice.code: choice.label for choice in OUTCOMES}
IN_ALL: Final = Text(
    fi="Oma osuus ja yhteiset kustannukset", sv="Egen andel och gemensamma kostnader", en="Own share and joint costs"
)
OWN_SHARE: Final = Text(fi="Oma osuus", sv="Egen andel", en="Own share")
QUESTION: Final = Text(
    fi="Yhteiset kustannukset {shared} laskutetaan erikseen, ja sitoumus on enintään {ceiling}: kuuluvatko ne "
    "sitoumukseen vai tulevatko ne sen päälle? Kirjaa vastaus yhteisten kustannusten tietoihin.",
    sv="De gemensamma kostnaderna {shared} faktureras skilt och åtagandet är högst {ceiling}: ingår de i åtagandet "
    "eller kommer de utöver det? Anteckna svaret bland de gemensamma kostnaderna.",
    en="Joint costs of {shared} are invoiced separately and the commitment is capped at {ceiling}: are they inside it "
    "or on top of it? Enter the answer with the shared costs.",
)
ON_TOP: Final = Text(
    fi="Yhteiset kustannukset {shared} tulevat sitoumuksen {ceiling} päälle. Tarkista, että päätös kattaa nekin.",
    sv="De gemensamma kostnaderna {shared} kommer utöver åtagandet {ceiling}. Kontrollera att beslutet täcker dem.",
    en="Joint costs of {shared} come on top of the commitment of {ceiling}. Check that the decision covers them too.",
)
_LINE: Final = re.compile(r"^(?:(?P<number>\d{1,3})[.):]?\s+)?(?:(?P<case>\S*\d+/\S*\d{4}\S*)\s+)?(?P<name>.+)$")


def decision_item(decision: Decision) -> DecisionItem:
    """Return the item of a decision with the worked-out plan of its project. People are in it by their offices."""
    ceiling = decision.ceiling
    organ = ", ".join(part for part in (decision.decider.title if decision.decider else "", decision.organ) if part)
    return DecisionItem(
        subject=decision.name,
        case_number=decision.case_number,
        section=decision.section,
        organ=organ,
        day=decision.day,
        presenter=decision.presenter,
        preparer=decision.preparer,
        background=decision.background,
        plan=_plan(decision),
        impact=decision.impact,
        proposal=decision.proposal,
        decision=decision.decision,
        reasons=decision.reasons,
        outcome=OUTCOMES_TOLD.get(decision.outcome),
        granted=None if decision.granted is None else Term(GRANTED, plain_number(decision.granted), "EUR"),
        commitment=None if ceiling is None else Term(COMMITMENT, plain_number(ceiling), "EUR"),
        responsible=decision.responsible,
        invoice_approver=decision.invoice_approver,
        right_to_withdraw=decision.withdrawal,
        attachments=attachments_in(decision.attachments),
    )


def _plan(decision: Decision) -> Plan | None:
    """Return the plan of the decision's project; None where it has neither costs nor funding."""
    project = decision.project_of
    plan = plan_of(project).worked if project is not None else None
    return plan if plan is not None and (plan.cost_lines or plan.funding) else None


def attachments_in(text: str) -> tuple[Attachment, ...]:
    """Return the attachments of a text, one a line: number, case number and name, of which only the name is needed.

    A line without a number gets the one after the line before it.
    """
    found: list[Attachment] = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        read = _LINE.match(line)
        if read is None:
            continue
        before = int(found[-1].number) if found else 0
        found.append(Attachment(read["number"] or str(before + 1), read["name"], read["case"] or ""))
    return tuple(found)


def ceiling_questions(decision: Decision) -> list[Text]:
    """Return what the decision's ceiling leaves open against its own share and joint costs: warnings, never errors."""
    if decision.ceiling is None or decision.project_of is None:
        return []
    ceiling = Term(COMMITMENT, plain_number(decision.ceiling), "EUR")
    own = _terms(OWN_SHARE, [row.amount for row in _own_rows(decision)])
    shared = list(_shared(decision))
    unclear = _terms(IN_ALL, [each.amount for each in shared if each.placement in {"", "unclear"}])
    on_top = [each.amount for each in shared if each.placement == "on_top"]
    said: list[Text] = []
    against = check_against(ceiling, own, unclear)
    if against.status is Status.FAILS:
        said.append(against.message)
    if unclear:
        said.append(_with_figures(QUESTION, added(unclear), decision.ceiling))
    if on_top:
        said.append(_with_figures(ON_TOP, sum(on_top, Decimal(0)), decision.ceiling))
    return said


def check_against(ceiling: Term, own: list[Term], unclear: list[Term]) -> Relation:
    """Check the own share, with the joint costs whose place is not clear, against the ceiling."""
    label = IN_ALL if unclear else OWN_SHARE
    return check_ceiling(label, Term(label, added([*own, *unclear]), "EUR"), ceiling)


def _terms(label: Text, amounts: Iterable[Decimal | None]) -> list[Term]:
    return [Term(label, plain_number(each), "EUR") for each in amounts if each is not None]


def _with_figures(text: Text, shared: Decimal, ceiling: Decimal) -> Text:
    return text.filled(shared=figure(plain_number(shared), "EUR"), ceiling=figure(plain_number(ceiling), "EUR"))


def _own_rows(decision: Decision) -> list[FundingRow]:
    rows = FundingRow.objects.filter(project=decision.project_of, trashed_at__isnull=True)
    rows = rows.filter(funding_kind__in=("own", "municipal"))
    return _named_first(list(rows), decision.decider_id, "partner_id", "payer_id")


def _shared(decision: Decision) -> list[SharedCost]:
    costs = SharedCost.objects.filter(project=decision.project_of, trashed_at__isnull=True)
    return _named_first(list(costs), decision.decider_id, "payer_id")


def _named_first(rows: list[R], decider: UUID | None, *columns: str) -> list[R]:
    """Return the rows that name the decider; where none does, those that name nobody."""
    named = [row for row in rows if decider and decider in {getattr(row, each) for each in columns}]
    return named or [row for row in rows if not any(getattr(row, each) for each in columns)]
