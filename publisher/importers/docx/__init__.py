"""Word files from strangers: every word of them in reading order, and a remark on what is not text."""

from __future__ import annotations

from publisher.importers._manuscript import Manuscript

SUFFIXES: tuple[str, ...] = (".docx",)


def read(data: bytes, name: str) -> Manuscript:
    """Return the file as paragraphs: the body, then headers and footers, then notes; tracked changes are accepted.

    Nothing is fetched and nothing runs. Raises PublisherError for what is no Word file, is protected by a password,
    or unpacks to far more than one.
    """
    # lxml loads slowly, and the command line looks at every reader's suffixes.
    from publisher.importers.docx.walking import walk

    return walk(data, name).manuscript
