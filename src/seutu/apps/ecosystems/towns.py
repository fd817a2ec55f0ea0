"""A town's profile in a group of the workspace or among the regional towns, and the towns that a group has.

Not for the figures themselves (``seutu.apps.statistics.profiles``).
"""

from datetime import date

from seutu.apps.ecosystems.areas import REGIONAL_TOWNS, picture_area
from seutu.apps.statistics.profiles import group_of, town_profile
from seutu.core.statistics.profile import IndexStanding, PeerGroup, TownProfile


def peer_group(code: str, *, at: date) -> PeerGroup:
    """Return the regional towns or a place group with its members of the day ``at``. Raises ``UnknownAreaError``."""
    area = picture_area("group", code, at=at)
    return group_of(code, area.head.name, area.area.members, regional_towns=code == REGIONAL_TOWNS)


def profile_of(code: str, group: PeerGroup, *, at: date, index: IndexStanding | None = None) -> TownProfile:
    """Return the profile of a municipality; one that has been merged gives the one it is part of.

    ``index`` is what an index of the workspace says of the town. Raises ``UnknownAreaError``.
    """
    area = picture_area("municipality", code, at=at)
    return town_profile(area.head.code, group, at=at, index=index)
