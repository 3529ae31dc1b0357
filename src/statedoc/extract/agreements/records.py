"""What was agreed: each agreement once, with all its mentions, its parties and its steps."""

from collections.abc import Iterator, Sequence
from typing import Any, final

import attrs

from statedoc.extract.agreements.happening import Happening
from statedoc.extract.agreements.joining import Joiner, Record, Told
from statedoc.extract.agreements.mention import AgreementMention
from statedoc.extract.agreements.mentions import MentionReader
from statedoc.extract.agreements.parties import PartyReader, Sides
from statedoc.extract.agreements.steps import StepReader
from statedoc.extract.cast import Cast
from statedoc.extract.dates import DatedWords
from statedoc.extract.grammar import has_case
from statedoc.languages.agreements import Agreements, Evidence
from statedoc.languages.morphology import Case
from statedoc.model import Agreement, AgreementEvent, AgreementKind, AgreementStatus, DateMention, Span
from statedoc.text import ParsedText

# The rule that found an agreement is named after the surest thing that shows it.
_RULES = (
    (Evidence.TOPIC, "titled"),
    (Evidence.NAME, "named"),
    (Evidence.PARTIES, "parties"),
    (Evidence.TYPE, "described"),
    (Evidence.STEP, "step"),
    (Evidence.JOINT, "joint"),
)
_BILATERAL = (AgreementKind.AGREEMENT, AgreementKind.TREATY, AgreementKind.PROTOCOL, AgreementKind.MEMORANDUM)
# Those that states sign with each other, if they sign any.
_BETWEEN = (AgreementKind.PROGRAMME, AgreementKind.ROADMAP, AgreementKind.PROTOCOL)
_ORDER = {status: rank for rank, status in enumerate(AgreementStatus)}


def agreements(text: ParsedText, dates: Sequence[DatedWords], cast: Cast) -> tuple[Agreement, ...]:
    """Every agreement that a text speaks of, in reading order, with ids g1, g2, ..."""
    words = text.pack.lexicon(Agreements)
    mentions = tuple(MentionReader(text, words, cast, dates).mentions())
    if not mentions:
        return ()
    parties = PartyReader(text, words, cast)
    steps: dict[int, list[Happening]] = {}
    for happening in StepReader(text, words, dates).happenings(mentions):
        steps.setdefault(happening.mention.first, []).append(happening)
    told = (_told(parties, each, tuple(steps.get(each.first, ()))) for each in mentions)
    records = Joiner(text, words).records(told)
    found: list[Agreement] = []
    for number, record in enumerate(records, 1):
        made = _Writer(text, parties).write(number, record)
        if not made.parties and found and record.first.mention.former:
            made = attrs.evolve(made, parties=found[-1].parties)  # "the previous agreement"
        found.append(made)
    return tuple(found)


def _told(parties: PartyReader, mention: AgreementMention, happenings: tuple[Happening, ...]) -> Told:
    sides = parties.within(mention)
    actings = [_acting(parties, each) for each in happenings]
    acting = tuple(dict.fromkeys(party for each in actings for party in each.named))
    partner = sides.partner or any(each.partner for each in actings)
    return Told(
        mention, sides, happenings, acting, frozenset(parties.standing.states((*sides.named, *acting))), partner
    )


def _acting(parties: PartyReader, happening: Happening) -> Sides:
    """Those who take a step, and the other side where the words name it."""
    if happening.status is None and not happening.step.joint and not happening.is_verb:
        return Sides(())
    if happening.step.intransitive and not _is_object(happening):
        return Sides(())  # it happens to the agreement: nobody does it
    if not happening.is_verb:
        return parties.negotiating(happening.first)
    sides = parties.acting(happening.first, passive=happening.passive and not _is_object(happening))
    if happening.status is None and not happening.step.joint:
        return sides if len(parties.standing.states(sides.named)) > 1 else Sides(())  # "both agreed to prolong it"
    partner = parties.partner(happening.last)
    return Sides(tuple(dict.fromkeys((*sides.named, *partner))), bool(partner))


def _is_object(happening: Happening) -> bool:
    """Whether an agreement is what somebody ends, by its case behind the verb: «Ирак прекратил действие договора»."""
    behind = happening.mention.first == happening.last
    return behind and happening.step.intransitive and Case.GENITIVE in happening.mention.cases


@final
@attrs.frozen(eq=False)
class _Writer:
    text: ParsedText
    parties: PartyReader

    def write(self, number: int, record: Record) -> Agreement:
        events = tuple(self._events(record))
        held = any(event.status is AgreementStatus.IN_FORCE for event in events)  # whoever else declines to join it
        counted = [event for event in events if not (held and event.status is AgreementStatus.REJECTED)]
        latest = max(counted, key=_lateness, default=None)
        attached = next((each.mention.dated[0].mention for each in record.told if each.mention.dated), None)
        named = max(record.told, key=lambda each: _rank(each.mention))
        places = [
            h.place for each in record.told for h in each.happenings if h.place and latest and h.status is latest.status
        ]
        return Agreement(
            id=f"g{number}",
            kind=record.first.mention.kind or AgreementKind.AGREEMENT,
            title=self._title(named.mention),
            mentions=tuple(self.text.span(each.mention.first, each.mention.last) for each in record.told),
            parties=self._parties(record),
            status=latest.status if latest else None,
            date=(latest.date if latest else None) or _since(events, latest) or attached,
            place=next(iter(places), None),
            events=events,
            rule=f"{self.text.pack.code}.agreement.{self._rule(record.first)}",
        )

    def _title(self, mention: AgreementMention) -> str:
        """The nominative of the noun and its adjectives, and the rest as it stands."""
        if mention.noun is None:
            return mention.name or self.text.span(mention.first, mention.last).of(self.text.text)
        words = self.text.words(mention.titled, mention.noun_end)
        stands = has_case(self.text.readings(mention.titled), Case.NOMINATIVE)  # not so in "the text of a peace treaty"
        if Case.NOMINATIVE not in mention.cases or mention.titled == mention.head or not stands:
            words = self.text.pack.morphology.nominative(words)
        title = " ".join(words)
        rest = Span(start=self.text.tokens[mention.noun_end - 1].end, end=self.text.tokens[mention.last - 1].end)
        return " ".join((title + rest.of(self.text.text)).split())

    def _parties(self, record: Record) -> tuple[str, ...]:
        """Those named with the agreement; where these are not two, also those who take its steps."""
        found = list(dict.fromkeys(party for each in record.told for party in each.sides.named))
        if len(found) < 2:
            found += [party for each in record.told for party in each.acting]
        found = list(dict.fromkeys(found))
        if len(found) == 1:
            partner = next((each for each in record.told if each.partner), None)
            if partner is not None:
                found = [*self.parties.other_side(partner.mention.first, found), *found]
        if not found and self._is_of_both(record):
            return self.parties.spoken.of_article
        if len(found) == 1 and record.first.mention.kind in _BILATERAL and self.parties.standing.states(found):
            both = self.parties.spoken.of_article
            return both if found[0] in both else tuple(found)
        return tuple(found)

    def _is_of_both(self, record: Record) -> bool:
        """Whether an agreement without named parties can be between the two states that the article is about."""
        first = record.first
        told = any(each.status for other in record.told for each in other.happenings) or record.years
        named = Evidence.NAME in first.evidence and not first.mention.dated
        if not told or named or first.mention.kind is AgreementKind.CONTRACT:
            return False
        shown = {Evidence.TOPIC, Evidence.JOINT}
        if first.mention.kind in _BETWEEN:
            shown.add(Evidence.SIGNED)
        return bool(shown & first.evidence or self.parties.spoken.opening_pair or self.parties.spoken.journey)

    def _events(self, record: Record) -> Iterator[AgreementEvent]:
        happenings = [h for each in record.told for h in each.happenings if h.status]
        dated = {happening.status for happening in happenings if happening.date}
        seen: set[Any] = set()
        for happening in sorted(happenings, key=lambda each: each.first):
            date = happening.date.event if happening.date else None
            key = (happening.status, date and date.edtf)
            if happening.status is None or key in seen or (date is None and happening.status in dated):
                continue  # told again, and no more of it
            seen.add(key)
            yield AgreementEvent(
                status=happening.status,
                date=date,
                parties=_acting(self.parties, happening).named,
                span=self.text.span(happening.first, happening.last),
            )

    def _rule(self, told: Told) -> str:
        if told.mention.quoted:
            return "quoted"
        return next(name for evidence, name in _RULES if evidence in told.evidence)


def _since(events: Sequence[AgreementEvent], latest: AgreementEvent | None) -> DateMention | None:
    """When an agreement was signed that is said to be in force or at an end, and not since when."""
    if latest is None or _ORDER[latest.status] <= _ORDER[AgreementStatus.SIGNED]:
        return None
    return next((each.date for each in events if each.status is AgreementStatus.SIGNED and each.date), None)


def _lateness(event: AgreementEvent) -> tuple[int, bool, int]:
    """How far a step goes, and among equals whether its date is known, and how exactly."""
    known = event.date.edtf if event.date is not None else None
    return (
        _ORDER[event.status],
        known is not None,
        len(str(known)) if known is not None and known.start == known.end else 0,
    )


def _rank(mention: AgreementMention) -> tuple[bool, bool, bool, int]:
    """How good a title a mention gives; the earlier the better among equals."""
    return mention.quoted, mention.topic is not None, Evidence.NAME in mention.evidence, -mention.first
