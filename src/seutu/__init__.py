"""Seutu: the workbench of people who develop a region's innovation ecosystem."""
