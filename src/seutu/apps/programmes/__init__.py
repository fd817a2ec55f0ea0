"""Programmes and projects: who takes part, what is done, how it is steered and measured."""
