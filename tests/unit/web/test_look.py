"""The tokens hold the contrasts that WCAG 2.1 AA asks for in both themes, and pages name tokens, never raw colours."""

import json
import re
from pathlib import Path

import pytest

from seutu.core.charts import theme

WEB = Path(__file__).resolve().parents[3] / "src/seutu/web"
CSS = sorted((WEB / "static/css").glob("*.css"))
GATHERED = [sheet for sheet in CSS if f'url("{sheet.name}")' in (WEB / "static/css/seutu.css").read_text()]
TEMPLATES = [WEB / "templates/base.html", *sorted((WEB / "templates/components").glob("*.html"))]
TOKENS = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", (WEB / "static/css/tokens.css").read_text()
    )
}
GROUNDS = ("paper", "surface", "sunk")
WASHES = {"lake": "lake-wash", "spruce": "spruce-wash", "cloudberry-ink": "cloudberry-wash", "alarm": "alarm-wash"}
TEXT = [(word, ground) for word in ("ink", "muted", "lake", "lake-deep", "spruce", "alarm") for ground in GROUNDS]
TEXT += [(word, wash) for wash in WASHES.values() for word in ("ink", "muted")] + list(WASHES.items())
TEXT += [("on-lake", "lake"), ("on-lake", "lake-deep"), ("ink", "land"), ("lake", "land")]
MARKS = [(mark, ground) for mark in ("line-strong", "focus") for ground in GROUNDS]
MARKS += [("cloudberry", "paper"), ("cloudberry", "surface"), *((f"kind-{i}", "paper") for i in range(1, 9))]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("shown", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), TEXT)
def test_text_reads(word: str, ground: str, shown: int) -> None:
    assert contrast(TOKENS[word][shown], TOKENS[ground][shown]) >= 4.5


@pytest.mark.parametrize("shown", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_stand_out(mark: str, ground: str, shown: int) -> None:
    assert contrast(TOKENS[mark][shown], TOKENS[ground][shown]) >= 3


def test_cloudberry_is_never_the_colour_of_text() -> None:
    for sheet in CSS:
        assert not re.search(r"(?<![\w-])color: var\(--cloudberry\)", sheet.read_text()), sheet.name


def test_only_the_tokens_name_colours() -> None:
    for sheet in GATHERED:
        if sheet.name not in {"tokens.css", "print.css"}:
            assert not re.search(r"#[0-9a-f]{3,8}\b|rgba?\(|hsl", sheet.read_text()), sheet.name


def test_sheets_are_short_and_in_use() -> None:
    named = (WEB / "static/islands/map.js").read_text() + "".join(
        template.read_text() for template in (WEB / "templates").rglob("*.html")
    )
    for sheet in CSS:
        assert len(sheet.read_text().splitlines()) <= 400, sheet.name
        assert sheet in GATHERED or f"css/{sheet.name}" in named, sheet.name


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_carry_nothing_that_the_policy_blocks(template: Path) -> None:
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", template.read_text(), flags=re.DOTALL)
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))
    assert "https://" not in text


def test_the_charts_have_the_colours_of_the_page() -> None:
    for shown, (kinds, steps) in enumerate(
        ((theme.CATEGORIES, theme.STEPS), (theme.CATEGORIES_DARK, theme.STEPS_DARK))
    ):
        assert [TOKENS[f"kind-{i}"][shown] for i in range(1, 9)] == list(kinds)
        assert [TOKENS[f"step-{i}"][shown] for i in range(1, 6)] == list(steps)


def test_the_page_reads_the_theme_of_the_core() -> None:
    kept = (WEB / "static/vega-theme.json").read_text(encoding="utf-8")
    assert kept == theme.theme_json(), "write seutu.core.charts.theme.theme_json() to static/vega-theme.json"


def test_the_coast_is_small_and_has_finland_and_its_neighbours() -> None:
    file = WEB / "static/geo/coast.geojson"
    assert file.stat().st_size < 150_000
    codes = {feature["id"] for feature in json.loads(file.read_text())["features"]}
    assert {"FI", "SE", "NO", "EE", "RU"} <= codes
