"""Plans of projects in the plan format of the contract (JSON), and in a workbook of the same content.

Not for documents in which a plan is written for people.
"""

from seutu.sources.plans.reading import ReadPlan, read_plan
from seutu.sources.plans.sheets import read_plan_workbook
from seutu.sources.plans.writing import plan_as_dict

__all__ = ["ReadPlan", "plan_as_dict", "read_plan", "read_plan_workbook"]
