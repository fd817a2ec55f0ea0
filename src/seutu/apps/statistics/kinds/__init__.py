"""Kinds of records of statistics: indices, and surveys in the order in which they refer to one another."""

from typing import Final

from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.statistics.kinds.indices import INDICES
from seutu.apps.statistics.kinds.surveys import SURVEYS
from seutu.apps.statistics.kinds.waves import SURVEY_LINKS, SURVEY_QUOTAS, SURVEY_WAVES

KINDS: Final[tuple[Kind, ...]] = (INDICES, SURVEYS, SURVEY_WAVES, SURVEY_LINKS, SURVEY_QUOTAS)
