"""Every test of pages begins in Finnish: a request leaves its language on in the thread, whatever test made it."""

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def finnish_first() -> Iterator[None]:
    translation.activate("fi")
    yield
    translation.deactivate()
