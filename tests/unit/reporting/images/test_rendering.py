"""Charts as SVG and PNG."""

import re
import struct
from dataclasses import replace
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring

from seutu.core.charts import bar_chart, graph_chart, line_chart, map_chart
from seutu.core.situation import Share
from seutu.core.text import LANGUAGES, Language, Text
from seutu.reporting.images import spec_to_png, spec_to_svg
from tests.unit.reporting.example_picture import PLACE, UNEMPLOYMENT, example_picture, points

HEADING = Text.same("Luokat")


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in fromstring(svg).iter() if element.tag.endswith("text")]


def test_the_same_spec_gives_the_same_bytes() -> None:
    spec = line_chart(UNEMPLOYMENT, PLACE.name, "fi")
    assert spec_to_svg(spec, "fi") == spec_to_svg(spec, "fi")
    assert spec_to_png(spec, 1.0) == spec_to_png(spec, 1.0)


@pytest.mark.parametrize(("language", "tick"), [("fi", "10,4"), ("sv", "10,4"), ("en", "10.4")])
def test_axes_write_numbers_as_the_language_does(language: Language, tick: str) -> None:
    series = replace(UNEMPLOYMENT, values=points(["10.0", "11.0"]), comparisons=())
    assert any(text.startswith(tick) for text in texts(spec_to_svg(line_chart(series, PLACE.name, language), language)))


def test_a_name_is_text_and_never_markup() -> None:
    evil = '</text><script>alert("1")</script>&'
    svg = spec_to_svg(bar_chart([Share(Text.same(evil), "x", 3, 1.0)], HEADING, "fi"), "fi")
    assert not [element for element in fromstring(svg).iter() if element.tag.endswith("script")]
    assert '<script>alert("1")</script>' in "".join(texts(svg))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_of_a_picture_is_drawn(language: Language) -> None:
    picture = example_picture()
    specs: list[dict[str, Any]] = [
        map_chart(picture.map, language),
        graph_chart(picture.network, language),
        bar_chart(picture.composition.by_class, HEADING, language),
    ]
    for spec in specs:
        assert "Iisalmi" in (svg := spec_to_svg(spec, language)) or "Idensalmi" in svg or "<path" in svg
        assert "NaN" not in svg


def test_the_scale_multiplies_the_size() -> None:
    spec = line_chart(UNEMPLOYMENT, PLACE.name, "fi")
    one, two = (struct.unpack(">II", spec_to_png(spec, scale)[16:24]) for scale in (1.0, 2.0))
    assert two[0] == pytest.approx(2 * one[0], abs=2)


def test_nothing_is_fetched_from_anywhere() -> None:
    spec: dict[str, Any] = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"url": "https://example.org/data.csv"},
        "mark": "point",
    }
    with pytest.raises(ValueError, match=re.compile("allowed|url", re.IGNORECASE)):
        spec_to_svg(spec, "fi")
