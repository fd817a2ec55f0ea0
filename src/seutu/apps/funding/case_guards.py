"""How far an application's state may be moved, and that a decider has one decision standing: guards the kinds carry.

They stand below every way of writing: forms, files, the interface, undoing. Not for steps themselves (steps.py).
"""

from collections.abc import Mapping
from typing import Any, Final, cast

from seutu.apps.accounts.models import User
from seutu.apps.accounts.rules import Act
from seutu.apps.funding.choices import OUTCOMES
from seutu.apps.funding.models import Application, Decision
from seutu.apps.funding.readiness import standing_decisions, what_is_missing
from seutu.apps.funding.steps import DECIDING, NEW_STATES, STATE_NAMES, leads_to, may_follow, not_possible, told_next
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import current_scope
from seutu.core.figures import write_date
from seutu.core.text import LANGUAGES, Text

HANDLED_ALREADY: Final = Text(
    fi="Uusi hakemus on luonnos tai jätetty, ei ”{state}”. Aiemmin käsitellyn hakemuksen lisää se, joka saa tuoda "
    "tiedostoja: omistaja tai vetäjä.",
    sv="En ny ansökan är ett utkast eller inlämnad, inte ”{state}”. En ansökan som behandlats tidigare läggs till av "
    "den som får importera filer: ägaren eller ledaren.",
    en="A new application is a draft or submitted, not “{state}”. One that was handled earlier is added by those who "
    "may import files: an owner or a facilitator.",
)
DECIDED_ALREADY: Final = Text(
    fi="Hakemuksella on jo saman päättäjän päätös: {decision}. Voimassa on yksi. Korjaa sitä, tai siirrä se "
    "roskakoriin ja tallenna uusi päätös sen tilalle.",
    sv="Samma beslutsfattare har redan ett beslut på ansökan: {decision}. Ett beslut gäller åt gången. Rätta det, "
    "eller flytta det till papperskorgen och spara det nya i dess ställe.",
    en="The application has a decision of the same decider already: {decision}. One stands at a time. Correct it, or "
    "move it to the trash and save the new decision in its place.",
)


def guard_application(record: OwnedRecord, by: User | None) -> dict[str, Text]:
    """Tell why an application's state may not become this: it would pass over what its own page asks for.

    What undoing takes back is let through, and what it takes again is held to the step's conditions. A new application
    that has been handled already comes from those who may import.
    """
    application = cast("Application", record)
    if by is None:
        return {}
    to = application.state
    before = Application.whole.filter(pk=application.pk).values_list("state", flat=True).first()
    if before is None:
        may = to in NEW_STATES or current_scope().may(Act.IMPORT)
        return {} if may else {"state": HANDLED_ALREADY.filled(state=STATE_NAMES[to])}
    if before == to or leads_to(to, before):
        return {}
    if not may_follow(before, to):
        return {"state": not_possible(before, to)}
    missing = what_is_missing(application, to, application.submitted_on)
    return {"state": missing} if missing else {}


def keep_state(record: OwnedRecord, values: Mapping[str, Any]) -> dict[str, Text]:
    """Tell that only its own page changes a standing application's state, with the day and the version."""
    application = cast("Application", record)
    to = values.get("state", application.state)
    return {} if to == application.state else {"state": told_next(application.state)}


def guard_decision(record: OwnedRecord, _by: User | None) -> dict[str, Text]:
    """Tell that the decider has another decision standing on the application: a corrected one replaces the earlier."""
    decision = cast("Decision", record)
    if not _decides(decision) or _stands_so(decision):
        return {}
    application = Application.whole.get(pk=decision.application_id)
    funder = application.call.funder_id if application.call else None
    whose = decision.decider_id or funder
    for other in standing_decisions(application):
        if other.pk != decision.pk and (other.decider_id or funder) == whose:
            return {"outcome": DECIDED_ALREADY.filled(decision=_told(other))}
    return {}


def _decides(decision: Decision) -> bool:
    return decision.application_id is not None and decision.trashed_at is None and decision.outcome in DECIDING


def _stands_so(decision: Decision) -> bool:
    """Return whether the decision is saved as one already, so that nothing is added beside another."""
    same = Decision.objects.filter(
        pk=decision.pk,
        application=decision.application_id,
        decider=decision.decider_id,
        outcome=decision.outcome,
        trashed_at__isnull=True,
    )
    return same.exists()


def _told(decision: Decision) -> Text:
    """Return a decision's name, outcome and day."""
    outcome = next(each.label for each in OUTCOMES if each.code == decision.outcome)
    parts = {}
    for language in LANGUAGES:
        day = write_date(decision.day, language) if decision.day else ""
        parts[language] = ", ".join(filter(None, (decision.name, outcome.in_language(language), day)))
    return Text(**parts)
