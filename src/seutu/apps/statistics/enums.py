"""The choices of a field in the statistics. Not for their words, which stand with the kinds."""

from enum import StrEnum


class YearRule(StrEnum):
    """Which year's figures are compared: a given one, the newest that all indicators have, or each one's newest."""

    ONE = "one"
    COMMON = "common"
    EACH = "each"
