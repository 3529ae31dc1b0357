"""What a reader has who follows a page: a copy of the checkout, and an environment in which it is installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.documentation import label_studio
from tests.documentation.pages import ROOT

FOR_USERS, FOR_CONTRIBUTORS = ("src", "examples"), ("tests", "docs", "benchmarks", "changes")
LEFT_OUT = shutil.ignore_patterns("_build", "*.pyc.*")  # the second are about to get another name
OF_ANOTHER_RUN = ("CI", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST", "PYTEST_XDIST_WORKER", "COV_CORE_SOURCE")
PIP = f"""#!/bin/sh
# Does what pip does, but for fetching and writing: what is asked for must be here, or in the environment. Other
# packages may warn of their own requirements.
told=$({sys.executable} -m pip --isolated --quiet "$@" --dry-run --no-index --no-build-isolation 2>&1)
status=$?
printf '%s' "$told" | grep -E "^ERROR|statedoc"
exit $status
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands find this Python, and the package of the folder in which they are given."""
    pip = tmp_path / "bin" / "pip"
    pip.parent.mkdir()
    pip.write_text(PIP, encoding="utf-8")
    pip.chmod(0o755)
    folders = (pip.parent, Path(sys.executable).parent, os.environ["PATH"])
    monkeypatch.setenv("PATH", os.pathsep.join(map(str, folders)))
    for name in OF_ANOTHER_RUN:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def checkout(tmp_path: Path, installed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of what a reader has cloned, in which everything may be changed, without what only contributors use."""
    folder = tmp_path / "statedoc"
    for part in FOR_USERS:
        shutil.copytree(ROOT / part, folder / part, ignore=LEFT_OUT)
    for file in (ROOT / ".gitignore", ROOT / "LICENSE", ROOT / "pyproject.toml", *ROOT.glob("*.md")):
        shutil.copy2(file, folder)
    monkeypatch.setenv("PYTHONPATH", str(folder / "src"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def whole(checkout: Path) -> None:
    """The copy has what contributors use, too."""
    for part in FOR_CONTRIBUTORS:
        shutil.copytree(ROOT / part, checkout / part, ignore=LEFT_OUT)


@pytest.fixture
def repository(checkout: Path, whole: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy is a repository of its own, in which nothing has been changed yet."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    person = ("-c", "user.name=A reader", "-c", "user.email=reader@example.org")
    for command in (("init", "--quiet"), ("add", "."), (*person, "commit", "--quiet", "-m", "As cloned")):
        subprocess.run(["git", *command], cwd=checkout, check=True)


@pytest.fixture
def studio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Curl finds what stands in for Label Studio at the address that pages give."""
    with label_studio.running() as port:
        settings = f'connect-to = "{label_studio.ADDRESS}:127.0.0.1:{port}"\nnoproxy = "*"\n'
        (tmp_path / ".curlrc").write_text(settings, encoding="utf-8")
        monkeypatch.setenv("CURL_HOME", str(tmp_path))
        monkeypatch.setenv("TOKEN", label_studio.TOKEN)
        yield
