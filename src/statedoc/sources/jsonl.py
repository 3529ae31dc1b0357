"""JSON Lines: an article a line, its fields named as the caller's data names them."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from statedoc.errors import Failure, StatedocError, UnreadableInputError
from statedoc.model import Article, Metadata
from statedoc.sources._dates import published as date_of
from statedoc.sources._facts import language_tag
from statedoc.sources._heads import is_json_lines
from statedoc.sources._limits import check_limit
from statedoc.sources._source import Source


def _read(
    stream: BinaryIO,
    *,
    text: str = "text",
    title: str | None = "title",
    url: str | None = "url",
    publisher: str | None = "publisher",
    authors: str | None = "authors",
    published: str | None = "published",
    language: str | None = "language",
    id: str | None = "id",
    limit: int = 16 << 20,
) -> Iterator[Article | Failure]:
    """An article, or what is wrong with it, for each line that is not blank.

    The options name the fields; a dot leads into a field ("meta.headline"), and None stands for a field
    that is not to be read. What a record does not have, or has as null or "", is not known. `authors` are
    a list of strings or one string. A line may have `limit` bytes.
    """
    check_limit(limit)
    fields = {
        "text": text,
        "title": title,
        "url": url,
        "publisher": publisher,
        "authors": authors,
        "published": published,
        "language": language,
        "id": id,
    }
    for option, name in fields.items():
        if not isinstance(name, str) and (name is not None or option == "text"):
            raise StatedocError(f"{option} must be the name of a field, not {name!r}")
    position = 0
    for number, data in _lines(stream, limit):
        if data is not None and not data.strip():
            continue
        try:
            if data is None:
                raise UnreadableInputError(f"it has over {limit:,} bytes; give a higher `limit` to read it")
            record = _record(data)
            yield _article(record, {option: name for option, name in fields.items() if name is not None})
        except UnreadableInputError as error:
            if position == 0 and data is not None and data.strip() in (b"{", b"[", b"[{", b"\xef\xbb\xbf{"):
                raise UnreadableInputError(
                    f"line {number} is no whole JSON object; put each article on one line, or name another source"
                ) from None
            yield Failure(position=position, error=UnreadableInputError(f"line {number}: {error}"))
        position += 1


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number, counted from 1; None for one that is too long."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield number, None


def _record(data: bytes) -> Mapping[str, Any]:
    from statedoc.schema import decode_json

    record = decode_json(data)
    if not isinstance(record, dict):
        raise UnreadableInputError(f"expected an object, not {_kind(record)}")
    if "schema_version" in record and "producer" in record:
        raise UnreadableInputError("it is a document, and no article: statedoc.documents reads it")
    return record


def _article(record: Mapping[str, Any], fields: Mapping[str, str]) -> Article:
    found = {option: _value(record, name) for option, name in fields.items()}
    written = _string(found, fields, "text")
    if written is None:
        raise UnreadableInputError(f"there is no text in the field {fields['text']!r}")
    if isinstance(found.get("id"), int) and not isinstance(found["id"], bool):
        found["id"] = str(found["id"])
    when = _string(found, fields, "published")
    date = date_of(when)
    if when is not None and date is None:
        raise _wrong(fields, "published", "a date of ISO 8601 such as 2025-03-04", repr(when[:40]))
    spoken = _string(found, fields, "language")
    tag = language_tag(spoken)
    if spoken is not None and tag is None:
        raise _wrong(fields, "language", "a BCP 47 tag such as ru", repr(spoken[:40]))
    metadata = Metadata(
        title=_string(found, fields, "title"),
        url=_string(found, fields, "url"),
        publisher=_string(found, fields, "publisher"),
        authors=_authors(found, fields),
        published=date,
        language=tag,
    )
    return Article(text=written, metadata=metadata, id=_string(found, fields, "id"))


def _value(record: Mapping[str, Any], name: str) -> Any:
    """What stands in a field of that very name, or else at the end of the dotted path."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _string(found: Mapping[str, Any], fields: Mapping[str, str], option: str) -> str | None:
    value = found.get(option)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(fields, option, "a string", _kind(value))
    return value if value.strip() else None


def _authors(found: Mapping[str, Any], fields: Mapping[str, str]) -> tuple[str, ...]:
    value = found.get("authors")
    names = value if isinstance(value, list) else [] if value is None else [value]
    for name in names:
        if not isinstance(name, str):
            raise _wrong(fields, "authors", "a string or a list of strings", _kind(value))
    return tuple(name for name in names if name.strip())


def _wrong(fields: Mapping[str, str], option: str, wanted: str, found: str) -> UnreadableInputError:
    return UnreadableInputError(f"{fields[option]}: expected {wanted}, not {found}")


def _kind(value: object) -> str:
    kinds: dict[type, str] = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}
    return kinds.get(type(value), "a number")


SOURCE = Source(
    name="jsonl",
    summary="articles as JSON objects, one a line, with fields of any name",
    suffixes=(".jsonl", ".ndjson"),
    recognises=is_json_lines,
    read=_read,
)
