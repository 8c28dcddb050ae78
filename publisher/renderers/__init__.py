"""The formats, listed: a renderer is a module with a name, a suffix and ``render``."""

from __future__ import annotations

from publisher.renderers import docx, fragment, html, large_print, pdf, pptx, text
from publisher.renderers._renderer import Renderer

__all__ = ["RENDERERS", "Renderer"]

RENDERERS: dict[str, Renderer] = {
    "html": html,
    "pdf": pdf,
    "docx": docx,
    "txt": text,
    "pptx": pptx,
    "large-print": large_print,
    "fragment": fragment,
}
