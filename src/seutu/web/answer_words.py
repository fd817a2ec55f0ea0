"""What an answering page says around its questions: what stopped an answer, and what becomes of answers."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from seutu.apps.statistics.models import SurveyLink
from seutu.core.figures import write_date, write_number
from seutu.core.surveys.questionnaire import Questionnaire
from seutu.core.text import Language, Text
from seutu.web.scoping import language_now

Words = tuple[str, str]


def too_large() -> Words:
    """Return what is said of a body larger than any answer."""
    return _("The answer is too large"), _("Nothing was stored. Go back, shorten your texts and send again.")


def too_many(seconds: int) -> Words:
    """Return what is said where one address sends too much."""
    said = _("Nothing was lost: wait %(seconds)s seconds, go back and send again.")
    return _("Too many requests come from your network"), said % {"seconds": write_number(seconds, language_now())}


def no_link() -> Words:
    """Return what is said of a link that there is not."""
    return _("There is no such survey link"), _("Check the address, or ask the sender for the link.")


def answered() -> Words:
    """Return what is said to who has answered."""
    return _("This link or device has answered already"), _("Everybody answers once. The earlier answer is kept.")


def full(message: Text) -> Words:
    """Return what is said to whose group or town has answered enough."""
    return _("No more answers are needed"), message.in_language(language_now())


def not_open(link: SurveyLink, today: date) -> Words:
    """Return what is said of a wave that is not open: when it opens, or when it closed."""
    wave, language = link.wave, language_now()
    if wave.state == "open" and not link.ended and today < wave.opens:
        return _("The survey is not open yet"), _("It opens on %(day)s.") % {"day": write_date(wave.opens, language)}
    if wave.state == "open" and not link.ended and today > wave.closes:
        said = _("It closed on %(day)s. Nothing more was stored.")
        return _("The survey has closed"), said % {"day": write_date(wave.closes, language)}
    return _("The survey is not open"), _("Nothing was stored. Ask whoever sent you the link.")


def draft_gone() -> str:
    """Return what is said of unfinished answers that are not there."""
    return _("The answers you kept are gone: they were sent, or are too old. You can answer from the beginning.")


def token_gone() -> str:
    """Return what is said of a page that is too old or not ours."""
    return _("The page had been open too long. Your answers are here: check them and go on.")


def trap_filled() -> str:
    """Return what is said where the field that people do not see was filled."""
    return _("A hidden field was filled in, perhaps by your browser. Nothing was stored yet: send again.")


def too_quick() -> str:
    """Return what is said of an answer that came faster than anybody reads."""
    return _("The answer came very fast. Nothing was stored yet: check your answers and send again.")


def frame(questionnaire: Questionnaire, link: SurveyLink, language: Language, *, first: bool) -> dict[str, Any]:
    """Return the heading of an answering page; the first page tells what the answers are for."""
    survey = link.wave.survey
    title = questionnaire.title.in_language(language) or survey.name
    if not first:
        return {"page_title": title, "privacy": []}
    kept = survey.keep_until
    privacy = [
        _("The answer is anonymous: no name, address or exact time is stored with it."),
        _("What the answers are for: %(purpose)s") % {"purpose": survey.purpose} if survey.purpose else "",
        _("Who asks: %(who)s") % {"who": survey.controller} if survey.controller else "",
        _("The answers are kept until %(day)s.") % {"day": write_date(kept, language)} if kept else "",
    ]
    return {
        "page_title": title,
        "page_lead": questionnaire.introduction.in_language(language),
        "privacy": [each for each in privacy if each],
    }
