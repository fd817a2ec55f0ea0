"""Kinds of records of statistics: indices, information pages, surveys, in the order in which they refer to another."""

from typing import Final

from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.kinds.pages import INFORMATION_PAGES, PAGE_FACTS
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.kinds.waves import SURVEY_LINKS, SURVEY_QUOTAS, SURVEY_WAVES

KINDS: Final[tuple[Kind, ...]] = (
    INDICES,
    INFORMATION_PAGES,
    PAGE_FACTS,
    SURVEYS,
    SURVEY_WAVES,
    SURVEY_LINKS,
    SURVEY_QUOTAS,
)
