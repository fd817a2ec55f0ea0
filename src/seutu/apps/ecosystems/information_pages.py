"""What an information page shows: the municipality's figures of its topics among others, and its cited facts.

Read in the scope of the page's owner. A page that is open to everybody shows only facts that are themselves so.
"""

from dataclasses import dataclass
from datetime import date

from seutu.apps.accounts.enums import Role
from seutu.apps.accounts.models import Workspace
from seutu.apps.ecosystems.areas import REGIONAL_TOWNS
from seutu.apps.ecosystems.towns import peer_group
from seutu.apps.records.enums import Audience
from seutu.apps.records.queries import records_of
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.register.models import Fact
from seutu.apps.statistics.kinds.pages import TOPICS
from seutu.apps.statistics.models import InformationPage
from seutu.apps.statistics.profiles import town_profile
from seutu.core.statistics.profile import TownProfile
from seutu.rules import places


@dataclass(frozen=True, slots=True)
class FactShown:
    """A cited fact on a page, and what it tells there."""

    fact: Fact
    told: str


@dataclass(frozen=True, slots=True)
class InformationPageShown:
    """A page filled in: ``facts`` in their order; ``kept_back`` are the page's facts that everybody does not see."""

    page: InformationPage
    profile: TownProfile
    facts: tuple[FactShown, ...]
    kept_back: tuple[Fact, ...] = ()


def information_page(page: InformationPage, owner: Workspace, *, at: date, to_all: bool) -> InformationPageShown:
    """Return the page as everybody sees it (``to_all``), or as its workspace does; its terms must have been attached.

    Figures are the newest of the installation's store for the municipality of today that the page's one is part of.
    """
    chosen = page.terms.get("page-topics") or tuple(each.code for each in TOPICS)
    with in_scope(owner, role=Role.GUEST):
        group = peer_group(REGIONAL_TOWNS, at=at)
        facts = _facts(page)
    town = places.load().successor(page.municipality, places.NEWEST_DIVISION)
    profile = town_profile(town, group, at=at, topics=chosen)
    kept_back = tuple(each.fact for each in facts if each.fact.audience != Audience.PUBLIC)
    shown = tuple(each for each in facts if not (to_all and each.fact in kept_back))
    return InformationPageShown(page, profile, shown, kept_back)


def _facts(page: InformationPage) -> list[FactShown]:
    """Return the facts of a page in their order, those without a number last; none that is in the trash."""
    rows = records_of(kind_named("page-facts")).filter(page=page, fact__trashed_at__isnull=True)
    ordered = sorted(rows.select_related("fact__source"), key=lambda row: (row.position is None, row.position or 0))
    return [FactShown(row.fact, row.told) for row in ordered]
