"""The tags and properties of a PDF as WeasyPrint writes it, mended so that the file reads right aloud.

WeasyPrint 70's own tags pass veraPDF, but cut a link at each line end, leave spaces and running footers to chance, and
say nothing of languages, list numbers or table headers. Nothing that is seen on a page is changed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from publisher.document import Document

if TYPE_CHECKING:
    from publisher.renderers.pdf_tags.printing import Printed

Standard = Literal["ua-1", "ua-2"]

VARIANTS: dict[Standard, str] = {"ua-1": "pdf/ua-1", "ua-2": "pdf/ua-2"}
"""What WeasyPrint is to be asked for, as its ``pdf_variant``, for each standard."""


def printed(laid_out: Any, standard: Standard) -> Printed:
    """Return what WeasyPrint prints of a document that it has laid out, and the tags that it has made for it."""
    from publisher.renderers.pdf_tags.printing import Printed

    return Printed(laid_out, VARIANTS[standard])


def mend(
    printed: Printed,
    document: Document,
    *,
    standard: Standard,
    properties: Mapping[str, str | int] | None = None,
    font: Path | None = None,
) -> bytes:
    """Return WeasyPrint's PDF of a document with its tags and properties mended, the same bytes for the same input.

    ``ua-1`` gives a file that is both PDF/UA-1 and PDF/A-3a, ``ua-2`` one that is PDF/UA-2, which is what has been
    printed. The properties, by their names in words, are said of the document where programs look for them.
    ``font`` is a TrueType file for what readers write into fields.
    """
    # pikepdf loads slowly, and the command line looks at every renderer's name.
    import pikepdf

    from publisher.renderers.pdf_tags import content, destinations, fields, links, metadata, reading, tree

    with pikepdf.open(BytesIO(printed.data)) as file:
        pages = content.read(file)
        before = printed.read(file, pages)
        mended = links.named(file, reading.mended(before, document))
        content.mark(file, pages, printed=tree.numbers(before), kept=tree.numbers(mended))
        written = tree.write(file, mended, pdf_2=standard == "ua-2")
        if standard == "ua-2":
            destinations.write(file, written)
        fields.write(file, document, font)
        metadata.write(file, document, standard)
        metadata.tell(file, properties or {})
        target = BytesIO()
        file.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()
