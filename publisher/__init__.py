"""The briefing publisher: 7 Minute Briefings from one source to branded HTML, PDF, DOCX and text."""

from __future__ import annotations

__version__ = "0.1.0"
