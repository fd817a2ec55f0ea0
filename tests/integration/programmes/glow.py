"""A project like those of the documents: 5 packages, 15 tasks, 5 results, 57 person-months. Not a test itself."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_record

START: Final = date(2021, 9, 1)
END: Final = date(2023, 12, 31)
# Number, name, start, end, what it comes after, person-months, and the first and last days of its tasks.
PACKAGES: Final[tuple[tuple[str, str, date, date, str, int, tuple[tuple[date, date], ...]], ...]] = (
    (
        "1",
        "Lähtötilanne",
        date(2021, 9, 1),
        date(2021, 12, 31),
        "",
        10,
        (
            (date(2021, 9, 1), date(2021, 9, 30)),
            (date(2021, 10, 1), date(2021, 10, 31)),
            (date(2021, 11, 1), date(2021, 11, 30)),
            (date(2021, 12, 1), date(2021, 12, 31)),
        ),
    ),
    (
        "2",
        "Verkoston rakentaminen",
        date(2022, 1, 1),
        date(2022, 9, 30),
        "1",
        15,
        (
            (date(2022, 1, 1), date(2022, 3, 31)),
            (date(2022, 4, 1), date(2022, 5, 31)),
            (date(2022, 6, 1), date(2022, 7, 31)),
            (date(2022, 8, 1), date(2022, 9, 30)),
        ),
    ),
    (
        "3",
        "Kokeilut yrityksissä",
        date(2022, 11, 1),
        date(2023, 6, 30),
        "2",
        20,
        (
            (date(2022, 11, 1), date(2023, 1, 31)),
            (date(2023, 2, 1), date(2023, 4, 30)),
            (date(2023, 5, 1), date(2023, 6, 30)),
        ),
    ),
    (
        "4",
        "Viestintä",
        date(2021, 9, 1),
        date(2023, 12, 31),
        "",
        6,
        ((date(2021, 9, 1), date(2022, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31))),
    ),
    (
        "10",
        "Juurrutus",
        date(2023, 11, 1),
        date(2023, 12, 31),
        "3",
        6,
        ((date(2023, 11, 1), date(2023, 11, 30)), (date(2023, 12, 1), date(2023, 12, 31))),
    ),
)


@dataclass(slots=True)
class Glow:
    """The project's records by number."""

    workspace: Workspace
    project: OwnedRecord
    lead: OwnedRecord
    packages: dict[str, OwnedRecord] = field(default_factory=dict)
    tasks: dict[str, OwnedRecord] = field(default_factory=dict)
    results: dict[str, OwnedRecord] = field(default_factory=dict)


def make_glow(workspace: Workspace, *, by: User | None = None, **project: Any) -> Glow:
    """Save the project with its plan."""
    with in_scope(workspace):
        lead = make_record("actors", by=by, name="Yrityspalvelu Oy")
        first = {"name": "Kasvun verkosto", "start": START, "end": END, "life_cycle": "running", **project}
        made = Glow(workspace, make_record("projects", by=by, **first), lead)
        make_record("participations", by=by, project=made.project, actor=lead, role="lead")
        for number, name, start, end, after, work, tasks in PACKAGES:
            package = make_record(
                "work-packages",
                by=by,
                project=made.project,
                number=number,
                name=name,
                start=start,
                end=end,
                after=after,
                person_months=Decimal(work),
                responsible=lead,
            )
            made.packages[number] = package
            for place, (first_day, last_day) in enumerate(tasks, start=1):
                key = f"{number}.{place}"
                made.tasks[key] = make_record(
                    "project-tasks",
                    by=by,
                    work_package=package,
                    number=key,
                    name=f"Tehtävä {key}",
                    start=first_day,
                    end=last_day,
                    state="planned",
                )
            made.results[number] = make_record(
                "results", by=by, work_package=package, number=number, name=f"Tulos {number}", due=end
            )
        return made


def make_steering(glow: Glow, *, by: User | None = None) -> None:
    """Save a meeting with a resolution, risks, an indicator with a measurement, people and budget lines."""
    with in_scope(glow.workspace):
        meeting = make_record(
            "project-meetings",
            by=by,
            name="Ohjausryhmä 1",
            project=glow.project,
            meeting_type="steering_group",
            day=date(2021, 10, 5),
            agenda="Aloitus",
            minutes="Hyväksyttiin suunnitelma.",
            participants="Osallistuja A",
        )
        make_record(
            "resolutions",
            by=by,
            meeting=meeting,
            number="1",
            name="Haetaan muutosta",
            due=date(2021, 11, 1),
            state="open",
        )
        for name, probability, impact in (("Rekrytointi viivästyy", 4, 5), ("Yritykset eivät ehdi", 2, 2)):
            make_record(
                "risks",
                by=by,
                project=glow.project,
                name=name,
                probability=Decimal(probability),
                impact=Decimal(impact),
                response="Varataan sijainen.",
                owner="projektipäällikkö",
                state="open",
            )
        indicator = make_record(
            "indicators",
            by=by,
            project=glow.project,
            name="Yrityksiä verkostossa",
            indicator_type="number",
            unit="kpl",
            baseline=Decimal(0),
            target=Decimal(40),
        )
        make_record("measurements", by=by, indicator=indicator, day=date(2022, 6, 1), value=Decimal(10))
        for number, role, work in (
            ("1", "projektipäällikkö", "5"),
            ("1", "asiantuntija", "5"),
            ("2", "asiantuntija", "8"),
            ("2", "projektipäällikkö", "7"),
        ):
            make_record(
                "assignments",
                by=by,
                work_package=glow.packages[number],
                role=role,
                partner=glow.lead,
                person_months=Decimal(work),
            )
        for label, kind, amount in (("Palkat", "staff", "314943"), ("Flat rate 40 %", "flat_rate", "125977")):
            make_record("cost-lines", by=by, project=glow.project, label=label, cost_kind=kind, amount=Decimal(amount))
