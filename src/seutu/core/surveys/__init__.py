"""Surveys: what is asked and may be answered, and what the answers tell: weights, estimates and errors, hidden cells, waves.

Pure functions and values. Not for where answers are kept.
"""
