"""A value of a style is looked up before it is computed: in what is remembered of the style, in what is usual."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from weasyprint import css
from weasyprint.css.functions import check_math

from publisher.renderers.shortcuts.styles import WRITTEN, Computed, StyleFor

_DRAWN = frozenset({"background_image", "border_image_source", "mask_border_source", "list_style_image"})
"""Properties whose values may be objects that change while they are computed."""
_SPECIFIED = frozenset({"display", "float", "position"})
"""Properties that are computed from what is specified for each other."""
_NOT_USUAL = _SPECIFIED | {"page", "color"}
"""Properties whose values depend on others."""


def take() -> None:
    """Put the shortcut in place."""
    css.Style.computed = None
    in_full = _usual_at_once(css.ComputedStyle.__missing__)

    def missing(style: Any, name: str) -> Any:
        known = style.computed
        if known is None:
            return in_full(style, name)
        if name in known.values and name not in _SPECIFIED:
            value = style[name] = known.values[name]
            return value
        value = in_full(style, name)
        if not (known.family.is_of_page_size or name in _DRAWN):
            if name in _SPECIFIED:
                known.specified.update(style.specified)
            if not (known.inherits_written and name.startswith(WRITTEN)):
                known.values[name] = value
        return value

    css.StyleFor = StyleFor
    css.ComputedStyle.__missing__ = missing
    _remember_anonymous_styles()


def _remember_anonymous_styles() -> None:
    """Make the style of an anonymous box remembered with that of the box around it."""
    in_full = css.AnonymousStyle.__missing__

    def missing(style: Any, name: str) -> Any:
        known = style.computed
        if known is None:
            return in_full(style, name)
        if name in known.values:
            value = style[name] = known.values[name]
            return value
        value = in_full(style, name)
        # What WeasyPrint writes into styles of markers and leaders, and what it computes from that.
        is_written = name in _SPECIFIED or (name == "white_space" and type(style.parent_style) is css.AnonymousStyle)
        if not (known.family.is_of_page_size or is_written):
            known.values[name] = value
        return value

    def anonymous_style(around: Any) -> Any:
        style = css.AnonymousStyle(around)
        if around.computed is not None:
            if around.computed.anonymous is None:
                around.computed.anonymous = Computed(around.computed.family, {})
            style.computed = around.computed.anonymous
            style.update(style.computed.values)
        return style

    css.AnonymousStyle.__missing__ = missing
    css.Style.anonymous_style = cached_property(anonymous_style)
    css.Style.anonymous_style.__set_name__(css.Style, "anonymous_style")


def _usual_at_once(in_full: Any) -> Any:
    """Return what makes a property that no style sheet sets what its parent has, or its initial value."""
    usual = [name for name in css.INITIAL_VALUES if name not in _NOT_USUAL and not name.startswith("text_decoration_")]
    inherited = frozenset(name for name in usual if name in css.INHERITED)
    initial = {
        name: css.INITIAL_VALUES[name]
        for name in usual
        if name not in css.INHERITED
        and name not in css.INITIAL_NOT_COMPUTED
        and not check_math(css.INITIAL_VALUES[name])
    }
    # What `margin-inline-start` and the like set is a margin on one side or the other.
    physical = css.PHYSICAL_FUNCTIONS
    logical = {place(block="ttb", inline=side) for place in physical.values() for side in ("ltr", "rtl")}

    def missing(style: Any, name: str) -> Any:
        if name not in style.cascaded and (name not in physical or logical.isdisjoint(style.cascaded)):
            if name in initial:
                value = style[name] = initial[name]
                return value
            if name in inherited and style.parent_style is not None:
                value = style.parent_style[name]
                if not check_math(value):
                    style[name] = value
                    return value
        return in_full(style, name)

    return missing
