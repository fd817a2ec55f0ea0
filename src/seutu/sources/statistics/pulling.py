"""The port of statistics that are pulled from a server: what is asked, what a connector gives, and who is there.

A connector is one function in one module of this folder: ``download(query, asking) -> Download``. It asks only through
``asking.read(Question(address, body), reader)``, which keeps every good answer in the pull's snapshot, waits for its
turn, and after a cut pull gives what was kept instead of asking again. ``reader`` turns the bytes into what they say
and raises ``InputProblem`` for what is no proper answer: that is not kept. What tells the state of the source (its
metadata) is asked with ``fresh=True``: where it has changed, everything that was kept is asked again.
``Download.parts`` is read lazily, one question or more a part. A new connector gets a row in ``CONNECTORS``; ``cubes``
makes places, periods and signs of JSON-stat. Not for storing (``apps.statistics.pulling``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import Any, Final, Protocol, TypeVar
from urllib.parse import SplitResult, urlsplit

from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Indicator, Observation, SourceRecord
from seutu.core.text import Language, Text
from seutu.sources import http_words

T = TypeVar("T")
CONNECTORS: Final[dict[str, str]] = {
    "statfin": "seutu.sources.statistics.pxweb:download_from_statistics_finland",
    "pxweb": "seutu.sources.statistics.pxweb:download",
    "pxweb2": "seutu.sources.statistics.pxweb2:download",
    "sotkanet": "seutu.sources.statistics.sotkanet:download",
    "eurostat": "seutu.sources.statistics.eurostat_service:download",
}
"""Each source by its name on the command line: its module and function, imported when it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PullQuery:
    """What a person asks of a source.

    ``only`` limits dimensions: ``{"vuosi": ("2023", "2024")}``, each connector telling what it takes. ``indicators``
    names the indicator of a content code; the key ``""`` stands for the only content. ``url`` is another server that
    speaks the same protocol. ``area`` names the dimension of places where it cannot be told. ``retrieved`` is the day.
    """

    table: str
    retrieved: date
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    area: str | None = None
    language: Language = "fi"


@dataclass(frozen=True, slots=True)
class Question:
    """One question to a server: an address to get or, with a JSON ``body``, to post to."""

    address: str
    body: bytes | None = None
    accept: str = "application/json"


class Asking(Protocol):
    """How a connector asks (``snapshots.Snapshot``)."""

    def read(self, question: Question, reader: Callable[[bytes], T], *, fresh: bool = False) -> T:
        """Return what ``reader`` makes of the answer, from the server or as it was kept. Raises ``InputProblem``."""
        ...

    def keep_pace(self, calls: int, seconds: float) -> None:
        """Ask at most so many questions in so many seconds from now on, if that is stricter than before."""
        ...

    def forget(self) -> None:
        """Throw away what was kept: the source changed on the way, and the next pull begins anew."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the figures, how large a share of ``Download.weight`` they are, and what was wrong in them."""

    observations: Sequence[Observation]
    weight: int = 1
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What a connector knows before it asks for figures, and the parts to come, in which the questions are asked.

    ``source.division`` is the division of areas of the whole download: one pull, one division. ``scope`` are the
    columns within which the figures are complete (``seutu.warehouse.Batch``); leave it where every place was asked.
    """

    source: SourceRecord
    indicators: Mapping[str, Indicator]
    parts: Iterator[Part]
    weight: int = 1
    scope: tuple[str, ...] = ("indicator", "place_kind", "period")


Connector = Callable[[PullQuery, Asking], Download]


def connector_named(name: str) -> Connector:
    """Return the connector of a source. Raises ``InputProblem`` with the known names if there is none."""
    found = CONNECTORS.get(name)
    if found is None:
        raise InputProblem.because(_unknown(name[:40], ", ".join(CONNECTORS)))
    module, _, function = found.partition(":")
    connector: Any = getattr(import_module(module), function)
    return connector  # type: ignore[no-any-return]


def parts_of(url: str) -> SplitResult:
    """Return the parts of the address of a server. Raises ``InputProblem`` for one that is no address."""
    try:
        return urlsplit(url)
    except ValueError as error:
        raise InputProblem.because(http_words.not_an_address(url)) from error


def _unknown(name: str, known: str) -> Text:
    return Text(
        fi=f"Lähdettä {name} ei tunneta. Lähteet: {known}.",
        sv=f"Källan {name} är okänd. Källorna är {known}.",
        en=f"There is no source {name}. The sources are {known}.",
    )
