r"""brat standoff in a zip archive: texts with marked words and arrows, to be looked at and corrected in brat.

For each document the archive holds `<name>.txt`, the text; `<name>.ann`, what brat shows and people correct; and
`<name>.json`, all the rest of the document, which brat leaves alone. `annotation.conf` and `visual.conf` tell brat
which labels there are. A mark that a person leaves as it was changes nothing when it is read back; one that is
moved, added or removed corrects the document.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from statedoc.errors import Failure, InvalidDocumentError, StatedocError, UnreadableInputError
from statedoc.formats._format import Format
from statedoc.formats._marks import (
    ACTORS,
    ATTRIBUTES,
    LABELS,
    Wire,
    links,
    marks,
    pieces,
    places,
    relations,
)
from statedoc.model import Document

if TYPE_CHECKING:
    import zipfile

    from statedoc.archives import Archive

CONFIGURATION: Final = "annotation.conf"

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of every file, so that the same documents give the same bytes
_RESERVED = re.compile(r"(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])")  # no file names on Windows
_LONGEST_NAME = 80
_COLOURS = {"Speech": "#c2f0c2", "Quote": "#cce6ff", "Agreement": "#d9c2f0", "Metric": "#ffffb3", "Date": "#d9f2f2"}
_ACTOR_COLOUR, _PART_COLOUR = "#ffccaa", "#eeeeee"


def _write(documents: Iterable[Document], stream: BinaryIO) -> None:
    """Each document under a name made from its id: letters, digits and hyphens, no two the same."""
    import zipfile

    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        _put(opened, CONFIGURATION, _configuration())
        _put(opened, "visual.conf", _looks())
        taken: set[str] = set()
        for document in documents:
            name = _name(document.id, taken)
            for suffix, text in _files(document):
                _put(opened, f"{name}.{suffix}", text)


def _put(opened: "zipfile.ZipFile", name: str, text: str) -> None:
    import zipfile

    info = zipfile.ZipInfo(name, _FIRST_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # the same on every system
    info.external_attr = 0o644 << 16
    opened.writestr(info, text.encode())


def _name(id: str, taken: set[str]) -> str:
    plain = re.sub("[^A-Za-z0-9]+", "-", id)[:_LONGEST_NAME].strip("-") or "document"
    plain = f"{plain}-file" if _RESERVED.fullmatch(plain) else plain
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain}-{number}"
    taken.add(name.lower())
    return name


def _files(document: Document) -> Iterator[tuple[str, str]]:
    from statedoc.schema import encode_json, to_wire

    wire = to_wire(document)
    text = wire.pop("text")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise StatedocError(
            f"the text has a lone surrogate (U+{ord(text[error.start]):04X}), which is no character and "
            "cannot be written; replace it, for instance with U+FFFD"
        ) from None
    # brat may read CR LF as one character, which would shift all that follows; so it sees no CR.
    returns = [found.start() for found in re.finditer("\r", text)]
    yield "ann", "".join(f"{line}\n" for line in _lines(wire, text))
    rest = {"carriage_returns": returns, "document": wire}
    yield "json", encode_json(rest, indent=True).decode() + "\n"
    yield "txt", text.replace("\r\n", " \n").replace("\r", "\n")


def _lines(wire: Wire, text: str) -> Iterator[str]:
    from statedoc.schema import encode_json

    shown = text.replace("\r\n", " \n").replace("\r", "\n")
    found = list(places(wire, text))
    ids = {place.path: f"T{number}" for number, place in enumerate(found, start=1)}
    attribute = note = 0
    for mark in marks(found):
        fragments = pieces(text, mark.spans)
        words = " ".join(shown[start:end] for start, end in fragments)
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        yield f"{ids[mark.key]}\t{mark.label} {offsets}\t{words}"
        for name, value in mark.attributes.items():
            attribute += 1
            yield f"A{attribute}\t{name} {ids[mark.key]} {value}"
        note += 1
        yield f"#{note}\tStatedoc {ids[mark.key]}\t{encode_json({'part': mark.path}, indent=False).decode()}"
        if mark.words:
            note += 1
            yield f"#{note}\tAnnotatorNotes {ids[mark.key]}\t{mark.words}"
    for number, link in enumerate(links(found), start=1):
        yield f"R{number}\t{link.relation} Arg1:{ids[link.start]} Arg2:{ids[link.end]}"


def _configuration() -> str:
    lines = ["[entities]", *LABELS, "[relations]"]
    for relation, (starts, ends) in relations().items():
        lines.append(f"{relation}\tArg1:{'|'.join(starts)}, Arg2:{'|'.join(ends)}")
    lines += ["<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "[events]", "[attributes]"]
    for name, (labels, values) in _attributes().items():
        lines.append(f"{name}\tArg:{'|'.join(labels)}, Value:{'|'.join(values)}")
    return "\n".join(lines) + "\n"


def _attributes() -> dict[str, tuple[list[str], list[str]]]:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for label, known in ATTRIBUTES.items():
        for name, (_, vocabulary, _) in known.items():
            found.setdefault(name, ([], [value.value for value in vocabulary]))[0].append(label)
    return found


def _looks() -> str:
    lines = ["[labels]", "[drawing]"]
    for label in LABELS:
        colour = _COLOURS.get(label, _ACTOR_COLOUR if label in ACTORS else _PART_COLOUR)
        lines.append(f"{label}\tbgColor:{colour}")
    for name, (_, values) in _attributes().items():
        lines.append(f"{name}\tglyph:{'|'.join(f'({value})' for value in values)}")
    return "\n".join(lines) + "\n"


def _read(stream: BinaryIO) -> Iterator[Document | Failure]:
    """A document for each text of the archive, corrected as its marks tell, or what is wrong with it.

    A text without `<name>.json` is a document of what is marked in it alone; its id is its name.
    """
    from statedoc.archives import archive

    with archive(stream) as opened:
        names = opened.names()
        known = dict.fromkeys(name[:-4] for name in names if name.endswith((".txt", ".ann")))
        there = set(names)
        for position, name in enumerate(known):
            try:
                yield _document(opened, name, there)
            except (UnreadableInputError, InvalidDocumentError) as error:
                yield Failure(position=position, error=error, id=name)


def _document(opened: "Archive", name: str, there: set[str]) -> Document:
    from statedoc.archives import shown
    from statedoc.formats import _by_hand as by_hand
    from statedoc.formats._brat_lines import read_lines
    from statedoc.formats._corrections import corrected
    from statedoc.schema import decode_json, from_wire

    if f"{name}.txt" not in there:
        raise UnreadableInputError(f"{shown(name)}.ann: there is no {shown(name)}.txt beside it")
    text = opened.text(f"{name}.txt")
    annotations = opened.text(f"{name}.ann") if f"{name}.ann" in there else ""
    base: Wire = by_hand.document(name, "brat")
    if f"{name}.json" in there:
        rest = decode_json(opened.read(f"{name}.json"))
        if not isinstance(rest, dict) or not isinstance(rest.get("document"), dict):
            raise UnreadableInputError(f"{shown(name)}.json: holds no document; restore the file, or remove it")
        text = _with_returns(text, rest.get("carriage_returns"))
        base = rest["document"]
        from_wire(base | {"text": text})
    given, drawn = read_lines(annotations, text, f"{shown(name)}.ann")
    return from_wire(corrected(base, text, given, drawn))


def _with_returns(text: str, places: Any) -> str:
    letters = list(text)
    for at in places if isinstance(places, list) else ():
        if isinstance(at, int) and 0 <= at < len(letters) and letters[at] in " \n":
            letters[at] = "\r"
    return "".join(letters)


def _recognises(head: bytes) -> bool:
    """Whether it is a zip archive whose first file is brat's configuration."""
    return head.startswith(b"PK\x03\x04") and head[30:].startswith(CONFIGURATION.encode())


FORMAT = Format(
    name="brat",
    summary="texts and marks for the brat annotation tool, in a zip archive",
    media_type="application/zip",
    suffixes=(".brat.zip",),
    many=True,
    recognises=_recognises,
    write=_write,
    read=_read,
)
