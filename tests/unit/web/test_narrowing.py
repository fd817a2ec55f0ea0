"""What narrows a list, in words."""

import pytest
from django.http import QueryDict

from seutu.apps.records.sheets.kinds import kind_named
from seutu.core.text import Language
from seutu.web.narrowing import narrowing_of


@pytest.mark.parametrize(("language", "quoted"), [("fi", "”kone”"), ("sv", "”kone”"), ("en", "“kone”")])
def test_the_search_text_stands_in_the_quotes_of_the_language(language: Language, quoted: str) -> None:
    (part,) = narrowing_of(kind_named("actors"), QueryDict("q=kone")).parts(language)
    assert part["label"] == quoted
