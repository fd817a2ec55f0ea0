"""The survey of the example region: made up and marked so, the same every time, and seen alive on its pages."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from seutu.apps.records.scope import in_scope
from seutu.apps.statistics.models import Survey, SurveyResponse, SurveyWave
from seutu.apps.statistics.surveys.forms import form_of, towns_known
from seutu.apps.statistics.surveys.queries import monitor_of
from seutu.core.surveys.answers import check_answers
from tests.integration.demo.test_examples import Built
from tests.integration.factories import NOON, signed_in

pytestmark = pytest.mark.django_db


def test_waves_hold_answers_that_anybody_could_have_given_and_say_that_they_are_made_up(built: Built) -> None:
    workspace = built["seutukaupungit"].workspace
    with in_scope(workspace):
        survey = Survey.objects.get()
        earlier, now = SurveyWave.objects.order_by("opens")
        assert all("keksityt vastaukset" in each.name for each in (survey, earlier, now))
        assert "arvottu" in survey.purpose
        assert (earlier.state, now.state) == ("closed", "open")
        assert len({*earlier.towns} - {*now.towns}) == 1
        assert len({*now.towns} - {*earlier.towns}) == 3
        form, towns = form_of(now), towns_known().keys()
        held = list(SurveyResponse.objects.filter(wave=now))
        faults = [check_answers(form, each.answers, seed=each.seed, towns=towns) for each in held[::10]]
        assert not any(faults)
        today = timezone.localdate(NOON)
        assert {today - timedelta(days=20) <= each.day <= today for each in held} == {True}
        monitor = monitor_of(now)
        assert monitor.total == 500
        assert Counter(each.quota.closes for each in monitor.quotas) == {True: 1, False: 1}
    person = workspace.memberships.first().person
    base = f"/en/w/{workspace.slug}/surveys/{survey.pk}/waves/{earlier.pk}"
    page = signed_in(person).get(f"{base}/results/?figure=known&beside=image")
    said = page.content.decode()
    assert "fields-table" in said
    assert "Iisalmi" in said
