"""The profile of a town: its figures by topic with their standing, mergers, sources, standings in indices.

Plain values. Filling them belongs to ``seutu.apps.statistics``, saying them to ``profile_sentences``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from seutu.core.indices.standing import Standing as IndexStanding
from seutu.core.situation.places import PlaceHead
from seutu.core.situation.series import FigureSeries
from seutu.core.situation.sources import SourceNote
from seutu.core.statistics.industry_change import IndustryChanges
from seutu.core.statistics.standing import Standing
from seutu.core.surveys.town_sentences import TownSurvey
from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """The towns that a town is ranked among. ``counted`` follows their number: "36 seutukaupungista"."""

    code: str
    name: Text
    members: tuple[str, ...]
    counted: Text


@dataclass(frozen=True, slots=True)
class ProfileFigure:
    """One figure of the profile.

    ``subject`` is its name in a sentence (``None``: only its label is known). ``among_all`` and ``among_group`` are of
    the newest period of most municipalities; both are ``None``, and ``why_no_rank`` says why, when the town has no
    value then. ``among_group`` is ``None`` also for a town that is not in the group; ``group_median`` is there anyway.
    ``remark`` is what has to be known of the newest value (a sum of published parts, the borders before a merger).
    ``part`` is where the value lies among all municipalities' (0 lowest, 1 highest), ``group_part`` where the group's
    median lies.
    ``interval`` is (low, high) in the figure's unit where its source gives one; counts of registers have none.
    """

    series: FigureSeries
    subject: Text | None = None
    among_all: Standing | None = None
    among_group: Standing | None = None
    group_median: float | None = None
    part: float | None = None
    group_part: float | None = None
    why_no_rank: Text | None = None
    remark: Text | None = None
    interval: tuple[float, float] | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class ProfileTopic:
    """The figures of one topic. ``industries`` is how jobs changed by industry, in the topic that tells of them."""

    code: str
    label: Text
    figures: tuple[ProfileFigure, ...]
    industries: IndustryChanges | None = None


@dataclass(frozen=True, slots=True)
class MergedMunicipality:
    """A former municipality that is part of the town since ``since``."""

    name: Text
    code: str
    since: date


@dataclass(frozen=True, slots=True)
class TownProfile:
    """Everything that a town's profile shows. ``division`` is the first day of the division that figures are of.

    ``indices`` are its standings in composite indices, in the language in which they were worked out; ``surveys`` is
    what the closed waves of surveys tell of it.
    """

    place: PlaceHead
    at: date
    division: date
    group: PeerGroup
    topics: tuple[ProfileTopic, ...]
    sources: tuple[SourceNote, ...]
    merged: tuple[MergedMunicipality, ...] = ()
    age_notice: Text | None = None
    indices: tuple[IndexStanding, ...] = ()
    surveys: tuple[TownSurvey, ...] = ()

    @property
    def figures(self) -> Iterator[ProfileFigure]:
        """Return the figures of every topic, in order."""
        return (figure for topic in self.topics for figure in topic.figures)
