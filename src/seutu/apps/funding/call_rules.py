"""The application that a project is in now, and the own rules of its call, which go before those of its legal basis.

Not for the rules of decrees (``seutu.rules.funding``), or for judging by them (``core.funding``).
"""

from datetime import date
from typing import Final

from seutu.apps.funding.models import Application, Call
from seutu.apps.programmes.models import Project
from seutu.apps.records.ordering import blanks_last
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.units import EUR
from seutu.core.funding.applied_rules import AID_CEILINGS, HIGHEST_AID
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
    application = latest_application(project)
    call = application.call if application is not None else None
    return rules_of(call) if call is not None and call.trashed_at is None else ()


def latest_application(project: Project) -> Application | None:
    """Return the project's newest application, with its call and applicant; None where there is none."""
    held = Application.objects.filter(project=project, trashed_at__isnull=True).select_related("call", "applicant")
    found: Application | None = held.order_by(*blanks_last(Application, "-submitted_on"), "-created_at", "pk").first()
    return found


def rules_of(call: Call) -> tuple[Rule, ...]:
    """Return the rules that a call states of itself: they hold for its applications on whatever day."""
    stated = (
        *((name, _CEILING, call.aid_ceiling, "%") for name in AID_CEILINGS),
        (HIGHEST_AID, _HIGHEST, call.highest_aid, EUR),
    )
    return tuple(
        Rule(name, label, plain_number(value), unit, date.min, None, call.name, Confidence.HIGH)
        for name, label, value, unit in stated
        if value is not None
    )
