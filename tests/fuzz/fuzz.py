"""``python -m tests.fuzz.fuzz TARGET SECONDS``: atheris tries a target for so long; what fails stays in the corpus."""

from __future__ import annotations

import sys
import tempfile

import atheris

# Only what is imported here is traced: the program, not the libraries.
with atheris.instrument_imports(include=["publisher"]):
    from tests.fuzz.targets import CORPUS, tried

SECONDS_OF_ONE = 25
"""A text of the largest size is checked in a second; the tracing makes it slower."""


def main() -> None:
    name, seconds = sys.argv[1:]
    with tempfile.TemporaryDirectory() as found:
        # What is new goes to the first folder; only what fails is kept.
        limits = [f"-max_total_time={seconds}", f"-timeout={SECONDS_OF_ONE}", "-max_len=8192", "-rss_limit_mb=2048"]
        kept = f"-artifact_prefix={CORPUS / name}/"
        atheris.Setup([sys.argv[0], found, str(CORPUS / name), kept, *limits], lambda data: tried(name, data))
        atheris.Fuzz()


main()
