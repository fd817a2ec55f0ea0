"""What a decision leaves open, told on its record's page. Not for the application's page (application_pages.py)."""

from typing import Any

from seutu.apps.funding.decisions import ceiling_questions
from seutu.apps.funding.models import Decision
from seutu.apps.records.models import OwnedRecord
from seutu.core.text import Language


def decision_notices(shown: OwnedRecord, language: Language) -> list[dict[str, Any]]:
    """Return the questions of a decision's ceiling; nothing of other records."""
    if not isinstance(shown, Decision):
        return []
    return [{"tone": "attention", "text": each.in_language(language)} for each in ceiling_questions(shown)]
