"""What a format says of itself."""

from collections.abc import Callable, Iterator
from typing import final

import attrs
from attrs import field
from attrs.validators import instance_of, is_callable, matches_re, optional

from statedoc.errors import Failure
from statedoc.model import Document
from statedoc.model.checks import filled, tuple_of


@final
@attrs.frozen(kw_only=True)
class Format:
    """One form of output, how documents are written in it, and how they are read back where it can.

    `write` is called with an iterable of documents, a binary stream and, as keyword-only arguments, the
    options that it declares; where `many` is false, the iterable holds exactly one document. `read`
    is called with a binary stream and its own options; it yields documents as it meets them, a broken one
    among many as a `Failure`.
    """

    name: str = field(validator=matches_re(r"[a-z][a-z0-9]*"))
    summary: str = field(validator=filled)  #: one line for a list of formats
    media_type: str = field(validator=matches_re(r"[a-z]+/[a-z0-9.+-]+"))
    suffixes: tuple[str, ...] = field(default=(), validator=tuple_of(str))  #: lower case, with the dot
    many: bool = field(validator=instance_of(bool))  #: whether one stream can hold many documents
    recognises: Callable[[bytes], bool] | None = field(
        default=None, validator=optional(is_callable())
    )  #: tells from the first bytes of a stream whether `read` can read it
    write: Callable[..., None] = field(validator=is_callable())
    read: Callable[..., Iterator[Document | Failure]] | None = field(default=None, validator=optional(is_callable()))
