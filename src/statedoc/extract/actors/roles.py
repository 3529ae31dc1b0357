"""Titles with what belongs to them: «министр иностранных дел Узбекистана», «турецкий премьер», «скульптор»."""

from collections.abc import Iterator, Mapping

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.complements import Complement, complement
from statedoc.extract.actors.kinds import kind_of
from statedoc.extract.grammar import Form, agree, modifiers_before, noun_forms
from statedoc.extract.layout import Layout
from statedoc.languages.cues import CueVerb
from statedoc.languages.morphology import Case, NameKind, Number, Pos
from statedoc.languages.numbers import Cardinal, Magnitude
from statedoc.languages.roles import Office, Roles
from statedoc.model import MentionForm
from statedoc.text import ParsedText, TokenKind

_LONGEST_COMPOUND = 60  # code points
_DOMAIN = 3  # words of a complement in which another title's can stand
_LONGEST_TITLE = 4  # words after a title's first


def role_phrases(
    text: ParsedText, shape: Layout, states: Mapping[int, Candidate], organizations: Mapping[int, Candidate]
) -> Iterator[RolePhrase]:
    """Yield every title of the lexicon with its modifiers and complement, in reading order."""
    until = 0
    for first, last, office in text.terms_of(Office):
        if first < until or not _is_nominal(text, first) or (office.several and not is_plural(text, first)):
            continue
        last, office = _interposed(text, states, first) or (last, office)
        phrase = role_phrase(text, shape, states, organizations, first, last, office)
        until = phrase.last
        yield phrase
    fused = text.pack.lexicon(Roles).fused
    for at, token in enumerate(text.tokens):
        if (
            token.is_word
            and ("-" in token.text or token.folded.startswith(fused))
            and len(token.text) <= _LONGEST_COMPOUND
            and not text.term_at(at, Office)
        ):
            compounded = _compounded(text, at) if "-" in token.text else _fused(text, at)
            if compounded is not None:
                yield role_phrase(text, shape, states, organizations, at, at + 1, compounded)


def _interposed(text: ParsedText, states: Mapping[int, Candidate], first: int) -> tuple[int, Office] | None:
    """The end and the office of a title with a state's adjective inside: «глава российского государства»."""
    state = states.get(first + 1)
    if state is None or state.form not in (MentionForm.ADJECTIVE, MentionForm.METONYM):
        return None
    inside = state.last if state.form is MentionForm.ADJECTIVE else state.first + 1  # "Turkish diplomacy" is a side
    rest = range(inside, min(inside + _LONGEST_TITLE, text.sentence_of(first).last))
    words = [text.tokens[at] for at in (first, *rest)]
    for found in text.pack.terms.find([each.folded for each in words], [each.text for each in words]):
        if found.first == 0 and found.last > 1 and isinstance(found.entry, Office):
            return inside + found.last - 1, found.entry
    return None


def _compounded(text: ParsedText, at: int) -> Office | None:
    """The office of a compound whose last part is a title: «вице-министр», «экс-президент»."""
    title = text.tokens[at].folded.rpartition("-")[2]
    found = [match.entry for match in text.pack.terms.find([title], [title]) if isinstance(match.entry, Office)]
    return found[0] if found else None


def _fused(text: ParsedText, at: int) -> Office | None:
    """The office of a deputy by a word that ends in the superior's title: «замгубернатора»."""
    word = text.tokens[at].folded
    title = next(word.removeprefix(part) for part in text.pack.lexicon(Roles).fused if word.startswith(part))
    superior = any(isinstance(match.entry, Office) for match in text.pack.terms.find([title], [title]))
    return next((each for each in text.pack.lexicon(Roles).office if each.deputy), None) if superior else None


def _is_nominal(text: ParsedText, at: int) -> bool:
    likeliest = next(iter(text.readings(at)), None)
    participle = any(each.pos is Pos.PARTICIPLE for each in text.readings(at))
    if participle and at > 1 and text.tokens[at - 1].text == ",":
        things = [each for each in text.readings(at - 2) if each.pos is Pos.NOUN and not each.animate]
        if agree(text.readings(at), noun_forms(things)):
            return False  # it tells of a thing: "the road leading to the port"
    nominal = (Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE)
    adverb = likeliest is not None and likeliest.pos is Pos.ADVERB and any(r.pos in nominal for r in text.readings(at))
    return likeliest is None or likeliest.pos in nominal or adverb  # one that is a noun, too


def role_phrase(
    text: ParsedText,
    shape: Layout,
    states: Mapping[int, Candidate],
    organizations: Mapping[int, Candidate],
    first: int,
    last: int,
    office: Office | None,
) -> RolePhrase:
    """The phrase around the title ``tokens[first:last]``."""
    head = next((at for at in range(first, last) if any(r.pos is Pos.NOUN for r in text.readings(at))), first)
    start = modifiers_before(text, head, text.sentence_of(head).first)
    apart = text.pack.grammar.demonstratives | text.pack.grammar.intensives
    while start < first and text.tokens[start].folded in apart:
        start += 1  # "this", "himself": no part of a title
    start = min(start, first)
    genitive = any(each.case is Case.GENITIVE for each in noun_forms(text.readings(head)))
    rest = complement(
        text,
        shape,
        states,
        last,
        prepositions=_prepositions(text, office),
        foreign=not genitive or is_plural(text, head),
        instrumental=office is not None and any(r.lemma in office.governing for r in text.readings(head)),
        owned=office is not None and office.unnamed,
    )
    modified = next((states[at].country for at in range(start, last) if at in states), None)
    country = modified or rest.country
    organization = next((organizations[at] for at in range(first, rest.last) if at in organizations), None)
    end = rest.last
    if organization is None and end in organizations and _directly(text, organizations[end], end):
        organization = organizations[end]
    if organization is not None:
        end = max(end, organization.last) if organization.first <= end else end
        country = country or organization.country
        if office is not None and _governs(text, office, end):
            end = complement(text, shape, states, end, prepositions=office.prepositions).last
    named = [at for at in range(last, rest.last) if at in states or at in organizations]
    until = min([rest.last, *named])
    while until > last and text.tokens[until - 1].folded in text.pack.grammar.prepositions:
        until -= 1
    domain = text.span(last, until).of(text.text).split() if until > last else []
    ranked = first - 1 if first > start and _is_rank(text, first - 1) else first  # "first (deputy minister)"
    own = [word for at, word in enumerate(text.words(ranked, last), ranked) if not _is_inside(states, at, first)]
    title = " ".join((*text.pack.morphology.nominative(own), *domain))
    if not title[1:2].isupper():
        title = title[:1].lower() + title[1:]
    person = next((each.lemma for each in text.readings(head) if each.pos is Pos.NOUN and each.animate), None)
    if office is not None and last == ranked + 1 and person in office.titles:
        title = " ".join((person, *domain))
    acting = _acting(text, start)
    if acting is not None:
        title = " ".join((text.pack.lexicon(Roles).acting_title, *text.words(ranked, last), *domain))
        start = acting
    return RolePhrase(
        first=start,
        last=end,
        head=head,
        title=title,
        lemma=person or next((r.lemma for r in text.readings(head) if r.pos is Pos.NOUN), text.tokens[head].folded),
        office=_office(text, office, organization, rest),
        country=country,
        adjectival=modified is not None,
        acting=acting,
        organization=organization,
        tail=" ".join(rest.words),
    )


def _acting(text: ParsedText, first: int) -> int | None:
    """The participle of "acting" that stands before a title: «[исполняющий] обязанности министра»."""
    lexicon = text.pack.lexicon(Roles)
    if first < 2 or text.tokens[first - 1].folded not in lexicon.duties:
        return None
    acts = any(reading.lemma in lexicon.acting for reading in text.readings(first - 2)[:1])
    return first - 2 if acts else None


def _is_rank(text: ParsedText, at: int) -> bool:
    """Whether an adjective stands here that is part of the title behind it."""
    ranks = text.pack.lexicon(Roles).ranks
    return any(reading.lemma in ranks for reading in text.readings(at))


def _is_inside(states: Mapping[int, Candidate], at: int, first: int) -> bool:
    """Whether a word belongs to a state that is named inside a title."""
    found = (states[begin] for begin in range(first + 1, at + 1) if begin in states)
    return any(at < (each.first + 1 if each.form is MentionForm.METONYM else each.last) for each in found)


def _office(text: ParsedText, office: Office | None, organization: Candidate | None, rest: Complement) -> Office | None:
    """The office that a title names, which for a head is told by what they head: «глава Минфина», «глава Грузии»."""
    if office is None or not office.head:
        return _by_domain(text, office, rest)
    listed = text.pack.lexicon(Roles).office
    if organization is not None:
        kind = kind_of(text, organization)
        return next((each for each in listed if kind in each.heads), office)
    if rest.country is not None and rest.only_state:
        return next((each for each in listed if each.heads_state), office)
    return office


def _by_domain(text: ParsedText, office: Office | None, rest: Complement) -> Office | None:
    """The office of a longer title whose last words stand in a complement: «министр торговли и [иностранных дел]»."""
    if office is None or len(rest.words) < _DOMAIN:
        return office
    told = " ".join(rest.words)
    for each in text.pack.lexicon(Roles).office:
        for title in each.titles:
            head, _, domain = title.partition(" ")
            if domain.count(" ") and head in office.titles and f" {domain}" in told:
                return each
    return office


def _governs(text: ParsedText, office: Office, at: int) -> bool:
    """Whether a preposition that joins a title's place follows: «источник агентства "Волна" [в] правительстве»."""
    return at < len(text.tokens) and text.tokens[at].folded in office.prepositions


def _directly(text: ParsedText, organization: Candidate, at: int) -> bool:
    """Whether a name without case (in marks, or foreign) that follows a title is its complement."""
    if organization.first != at or any(reading.name is NameKind.FIRST for reading in text.readings(at)):
        return False
    return any(each.case is Case.GENITIVE for each in organization.forms)


def person_noun(text: ParsedText, at: int) -> bool:
    """Whether a word is a common noun for a person: «скульптор», «рабочие»."""
    token = text.tokens[at]
    first = text.sentence_of(at).first
    if not token.is_word or (token.is_capital and at != first and _goes_on(text, at - 1)):
        return False
    readings = text.readings(at)
    counted = at > 0 and _is_number(text, at - 1)
    if counted or not readings or readings[0].pos is not Pos.NOUN:
        return False
    likely = [readings[0]]
    if _speak(text, at + 1):
        likely += [each for each in readings if each.number is Number.PLURAL and each.case is Case.NOMINATIVE]
    return any(each.known and each.pos is Pos.NOUN and each.animate and each.name is None for each in likely)


def _speak(text: ParsedText, at: int) -> bool:
    """Whether a verb of speech stands here in the plural, so that its subject is persons: «критики называют»."""
    if at >= len(text.tokens) or text.term_at(at, CueVerb) is None:
        return False
    return any(each.pos is Pos.VERB and each.number is Number.PLURAL for each in text.readings(at)[:1])


def _goes_on(text: ParsedText, at: int) -> bool:
    """Whether a word, or the stop of an initial, stands before a name."""
    before = text.tokens[at]
    return before.is_word or (before.text == "." and at > 0 and len(text.tokens[at - 1].text) == 1)


def _is_number(text: ParsedText, at: int) -> bool:
    """Whether a token is a number, in digits or in words: «тысяч [человек]»."""
    words = (text.term_at(at, Cardinal), text.term_at(at, Magnitude))
    return text.tokens[at].kind is TokenKind.NUMBER or any(words)


def _prepositions(text: ParsedText, office: Office | None) -> frozenset[str]:
    """What can join a complement to a title; nothing to an office that has one holder a state."""
    if office is None:
        return text.pack.grammar.complement_prepositions
    return frozenset() if office.of_state else text.pack.grammar.complement_prepositions | office.prepositions


def role_forms(text: ParsedText, phrase: RolePhrase) -> frozenset[Form]:
    """The forms in which a title stands: those of a person, in which its adjective agrees."""
    readings = [each for each in text.readings(phrase.head) if each.pos is Pos.NOUN]
    if phrase.acting is not None:
        adjectival = (each for each in text.readings(phrase.acting) if each.pos in (Pos.ADJECTIVE, Pos.PARTICIPLE))
        return frozenset(Form(each.case, each.number, each.gender) for each in adjectival)
    if not readings:  # a participle that is a title
        adjectival = (each for each in text.readings(phrase.head) if each.pos in (Pos.ADJECTIVE, Pos.PARTICIPLE))
        return frozenset(Form(each.case, each.number, each.gender) for each in adjectival)
    animate = [each for each in readings if each.animate]
    forms = noun_forms(animate or [each for each in readings if each.case is not Case.ACCUSATIVE])
    before = phrase.head - 1
    if before >= phrase.first:
        agreeing = frozenset(form for form in forms if agree(text.readings(before), (form,)))
        return agreeing or forms
    return forms


def is_plural(text: ParsedText, head: int) -> bool:
    """Whether a noun is likeliest plural."""
    forms = [reading for reading in text.readings(head) if reading.pos is Pos.NOUN]
    if text.sentence_of(head).first == head or _speak(text, head + 1):
        forms = [reading for reading in forms if reading.case is Case.NOMINATIVE] or forms
    return bool(forms) and all(reading.number is Number.PLURAL for reading in forms[:2])
