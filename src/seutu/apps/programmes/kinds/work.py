"""The work of a project: work packages, tasks, results, assignments and risks."""

from decimal import Decimal
from typing import Final

from seutu.apps.programmes.choices import RISK_STATES, WORK_STATES
from seutu.apps.programmes.kinds.shared_columns import (
    PROJECT,
    WORK_GROUP,
    actor,
    by_choice,
    choice,
    long_text,
    money,
    person_months,
    starts_before_end,
)
from seutu.apps.programmes.models import Assignment, ProjectTask, Result, Risk, WorkPackage
from seutu.apps.records.sheets.columns import DateColumn, NumberColumn, TextColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import SOURCE, SOURCE_PLACE
from seutu.core.text import Text

_NAME: Final = TextColumn(
    name="name",
    label=Text(fi="nimi", sv="namn", en="name"),
    synonyms=("otsikko", "rubrik", "title"),
    required=True,
    searchable=True,
    listed=True,
    max_length=500,
)
_OWN_NUMBER: Final = TextColumn(
    name="number",
    label=Text(fi="numero", sv="nummer", en="number"),
    synonyms=("nro", "no", "nr", "tunnus"),
    required=True,
    listed=True,
    max_length=20,
)
_RESPONSIBLE: Final = actor("responsible", Text(fi="vastuutaho", sv="ansvarig", en="responsible"), listed=True)
_START: Final = DateColumn(name="start", label=Text(fi="alkaa", sv="börjar", en="starts"), listed=True)
_END: Final = DateColumn(name="end", label=Text(fi="päättyy", sv="slutar", en="ends"), listed=True)
_AFTER: Final = TextColumn(
    name="after",
    label=Text(fi="edeltävät", sv="föregående", en="comes after"),
    synonyms=("edeltäjät", "riippuvuudet", "predecessors"),
    help=Text(
        fi="Saman hankkeen työpaketit ja tehtävät, joiden on päätyttävä ensin: numerot puolipisteellä erotettuina.",
        sv="Arbetspaket och uppgifter i samma projekt som ska sluta först: nummer åtskilda med semikolon.",
        en="Packages and tasks of the same project that must end first: their numbers, separated by semicolons.",
    ),
)
_WORK_PACKAGE: Final = ReferenceColumn(
    name="work_package",
    kind="work-packages",
    label=Text(fi="työpaketti", sv="arbetspaket", en="work package"),
    synonyms=("tp", "wp", "ap"),
    required=True,
    listed=True,
)
_DESCRIPTION: Final = long_text("description", Text(fi="kuvaus", sv="beskrivning", en="description"))
_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), WORK_STATES)
_RISK_STATE: Final = choice("state", Text(fi="tila", sv="läge", en="state"), RISK_STATES)

WORK_PACKAGES: Final = Kind(
    name="work-packages",
    model=WorkPackage,
    singular=Text(fi="työpaketti", sv="arbetspaket", en="work package"),
    plural=Text(fi="Työpaketit", sv="Arbetspaket", en="Work packages"),
    purpose=Text(
        fi="Hankkeen työ osina: aika, vastuu, henkilötyökuukaudet ja ostot.",
        sv="Projektets arbete i delar: tid, ansvar, personmånader och inköp.",
        en="A project's work in parts: time, responsibility, person-months and purchases.",
    ),
    columns=(
        PROJECT,
        _OWN_NUMBER,
        _NAME,
        _RESPONSIBLE,
        _START,
        _END,
        _AFTER,
        person_months(),
        money("purchases", Text(fi="ostopalvelut", sv="köpta tjänster", en="purchases")),
        long_text("objective", Text(fi="tavoite", sv="mål", en="objective")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "number"),),
    order=("project__name", "number"),
    area="plans",
    group=WORK_GROUP,
    check=starts_before_end,
)
PROJECT_TASKS: Final = Kind(
    name="project-tasks",
    model=ProjectTask,
    singular=Text(fi="hankkeen tehtävä", sv="projektuppgift", en="project task"),
    plural=Text(fi="Hankkeen tehtävät", sv="Projektuppgifter", en="Project tasks"),
    purpose=Text(
        fi="Mitä työpaketissa tehdään, milloin ja kuka vastaa.",
        sv="Vad som görs i ett arbetspaket, när och vem som ansvarar.",
        en="What is done in a work package, when, and who is responsible.",
    ),
    columns=(
        _WORK_PACKAGE,
        _OWN_NUMBER,
        _NAME,
        _RESPONSIBLE,
        _START,
        _END,
        _AFTER,
        person_months(),
        _STATE,
        _DESCRIPTION,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("work_package", "number"),),
    order=("work_package__project__name", "work_package__number", "number"),
    filters=(by_choice(_STATE),),
    area="plans",
    group=WORK_GROUP,
    check=starts_before_end,
)
RESULTS: Final = Kind(
    name="results",
    model=Result,
    singular=Text(fi="tulos", sv="resultat", en="result"),
    plural=Text(fi="Tulokset", sv="Resultat", en="Results"),
    purpose=Text(
        fi="Mitä työpaketista jää: raportit, mallit, verkostot.",
        sv="Vad arbetspaketet lämnar efter sig: rapporter, modeller, nätverk.",
        en="What a work package leaves behind: reports, models, networks.",
    ),
    columns=(
        _WORK_PACKAGE,
        _OWN_NUMBER,
        _NAME,
        DateColumn(name="due", label=Text(fi="valmis viimeistään", sv="klart senast", en="due"), listed=True),
        _STATE,
        _DESCRIPTION,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("work_package", "number"),),
    order=("work_package__project__name", "number"),
    filters=(by_choice(_STATE),),
    area="plans",
    group=WORK_GROUP,
)
ASSIGNMENTS: Final = Kind(
    name="assignments",
    model=Assignment,
    singular=Text(fi="työnjako", sv="arbetsfördelning", en="assignment"),
    plural=Text(fi="Työnjako", sv="Arbetsfördelning", en="Assignments"),
    purpose=Text(
        fi="Kuka tekee, mitä työpakettia ja kuinka monta henkilötyökuukautta.",
        sv="Vem som gör, vilket arbetspaket och hur många personmånader.",
        en="Who works in which package, and for how many person-months.",
    ),
    columns=(
        _WORK_PACKAGE,
        TextColumn(
            name="role",
            label=Text(fi="tehtävänimike", sv="befattning", en="role"),
            synonyms=("henkilö", "rooli", "nimike", "person"),
            help=Text(
                fi="Rooli, ei henkilön nimi: projektipäällikkö, asiantuntija.",
                sv="Rollen, inte personens namn: projektchef, sakkunnig.",
                en="The role, not the person's name: project manager, expert.",
            ),
            required=True,
            listed=True,
            max_length=200,
        ),
        actor("partner", Text(fi="työnantaja", sv="arbetsgivare", en="employer"), listed=True),
        person_months(),
        _START,
        _END,
        long_text("responsibility", Text(fi="vastuut", sv="ansvar", en="responsibility")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("work_package", "role", "partner"),),
    order=("work_package__project__name", "work_package__number", "role"),
    area="plans",
    group=WORK_GROUP,
    check=starts_before_end,
)


def _grade(name: str, label: Text) -> NumberColumn:
    return NumberColumn(
        name=name,
        label=label,
        help=Text(fi="1 pieni – 5 suuri", sv="1 liten – 5 stor", en="1 small – 5 great"),
        decimals=0,
        minimum=Decimal(1),
        maximum=Decimal(5),
        listed=True,
    )


RISKS: Final = Kind(
    name="risks",
    model=Risk,
    singular=Text(fi="riski", sv="risk", en="risk"),
    plural=Text(fi="Riskit", sv="Risker", en="Risks"),
    purpose=Text(
        fi="Mikä voi mennä pieleen, kuinka todennäköisesti ja mitä sille tehdään.",
        sv="Vad som kan gå fel, hur sannolikt det är och vad man gör åt det.",
        en="What may go wrong, how likely it is, and what is done about it.",
    ),
    columns=(
        PROJECT,
        TextColumn(
            name="name",
            label=Text(fi="riski", sv="risk", en="risk"),
            required=True,
            searchable=True,
            listed=True,
        ),
        _grade("probability", Text(fi="todennäköisyys", sv="sannolikhet", en="probability")),
        _grade("impact", Text(fi="vaikutus", sv="konsekvens", en="impact")),
        long_text("response", Text(fi="toimet", sv="åtgärder", en="response")),
        TextColumn(
            name="owner", label=Text(fi="vastuurooli", sv="ansvarig roll", en="responsible role"), max_length=200
        ),
        _RISK_STATE,
        DateColumn(name="reviewed", label=Text(fi="tarkistettu", sv="granskad", en="reviewed")),
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "name"),),
    order=("project__name", "name"),
    filters=(by_choice(_RISK_STATE),),
    area="plans",
    group=WORK_GROUP,
)
