"""Attribution: each cue of a text with the source it speaks for, whatever the words may be."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import final

import attrs

from statedoc.extract.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.grammar import Agreement, verb_allows
from statedoc.extract.layout import Layout
from statedoc.languages.cues import CueNoun, CueVerb, SourcePhrase, Takes
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, Gender, Number, Pos, Reading
from statedoc.languages.organizations import OrganizationKind, OrganizationNoun
from statedoc.model import ActorKind, CueClass, MentionForm
from statedoc.text import ParsedText, Sentence, TokenKind


class CueForm(Enum):
    """How a cue governs its source."""

    VERB = "verb"  #: a finite verb or short adjective, with a subject
    GERUND = "gerund"  #: shares the subject of the finite verb
    PARTICIPLE = "participle"  #: follows the noun it describes
    IMPERSONAL = "impersonal"  #: has no subject: the source stands in an adverbial
    PHRASE = "phrase"  #: governs the source as its complement


@final
@attrs.frozen(kw_only=True, eq=False)
class Attribution:
    """A cue and its source."""

    first: int  #: the cue's first token
    last: int  #: the token after its last
    form: CueForm
    lemma: str
    class_: CueClass
    takes: frozenset[Takes]
    relay: bool = False
    sources: tuple[Candidate, ...] = ()  #: more than one where they are joined
    speakers: tuple[str, ...] = ()  #: actor ids of the sources
    via: tuple[str, ...] = ()  #: actor ids of those who passed it on
    end: int = 0  #: the token after the last of cue and source together

    @property
    def start(self) -> int:
        """The first token of cue and source together."""
        return min([self.first, *(each.first for each in self.sources)])


def attributions(text: ParsedText, shape: Layout, cast: Cast) -> tuple[Attribution, ...]:
    """Every cue outside quotations, in reading order, with its source where there is one."""
    finder = _Finder(text, shape, cast)
    found = [each for index in range(len(text.sentences)) for each in finder.of_sentence(index)]
    return tuple(_continued(text, found))


def _referred(text: ParsedText, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; after "with reference to X" the verb that follows relays what X told."""
    reference: Attribution | None = None
    for each in found:
        if reference is not None and text.sentence_index(reference.first) == text.sentence_index(each.first):
            if each.form is CueForm.VERB and each.speakers != reference.speakers:
                each = attrs.evolve(each, speakers=reference.speakers, via=each.speakers, sources=reference.sources)
        reference = each if each.form is CueForm.PHRASE and each.relay else reference
        yield each


def _continued(text: ParsedText, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Yield attributions; what "it says" without telling where is said by who spoke shortly before."""
    speakers: tuple[str, ...] = ()
    sentence = -_SHORTLY
    for each in _referred(text, found):
        here = text.sentence_index(each.first)
        if each.speakers:
            speakers, sentence = each.speakers, here
        elif each.form is CueForm.IMPERSONAL and here - sentence < _SHORTLY:
            each = attrs.evolve(each, speakers=speakers)
        yield each


_WINDOW = 80  # how far from a cue its source is looked for, in tokens
_SHORTLY = 4  # sentences
_ASIDE = 4  # words of a parenthesis that does not part a subject from its verb
_RELAYED = 25  # how far behind a relay's verb those stand whose words it passes on
_CLAUSE = 12  # how long a relative clause may be before its cue
_CERTAIN = 1.5  # for a form that can only be a nominative
_COMMA, _VERB, _DISTANCE = 1.6, 5.0, 0.22


@final
class _Finder:
    """Looks for the sources of a text's cues, a sentence at a time."""

    def __init__(self, text: ParsedText, shape: Layout, cast: Cast) -> None:
        self.text = text
        self.shape = shape
        self.cast = cast
        self._actors = {id(candidate): actor for candidate, actor in cast.candidates}
        self._by_sentence: dict[int, list[Candidate]] = {}
        for candidate, _ in cast.candidates:
            self._by_sentence.setdefault(text.sentence_index(candidate.first), []).append(candidate)
        self._last: Attribution | None = None
        self._dashes: dict[int, list[int]] = {}
        for index, quotation in enumerate(text.quotations):
            if quotation.parent is None:
                for dash in _dashes_after(text, shape, index):
                    self._dashes.setdefault(text.sentence_index(dash), []).append(dash)
        self._cues: dict[int, list[tuple[int, int, CueVerb | SourcePhrase]]] = {}
        for first, last, entry in text.terms:
            if isinstance(entry, CueVerb | SourcePhrase) and shape.own(first):
                self._cues.setdefault(text.sentence_index(first), []).append((first, last, entry))

    def of_sentence(self, index: int) -> Iterator[Attribution]:
        """Yield the attributions of one sentence."""
        sentence = self.text.sentences[index]
        candidates = _outermost(self._by_sentence.get(index, ()))
        firsts = [each.first for each in candidates]
        found = []
        until = 0
        for first, last, entry in self._cues.get(index, ()):
            if first < until:
                continue
            near = candidates[bisect_left(firsts, first - _WINDOW) : bisect_left(firsts, last + _WINDOW)]
            attribution = self._attribution(sentence, near, first, last, entry)
            if attribution is not None:
                found.append(attribution)
                self._last = attribution
                until = last
        found += self._possessive_phrases(sentence, candidates)
        found += self._unlisted(sentence, candidates)
        found.sort(key=lambda each: each.first)
        yield from found

    def _attribution(
        self, sentence: Sentence, candidates: Sequence[Candidate], first: int, last: int, entry: CueVerb | SourcePhrase
    ) -> Attribution | None:
        if isinstance(entry, SourcePhrase):
            return self._phrase(sentence, candidates, first, last, entry)
        reading = _cue_reading(self.text, first, entry)
        if reading is None:
            return None
        form = _form(reading, entry)
        end = last
        if form is CueForm.IMPERSONAL:
            sources = self._adverbial(sentence, candidates, first, last)
            end = self._adverbial_end(last)
        elif form is CueForm.PARTICIPLE:
            sources = self._described(candidates, first) or self._opening(candidates, sentence, first)
        else:
            sources = self._subject(sentence, candidates, first, last, reading, form)
            if reading.number is Number.PLURAL and reading.person not in (1, 2):
                place = self._place(candidates, first, last)
                sources = sources or place or self._there(sentence)
        made = self._made(entry.lemma, entry.class_, entry.takes, entry.relay, form, first, last, candidates, sources)
        return attrs.evolve(made, end=max(made.end, end))

    def _made(
        self,
        lemma: str,
        class_: CueClass,
        takes: frozenset[Takes],
        relay: bool,
        form: CueForm,
        first: int,
        last: int,
        candidates: Sequence[Candidate],
        sources: tuple[Candidate, ...],
    ) -> Attribution:
        speakers, via = self._speakers(sources), ()
        if relay or any(self._is_medium(each) for each in sources):
            relayed = self._relayed(first, candidates, sources, Takes.WHOM in takes)
            if relayed:
                sources, via, speakers = relayed, speakers, self._speakers(relayed)
        return Attribution(
            first=first,
            last=last,
            form=form,
            lemma=lemma,
            class_=class_,
            takes=takes,
            relay=relay,
            sources=sources,
            speakers=speakers,
            via=via,
            end=max([last, *(each.last for each in sources)]),
        )

    def _speakers(self, sources: Sequence[Candidate]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._actors[id(each)] for each in sources))

    # -- subjects --------------------------------------------------------------------------

    def _subject(
        self,
        sentence: Sentence,
        candidates: Sequence[Candidate],
        first: int,
        last: int,
        verb: Reading,
        form: CueForm,
    ) -> tuple[Candidate, ...]:
        """The likeliest subject of a verb in its sentence, with those joined to it."""
        antecedent = self._antecedent(candidates, sentence, first)
        if antecedent is not None:
            return (antecedent,)
        shared = self._shared(sentence, first, verb)
        if shared:
            return shared
        best: tuple[float, Candidate] | None = None
        for gap, candidate in sorted(((_gap(each, first, last), each) for each in candidates), key=_by_gap):
            if best is not None and best[0] > _CERTAIN - gap * _DISTANCE / 4:
                break  # none farther away can be better
            if not self._can_be_subject(candidate, verb):
                continue
            score = self._nearness(candidate, first, last, form)
            if score is not None and (best is None or score > best[0]):
                best = (score, candidate)
        return self._joined(candidates, best[1], verb) if best else ()

    def _shared(self, sentence: Sentence, first: int, verb: Reading) -> tuple[Candidate, ...]:
        """The subject of the cue before, where a coordinator joins this one to it: «напомнил, что ..., и назвал»."""
        before = self._last
        if before is None or first == 0 or before.first < sentence.first or before.form is not CueForm.VERB:
            return ()
        if self.text.tokens[first - 1].folded not in self.text.pack.grammar.coordinators or before.last >= first - 1:
            return ()
        allowed = any(verb_allows(verb, form) for each in before.sources for form in self._forms(each))
        return before.sources if allowed else ()

    def _can_be_subject(self, candidate: Candidate, verb: Reading) -> bool:
        if candidate.possessive or candidate.form is MentionForm.ADJECTIVE or not self.shape.own(candidate.first):
            if candidate.kind is not ActorKind.ORGANIZATION or not self._named_by_marks(candidate):
                return False
        if verb.person in (1, 2):
            return False
        before = candidate.first - 1
        forms = self._forms(candidate)
        if before >= 0 and self._is_preposition(before) and any(each.case is not Case.NOMINATIVE for each in forms):
            return False
        return any(verb_allows(verb, each) for each in forms)

    def _named_by_marks(self, candidate: Candidate) -> bool:
        """Whether a name in quotation marks stands in the reporter's sentence, outside other quotations."""
        quotation = self.shape.opened_at.get(candidate.first)
        return quotation is not None and self.text.quotations[quotation].parent is None

    def _forms(self, candidate: Candidate) -> Sequence[Agreement]:
        """The forms of a candidate, with a person's gender where it is known, as a title may be of another."""
        if candidate.role is not None and candidate.kind is not ActorKind.GROUP and candidate.name is None:
            return [each._replace(gender=None) for each in candidate.agreements]
        if candidate.name is not None and candidate.role is None:
            known = fold(self.cast.by_id[self._actors[id(candidate)]].name).split()
            fitting = [each for each in candidate.name.readings if fold(each.bases[-1]) in known]
            return [Agreement(each.case, Number.SINGULAR, each.gender) for each in fitting] or list(
                candidate.agreements
            )
        return list(candidate.agreements)

    def _nearness(self, candidate: Candidate, first: int, last: int, form: CueForm) -> float | None:
        """How near a candidate stands to a cue, by words, commas and verbs between; None inside the words reported."""
        after = candidate.first >= last
        between = range(last, candidate.first) if after else range(candidate.last, first)
        if after and self._crosses(between):
            return None
        score = 0.0
        shared = form is CueForm.GERUND and not after  # the verb between is the one whose subject the gerund shares
        aside = self._asides(between)
        for at in between:
            token = self.text.tokens[at]
            if not self.shape.own(at) or at in aside:
                score -= _DISTANCE / 4
                continue
            score -= _DISTANCE
            if token.text in ",;:" or token.kind is TokenKind.DASH:
                score -= _COMMA / 2 if shared else _COMMA
            elif not shared and self._is_finite(at):
                score -= _VERB
        if all(each.case is Case.NOMINATIVE for each in candidate.agreements):
            score += _CERTAIN
        if candidate.kind is ActorKind.STATE:
            score -= 0.8
        elif candidate.kind is ActorKind.ORGANIZATION and candidate.weak:
            score -= 1.0
        if self._has_own_verb(candidate, first):
            score -= 3.0
        if form is CueForm.GERUND and after:
            score -= 1.0 if self._comma_between(last, candidate.first) else 6.0  # without a comma it is the object
        return score

    def _has_own_verb(self, candidate: Candidate, cue: int) -> bool:
        """Whether another finite verb follows a candidate directly, of which it is the subject."""
        at = candidate.last
        return (
            cue < candidate.first
            and at < len(self.text.tokens)
            and self.text.tokens[at].is_word
            and self._is_finite(at)
        )

    def _asides(self, between: range) -> frozenset[int]:
        """The tokens of short parentheses between commas: «, однако,», «, в свою очередь,»."""
        commas = [at for at in between if self.text.tokens[at].text == ","]
        found: set[int] = set()
        for opening, closing in pairwise(commas):
            inside = range(opening + 1, closing)
            if opening not in found and len(inside) <= _ASIDE and not any(self._is_finite(at) for at in inside):
                found.update(range(opening, closing + 1))
        return frozenset(found)

    def _comma_between(self, first: int, last: int) -> bool:
        return any(self.text.tokens[at].text == "," for at in range(first, last))

    def _crosses(self, between: range) -> bool:
        """Whether a conjunction of reported speech stands between, so that what follows is inside the words."""
        crossing = self.text.pack.grammar.complementizers
        return any(self.text.tokens[at].folded in crossing or self.text.tokens[at].text in ":;" for at in between)

    def _is_finite(self, at: int) -> bool:
        reading = next(iter(self.text.readings(at)), None)
        return reading is not None and reading.pos is Pos.VERB

    def _is_preposition(self, at: int) -> bool:
        return self.text.tokens[at].folded in self.text.pack.grammar.prepositions

    def _joined(self, candidates: Sequence[Candidate], subject: Candidate, verb: Reading) -> tuple[Candidate, ...]:
        """A subject with those that a coordinator joins to it."""
        if verb.number is Number.SINGULAR:
            return (subject,)
        found = [subject]
        coordinators = self.text.pack.grammar.coordinators
        by_first = {each.first: each for each in candidates}
        by_last = {each.last: each for each in candidates}
        while (following := by_first.get(found[-1].last + 1)) and self._joins(found[-1].last, coordinators):
            found.append(following)
        while (before := by_last.get(found[0].first - 1)) and self._joins(found[0].first - 1, coordinators):
            found.insert(0, before)
        return tuple(found)

    def _joins(self, at: int, coordinators: frozenset[str]) -> bool:
        return at < len(self.text.tokens) and self.text.tokens[at].folded in coordinators

    # -- other sources ---------------------------------------------------------------------

    def _antecedent(self, candidates: Sequence[Candidate], sentence: Sentence, first: int) -> Candidate | None:
        """What a relative pronoun right before a cue refers to: «X, который заявил»."""
        for at in range(max(sentence.first, first - 2), first):
            if self.text.tokens[at].folded in self.text.pack.grammar.relatives and self._has_case(at, Case.NOMINATIVE):
                return self._before_comma(candidates, at)
        return None

    def _has_case(self, at: int, case: Case) -> bool:
        return any(reading.case is case for reading in self.text.readings(at))

    def _before_comma(self, candidates: Sequence[Candidate], at: int) -> Candidate | None:
        least = max(0, at - _CLAUSE)
        while at > least and self.text.tokens[at - 1].is_word:
            at -= 1
        return next((each for each in candidates if each.last == at - 1), None)

    def _described(self, candidates: Sequence[Candidate], first: int) -> tuple[Candidate, ...]:
        """The noun that a participle describes: «министр, заявивший»."""
        found = self._before_comma(candidates, first)
        return (found,) if found else ()

    def _opening(self, candidates: Sequence[Candidate], sentence: Sentence, first: int) -> tuple[Candidate, ...]:
        """The subject that a sentence opens with, before a participle whose noun is no actor."""
        for each in candidates:
            if (
                sentence.first <= each.first < first
                and each.form is not MentionForm.ADJECTIVE
                and self.shape.own(each.first)
            ):
                if all(form.case is Case.NOMINATIVE for form in self._forms(each)):
                    return (each,)
        return ()

    def _place(self, candidates: Sequence[Candidate], first: int, last: int) -> tuple[Candidate, ...]:
        """The organization or capital in which a subjectless plural is said: «сообщили в МИД», «в Париже уточнили»."""
        for each in candidates:
            if each.kind is not ActorKind.ORGANIZATION and each.form is not MentionForm.METONYM:
                continue
            if each.first == last + 1 and self._is_preposition(last):
                return (each,)
            if 0 <= first - each.last <= 3 and each.first > 0 and self._is_preposition(each.first - 1):
                if any(form.case in (Case.LOCATIVE, None) for form in each.agreements):
                    return (each,)
        return ()

    def _there(self, sentence: Sentence) -> tuple[Candidate, ...]:
        """The organization last named before a sentence whose plural verb has no subject: «Там сообщили»."""
        index = self.text.sentence_index(sentence.first)
        earlier = self._by_sentence.get(index - 1, []) if index else []
        return tuple(
            [each for each in earlier if each.kind is ActorKind.ORGANIZATION and self.shape.own(each.first)][-1:]
        )

    def _adverbial_end(self, last: int) -> int:
        """The token after «в документе», where that follows an impersonal cue."""
        if last + 1 < len(self.text.tokens) and self._is_preposition(last) and self.text.tokens[last + 1].is_word:
            return last + 2
        return last

    def _adverbial(
        self, sentence: Sentence, candidates: Sequence[Candidate], first: int, last: int
    ) -> tuple[Candidate, ...]:
        """Whose statement it is in which something is said: «в заявлении МИД говорится»."""
        around = range(max(sentence.first, first - _WINDOW), min(sentence.last, last + _WINDOW))
        nouns = [at for at in around if self.text.term_at(at, CueNoun) and self.shape.own(at)]
        for noun in sorted(nouns, key=lambda at: abs(at - first)):
            for each in candidates:
                if each.first == noun + 1 and any(form.case in (Case.GENITIVE, None) for form in each.agreements):
                    return (each,)
        return self._place(candidates, first, last)

    def _phrase(
        self, sentence: Sentence, candidates: Sequence[Candidate], first: int, last: int, entry: SourcePhrase
    ) -> Attribution | None:
        """What governs its source: «по словам X»."""
        takes = frozenset((Takes.QUOTE, Takes.CLAUSE))
        sources: tuple[Candidate, ...] = ()
        if last < len(self.text.tokens) and self.text.tokens[last].folded in self.text.pack.grammar.relatives:
            antecedent = self._before_comma(candidates, first)
            sources = (antecedent,) if antecedent else ()
        else:
            for each in candidates:
                if last <= each.first <= last + 1 and self._stands_in(each, entry.case):
                    sources = (each,)
                    break
        if not sources:
            return None
        made = self._made(entry.lemma, entry.class_, takes, False, CueForm.PHRASE, first, last, candidates, sources)
        return attrs.evolve(made, relay=entry.relay)

    def _stands_in(self, candidate: Candidate, case: Case) -> bool:
        return any(each.case in (case, None) for each in candidate.agreements)

    def _possessive_phrases(self, sentence: Sentence, candidates: Sequence[Candidate]) -> Iterator[Attribution]:
        """Yield «по его словам»: a source phrase with a possessive inside."""
        for each in candidates:
            if not each.possessive or each.first == sentence.first or each.last >= sentence.last:
                continue
            words = " ".join((self.text.tokens[each.first - 1].folded, self.text.tokens[each.last].folded))
            phrase = self.text.pack.source_phrase(words)
            if phrase is not None:
                takes = frozenset((Takes.QUOTE, Takes.CLAUSE))
                yield self._made(
                    phrase.lemma,
                    phrase.class_,
                    takes,
                    False,
                    CueForm.PHRASE,
                    each.first - 1,
                    each.last + 1,
                    candidates,
                    (each,),
                )

    def _unlisted(self, sentence: Sentence, candidates: Sequence[Candidate]) -> Iterator[Attribution]:
        """Yield verbs that no lexicon lists, but that stand where only a verb of speech can: «...», — иронизирует X."""
        tokens = self.text.tokens
        firsts = [each.first for each in candidates]
        for dash in self._dashes.get(self.text.sentence_index(sentence.first), ()):
            at = dash + 1
            if (
                at >= sentence.last
                or self.text.term_at(at, CueVerb)
                or not tokens[at].is_word
                or not self.shape.own(at)
            ):
                continue
            verb = next(iter(self.text.readings(at)), None)
            if verb is None or verb.pos is not Pos.VERB or verb.person in (1, 2):
                continue
            near = candidates[bisect_left(firsts, at + 1) : bisect_left(firsts, at + 4)]
            subjects = [each for each in near if self._can_be_subject(each, verb)]
            if subjects:
                takes = frozenset((Takes.QUOTE,))
                yield self._made(
                    verb.lemma, CueClass.NEUTRAL, takes, False, CueForm.VERB, at, at + 1, near, tuple(subjects[:1])
                )

    # -- relays ----------------------------------------------------------------------------

    def _is_medium(self, candidate: Candidate) -> bool:
        found = self.text.term_at(candidate.head, OrganizationNoun)
        return found is not None and found[1].kind in (OrganizationKind.MEDIUM, OrganizationKind.PRESS_SERVICE)

    def _relayed(
        self, first: int, candidates: Sequence[Candidate], sources: Sequence[Candidate], whom: bool
    ) -> tuple[Candidate, ...]:
        """Whose words a relay passes on: «агентство цитирует слова министра»."""
        sentence = self.text.sentence_of(first)
        for candidate in sorted(candidates, key=lambda each: each.name is None):
            noun = candidate.first - 1
            if not first < candidate.first <= first + _RELAYED or noun < sentence.first or candidate in sources:
                continue
            if self._crosses(range(first, candidate.first)):
                continue
            cases = {each.case for each in candidate.agreements}
            if self.text.term_at(noun, CueNoun) and cases & {Case.GENITIVE, None}:
                return (candidate,)
            person = candidate.kind is ActorKind.PERSON or candidate.role is not None
            if whom and person and Case.ACCUSATIVE in cases and Case.NOMINATIVE not in cases:
                return (candidate,)
        return ()


def _gap(candidate: Candidate, first: int, last: int) -> int:
    """How many tokens stand between a candidate and a cue."""
    return candidate.first - last if candidate.first >= last else first - candidate.last


def _by_gap(pair: tuple[int, Candidate]) -> int:
    return pair[0]


def _dashes_after(text: ParsedText, shape: Layout, index: int) -> Iterator[int]:
    """Yield the dash that follows a quotation, and those that open the reporter's words inside it."""
    at = shape.ranges[index][1] + 1
    while at < len(text.tokens) and text.tokens[at].text in (",", ".", "!", "?", "…"):
        at += 1
    if at < len(text.tokens) and text.tokens[at].kind is TokenKind.DASH:
        yield at
    for insert in shape.inserts[index]:
        yield insert.first - 1


def _outermost(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that stand inside no other: not the state in a minister's title."""
    found: list[Candidate] = []
    for each in candidates:
        if found and each.last <= found[-1].last and (each.first, each.last) != (found[-1].first, found[-1].last):
            if found[-1].form is not MentionForm.ADJECTIVE and not each.possessive:
                continue
        found.append(each)
    return found


def _cue_reading(text: ParsedText, at: int, entry: CueVerb) -> Reading | None:
    """The reading of a word as this cue; None where it is read as something else, or is no cue in this form."""
    for reading in text.readings(at):
        if reading.pos is Pos.INFINITIVE:
            return _governing(text, at)
        if reading.short:
            return reading if entry.predicative or (entry.impersonal and reading.gender is Gender.NEUTER) else None
        if reading.pos in (Pos.VERB, Pos.GERUND):
            return reading
        if reading.pos is Pos.PARTICIPLE and not reading.passive:
            return reading
        if reading.pos in (Pos.NOUN, Pos.ADVERB, Pos.PREPOSITION, Pos.CONJUNCTION):
            return None
    return None


def _governing(text: ParsedText, at: int) -> Reading | None:
    """The finite verb right before an infinitive: «любит повторять»."""
    before = next(iter(text.readings(at - 1)), None) if at else None
    return before if before is not None and before.pos is Pos.VERB else None


def _form(reading: Reading, entry: CueVerb) -> CueForm:
    if entry.impersonal:
        return CueForm.IMPERSONAL
    if reading.pos is Pos.GERUND:
        return CueForm.GERUND
    if reading.pos is Pos.PARTICIPLE and not reading.short:
        return CueForm.PARTICIPLE
    return CueForm.VERB
