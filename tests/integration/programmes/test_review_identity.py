"""A review in a file is known by its subject, goal and day, so that repeated reviews are not taken for one."""

from datetime import date
from uuid import uuid4

import pytest

from seutu.apps.programmes.kinds.measuring import SDG_REVIEWS
from seutu.apps.records.files.planning import identity_keys


@pytest.mark.parametrize("subject", ["project", "benefit_goal"])
def test_another_day_is_another_review(subject: str) -> None:
    first = {subject: uuid4(), "sdg": "4", "reviewed": date(2023, 6, 1)}
    again = {**first, "reviewed": date(2024, 6, 1)}
    assert len(identity_keys(SDG_REVIEWS, first)) == 1
    assert identity_keys(SDG_REVIEWS, first) == identity_keys(SDG_REVIEWS, dict(first))
    assert identity_keys(SDG_REVIEWS, first) != identity_keys(SDG_REVIEWS, again)
