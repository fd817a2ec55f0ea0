"""Pulls statistics from a server into this installation's store; a cut pull goes on where it stopped.

Not for the servers' own ways: each connector of ``seutu.sources.statistics`` knows one.
"""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from seutu.apps.statistics.queries import warehouse
from seutu.core.problems import InputProblem, Problem
from seutu.core.statistics import Observation, SourceRecord
from seutu.core.text import Text
from seutu.rules.places import NEWEST_DIVISION
from seutu.rules.places import load as load_places
from seutu.sources.http import Limits, Progress
from seutu.sources.pace import Pace
from seutu.sources.statistics.loading import StatisticsLoad, in_newest_division, of_known_places
from seutu.sources.statistics.pulling import Download, PullQuery, connector_named
from seutu.sources.statistics.reading import Reading
from seutu.sources.statistics.snapshots import Snapshot
from seutu.warehouse import Batch, LoadReport
from seutu.warehouse.locking import only_writer

FOLDER: Final = "pulls"
MOST_FIGURES: Final = 2_000_000
CALLS, SECONDS = 30, 10.0
"""How often a server is asked where it does not say itself: Statistics Finland's limit."""


@dataclass(frozen=True, slots=True)
class PullReport:
    """What a pull did, whose figures they are, how many questions were asked and how many answers were at hand."""

    load: LoadReport
    source: SourceRecord
    asked: int
    reused: int
    problems: tuple[Problem, ...]


def pull_statistics(
    query: PullQuery,
    *,
    source: str,
    now: Callable[[], datetime],
    limits: Limits | None = None,
    pace: Pace | None = None,
    progress: Progress | None = None,
) -> PullReport:
    """Pull a table from a source into the store, all of it or nothing; a second pull changes only what has changed.

    ``now`` tells the time of each answer. ``progress`` is told how much of the figures has come. Raises
    ``InputProblem``; what had come before it is kept, and the same pull goes on from there within a day.
    """
    connector = connector_named(source)
    folder = _folder(source, query)
    folder.mkdir(parents=True, exist_ok=True)
    with only_writer(folder / "lock"):
        asking = Snapshot(folder, now, pace or Pace(CALLS, SECONDS), limits or Limits(), query.url)
        download = connector(query, asking)
        load = _collected(download, progress)
        batch = Batch(load.observations, load.source, load.indicators, scope=download.scope)
        (report,) = warehouse().load_batches([batch])
        asking.finish()
    return PullReport(report, load.source, asking.asked, asking.reused, load.problems)


def _folder(source: str, query: PullQuery) -> Path:
    """Return the folder of the pulls that ask the same: readable by its first part, told apart by its last."""
    asked = [source, query.table, query.url, query.language, query.area, sorted(query.only.items())]
    digest = hashlib.sha256(json.dumps(asked).encode("utf-8")).hexdigest()[:10]
    name = re.sub(r"[^a-z0-9]+", "_", query.table.lower()).strip("_")[-60:]
    return Path(settings.DATA_FOLDER) / FOLDER / source / f"{name}-{digest}"


def _collected(download: Download, progress: Progress | None) -> StatisticsLoad:
    reading = Reading(load_places(), NEWEST_DIVISION)
    found: list[Observation] = []
    done = 0
    if download.weight > MOST_FIGURES:  # told before a question for each of them is made
        raise InputProblem.because(_too_many())
    for part in download.parts:
        found.extend(part.observations)
        reading.problems.extend(part.problems)
        done += part.weight
        if len(found) > MOST_FIGURES:
            raise InputProblem.because(_too_many())
        if progress is not None:
            progress(done, download.weight)
    observations = of_known_places(found, reading)
    if not observations:
        raise InputProblem(Problem(_nothing(download.source.name)), *reading.problems)
    division = download.source.division
    if division is not None and division > NEWEST_DIVISION:
        reading.problems.append(Problem(_newer(division), value=division.isoformat()))
    return in_newest_division(observations, dict(download.indicators), download.source, reading)


def _too_many() -> Text:
    return Text(
        fi="Haku toisi yli 2 miljoonaa lukua. Rajaa sitä valitsimella --only.",
        sv="Hämtningen skulle ge över 2 miljoner tal. Begränsa den med --only.",
        en="The pull would bring over 2 million figures. Limit it with --only.",
    )


def _nothing(name: str) -> Text:
    return Text(
        fi=f"Lähteestä {name} ei tullut yhtään käytettävää lukua. Tarkista rajaus.",
        sv=f"Källan {name} gav inget användbart tal. Kontrollera urvalet.",
        en=f"No usable figure came from {name}. Check what was asked for.",
    )


def _newer(division: date) -> Text:
    return Text(
        fi=f"Luvut ovat vuoden {division.year} aluejaossa, jota tämä versio ei vielä tunne. Päivitä ohjelma.",
        sv=f"Talen följer områdesindelningen {division.year}, som den här versionen inte känner. Uppdatera programmet.",
        en=f"The figures are in the division of {division.year}, which this version does not know. Upgrade it.",
    )
