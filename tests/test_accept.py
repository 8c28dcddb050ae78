"""Expected files are accepted by a person, never by a machine."""

from __future__ import annotations

import os


def test_nothing_is_accepted_in_continuous_integration(pytestconfig):
    # Kept out of the assertion, which would print the whole environment into the log.
    unattended = os.environ.get("CI", "").lower() in {"1", "true"}
    accepting = pytestconfig.getoption("accept")
    assert not (unattended and accepting)
