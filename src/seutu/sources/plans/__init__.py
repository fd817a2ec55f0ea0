"""Plans of projects in the plan format of the contract (JSON).

Not for documents in which a plan is written for people.
"""

from seutu.sources.plans.reading import ReadPlan, read_plan

__all__ = ["ReadPlan", "read_plan"]
