"""Options, profiles and fixtures that all tests share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# "ci" is the same on every run, so that a red build is about the change; "thorough" is for a long look.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", parent=settings.get_profile("local"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "local"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that renews what tests compare with."""
    parser.addoption("--renew", action="store_true", help="write the files that tests compare with anew; not in CI")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to renew where nobody would read the difference."""
    if config.getoption("--renew") and os.environ.get("CI"):
        raise pytest.UsageError("--renew is for a person who reads the difference; it does not run in CI")


@pytest.fixture
def same_as_file(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with what a committed file holds; with --renew, write the file first."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--renew"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"there is no {path.name} yet; run pytest with --renew to write it"
        assert text == path.read_text(encoding="utf-8"), f"{path.name} is out of date; see pytest --renew"

    return check
