"""Kinds of records of statistics."""

from typing import Final

from seutu.apps.records.sheets.kinds import Kind
from seutu.apps.statistics.kinds.indices import INDICES

KINDS: Final[tuple[Kind, ...]] = (INDICES,)
