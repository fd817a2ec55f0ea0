"""Hours worked for a project, month by month. Not for the work that is planned (``work``)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from seutu.apps.programmes.kinds.shared_columns import PROJECT, WORK_GROUP
from seutu.apps.programmes.models import Assignment, WorkedHours, WorkPackage
from seutu.apps.records.sheets.columns import NumberColumn
from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.records.sheets.periods import NOT_A_MONTH, MonthColumn
from seutu.apps.records.sheets.references import ReferenceColumn
from seutu.apps.register.kinds.shared_columns import NOTE, SOURCE, SOURCE_PLACE
from seutu.core.text import Text

HOURS: Final = Text.same("h")
MOST: Final = Decimal(99_999)
_OTHER_PROJECT: Final = Text(
    fi="Työpaketti kuuluu toiseen hankkeeseen. Valitse tämän hankkeen työpaketti, tai tarkista hanke.",
    sv="Arbetspaketet hör till ett annat projekt. Välj ett paket i det här projektet, eller kontrollera projektet.",
    en="The work package belongs to another project. Choose a package of this project, or check the project.",
)
_OTHER_PACKAGE: Final = Text(
    fi="Työnjako kuuluu toiseen työpakettiin tai hankkeeseen. Valitse saman työpaketin työnjako, tai tarkista "
    "työpaketti.",
    sv="Arbetsfördelningen hör till ett annat arbetspaket eller projekt. Välj en i samma paket, eller kontrollera "
    "paketet.",
    en="The assignment belongs to another package or project. Choose one of the same package, or check the package.",
)


def _check(values: dict[str, Any]) -> dict[str, Text]:
    return dict(_problems(values))


def _problems(values: dict[str, Any]) -> Iterator[tuple[str, Text]]:
    month, project, package = values.get("month"), values.get("project"), values.get("work_package")
    if isinstance(month, date) and month.day != 1:
        yield "month", NOT_A_MONTH
    if package is not None and not WorkPackage.objects.filter(pk=package, project_id=project).exists():
        yield "work_package", _OTHER_PROJECT
    if values.get("assignment") is not None:
        of = {"work_package_id": package} if package is not None else {"work_package__project_id": project}
        if not Assignment.objects.filter(pk=values["assignment"], **of).exists():
            yield "assignment", _OTHER_PACKAGE


WORKED_HOURS: Final = Kind(
    name="worked-hours",
    model=WorkedHours,
    singular=Text(fi="työtunnit", sv="arbetstimmar", en="worked hours"),
    plural=Text(fi="Työtunnit", sv="Arbetstimmar", en="Worked hours"),
    purpose=Text(
        fi="Hankkeelle tehdyt tunnit kuukausittain, roolin ja työpaketin mukaan.",
        sv="Timmar som gjorts för projektet per månad, enligt roll och arbetspaket.",
        en="Hours worked for a project by month, role and work package.",
    ),
    columns=(
        MonthColumn(
            name="month",
            label=Text(fi="kuukausi", sv="månad", en="month"),
            synonyms=("kk", "jakso", "period"),
            help=Text(fi="Esimerkiksi 3/2026.", sv="Till exempel 3/2026.", en="For example 3/2026."),
            required=True,
            listed=True,
        ),
        PROJECT,
        ReferenceColumn(
            name="work_package",
            kind="work-packages",
            label=Text(fi="työpaketti", sv="arbetspaket", en="work package"),
            synonyms=("tp", "wp", "ap"),
            listed=True,
        ),
        ReferenceColumn(
            name="assignment",
            kind="assignments",
            label=Text(fi="työnjako", sv="arbetsfördelning", en="assignment"),
            synonyms=("tekijä", "henkilö", "rooli", "person", "role"),
            help=Text(
                fi="Kenen roolissa tunnit tehtiin. Ilman sitä tunnit ovat koko työpaketin tai hankkeen.",
                sv="I vems roll timmarna gjordes. Utan den gäller timmarna hela arbetspaketet eller projektet.",
                en="In whose role the hours were worked. Without it they are of the whole package or project.",
            ),
            listed=True,
        ),
        NumberColumn(
            name="hours",
            label=Text(fi="tunnit", sv="timmar", en="hours"),
            synonyms=("tuntia", "h", "timmar", "työtunnit"),
            unit=HOURS,
            decimals=2,
            minimum=Decimal(0),
            maximum=MOST,
            required=True,
            listed=True,
        ),
        NOTE,
        SOURCE,
        SOURCE_PLACE,
    ),
    identity=(("project", "work_package", "assignment", "month"),),
    order=("project__name", "-month"),
    personal=True,
    area="plans",
    group=WORK_GROUP,
    check=_check,
)
