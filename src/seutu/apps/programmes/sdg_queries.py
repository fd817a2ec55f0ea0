"""Reads of the review of a programme's goals and projects against the UN's 17 goals of sustainable development.

The newest judgement of a pair by its day stands; the older ones stay as its history.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q

from seutu.apps.programmes.kinds.measuring import SDG_REVIEWS
from seutu.apps.programmes.kinds.programmes import BENEFIT_GOALS
from seutu.apps.programmes.kinds.projects import PROJECTS
from seutu.apps.programmes.models import BenefitGoal, Programme, Project, SdgReview
from seutu.apps.programmes.programme_queries import goals_of, life_of, projects_of
from seutu.apps.records.queries import records_of
from seutu.core.programmes.life_cycles import is_due_for_review
from seutu.core.programmes.measurements import review_gaps

GOALS: Final = tuple(range(1, 18))
SubjectKind = Literal["benefit-goals", "projects"]
Subject = BenefitGoal | Project


@dataclass(frozen=True, slots=True)
class SubjectReview:
    """A goal or a project with its newest judgement on each of the 17; ``earlier`` is how many came before them."""

    kind: SubjectKind
    subject: Subject
    newest: dict[int, SdgReview]
    earlier: int

    @property
    def judged(self) -> int:
        """Return how many of the 17 have been judged."""
        return len(self.newest)

    @property
    def last(self) -> date | None:
        """Return the last day of review that is known."""
        return max((each.reviewed for each in self.newest.values() if each.reviewed), default=None)

    @property
    def version(self) -> int:
        """Return the last act that touched a judgement of the subject: what a form was made from."""
        return max((each.version for each in self.newest.values()), default=0)


@dataclass(frozen=True, slots=True)
class SdgMatrix:
    """The review of a programme: subjects × 17. ``waiting`` are projects so early that nothing is reviewed yet."""

    subjects: tuple[SubjectReview, ...]
    pairs: int
    judged: int
    waiting: tuple[Project, ...]

    @property
    def missing(self) -> int:
        """Return how many pairs are still to be judged."""
        return self.pairs - self.judged

    @property
    def unfinished(self) -> int:
        """Return how many subjects are not judged on all of the 17."""
        return sum(1 for each in self.subjects if each.judged < len(GOALS))

    @property
    def goals(self) -> int:
        """Return how many subjects are benefit goals."""
        return sum(1 for each in self.subjects if each.kind == "benefit-goals")

    @property
    def projects(self) -> int:
        """Return how many subjects are projects."""
        return len(self.subjects) - self.goals


def sdg_matrix(programme: Programme, *, projects: Sequence[Project] | None = None, by: date | None = None) -> SdgMatrix:
    """Return the review of the programme's goals and of its projects that have begun, or of those given.

    ``by`` leaves out judgements of a later day.
    """
    goals = goals_of(programme)
    known = projects_of(programme) if projects is None else list(projects)
    due = known if projects is not None else [each for each in known if is_due_for_review(life_of(each).stage)]
    reviews = _reviews(programme, by)
    subjects = (
        *(_standing("benefit-goals", each, reviews) for each in goals),
        *(_standing("projects", each, reviews) for each in due),
    )
    judged = {(str(each.subject.pk), number) for each in subjects for number in each.newest}
    gaps = review_gaps([str(each.subject.pk) for each in subjects], GOALS, judged)
    pairs = len(subjects) * len(GOALS)
    return SdgMatrix(subjects, pairs, pairs - len(gaps), tuple(each for each in known if each not in due))


def _reviews(programme: Programme, by: date | None) -> dict[UUID, list[SdgReview]]:
    own = Q(project__development_programme=programme) | Q(benefit_goal__programme=programme)
    found: dict[UUID, list[SdgReview]] = {}
    for each in records_of(SDG_REVIEWS).filter(own):
        if by is None or each.reviewed is None or each.reviewed <= by:
            found.setdefault(each.project_id or each.benefit_goal_id, []).append(each)
    return found


def _standing(kind: SubjectKind, subject: Subject, reviews: dict[UUID, list[SdgReview]]) -> SubjectReview:
    own = sorted(reviews.get(subject.pk, ()), key=_age)
    newest = {int(each.sdg): each for each in own}
    return SubjectReview(kind, subject, newest, len(own) - len(newest))


def _age(review: SdgReview) -> tuple[date, int]:
    return (review.reviewed or date.min, review.version)


def subject_of(programme: Programme, kind: str, subject_id: UUID) -> SubjectReview | None:
    """Return a goal or a project of the programme with its judgements, unless it is not there or in the trash."""
    subject: Subject
    try:
        if kind == "benefit-goals":
            subject = records_of(BENEFIT_GOALS).get(programme=programme, pk=subject_id)
            return _standing("benefit-goals", subject, _of(Q(benefit_goal=subject)))
        if kind == "projects":
            subject = records_of(PROJECTS).get(development_programme=programme, pk=subject_id)
            return _standing("projects", subject, _of(Q(project=subject)))
    except ObjectDoesNotExist:
        return None
    return None


def _of(which: Q) -> dict[UUID, list[SdgReview]]:
    found: dict[UUID, list[SdgReview]] = {}
    for each in records_of(SDG_REVIEWS).filter(which):
        found.setdefault(each.project_id or each.benefit_goal_id, []).append(each)
    return found


def history_of_reviews(subject: SubjectReview) -> list[SdgReview]:
    """Return every judgement of the subject, newest day first: the days of repeated reviews stay."""
    which = {"benefit_goal": subject.subject} if subject.kind == "benefit-goals" else {"project": subject.subject}
    found: Iterable[SdgReview] = records_of(SDG_REVIEWS).filter(**which)
    return sorted(found, key=lambda each: (-(each.reviewed or date.min).toordinal(), int(each.sdg), -each.version))
