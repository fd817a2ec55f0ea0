"""Until when a project's material is kept, in words: on its page, on its record, and when it goes to the trash.

Not for working it out (``funding.retention``).
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from seutu.apps.funding.retention import project_retention
from seutu.apps.programmes.models import Project
from seutu.apps.records.models import OwnedRecord
from seutu.core.figures import write_date, write_number
from seutu.core.funding.retention import Retention, Sureness
from seutu.core.text import Language


def retention_said(found: Retention, language: Language) -> str:
    """Return until when material is kept, or why that is not known yet."""
    day = write_date(found.until, language) if found.until else ""
    last = write_date(found.last, language) if found.last else ""
    return {
        Sureness.KNOWN: _("The material is kept until %(day)s: the last payment came on %(last)s."),
        Sureness.AT_LEAST: _(
            "The material is kept until %(day)s at least. The time is not sure yet: the last known payment came on "
            "%(last)s, and some payment is still to come or lacks its day."
        ),
        Sureness.NOTHING_PAID: _(
            "It is not known yet until when the material is kept: the time begins when the last payment has come."
        ),
        Sureness.NO_DAY: _(
            "It is not known yet until when the material is kept: a payment has come, but its day is not recorded."
        ),
        Sureness.NO_RULE: _(
            "It is not known until when the material is kept: no rule on it is known of the project’s legal basis."
        ),
    }[found.sureness] % {"day": day, "last": last}


def retention_rule_said(found: Retention, project: Project, language: Language) -> str:
    """Return the rule behind the day, with its source; empty where there is none."""
    rule = found.rule
    if rule is None or rule.value is None:
        return ""
    facts = {"years": write_number(int(rule.value), language), "source": rule.source}
    said = _(
        "%(years)s years from the end of the year of the last payment: %(source)s. State aid rules may ask for longer."
    )
    if project.legal_basis:
        return said % facts
    assumed = _("The project names no legal basis; that of the structural funds of 2021–2027 is assumed.")
    return f"{said % facts} {assumed}"


def kept_notices(shown: OwnedRecord, language: Language, *, today: date) -> list[dict[str, Any]]:
    """Return the warning on a project's record while its material must be kept; nothing of other records."""
    said = kept_warning(shown, language, today=today)
    return [{"tone": "attention", "text": said}] if said else []


def kept_warning(shown: OwnedRecord, language: Language, *, today: date) -> str:
    """Return what is said when a project goes to the trash while its material must be kept; else nothing."""
    if not isinstance(shown, Project):
        return ""
    found = project_retention(shown)
    if found.until is None or found.until < today:
        return ""
    told = retention_said(found, language)
    return f"{told} " + _("Do not remove the project for good before that.")
