"""The whole chain in small: answers through the answering page → an index with the wave → town reports with standings.

The same functions as `benchmarks/survey_chain.py`, which does it with 12,800 answers on 55 towns.
"""

import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.test import Client

from seutu.apps.records.scope import in_scope
from seutu.apps.statistics import profiles
from seutu.apps.statistics.models import SurveyResponse
from seutu.apps.statistics.surveys import results
from seutu.core.indices.standing import Standing
from seutu.core.statistics.profile import PeerGroup, TownProfile
from seutu.rules import places
from tests.integration.statistics.small_store import TOWNS, use_store
from tests.shared_material import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    use_store(monkeypatch)
    monkeypatch.setattr(results, "_populations", lambda towns: dict.fromkeys(towns, 1000.0))
    monkeypatch.setattr(profiles, "town_profile", _bare)
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    yield import_module("survey_chain")
    for name in ("survey_chain", "answering", "material"):
        sys.modules.pop(name, None)


def _bare(code: str, group: PeerGroup, *, at: date, indices: list[Standing]) -> TownProfile:
    """Return a profile of nothing but standings: its figures would load the product's own store."""
    place = profiles.head_of(code)
    return TownProfile(
        place=place, at=at, division=places.NEWEST_DIVISION, group=group, topics=(), sources=(), merged=(),
        age_notice=None, indices=tuple(indices),
    )  # fmt: skip


def test_answers_become_an_index_and_reports(chain: Any, tmp_path: Path) -> None:
    here, wave, path, bodies = chain.prepare(60, TOWNS)
    for number, body in enumerate(bodies):
        for _ in range(2 if number % 10 == 0 else 1):
            sent = Client().post(path, body, "application/x-www-form-urlencoded", REMOTE_ADDR=f"10.0.1.{number}")
            assert sent.status_code == 302
    with in_scope(here):
        assert SurveyResponse.objects.count() == 60, "each is stored once"
        index = chain.index_of(wave, TOWNS, statistics=2)
        first = chain.digest(index)
        assert chain.reports(TOWNS, tmp_path, chain.Parts()) == len(TOWNS)
        assert chain.digest(index) == first
    reports = sorted(tmp_path.glob("*.pdf"))
    assert len(reports) == len(TOWNS)
    opened = pypdfium2.PdfDocument(reports[0].read_bytes())
    told = " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())
    opened.close()
    assert "Attraction: sija" in told
    assert "(otantavirhe)" in told
