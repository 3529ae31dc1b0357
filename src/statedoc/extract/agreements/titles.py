"""How far the title of an agreement goes: what it is about, between whom, and where the sentence goes on."""

from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple, final

import attrs

from statedoc.extract.agreements.mention import likely_readings
from statedoc.extract.grammar import NOMINAL, is_finite, noun_forms, verb_allows
from statedoc.languages.agreements import AgreementNoun, Agreements, BothParties, KnownAgreement
from statedoc.languages.cues import SourcePhrase
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, NameKind, Pos, Reading
from statedoc.languages.organizations import KnownOrganization
from statedoc.languages.states import StateTerm, StateWord
from statedoc.text import ParsedText, TokenKind
from statedoc.text.tokens import OPENING

_LONGEST_TITLE = 60
_LONGEST_NAME = 8  # tokens in quotation marks inside a title
_MOST_MODIFIERS = 6
_FIXED = frozenset((Case.NOMINATIVE, Case.GENITIVE, Case.INSTRUMENTAL))  # in one form: the noun does not change
_OBLIQUE = frozenset((Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE))
_ADJECTIVAL = frozenset((Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.NUMERAL))


@final
class Phrase(NamedTuple):
    """A noun with the adjectives before it."""

    first: int
    last: int
    head: int
    cases: frozenset[Case]


@final
class Title(NamedTuple):
    """The words after the noun that belong to the agreement's name."""

    last: int  #: the token after the title
    topic: int | None  #: the first token of what it is about, a preposition or a quotation mark
    quoted: bool  #: the title stands in quotation marks


@final
@attrs.frozen(eq=False)
class TitleReader:
    """Reads the titles of one text."""

    text: ParsedText
    words: Agreements
    is_dated: Callable[[int], int | None]  #: the token after a date that starts here
    is_actor: Callable[[int, int], bool]  #: whether an actor is named between two tokens

    def read(self, after_noun: int, limit: int) -> Title:
        """The title that starts after a noun, in ``tokens[after_noun:limit]``."""
        return _Walk(self, after_noun, min(limit, after_noun + _LONGEST_TITLE)).walk()

    def lemmas(self, index: int) -> frozenset[str]:
        """Every dictionary form of a word."""
        return frozenset(reading.lemma for reading in self.text.readings(index))

    def phrase(self, first: int, limit: int, allowed: frozenset[Case]) -> Phrase | None:
        """The noun phrase in one of these cases that starts here."""
        at, cases = first, allowed
        while at < limit and at - first <= _MOST_MODIFIERS:
            token = self.text.tokens[at]
            if (end := self._name_end(at)) and (named := _cases(self.text.readings(at), NOMINAL) & cases):
                return Phrase(first, min(end, limit), at, named)
            if token.kind is TokenKind.NUMBER:
                at += 1
                continue
            if not token.is_word:
                return None
            readings = likely_readings(self.text, at)
            if found := self._head_cases(at, readings) & cases:
                return Phrase(first, at + 1, at, found)
            if adjective := _cases(readings, _ADJECTIVAL) & cases:
                cases = adjective
            elif at > first and self._joins_adjectives(at, limit, cases):
                pass
            elif not readings or readings[0].pos is not Pos.ADVERB or at + 1 >= limit:
                return None
            at += 1
        return None

    def _joins_adjectives(self, at: int, limit: int, cases: frozenset[Case]) -> bool:
        """Whether a coordinator joins two adjectives of one noun: «об экономическом и техническом сотрудничестве»."""
        if self.text.tokens[at].folded not in self.text.pack.grammar.coordinators or at + 1 >= limit:
            return False
        around = (likely_readings(self.text, at - 1), likely_readings(self.text, at + 1))
        return all(_cases(each, _ADJECTIVAL) & cases for each in around)

    def _name_end(self, index: int) -> int | None:
        """The token after a state's or organization's name of several words."""
        state, known = self.text.term_at(index, StateTerm), self.text.term_at(index, KnownOrganization)
        ends = [found[0] for found in (state, known) if found and found[0] > index + 1]
        return max(ends, default=None)

    def _head_cases(self, index: int, readings: tuple[Reading, ...]) -> frozenset[Case]:
        """The cases in which a word can be the noun of a phrase; all for an abbreviation or a foreign word."""
        token = self.text.tokens[index]
        if not readings or (len(token.text) > 1 and token.text.isupper()):
            return _OBLIQUE
        if readings[0].pos in _ADJECTIVAL and not any(r.pos is Pos.NOUN and r.name is not None for r in readings):
            following = self.text.readings(index + 1) if index + 1 < len(self.text.tokens) else ()
            if _cases(following, frozenset((Pos.NOUN, *_ADJECTIVAL))) & _cases(readings, _ADJECTIVAL):
                return frozenset()
        if readings[0].pos in (Pos.VERB, Pos.PREPOSITION, Pos.CONJUNCTION, Pos.PRONOUN):
            return frozenset()
        return _cases(readings, frozenset((Pos.NOUN,)))


def _cases(readings: tuple[Reading, ...], parts: frozenset[Pos]) -> frozenset[Case]:
    return frozenset(each.case for each in readings if each.case and each.pos in parts and not each.short)


def named_for_two(text: ParsedText, at: int) -> bool:
    """Whether two names with a dash between them stand here: «пакт [Молотова — Риббентропа]»."""
    if at + 2 >= len(text.tokens) or text.tokens[at + 1].kind is not TokenKind.DASH:
        return False
    return text.tokens[at].is_capital and text.tokens[at + 2].is_capital


class _Walk:
    """One walk along the words after a noun."""

    def __init__(self, reader: TitleReader, start: int, limit: int) -> None:
        self._reader = reader
        self._text = reader.text
        self._words = reader.words
        self._start = self._at = self._last = start
        self._limit = limit
        self._topic: int | None = None
        self._quoted = False
        self._head = start  # of the last phrase
        self._preposition = ""
        self._cases: frozenset[Case] = frozenset()  # of the last phrase
        self._governed: frozenset[Case] = frozenset()  # of the last phrase after a preposition

    def walk(self) -> Title:
        while self._at < self._limit and self._step():
            pass
        return Title(self._last, self._topic, self._quoted)

    def _step(self) -> bool:
        token = self._text.tokens[self._at]
        if token.kind is TokenKind.MARK:
            return self._quotation()
        if token.text == ",":
            return self._listed()
        if not token.is_word and token.kind is not TokenKind.NUMBER:
            return False
        if dated := self._reader.is_dated(self._at):
            self._at = dated
            return self._last == self._start  # between the noun and its topic
        since = token.folded in self._words.since and self._last == self._start
        if since and (dated := self._reader.is_dated(self._at + 1)):
            self._at = dated
            return True
        grammar = self._text.pack.grammar
        if token.folded in grammar.coordinators:
            return self._coordinated()
        if token.folded in grammar.prepositions or token.folded in grammar.between:
            return self._prepositional(self._at)
        return self._genitive()

    def _quotation(self) -> bool:
        """Take in a title, or a name inside the title, that stands in quotation marks."""
        token = self._text.tokens[self._at]
        quotations = self._text.quotations
        found = bisect_left(quotations, token.start, key=attrgetter("start"))
        if found == len(quotations) or quotations[found].start != token.start or not quotations[found].closed:
            return False
        after = self._text.token_at(quotations[found].end)
        direct = self._at == self._start or (self._topic is not None and self._at == self._topic + 1)
        if not direct and after - self._at > _LONGEST_NAME:
            return False
        if self._at == self._start:
            if not self._can_be_title(self._at + 1):
                return False
            self._topic, self._quoted = self._at, True
        self._take(after)
        return True

    def _can_be_title(self, first: int) -> bool:
        """Whether words in quotation marks can be a title: they start with a capital or with «о»."""
        token = self._text.tokens[first]
        return not token.text[:1].islower() or token.folded in self._words.topic

    def _prepositional(self, at: int) -> bool:
        """Take in a preposition and its noun, where they belong to the title."""
        word = self._text.tokens[at].folded
        following = at + 1
        if following >= self._limit or word in self._words.outward or self._text.term_at(at, SourcePhrase):
            return False
        if " ".join(each.folded for each in self._text.tokens[at : at + 3]).startswith(self._words.hitherto):
            return False
        if self._reader.is_dated(following) or self._reader.is_dated(at):
            return False
        if word in self._words.topic and self._text.tokens[following].text in OPENING and self._topic is None:
            self._topic, self._at = at, following
            return self._quotation()
        if self._topic is None and self._text.tokens[following].kind is TokenKind.NUMBER:
            return False  # what it costs, not what it is about
        phrase = self._reader.phrase(following, self._limit, _OBLIQUE)
        if phrase is None or not self._belongs(word, phrase):
            return False
        if self._topic is None and word in self._words.topic:
            self._topic = at
        self._preposition, self._governed = word, phrase.cases
        self._accept(phrase)
        return True

    def _belongs(self, word: str, phrase: Phrase) -> bool:
        """Whether a preposition and its noun say more of the agreement, and not when or where it was signed."""
        lemmas = self._reader.lemmas(phrase.head)
        if lemmas & self._words.occasions or (word in self._words.partitive and self._is_counted(phrase.first)):
            return False
        if word in self._text.pack.grammar.between:
            return Case.INSTRUMENTAL in phrase.cases
        if word in self._words.partner:
            named = any(self._text.tokens[index].is_capital for index in range(phrase.first, phrase.last))
            partner = self._reader.is_actor(phrase.first, phrase.last) or named
            return Case.INSTRUMENTAL in phrase.cases and (partner or self._topic is not None)
        if word in self._words.directed:
            if lemmas & self._words.spheres:
                return True
            if self._topic is None:
                return word in self._words.topic and Case.ACCUSATIVE in phrase.cases
            if self._reader.lemmas(self._head) & self._words.joint_work and not self._is_town(phrase):
                return True
            if Case.LOCATIVE not in phrase.cases:
                return True
            if lemmas & self._words.regions or self._reader.is_actor(phrase.first, phrase.last):
                return not self._is_town(phrase) or bool(lemmas & self._words.regions)
            return self._text.tokens[phrase.head].is_capital and not self._is_town(phrase)
        return word in self._words.topic or self._topic is not None

    def _is_counted(self, at: int) -> bool:
        """Whether a number opens a phrase: «из [пяти] государств» tells who, not what an agreement is about."""
        numeral = any(reading.pos is Pos.NUMERAL for reading in self._text.readings(at)[:1])
        return numeral or self._text.tokens[at].kind is TokenKind.NUMBER

    def _is_town(self, phrase: Phrase) -> bool:
        """Whether a phrase names a place that is no state: there agreements are signed."""
        if found := self._text.term_at(phrase.first, StateTerm):
            return found[1].word is StateWord.CAPITAL
        readings = self._text.readings(phrase.head)
        placed = any(reading.name is NameKind.PLACE for reading in readings) or not any(r.known for r in readings)
        return self._text.tokens[phrase.head].is_capital and placed

    def _genitive(self) -> bool:
        """Take in a noun that depends on the last one."""
        allowed = {Case.GENITIVE}
        if self._last > self._start and self._topic is not None:
            allowed |= {Case.DATIVE, Case.INSTRUMENTAL}
        capital = self._unlisted_capital()
        if capital is Case.NOMINATIVE:
            return False
        if capital is not None or self._is_place_name():
            self._take(self._at + 1)
            return True
        if self._last == self._start and named_for_two(self._text, self._at):
            self._take(self._at + 3)
            return True
        phrase = self._reader.phrase(self._at, self._limit, frozenset(allowed))
        if phrase is None:
            phrase = self._apposed()
        if phrase is None or self._is_subject(phrase):
            return False
        self._accept(phrase)
        return True

    def _is_place_name(self) -> bool:
        """Whether a name stands right behind the noun for what it names: «реки Арыс»."""
        behind = self._head + 1 == self._at > self._start and self._text.tokens[self._at].is_capital
        return behind and bool(self._reader.lemmas(self._head) & self._text.pack.grammar.place_nouns)

    def _unlisted_capital(self) -> Case | None:
        """The case of a capital that no dictionary declines: genitive in «Пакт Боготы»; None for other words."""
        found = self._text.term_at(self._at, StateTerm)
        if found is None or found[0] != self._at + 1 or found[1].word is not StateWord.CAPITAL:
            return None
        if any(reading.known for reading in self._text.readings(self._at)):
            return None
        stands = self._text.tokens[self._at].folded in map(fold, found[1].state.capitals)
        return Case.NOMINATIVE if stands else Case.GENITIVE

    def _apposed(self) -> Phrase | None:
        """A name in the case of the noun before it: «с президентом Токаевым»."""
        if not self._text.tokens[self._at].is_capital or self._last == self._start:
            return None
        return self._reader.phrase(self._at, self._limit, self._cases)

    def _coordinated(self) -> bool:
        """Take in «и ...», where it joins like with like."""
        following = self._at + 1
        if following >= self._limit or self._last == self._start or self._names_another(following):
            return False
        if self._text.tokens[following].folded == self._preposition:
            return self._prepositional(following)
        if self._text.tokens[following].text in OPENING and self._text.tokens[self._last - 1].kind is TokenKind.MARK:
            self._at = following
            return self._quotation()
        phrase = self._like(following)
        if phrase is None:
            return False
        self._accept(phrase)
        return True

    def _listed(self) -> bool:
        """Take in a comma, where a list goes on behind it and ends with «и» or with the sentence."""
        following = self._at + 1
        if following >= self._limit or self._last == self._start or self._names_another(following):
            return False
        phrase = self._like(following)
        if phrase is None or not self._list_ends(phrase):
            return False
        self._accept(phrase)
        return True

    def _like(self, first: int) -> Phrase | None:
        """The phrase that starts here, if it can be joined to one before it and is no subject of its own."""
        allowed = (self._cases | self._governed) & _OBLIQUE
        phrase = self._reader.phrase(first, self._limit, allowed)
        if phrase is not None and self._preposition in self._text.pack.grammar.between:
            return phrase  # what stands between has another side
        return None if phrase is None or self._is_subject(phrase) else phrase

    def _list_ends(self, phrase: Phrase) -> bool:
        """Whether after this item, and the genitives that depend on it, the list goes on or the sentence ends."""
        at = phrase.last
        while at < self._limit and (more := self._reader.phrase(at, self._limit, frozenset((Case.GENITIVE,)))):
            at = more.last
        if at >= self._limit:
            return True
        token = self._text.tokens[at]
        return (
            token.folded in self._text.pack.grammar.coordinators
            or token.text in ",.;!?"
            or token.kind is TokenKind.MARK
        )

    def _is_subject(self, phrase: Phrase) -> bool:
        """Whether a phrase is rather the subject of the verb behind it."""
        readings = self._text.readings(phrase.head)
        cases = _cases(readings, NOMINAL)
        likely = Case.NOMINATIVE in _cases(readings[:1], NOMINAL) or cases >= _FIXED
        if phrase.last >= self._limit or Case.NOMINATIVE not in cases:
            return False
        if not likely and not self._text.term_at(phrase.first, BothParties):
            return False
        verb = phrase.last + (self._text.tokens[phrase.last].folded in self._text.pack.grammar.negations)
        behind = self._text.readings(min(verb, len(self._text.tokens) - 1))
        return is_finite(behind) and any(verb_allows(behind[0], each) for each in noun_forms(readings))

    def _names_another(self, first: int) -> bool:
        """Whether another agreement is named next."""
        for at in range(first, min(first + _MOST_MODIFIERS, self._limit)):
            if any(isinstance(match.entry, AgreementNoun | KnownAgreement) for match in self._text.terms_at(at)):
                return True
            readings = self._text.readings(at)
            if not readings or readings[0].pos not in _ADJECTIVAL:
                return False
        return False

    def _accept(self, phrase: Phrase) -> None:
        self._cases, self._head = phrase.cases, phrase.head
        self._take(phrase.last)

    def _take(self, last: int) -> None:
        self._at = self._last = last
