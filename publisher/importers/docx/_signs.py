"""Signs of picture fonts as characters of Unicode."""

from __future__ import annotations

_BULLETS = dict.fromkeys((0xA7, 0xA8, 0x6C, 0x6E, 0x71, 0x72, 0x75, 0x76, 0x77, 0x9F, 0xD8, 0xB7), "•")
_WINGDINGS = {
    **_BULLETS,
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0x6F: "☐",
    0xE0: "→", 0xE8: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xF0: "⇒",
}  # fmt: skip
_SYMBOL = {
    0xB7: "•", 0xD7: "⋅", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xAE: "→",
    0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xDE: "⇒", 0xD3: "©", 0xD2: "®", 0xD4: "™",
    **dict(zip(b"abgdmpWS", "\u03b1\u03b2\u03b3\u03b4\u03bc\u03c0\u03a9\u03a3", strict=True)),
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
"""Where Word puts the signs of a font that has its own code page."""


def sign(font: str, code: str) -> str:
    """Return the character for a sign, given by its hexadecimal code; the replacement character where none is known."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    table = _FONTS.get(font.lower())
    own = number - _PRIVATE if _PRIVATE <= number <= _PRIVATE + 0xFF else number
    if table is not None:
        return table.get(own, "\ufffd")
    is_character = 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xF8FF
    return chr(number) if is_character else "\ufffd"
