"""What a picture lacks: actors without a place, without a class, without a source; and what to do about each.

Gaps of the material, not of the ecosystem (missing competences are another calculation).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from seutu.core.situation.composition import ActorFact
from seutu.core.text import Text


@dataclass(frozen=True, slots=True)
class GapItem:
    """One record with a gap."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class GapList:
    """All records with the same gap, by label; what it means and what to do next.

    ``filter`` is what is missing, by the name that the register's list knows it by.
    """

    title: Text
    next_step: Text
    filter: str
    items: tuple[GapItem, ...] = ()

    @property
    def count(self) -> int:
        """How many records have the gap."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The three gaps of the same ``total`` actors.

    ``elsewhere`` is how many other actors of the register have no municipality: some of them may belong here.
    """

    total: int
    unplaced: GapList
    untyped: GapList
    unsourced: GapList
    elsewhere: int = 0

    @property
    def lists(self) -> tuple[GapList, ...]:
        """The three lists in the order they are shown."""
        return (self.unplaced, self.untyped, self.unsourced)


UNPLACED_TITLE: Final = Text(fi="Ilman sijaintia", sv="Utan lägesuppgift", en="Without a location")
UNPLACED_NEXT: Final = Text(
    fi="Lisää toimijalle osoite tai kunta, niin se tulee kartalle.",
    sv="Lägg till adress eller kommun, så syns aktören på kartan.",
    en="Add an address or a municipality to put the actor on the map.",
)
UNTYPED_TITLE: Final = Text(fi="Ilman luokkaa", sv="Utan klass", en="Without a class")
UNTYPED_NEXT: Final = Text(
    fi="Valitse toimijalle luokka, esimerkiksi yritys tai tutkimusorganisaatio.",
    sv="Välj en klass för aktören, till exempel företag eller forskningsorganisation.",
    en="Choose a class for the actor, such as company or research organisation.",
)
UNSOURCED_TITLE: Final = Text(fi="Ilman lähdettä", sv="Utan källa", en="Without a source")
UNSOURCED_NEXT: Final = Text(
    fi="Kirjaa, mistä tieto on saatu: rekisteri, asiakirja tai keskustelu ja sen päivä.",
    sv="Anteckna varifrån uppgiften kommer: register, dokument eller samtal, och datum.",
    en="Record where the fact comes from: a register, a document or a conversation, and its date.",
)


def gap_report(actors: Iterable[ActorFact], *, elsewhere: int = 0) -> Gaps:
    """List the actors without coordinates, without a class and without a source, each by name.

    An actor that has a municipality but no coordinates is unplaced too: it cannot be drawn. ``elsewhere`` is passed on.
    """
    listed = sorted(actors, key=lambda actor: (actor.name.casefold(), actor.id))
    unplaced = _items(actor for actor in listed if actor.lon is None or actor.lat is None)
    untyped = _items(actor for actor in listed if not actor.classes)
    unsourced = _items(actor for actor in listed if not actor.sources)
    return Gaps(
        total=len(listed),
        unplaced=GapList(UNPLACED_TITLE, UNPLACED_NEXT, "municipality", unplaced),
        untyped=GapList(UNTYPED_TITLE, UNTYPED_NEXT, "classes", untyped),
        unsourced=GapList(UNSOURCED_TITLE, UNSOURCED_NEXT, "source", unsourced),
        elsewhere=elsewhere,
    )


def _items(actors: Iterable[ActorFact]) -> tuple[GapItem, ...]:
    return tuple(GapItem(id=actor.id, label=actor.name) for actor in actors)
