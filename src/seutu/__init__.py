"""Seutu: the workbench of people who develop a region's innovation ecosystem."""

__version__ = "0.1.0"
