"""A card for each record: what it says, and links to its words and to the records that it refers to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import final
from xml.etree.ElementTree import Element

import attrs

from statedoc.formats._html_anchors import Anchors
from statedoc.formats._html_elements import Content, element
from statedoc.formats._html_figures import amount, comparison, when
from statedoc.model import Actor, Agreement, AgreementEvent, DateMention, Document, Metric, Quote, Span, Speech

_LONGEST = 280  # code points of the text that a card repeats; the rest is beside it
_MOST_PLACES = 20  # links of one card to places in the text


@final
@attrs.frozen(kw_only=True)
class Cards:
    """What makes the cards of one document."""

    document: Document
    anchors: Anchors
    language: str  #: BCP 47 tag of the article's words

    def quote(self, quote: Quote) -> Element:
        """Who said what, through whom, and by which word and rule it was found."""
        words = " … ".join(_cut(self._text(span)) for span in quote.content[:_MOST_PLACES])
        return self._card(
            "quote",
            quote.id,
            self._introduced(quote.speakers) or ["Speaker not known"],
            element("blockquote", element("p", self.words(_cut(words))), class_=quote.kind),
            _facts(
                ("Kind", [quote.kind.value]),
                ("Cue", self._cue(quote)),
                ("Named as", [self.words(_cut(self._text(quote.source)))] if quote.source else None),
                ("Through", self._actors(quote.via)),
                ("To", self._actors(quote.addressee)),
                ("Occasion", self._speech(quote.speech)),
                ("Inside", [self._link(quote.within)] if quote.within else None),
            ),
            places=len(quote.content),
            rule=quote.rule,
        )

    def speech(self, speech: Speech) -> Element:
        """Who spoke, when, where and to whom, and what is quoted of it."""
        return self._card(
            "speech",
            speech.id,
            self._introduced(speech.speakers) or ["Speaker not known"],
            _facts(
                ("Kind", [_spaced(speech.kind)]),
                ("Called", self._maybe(speech.occasion)),
                ("Medium", self._maybe(speech.medium)),
                ("Place", self._maybe(speech.place)),
                ("Date", self._date(speech.date)),
                ("To", self._actors(speech.audience)),
                ("Quotes", _listed(self._link(each) for each in speech.quotes)),
            ),
            rule=speech.rule,
        )

    def agreement(self, agreement: Agreement) -> Element:
        """What was agreed, between whom, and how far it has come, step by step."""
        steps = element("ol", *map(self._step, agreement.events), class_="steps") if agreement.events else None
        status = _spaced(agreement.status) if agreement.status else "status not known"
        return self._card(
            "agreement",
            agreement.id,
            [self.words(agreement.title)],
            element("p", element("strong", status), " · ", agreement.kind.value, class_="standing"),
            _facts(
                ("Between", self._actors(agreement.parties)),
                ("Date", self._date(agreement.date)),
                ("Place", self._maybe(agreement.place)),
                ("Steps", [steps] if steps is not None else None),
            ),
            places=len(agreement.mentions),
            rule=agreement.rule,
        )

    def _step(self, event: AgreementEvent) -> Element:
        by = self._actors(event.parties)
        date = self._date(event.date)
        return element(
            "li",
            element("strong", _spaced(event.status)),
            *((" ", *date) if date else ()),
            *((" by ", *by) if by else ()),
            " (",
            self.words(_cut(self._text(event.span))),
            ")",
        )

    def metric(self, metric: Metric) -> Element:
        """How much, of what, whose, for when, and who claims it."""
        spelled = comparison(metric)
        return self._card(
            "metric",
            metric.id,
            [amount(metric), *((" ", self.words(metric.counted)) if metric.counted else ())],
            element("blockquote", element("p", self.words(_cut(self._text(metric.span))))),
            _facts(
                ("Kind", [metric.kind.value + (f", {spelled}" if spelled else "")]),
                ("Measure", self._maybe(metric.measure)),
                ("Change", [metric.change.value] if metric.change else None),
                ("Of", self._actors(metric.actors)),
                ("Period", self._date(metric.period)),
                ("Claimed by", self._actors(metric.claimed_by)),
                ("In quote", [self._link(metric.quote)] if metric.quote else None),
            ),
            rule=metric.rule,
        )

    def actor(self, actor: Actor) -> Element:
        """Who it is, by which posts and other names, and how often the article mentions it."""
        forms = Counter(mention.form.value for mention in actor.mentions)
        told = ", ".join(f"{count} by {form}" for form, count in forms.most_common())
        total = len(actor.mentions)
        return self._card(
            "actor",
            actor.id,
            [self.words(actor.name)],
            _facts(
                ("Kind", [actor.kind.value]),
                ("Country", [actor.country] if actor.country else None),
                ("Roles", _listed(self._roles(actor))),
                ("Also", _listed(self.words(alias) for alias in actor.aliases if alias.strip())),
                ("Mentioned", [f"{total} time{'s' if total != 1 else ''}" + (f": {told}" if total > 1 else "")]),
            ),
            places=min(total, 1),
        )

    def _roles(self, actor: Actor) -> Iterator[Element]:
        """Each post once, however often the article repeats it."""
        for title, organization, country in dict.fromkeys(
            (role.title, role.organization, role.country) for role in actor.roles
        ):
            of = self.anchors.actor(organization).name if organization else country
            yield element("span", self.words(title), *((" (", self.words(of), ")") if of else ()))

    # --- The parts of cards -------------------------------------------------------------------------------------------

    def words(self, words: str) -> Element:
        """Words of the article, in their own language and direction."""
        return element("bdi", words, lang=self.language)

    def _card(
        self,
        look: str,
        id: str,
        heading: Iterable[Content],
        *content: Content,
        places: int = 1,
        rule: str | None = None,
    ) -> Element:
        anchor = self.anchors[id]
        to_text = [
            element("a", "in the text" if places == 1 else str(number), href=f"#{anchor}-{number}")
            for number in range(1, min(places, _MOST_PLACES) + 1)
        ]
        way = element("span", "in the text: " if places > 1 else None, *(_listed(to_text) or ())) if to_text else None
        made_by = element("span", "rule ", element("code", rule), class_="rule") if rule else None
        return element(
            "li",
            element(
                "h3", element("span", anchor.removeprefix("record-"), class_=f"sign {look}"), element("span", *heading)
            ),
            *content,
            element("p", way, made_by, class_="places"),
            id=anchor,
            class_=f"card {look}",
            data_r=anchor,
            tabindex="-1",
        )

    def _introduced(self, ids: Iterable[str]) -> list[Content]:
        """Names with their first role that the name does not hold already."""
        return _listed(map(self._name_and_role, ids), "; ") or []

    def _name_and_role(self, id: str) -> Element:
        actor = self.anchors.actor(id)
        title = next((role.title for role in actor.roles if role.title.lower() not in actor.name.lower()), None)
        role = element("span", ", ", self.words(title), class_="role") if title else None
        return element("span", self._link(id, actor.name), role)

    def _actors(self, ids: Iterable[str]) -> list[Content] | None:
        return _listed(self._link(each, self.anchors.actor(each).name) for each in ids)

    def _link(self, id: str, words: str | None = None) -> Element:
        anchor = self.anchors[id]
        return element("a", self.words(words) if words else anchor.removeprefix("record-"), href=f"#{anchor}")

    def _speech(self, id: str | None) -> list[Content] | None:
        if id is None:
            return None
        return [self._link(id), f" {_spaced(self.document.speech(id).kind)}"]

    def _cue(self, quote: Quote) -> list[Content] | None:
        cue = quote.cue
        if cue is None:
            return None
        return [self.words(_cut(self._text(cue.span))), " (", self.words(cue.lemma), f", {cue.class_})"]

    def _date(self, date: DateMention | None) -> list[Content] | None:
        """The date, with the article's words for it where they say more."""
        if date is None:
            return None
        told = when(date)
        words = _cut(self._text(date.span)) if date.span else ""
        if told is None:
            return [self.words(words), " (not resolved)"] if words else ["not known"]
        return [told, *((" (", self.words(words), ")") if words and words != told else ())]

    def _maybe(self, words: str | None) -> list[Content] | None:
        return [self.words(words)] if words else None

    def _text(self, span: Span) -> str:
        return span.of(self.document.text)


def _facts(*facts: tuple[str, list[Content] | None]) -> Element:
    """A list of names and values, without those that are not known."""
    told = [(name, value) for name, value in facts if value]
    return element("dl", *(element("div", element("dt", name), element("dd", *value)) for name, value in told))


def _listed(items: Iterable[Element], between: str = ", ") -> list[Content] | None:
    listed: list[Content] = []
    for item in items:
        listed += [between, item] if listed else [item]
    return listed or None


def _spaced(value: str) -> str:
    return value.replace("_", " ")


def _cut(words: str) -> str:
    """The words on one line, without their end if they are too many."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rpartition(' ')[0] or line[:_LONGEST]} …"
