"""Every word of the shell and the components is there in Finnish and Swedish."""

import re
from pathlib import Path

import pytest
from django.utils import translation

TEMPLATES = Path(__file__).resolve().parents[3] / "src/seutu/web/templates"
SHEETS = [TEMPLATES / "base.html", *sorted((TEMPLATES / "components").glob("*.html"))]
MESSAGES = sorted({text for sheet in SHEETS for text in re.findall(r'{% translate "([^"]+)" %}', sheet.read_text())})


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("message", MESSAGES)
def test_the_word_is_translated(message: str, language: str) -> None:
    with translation.override(language):
        said = translation.gettext(message)
    assert said != message or (message, language) == ("Information", "sv")
    assert "!" not in said
