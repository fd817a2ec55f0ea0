"""Plans of projects in the plan format of the contract (JSON), and in a workbook of the same content.

Not for documents in which a plan is written for people.
"""

from seutu.sources.plans.reading import ReadPlan, read_plan
from seutu.sources.plans.sheets import is_plan_workbook, read_plan_workbook
from seutu.sources.plans.speaking import Spoken
from seutu.sources.plans.writing import plan_as_dict

__all__ = ["ReadPlan", "Spoken", "is_plan_workbook", "plan_as_dict", "read_plan", "read_plan_workbook"]
