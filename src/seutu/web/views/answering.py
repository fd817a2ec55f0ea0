"""Answering a survey: one page at a time, by an open or a personal link, in any language, with or without a script.

Nothing of the respondent is asked or kept: no session, no address. The way through stands in the form itself.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.request_counts import has_room, seconds_left
from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import SurveyLink
from seutu.apps.statistics.surveys.answer_operations import (
    Sent,
    draft_of,
    is_stored,
    keep_draft,
    personal_state,
    secret_digest,
    store_answer,
    whose,
)
from seutu.apps.statistics.surveys.closing_quotas import ClosingQuotas
from seutu.apps.statistics.surveys.exceptions import (
    AnsweredError,
    ClosedError,
    NoSuchLinkError,
    OtherFormError,
    QuotaFullError,
    SurveyError,
    WrongAnswersError,
)
from seutu.apps.statistics.surveys.forms import NoFormError, form_of, towns_known
from seutu.apps.statistics.surveys.queries import is_open, link_lately, link_of
from seutu.apps.statistics.surveys.tokens import ForgedTokenError, PageToken, is_too_quick, new_token, read_token
from seutu.core.surveys.answer_messages import UNWRITABLE as UNWRITABLE_TEXT
from seutu.core.surveys.answers import answers_asked, check_answer, telling_questions
from seutu.web import answer_words as say
from seutu.web.answer_pages import Way, answers_told, is_writable, page_context, read_way
from seutu.web.scoping import language_of
from seutu.web.shell import shell

LARGEST: Final = 1_000_000
LONGEST_SIZE: Final = 15
WINDOW_SECONDS: Final = 60
LIMIT: Final = 300
REMEMBERED: Final = 180 * 24 * 3600


@csrf_exempt  # the page's signed token stands for it: nobody is signed in here, and cookies may be refused
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, code: str, personal: str = "", resume: str = "") -> HttpResponseBase:
    """Show the questions of a link, and take the answers."""
    now = timezone.now()
    said = str(request.META.get("CONTENT_LENGTH") or 0)
    if not (said.isascii() and said.isdecimal()) or len(said) > LONGEST_SIZE or int(said) > LARGEST:
        return _told(request, say.too_large(), status=413)
    if not has_room(_who(request, now), LIMIT, seconds=WINDOW_SECONDS, at=now):
        wait = seconds_left(seconds=WINDOW_SECONDS, at=now)
        return _closed(_told(request, say.too_many(wait), status=429), {"Retry-After": str(wait)})
    try:
        sending = request.method == "POST" and request.POST.get("act") == "send"
        link = link_lately(code, at=now) if sending else link_of(code)
        with in_scope(link.workspace, role=Role.GUEST):
            return _closed(Answering(request, link, personal, resume, now).answered())
    except (NoSuchLinkError, NoFormError):
        return _told(request, say.no_link(), status=404)


@require_GET
def answer_thanks(request: HttpRequest, code: str) -> HttpResponseBase:
    """Thank the respondent."""
    try:
        link = link_of(code)
        with in_scope(link.workspace, role=Role.GUEST):
            words = form_of(link.wave).thanks.in_language(language_of(request))
    except (NoSuchLinkError, NoFormError):
        return _told(request, say.no_link(), status=404)
    context = {
        "page_title": _("Thank you, your answer was stored"),
        "page_lead": words,
        **_bare(),
        "language_links": shell(request)["language_links"],
    }
    again = reverse("answer", args=[code]) if link.shared_device and link.link_type == "open" else ""
    return _closed(render(request, "pages/answer_thanks.html", {**context, "again_url": again}))


def _who(request: HttpRequest, now: datetime) -> str:
    """Return whom requests are counted by: a digest of the address that changes every day, kept in memory alone."""
    address = request.META.get("REMOTE_ADDR", "")
    return f"answer:{secret_digest('address', f'{now:%Y-%m-%d} {address}')}"


def _bare() -> dict[str, Any]:
    """Return what an answering page leaves out of the frame: it is nobody's workspace, and needs no signing in."""
    return {"workspace": None, "navigation": [], "account": None, "sign_in_url": "", "language_links": []}


def _told(request: HttpRequest, words: tuple[str, str], *, status: int, **more: Any) -> HttpResponse:
    context = {"page_title": words[0], "page_lead": words[1], **_bare(), **more}
    return _closed(render(request, "pages/answer_told.html", context, status=status))


def _closed(response: HttpResponse, headers: dict[str, str] | None = None) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response


class Answering:
    """One request of a respondent."""

    def __init__(self, request: HttpRequest, link: SurveyLink, personal: str, resume: str, now: datetime) -> None:
        self.request, self.link, self.personal, self.resume, self.now = request, link, personal, resume, now
        self.today = timezone.localdate(now)
        self.language = language_of(request)
        self.questionnaire = form_of(link.wave)

    def answered(self) -> HttpResponse:
        """Return the answer to the request."""
        if self.language not in self.questionnaire.languages and self.request.method == "GET":
            return redirect(self.address(self.questionnaire.languages[0]))
        if self.link.link_type == "personal" and not self.personal:
            raise NoSuchLinkError
        return self.received() if self.request.method == "POST" else self.opened()

    def opened(self) -> HttpResponse:
        """Show the first page, or the one where the respondent went away."""
        if not is_open(self.link, on=self.today):
            return self.not_open(Way(self.questionnaire, 0))
        if self.personal and personal_state(self.link, self.personal):
            return _told(self.request, say.answered(), status=409)
        if self.has_answered():
            return _told(self.request, say.answered(), status=409)
        kept = draft_of(self.link, self.resume, on=self.today) if self.resume else None
        number = int(self.link.wave.form_number or 0)
        token = new_token(self.link.code, number, at=self.now, seed=kept.seed if kept else None)
        way = Way(self.questionnaire, token.seed, kept.answers if kept else {}, kept.page if kept else 0)
        notice = say.draft_gone() if self.resume and not kept else ""
        return self.unless_full(way, token, notice=notice)

    def received(self) -> HttpResponse:
        """Take a page that was sent: go on, go back, change the language, keep for later, or store the answer."""
        notice, status = "", 200
        try:
            token = read_token(self.request.POST.get("token", ""), self.link.code, at=self.now)
        except ForgedTokenError:
            token = new_token(self.link.code, int(self.link.wave.form_number or 0), at=self.now)
            notice, status = say.token_gone(), 422
        way = read_way(self.request, self.questionnaire, token.seed)
        acts: dict[str, Callable[[Way, PageToken], HttpResponse]] = {
            "back": self.back,
            "save": self.kept,
            "send": self.sent,
            "next": self.onward,
        }
        act = acts.get(self.request.POST.get("act", "next"))
        if status != 200 or act is None:  # noqa: PLR2004 - the status of a page that is all right
            return self.shown(way, token, notice=notice, status=status)
        return act(way, token)

    def onward(self, way: Way, token: PageToken) -> HttpResponse:
        """Go on when the page's answers are right."""
        known = towns_known().keys()
        found = {
            each.code: check_answer(each, way.answers.get(each.code), seed=token.seed, towns=known) for each in way.here
        }
        way.faults = {code: fault for code, fault in found.items() if fault is not None}
        if way.faults:
            return self.shown(way, token, status=422)
        tells = any(each.code in telling_questions(self.questionnaire) for each in way.here)
        way.page = way.onward()
        return self.unless_full(way, token) if tells else self.shown(way, token)

    def unless_full(self, way: Way, token: PageToken, *, notice: str = "") -> HttpResponse:
        """Show the page, or say at once that no more answers are needed of the respondent's group or town."""
        group, town = whose(self.link, self.questionnaire, way.answers)
        try:
            ClosingQuotas.of(self.link.wave_id).refuse_full(group, town)
        except QuotaFullError as error:
            return self.not_open(way, error)
        return self.shown(way, token, notice=notice)

    def back(self, way: Way, token: PageToken) -> HttpResponse:
        """Go back; what the page says is kept as it is."""
        way.page = way.backward()
        return self.shown(way, token)

    def kept(self, way: Way, token: PageToken) -> HttpResponse:
        """Keep the answers for later and show the address to come back by, on this answer alone."""
        if not is_open(self.link, on=self.today):
            return self.not_open(way)
        way.faults = {code: UNWRITABLE_TEXT for code, each in way.answers.items() if not is_writable(each)}
        if way.faults:
            return self.shown(way, token, status=422)
        sent = Sent(token, way.answers, self.language, self.personal)
        known = self.resume and draft_of(self.link, self.resume, on=self.today)
        secret = keep_draft(
            self.link, sent, page=way.page, on=self.today, secret=self.resume if known else ""
        )  # a secret that somebody else made up is not taken over
        name, values = ("answer_personal_resume", [self.personal]) if self.personal else ("answer_resume", [])
        url = self.request.build_absolute_uri(reverse(name, args=[self.link.code, *values, secret]))
        return self.shown(way, token, resume_url=url)

    def sent(self, way: Way, token: PageToken) -> HttpResponse:
        """Store the answer and thank, or say why not with everything that was answered still there."""
        way.answers = answers_asked(self.questionnaire, way.answers)
        refused, second = self.refused(token), self.has_answered()
        if (refused or second) and is_stored(token):  # the same form sent again is no second answer
            return self.thanked()
        if refused and not second:
            return self.shown(way, token, notice=refused, status=422)
        return self.not_open(way, AnsweredError()) if second else self.stored(way, token)

    def stored(self, way: Way, token: PageToken) -> HttpResponse:
        """Store the answer and thank, or say why it was not stored."""
        try:
            store_answer(
                self.link,
                Sent(token, way.answers, self.language, self.personal),
                on=self.today,
                draft=self.resume,
            )
        except WrongAnswersError as error:
            way.faults, way.page = error.faults, way.page_of(next(iter(error.faults)))
            return self.shown(way, token, notice=error.message.in_language(self.language), status=422)
        except (ClosedError, AnsweredError, QuotaFullError) as error:
            return self.not_open(way, error)
        except OtherFormError as error:
            return self.of_this_form(way, error)
        return self.thanked()

    def refused(self, token: PageToken) -> str:
        """Return why an answer looks like a program's; both can be mended by a person without seeing or hearing."""
        if self.request.POST.get("website"):
            return say.trap_filled()
        return say.too_quick() if is_too_quick(token, at=self.now) else ""

    def has_answered(self) -> bool:
        """Return whether this browser has sent an answer to the wave by a link that is meant for one device each."""
        return self.link.link_type == "open" and not self.link.shared_device and self.cookie in self.request.COOKIES

    @property
    def cookie(self) -> str:
        """Return the name of the mark that a browser keeps of having answered."""
        return f"seutu_answered_{self.link.wave_id.hex}"

    def thanked(self) -> HttpResponse:
        """Lead to the thanks, with the browser's mark that it has answered."""
        response = redirect("answer_thanks", self.link.code)
        if self.link.link_type == "open" and not self.link.shared_device:
            response.set_cookie(
                self.cookie,
                "1",
                max_age=REMEMBERED,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response

    def of_this_form(self, way: Way, error: SurveyError) -> HttpResponse:
        """Show the wave's own questionnaire from its beginning with the answers that fit it."""
        number = int(self.link.wave.form_number or 0)
        token = new_token(self.link.code, number, at=self.now, seed=way.seed)
        way.page = 0
        return self.shown(way, token, notice=error.message.in_language(self.language), status=422)

    def not_open(self, way: Way, error: SurveyError | None = None) -> HttpResponse:
        """Say that nothing was stored, with what was answered, so that it can be copied."""
        if isinstance(error, QuotaFullError):
            title, text = say.full(error.message)
        else:
            title, text = say.answered() if isinstance(error, AnsweredError) else say.not_open(self.link, self.today)
        told = answers_told(way, self.language)
        status = 409 if isinstance(error, AnsweredError) else 410
        return _told(self.request, (title, text), status=status, answers=told)

    def address(self, language: str) -> str:
        """Return the address of this page in a language."""
        return "/" + language + self.request.path[3:]

    def shown(
        self, way: Way, token: PageToken, *, notice: str = "", resume_url: str = "", status: int = 200
    ) -> HttpResponse:
        """Show a page of the questionnaire."""
        context = {
            **_bare(),
            **page_context(way, self.language),
            **say.frame(self.questionnaire, self.link, self.language, first=way.page == 0),
            "token": token.signed(),
            "tongues": [
                {"code": each, "url": self.address(each), "current": each == self.language}
                for each in self.questionnaire.languages
            ],
            "notices": [{"text": notice, "tone": "attention"}] if notice else [],
            "resume_url": resume_url,
            "told": answers_told(way, self.language) if way.page >= len(self.questionnaire.pages) else None,
        }
        return render(self.request, "pages/answer.html", context, status=status)
