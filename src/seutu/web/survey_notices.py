"""What the pages of a survey say of how long its answers are kept: before they go, and after.

Not for removing them (``apps.statistics.surveys.retention_operations``).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from seutu.apps.statistics.models import Survey, SurveyWave
from seutu.apps.statistics.surveys.pinned_results import pinned_results
from seutu.apps.statistics.surveys.queries import has_responses
from seutu.apps.statistics.surveys.retention_operations import holds_answers, removal_day
from seutu.core.figures import write_date
from seutu.core.text import Language

WARNED_BEFORE: Final = timedelta(days=60)


def retention_notices(waves: Sequence[SurveyWave], language: Language, *, on: date) -> list[dict[str, str]]:
    """Return what is said of some waves of one survey: that answers go soon, and that those of a wave are gone."""
    said = []
    if waves and (coming := _coming(waves[0].survey, on, language)) and any(holds_answers(each) for each in waves):
        said.append({"text": coming, "tone": "attention"})
    for wave in waves:
        kept = None if has_responses(wave) else pinned_results(wave)
        if kept is not None:
            facts = {"wave": wave.name, "day": write_date(timezone.localdate(kept.kept_at), language)}
            said.append(
                {
                    "text": _("%(wave)s: the answers were removed on %(day)s. The results were kept.") % facts,
                    "tone": "info",
                }
            )
    return said


def _coming(survey: Survey, on: date, language: Language) -> str:
    day = removal_day(survey, on=on)
    if day is None or day > on + WARNED_BEFORE:
        return ""
    facts = {"day": write_date(max(day, on), language)}
    if survey.keep_figures:
        return (
            _("All answers and personal links are removed for good on %(day)s. The tables of results are kept.") % facts
        )
    return (
        _(
            "All answers and personal links are removed for good on %(day)s, and the results with them. Get them as a "
            "file first, or choose on the survey’s record that results are kept."
        )
        % facts
    )
