"""Hypothesis, or the name of the extra that brings it."""

from statedoc.errors import MissingExtraError

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as error:
    raise MissingExtraError(
        'statedoc.testing needs hypothesis, which is not installed; install it with: pip install "statedoc[testing]"'
    ) from error

__all__ = ["SearchStrategy", "st"]
