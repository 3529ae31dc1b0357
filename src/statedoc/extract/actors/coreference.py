"""Coreference: one pass over the mentions in reading order, with a small discourse state.

A name leads to the person who bears it, a title to whom the article names as holding it, a pronoun to
whom the reader is thinking of: subjects and sources outweigh the rest, and all fade with each sentence.
"""

from collections.abc import Iterable, Iterator, Sequence

from statedoc.extract.actors.candidates import Candidate, RolePhrase
from statedoc.extract.actors.descriptions import described, suits
from statedoc.extract.actors.discourse import SUBJECT, Discourse
from statedoc.extract.actors.entities import FADING, Entity, name_keys, surname_keys
from statedoc.extract.actors.kinds import called, goes_on
from statedoc.extract.actors.likeness import same_name
from statedoc.extract.actors.prominence import verb_gender
from statedoc.extract.actors.pronouns import pronoun
from statedoc.extract.actors.readings import PersonName
from statedoc.extract.actors.roles import person_noun
from statedoc.extract.actors.several import Several, is_personal
from statedoc.extract.grammar import is_finite
from statedoc.extract.layout import Layout
from statedoc.languages.cues import CueVerb, SourcePhrase
from statedoc.languages.morphology import Case, Number, Pos
from statedoc.languages.roles import Roles
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText, TokenKind

_BELOW = 2  # sentences below a headline in which it is explained
_TO_NAME = 3  # sentences from a title to the surname that gives its holder
_ADVERBS = 3  # adverbs between a name and its verb
_OFFICES = 30  # mentions in which an office is looked for whose holder is named
_TO_COLON = 14  # tokens between a name and the colon before its words
_PHRASE = 4  # words of the longest phrase before a source
_AHEAD = 6  # mentions looked ahead for the name of another
_DATELINE = 4  # mentions among which that of a dateline is
_FAR = 12  # sentences after which a bare noun no longer refers back to an organization


def resolve(text: ParsedText, shape: Layout, candidates: Sequence[Candidate]) -> tuple[Entity, ...]:
    """Say which candidates refer to the same actor."""
    discourse = Discourse(text, shape, _surnames(candidates), Several(text, shape))
    discourse.listed = _listed(discourse, candidates)
    discourse.home = _written_in(text, candidates)
    for index, candidate in enumerate(candidates):
        discourse.ahead = candidates[index + 1 : index + 1 + _AHEAD]
        for entity in _entities(discourse, candidate):
            discourse.mention(entity, candidate)
    return tuple(discourse.entities)


def _written_in(text: ParsedText, candidates: Sequence[Candidate]) -> str | None:
    """The state in whose capital a dispatch was written, by its dateline: «АСТАНА, 14 апреля»."""
    opening = (each for each in candidates[:_DATELINE] if each.form is MentionForm.METONYM)
    words = ((each, text.tokens[each.first], text.sentence_of(each.first)) for each in opening)
    return next((each.country for each, word, its in words if its.first == each.first and word.text.isupper()), None)


def _surnames(candidates: Iterable[Candidate]) -> frozenset[str]:
    """The words by which the article's surely named persons can be called."""
    return frozenset().union(*(name_keys(each.name) for each in candidates if each.name and not each.weak))


def _entities(discourse: Discourse, candidate: Candidate) -> tuple[Entity, ...]:
    """The actors that a mention refers to: more than one if it is a plural for those named together before."""
    together = _together(discourse, candidate)
    if together:
        return together
    entity = _entity(discourse, candidate)
    return () if entity is None else (entity,)


def _together(discourse: Discourse, candidate: Candidate) -> tuple[Entity, ...]:
    """Those named together before whom a plural means, unless it can go on with a group that is nearer."""
    role = candidate.role
    if role is None:
        plural = all(form.number is Number.PLURAL for form in candidate.forms)
        if candidate.form is not MentionForm.PRONOUN or not plural:
            return ()
        meant = discourse.several.meant(candidate, is_personal)
    elif candidate.kind is ActorKind.GROUP and not role.tail and not role.country:
        anyone = role.office is not None and role.office.several
        meant = discourse.several.meant(candidate, lambda each: anyone or suits(discourse, each, role, candidate) > 0)
    else:
        return ()
    sentence = discourse.text.sentence_index(candidate.first)
    group = pronoun(discourse, candidate) if role is None else None
    nearer = group is not None and meant and group.salient(sentence) > min(each.salient(sentence) for each in meant)
    return () if nearer else meant


def _entity(discourse: Discourse, candidate: Candidate) -> Entity | None:
    if candidate.respells is not None:
        return discourse.by_candidate.get(id(candidate.respells))
    if candidate.name is not None:
        return _named(discourse, candidate, candidate.name)
    if candidate.form is MentionForm.PRONOUN:
        return pronoun(discourse, candidate)
    if candidate.chosen:
        return discourse.new(candidate)
    if candidate.role is not None:
        return described(discourse, candidate, candidate.role)
    compatriot = _compatriot(discourse, candidate) if candidate.kind is ActorKind.GROUP else None
    return compatriot if compatriot is not None else _keyed(discourse, candidate)


def _compatriot(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """The person whom the singular of a people means: «Министр Польши ... Поляк ответил»."""
    if any(form.number is not Number.SINGULAR for form in candidate.forms):
        return None
    sentence = discourse.text.sentence_index(candidate.first)
    genders = {form.gender for form in candidate.forms} | {None}
    near = [
        entity
        for entity in discourse.recent[-_OFFICES:]
        if is_personal(entity)
        and entity.country in (candidate.country, None)
        and entity.gender in genders
        and sentence - entity.seen <= _FAR
        and entity.mentions[-1].last <= candidate.first  # else it belongs to a longer mention
    ]
    own = [entity for entity in near if entity.country is not None]
    strangers = [each for each in near if sentence - each.seen <= 1 and each.salient(sentence) >= SUBJECT * FADING]
    return max(own or strangers if len(strangers) == 1 else own, key=lambda each: each.salient(sentence), default=None)


def _keyed(discourse: Discourse, candidate: Candidate) -> Entity:
    """A state or an organization: by its key, or as a new one."""
    key = (candidate.kind, candidate.key)
    found = discourse.by_key.get(key)
    if found is None and candidate.kind is ActorKind.ORGANIZATION and isinstance(candidate.key, tuple):
        found = _organization(discourse, candidate, candidate.key)
    if found is None:
        found = discourse.new(candidate)
        discourse.by_key[key] = found
    found.weak = found.weak and candidate.weak
    return found


def _organization(discourse: Discourse, candidate: Candidate, key: tuple[str, ...]) -> Entity | None:
    """The organization that a bare noun («ведомство», «газета») refers back to."""
    if len(key) > 1 or candidate.country:
        return None
    sentence = discourse.text.sentence_index(candidate.first)
    near = [
        entity
        for entity in discourse.recent[-40:]
        if entity.kind is ActorKind.ORGANIZATION
        and sentence - entity.seen <= _FAR
        and discourse.home in (None, entity.country or discourse.home)  # "the government" is that of the dateline
    ]
    same = [entity for entity in near if key[0] in called(entity)]
    matching = same or [entity for entity in near if goes_on(discourse.text, candidate, entity)]
    return max(matching, key=lambda entity: entity.salient(sentence), default=None)


def _named(discourse: Discourse, candidate: Candidate, name: PersonName) -> Entity | None:
    keys = name_keys(name) if len(name.parts) == 1 else surname_keys(name)
    if candidate.weak and not keys & discourse.surnames and not _is_person(discourse, candidate):
        return None
    sentence = discourse.text.sentence_index(candidate.first)
    matching = {
        id(entity): entity
        for key in sorted(keys)
        for entity in discourse.by_name.get(key, ())
        if same_name(entity, name)
    }
    if matching:
        return max(
            matching.values(), key=lambda entity: (_fits(discourse, entity, candidate), entity.salient(sentence))
        )
    unnamed = _holder(discourse, candidate, name, sentence)
    return unnamed if unnamed is not None else discourse.new(candidate)


def _holder(discourse: Discourse, candidate: Candidate, name: PersonName, sentence: int) -> Entity | None:
    """The holder of an office just spoken of, whom a titled name or a lone surname tells: «премьер ... Кан»."""
    near = [entity for entity in discourse.recent[-_OFFICES:] if entity.kind is ActorKind.OFFICE]
    role = candidate.role
    if role is not None and (told := _headlined(discourse, role, sentence)) is not None:
        return told
    if role is not None:
        held = [entity for entity in near if _is_titled(entity, role)]
        return held[-1] if held else None
    if len(name.parts) > 1:
        return None
    holders = [entity for entity in near[-8:] if sentence - entity.seen <= _TO_NAME and _of_state(entity)]
    return holders[0] if len(holders) == 1 else None


def _headlined(discourse: Discourse, role: RolePhrase, sentence: int) -> Entity | None:
    """Who is described in the headline by words that a titled name takes up: «Директора лесхоза арестовали»."""
    text = discourse.text
    if sentence == 0 or sentence > _BELOW or text.sentences[0].paragraph == text.sentences[1].paragraph:
        return None
    for entity in discourse.recent[:_OFFICES]:
        if entity.kind not in (ActorKind.OFFICE, ActorKind.UNNAMED) or text.sentence_index(entity.mentions[0].first):
            continue
        if any(_takes_up(discourse.text, role, held) for held in entity.roles):
            return entity
    return None


def _takes_up(text: ParsedText, role: RolePhrase, held: RolePhrase) -> bool:
    """Whether a title tells all that a headline's does: «министр энергетики страны» leaves its state unnamed."""
    words = held.tail.split()
    home = [word for word in words if any(e.lemma in _home(text) for e in text.pack.morphology.readings(word)[:1])]
    told = set(words) - set(home)
    same = held.lemma == role.lemma and told <= set(role.tail.split())
    named = bool(home) and held.office is role.office is not None and not told and role.country is not None
    return bool(words) and (named or (same and (bool(told) or role.country is not None)))


def _home(text: ParsedText) -> frozenset[str]:
    return text.pack.lexicon(Roles).home


def _is_titled(entity: Entity, role: RolePhrase) -> bool:
    """Whether a title that goes with a name is that of an office spoken of before, whose holder it then names."""
    if role.office is None or not role.office.of_state or role.country is None:
        return False
    return any(held.office is role.office and held.country == role.country for held in entity.roles)


def _fits(discourse: Discourse, entity: Entity, candidate: Candidate) -> int:
    """How well a name's mention suits a bearer: by the verb next to it, which may tell a woman from a man."""
    gender = verb_gender(discourse.text, candidate)
    if gender is None or entity.gender is None:
        return 0
    return 1 if gender is entity.gender else -1


def _is_person(discourse: Discourse, candidate: Candidate) -> bool:
    """Whether a lone capitalised word must name someone: it speaks, or stands in a list with one that must."""
    doubtful = candidate.name is not None and candidate.name.doubtful
    return not doubtful and (id(candidate) in discourse.listed or _speaks(discourse, candidate))


def _listed(discourse: Discourse, candidates: Sequence[Candidate]) -> frozenset[int]:
    """The lone names, by `id`, that commas and coordinators join to one that must be a person's."""
    found: set[int] = set()
    group: list[Candidate] = []
    for each in (*candidates, None):
        if each is not None and (each.name is None or (each.weak and person_noun(discourse.text, each.first))):
            continue  # "hero of the country" tells what one is
        if group and (each is None or not discourse.several.coordinates(group[-1], each)):
            if len(group) > 1 and any(not one.weak or _is_person(discourse, one) for one in group):
                found.update(id(one) for one in group)
            group = []
        if each is not None:
            group.append(each)
    return frozenset(found)


def _speaks(discourse: Discourse, candidate: Candidate) -> bool:
    """Whether a lone capitalised word stands right beside a finite cue, or behind a phrase for one's words."""
    if any(found is not None and found[0] == candidate.first for found in _phrases(discourse.text, candidate.first)):
        return True
    if any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms) and _announces(discourse, candidate):
        return True
    following = candidate.last
    while following < min(candidate.last + _ADVERBS, len(discourse.text.tokens)) and _only_modifies(
        discourse, following
    ):
        following += 1
    return any(
        0 <= at < len(discourse.text.tokens)
        and discourse.text.term_at(at, CueVerb) is not None
        and any(r.pos is Pos.VERB or r.short for r in discourse.text.readings(at))
        and any(each.case in (Case.NOMINATIVE, None) for each in candidate.forms)
        for at in (candidate.first - 1, following)
    )


def _phrases(text: ParsedText, at: int) -> Iterator[tuple[int, SourcePhrase] | None]:
    """Yield the phrases for a source that start shortly before a token."""
    return (text.term_at(first, SourcePhrase) for first in range(max(0, at - _PHRASE), at))


def _announces(discourse: Discourse, candidate: Candidate) -> bool:
    """Whether a name opens a sentence without a verb that ends in a colon before a quotation, or is a label."""
    text = discourse.text
    sentence = text.sentence_of(candidate.first)
    if candidate.first != sentence.first:
        return False
    if candidate.last < sentence.last and text.tokens[candidate.last].text == ":" and _opens_paragraph(text, candidate):
        return True
    for at in range(candidate.last, min(sentence.last, candidate.last + _TO_COLON)):
        if text.tokens[at].text == ":":
            return at + 1 < sentence.last and text.tokens[at + 1].kind is TokenKind.MARK
        if discourse.shape.own(at) and is_finite(text.readings(at)):
            return False
    return False


def _opens_paragraph(text: ParsedText, candidate: Candidate) -> bool:
    index = text.sentence_index(candidate.first)
    return index == 0 or text.sentences[index - 1].paragraph != text.sentences[index].paragraph


def _only_modifies(discourse: Discourse, at: int) -> bool:
    """Whether a word before a verb is a negation or an adverb."""
    likeliest = next(iter(discourse.text.readings(at)), None)
    negates = discourse.text.tokens[at].folded in discourse.text.pack.grammar.negations
    return negates or (likeliest is not None and likeliest.pos is Pos.ADVERB)


def _of_state(entity: Entity) -> bool:
    """Whether an entity holds an office that a state has one of."""
    return any(role.office is not None and role.office.of_state for role in entity.roles)
