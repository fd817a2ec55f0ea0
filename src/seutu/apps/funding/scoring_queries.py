"""Scores of an application as the person at work may see them: her own, and the results once they are open to her.

Whose scores she sees is the manager's matter (models/sealing.py). Not for writing them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from seutu.apps.accounts.models import Membership, User
from seutu.apps.funding.models import Application, Criterion, Score
from seutu.apps.funding.readiness import assessors_of
from seutu.apps.records.scope import current_scope
from seutu.apps.records.terms import attach_terms
from seutu.core.funding.scoring import Scoring
from seutu.core.programmes.numbering import natural_key


@dataclass(frozen=True, slots=True)
class ScoringState:
    """How the scoring of an application stands for the person at work.

    ``own`` are her own scores by criterion. ``results`` is None until others' scores are open to her; ``scores`` are
    those behind it. ``finished`` of ``begun`` assessors have scored every criterion. ``names`` are those of the
    workspace's people among the assessors, by address in small letters.
    """

    criteria: tuple[Criterion, ...]
    own: dict[UUID, Score]
    finished: int
    begun: int
    scores: tuple[Score, ...]
    results: Scoring | None
    names: Mapping[str, str]

    def named(self, assessor: str) -> str:
        """Return an assessor's name, with the address where two are called the same; the address without a name."""
        name = self.names.get(assessor.casefold(), "")
        alike = sum(1 for each in self.names.values() if each == name)
        return assessor if not name else f"{name} ({assessor})" if alike > 1 else name

    @property
    def most(self) -> Decimal:
        """Return the most points that the criteria give together."""
        return sum((each.max_points for each in self.criteria), Decimal(0))

    @property
    def done(self) -> int:
        """Return how many criteria the person has scored."""
        return sum(1 for each in self.criteria if each.pk in self.own)


def criteria_of(application: Application) -> list[Criterion]:
    """Return the criteria of the application's call in their order: 2 comes before 10."""
    if application.call_id is None:
        return []
    return in_order(Criterion.objects.filter(call=application.call_id, trashed_at__isnull=True))


def in_order(criteria: Iterable[Criterion]) -> list[Criterion]:
    """Return criteria by their numbers."""
    return sorted(criteria, key=lambda each: (natural_key(each.number), each.name))


def own_scores(application: Application, person: User) -> dict[UUID, Score]:
    """Return a person's own scores of an application by criterion; of two, the last changed."""
    found = Score.objects.filter(application=application.pk, assessor__iexact=person.email, trashed_at__isnull=True)
    return {each.criterion_id: each for each in attach_terms(list(found.order_by("version", "pk")))}


def scoring_of(application: Application) -> ScoringState:
    """Return how the scoring of an application stands for the person at work."""
    scope = current_scope()
    criteria = tuple(criteria_of(application))
    shown = Score.objects.filter(application=application.pk, trashed_at__isnull=True)
    scores = tuple(shown.select_related("criterion").order_by("assessor", "version", "pk"))
    email = scope.person.email.casefold() if scope.person else ""
    own = {each.criterion_id: each for each in scores if email and each.assessor.casefold() == email}
    finished, begun = assessors_of(application)
    results = _results(criteria, scores, own, email)
    return ScoringState(criteria, own, finished, begun, scores, results, _names(scores) if results else {})


def _names(scores: Iterable[Score]) -> dict[str, str]:
    """Return the names of the members who gave scores, by address in small letters."""
    addresses = {each.assessor.casefold() for each in scores}
    members = Membership.objects.filter(workspace=current_scope().workspace).select_related("person")
    known = {each.person.email.casefold(): each.person.name for each in members}
    return {address: known[address] for address in addresses if known.get(address)}


def _results(
    criteria: tuple[Criterion, ...], scores: tuple[Score, ...], own: dict[UUID, Score], email: str
) -> Scoring | None:
    """Return the table of everybody's points, once the person has finished or sees others' for another reason."""
    finished = bool(criteria) and all(each.pk in own for each in criteria)
    others = any(each.assessor.casefold() != email for each in scores)
    if not finished and not others:
        return None
    points: dict[str, dict[str, Decimal]] = {}
    for each in scores:
        points.setdefault(each.assessor.casefold(), {})[str(each.criterion_id)] = each.points
    return Scoring(tuple(str(each.pk) for each in criteria), points)
