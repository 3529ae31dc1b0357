"""What TEI says of a document around its text: the header, and the records that are listed behind it."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from statedoc.formats._tei_elements import Pointers, published, when
from statedoc.formats._xml import SubElement
from statedoc.model import Actor, ActorKind, Agreement, Document, Speech

_LISTS: Final = {
    "listPerson": (ActorKind.PERSON, ActorKind.UNNAMED),
    "listOrg": (ActorKind.ORGANIZATION, ActorKind.OFFICE, ActorKind.GROUP),
    "listPlace": (ActorKind.STATE,),
}
_ENTRIES: Final = {
    "listPerson": ("person", "persName"),
    "listOrg": ("org", "orgName"),
    "listPlace": ("place", "placeName"),
}


def header(root: ElementTree.Element, document: Document) -> None:
    """The header: the article's title, authors, publisher, date and address, and the document's id and producer."""
    article = document.article
    made = SubElement(root, "teiHeader")
    described = SubElement(made, "fileDesc")
    SubElement(SubElement(described, "titleStmt"), "title", text=article.title or document.id)
    publication = SubElement(described, "publicationStmt")
    SubElement(publication, "authority", text=f"{document.producer.name} {document.producer.version}")
    SubElement(publication, "idno", text=document.id)
    source = SubElement(SubElement(described, "sourceDesc"), "bibl")
    SubElement(source, "title", text=article.title or "")
    for author in article.authors:
        SubElement(source, "author", text=author)
    if article.publisher is not None:
        SubElement(source, "publisher", text=article.publisher)
    if article.published is not None:
        SubElement(source, "date", {"when": published(article.published)}, text=article.published.isoformat())
    if article.url is not None:
        SubElement(source, "idno", {"type": "url"}, text=article.url)
    if article.language:
        usage = SubElement(SubElement(made, "profileDesc"), "langUsage")
        SubElement(usage, "language", {"ident": article.language}, text=article.language)


def standoff(root: ElementTree.Element, document: Document) -> ElementTree.Element:
    """The lists of actors, of speeches and agreements as events, and of who took part in them."""
    made = SubElement(root, "standOff")
    known = Pointers(document)
    for listed, kinds in _LISTS.items():
        actors = [actor for actor in document.actors if actor.kind in kinds]
        if actors:
            entries = SubElement(made, listed)
            for actor in actors:
                _actor(entries, actor, known, *_ENTRIES[listed])
    if document.speeches or document.agreements:
        events = SubElement(made, "listEvent")
        for speech in document.speeches:
            _speech(events, speech, known)
        for agreement in document.agreements:
            _agreement(events, agreement, known)
    relations = list(_relations(document, known))
    if relations:
        listed_relations = SubElement(made, "listRelation")
        for name, active, passive in relations:
            SubElement(listed_relations, "relation", {"name": name, "active": active, "passive": passive})
    return made


def _actor(entries: ElementTree.Element, actor: Actor, known: Pointers, tag: str, name_tag: str) -> None:
    entry = SubElement(entries, tag, {"xml:id": known.id(actor.id), "n": actor.id, **_kind(actor, tag)})
    for name in (actor.name, *actor.aliases):
        SubElement(entry, name_tag, text=name)
    if actor.country:
        # Whose citizen a person is, an article seldom says; what it says is which state they stand for.
        SubElement(entry, "affiliation" if tag == "person" else "country", {"key": actor.country})
    for role in actor.roles if tag == "person" else ():
        SubElement(entry, "occupation", text=role.title)


def _kind(actor: Actor, tag: str) -> dict[str, str]:
    return {"role": actor.kind.value} if tag == "person" else {"type": actor.kind.value}


def _speech(events: ElementTree.Element, speech: Speech, known: Pointers) -> None:
    dated = when(speech.date.edtf) if speech.date else {}
    about = {"xml:id": known.id(speech.id), "n": speech.id, "type": "speech", "subtype": speech.kind.value}
    event = SubElement(events, "event", {**about, **dated})
    SubElement(event, "label", text=speech.occasion or speech.kind.value)
    for name, told in (("medium", speech.medium), ("place", speech.place)):
        if told:
            SubElement(event, "note", {"type": name}, text=told)


def _agreement(events: ElementTree.Element, agreement: Agreement, known: Pointers) -> None:
    key, dated = known.id(agreement.id), when(agreement.date.edtf) if agreement.date else {}
    about = {"xml:id": key, "n": agreement.id, "type": "agreement", "subtype": agreement.kind.value}
    event = SubElement(events, "event", {**about, **dated})
    SubElement(event, "label", text=agreement.title)
    for name, told in (("status", agreement.status), ("place", agreement.place)):
        if told:
            SubElement(event, "note", {"type": name}, text=told)
    for number, step in enumerate(agreement.events, start=1):
        dated = when(step.date.edtf) if step.date else {}
        about = {"xml:id": f"{key}-step-{number}", "type": "step", "subtype": step.status.value, "corresp": f"#{key}"}
        SubElement(SubElement(events, "event", {**about, **dated}), "label", text=step.status.value)


def _relations(document: Document, known: Pointers) -> Iterator[tuple[str, str, str]]:
    """The relations of actors to events: name, pointers to the actors, pointer to the event."""
    for speech in document.speeches:
        for name, actors in (("speaker", speech.speakers), ("audience", speech.audience)):
            if actors:
                yield name, known.to(*actors), known.to(speech.id)
    for agreement in document.agreements:
        if agreement.parties:
            yield "party", known.to(*agreement.parties), known.to(agreement.id)
        for number, step in enumerate(agreement.events, start=1):
            if step.parties:
                yield "party", known.to(*step.parties), f"{known.to(agreement.id)}-step-{number}"
