"""Every mention of an actor in a text, as candidates in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.names import is_in_place, person_names, placed
from statedoc.extract.actors.namesakes import namesakes
from statedoc.extract.actors.organizations import organizations
from statedoc.extract.actors.owners import with_owners
from statedoc.extract.actors.readings import PersonName
from statedoc.extract.actors.roles import is_plural, person_noun, role_forms, role_phrase, role_phrases
from statedoc.extract.actors.seats import seated
from statedoc.extract.actors.states import states
from statedoc.extract.actors.titles import after_name, before_name, opens_title, shared_titles
from statedoc.extract.grammar import Form, is_finite
from statedoc.extract.layout import Layout
from statedoc.languages.cues import CueNoun, CueVerb, SourcePhrase
from statedoc.languages.grammar import Pronoun
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.numbers import Cardinal
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, TokenKind

_NEAR_CUE = 10  # how far from a cue an unlisted person is looked for, in tokens
_COUNTED = frozenset(Form(case, Number.PLURAL, None) for case in (Case.NOMINATIVE, Case.ACCUSATIVE))
_NEAR_NAME = 8


def mentions(text: ParsedText, shape: Layout) -> tuple[Candidate, ...]:
    """Every candidate of a text, in reading order, a longer one before those inside it."""
    found_states = list(states(text))
    by_state = {each.first: each for each in reversed(found_states)}
    found_organizations = list(organizations(text, shape, by_state))
    by_organization = {each.first: each for each in reversed(found_organizations)}
    taken = [False] * len(text.tokens)
    for each in (*found_states, *found_organizations):
        taken[each.first : each.last] = [True] * (each.last - each.first)
    for first, last in namesakes(text):
        taken[first:last] = [True] * (last - first)
    names = {each.first: each for each in _settled(tuple(person_names(text, shape, taken)))}
    roles = {each.first: each for each in role_phrases(text, shape, by_state, by_organization)}
    for phrase in _unlisted(text, shape, by_state, by_organization, names, roles, taken):
        roles.setdefault(phrase.first, phrase)
    roles, names = with_owners(text, _outermost(roles), names)
    persons = list(_persons(text, names, roles, by_state))
    quoted = {at for each in found_organizations for at in range(each.first, each.last) if not shape.own(at)}
    found_states = [each for each in found_states if each.first not in quoted]
    found = seated(text, [*found_states, *found_organizations, *persons, *_pronouns(text, shape)])
    return tuple(sorted(found, key=lambda each: (each.first, -each.last)))


def _outermost(roles: Mapping[int, RolePhrase]) -> dict[int, RolePhrase]:
    """The titles that stand in no other's complement: «полпред» of «полпред президента»."""
    found: dict[int, RolePhrase] = {}
    until = 0
    for first in sorted(roles):
        if roles[first].head >= until:
            found[first] = roles[first]
            until = roles[first].last
    return found


def _settled(names: tuple[PersonName, ...]) -> Iterator[PersonName]:
    """Yield names; a surname alone is read only as one that the article has with a first name, where there is one."""
    full = {reading.bases[-1] for name in names if len(name.parts) > 1 for reading in name.readings}
    for name in names:
        fitting = tuple(reading for reading in name.readings if reading.bases[-1] in full)
        yield name._replace(readings=fitting) if len(name.parts) == 1 and fitting else name


def _unlisted(
    text: ParsedText,
    shape: Layout,
    by_state: Mapping[int, Candidate],
    by_organization: Mapping[int, Candidate],
    names: Mapping[int, PersonName],
    roles: Mapping[int, RolePhrase],
    taken: Sequence[bool],
) -> Iterator[RolePhrase]:
    """Yield persons called by a noun that no lexicon lists, where a name follows or a cue stands near."""
    covered: set[int] = set()
    for phrase in roles.values():
        covered.update(range(phrase.first, phrase.last))
    for name in names.values():
        if not name.doubtful:
            covered.update(range(name.first, name.last))

    others: set[int] = set()  # words that are no noun for a person, of which several cues ask

    def phrase_at(at: int) -> RolePhrase | None:
        if at in covered or at in others or taken[at]:
            return None
        if not person_noun(text, at):
            others.add(at)
            return None
        return role_phrase(text, shape, by_state, by_organization, at, at + 1, None)

    for name in names.values():
        for at in range(name.first - 1, max(-1, name.first - _NEAR_NAME), -1):
            if not text.tokens[at].is_word:
                break
            titled = phrase_at(at)
            if titled and titled.last == name.first:
                covered.update(range(titled.first, titled.last))
                yield titled
                break
        if name.sure and opens_title(text, name.last):
            titled = phrase_at(name.last + 1) if name.last + 1 < len(text.tokens) else None
            if titled:
                covered.update(range(titled.first, titled.last))
                yield titled
    for first, last, entry in text.terms:
        if not isinstance(entry, CueVerb | SourcePhrase | CueNoun) or not shape.own(first):
            continue
        sentence = text.sentence_of(first)
        if isinstance(entry, CueNoun) and not _announces(text, last, sentence.last):
            continue
        for at in range(max(sentence.first, first - _NEAR_CUE), min(sentence.last, last + _NEAR_CUE)):
            if at >= last and text.tokens[at].folded in text.pack.grammar.complementizers:
                break  # what follows is said, and does not say it
            described = phrase_at(at) if shape.own(at) else None
            if described:
                covered.update(range(described.first, described.last))
                yield described


def _announces(text: ParsedText, first: int, last: int) -> bool:
    """Whether a colon and a quotation follow a noun for an utterance: «среди требований рабочих: «...»»."""
    for at in range(first, min(last, first + _NEAR_CUE)):
        if text.tokens[at].text == ":":
            return at + 1 < last and text.tokens[at + 1].kind is TokenKind.MARK
    return False


def _persons(
    text: ParsedText,
    names: Mapping[int, PersonName],
    roles: Mapping[int, RolePhrase],
    states: Mapping[int, Candidate],
) -> Iterator[Candidate]:
    """Yield names with the titles that belong to them, and titles without a name."""
    used: set[int] = set()
    shared = shared_titles(text, names, roles, states)
    before_it: Candidate | None = None
    for name in names.values():
        before = before_name(text, name, roles, used)
        for each in before:
            used.add(each.first)
        after = after_name(text, name, roles)
        if after is not None:
            used.add(after.first)
        if not before:
            name = _in_list(text, placed(text, name), before_it)
        if not before and after is None and is_in_place(text, name):
            name = name._replace(sure=False, doubtful=True)
        if not name.sure and not before and after is None:
            before_it = _person(text, name.first, name.last, name, None, weak=True)
            yield before_it
            continue
        for role in before[1:]:
            yield _person(text, role.first, name.last, name, role)
        before_it = _person(
            text, before[0].first if before else name.first, name.last, name, before[0] if before else None
        )
        yield before_it
        if name.first in shared:
            together = shared[name.first]
            used.add(together.first)
            yield _person(text, together.first, together.last, name, together)
        if after is not None:
            yield _person(text, after.first, after.last, name, after)
        if name.sure:
            yield from _respelled(text, before_it)
    for role in roles.values():
        if role.first not in used:
            yield _role(text, role, names)


def _in_list(text: ParsedText, name: PersonName, before: Candidate | None) -> PersonName:
    """A name with the readings in the case of the one that a comma or a coordinator joins it to."""
    if before is None or before.last != name.first - 1:
        return name
    joint = text.tokens[before.last]
    if joint.text != "," and joint.folded not in text.pack.grammar.coordinators:
        return name
    cases = {each.case for each in before.forms}
    return name._replace(readings=tuple(r for r in name.readings if r.case in cases) or name.readings)


def _respelled(text: ParsedText, named: Candidate) -> Iterator[Candidate]:
    """Yield the name that follows in brackets in another alphabet: «Том Винье (Tom Vinje)»."""
    first = named.last + 1
    if first >= len(text.tokens) or text.tokens[named.last].text != "(":
        return
    last = first
    while last < min(len(text.tokens), first + _NEAR_NAME) and text.tokens[last].is_word and not text.readings(last):
        last += 1
    if last > first and text.tokens[first].is_capital:
        yield Candidate(
            first=first,
            last=last,
            head=first,
            form=MentionForm.NAME,
            kind=ActorKind.PERSON,
            forms=frozenset(),
            label=text.span(first, last).of(text.text),
            respells=named,
        )


def _person(
    text: ParsedText, first: int, last: int, name: PersonName, role: RolePhrase | None, *, weak: bool = False
) -> Candidate:
    forms = {Form(each.case, Number.SINGULAR, each.gender) for each in name.readings}
    if role is not None:
        cases = {each.case for each in role_forms(text, role)}
        fitting = {each for each in forms if each.case in cases}
        for each in forms:
            if each.case is None:
                fitting |= {Form(case, Number.SINGULAR, each.gender) for case in cases}
        forms = fitting or forms
        if fitting:
            readings = tuple(r for r in name.readings if r.case is None or r.case in cases) or name.readings
            name = name._replace(readings=readings)
    return Candidate(
        first=first,
        last=last,
        head=role.head if role else name.first,
        form=MentionForm.NAME,
        kind=ActorKind.PERSON,
        forms=frozenset(forms),
        name=name,
        role=role,
        weak=weak,
    )


def _role(text: ParsedText, role: RolePhrase, names: Mapping[int, PersonName]) -> Candidate:
    counted = _counted(text, role)
    one = _one_of(text, role) if not _is_named(text, role, names) else frozenset()
    plural = (counted or is_plural(text, role.head)) and not one
    unnamed = role.office is None or role.office.unnamed or bool(one)
    return Candidate(
        first=role.first - (2 if one else counted),
        last=role.last,
        head=role.head,
        form=MentionForm.ROLE,
        kind=ActorKind.GROUP if plural else ActorKind.UNNAMED if unnamed else ActorKind.OFFICE,
        forms=one or (_counted_forms(text, role.first - 1) if counted else role_forms(text, role)),
        role=role,
        country=role.country,
        weak=True,
        chosen=bool(one),
    )


def _counted(text: ParsedText, role: RolePhrase) -> bool:
    """Whether a number of persons is the subject or object: «два сотрудника завода рассказали»."""
    number = text.term_at(role.first - 1, Cardinal) if role.first else None
    genitive = any(each.case is Case.GENITIVE for each in role_forms(text, role))
    return number is not None and number[0] == role.first and number[1].number > 1 and genitive


def _one_of(text: ParsedText, role: RolePhrase) -> frozenset[Form]:
    """The forms of one person chosen from several: «один из дипломатов»; none where nobody is."""
    if role.first < 2 or text.tokens[role.first - 1].folded not in text.pack.grammar.partitives:
        return frozenset()
    chosen = [each for each in text.readings(role.first - 2) if each.lemma in text.pack.grammar.one]
    plural = is_plural(text, role.head)
    return frozenset(Form(each.case, Number.SINGULAR, each.gender) for each in chosen if each.case and plural)


def _is_named(text: ParsedText, role: RolePhrase, names: Mapping[int, PersonName]) -> bool:
    """Whether a name follows a title, or stands beside it between commas: «один из авторов, историк Олег Крылов»."""
    start = role.last + 1 if role.last < len(text.tokens) and text.tokens[role.last].text == "," else role.last
    for at in range(start, min(start + _NEAR_NAME, len(text.tokens))):
        if at in names:
            return True
        if not text.tokens[at].is_word or is_finite(text.readings(at)):
            return False
    return False


def _counted_forms(text: ParsedText, number: int) -> frozenset[Form]:
    """The forms of counted persons, whose case their number tells: «два дипломата», «двух дипломатов»."""
    cases = {reading.case for reading in text.readings(number) if reading.pos is Pos.NUMERAL and reading.case}
    return frozenset(Form(case, Number.PLURAL, None) for case in cases) or _COUNTED


def _pronouns(text: ParsedText, shape: Layout) -> Iterator[Candidate]:
    """Yield the reporter's own third-person pronouns."""
    for first, last, pronoun in text.terms_of(Pronoun):
        if not shape.own(first) or (pronoun.latter and not _stands_alone(text, last)):
            continue
        case: Any = Case.GENITIVE if pronoun.possessive else pronoun.case
        yield Candidate(
            first=first,
            last=last,
            head=first,
            form=MentionForm.PRONOUN,
            kind=ActorKind.PERSON,
            forms=frozenset((Form(case, pronoun.number, pronoun.gender),)),
            possessive=pronoun.possessive,
            latter=pronoun.latter,
        )


def _stands_alone(text: ParsedText, after: int) -> bool:
    """Whether a demonstrative is no modifier: a comma, a particle or a verb follows."""
    following = next(iter(text.readings(after)), None) if after < len(text.tokens) else None
    return following is None or following.pos not in (Pos.NOUN, Pos.ADJECTIVE, Pos.PARTICIPLE, Pos.NUMERAL)
