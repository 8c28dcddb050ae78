"""Places to be filled in as the inputs of a web page; a printer makes form fields of them."""

from __future__ import annotations

from markupsafe import Markup

from publisher.document import Entry, Field

_SHAPES = {
    Entry.LINE: Markup('<input type="text" name="{}" aria-label="{}" autocomplete="off">'),
    Entry.LINES: Markup('<textarea name="{}" aria-label="{}" rows="4"></textarea>'),
    Entry.DATE: Markup('<input type="date" name="{}" aria-label="{}" autocomplete="off">'),
    Entry.TICK: Markup('<input type="checkbox" name="{}" aria-label="{}">'),
}


def markup(field: Field) -> Markup:
    """Return the input of a field; words that ask for it stand beside it, so that its label is only heard."""
    return _SHAPES[field.entry].format(field.name, field.label)
