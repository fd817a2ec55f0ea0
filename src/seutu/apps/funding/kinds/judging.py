"""What is said of applications: scores, statements, supplement requests."""

from typing import Final

from seutu.apps.funding.choices import POSITIONS, SUPPLEMENT_STATES
from seutu.apps.funding.guards import check_score, guard_score
from seutu.apps.funding.kinds.calls import points
from seutu.apps.funding.models import Score, Statement, SupplementRequest
from seutu.apps.programmes.kinds.shared_columns import CALLS_GROUP, NUMBER, actor, by_choice, choice, long_text
from seutu.apps.records.sheets.columns import DateColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import EmailColumn, ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NAME, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_APPLICATION: Final = ReferenceColumn(
    name="application",
    kind="applications",
    label=Text(fi="hakemus", sv="ansökan", en="application"),
    required=True,
    listed=True,
)
_POSITION: Final = choice("position", Text(fi="kanta", sv="ståndpunkt", en="position"), POSITIONS)
_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), SUPPLEMENT_STATES, required=True)

SCORES: Final = Kind(
    name="scores",
    model=Score,
    singular=Text(fi="pisteytys", sv="poängsättning", en="score"),
    plural=Text(fi="Pisteytykset", sv="Poängsättningar", en="Scores"),
    purpose=Text(
        fi="Arvioijien pisteet ja perustelut arviointiperusteittain.",
        sv="Bedömarnas poäng och motiveringar per bedömningsgrund.",
        en="Assessors' points and comments by criterion.",
    ),
    columns=(
        _APPLICATION,
        ReferenceColumn(
            name="criterion",
            kind="criteria",
            label=Text(fi="arviointiperuste", sv="bedömningsgrund", en="criterion"),
            required=True,
            listed=True,
        ),
        EmailColumn(
            name="assessor",
            label=Text(fi="arvioija", sv="bedömare", en="assessor"),
            help=Text(
                fi="Arvioijan sähköposti, jolla hän kirjautuu.",
                sv="Bedömarens e-post som hen loggar in med.",
                en="The e-mail address the assessor signs in with.",
            ),
            required=True,
            personal=True,
            listed=True,
        ),
        points("points", Text(fi="pisteet", sv="poäng", en="points"), required=True),
        long_text("comment", Text(fi="perustelu", sv="motivering", en="comment")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("application", "criterion", "assessor"),),
    order=("application__name", "criterion__number", "assessor"),
    personal=True,
    area="plans",
    group=CALLS_GROUP,
    check=check_score,
    guard=guard_score,
    unshared=True,
)
STATEMENTS: Final = Kind(
    name="statements",
    model=Statement,
    singular=Text(fi="lausunto", sv="utlåtande", en="statement"),
    plural=Text(fi="Lausunnot", sv="Utlåtanden", en="Statements"),
    purpose=Text(
        fi="Mitä hakemuksesta lausutaan ja kuka lausuu.",
        sv="Vad som uttalas om en ansökan och av vem.",
        en="What is said of an application, and by whom.",
    ),
    columns=(
        _APPLICATION,
        NAME,
        actor("giver", Text(fi="lausunnon antaja", sv="utlåtandets givare", en="given by"), listed=True),
        _POSITION,
        DateColumn(name="day", label=Text(fi="päivä", sv="dag", en="day"), listed=True),
        long_text("text", Text(fi="lausunto", sv="utlåtande", en="statement"), searchable=True),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("application", "name"),),
    order=("application__name", "day", "name"),
    filters=(by_choice(_POSITION),),
    area="plans",
    group=CALLS_GROUP,
)
SUPPLEMENT_REQUESTS: Final = Kind(
    name="supplement-requests",
    model=SupplementRequest,
    singular=Text(fi="täydennyspyyntö", sv="begäran om komplettering", en="supplement request"),
    plural=Text(fi="Täydennyspyynnöt", sv="Begärda kompletteringar", en="Supplement requests"),
    purpose=Text(
        fi="Mitä hakijan on täydennettävä, mihin mennessä ja mikä on tehty.",
        sv="Vad sökanden ska komplettera, till när och vad som är gjort.",
        en="What the applicant must supplement, by when, and what is done.",
    ),
    columns=(
        _APPLICATION,
        NUMBER,
        TextColumn(
            name="name",
            label=Text(fi="pyyntö", sv="begäran", en="request"),
            required=True,
            searchable=True,
            listed=True,
            max_length=500,
        ),
        DateColumn(name="requested_on", label=Text(fi="pyydetty", sv="begärd", en="requested"), listed=True),
        DateColumn(name="due", label=Text(fi="määräaika", sv="tidsfrist", en="due"), listed=True),
        _STATE,
        DateColumn(name="done_on", label=Text(fi="tehty päivänä", sv="gjord den", en="done on")),
        long_text("answer", Text(fi="vastaus", sv="svar", en="answer")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("application", "name"),),
    order=("application__name", "number", "name"),
    filters=(by_choice(_STATE),),
    area="plans",
    group=CALLS_GROUP,
)
