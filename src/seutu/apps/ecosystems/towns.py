"""A town's profile in a group of the workspace or among the regional towns, and the towns that a group has.

Not for the figures themselves (``seutu.apps.statistics.profiles``).
"""

from datetime import date

from seutu.apps.ecosystems.areas import REGIONAL_TOWNS, picture_area
from seutu.apps.statistics.index_queries import standings_of
from seutu.apps.statistics.profiles import group_of, town_profile
from seutu.apps.statistics.surveys.town_results import surveys_by_place
from seutu.core.statistics.profile import PeerGroup, TownProfile
from seutu.core.text import Language


def peer_group(code: str, *, at: date) -> PeerGroup:
    """Return the regional towns or a place group with its members of the day ``at``. Raises ``UnknownAreaError``."""
    area = picture_area("group", code, at=at)
    return group_of(code, area.head.name, area.area.members, regional_towns=code == REGIONAL_TOWNS)


def profile_of(code: str, group: PeerGroup, *, at: date, language: Language) -> TownProfile:
    """Return the profile of a municipality; one that has been merged gives the one it is part of.

    It holds the town's standings in the workspace's indices, whose names are in ``language``, and what surveys that are
    over tell of it. Raises ``UnknownAreaError``.
    """
    area = picture_area("municipality", code, at=at)
    town = area.head.code
    standings = standings_of(town, language, at=at)
    surveys = surveys_by_place([town], language, on=at)[town]
    return town_profile(town, group, at=at, indices=standings, surveys=surveys)
