"""The PDF has another layout than it should, as the text is too long.

What it does
    Reports a PDF that was laid out as cards or as a ribbon although the partnership or the briefing asks for a ring
    or for cards, and about how many words were too many.

Why it matters
    Type is never made smaller to fit, so a text that is too long gets the next layout. Whoever chose the ring should
    learn why there is none.

Example
    A briefing of 700 words with ``layout: ring``.

Use instead
    Fewer words, or ``layout: ribbon``

Source
    The limits are measured: a ring has room for about 520 words on its page, and all layouts keep to ``page_budget``
    in ``publisher.yml``, which is two pages where it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.conformance._check import Output, UnreadableError
from publisher.diagnostics import Finding, Severity
from publisher.document import Form

CODE = "LAY001"
NAME = "another-layout"
SEVERITY = Severity.INFO
FORMATS = frozenset({"pdf"})
FORMS = frozenset({Form.BRIEFING})

_LAYOUTS = {"ring": "a ring", "cards": "cards", "ribbon": "a ribbon"}


def check(output: Output) -> Iterator[Finding]:
    """Yield one finding where the file says that it was made in another layout than was asked for."""
    try:
        said = _properties(output.data)
    except Exception as error:
        # As in a file whose first tag is damaged.
        raise UnreadableError(type(error).__name__) from error
    if "Layout asked for" not in said:
        return
    asked, used, over = (said.get(name, "") for name in ("Layout asked for", "Layout", "Words over"))
    number = f"about {over} {'word' if over == '1' else 'words'}" if over != "0" else "words"
    message = (
        f"the text is too long for {_LAYOUTS.get(asked, asked)}, so the PDF is laid out as {_LAYOUTS.get(used, used)}"
    )
    yield Finding((), message, f"Cut {number} to have {_LAYOUTS.get(asked, asked)}, or choose `layout: {used}`.")


def _properties(data: bytes) -> dict[str, str]:
    """Return what the program has written of the document into its first tag; empty where it has nothing."""
    import pikepdf

    from publisher.conformance._pdf_file import opened

    tags = opened(data).Root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/K", pikepdf.Array())
    first = tags[0] if isinstance(tags, pikepdf.Array) and len(tags) else pikepdf.Dictionary()
    attributes = first.get("/A", pikepdf.Dictionary())
    own = isinstance(attributes, pikepdf.Dictionary) and attributes.get("/O") == "/UserProperties"
    return {str(one.N): str(one.V) for one in attributes.P} if own else {}
