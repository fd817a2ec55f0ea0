"""The statistics of surveys: weights, estimates and their errors, hidden cells, waves, and indices with survey figures.

Pure functions of arrays. Not for questionnaires, their answers or where they are kept.
"""
