"""Kinds of records of statistics in the order in which they refer: indices, pages, competence needs, surveys."""

from typing import Final

from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.statistics.kinds.competences import COMPETENCE_NEEDS
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.kinds.pages import INFORMATION_PAGES, PAGE_FACTS
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.kinds.waves import SURVEY_LINKS, SURVEY_QUOTAS, SURVEY_WAVES

KINDS: Final[tuple[Kind, ...]] = (
    INDICES,
    INFORMATION_PAGES,
    PAGE_FACTS,
    COMPETENCE_NEEDS,
    SURVEYS,
    SURVEY_WAVES,
    SURVEY_LINKS,
    SURVEY_QUOTAS,
)
