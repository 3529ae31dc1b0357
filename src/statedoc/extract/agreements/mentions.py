"""Mentions of agreements: the noun, the words before it, the title behind it, and what shows that it is one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import final

import attrs

from statedoc.extract.agreements.mention import AgreementMention, is_named_after
from statedoc.extract.agreements.references import COUNTED, is_counted, pronoun, reference
from statedoc.extract.agreements.titles import Title, TitleReader, named_for_two
from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.grammar import agree, noun_forms
from statedoc.languages.agreements import (
    AgreementNoun,
    AgreementReference,
    Agreements,
    Evidence,
    KnownAgreement,
)
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun
from statedoc.languages.states import StateTerm
from statedoc.model import AgreementKind, Precision
from statedoc.text import ParsedText, TokenKind
from statedoc.text.tokens import OPENING

_MOST_MODIFIERS = 6
_ABOUT = 4  # tokens in which stands what an agreement is about
_ADJECTIVAL = frozenset((Pos.ADJECTIVE, Pos.PARTICIPLE))
_LONGEST_NAME = 6  # tokens in quotation marks that can be a newspaper's or a firm's name


@final
@attrs.frozen(slots=False, eq=False)
class MentionReader:
    """Reads the mentions of one text."""

    text: ParsedText
    words: Agreements
    cast: Cast
    dates: Sequence[DatedWords]

    def mentions(self) -> Iterator[AgreementMention]:
        """Every mention in reading order, none inside another's title."""
        taken = self._names_of_others()
        until = 0
        for first, last, entry in self.text.terms:
            if first < until or first in taken:
                continue
            if isinstance(entry, AgreementNoun):
                found = self._noun(first, last, entry)
            elif isinstance(entry, KnownAgreement):
                found = self._known(first, last, entry)
            elif isinstance(entry, AgreementReference):
                found = reference(self.text, self.words, first, last)
            elif isinstance(entry, Pronoun):
                found = pronoun(self.text, first, entry)
            else:
                continue
            if found is not None:
                yield found
                until = self._amended(found) or found.last

    def date_at(self, index: int) -> DatedWords | None:
        """The date that starts with a token."""
        found = bisect_left(self.dates, index, key=lambda dated: dated.first)
        return self.dates[found] if found < len(self.dates) and self.dates[found].first == index else None

    def _amended(self, mention: AgreementMention) -> int | None:
        """Where in a title the agreement stands that it changes: «протокол о внесении изменений в [соглашение ...]»."""
        if mention.topic is None:
            return None
        for at in range(mention.topic + 1, mention.last):
            if self.text.term_at(at, AgreementNoun) and any(
                reading.lemma in self.words.amending
                for before in range(max(mention.topic, at - _MOST_MODIFIERS), at)
                for reading in self.text.readings(before)
            ):
                return at
        return None

    def _carriers(self, first: int, begin: int) -> frozenset[Case]:
        """The cases of the nouns before a mention through which steps are told of it."""
        found: set[Case] = set()
        at = first - 1
        if at > begin and self.text.tokens[at].folded in self.words.directed:
            at -= 1
        while at >= begin and any(reading.lemma in self.words.carriers for reading in self.text.readings(at)):
            found |= {reading.case for reading in self.text.readings(at) if reading.case}
            at -= 1
        return frozenset(found)

    def _names_of_others(self) -> frozenset[int]:
        """The tokens inside names of organizations: «Организация Договора о коллективной безопасности»."""
        known = (range(first, last) for first, last, entry in self.text.terms if isinstance(entry, KnownOrganization))
        return frozenset(index for each in known if len(each) > 1 for index in each)

    def _noun(self, first: int, last: int, noun: AgreementNoun) -> AgreementMention | None:
        head = self._head(first, last)
        heads = noun_forms(self.text.readings(head))
        if not heads or self._is_name_of_other(first):
            return None
        sentence = self.text.sentence_index(first)
        begin = self.text.sentences[sentence].first
        start = first
        while start > max(begin, first - _MOST_MODIFIERS) and agree(self.text.readings(start - 1), heads):
            start -= 1
        heads = (
            frozenset(h for h in heads if all(agree(self.text.readings(i), [h]) for i in range(start, first))) or heads
        )
        governed = start < first and self._governs(start, begin)
        start += governed
        modifiers = [self._lemma(index) for index in range(start, first)]
        limit = self.text.sentences[sentence].last
        known = self.text.term_at(last, KnownAgreement)
        title = self._titles.read(last, limit)
        if self._is_foreign(modifiers, last, title, limit):
            return None
        titled = start
        while titled < first and modifiers[titled - start] & self._loose:
            titled += 1
        plural = all(each.number is Number.PLURAL for each in heads)
        counted = start > begin and is_counted(self.text, start)
        carried = self._carriers(start, begin)
        another = self._is_on_another(last, limit)
        told = frozenset((Evidence.TOPIC,)) if another else frozenset()
        return AgreementMention(
            first=start,
            titled=titled,
            head=head,
            noun_end=last,
            last=title.last,
            topic=title.topic,
            kind=self._kind(noun, modifiers, last, title, limit),
            noun=noun,
            name=known[1].name if known else self._name_in_brackets(title.last, limit),
            cases=frozenset(each.case for each in heads if each.case) | carried | (COUNTED if counted else frozenset()),
            plural=plural,
            counted=counted,
            several=counted or (plural and title.topic is None),
            pronoun=False,
            carried=bool(carried),
            genders=frozenset(each.gender for each in heads if each.gender),
            pointing=any(each & self.words.pointing for each in modifiers),
            distinct=another or governed or any(each & self.words.distinct for each in modifiers),
            amends=self._amends(title),
            former=any(each & self.words.former for each in modifiers),
            quoted=title.quoted,
            evidence=told | self._evidence(start, first, last, title, modifiers),
            dated=() if self._amends(title) else self._dates_within(last, title.last, limit),
            sentence=sentence,
        )

    def _governs(self, at: int, begin: int) -> bool:
        """Whether a participle has an agreement for its object: «соглашение, [заменяющее] договор 2017 года»."""
        likeliest = next(iter(self.text.readings(at)), None)
        active = likeliest is not None and likeliest.pos is Pos.PARTICIPLE and not likeliest.passive
        return active and at > begin and self.text.tokens[at - 1].text == ","

    def _amends(self, title: Title) -> bool:
        """Whether a title is of changes to another agreement, whose date then stands in it."""
        if title.topic is None:
            return False
        words = range(title.topic, min(title.topic + _MOST_MODIFIERS, title.last))
        return any(reading.lemma in self.words.amending for at in words for reading in self.text.readings(at))

    def _is_on_another(self, noun_end: int, limit: int) -> bool:
        """Whether a pronoun tells what an agreement is about, so that it is a new one: «соглашение по нему»."""
        if noun_end + 1 >= limit or self.text.tokens[noun_end].folded not in self.text.pack.grammar.prepositions:
            return False
        topical = self.text.tokens[noun_end].folded in self.words.topic
        return topical and any(each.pos is Pos.PRONOUN for each in self.text.readings(noun_end + 1)[:1])

    def _known(self, first: int, last: int, known: KnownAgreement) -> AgreementMention:
        head = self._head(first, last)
        cases = frozenset(each.case for each in noun_forms(self.text.readings(head)) if each.case)
        return AgreementMention(
            first=first,
            titled=first,
            head=head,
            noun_end=last,
            last=last,
            sentence=self.text.sentence_index(first),
            cases=cases or frozenset(Case),
            kind=known.kind,
            name=known.name,
            evidence=frozenset((Evidence.NAME,)),
        )

    @cached_property
    def _titles(self) -> TitleReader:
        def dated(index: int) -> int | None:
            found = self.date_at(index)
            return found.last if found else None

        return TitleReader(self.text, self.words, dated, lambda first, last: bool(self.cast.within(first, last)))

    def _head(self, first: int, last: int) -> int:
        """The noun of a phrase of the lexicon: its last word after an adjective, else its first."""
        readings = self.text.readings(first)
        return last - 1 if readings and readings[0].pos is Pos.ADJECTIVE else first

    def _lemma(self, index: int) -> frozenset[str]:
        return frozenset(reading.lemma for reading in self.text.readings(index) if reading.pos in _ADJECTIVAL)

    @cached_property
    def _loose(self) -> frozenset[str]:
        return self.words.loose | self.words.pointing | self.words.distinct

    def _is_name_of_other(self, index: int) -> bool:
        """Whether a noun stands in a newspaper's or firm's name: «газета «Договор»»."""
        tokens = self.text.tokens
        if not index or tokens[index - 1].text not in OPENING + '"“':
            return False
        opening = index - 1
        ends = any(tokens[at].kind is TokenKind.MARK for at in range(index, min(index + _LONGEST_NAME, len(tokens))))
        return (
            ends
            and opening > 0
            and any(
                isinstance(match.entry, OrganizationNoun) and match.last == opening
                for at in range(max(0, opening - 3), opening)
                for match in self.text.terms_at(at)
            )
        )

    def _is_foreign(self, modifiers: list[frozenset[str]], noun_end: int, title: Title, limit: int) -> bool:
        """Whether the noun means a lease, a footballer's contract, a record of a meeting."""
        words = self.words
        if any(each & words.foreign_modifiers for each in modifiers):
            return True
        if any(each & words.foreign_topics for each in self._about(noun_end, title, limit)[:1]):
            return True
        near = range(noun_end, min(noun_end + 6, limit))
        return any(self._nouns(index) & words.foreign_circles for index in near)

    def _kind(
        self, noun: AgreementNoun, modifiers: list[frozenset[str]], noun_end: int, title: Title, limit: int
    ) -> AgreementKind:
        """The kind of a noun; what is called a treaty and is about buying and selling is a contract."""
        told = frozenset().union(*self._about(noun_end, title, limit)[:2], *modifiers)
        commercial = noun.kind is AgreementKind.TREATY and told & self.words.commercial
        return AgreementKind.CONTRACT if commercial else noun.kind

    def _about(self, noun_end: int, title: Title, limit: int) -> list[frozenset[str]]:
        """The lemmas of the first nouns of what an agreement is about."""
        start = title.topic if title.topic is not None and not title.quoted else noun_end
        return [nouns for index in range(start, min(start + _ABOUT, limit)) if (nouns := self._nouns(index))]

    def _nouns(self, index: int) -> frozenset[str]:
        readings = self.text.readings(index)
        return (
            frozenset(r.lemma for r in readings if r.pos is Pos.NOUN)
            if readings and readings[0].pos is Pos.NOUN
            else frozenset()
        )

    def _evidence(
        self, start: int, first: int, last: int, title: Title, modifiers: list[frozenset[str]]
    ) -> frozenset[Evidence]:
        """What the mention itself shows."""
        found = set()
        if title.topic is not None:
            found.add(Evidence.TOPIC)
        if any(each & self.words.types for each in modifiers):
            found.add(Evidence.TYPE)
        if any(each & self.words.joint for each in modifiers):
            found.add(Evidence.JOINT)
        if self._is_named(start, first, last):
            found.add(Evidence.NAME)
        return frozenset(found)

    def _is_named(self, start: int, first: int, last: int) -> bool:
        """Whether a place or an international organization gives the agreement its name."""
        for index in range(start, first):
            if self._names(index):
                return True
        organization = self.text.term_at(last, KnownOrganization)
        if organization and organization[1].kind is OrganizationKind.INTERNATIONAL:
            return True
        if last < len(self.text.tokens) and named_for_two(self.text, last):
            return True
        dated = self.date_at(last)
        return (dated is not None and self._is_year(dated)) or self.text.term_at(last, KnownAgreement) is not None

    def _names(self, index: int) -> bool:
        """Whether an adjective with a capital comes from a place: «Женевская»."""
        token = self.text.tokens[index]
        if not token.is_capital:
            return False
        if self.text.term_at(index, StateTerm) or self.cast.within(index, index + 1):
            return is_named_after(self.text, index)
        readings = [r for r in self.text.readings(index) if r.pos is Pos.ADJECTIVE]
        if not readings or readings[0].lemma in self._loose | self.words.unnamed | self.words.types | self.words.joint:
            return False
        opens = index == self.text.sentence_of(index).first or self.text.tokens[index - 1].text in OPENING
        lemma = readings[0].lemma
        return not opens or (lemma.endswith(self.words.name_endings) and not lemma.endswith(self.words.other_endings))

    def _name_in_brackets(self, last: int, limit: int) -> str | None:
        """A short name given right after the title: «(СНВ-3)»."""
        tokens = self.text.tokens
        if last + 2 < limit and tokens[last].text == "(" and tokens[last + 2].text == ")":
            word = tokens[last + 1]
            if word.is_word and len(word.text) > 1 and word.text[:2].isupper():
                return word.text
        return None

    def _dates_within(self, first: int, last: int, limit: int) -> tuple[DatedWords, ...]:
        """The dates between a noun and its title's end, and the one right behind: «от 2009 года»."""
        found = [dated for index in range(first, last) if (dated := self.date_at(index))]
        since = last < limit and self.text.tokens[last].folded in self.words.since
        if any(self.text.term_at(index, AgreementNoun) for index in range(first, last)):
            return tuple(found)  # a protocol to a treaty: whose date it is, is not clear
        if (dated := self.date_at(last + since)) and (since or (not found and self._is_year(dated))):
            found.append(dated)
        return tuple(found)

    def _is_year(self, dated: DatedWords) -> bool:
        """Whether a date is a bare year, as in «соглашение 1998 года»."""
        date = dated.mention.edtf
        starts_with_number = self.text.tokens[dated.first].kind is TokenKind.NUMBER
        return starts_with_number and date is not None and date.precision is Precision.YEAR
