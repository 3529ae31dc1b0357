"""Organizations: known ones, kinds with their complements, quoted and foreign names, abbreviations."""

import re
from collections.abc import Iterator, Mapping

import attrs

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.actors.complements import Complement, complement
from statedoc.extract.grammar import Form, agree, is_predicate, modifiers_before, noun_forms
from statedoc.extract.layout import Layout
from statedoc.languages.cues import CueNoun
from statedoc.languages.morphology import Case, Pos
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun
from statedoc.languages.units import Unit
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, TokenKind

_ANY = frozenset(Form(case, None, None) for case in Case)
_LOWER = frozenset((OrganizationKind.PRESS_SERVICE, OrganizationKind.MEDIUM, OrganizationKind.COMPANY))
_FOREIGN = re.compile(r"[A-Za-z][\w&.'’-]*")
_ROMAN = re.compile(r"[IVXLCDM]+")
_LONGEST_NAME = 8  # words of a quoted name


def organizations(text: ParsedText, shape: Layout, states: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Yield every mention of an organization, in reading order; `states` are states by first token."""
    at, starts = 0, text.term_starts
    while at < len(text.tokens):
        found = None
        if at in starts:
            found = _known(text, shape, states, at) or _of_kind(text, shape, states, at)
        if found is None and (text.tokens[at].is_capital or at in shape.opened_at):
            found = _quoted(text, shape, at) or _foreign(text, at) or _abbreviated(text, at, states)
        if found is None:
            at += 1
            continue
        yield found
        at = max(at + 1, found.last)


def _organization(text: ParsedText, first: int, last: int, head: int, label: str, **more: object) -> Candidate:
    forms = noun_forms(text.readings(head)) or _ANY
    if first < head:  # a modifier can tell in which case a noun stands that has several alike
        forms = frozenset(each for each in forms if agree(text.readings(head - 1), (each,))) or forms
    return Candidate(
        first=first,
        last=last,
        head=head,
        form=MentionForm.NAME,
        kind=ActorKind.ORGANIZATION,
        forms=forms,
        label=label,
        **more,  # type: ignore[arg-type]
    )


def _known(text: ParsedText, shape: Layout, states: Mapping[int, Candidate], at: int) -> Candidate | None:
    found = text.term_at(at, KnownOrganization)
    if not found:
        return None
    last, known = found
    named = _quoted(text, shape, last) if known.kind is OrganizationKind.MEDIUM else None
    last = named.last if named else last  # a name in marks behind a known one: 'RIA "Novosti"'
    if last in states and known.country == states[last].country is not None:
        last = states[last].last  # whose it is: "the Department of State of the United States"
    quoted = at > 0 and text.tokens[at - 1].kind is TokenKind.MARK
    aliases = () if known.fixed else known.aliases
    alias = next((each for each in aliases if _is_form(text, at, last, each)), "")
    nouns = (each for each in range(at, last) if any(reading.pos is Pos.NOUN for reading in text.readings(each)[:1]))
    head = next(nouns, at)
    candidate = _organization(text, at, last, head, known.name, key=known.name, country=known.country, weak=quoted)
    return attrs.evolve(candidate, alias=alias)


def _is_form(text: ParsedText, first: int, last: int, name: str) -> bool:
    """Whether words are a name in one of its forms."""
    words = text.words(first, last)
    return " ".join(words) == name or " ".join(text.pack.morphology.nominative(words)) == name


def _of_kind(text: ParsedText, shape: Layout, states: Mapping[int, Candidate], at: int) -> Candidate | None:
    """An organization called by its kind: «Министерство иностранных дел РФ», «газета "Труд"», «правительство»."""
    found = text.term_at(at, OrganizationNoun)
    if not found:
        return None
    end, noun = found
    nouns = (each for each in range(at, end) if any(reading.pos is Pos.NOUN for reading in text.readings(each)[:1]))
    first = min(
        at, modifiers_before(text, next(nouns, at), text.sentence_of(at).first)
    )  # "federal (migration service)"
    while first < at and text.term_at(first, CueNoun):
        first += 1  # a noun that looks like an adjective: "data of the customs"
    country = next((states[i].country for i in range(first, at) if i in states), None)
    name = _quoted(text, shape, end) or _foreign(text, end)
    if name is None and noun.kind is OrganizationKind.MEDIUM and end < len(text.tokens):
        name = _abbreviated(text, end, states)  # "the agency BelTA"
    if name is not None and not _is_told(text, name):
        return _organization(text, first, name.last, at, name.label, key=name.key, country=country)
    rest = complement(text, shape, states, end, prepositions=_prepositions(text, noun))
    country = country or rest.country
    label = " ".join(text.pack.morphology.nominative(text.words(first, end)) + text.words(end, rest.last))
    opens = text.tokens[first].start == text.sentence_of(first).start
    proper = text.tokens[at].is_capital and not (opens and at == first)
    if opens and noun.kind in _LOWER and not text.tokens[first].text[1:2].isupper():
        label = label[:1].lower() + label[1:]
    named = proper or country is not None or rest.capital
    return _organization(
        text,
        first,
        rest.last,
        at,
        label,
        key=_kind_key(text, states, at, rest, country),
        country=country,
        weak=not named,
    )


def _prepositions(text: ParsedText, noun: OrganizationNoun) -> frozenset[str]:
    return text.pack.grammar.complement_prepositions if noun.prepositions else frozenset()


def _kind_key(
    text: ParsedText, states: Mapping[int, Candidate], at: int, rest: Complement, country: str | None
) -> tuple[str, ...]:
    """What tells one organization of a kind from another: its noun, its country and the words of its complement."""
    lemma = next((reading.lemma for reading in text.readings(at)), text.tokens[at].folded)
    first = rest.last - len(rest.words)
    owned = {inside for here in range(first, rest.last) if here in states for inside in range(here, states[here].last)}
    words = [text.tokens[here].folded for here in range(first, rest.last) if here not in owned]
    return (lemma, *words, country) if country is not None else (lemma, *words)


def _quoted(text: ParsedText, shape: Layout, at: int) -> Candidate | None:
    """A name in quotation marks: «Газпром»."""
    index = shape.opened_at.get(at)
    if index is None:
        return None
    first, last = shape.ranges[index]
    words = text.words(first, last)
    if not 0 < len(words) <= _LONGEST_NAME or not words[0][0].isupper() or _is_broken(text, first, last):
        return None
    if any(is_predicate(text.readings(inside)) for inside in range(first, last)):
        return None
    label = text.quotations[index].content.of(text.text)
    found = _organization(text, at, min(last + 1, len(text.tokens)), first, label, key=label.lower(), weak=True)
    declined = not text.term_at(at - 1, OrganizationNoun) or _is_told(text, found) if at else False
    if declined and text.tokens[at - 1].is_word:
        label = _in_nominative(text, first, last, label)
        return attrs.evolve(found, label=label, key=label.lower())
    return found


def _is_told(text: ParsedText, name: Candidate) -> bool:
    """Whether a name in marks stands in the dative, and so is none of the noun before: «в МИД «Волне» рассказали»."""
    cases = {reading.case for reading in text.readings(name.head) if reading.known}
    marked = text.tokens[name.first].kind is TokenKind.MARK
    return marked and Case.DATIVE in cases and cases <= {Case.DATIVE, Case.LOCATIVE}


def _is_broken(text: ParsedText, first: int, last: int) -> bool:
    """Whether punctuation stands in a name in marks that no name has; the stop of «Волна.ру» is none."""
    return any(
        token.text in "!?;:" or (token.text == "." and (at + 1 == last or text.tokens[at + 1].start != token.end))
        for at, token in enumerate(text.tokens[first:last], first)
    )


def _in_nominative(text: ParsedText, first: int, last: int, label: str) -> str:
    words = text.words(first, last)
    return " ".join(text.pack.morphology.nominative(words)) if all(w[0].isalpha() for w in words) else label


def _foreign(text: ParsedText, at: int) -> Candidate | None:
    """A name in another alphabet: «Microsoft», «Business NZ»."""
    last = at
    while last < len(text.tokens) and last - at < _LONGEST_NAME and _is_foreign(text, last):
        last += 1
    if last == at or not text.tokens[at].is_capital:
        return None
    if _is_spelling(text, at):
        return None
    label = text.span(at, last).of(text.text)
    return _organization(text, at, last, at, label, key=label.lower(), weak=True)


def _is_spelling(text: ParsedText, at: int) -> bool:
    """Whether foreign words in brackets only spell the name that was just given: «банк Китая (Bank of China)»."""
    first = at
    while first > max(0, at - _LONGEST_NAME) and _is_foreign(text, first - 1):
        first -= 1
    return first > 0 and text.tokens[first - 1].text == "("


def _is_foreign(text: ParsedText, at: int) -> bool:
    token = text.tokens[at]
    return (
        token.is_word
        and bool(_FOREIGN.fullmatch(token.text))
        and not _ROMAN.fullmatch(token.text)
        and token.text[0].lower() not in text.pack.grammar.alphabet
    )


def _abbreviated(text: ParsedText, at: int, states: Mapping[int, Candidate]) -> Candidate | None:
    """An abbreviation in capitals that is no state's: «ДПНИ»."""
    token = text.tokens[at]
    mixed = token.text[1:] != token.text[1:].lower() and token.text[0].isupper()
    named = any(mark in token.text for mark in "-'’")
    if not token.is_word or len(token.text) < 3 or not mixed or at in states or named or text.term_at(at, Unit):
        return None
    return _organization(text, at, at + 1, at, token.text, key=token.folded, weak=True)
