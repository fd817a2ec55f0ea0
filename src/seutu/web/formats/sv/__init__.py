"""Formats of the language."""
