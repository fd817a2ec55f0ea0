"""Development programmes, their benefit goals, and how much each project serves a goal."""

from typing import Final

from seutu.apps.programmes.choices import EFFECTS_ON_GOAL
from seutu.apps.programmes.kinds.shared_columns import (
    NUMBER,
    PROJECT,
    PROJECTS_GROUP,
    actor,
    by_choice,
    choice,
    long_text,
    starts_before_end,
)
from seutu.apps.programmes.models import BenefitGoal, GoalContribution, Programme
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_DESCRIPTION: Final = long_text("description", Text(fi="kuvaus", sv="beskrivning", en="description"), searchable=True)
_EFFECT: Final = choice("effect", Text(fi="vaikutus", sv="verkan", en="effect"), EFFECTS_ON_GOAL)

PROGRAMMES: Final = Kind(
    name="programmes",
    model=Programme,
    singular=Text(fi="kehitysohjelma", sv="utvecklingsprogram", en="development programme"),
    plural=Text(fi="Kehitysohjelmat", sv="Utvecklingsprogram", en="Development programmes"),
    purpose=Text(
        fi="Tavoitteet, hankkeet ja raha yhden ohjauksen alla.",
        sv="Mål, projekt och pengar under en styrning.",
        en="Goals, projects and money under one steering.",
    ),
    columns=(
        NAME,
        actor("owner_unit", Text(fi="omistajayksikkö", sv="ägarenhet", en="owner unit"), listed=True),
        DateColumn(name="start", label=Text(fi="alkaa", sv="börjar", en="starts"), listed=True),
        DateColumn(name="end", label=Text(fi="päättyy", sv="slutar", en="ends"), listed=True),
        TextColumn(name="steering", label=Text(fi="ohjausryhmä", sv="styrgrupp", en="steering group")),
        _DESCRIPTION,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("name",),),
    order=("name",),
    area="plans",
    group=PROJECTS_GROUP,
    check=starts_before_end,
)
BENEFIT_GOALS: Final = Kind(
    name="benefit-goals",
    model=BenefitGoal,
    singular=Text(fi="hyötytavoite", sv="nyttomål", en="benefit goal"),
    plural=Text(fi="Hyötytavoitteet", sv="Nyttomål", en="Benefit goals"),
    purpose=Text(
        fi="Mitä hyötyä ohjelmalla tavoitellaan.",
        sv="Vilken nytta programmet eftersträvar.",
        en="What benefit a programme is for.",
    ),
    columns=(
        ReferenceColumn(
            name="programme",
            kind="programmes",
            label=Text(fi="kehitysohjelma", sv="utvecklingsprogram", en="development programme"),
            required=True,
            listed=True,
        ),
        NUMBER,
        NAME,
        _DESCRIPTION,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("programme", "name"),),
    order=("programme__name", "number", "name"),
    area="plans",
    group=PROJECTS_GROUP,
)
GOAL_CONTRIBUTIONS: Final = Kind(
    name="goal-contributions",
    model=GoalContribution,
    singular=Text(fi="vaikutus hyötytavoitteeseen", sv="verkan på nyttomål", en="contribution to a goal"),
    plural=Text(fi="Vaikutukset hyötytavoitteisiin", sv="Verkan på nyttomål", en="Contributions to goals"),
    purpose=Text(
        fi="Miten paljon hanke edistää hyötytavoitetta ja miksi niin arvioidaan.",
        sv="Hur mycket ett projekt främjar ett nyttomål och varför man bedömer så.",
        en="How much a project serves a benefit goal, and why that is thought.",
    ),
    columns=(
        PROJECT,
        ReferenceColumn(
            name="benefit_goal",
            kind="benefit-goals",
            label=Text(fi="hyötytavoite", sv="nyttomål", en="benefit goal"),
            required=True,
            listed=True,
        ),
        _EFFECT,
        long_text("reason", Text(fi="perustelu", sv="motivering", en="reason")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "benefit_goal"),),
    order=("benefit_goal__number", "project__name"),
    filters=(by_choice(_EFFECT),),
    area="plans",
    group=PROJECTS_GROUP,
)
