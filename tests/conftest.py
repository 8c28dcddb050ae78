"""What holds for all tests; ``pytest --accept`` writes the expected files anew, for a person to look at."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What Hypothesis tries is the same each time and however slow the machine; `make fuzz` has it search at random.
settings.register_profile(
    "tests",
    derandomize="PUBLISHER_FUZZ_EXAMPLES" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("tests")

# Samples and links are due for review on days to come, and the tests hold then too. Set here and not by a fixture, as
# fixtures of whole modules run the program before.
os.environ["SOURCE_DATE_EPOCH"] = "1795219200"  # 21 November 2026


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the expected files instead of comparing with them")


@pytest.fixture
def accepted(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a function that compares a text with the expected file, or writes the file under ``--accept``."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("accept"):
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path.name} is not there yet: run `pytest --accept`"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(autouse=True)
def _keep_records_in_the_test(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what builds remember out of the person's own folders."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
