"""Surveys: what is asked, what may be answered, and what the answers tell of a population."""
