"""Making one file: rendered, checked, described; nothing is written here."""

from __future__ import annotations

import hashlib
import traceback

from publisher import __version__
from publisher.build.work import Job, Outcome, Target
from publisher.conformance import Output, verdicts
from publisher.errors import PublisherError
from publisher.manifest import Entry, Noted
from publisher.redaction import without_identifiers
from publisher.renderers import RENDERERS
from publisher.words import count_words

MOST_BYTES = 50 * 1_048_576
"""Of a file: what a template or a logo can blow up stops here; the largest of the samples has 0.1 MB."""


def make(job: Job, target: Target) -> Outcome:
    """Return the target's content with its manifest entry, or why it may not be published."""
    try:
        data = RENDERERS[target.format].render(job.document, job.brand)
    except PublisherError as error:
        return Outcome(target, None, f"{error}.")
    except MemoryError:
        return Outcome(target, None, "it needs more memory than a worker may have.")
    except Exception:  # noqa: BLE001 - one document's fault must not take the others along
        return Outcome(target, None, traceback.format_exc())
    if len(data) > MOST_BYTES:
        return Outcome(target, None, f"it has {len(data) >> 20} MB instead of at most {MOST_BYTES >> 20} MB.")
    return _checked(job, target, data)


def _checked(job: Job, target: Target, data: bytes) -> Outcome:
    output = Output(target.format, data, job.document, job.page_budget)
    checked = verdicts(output)
    # The manifest keeps them, and what a check quotes of a file may lead to a person.
    hidden = without_identifiers
    found = tuple(
        Noted(check.CODE, one.path, hidden(one.message), hidden(one.hint))
        for check, findings in checked
        for one in findings
    )
    if any(one.code not in job.allowed for one in found):
        return Outcome(target, None, findings=found)
    passed = tuple(check.CODE for check, findings in checked if not findings)
    return Outcome(target, _entry(job, target, output, passed, found), data=data)


def _entry(job: Job, target: Target, output: Output, passed: tuple[str, ...], found: tuple[Noted, ...]) -> Entry:
    return Entry(
        file=target.path,
        source=job.source,
        partnership=job.brand.identifier,
        form=job.document.form.value,
        format=target.format,
        sha256=hashlib.sha256(output.data).hexdigest(),
        bytes=len(output.data),
        pages=output.pages if target.format == "pdf" else None,
        words=count_words(job.document),
        checks=("source", *passed),
        findings=found,
        made_from=target.made_from,
        program=__version__,
    )
