"""The colours of a page: legible for every brand, and no further from the brand's own than they need to be."""

from __future__ import annotations

import colorsys
from dataclasses import replace

import pytest
from coloraide import Color

from publisher.brand import Brand
from publisher.errors import PublisherError
from publisher.renderers.palette import Palette, dark_palette, palette

BRAND = Brand("example", (), "ribbon", {}, (), "Source Sans 3", "Source Sans 3", 700, None)
WHEEL = [
    "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(turn / 20, lightness, 0.9))
    for turn in range(20)
    for lightness in (0.35, 0.5, 0.7)
]
GREYS = ["#000000", "#767676", "#777777", "#808080", "#ffffff"]


def brand(**colors: str) -> Brand:
    return replace(BRAND, colors=colors)


def contrast(one: str, other: str) -> float:
    return Color(one).contrast(Color(other), method="wcag21")


def text_contrasts(colours: Palette) -> list[float]:
    grounds = (colours.paper, colours.tint, colours.quiet)
    on_grounds = [contrast(text, ground) for text in (colours.ink, colours.accent_text) for ground in grounds]
    return [contrast(colours.on_accent, colours.accent), *on_grounds]


@pytest.mark.parametrize("primary", WHEEL + GREYS)
def test_all_text_is_legible_whatever_the_primary_colour(primary):
    chosen = brand(primary=primary, foreground="#1a1a1a", background="#fff8e7")

    assert min(text_contrasts(palette(chosen))) >= 4.5
    assert min(text_contrasts(dark_palette(chosen))) >= 4.5


def test_a_primary_colour_that_is_legible_stays_as_it_is():
    colours = palette(brand(primary="#00665e"))

    assert (colours.accent, colours.accent_text, colours.on_accent) == ("#00665e", "#00665e", "#ffffff")


def test_a_pale_primary_colour_is_darkened_only_for_text_and_only_as_far_as_needed():
    colours = palette(brand(primary="#f39200", foreground="#1a1a1a"))

    assert (colours.accent, colours.on_accent) == ("#f39200", "#1a1a1a")
    grounds = (colours.paper, colours.tint, colours.quiet)
    assert 4.5 <= min(contrast(colours.accent_text, ground) for ground in grounds) < 4.6
    turned = Color(colours.accent_text).convert("oklch")["hue"] - Color("#f39200").convert("oklch")["hue"]
    assert abs(turned) < 12


def test_text_that_the_brand_gives_too_pale_is_darkened():
    assert contrast(palette(brand(foreground="#bbbbbb")).ink, "#ffffff") >= 4.5


def test_a_light_secondary_colour_is_the_tint_and_a_dark_one_is_not():
    assert palette(brand(primary="#00665e", secondary="#fff8e7")).tint == "#fff8e7"
    assert palette(brand(primary="#00665e", secondary="#12355b")).tint == palette(brand(primary="#00665e")).tint


def test_a_dark_background_is_for_screens_and_not_for_paper():
    assert palette(brand(background="#12355b")).paper == "#ffffff"


def test_the_dark_palette_is_dark():
    colours = dark_palette(brand(primary="#12355b"))

    assert Color(colours.paper).luminance() < 0.02
    assert Color(colours.ink).luminance() > 0.5


def test_colours_may_be_named_in_css():
    assert palette(brand(primary="teal")).accent == "#008080"


def test_a_word_that_is_no_colour_is_the_operators_mistake():
    with pytest.raises(PublisherError, match="`banana` is not a colour"):
        palette(brand(primary="banana"))
