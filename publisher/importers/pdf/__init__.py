"""PDFs from strangers: every word of them, by the tags where there are any, else by where the words stand."""

from __future__ import annotations

from publisher.importers._manuscript import Manuscript

SUFFIXES: tuple[str, ...] = (".pdf",)


def read(data: bytes, name: str) -> Manuscript:
    """Return the file as paragraphs; lines that pages repeat stand once, at the end.

    Nothing is fetched and nothing runs. Raises PublisherError for what is no PDF, is protected by a password, has no
    text, or is larger than what is read.
    """
    # PDFium and pikepdf load slowly, and the command line looks at every reader's suffixes.
    from publisher.importers.pdf._reading import manuscript

    return manuscript(data, name)
