"""Until when a project's material must be kept, from its paid claims and the instalments of aid that have come.

Not for the rule itself (``core.funding.retention``, ``rules/funding``), or for gathering the material.
"""

from typing import Final

from seutu.apps.funding.claim_queries import instalments_of_aid
from seutu.apps.funding.kinds.spending import INSTALMENTS, PAYMENT_CLAIMS
from seutu.apps.programmes.models import Project
from seutu.apps.records.queries import records_of
from seutu.core.funding.applied_rules import PERIOD_BEGINS, basis_of
from seutu.core.funding.retention import Payment, Retention, retention_of, retention_rule
from seutu.rules.funding import rule_book

CLAIMS: Final = {"paid": Payment.MADE, "rejected": Payment.NONE}
RECEIVED: Final = "received"


def project_retention(project: Project) -> Retention:
    """Return until when a project's material is kept: three queries."""
    claims = records_of(PAYMENT_CLAIMS).filter(project=project.pk)
    payments = [(CLAIMS.get(each.state, Payment.PENDING), each.paid_on) for each in claims]
    instalments = tuple(records_of(INSTALMENTS).filter(project=project.pk))
    aid = instalments_of_aid(project, instalments)
    payments += [
        (Payment.MADE if each.state == RECEIVED else Payment.PENDING, each.received_on)
        for each in instalments
        if each.pk in aid
    ]
    last = max((day for _state, day in payments if day is not None), default=None)
    rules = rule_book()
    basis = basis_of(project.legal_basis, rules)
    return retention_of(payments, retention_rule(rules, basis=basis, on=last or project.start or PERIOD_BEGINS))
