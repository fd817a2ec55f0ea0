"""SPSS data files (.sav, .zsav): read in a process of their own, written with labels. Not for other tables."""

from seutu.sources.spss.reading import is_spss, read_spss
from seutu.sources.spss.shapes import SpssFile, SpssSet, SpssValue, SpssVariable
from seutu.sources.spss.writing import write_spss

__all__ = ["SpssFile", "SpssSet", "SpssValue", "SpssVariable", "is_spss", "read_spss", "write_spss"]
