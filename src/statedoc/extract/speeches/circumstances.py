"""Where, when, to whom and in which medium words were said."""

from collections.abc import Sequence

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.layout import Layout
from statedoc.extract.speeches.occasions import Site
from statedoc.languages.morphology import Case
from statedoc.languages.occasions import Occasions
from statedoc.languages.organizations import KnownOrganization, OrganizationKind, OrganizationNoun
from statedoc.model import ActorKind, DateMention, MentionForm, SpeechKind
from statedoc.text import ParsedText, TokenKind

_NEAR = 12  # tokens between an occasion and its medium, on either side
_PRINTED = (SpeechKind.ARTICLE, SpeechKind.INTERVIEW, SpeechKind.POST, SpeechKind.MESSAGE)


def medium(text: ParsedText, shape: Layout, cast: Cast, site: Site, spoken: frozenset[int]) -> str | None:
    """The medium named in an occasion or near it: «в интервью "Голосу Америки"», «в "Российской газете" статью».

    `spoken` are the quotations, by index, that are speech.
    """
    if site.occasion.kind is SpeechKind.TALKS:
        return None
    sentence = text.sentence_of(site.first)
    after = cast.between(site.last, min(site.last + _NEAR, sentence.last))
    before = cast.between(max(site.first - _NEAR, sentence.first), site.first)
    near = [
        (candidate, actor)
        for candidate, actor in (*cast.between(site.first, site.last), *after, *reversed(before))
        if candidate.kind is ActorKind.ORGANIZATION and shape.outer[candidate.last - 1] not in spoken
    ]
    sure = (actor for candidate, actor in near if is_medium(text, candidate))
    titled = site.last if text.tokens[min(site.last, len(text.tokens) - 1)].kind is TokenKind.MARK else None
    titled = titled if site.occasion.kind is SpeechKind.ARTICLE else None  # where an article's own title stands
    named = (a for each, a in near if isinstance(each.key, str) and (titled is None or each.first > titled + 1))
    found = next(sure, None) or (next(named, None) if site.occasion.kind in _PRINTED else None)
    return cast.by_id[found].name if found is not None else None


def is_medium(text: ParsedText, candidate: Candidate) -> bool:
    """Whether an organization is a medium by its kind."""
    known = text.term_at(candidate.first, KnownOrganization)
    if known:
        return known[1].kind is OrganizationKind.MEDIUM
    noun = text.term_at(candidate.head, OrganizationNoun)
    return noun is not None and candidate.first <= candidate.head and noun[1].kind is OrganizationKind.MEDIUM


def audience(text: ParsedText, cast: Cast, site: Site) -> tuple[str, ...]:
    """Those named right behind an occasion as whom it was with, or before: «на встрече с [послом]»."""
    sentence, grammar = text.sentence_of(site.first), text.pack.grammar
    toward = grammar.comitatives | text.pack.lexicon(Occasions).facing
    if site.last + 1 >= sentence.last or text.tokens[site.last].folded not in toward:
        return ()
    found: list[str] = []
    at = site.last + 1
    for candidate, actor in cast.between(at, sentence.last):
        if candidate.first == at and not candidate.possessive:
            found.append(actor)
            at = candidate.last + 1
            joined = candidate.last < sentence.last and text.tokens[candidate.last].folded in grammar.coordinators
            if not joined:
                break
        elif candidate.first > at:
            break
    return tuple(dict.fromkeys(found))


def place(text: ParsedText, shape: Layout, cast: Cast, site: Site) -> str | None:
    """The capital in which the sentence says that it was."""
    sentence = text.sentence_of(site.first)
    for candidate, _ in cast.between(sentence.first, sentence.last):
        if not shape.own(candidate.first):
            continue
        located = any(each.case in (Case.LOCATIVE, None) for each in candidate.forms)
        before = candidate.first - 1
        governed = before >= sentence.first and text.tokens[before].folded in text.pack.grammar.prepositions
        if candidate.form is MentionForm.METONYM and located and governed:
            return " ".join(text.pack.morphology.nominative(text.words(candidate.first, candidate.last)))
    return None


def date(text: ParsedText, shape: Layout, dated: Sequence[DatedWords], site: Site) -> DateMention | None:
    """The date nearest to an occasion in its sentence."""
    sentence = text.sentence_of(site.first)
    near = [each for each in dated if sentence.first <= each.first < sentence.last and shape.own(each.first)]
    return min(near, key=lambda each: abs(each.first - site.first)).event if near else None
