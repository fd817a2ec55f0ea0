"""Surveys: their questionnaires, waves and links, how answers are stored, watched over and taken out."""
