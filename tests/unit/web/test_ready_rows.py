"""Rows made ready are the rows the table component would have written, and escape what people wrote."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string

from seutu.web.ready_rows import made_ready

TABLE: dict[str, Any] = {
    "id": "towns",
    "caption": "Towns",
    "columns": [{"label": "Town"}, {"label": 'Actors "here"', "kind": "number"}, {"label": "Note"}],
    "rows": [
        {"id": "a", "ours": True, "cells": [{"text": "Iisalmi", "url": "/a/?b=1&c=2"}, {"text": "412"}, {"text": ""}]},
        {"cells": [{"text": "<b>Raahe</b>"}, {"text": "–", "missing": True}, {"text": "x", "url": "/x/"}]},
    ],
}


def body(table: dict[str, Any]) -> str:
    html = render_to_string("components/table.html", {"table": table})
    found = re.search(r"<tbody[^>]*>(.*)</tbody>", html, re.DOTALL)
    assert found is not None
    return re.sub(r"\s+(?=<)|(?<=>)\s+", "", found.group(1)).strip()


@pytest.mark.parametrize("stack", [False, True])
def test_ready_rows_are_the_components_own(*, stack: bool) -> None:
    table = {**TABLE, "stack": stack}
    assert "&lt;b&gt;Raahe" in body(table)
    assert body(made_ready(table)) == body(table)
