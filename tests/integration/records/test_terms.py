"""Coded terms are replaced scheme by scheme, many records at once."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seutu.apps.records.enums import Operation
from seutu.apps.records.models import Term
from seutu.apps.records.queries import record_of, records_of
from seutu.apps.records.recording import recording
from seutu.apps.records.scope import in_scope
from seutu.apps.records.sheets.kinds import kind_named
from seutu.apps.records.terms import attach_terms
from tests.integration.factories import NOON, make_record, make_workspace

pytestmark = pytest.mark.django_db
ACTORS = kind_named("actors")
COUNT = 6


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with in_scope(make_workspace()):
        for number in range(COUNT):
            make_record("actors", name=f"Konepaja {number}")
        yield


def test_terms_of_many_records_are_replaced_in_as_many_questions_as_those_of_few() -> None:
    costs = []
    for count in (2, COUNT):
        records = attach_terms(list(records_of(ACTORS)[:count]))
        with CaptureQueriesContext(connection) as queries, recording(Operation.IMPORT, by=None, at=NOON) as act:
            for number, record in enumerate(records):
                act.change(ACTORS, record, {"other_names": (f"Nimi {count} {number}",)})
        costs.append(sum(each["sql"].startswith("DELETE") for each in queries))
        for number, record in enumerate(records):
            assert record_of(ACTORS, record.pk).terms == {"name": (f"Nimi {count} {number}",)}
    assert costs == [1, 1]
    assert Term.objects.count() == COUNT


def test_only_the_schemes_that_changed_are_replaced() -> None:
    first, second = attach_terms(list(records_of(ACTORS)[:2]))
    with recording(Operation.IMPORT, by=None, at=NOON) as act:
        for record in (first, second):
            act.change(ACTORS, record, {"other_names": ("Nimi",), "distinct_from": (str(record.pk),)})
    with recording(Operation.IMPORT, by=None, at=NOON) as act:
        act.change(ACTORS, first, {"other_names": ("Toinen",)})
        act.change(ACTORS, second, {"other_names": ("Kolmas",), "distinct_from": None})
    kept = record_of(ACTORS, first.pk).terms
    assert kept["name"] == ("Toinen",)
    assert str(first.pk) in {code for codes in kept.values() for code in codes}
    assert record_of(ACTORS, second.pk).terms == {"name": ("Kolmas",)}
