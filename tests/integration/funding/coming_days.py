"""Records with days around a day, one of every source of what comes, for tests. Not a test itself."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from seutu.apps.accounts.models import User, Workspace
from seutu.apps.records.models import OwnedRecord
from seutu.apps.records.scope import in_scope
from tests.integration.factories import make_record


@dataclass(slots=True)
class Days:
    """A programme with a project, and records by kind, each with a day ``ahead`` days from today."""

    workspace: Workspace
    today: date
    programme: Any = None
    project: Any = None
    records: dict[str, OwnedRecord] = field(default_factory=dict)


def make_days(workspace: Workspace, *, ahead: int = 3, by: User | None = None, mark: str = "") -> Days:
    """Make one record of every kind that has days, their names beginning with ``mark``."""
    days = Days(workspace, timezone.localdate())
    day = days.today + timedelta(days=ahead)
    with in_scope(workspace, person=by):
        firm = make_record("actors", by=by, name=f"{mark}Kehitysyhtiö")
        days.programme = make_record("programmes", by=by, name=f"{mark}Ohjelma", end=day)
        days.project = project = make_record(
            "projects",
            by=by,
            name=f"{mark}Hanke",
            development_programme=days.programme,
            life_cycle="running",
            start=day,
            end=day,
        )
        package = make_record("work-packages", by=by, project=project, number="1", name=f"{mark}TP", end=day)
        meeting = make_record("project-meetings", by=by, project=project, name=f"{mark}Kokous", day=day)
        application = make_record("applications", by=by, project=project, name=f"{mark}Hakemus", state="submitted")
        of_project: dict[str, dict[str, Any]] = {
            "risks": {"name": f"{mark}Riski", "state": "open", "reviewed": day},
            "indicators": {"name": f"{mark}Mittari", "target_day": day, "target": Decimal(5)},
            "events": {"name": f"{mark}Tapahtuma", "start": day},
            "prospects": {"name": f"{mark}Lähde", "state": "found", "deadline": day},
            "instalments": {"name": f"{mark}Erä", "state": "expected", "due": day, "payer": firm},
            "payment-claims": {"number": f"{mark}1", "state": "draft", "start": day - timedelta(days=90), "end": day},
            "purchases": {"name": f"{mark}Osto", "state": "tender", "tendered": day, "accepted": day},
            "decisions": {"name": f"{mark}Päätös", "day": day},
            "plan-documents": {"name": f"{mark}Viestintäsuunnitelma", "state": "draft", "next_review": day},
        }
        made = {kind: make_record(kind, by=by, project=project, **values) for kind, values in of_project.items()}
        work = {"work_package": package, "number": "1.1", "state": "running"}
        made |= {
            "tasks": make_record("tasks", by=by, name=f"{mark}Soitto", due=day, member="member@example.org"),
            "work-packages": package,
            "project-meetings": meeting,
            "project-tasks": make_record(
                "project-tasks", by=by, **work, name=f"{mark}Kartoitus", end=day, responsible=firm
            ),
            "results": make_record("results", by=by, **work, name=f"{mark}Raportti", due=day),
            "resolutions": make_record("resolutions", by=by, meeting=meeting, name=f"{mark}Kokouspäätös", due=day),
            "reflections": make_record("reflections", by=by, programme=days.programme, name=f"{mark}Paja", day=day),
            "calls": make_record("calls", by=by, name=f"{mark}Haku", closes=day, funder=firm),
            "supplement-requests": make_record(
                "supplement-requests", by=by, application=application, name=f"{mark}Täydennys", state="open", due=day
            ),
        }
    days.records = {"programmes": days.programme, "projects": project, **made}
    return days
