"""Quotas that close: told as soon as the respondent's group is known, and never gone over, also by answers at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client

from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import PersonalLink, SurveyLink
from seutu.apps.statistics.surveys import tokens
from seutu.apps.statistics.surveys.queries import monitor_of
from seutu.apps.statistics.surveys.wave_operations import make_personal_links
from tests.integration.factories import NOON, make_record
from tests.integration.statistics.surveys import Respondent, open_survey, responses


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests answer faster than people, and count requests from nothing."""
    monkeypatch.setattr(tokens, "QUICKEST", timedelta(0))
    cache.clear()


def quota(link: SurveyLink, target: int, *, closes: bool | None = True, **whose: str) -> None:
    with in_scope(link.workspace):
        name = f"Kiintiö {target} {whose}"
        make_record("survey-quotas", wave=link.wave, name=name, target=Decimal(target), closes=closes, **whose)


def send(link: SurveyLink, path: str = "", **answers: Any) -> int:
    return int(Respondent(link, path).press("send", **answers).status_code)


@pytest.mark.django_db
def test_a_full_quota_is_told_at_the_page_that_tells_the_group_and_only_where_it_closes() -> None:
    link = open_survey(shared_device=True)
    quota(link, 1, respondent_group="residents", municipality="140")
    quota(link, 1, closes=None, respondent_group="city")
    assert send(link, q__who="residents", q__home="140") == 302
    assert send(link, q__who="city") == 302
    for language, words in (("fi", "Kiitos kiinnostuksestasi"), ("sv", "Tack för ditt"), ("en", "Thank you for your")):
        one = Respondent(link, language=language)
        assert one.press("next", q__who="residents", q__home="140").status_code == 410
        assert words in one.said
        assert "(sv)" in one.said or language != "sv"
    assert Respondent(link).press("next", q__who="city").status_code == 200
    assert Respondent(link).press("next", q__who="residents", q__home="684").status_code == 200
    assert send(link, q__who="city") == 302
    assert send(link, q__who="residents", q__home="140") == 410
    with in_scope(link.workspace):
        counts = {each.quota.respondent_group: each.answers for each in monitor_of(link.wave).quotas}
    assert counts == {"residents": 1, "city": 2}
    assert len(responses(link)) == 3


@pytest.mark.django_db
def test_a_personal_link_of_a_full_group_is_told_at_once_and_stays_unused() -> None:
    link = open_survey(link_type="personal", respondent_group="others")
    with in_scope(link.workspace):
        first, second, *_ = make_personal_links(link, 5, by=None, at=NOON)
    waiting = Respondent(link, f"p/{second}/")
    quota(link, 1, respondent_group="others")
    assert send(link, f"p/{first}/", q__who="others") == 302
    assert waiting.press("send", q__who="others").status_code == 410
    assert Respondent(link, f"p/{second}/").page.status_code == 410
    with in_scope(link.workspace):
        assert PersonalLink.objects.filter(used=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_answers_at_once_never_go_over_a_quota() -> None:
    link = open_survey(shared_device=True)
    quota(link, 3, respondent_group="city")
    quota(link, 6)
    groups = ["city", "others"] * 5
    forms = [{**Respondent(link).form(), "act": "send", "q.who": group} for group in groups]
    path = f"/fi/answer/{link.code}/"

    def post(form: dict[str, Any]) -> int:
        try:
            return Client().post(path, form).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=6) as pool:
        statuses = list(pool.map(post, forms))
    stored = [each.respondent_group for each in responses(link)]
    assert len(stored) == 6
    assert stored.count("city") <= 3
    assert sorted(statuses) == [302] * 6 + [410] * 4
    assert post(forms[statuses.index(302)]) == 302, "the same form sent again is stored already, and thanked"
