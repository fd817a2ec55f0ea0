"""A call of nine criteria of three points and one application that is scored, supplemented and decided. Not a test.

After the example of a regional development grant: 20 points of 27, three supplements, days in 2024 and 2025.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import User, Workspace
from seutu.apps.funding.models import Application, Call, Criterion
from seutu.apps.funding.scoring_operations import Given, save_scores
from seutu.apps.funding.scoring_queries import criteria_of, own_scores
from seutu.apps.records.scope import in_scope
from tests.integration.factories import NOON, make_member, make_person, make_record, make_workspace

TWENTY = (3, 2, 2, 2, 3, 2, 2, 2, 2)
SUPPLEMENTS = ("Päivitys päätöksen viivästymisestä", "Hankkeen napakoittaminen", "Yrityssopimusten päivitys")


@dataclass(slots=True)
class Judged:
    """The workspace, its people and what is judged."""

    workspace: Workspace
    owner: User
    first: User
    second: User
    call: Call
    application: Application
    criteria: list[Criterion]

    def score(self, who: User, points: tuple[int, ...], comment: str = "", role: Role = Role.CONTRIBUTOR) -> int:
        """Give points as a member would, criterion by criterion from the first."""
        with in_scope(self.workspace, person=who, role=role):
            standing = own_scores(self.application, who)
            given = {
                each.pk: Given(
                    Decimal(value), f"{comment} {each.number}".strip() if comment else "",
                    standing[each.pk].version if each.pk in standing else 0,
                )
                for each, value in zip(self.criteria, points, strict=False)
            }  # fmt: skip
            return save_scores(application=self.application, given=given, by=who, at=NOON)

    def state(self) -> str:
        """Return the application's state as it stands."""
        with in_scope(self.workspace):
            return Application.objects.get(pk=self.application.pk).state


def judged(*, state: str = "submitted", criteria: int = 9) -> Judged:
    """Make the workspace, the call and the application."""
    owner = make_person(name="Ohjelmapäällikkö")
    workspace = make_workspace(owner=owner)
    first = make_member(workspace, Role.CONTRIBUTOR, name="Arvioija A")
    second = make_member(workspace, Role.CONTRIBUTOR, name="Arvioija B")
    with in_scope(workspace):
        call = make_record("calls", name="Toimintaympäristön kehittäminen", max_points=Decimal(27))
        for number in range(1, criteria + 1):
            make_record("criteria", call=call, number=str(number), name=f"Peruste {number}", max_points=Decimal(3))
        project = make_record("projects", name="Hyvinvointialan kasvu")
        application = make_record(
            "applications",
            name="Kasvuhakemus",
            call=call,
            project=project,
            state=state,
            submitted_on=None if state == "draft" else date(2024, 3, 15),
            points=Decimal(20),
            max_points=Decimal(27),
        )
        assert isinstance(application, Application)
        assert isinstance(call, Call)
        return Judged(workspace, owner, first, second, call, application, criteria_of(application))
