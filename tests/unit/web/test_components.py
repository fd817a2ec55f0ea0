"""Each component says what its context says, escapes what people wrote, and has words for those who cannot see."""

import json
import re
from html.parser import HTMLParser
from typing import Any, ClassVar

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils import translation


def render(component: str, **context: Any) -> str:
    with translation.override("en"):
        return render_to_string(f"components/{component}.html", context)


class Words(HTMLParser):
    """The text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def words(html: str) -> str:
    reader = Words()
    reader.feed(html)
    return " ".join(" ".join(reader.said).split())


TABLE: dict[str, Any] = {
    "id": "towns",
    "caption": "Toimijat kunnittain",
    "columns": [
        {"label": "Kunta", "sort_url": "?s=1", "sorted": "ascending"},
        {"label": "Toimijoita", "kind": "number"},
    ],
    "rows": [
        {"id": "Iisalmi", "ours": True, "url": "/iisalmi/", "cells": [{"text": "Iisalmi"}, {"text": "412"}]},
        {"cells": [{"text": "<b>Raahe</b>"}, {"text": "–", "missing": True}]},
    ],
}
PICTURE: dict[str, Any] = {
    "id": "p1",
    "title": "Iisalmi on kärjessä",
    "subtitle": "Toimijoita",
    "summary": "Iisalmessa on 412.",
    "source": "Rekisteri",
    "table": TABLE,
}


def test_a_table_names_its_region_its_order_and_its_rows() -> None:
    html = render("table", table=TABLE)
    assert 'aria-labelledby="towns-caption"' in html
    assert 'aria-sort="ascending"' in html
    assert re.search(r'<tr[^>]* class="is-ours" data-select-id="Iisalmi">', html)
    assert re.search(r'<th scope="row"[^>]*><a href="/iisalmi/">Iisalmi</a>\s*</th>', html)
    assert '<td class="is-number is-missing" data-label="Toimijoita">–' in html
    assert "&lt;b&gt;Raahe" in html


def test_a_row_with_too_few_cells_is_a_defect_that_shows() -> None:
    broken = TABLE | {"rows": [{"cells": [{"text": "Iisalmi"}]}]}
    with pytest.raises(ValueError, match=r"shorter|longer"):
        render("table", table=broken)


def test_a_stacked_table_is_still_a_table() -> None:
    html = render("table", table=TABLE | {"stack": True})
    for role in ("table", "rowgroup", "row", "columnheader", "rowheader", "cell"):
        assert f'role="{role}"' in html


def test_an_empty_table_says_how_to_begin() -> None:
    empty = {
        "title": "Toimijoita ei ole vielä",
        "example": "Esimerkiksi Iisalmen Sahat",
        "actions": [{"label": "Lisää", "url": "/x"}],
    }
    html = render("table", table=TABLE | {"rows": [], "empty": empty})
    assert words(html) == "Toimijoita ei ole vielä Esimerkiksi Iisalmen Sahat Lisää"
    assert "<table" not in html


def test_a_figure_has_its_unit_date_and_source() -> None:
    html = render(
        "figure",
        figure={"label": "Väkiluku", "value": "20 801", "unit": "as.", "date": "31.12.2024", "source": "Tilastokeskus"},
    )
    assert words(html) == "Väkiluku, 31.12.2024 20 801 as. Source : Väkiluku Tilastokeskus"


def test_a_missing_figure_says_why_and_is_not_zero() -> None:
    assert (
        words(render("figure", figure={"label": "TKI-menot", "value": None, "missing": "ei tietoa"}))
        == "TKI-menot ei tietoa"
    )
    assert "number--missing" not in render("figure", figure={"label": "x", "value": "0"})


@pytest.mark.parametrize(("kind", "part"), [("map", "data"), ("network", "data"), ("chart", "spec")])
def test_a_picture_has_its_data_its_words_and_its_table(kind: str, part: str) -> None:
    values = {"nodes": [], "links": [], "communities": [], "said": "</script><b>"}
    html = render(kind, picture=PICTURE | {part: values})
    island = re.search(r'<script id="p1-data" type="application/json">(.*?)</script>', html)
    assert island is not None
    assert json.loads(island[1]) == {part: values}
    for said in ("Iisalmi on kärjessä", "Toimijoita", "Iisalmessa on 412.", "Source: Rekisteri", "Toimijat kunnittain"):
        assert said in words(html)
    assert 'data-missing="This browser cannot draw' in html


def test_a_picture_may_be_an_object() -> None:
    class Picture:
        id = "p2"
        title = "Otsikko"
        spec: ClassVar = {"mark": "bar"}

    assert '{"spec": {"mark": "bar"}}' in render("chart", picture=Picture())


class Question(forms.Form):
    name = forms.CharField(label="Nimi", help_text="Kuten hakemuksessa")
    role = forms.ChoiceField(label="Rooli", choices=[("a", "Päätoteuttaja")], widget=forms.RadioSelect)
    public = forms.BooleanField(label="Julkinen", required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False)


def test_a_wrong_field_is_told_beside_it_and_in_the_summary() -> None:
    form = Question({"name": ""})
    html = render("form_field", field=form["name"])
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    summary = render("error_summary", form=form)
    assert 'href="#id_name"' in summary
    assert 'href="#id_role_group"' in summary
    assert 'id="id_role_group"' in render("form_field", field=form["role"])


def test_each_kind_of_field_has_its_label() -> None:
    form = Question()
    assert "<legend" in render("form_field", field=form["role"])
    assert '<label for="id_public">Julkinen</label>' in render("form_field", field=form["public"])
    assert "label" not in render("form_field", field=form["key"])
    assert "optional" not in render("form_field", field=form["name"])


def test_an_error_summary_without_errors_is_nothing() -> None:
    assert render("error_summary", form=Question()).strip() == ""


def test_a_notice_is_told_in_words_too() -> None:
    assert words(render("notice", notice={"tone": "alarm", "text": "Ei tallennettu"})) == "Error: Ei tallennettu"
    assert 'role="alert"' in render("notice", notice={"tone": "alarm", "text": "x"})
    assert "<li>" not in render("notice", notice={"text": "x"})


def test_filters_are_a_sentence_with_parts_to_take_away() -> None:
    html = render(
        "filters", filters={"sentence": "Näytetään 87 toimijaa", "parts": [{"label": "yritys", "remove_url": "?a=1"}]}
    )
    assert words(html) == "Näytetään 87 toimijaa yritys – remove this filter"
    assert 'href="?a=1"' in html


def test_a_button_that_changes_something_is_posted() -> None:
    html = render("buttons", buttons=[{"label": "Poista", "url": "/x/", "method": "post", "style": "danger"}])
    assert html.startswith('<div class="buttons"><form method="post" action="/x/">')


def test_history_shows_the_old_and_the_new() -> None:
    html = render(
        "history",
        history=[{"what": "Muutettiin", "when": "1.2.2025", "changes": [{"label": "Määrä", "old": "38", "new": "42"}]}],
    )
    assert words(html) == "Muutettiin 1.2.2025 Määrä Before: 38 After: 42"


def test_the_step_that_goes_on_is_marked() -> None:
    html = render("stepper", steps=[{"label": "Valitse", "state": "done"}, {"label": "Tarkista", "state": "now"}])
    assert html.count('aria-current="step"') == 1
    assert "Valitse (done)" in words(html)


SHELL: dict[str, Any] = {
    "page_title": "Toimijat",
    "site": {
        "home_url": "/",
        "search_url": "/s/",
        "accessibility_url": "/a/",
        "feedback_url": "/f/",
        "source_url": "",
        "version": "1",
    },
    "language_links": [{"code": "fi", "label": "Suomeksi", "url": "/fi/", "current": True}],
}


def test_the_sheet_stands_with_the_least_context() -> None:
    html = render_to_string("base.html", SHELL)
    assert "<title>Toimijat – Seutu</title>" in html
    assert html.index('href="#content"') < html.index("<header")
    assert 'id="content"' in html
    assert '<nav class="nav"' not in html


def test_the_sheet_names_the_workspace_and_the_place_of_the_page() -> None:
    full = SHELL | {
        "workspace": {"name": "Iisalmen seutu", "url": "/w/"},
        "navigation": [{"label": "Tilannekuva", "url": "/w/p/", "current": True}],
        "breadcrumbs": [{"label": "Työpöytä", "url": "/w/"}, {"label": "Toimijat"}],
        "account": {"name": "Neuvoja", "links": [{"label": "Ulos", "url": "/out/", "method": "post"}]},
    }
    html = render_to_string("base.html", full)
    assert "<title>Toimijat – Iisalmen seutu – Seutu</title>" in html
    assert html.count('aria-current="page"') == 2
    assert '<form method="post" action="/out/">' in html
