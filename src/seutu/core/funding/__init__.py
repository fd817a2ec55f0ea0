"""Funding of projects: plans, the dated rules they are judged by, and the relations that their figures must meet.

Decimal throughout. Not for reading plans from files, or for the records of programmes.
"""
