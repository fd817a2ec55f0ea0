"""Storing what respondents send: an answer once, a draft under its writer's secret.

An answer is one row and no entry of the activity log: who answered is not known, and an entry per answer would tell
when each came. Closing the wave enters them all at once (``wave_operations``). The caller is in the link's workspace.
"""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from seutu.apps.statistics.models import AnswerDraft, PersonalLink, SurveyLink, SurveyResponse
from seutu.apps.statistics.surveys.exceptions import NoSuchLinkError, OtherFormError, WrongAnswersError
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.storing_operations import Waiting, write_answer
from seutu.apps.statistics.surveys.tokens import PageToken
from seutu.core.surveys.answers import check_answers, respondent_group, respondent_home
from seutu.core.surveys.questionnaire import Questionnaire
from seutu.core.text import Language

DRAFT_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Sent:
    """What a respondent sends: the page's token, the answers, the language, and a personal link's secret or ""."""

    token: PageToken
    answers: Mapping[str, Any]
    language: Language
    personal: str = ""


def secret_digest(purpose: str, secret: str) -> str:
    """Return the keyed digest that a respondent's secret is kept as; without the service's key it tells nothing."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"survey {purpose}:{secret}".encode(), hashlib.sha256).hexdigest()


def store_answer(link: SurveyLink, sent: Sent, *, on: date, draft: str = "") -> bool:
    """Store an answer, once; return False where this very form was stored already.

    Its ``draft`` goes. Raises ClosedError, OtherFormError, WrongAnswersError, AnsweredError, NoSuchLinkError; nothing
    is stored then, and a personal link stays unused.
    """
    questionnaire = form_of(link.wave)
    if sent.token.form_number != link.wave.form_number:
        raise OtherFormError
    faults = check_answers(questionnaire, sent.answers, seed=sent.token.seed, towns=towns_known().keys())
    if faults:
        raise WrongAnswersError(faults)
    return write_answer(
        Waiting(
            link=link,
            row=_row(link, questionnaire, sent, on),
            on=on,
            personal=secret_digest("personal", sent.personal) if link.link_type == "personal" else "",
            draft=secret_digest("draft", draft) if draft else "",
        )
    )


def whose(link: SurveyLink, questionnaire: Questionnaire, answers: Mapping[str, Any]) -> tuple[str, str]:
    """Return the group and municipality that an answer counts for: the link's, else what the respondent told."""
    group = link.respondent_group or respondent_group(questionnaire, answers)
    return group, link.municipality or respondent_home(questionnaire, answers)


def is_stored(token: PageToken) -> bool:
    """Return whether the page with this token has been stored."""
    return bool(SurveyResponse.objects.filter(pk=token.answer_id).exists())


def _row(link: SurveyLink, questionnaire: Questionnaire, sent: Sent, on: date) -> SurveyResponse:
    group, town = whose(link, questionnaire, sent.answers)
    return SurveyResponse(
        id=sent.token.answer_id,
        workspace_id=link.workspace_id,
        wave_id=link.wave_id,
        form_number=sent.token.form_number,
        respondent_group=group,
        municipality=town,
        day=on,
        language=sent.language,
        seed=sent.token.seed,
        answers=dict(sent.answers),
    )


def personal_state(link: SurveyLink, secret: str) -> bool:
    """Return whether a personal link was used; raises NoSuchLinkError."""
    found = PersonalLink.objects.filter(link=link, digest=secret_digest("personal", secret)).first()
    if found is None:
        raise NoSuchLinkError
    return bool(found.used)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Answers that their writer comes back to."""

    answers: dict[str, Any]
    seed: int
    form_number: int
    page: int


def keep_draft(link: SurveyLink, sent: Sent, *, page: int, on: date, secret: str = "") -> str:
    """Keep unfinished answers and return their writer's secret; the same ``secret`` keeps them anew. Old ones go."""
    secret = secret or secrets.token_urlsafe(24)
    with transaction.atomic():
        AnswerDraft.objects.filter(wave_id=link.wave_id, expires_on__lt=on).delete()
        AnswerDraft.objects.update_or_create(
            digest=secret_digest("draft", secret),
            defaults={
                "workspace_id": link.workspace_id,
                "wave_id": link.wave_id,
                "form_number": sent.token.form_number,
                "seed": sent.token.seed,
                "page": page,
                "answers": dict(sent.answers),
                "expires_on": min(on + timedelta(days=DRAFT_DAYS), link.wave.closes),
            },
        )
    return secret


def draft_of(link: SurveyLink, secret: str, *, on: date) -> Unfinished | None:
    """Return the unfinished answers of a secret; None where they were sent, are too old or never were."""
    found = AnswerDraft.objects.filter(
        wave_id=link.wave_id, digest=secret_digest("draft", secret), expires_on__gte=on
    ).first()
    return found and Unfinished(dict(found.answers), found.seed, found.form_number, found.page)
