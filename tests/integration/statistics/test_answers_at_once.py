"""Answers that come at once from many threads: each is stored exactly once, and one that is refused stops no other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client

from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import PersonalLink
from seutu.apps.statistics.surveys import tokens
from seutu.apps.statistics.surveys.wave_operations import make_personal_links
from tests.integration.factories import NOON, make_workspace
from tests.integration.statistics.surveys import Respondent, open_survey, responses

pytestmark = pytest.mark.django_db(transaction=True)


def test_many_at_once_are_stored_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "QUICKEST", timedelta(0))
    cache.clear()
    here = make_workspace()
    link = open_survey(here, shared_device=True)
    letters = open_survey(here, link_type="personal", name="Kirje")
    with in_scope(here):
        secrets = make_personal_links(letters, 5, by=None, at=NOON)
    doors = [*(Respondent(link) for _ in range(8)), *(Respondent(letters, f"p/{secrets[0]}/") for _ in range(3))]
    sent = [(one.path, {**one.form(), "act": "send", "q.who": "city"}) for one in doors]

    def send(form: tuple[str, dict[str, str]]) -> int:
        try:
            return Client().post(*form).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=6) as pool:
        statuses = list(pool.map(send, sent * 2))
    assert len(responses(link)) == 8
    assert len(responses(letters)) == 1
    assert statuses.count(302) == 2 * 8 + 2
    assert statuses.count(409) == 4
    with in_scope(here):
        assert PersonalLink.objects.filter(used=True).count() == 1
