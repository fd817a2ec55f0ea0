"""Times are written as each language writes them, in the service's time zone, to the minute."""

from datetime import UTC, datetime

import pytest

from seutu.core.text import Language
from seutu.web.moments import moment


@pytest.mark.parametrize(
    ("language", "written"),
    [("fi", "2.3.2026 klo\u00a015.05"), ("sv", "2.3.2026 kl.\u00a015.05"), ("en", "2.3.2026 at\u00a015:05")],
)
def test_a_moment_is_written_as_its_language_does(language: Language, written: str) -> None:
    assert moment(datetime(2026, 3, 2, 13, 5, 59, 7, tzinfo=UTC), language) == written
