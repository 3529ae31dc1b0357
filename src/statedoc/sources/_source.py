"""What a source says of itself."""

from collections.abc import Callable, Iterator
from typing import final

import attrs
from attrs import field
from attrs.validators import is_callable, matches_re, optional

from statedoc.errors import Failure
from statedoc.model import Article
from statedoc.model.checks import filled, tuple_of


@final
@attrs.frozen(kw_only=True)
class Source:
    """One kind of input, and how articles are read from it.

    `read` is called with an open binary stream and, as keyword-only arguments, the options that it
    declares. It yields articles as it meets them and reads no further than it must. A record that is
    broken is yielded as a `Failure`; an input that is no such thing at all raises
    `UnreadableInputError`. The stream of a file has the file's path as its `name`.
    """

    name: str = field(validator=matches_re(r"[a-z][a-z0-9]*"))
    summary: str = field(validator=filled)  #: one line for a list of sources
    suffixes: tuple[str, ...] = field(default=(), validator=tuple_of(str))  #: lower case, with the dot
    recognises: Callable[[bytes], bool] | None = field(
        default=None, validator=optional(is_callable())
    )  #: tells from the first bytes of a stream whether it is one of these
    read: Callable[..., Iterator[Article | Failure]] = field(validator=is_callable())
