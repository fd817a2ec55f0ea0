"""Which days of which records come: the column, what happens on the day, and when it is over.

One row per day. Days that only tell what has been (vouchers, submissions) are not here. Not for reading the records.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, When

from seutu.apps.funding.kinds.appropriations import PROSPECTS
from seutu.apps.funding.kinds.calls import CALLS
from seutu.apps.funding.kinds.decisions import DECISIONS
from seutu.apps.funding.kinds.judging import SUPPLEMENT_REQUESTS
from seutu.apps.funding.kinds.spending import INSTALMENTS, PAYMENT_CLAIMS, PURCHASES
from seutu.apps.programmes.kinds.documents import PLAN_DOCUMENTS
from seutu.apps.programmes.kinds.events import EVENTS
from seutu.apps.programmes.kinds.measuring import INDICATORS
from seutu.apps.programmes.kinds.programmes import PROGRAMMES
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.kinds.steering import PROJECT_MEETINGS, REFLECTIONS, RESOLUTIONS
from seutu.apps.programmes.kinds.work import PROJECT_TASKS, RESULTS, RISKS, WORK_PACKAGES
from seutu.apps.programmes.models import Measurement
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.register.kinds.tasks import TASKS
from seutu.core.funding.instalments import RECEIVED
from seutu.core.text import Text

PROJECT: Final = ("project",)
OF_PROJECT: Final = ("project__development_programme",)
UNFINISHED: Final = ("", "planned", "running")
OPEN: Final = ("", "open")
ORDER_OF_PURCHASE: Final = ("planned", "tender", "chosen", "ordered", "delivered")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedSource:
    """One day that records of a kind have.

    ``waits`` are the states in which something is still to be done by the day; None: the day only passes. ``holds``
    are the states in which a day that passes still stands. ``whose``, ``project`` and ``programme`` are the ways to
    them, tried in order. ``fulfilled`` asks the records whether what was to be done has been done. ``ends_with`` is
    the way to the stage of the project with which work is over though it was not done. ``open`` kinds are shown also
    to those who do not see plans as they stand, as their managers allow.
    """

    kind: Kind
    column: str
    what: Text
    title: str = "name"
    until: str = ""
    waits: tuple[str, ...] | None = None
    holds: tuple[str, ...] | None = None
    whose: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    ends_with: str = ""
    fulfilled: Callable[[], Exists | Case] | None = None
    open: bool = False


def _measured() -> Exists:
    """Ask whether an indicator has been measured on its target's day or after it."""
    since = Measurement.objects.filter(indicator=OuterRef("pk"), day__gte=OuterRef("target_day"))
    return Exists(since.filter(trashed_at__isnull=True, category=""))


def _came() -> Case:
    """Ask whether the whole of an instalment has come, as ``core.funding.instalments`` has it."""
    whole = Q(state=RECEIVED) | Q(received__gte=F("amount"))
    return Case(When(whole, then=True), default=False, output_field=BooleanField())


def _purchase(column: str, what: Text, reached: int) -> DatedSource:
    return DatedSource(
        kind=PURCHASES,
        column=column,
        what=what,
        waits=ORDER_OF_PURCHASE[:reached],
        whose=("supplier__name", "work_package__responsible__name"),
        project=PROJECT,
        programme=OF_PROJECT,
        ends_with="project__life_cycle",
    )


WORK: Final = (
    DatedSource(
        kind=TASKS,
        column="due",
        what=Text(fi="tehtävän määräpäivä", sv="uppgiften ska vara klar", en="task due"),
        waits=("open",),
        whose=("owner__name", "member"),
    ),
    DatedSource(
        kind=WORK_PACKAGES,
        column="end",
        what=Text(fi="työpaketti päättyy", sv="arbetspaketet slutar", en="work package ends"),
        whose=("responsible__name",),
        project=PROJECT,
        programme=OF_PROJECT,
        ends_with="project__life_cycle",
    ),
    DatedSource(
        kind=PROJECT_TASKS,
        column="end",
        what=Text(fi="hankkeen tehtävän pitää olla valmis", sv="projektuppgiften ska vara klar", en="project task due"),
        waits=UNFINISHED,
        whose=("responsible__name", "work_package__responsible__name"),
        project=("work_package__project",),
        programme=("work_package__project__development_programme",),
        parents=("work_package",),
        ends_with="work_package__project__life_cycle",
    ),
    DatedSource(
        kind=RESULTS,
        column="due",
        what=Text(fi="tuloksen pitää olla valmis", sv="resultatet ska vara klart", en="result due"),
        waits=UNFINISHED,
        whose=("work_package__responsible__name",),
        project=("work_package__project",),
        programme=("work_package__project__development_programme",),
        parents=("work_package",),
        ends_with="work_package__project__life_cycle",
    ),
    DatedSource(
        kind=RISKS,
        column="reviewed",
        what=Text(fi="riski tarkistetaan", sv="risken granskas", en="risk is reviewed"),
        holds=("", "open", "happened"),
        whose=("owner",),
        project=PROJECT,
        programme=OF_PROJECT,
        ends_with="project__life_cycle",
    ),
)
STEERING: Final = (
    DatedSource(
        kind=PROGRAMMES,
        column="end",
        what=Text(fi="kehitysohjelma päättyy", sv="utvecklingsprogrammet slutar", en="programme ends"),
        whose=("owner_unit__name",),
        programme=("",),
    ),
    DatedSource(
        kind=PROJECTS,
        column="start",
        what=Text(fi="hanke alkaa", sv="projektet börjar", en="project starts"),
        whose=("owner_unit__name",),
        project=("",),
        programme=("development_programme",),
    ),
    DatedSource(
        kind=PROJECTS,
        column="end",
        what=Text(fi="hanke päättyy", sv="projektet slutar", en="project ends"),
        whose=("owner_unit__name",),
        project=("",),
        programme=("development_programme",),
    ),
    DatedSource(
        kind=PROJECT_MEETINGS,
        column="day",
        what=Text(fi="kokous", sv="möte", en="meeting"),
        project=PROJECT,
        programme=("programme", *OF_PROJECT),
    ),
    DatedSource(
        kind=REFLECTIONS,
        column="day",
        what=Text(fi="itsearviointi", sv="självvärdering", en="reflection workshop"),
        project=PROJECT,
        programme=("programme", *OF_PROJECT),
    ),
    DatedSource(
        kind=RESOLUTIONS,
        column="due",
        what=Text(fi="kokouspäätös pitää toteuttaa", sv="mötesbeslutet ska genomföras", en="resolution due"),
        waits=OPEN,
        whose=("responsible",),
        project=("project", "meeting__project", "reflection__project"),
        programme=(
            "reflection__programme",
            "meeting__programme",
            *OF_PROJECT,
            "meeting__project__development_programme",
            "reflection__project__development_programme",
        ),
    ),
    DatedSource(
        kind=PLAN_DOCUMENTS,
        column="next_review",
        what=Text(fi="asiakirja pitää tarkistaa", sv="dokumentet ska ses över", en="document to be reviewed"),
        waits=("draft", "for_approval", "approved"),
        whose=("responsible",),
        project=PROJECT,
        programme=("programme", *OF_PROJECT),
    ),
    DatedSource(
        kind=INDICATORS,
        column="target_day",
        what=Text(fi="tavoite pitää mitata", sv="målet ska mätas", en="target to be measured"),
        waits=(),
        project=PROJECT,
        programme=("programme", *OF_PROJECT),
        fulfilled=_measured,
    ),
    DatedSource(
        kind=EVENTS,
        column="start",
        what=Text(fi="tapahtuma", sv="evenemang", en="event"),
        until="end",
        whose=("organiser__name",),
        project=PROJECT,
        programme=OF_PROJECT,
        open=True,
    ),
)
MONEY: Final = (
    DatedSource(
        kind=CALLS,
        column="closes",
        what=Text(fi="haku päättyy", sv="utlysningen stänger", en="call closes"),
        whose=("funder__name",),
        open=True,
    ),
    DatedSource(
        kind=SUPPLEMENT_REQUESTS,
        column="due",
        what=Text(fi="täydennyksen määräpäivä", sv="kompletteringen ska lämnas", en="supplement due"),
        waits=OPEN,
        whose=("application__applicant__name",),
        project=("application__project",),
        programme=("application__project__development_programme",),
        parents=("application",),
        open=True,
    ),
    DatedSource(
        kind=DECISIONS,
        column="day",
        what=Text(fi="päätöspäivä", sv="beslutsdag", en="decision"),
        whose=("responsible",),
        project=("project", "application__project"),
        programme=(*OF_PROJECT, "application__project__development_programme"),
        open=True,
    ),
    DatedSource(
        kind=PROSPECTS,
        column="deadline",
        what=Text(fi="rahoitusta pitää hakea", sv="finansieringen ska sökas", en="funding to be applied for"),
        waits=("found", "preparing"),
        whose=("funder__name",),
        project=PROJECT,
        programme=(*OF_PROJECT, "appropriation__programme"),
    ),
    DatedSource(
        kind=INSTALMENTS,
        column="due",
        what=Text(fi="rahoituserän eräpäivä", sv="raten förfaller", en="instalment due"),
        waits=(),
        whose=("payer__name",),
        project=PROJECT,
        programme=OF_PROJECT,
        fulfilled=_came,
    ),
    DatedSource(
        kind=PAYMENT_CLAIMS,
        column="end",
        what=Text(fi="maksatuskausi päättyy", sv="betalningsperioden slutar", en="claim period ends"),
        title="number",
        holds=("draft",),
        project=PROJECT,
        programme=OF_PROJECT,
    ),
    _purchase(
        "tendered", Text(fi="hankinta pitää kilpailuttaa", sv="inköpet ska upphandlas", en="purchase to tender"), 2
    ),
    _purchase("ordered", Text(fi="hankinta pitää tilata", sv="inköpet ska beställas", en="purchase to order"), 3),
    _purchase(
        "delivered", Text(fi="hankinta pitää toimittaa", sv="inköpet ska levereras", en="purchase to be delivered"), 4
    ),
    _purchase("accepted", Text(fi="hankinta pitää hyväksyä", sv="inköpet ska godkännas", en="purchase to accept"), 5),
)
SOURCES: Final = (*WORK, *STEERING, *MONEY)
