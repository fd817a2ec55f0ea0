"""Until when a project's material must be kept, from its paid claims and the instalments of aid that have come.

Not for the rule itself (``core.funding.retention``, ``rules/funding``), or for gathering the material.
"""

from datetime import date
from typing import Final

from seutu.apps.funding.claim_queries import instalments_of_aid
from seutu.apps.funding.kinds.spending import INSTALMENTS, PAYMENT_CLAIMS
from seutu.apps.funding.models import Instalment
from seutu.apps.programmes.models import Project
from seutu.apps.records.queries import records_of
from seutu.core.funding.applied_rules import PERIOD_BEGINS, basis_of
from seutu.core.funding.instalments import Arrival
from seutu.core.funding.retention import Payment, Retention, retention_of, retention_rule
from seutu.rules.funding import rule_book

CLAIMS: Final = {"paid": Payment.MADE, "rejected": Payment.NONE}


def project_retention(project: Project) -> Retention:
    """Return until when a project's material is kept: three queries."""
    claims = records_of(PAYMENT_CLAIMS).filter(project=project.pk)
    payments = [(CLAIMS.get(each.state, Payment.PENDING), each.paid_on) for each in claims]
    instalments = tuple(records_of(INSTALMENTS).filter(project=project.pk))
    aid = instalments_of_aid(project, instalments)
    payments += [payment for each in instalments if each.pk in aid for payment in _payments(each)]
    last = max((day for _state, day in payments if day is not None), default=None)
    rules = rule_book()
    basis = basis_of(project.legal_basis, rules)
    return retention_of(payments, retention_rule(rules, basis=basis, on=last or project.start or PERIOD_BEGINS))


def _payments(instalment: Instalment) -> list[tuple[Payment, date | None]]:
    """Return what of an instalment has been paid, with its day, and what of it is pending."""
    came = [] if instalment.arrival is Arrival.NOTHING else [(Payment.MADE, instalment.received_on)]
    return came if instalment.arrival is Arrival.WHOLE else [*came, (Payment.PENDING, None)]
