"""The chart theme: kinds that stay apart for every colour vision and in grey, and every style that specs name."""

import itertools
import json
import math

import pytest

from seutu.core.charts import plain, theme

# Machado, Oliveira and Fernandes (2009), severity 1.0, linear RGB.
VISIONS = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
SETS = {"light": (theme.CATEGORIES, 20), "dark": (theme.CATEGORIES_DARK, 16)}

Triple = tuple[float, float, float]


def linear(colour: str) -> Triple:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def lab(rgb: Triple) -> Triple:
    red, green, blue = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, vision: str) -> Triple:
    rgb = linear(colour)
    red, green, blue = (sum(share * part for share, part in zip(row, rgb, strict=True)) for row in VISIONS[vision])
    return lab((red, green, blue))


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("shown", SETS)
def test_any_two_kinds_stay_apart(shown: str, vision: str) -> None:
    kinds, least = SETS[shown]
    for one, other in itertools.combinations(kinds, 2):
        assert math.dist(seen(one, vision), seen(other, vision)) >= least, (one, other)


@pytest.mark.parametrize("shown", SETS)
def test_kinds_differ_in_grey_print(shown: str) -> None:
    lightness = sorted(lab(linear(kind))[0] for kind in SETS[shown][0])
    assert all(higher - lower >= 2.5 for lower, higher in itertools.pairwise(lightness))


@pytest.mark.parametrize("steps", [theme.STEPS, theme.STEPS_DARK], ids=["light", "dark"])
def test_steps_go_one_way(steps: tuple[str, ...]) -> None:
    lightness = [lab(linear(step))[0] for step in steps]
    assert lightness in (sorted(lightness), sorted(lightness, reverse=True))


@pytest.mark.parametrize(
    ("full", "base"), [(theme.LIGHT, plain.LIGHT), (theme.DARK, plain.DARK)], ids=["light", "dark"]
)
def test_the_theme_keeps_every_named_style(full: theme.Config, base: plain.Spec) -> None:
    assert base["style"].items() <= full["style"].items()
    assert {"interval", "us-interval", "dot", "us-dot"} <= full["style"].keys()


def test_the_json_holds_both_themes_and_three_number_formats() -> None:
    written = json.loads(theme.theme_json())
    assert written["light"] == json.loads(json.dumps(theme.LIGHT))
    assert written["dark"]["range"]["category"] == list(theme.CATEGORIES_DARK)
    assert {language: form["decimal"] for language, form in written["locale"].items()} == {
        "fi": ",",
        "sv": ",",
        "en": ".",
    }
