"""The examples, built once for the tests of a file and taken away after them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from seutu.apps.demo.operations import LoadedExample, add_demo_person, load_examples
from tests.integration.factories import NOON


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, LoadedExample]]:
    """Return the example workspaces by slug. Each test's own writes are undone before the next."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_examples(owner=add_demo_person(), at=NOON)
        transaction.set_rollback(True)
