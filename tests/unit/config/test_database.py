"""The database of a URL: PostgreSQL with its parts decoded, anything else refused without showing the URL."""

import pytest

from seutu.config.database import from_url
from seutu.core.problems import InputProblem


def test_the_parts_of_a_url_are_decoded() -> None:
    setting = from_url("postgresql://palvelu:hauki%4077@db.example.org:5433/seutu")
    assert (setting["NAME"], setting["USER"], setting["PASSWORD"]) == ("seutu", "palvelu", "hauki@77")
    assert (setting["HOST"], setting["PORT"]) == ("db.example.org", "5433")


@pytest.mark.parametrize(
    "url", ["mysql://palvelu:hauki-77@db/x", "palvelu:hauki-77@db/x", "postgresql://a:hauki-77@b:c/x"]
)
def test_another_database_is_refused_without_showing_the_url(url: str) -> None:
    with pytest.raises(InputProblem) as refused:
        from_url(url)
    (problem,) = refused.value.problems
    assert "SEUTU_DATABASE_URL" in problem.message.in_language("fi")
    assert "hauki-77" not in str(refused.value) + problem.message.in_language("en")
