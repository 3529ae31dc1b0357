"""The scene of a cue: the reporter's words around it, and the actors mentioned in them."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import final

from statedoc.extract.actors.candidates import Candidate
from statedoc.extract.cast import Cast
from statedoc.extract.grammar import Form, has_case, is_finite
from statedoc.extract.layout import Layout
from statedoc.languages.fold import fold
from statedoc.languages.morphology import Case, Number
from statedoc.model import ActorKind, MentionForm
from statedoc.text import ParsedText

WINDOW = 80  # how far from a cue its source is looked for, in tokens


@final
class Scene:
    """A text with its actors, asked sentence by sentence."""

    def __init__(self, text: ParsedText, shape: Layout, cast: Cast) -> None:
        self.text = text
        self.shape = shape
        self._cast = cast
        self._actors: dict[int, tuple[str, ...]] = {}
        mentioned: dict[int, list[Candidate]] = {}
        for candidate, actor in cast.candidates:
            known = self._actors.get(id(candidate), ())
            self._actors[id(candidate)] = (*known, actor)
            if known:
                continue  # a plural for several actors is one mention
            mentioned.setdefault(text.sentence_index(candidate.first), []).append(candidate)
        self._candidates = {sentence: _outermost(found) for sentence, found in mentioned.items()}
        self._firsts = {sentence: [each.first for each in found] for sentence, found in self._candidates.items()}

    def mentioned(self, sentence: int) -> Sequence[Candidate]:
        """The mentions of a sentence that stand inside no other."""
        return self._candidates.get(sentence, ())

    def near(self, first: int, last: int) -> Sequence[Candidate]:
        """Those of them in the sentence of a cue that stand not too far from it."""
        sentence = self.text.sentence_index(first)
        if sentence not in self._candidates:
            return ()
        firsts = self._firsts[sentence]
        return self._candidates[sentence][bisect_left(firsts, first - WINDOW) : bisect_left(firsts, last + WINDOW)]

    def actors(self, sources: Sequence[Candidate]) -> tuple[str, ...]:
        """The ids of the actors that these mentions refer to."""
        return tuple(dict.fromkeys(actor for each in sources for actor in self._actors[id(each)]))

    def forms(self, candidate: Candidate) -> Sequence[Form]:
        """The forms of a mention: a title's in any gender, a name's as the person is known to be called."""
        if candidate.name is None:
            titled = candidate.role is not None and candidate.kind is not ActorKind.GROUP
            return [each._replace(gender=None) for each in candidate.forms] if titled else list(candidate.forms)
        if candidate.role is None:
            known = fold(self._cast.by_id[self._actors[id(candidate)][0]].name).split()
            fitting = [each for each in candidate.name.readings if fold(each.bases[-1]) in known]
            if fitting:
                return [Form(each.case, Number.SINGULAR, each.gender) for each in fitting]
        return list(candidate.forms)

    def is_own(self, candidate: Candidate) -> bool:
        """Whether a mention is the reporter's: outside quotations, or a name in marks of its own."""
        if self.shape.own(candidate.first):
            return True
        quotation = self.shape.opened_at.get(candidate.first)
        named = candidate.kind is ActorKind.ORGANIZATION and quotation is not None
        return named and quotation is not None and self.text.quotations[quotation].parent is None

    def is_finite(self, at: int) -> bool:
        """Whether a word is likeliest a finite verb."""
        return is_finite(self.text.readings(at))

    def is_preposition(self, at: int) -> bool:
        """Whether a word is a preposition."""
        return self.text.tokens[at].folded in self.text.pack.grammar.prepositions

    def is_coordinator(self, at: int) -> bool:
        """Whether a token is a coordinating conjunction."""
        return 0 <= at < len(self.text.tokens) and self.text.tokens[at].folded in self.text.pack.grammar.coordinators

    def crosses(self, between: range) -> bool:
        """Whether a conjunction of reported speech or a colon stands between, so that what follows is the words."""
        crossing = self.text.pack.grammar.complementizers
        return any(self.text.tokens[at].folded in crossing or self.text.tokens[at].text in ":;" for at in between)

    def stands_in(self, candidate: Candidate, case: Case) -> bool:
        """Whether a mention can be in this case; a title that is no word for a person has its accusative, too."""
        if any(each.case in (case, None) for each in candidate.forms):
            return True
        readings = self.text.readings(candidate.head) if candidate.role is not None else ()
        return not any(each.animate for each in readings) and has_case(readings, case)


def _outermost(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that stand inside no other: not the state in a minister's title."""
    found: list[Candidate] = []
    for each in candidates:
        outer = found[-1] if found else None
        inside = outer is not None and each.last <= outer.last and (each.first, each.last) != (outer.first, outer.last)
        if not inside or each.possessive or (outer is not None and outer.form is MentionForm.ADJECTIVE):
            found.append(each)
    return found
