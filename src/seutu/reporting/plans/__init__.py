"""Printed documents of a project: its plan, application, one page and decision, and the workbook of the plan.

Pure functions of what they print; days are passed in. Not for reading, or for judging a plan.
"""

from seutu.reporting.plans.workbook import write_plan_workbook

__all__ = ["write_plan_workbook"]
