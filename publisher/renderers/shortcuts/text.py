"""Pango is told of a style once, and shapes a line that is drawn as it was measured only once.

What a font description, a context and the height of an empty line are made of is in the computed values of a style.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout

from publisher.renderers.shortcuts.lengths import put

_moves_on = re.compile("[\t\n\r\u2028\u2029]")
"""Ends of lines, and tabs, which are as wide as the line leaves room for."""
_FEATURES = (
    "kerning",
    "variant_ligatures",
    "variant_position",
    "variant_caps",
    "variant_numeric",
    "variant_alternates",
    "variant_east_asian",
)


def take() -> None:
    """Put the shortcuts in place."""
    _know_empty_lines()
    _prepare_styles()
    _keep_lines()
    _pass_by_floats_above()


def _know_empty_lines() -> None:
    """Remember the height and the baseline of an empty line with its style."""
    in_full = line_break.strut

    def strut(style: Any) -> Any:
        known = style.computed
        if known is None:
            return in_full(style)
        if "strut" not in known.noted:
            known.noted["strut"] = in_full(style)
        return known.noted["strut"]

    put("strut", in_full, strut)


def _prepare_styles() -> None:
    """Make the context and the description of a font once for each style that needs no more than these."""
    in_full = Layout.setup

    def setup(layout: Any, style: Any) -> None:
        known = style.computed
        prepared = None
        if known is not None:
            if "text" not in known.noted:
                known.noted["text"] = _prepared(style)
            prepared = known.noted["text"]
        if prepared is None:
            in_full(layout, style)
            return
        context, description, layout.language = prepared
        layout.style = style
        layout.first_line_direction = 0
        layout.ascent = layout.underline_position = layout.strikethrough_position = None
        layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(layout.layout, 0)
        pango.pango_layout_set_font_description(layout.layout, description)

    Layout.setup = setup


def _prepared(style: Any) -> tuple[Any, Any, Any] | None:
    """Return what Pango lays text of a style out with, as WeasyPrint makes it; None for decorations and features."""
    features = font_features(
        *(style[f"font_{name}"] for name in _FEATURES), font_feature_settings=style["font_feature_settings"]
    )
    if features or style["text_decoration_line"] != "none":
        return None
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, 0)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    name = style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    if name:
        pointer, _kept = unicode_to_char_p(name)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    return context, get_font_description(style), language


def _keep_lines() -> None:
    """Draw a line as it was measured, instead of shaping it again.

    WeasyPrint drops what it has measured to save memory, and draws the same text without a width, in one paragraph.
    Where the text has a single line, and no tab or end of a line in it, neither changes its glyphs.
    """
    Layout.kept = None
    _note_lines()
    deactivate, reactivate = Layout.deactivate, Layout.reactivate

    def keep(layout: Any) -> None:
        if layout.is_line and layout.kept is None and not layout.justification_spacing:
            layout.kept = layout.layout, layout.language, layout.style.computed or layout.style
        else:
            layout.kept = None
        deactivate(layout)

    def take_up(layout: Any, style: Any) -> None:
        if layout.kept and layout.kept[2] is (style.computed or style):
            layout.layout, layout.language, _ = layout.kept
            layout.style = style
        else:
            reactivate(layout, style)

    Layout.deactivate, Layout.reactivate = keep, take_up


def _note_lines() -> None:
    """Have a layout know whether its text is a single line, with no tab or end of a line in it."""
    first, set_text = Layout.get_first_line, Layout.set_text

    def set_text_anew(layout: Any, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002
        layout.is_plain = not _moves_on.search(text)
        pango.pango_layout_set_single_paragraph_mode(layout.layout, layout.is_plain)
        set_text(layout, text, justify)
        # To a single space WeasyPrint adds another, so that it is set with another spacing when it is drawn.
        layout.is_plain = layout.is_plain and layout.text == text
        layout.is_line = False

    def get_first_line(layout: Any) -> Any:
        found = first(layout)
        layout.is_line = layout.is_plain and found[1] is None
        return found

    Layout.set_text, Layout.get_first_line = set_text_anew, get_first_line


def _pass_by_floats_above() -> None:
    """Measure the first word of a line only where a float may stand beside it.

    CSS 2.1, section 9.5: a line is moved by floats beside it alone. Its own width matters only where they leave too
    little room, or where it is set from the right.
    """
    in_full = inline.inline_min_content_width

    def inline_min_content_width(context: Any, box: Any, *args: Any, **options: Any) -> float:
        top = box.position_y + box.margin_top
        if box.style["direction"] == "ltr" and all(
            shape.position_y < top and shape.position_y + shape.margin_height() <= top
            for shape in context.excluded_shapes
        ):
            return 0
        return float(in_full(context, box, *args, **options))

    inline.inline_min_content_width = inline_min_content_width
