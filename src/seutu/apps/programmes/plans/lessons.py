"""What an earlier project leaves to the one that follows it: its last workshop, open resolutions and open risks.

Not for copying its plan (``copy_operations``).
"""

from dataclasses import dataclass

from seutu.apps.programmes.kinds.steering import REFLECTIONS
from seutu.apps.programmes.models import Project, Reflection, Resolution, Risk
from seutu.apps.programmes.plans.steering import project_steering
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import current_scope


@dataclass(frozen=True, slots=True)
class Legacy:
    """What stands open of an earlier project. ``workshop`` is its own, or else the last of its programme."""

    earlier: Project
    workshop: Reflection | None
    resolutions: tuple[Resolution, ...]
    risks: tuple[Risk, ...]


def workshops_of(project: Project) -> list[Reflection]:
    """Return the project's own workshops, newest first."""
    return list(records_of(REFLECTIONS).filter(project=project))


def legacy_of(project: Project) -> Legacy | None:
    """Return what the project that this one follows leaves to it; None where it follows none of this workspace."""
    earlier = project.follows
    if earlier is None or earlier.trashed_at is not None or earlier.workspace_id != current_scope().workspace.pk:
        return None
    own = workshops_of(earlier)
    if not own and earlier.development_programme_id:
        own = list(records_of(REFLECTIONS).filter(programme=earlier.development_programme_id))
    steering = project_steering(earlier.pk)
    risks = tuple(each for each in steering.risks if each.state in {"", "open"})
    return Legacy(earlier, own[0] if own else None, steering.open_resolutions, risks)
