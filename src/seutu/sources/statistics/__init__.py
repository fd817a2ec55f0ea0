"""Readers of saved statistics: each file is recognised by its header and becomes observations with their source.

Not for services on the network, and not for storing.
"""

from seutu.sources.statistics.loading import StatisticsLoad, load_statistics
from seutu.sources.statistics.long_form import read_long_form, write_long_form

__all__ = ["StatisticsLoad", "load_statistics", "read_long_form", "write_long_form"]
