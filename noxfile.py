"""The checks, one by one: `nox --list` shows them. `.ci/run` runs what a change must pass."""

from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "imports", "tests"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = False

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Every test, on every supported Python that is here; arguments go to pytest."""
    session.install("-e", ".[dev]")
    coverage = () if session.posargs else ("--cov",)  # one file alone has no floor to reach
    session.run("python", "-m", "pytest", *coverage, *session.posargs)


@nox.session
def fast(session: nox.Session) -> None:
    """Every test with the compiled packages of the extra `fast`: the results must not change."""
    session.install("-e", ".[dev,fast]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, spelling, docstrings and news; `nox -s lint -- --fix` mends what can be mended."""
    session.install("ruff", "codespell", "interrogate", "towncrier", ".")
    session.run("ruff", "check", *session.posargs, ".")
    session.run("ruff", "format", *(() if "--fix" in session.posargs else ("--check",)), ".")
    session.run("codespell")
    session.run("interrogate", "src")
    session.run("towncrier", "build", "--draft", "--version", "0.0")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session
def imports(session: nox.Session) -> None:
    """Who may import whom."""
    session.install("-e", ".[dev]")
    session.run("lint-imports", "--no-cache")


@nox.session
def examples(session: nox.Session) -> None:
    """Every example script, as a user's installation runs it."""
    session.install(".[examples]")
    folder = session.create_tmp()
    arguments = {
        "press_releases_to_parquet.py": ["examples/press-releases-2025.jsonl", f"{folder}/tables"],
        "feed_watch.py": ["examples/feed.xml", f"{folder}/seen.txt"],
        "annotated_html.py": ["examples/articles", f"{folder}/pages"],
        "agreement_timeline.py": ["examples/press-releases-2025.jsonl", f"{folder}/timeline.svg"],
    }
    for script in sorted(Path("examples").glob("*.py")):
        session.run("python", str(script), *arguments.get(script.name, []))


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, into docs/_build; every warning is an error."""
    session.install("-e", ".[docs]")
    session.run("python", "-m", "sphinx", "-n", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Speed and memory, as a user's installation has them; an argument names another folder of texts."""
    session.install(".[fast]")
    session.run("python", "-m", "benchmarks.speed", *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """The laws, twenty times longer: for the night."""
    session.install("-e", ".[dev]")
    session.run("python", "-m", "pytest", "-m", "hypothesis", *session.posargs, env={"HYPOTHESIS_PROFILE": "thorough"})
