"""Plan documents: the action, communication and marketing plans, agreements and reports of a project or a programme."""

from typing import Any, Final

from seutu.apps.programmes.choices import DOCUMENT_STATES, DOCUMENT_TYPES
from seutu.apps.programmes.document_rules import begin_unapproved, keep_approved
from seutu.apps.programmes.kinds.shared_columns import (
    OPTIONAL_PROJECT,
    PROGRAMME,
    STEERING_GROUP,
    by_choice,
    choice,
    exactly_one,
    long_text,
)
from seutu.apps.programmes.models import PlanDocument
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_TYPE: Final = choice("document_type", Text(fi="laji", sv="slag", en="type"), DOCUMENT_TYPES, required=True)
_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), DOCUMENT_STATES, required=True)
_WHOSE: Final = Text(
    fi="Valitse joko hanke tai kehitysohjelma, jonka asiakirja tämä on. Molempia ei voi valita.",
    sv="Välj antingen det projekt eller det utvecklingsprogram vars dokument detta är. Båda kan inte väljas.",
    en="Choose either the project or the development programme whose document this is. You cannot choose both.",
)
_APPROVED_LATER: Final = Text(
    fi="Hyväksymispäivä on vain hyväksytyllä tai korvatulla asiakirjalla. Tyhjennä päivä, tai tarkista tila.",
    sv="Bara ett godkänt eller ersatt dokument har en dag för godkännande. Töm dagen, eller kontrollera läget.",
    en="Only an approved or replaced document has a day of approval. Clear the day, or check the state.",
)


def _check(values: dict[str, Any]) -> dict[str, Text]:
    if values.get("approved_on") is not None and values.get("state") in {"draft", "for_approval"}:
        return {"approved_on": _APPROVED_LATER}
    return exactly_one(values, "project", "programme", _WHOSE)


PLAN_DOCUMENTS: Final = Kind(
    name="plan-documents",
    model=PlanDocument,
    singular=Text(fi="suunnitelma-asiakirja", sv="plandokument", en="plan document"),
    plural=Text(fi="Suunnitelma-asiakirjat", sv="Plandokument", en="Plan documents"),
    purpose=Text(
        fi="Hankkeen ja ohjelman elävät asiakirjat: toiminta-, viestintä- ja markkinointisuunnitelmat, sopimukset, "
        "raportit.",
        sv="Projektets och programmets levande dokument: verksamhets-, kommunikations- och marknadsföringsplaner, "
        "avtal, rapporter.",
        en="Living documents of projects and programmes: action, communication and marketing plans, agreements, "
        "reports.",
    ),
    columns=(
        NAME,
        _TYPE,
        OPTIONAL_PROJECT,
        PROGRAMME,
        long_text("text", Text(fi="teksti", sv="text", en="text"), searchable=True),
        TextColumn(
            name="responsible",
            label=Text(fi="vastuurooli", sv="ansvarig roll", en="responsible role"),
            help=Text(
                fi="Rooli, ei henkilön nimi: projektipäällikkö, viestintävastaava.",
                sv="Rollen, inte personens namn: projektchef, kommunikationsansvarig.",
                en="The role, not the person's name: project manager, communications officer.",
            ),
            max_length=200,
        ),
        _STATE,
        DateColumn(name="approved_on", label=Text(fi="hyväksytty", sv="godkänd", en="approved on"), listed=True),
        DateColumn(
            name="next_review",
            label=Text(fi="seuraava tarkistus", sv="nästa översyn", en="next review"),
            listed=True,
        ),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "name"), ("programme", "name")),
    order=("name",),
    filters=(by_choice(_TYPE), by_choice(_STATE)),
    area="plans",
    group=STEERING_GROUP,
    check=_check,
    steps=keep_approved,
    begins=begin_unapproved,
)
