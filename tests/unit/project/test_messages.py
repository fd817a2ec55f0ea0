from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import messages

TEMPLATE = """{% load i18n %}
<section>
    <h1>{% translate "Situation picture" %}</h1>
      <p title="{% translate 'It is "quoted"' %}">it's</p>
  {# Translators: a button #}
  {% blocktranslate count n=rows|length %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}
    {% blocktranslate trimmed with town=name %}
       Actors of
       {{ town }}
    {% endblocktranslate %}
</section> {% translate "May" context "month" %}
"""


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    page = tmp_path / "templates" / "page.html"
    page.parent.mkdir()
    page.write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "views.py").write_text(
        'from x import gettext as _\n_("Import %(n)s rows") % {"n": 1}\n', encoding="utf-8"
    )
    monkeypatch.setattr(messages, "SOURCE", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "LOCALE", tmp_path / "locale")
    return messages.template()


def test_texts_of_pages_and_code_are_found(catalogue: Catalog) -> None:
    assert {message.id for message in catalogue if message.id} == {
        "Situation picture",
        'It is "quoted"',
        ("%(n)s row", "%(n)s rows"),
        "Actors of %(town)s",
        "May",
        "Import %(n)s rows",
    }
    assert catalogue.get("May", context="month") is not None


@pytest.mark.usefixtures("catalogue")
def test_a_text_without_translation_and_an_old_compiled_file_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    messages.write("fi")
    assert "6 to translate" in capsys.readouterr().out
    assert sum("no translation" in problem for problem in messages.problems("fi")) == 6
    po = messages.path_of("fi")
    po.write_text(po.read_text(encoding="utf-8").replace('msgid "May"\nmsgstr ""', 'msgid "May"\nmsgstr "toukokuu"'))
    found = messages.problems("fi")
    assert sum("no translation" in problem for problem in found) == 5
    assert any("older than its catalogue" in problem for problem in found)


@pytest.mark.usefixtures("catalogue")
def test_writing_twice_changes_nothing() -> None:
    messages.write("sv")
    first = messages.path_of("sv").read_bytes()
    messages.write("sv")
    assert messages.path_of("sv").read_bytes() == first


def test_the_made_up_language_keeps_what_is_filled_in() -> None:
    assert messages.stretched("Import %(n)s rows") == "[Împört %(n)s röwš ·····]"
