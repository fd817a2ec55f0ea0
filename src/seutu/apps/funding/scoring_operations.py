"""One assessor's scores of an application, saved together in one act. Nobody writes another's.

Not for closing the scoring (application_operations.py) or for the results (scoring_queries.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from seutu.apps.accounts.models import User
from seutu.apps.funding.exceptions import StepNotPossibleError
from seutu.apps.funding.guards import too_many
from seutu.apps.funding.kinds.judging import SCORES
from seutu.apps.funding.models import Application, Criterion, Score
from seutu.apps.funding.scoring_queries import criteria_of, own_scores
from seutu.apps.funding.steps import SCORING_OPEN, STATE_NAMES
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.exceptions import InvalidValuesError, StaleVersionError
from seutu.apps.records.operations import values_of
from seutu.apps.records.recording import Act, recording
from seutu.apps.records.sheets.columns import Value
from seutu.core.text import Text

NOT_OPEN: Final = Text(
    fi="Hakemusta ei voi nyt pisteyttää: sen tila on ”{state}”. Pisteitä annetaan, kun hakemus on jätetty ja "
    "pisteytystä ei ole päätetty.",
    sv="Ansökan kan inte poängsättas nu: läget är ”{state}”. Poäng ges när ansökan är inlämnad och poängsättningen "
    "inte är avslutad.",
    en="The application cannot be scored now: it is “{state}”. Scores are given when it has been submitted and the "
    "scoring has not been closed.",
)
POINTS_NEEDED: Final = Text(
    fi="Anna pisteet, joita perustelet. Jos et anna yhtään, kirjoita 0.",
    sv="Ange de poäng som du motiverar. Skriv 0 om du inte ger några.",
    en="Give the points that your comment is about. Write 0 for none.",
)
NEGATIVE: Final = Text(
    fi="Pisteet eivät voi olla alle nollan. Korjaa luku.",
    sv="Poängen kan inte vara under noll. Rätta talet.",
    en="Points cannot be below zero. Correct the number.",
)


@dataclass(frozen=True, slots=True)
class Given:
    """What an assessor gives on one criterion, and the version of her score that she saw (0: there was none)."""

    points: Decimal | None
    comment: str
    version: int


def save_scores(*, application: Application, given: Mapping[UUID, Given], by: User, at: datetime) -> int:
    """Save an assessor's own scores by criterion in one act and return how many changed.

    Nothing is saved when something is wrong: InvalidValuesError names each criterion by its id, StaleVersionError says
    that a score was changed elsewhere since, StepNotPossibleError that the application is not being scored. A score
    left without points and comment goes to the trash.
    """
    with recording(Operation.CHANGE, by=by, at=at) as act:
        fresh = Application.whole.get(pk=application.pk)
        if fresh.state not in SCORING_OPEN or fresh.trashed_at is not None:
            raise StepNotPossibleError(NOT_OPEN.filled(state=STATE_NAMES[fresh.state]))
        criteria = {each.pk: each for each in criteria_of(fresh)}
        standing = own_scores(fresh, by)
        _check(given, criteria)
        for criterion_id, each in given.items():
            if criterion_id in criteria:
                _put(act, fresh, criteria[criterion_id], standing.get(criterion_id), each, by)
        return act.count


def _check(given: Mapping[UUID, Given], criteria: Mapping[UUID, Criterion]) -> None:
    problems: dict[str, Text] = {}
    for criterion_id, each in given.items():
        criterion = criteria.get(criterion_id)
        if criterion is None:
            continue
        if each.points is None:
            if each.comment:
                problems[str(criterion_id)] = POINTS_NEEDED
        elif each.points < 0:
            problems[str(criterion_id)] = NEGATIVE
        elif each.points > criterion.max_points:
            problems[str(criterion_id)] = too_many(criterion)
    if problems:
        raise InvalidValuesError(problems)


def _put(
    act: Act, application: Application, criterion: Criterion, standing: Score | None, given: Given, by: User
) -> None:
    values: dict[str, Value] = {"points": given.points, "comment": given.comment or None}
    if (standing.version if standing else 0) != given.version:
        current = values_of(SCORES, standing) if standing else {}
        raise StaleVersionError(current=current, sent=values, version=standing.version if standing else 0)
    if standing is None:
        if given.points is not None:
            own: dict[str, Value] = {"application": application.pk, "criterion": criterion.pk, "assessor": by.email}
            act.create(SCORES, {**values, **own})
    elif given.points is None:
        act.mark(SCORES, standing, Change.TRASHED, {"trashed_at": act.entry.at})
    else:
        act.change(SCORES, standing, values)
