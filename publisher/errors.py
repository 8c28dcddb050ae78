"""The operator's mistakes, as distinct from an author's (diagnostics) and from bugs (any other exception)."""

from __future__ import annotations


class PublisherError(Exception):
    """Something the person at the keyboard must put right; its text is one sentence for stderr, exit code 2."""
