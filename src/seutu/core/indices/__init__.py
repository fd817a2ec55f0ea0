"""Composite indices: structure, recipe, steps, scores and ranks.

The steps are those of the OECD/JRC Handbook on Constructing Composite Indicators (2008) as COINr carries them out.
"""
