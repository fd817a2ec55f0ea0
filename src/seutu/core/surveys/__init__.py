"""Surveys: what is asked and may be answered, and what answers tell: weights, estimates, errors, hidden cells, waves.

Pure functions and values. Not for where answers are kept.
"""
