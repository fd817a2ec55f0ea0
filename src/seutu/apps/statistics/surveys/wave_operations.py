"""Acts on a whole wave: making personal links, closing it with a seal over its answers, removing its answers.

Each is one entry of the activity log. Not for a single answer (``answer_operations``).
"""

import hashlib
import json
import secrets
from datetime import datetime
from typing import Final

from django.db import transaction

from seutu.apps.accounts.models import User
from seutu.apps.records.enums import Change, Operation
from seutu.apps.records.recording import Act, recording
from seutu.apps.statistics.kinds.waves import SURVEY_WAVES
from seutu.apps.statistics.models import AnswerDraft, PersonalLink, SurveyLink, SurveyResponse, SurveyWave
from seutu.apps.statistics.subjects import PERSONAL_LINKS, SURVEY_ANSWERS
from seutu.apps.statistics.surveys.answer_operations import secret_digest
from seutu.apps.statistics.surveys.exceptions import FewLinksError
from seutu.apps.statistics.surveys.pinned_results import pin_results
from seutu.apps.statistics.surveys.queries import responses_of

FEWEST: Final = 5
MOST: Final = 5000


def make_personal_links(link: SurveyLink, count: int, *, by: User | None, at: datetime) -> list[str]:
    """Make personal links and return their secrets, which are shown once and never stored; raises FewLinksError."""
    if not FEWEST <= count <= MOST:
        raise FewLinksError
    made = [secrets.token_urlsafe(16) for _ in range(count)]
    with recording(Operation.CREATE, by=by, at=at) as act:
        # In the order of their digests: not that of the list, by which whoever holds it could tell who has answered.
        digests = sorted(secret_digest("personal", each) for each in made)
        PersonalLink.objects.bulk_create(
            [PersonalLink(workspace_id=link.workspace_id, link=link, digest=each) for each in digests], batch_size=500
        )
        values = {"name": [None, link.name], "count": [None, str(count)]}
        act.note(PERSONAL_LINKS, link.pk, Change.CREATED, values)
    return made


def close_wave(wave: SurveyWave, *, by: User | None, at: datetime) -> SurveyWave:
    """Close a wave: no answer is taken after it, and the log holds how many there are and a digest over them all.

    Unfinished answers go. A closed wave stays as it is.
    """
    with recording(Operation.FREEZE, by=by, at=at, note=wave.name) as act:
        held: SurveyWave = SurveyWave.objects.select_for_update().select_related("survey").get(pk=wave.pk)
        if held.state == "closed":
            return held
        act.change(SURVEY_WAVES, held, {"state": "closed"})
        count, digest = answers_digest(held)
        values = {"name": [None, held.name], "count": [None, str(count)], "digest": [None, digest]}
        act.note(SURVEY_ANSWERS, held.pk, Change.FROZEN, values)
        AnswerDraft.objects.filter(wave=held).delete()
    return held


def answers_digest(wave: SurveyWave) -> tuple[int, str]:
    """Return how many answers a wave has and the SHA-256 over their canonical JSON, in the order of their ids."""
    whole, count = hashlib.sha256(), 0
    for each in responses_of(wave).iterator(chunk_size=2000):
        said = [str(each.pk), each.form_number, each.respondent_group, each.municipality, each.day.isoformat()]
        row = json.dumps([*said, each.language, each.seed, each.answers], ensure_ascii=False, sort_keys=True)
        whole.update(row.encode("utf-8") + b"\n")
        count += 1
    return count, whole.hexdigest()


def remove_answers(wave: SurveyWave, *, by: User | None, at: datetime) -> int:
    """Remove every answer, draft and personal link of a wave for good, and return how many answers there were.

    Where its survey keeps the figures, they are kept first.
    """
    with transaction.atomic():
        if wave.survey.keep_figures:
            pin_results(wave, by=by, at=at)
        return _removed(wave, by=by, at=at)


def _removed(wave: SurveyWave, *, by: User | None, at: datetime) -> int:
    with recording(Operation.ERASE, by=by, at=at, note=wave.name) as act:
        count = SurveyResponse.objects.filter(wave=wave).count()
        _remove_personal_links(wave, act)
        AnswerDraft.objects.filter(wave=wave).delete()
        SurveyResponse.objects.filter(wave=wave).delete()
        if count:
            values = {"name": [wave.name, None], "count": [str(count), None]}
            act.note(SURVEY_ANSWERS, wave.pk, Change.ERASED, values)
    return count


def _remove_personal_links(wave: SurveyWave, act: Act) -> None:
    for link in SurveyLink.objects.filter(wave=wave, link_type="personal").order_by("pk"):
        made = PersonalLink.objects.filter(link=link)
        if count := made.count():
            made.delete()
            act.note(PERSONAL_LINKS, link.pk, Change.ERASED, {"name": [link.name, None], "count": [str(count), None]})
