"""Plan and execute: which files are to be made of which editions, and making them, whole or not at all."""

from __future__ import annotations

import hashlib
import multiprocessing
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from publisher import __version__
from publisher.brand import Brand
from publisher.conformance import CHECKS, Output, verdicts
from publisher.document import Document
from publisher.errors import PublisherError
from publisher.files import write
from publisher.manifest import Entry, Manifest, Noted
from publisher.redaction import without_identifiers
from publisher.renderers import RENDERERS
from publisher.words import count_words

_TOOLS = (
    *("weasyprint", "python-docx", "jinja2", "markdown-it-py", "pikepdf"),
    *("page-validation", "pillow", "pypdfium2", "lxml", "tinycss2"),
)
_WARM = [
    *("publisher.build", "weasyprint", "docx", "jinja2", "coloraide", "pikepdf"),
    *("page", "pypdfium2", "lxml.html", "tinycss2"),
]


@dataclass(frozen=True, slots=True)
class Target:
    """A file to make: its format, its path below the output folder, and what it is made from."""

    format: str
    path: str
    made_from: str
    """A digest of the document, the brand, the templates and the versions of the tools."""


@dataclass(frozen=True, slots=True)
class Job:
    """An edition and the files to make of it: all that a worker needs, here or on another machine."""

    document: Document
    brand: Brand
    source: str
    """The name of the source file."""
    page_budget: int = 2
    allowed: frozenset[str] = frozenset()
    """Codes of checks that do not keep a file from being published: waived, or weighing less than an error."""
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a target: its manifest entry, or why it could not be made."""

    target: Target
    entry: Entry | None
    problem: str = ""
    """Why there is no file, where it is not a finding's doing."""
    findings: tuple[Noted, ...] = ()
    """What the checks found in a file that is not published."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A target that has to be made, and why."""

    job: Job
    target: Target
    reason: str


def plan(jobs: Iterable[Job], formats: Iterable[str]) -> list[Job]:
    """Return the jobs with their targets: a file for each of the formats that are made of such a document."""
    wanted = {name: RENDERERS[name].FORMS for name in formats}
    planned: list[Job] = []
    for job in jobs:
        made_of = f"{job.document!r}{brand_digest(job.brand)}{job.page_budget}{sorted(job.allowed)}"
        content = hashlib.sha256(made_of.encode()).hexdigest()
        made = (name for name, forms in wanted.items() if job.document.form in forms)
        planned.append(replace(job, targets=tuple(_target(job.document, job.brand, name, content) for name in made)))
    return planned


def _target(document: Document, brand: Brand, name: str, content: str) -> Target:
    made_from = hashlib.sha256(f"{name} {content} {_tools()}".encode()).hexdigest()
    return Target(name, f"{brand.identifier}/{document.stem}{RENDERERS[name].SUFFIX}", made_from)


@cache
def _tools() -> str:
    checks = (check.CODE for check in CHECKS)
    return " ".join([f"publisher {__version__}", *(f"{name} {version(name)}" for name in _TOOLS), *checks])


_digests: dict[tuple[Path, ...], str] = {}


def brand_digest(brand: Brand) -> str:
    """Return a digest of everything a brand's folders give to a page; what they say of names stands in the document."""
    if brand.folders not in _digests:
        digest = hashlib.sha256()
        for number, folder in enumerate(brand.folders):
            for path in sorted(folder.rglob("*")):
                inside = path.relative_to(folder)
                if path.is_file() and path.suffix not in {".yml", ".yaml", ".md"}:
                    digest.update(f"{number} {inside.as_posix()}\0".encode() + path.read_bytes())
        _digests[brand.folders] = digest.hexdigest()
    type_faces = (brand.base_family, brand.headings_family, brand.headings_weight)
    look = (brand.layout, brand.pdf_standard, sorted(brand.colors.items()), type_faces)
    logo = (brand.logo.alternative, hashlib.sha256(brand.logo.data).hexdigest()) if brand.logo else None
    return f"{_digests[brand.folders]} {look} {logo}"


def stale(jobs: Iterable[Job], manifest: Manifest, output: Path, *, force: bool) -> Iterator[Stale]:
    """Yield the targets that have to be made, each with the reason."""
    for job in jobs:
        for target in job.targets:
            entry = manifest.entries.get(target.path)
            if force:
                yield Stale(job, target, "forced")
            elif entry is None:
                yield Stale(job, target, "new")
            elif entry.made_from != target.made_from:
                yield Stale(job, target, "its text, brand, templates or tools changed")
            elif not _is_intact(output / target.path, entry):
                yield Stale(job, target, "the file is missing or was changed by hand")


def _is_intact(path: Path, entry: Entry) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == entry.sha256
    except OSError:
        return False


def execute(work: Iterable[Stale], output: Path, workers: int) -> Iterator[Outcome]:
    """Make the targets with that many processes and yield what became of each, as they come."""
    jobs = _by_job(work)
    if workers < 2 or len(jobs) < 2:
        for job in jobs:
            yield from make(job, output)
        return
    with ProcessPoolExecutor(min(workers, len(jobs)), _context()) as pool:
        futures = {pool.submit(make, job, output): job for job in jobs}
        for future in as_completed(futures):
            yield from _outcomes(future, futures[future])


def _by_job(work: Iterable[Stale]) -> list[Job]:
    """Return each job with only those of its targets that have to be made."""
    targets: dict[tuple[str, str], list[Target]] = {}
    jobs: dict[tuple[str, str], Job] = {}
    for one in work:
        key = one.job.brand.identifier, one.job.document.stem
        jobs[key] = one.job
        targets.setdefault(key, []).append(one.target)
    return [replace(job, targets=tuple(targets[key])) for key, job in jobs.items()]


def _context() -> multiprocessing.context.BaseContext:
    """Return how workers are started: from a server that has the heavy libraries loaded, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_WARM)
    return context


def _outcomes(future: Future[list[Outcome]], job: Job) -> list[Outcome]:
    try:
        return future.result()
    except BrokenProcessPool:
        problem = "the worker process ended without an answer; is there enough memory?"
        return [Outcome(target, None, problem) for target in job.targets]


def make(job: Job, output: Path) -> list[Outcome]:
    """Render a job's targets and put each file in place, whole."""
    return [_make(job, target, output) for target in job.targets]


def _make(job: Job, target: Target, output: Path) -> Outcome:
    try:
        data = RENDERERS[target.format].render(job.document, job.brand)
    except PublisherError as error:
        return Outcome(target, None, f"{error}.")
    except Exception:  # noqa: BLE001 - one document's fault must not take the others along
        return Outcome(target, None, traceback.format_exc())
    checked = verdicts(Output(target.format, data, job.document, job.page_budget))
    # The manifest keeps them, and what a check quotes of a file may lead to a person.
    hidden = without_identifiers
    found = [
        Noted(check.CODE, one.path, hidden(one.message), hidden(one.hint))
        for check, findings in checked
        for one in findings
    ]
    if any(one.code not in job.allowed for one in found):
        return Outcome(target, None, findings=tuple(found))
    try:
        write(output / target.path, data)
    except OSError as error:
        return Outcome(target, None, f"cannot write `{target.path}`: {error.strerror or error}")
    passed = tuple(check.CODE for check, findings in checked if not findings)
    return Outcome(target, _entry(job, target, data, passed, tuple(found)))


def _entry(job: Job, target: Target, data: bytes, passed: tuple[str, ...], found: tuple[Noted, ...]) -> Entry:
    return Entry(
        file=target.path,
        source=job.source,
        partnership=job.brand.identifier,
        format=target.format,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        pages=_pages(data) if target.format == "pdf" else None,
        words=count_words(job.document),
        checks=("source", *passed),
        findings=found,
        made_from=target.made_from,
        program=__version__,
    )


def _pages(data: bytes) -> int:
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
