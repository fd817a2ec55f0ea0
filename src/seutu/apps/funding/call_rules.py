"""The own rules of the call that a project applies in, as rules that go before those of its legal basis.

Not for the rules of decrees (``seutu.rules.funding``), or for judging by them (``core.funding``).
"""

from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import F

from seutu.apps.funding.models import Application, Call
from seutu.apps.programmes.models import Project
from seutu.core.figures.units import EUR
from seutu.core.funding.applied_rules import AID_CEILING, HIGHEST_AID
from seutu.core.funding.rulebook import Confidence, Rule
from seutu.core.text import Text

_CEILING: Final = Text(
    fi="Tuki hyväksytyistä kustannuksista enintään",
    sv="Stöd av godkända kostnader högst",
    en="Aid of approved costs at most",
)
_HIGHEST: Final = Text(fi="Tuki hanketta kohti enintään", sv="Stöd per projekt högst", en="Aid a project at most")


def call_rules_of(project: Project) -> tuple[Rule, ...]:
    """Return the rules that the call of the project's newest application states; none where it has no call."""
    held = Application.objects.filter(project=project, trashed_at__isnull=True, call__trashed_at__isnull=True)
    newest = held.filter(call__isnull=False).order_by(F("submitted_on").desc(nulls_last=True), "-created_at", "pk")
    application = newest.select_related("call").first()
    return rules_of(application.call) if application is not None and application.call is not None else ()


def rules_of(call: Call) -> tuple[Rule, ...]:
    """Return the rules that a call states of itself."""
    stated = ((AID_CEILING, _CEILING, call.aid_ceiling, "%"), (HIGHEST_AID, _HIGHEST, call.highest_aid, EUR))
    return tuple(
        Rule(name, label, _plain(value), unit, call.opens or date(1900, 1, 1), None, call.name, Confidence.HIGH)
        for name, label, value, unit in stated
        if value is not None
    )


def _plain(value: Decimal) -> Decimal:
    return value.to_integral_value() if value == value.to_integral_value() else value
