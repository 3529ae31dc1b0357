"""Which mentions speak of the same agreement."""

from collections.abc import Iterable, Sequence
from typing import final

import attrs
from attrs import field

from statedoc.extract.agreements.happening import Happening
from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.agreements.parties import Sides
from statedoc.extract.dates import DatedWords
from statedoc.languages.agreements import Agreements, Evidence
from statedoc.languages.morphology import Pos
from statedoc.model import AgreementStatus
from statedoc.text import ParsedText

_MOST_RECENT = 40  # agreements that a mention is compared with
_FARTHEST_REFERENCE = 2  # sentences from "the document" back to what it stands for
_FARTHEST_PRONOUN = 1  # sentences from "it" back
_STEM = 6  # letters in which two forms of a word are the same
_SHARED = 0.6  # part of the shorter title that two titles of one agreement share
_SIGNING = (AgreementStatus.SIGNED, AgreementStatus.TO_BE_SIGNED)
_WEAK = frozenset(
    (Evidence.STEP, Evidence.SIGNED, Evidence.TYPE, Evidence.JOINT)
)  # what shows no certain agreement in the plural
_CONTENT = frozenset((Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE))


@final
@attrs.frozen(eq=False)
class Told:
    """A mention with all that is told of it."""

    mention: AgreementMention
    sides: Sides
    happenings: tuple[Happening, ...]
    acting: tuple[str, ...]  #: those who take the steps
    states: frozenset[str]  #: the states among the parties
    partner: bool  #: only the other side is named: "with Russia"

    @property
    def parties(self) -> frozenset[str]:
        """All whose agreement the words around the mention say it is."""
        return frozenset((*self.sides.named, *self.acting))

    @property
    def evidence(self) -> frozenset[Evidence]:
        """What shows that this is an agreement."""
        found = set(self.mention.evidence)
        if self.sides.named or len(self.acting) > 1:
            found.add(Evidence.PARTIES)
        if any(
            each.status in _SIGNING and not each.step.kinds and each.step.status in _SIGNING for each in self.happenings
        ):
            found.add(Evidence.SIGNED)
        weak = self.mention.noun is not None and self.mention.noun.needs > 1
        if any((each.status and each.step.shows) or weak for each in self.happenings):
            found.add(Evidence.STEP)
        return frozenset(found)

    @property
    def is_certain(self) -> bool:
        """Whether the mention by itself makes an agreement."""
        mention, found = self.mention, self.evidence
        if mention.noun is None:
            return mention.name is not None
        if mention.counted or not mention.noun.must <= found or (mention.plural and found <= _WEAK):
            return False
        if mention.plural and mention.noun.needs > 1 and not found & {Evidence.TOPIC, Evidence.NAME}:
            return False  # "the understandings reached on the visit" are none in particular
        return len(found & mention.noun.evidence) >= mention.noun.needs


@final
@attrs.define(eq=False)
class Record:
    """One agreement, as it is gathered mention by mention."""

    told: list[Told] = field(factory=list)
    stems: set[str] = field(factory=set)  #: beginnings of the words of the topic
    names: set[str] = field(factory=set)
    states: set[str] = field(factory=set)  #: ids of those among the parties
    parties: set[str] = field(factory=set)  #: actor ids
    years: set[str] = field(factory=set)  #: of the dates told
    signed: set[str] = field(factory=set)  #: those of its signing

    @property
    def first(self) -> Told:
        """The mention that made the record."""
        return self.told[0]

    @property
    def steps(self) -> frozenset[AgreementStatus]:
        """The steps told so far."""
        return frozenset(each.status for told in self.told for each in told.happenings if each.status)

    def add(self, told: Told, stems: Iterable[str], names: Iterable[str]) -> None:
        """Take in one more mention."""
        self.told.append(told)
        self.stems.update(stems)
        self.names.update(names)
        self.states.update(told.states)
        self.parties.update(told.parties)
        self.years.update(_years(told.mention.dated))
        self.years.update(_years(each.date for each in told.happenings if each.date))
        self.signed |= _signed(told.happenings)


@final
@attrs.frozen(eq=False)
class Joiner:
    """Joins the mentions of one text."""

    text: ParsedText
    words: Agreements

    def records(self, told: Iterable[Told]) -> list[Record]:
        """One record an agreement, in reading order of their first mentions."""
        found: list[Record] = []
        for each in told:
            recent = found[: -_MOST_RECENT - 1 : -1]
            mention = each.mention
            if each.is_certain and not mention.pointing:
                record = next((r for r in recent if self._is_same(r, each)), None)
            else:
                record = self._referred(recent, mention)
            if record is None and each.is_certain:
                record = Record()
                found.append(record)
            if record is not None:
                record.add(each, self._stems(mention), self._names(mention))
        return found

    def _is_same(self, record: Record, told: Told) -> bool:
        """Whether a mention that could stand alone speaks of an agreement named before."""
        mention, before = told.mention, record.first.mention
        names = self._names(mention)
        if names and record.names:
            return bool(names & record.names) and (mention.kind is before.kind or mention.noun is None)
        if mention.kind is not before.kind or mention.distinct or mention.plural is not before.plural:
            return False
        if self._is_renewal(mention, before) or self._is_renewal(before, mention):
            return False
        if before.distinct and not record.stems and mention.topic is not None:
            return False  # a protocol "to it" is none of the later ones that tell what they are about
        firms = frozenset(told.sides.named) - told.states
        if firms and mention.topic is None and record.stems and not firms & record.parties:
            return False  # "a contract with Y", and another was told before by its topic
        ours, theirs = told.states, record.states
        if ours and theirs and not (theirs >= ours or theirs <= ours):
            return False
        if mention.dated and not _years(mention.dated) & record.years:
            return False
        if self._types(mention) and self._types(before) and not self._types(mention) & self._types(before):
            return False
        drafted = any(h.status is AgreementStatus.PROPOSED and not h.is_verb for e in record.told for h in e.happenings)
        own = bool(names) or len(told.sides.named) > 1 or drafted
        bare = mention.topic is None or not record.stems
        other = not record.names and bare and self._is_of_other_years(record, told)
        if other and (own or len(told.states) > 1 or AgreementStatus.TO_BE_SIGNED in record.steps):
            return False
        if mention.topic is None or not record.stems:
            return not (names or record.names) or not (mention.topic and before.topic)
        stems = self._stems(mention)
        shorter = min(len(stems), len(record.stems))
        shared = len(stems & record.stems)
        # said again in other words: nothing happens to it, and it is between the same
        retold = not told.happenings and told.parties and told.parties == record.parties
        if shared and told.parties and told.parties == record.parties and self._is_headline(record, mention):
            return True
        return shorter > 0 and (shared / shorter >= _SHARED or (shared > 0 and bool(retold)))

    def _is_headline(self, record: Record, mention: AgreementMention) -> bool:
        """Whether an agreement was named in the headline, and a mention in the sentence right below it."""
        title = self.text.sentences[0]
        below = mention.sentence == 1 and self.text.sentences[1].paragraph != title.paragraph
        return below and record.first.mention.sentence == 0

    def _is_renewal(self, mention: AgreementMention, other: AgreementMention) -> bool:
        """Whether one agreement is in force and the other to follow it: «действующий контракт», «новый контракт»."""
        current, renewed = (
            any(reading.lemma in words for at in range(each.first, each.head) for reading in self.text.readings(at))
            for each, words in ((mention, self.words.current), (other, self.words.renewed))
        )
        return current and renewed

    def _is_of_other_years(self, record: Record, told: Told) -> bool:
        """Whether a named agreement was signed when another was not, or not yet: «Дейтонское соглашение»."""
        signed = _signed(told.happenings)
        wanted = bool(record.steps) and record.steps <= {AgreementStatus.TO_BE_SIGNED, AgreementStatus.PROPOSED}
        if wanted and told.acting and any(h.status is AgreementStatus.SIGNED and h.is_verb for h in told.happenings):
            return True
        if not signed:
            return False
        if not any(each.status is AgreementStatus.SIGNED for each in told.happenings):
            return bool(record.signed) and not signed & record.signed
        planned = bool(record.steps) and record.steps <= {AgreementStatus.TO_BE_SIGNED, AgreementStatus.PROPOSED}
        return planned or (bool(record.signed) and not signed & record.signed)

    def _referred(self, recent: Sequence[Record], mention: AgreementMention) -> Record | None:
        """The agreement named before that a bare noun stands for."""
        if mention.distinct or mention.dated or mention.topic is not None:
            return None
        if mention.several:
            return self._meant_together(recent, mention)
        for record in recent:
            before = record.first.mention
            if mention.kind is None:
                last = record.told[-1].mention.sentence
                farthest = _FARTHEST_PRONOUN if mention.pronoun else _FARTHEST_REFERENCE
                near = mention.pointing or mention.sentence - last <= farthest
                alike = not mention.pronoun or mention.plural or bool(mention.genders & before.genders)
                plural = mention.pronoun and mention.plural
                return record if near and alike and before.plural is plural else None
            generic = mention.noun is not None and mention.noun.generic and mention.pointing
            if (mention.kind is before.kind or generic) and mention.plural is before.plural:
                return record
        return None

    def _meant_together(self, recent: Sequence[Record], mention: AgreementMention) -> Record | None:
        """The agreements named in the plural that "the documents" are, shortly after."""
        if mention.counted or mention.kind is not None or not recent:
            return None
        last = recent[0].told[-1].mention
        near = mention.sentence - last.sentence <= _FARTHEST_REFERENCE
        return recent[0] if near and recent[0].first.mention.plural else None

    def _stems(self, mention: AgreementMention) -> frozenset[str]:
        """The beginnings of the words of a topic."""
        if mention.topic is None:
            return frozenset()
        return frozenset(
            self.text.tokens[index].folded[:_STEM]
            for index in range(mention.topic, mention.last)
            if self.text.tokens[index].is_word and any(r.pos in _CONTENT for r in self.text.readings(index)[:1])
        )

    def _names(self, mention: AgreementMention) -> set[str]:
        """What an agreement is called: a known name, one in brackets, or the adjective of its place."""
        found = {mention.name} if mention.name else set()
        if mention.noun is not None and Evidence.NAME in mention.evidence:
            found |= {
                self.text.tokens[index].folded[:_STEM]
                for index in range(mention.titled, mention.head)
                if self.text.tokens[index].is_capital
            }
        return found

    def _types(self, mention: AgreementMention) -> frozenset[str]:
        return frozenset(
            reading.lemma
            for index in range(mention.first, mention.head)
            for reading in self.text.readings(index)[:1]
            if reading.lemma in self.words.types
        )


def _signed(happenings: Iterable[Happening]) -> frozenset[str]:
    """The years in which an agreement was or is to be signed, as far as the text tells them."""
    found = _years(each.date for each in happenings if each.date and each.status in _SIGNING)
    return frozenset(each for each in found if each.isdecimal())


def _years(dates: Iterable[DatedWords]) -> frozenset[str]:
    """The years of dates, as EDTF writes them."""
    return frozenset(str(dated.mention.edtf)[:4] for dated in dates if dated.mention.edtf)
