"""Printed documents of a project: its plan, application, one page and decision, and the workbook of the plan.

Pure functions of what they print; days are passed in. Not for reading, or for judging a plan.
"""

from seutu.reporting.plans.application import print_application
from seutu.reporting.plans.budget import print_budget
from seutu.reporting.plans.decision import print_decision
from seutu.reporting.plans.plan_document import PrintedDocument, print_plan_document
from seutu.reporting.plans.project_page import print_project_page
from seutu.reporting.plans.workbook import write_plan_workbook

__all__ = [
    "PrintedDocument",
    "print_application",
    "print_budget",
    "print_decision",
    "print_plan_document",
    "print_project_page",
    "write_plan_workbook",
]
