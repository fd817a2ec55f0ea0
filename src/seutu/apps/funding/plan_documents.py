"""What a project's printed documents are made of, gathered from its records. Not for printing (``reporting.plans``)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from seutu.apps.funding.models import Application as ApplicationRecord
from seutu.apps.funding.models import ApplicationChapter, Decision
from seutu.apps.funding.plans import ProjectPlan
from seutu.apps.programmes.models import Indicator, Participation, Project, ProjectTask, Result, WorkPackage
from seutu.apps.records.ordering import blanks_last
from seutu.apps.records.sheets.municipalities import municipality_name
from seutu.core.figures.plain_numbers import plain_number
from seutu.core.figures.relations import Term
from seutu.core.figures.units import PERSON_MONTH
from seutu.core.funding.applications import Action, Application, Assessment, Principle, Step, Supplement, Target
from seutu.core.funding.project_pages import ProjectPage, Stage
from seutu.core.programmes.numbering import natural_key
from seutu.core.programmes.work_plans import Package
from seutu.core.text import Language, Text

STEPS: Final = (
    ("submitted_on", Text(fi="Saapunut", sv="Inkommen", en="Received")),
    ("handled_on", Text(fi="Käsitelty", sv="Behandlad", en="Handled")),
    ("decided_on", Text(fi="Päätetty", sv="Beslutad", en="Decided")),
)


def project_page(shown: ProjectPlan) -> ProjectPage:
    """Return the project as it is printed on one page; the money is worked out."""
    packages = _packages(shown.project)
    results = Result.objects.filter(work_package__in=packages, trashed_at__isnull=True).order_by("number", "name")
    return ProjectPage(
        shown.worked,
        goal=shown.project.description,
        stages=_stages(packages),
        results=tuple(each.name for each in sorted(results, key=lambda each: natural_key(each.number))),
    )


def application_of(shown: ProjectPlan, record: ApplicationRecord | None, *, language: Language) -> Application:
    """Return a project's application; without a record of one, what the project itself knows of it."""
    project = shown.project
    towns = Participation.objects.filter(project=project, trashed_at__isnull=True).exclude(role="funder")
    codes = towns.exclude(actor__municipality="").values_list("actor__municipality", flat=True)
    lead = towns.filter(role="lead").select_related("actor").first()
    applicant = record.applicant if record is not None and record.applicant is not None else lead and lead.actor
    texts, principles = _chapters(record)
    packages = _packages(project)
    return Application(
        plan=shown.worked,
        number=record.code if record else "",
        applicant=applicant.name if applicant else "",
        content=texts.get("content", "") or (record.summary if record else "") or project.description,
        need=texts.get("need", ""),
        goals=texts.get("goals", ""),
        target_groups=texts.get("target_groups", ""),
        actions_text=texts.get("actions", ""),
        outcomes=texts.get("outcomes", ""),
        principles=principles,
        actions=_actions(packages),
        stages=_stages(packages),
        municipalities=tuple(municipality_name(code, language) for code in sorted(set(codes))),
        indicators=_targets(project),
        steps=_steps(record, language) if record else (),
        assessment=_assessment(record) if record else Assessment(),
        supplements=_supplements(record) if record else (),
    )


def _packages(project: Project) -> list[WorkPackage]:
    held = WorkPackage.objects.filter(project=project, trashed_at__isnull=True)
    return sorted(held, key=lambda each: (natural_key(each.number), each.name))


def _stages(packages: Sequence[WorkPackage]) -> tuple[Stage, ...]:
    return tuple(Stage(each.number, each.name, each.start, each.end) for each in packages)


def _actions(packages: Sequence[WorkPackage]) -> tuple[Action, ...]:
    tasks = ProjectTask.objects.filter(work_package__in=packages, trashed_at__isnull=True)
    results = Result.objects.filter(work_package__in=packages, trashed_at__isnull=True)
    by_number = sorted(tasks, key=lambda each: natural_key(each.number))
    ended = sorted(results, key=lambda each: natural_key(each.number))
    return tuple(
        Action(
            Package(
                each.number,
                each.name,
                _months(each.person_months),
                tuple(task.name for task in by_number if task.work_package_id == each.pk),
                tuple(result.name for result in ended if result.work_package_id == each.pk),
            ),
            each.objective,
        )
        for each in packages
    )


def _chapters(record: ApplicationRecord | None) -> tuple[dict[str, str], tuple[Principle, ...]]:
    """Return the texts by chapter, several of one joined in order, and the horizontal principles."""
    if record is None:
        return {}, ()
    texts: dict[str, str] = {}
    principles = []
    for each in ApplicationChapter.objects.filter(application=record, trashed_at__isnull=True).order_by(
        "chapter", "heading", "created_at"
    ):
        if each.chapter == "principles":
            principles.append(Principle(each.heading, each.text))
        else:
            texts[each.chapter] = "\n\n".join(part for part in (texts.get(each.chapter, ""), each.text) if part)
    return texts, tuple(principles)


def _months(months: Decimal | None) -> Term | None:
    return None if months is None else Term(Text.same(""), plain_number(months), PERSON_MONTH)


def _targets(project: Project) -> tuple[Target, ...]:
    held = Indicator.objects.filter(project=project, trashed_at__isnull=True).order_by("name")
    return tuple(Target(each.name, each.unit, plain_number(each.baseline), plain_number(each.target)) for each in held)


def _steps(record: ApplicationRecord, language: Language) -> tuple[Step, ...]:
    days: list[tuple[Text, date | None]] = [(label, getattr(record, name)) for name, label in STEPS]
    return tuple(Step(label.in_language(language), day) for label, day in days if day is not None)


def _assessment(record: ApplicationRecord) -> Assessment:
    points, most = plain_number(record.points), plain_number(record.max_points)
    given = (points, most) if points is not None and most is not None else None
    decision = record.decisions.filter(trashed_at__isnull=True).order_by(*blanks_last(Decision, "-day")).first()
    return Assessment(record.assessment, given, reasons=decision.reasons if decision else "")


def _supplements(record: ApplicationRecord) -> tuple[Supplement, ...]:
    asked = record.supplement_requests.filter(trashed_at__isnull=True).order_by("number", "name")
    return tuple(Supplement(each.name, each.state == "done") for each in asked)
