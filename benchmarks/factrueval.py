"""Names, roles and coreference of persons, held against the labels of a factRuEval-2016 folder.

    python -m benchmarks.factrueval FOLDER [--errors] [--json]

FOLDER holds, for each article, five files of one stem: `.txt`, `.spans`, `.objects`, `.coref`, `.facts`. They are
published as factRuEval-2016 (MIT licence); measure on its development set, and keep its test set for a test.

Persons only: the corpus calls a city an organization wherever one could act, which says little of statedoc.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, final

import attrs

# The folder of the project, so that the file also runs by its path.
ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.quality import Ratio, as_json, as_table  # noqa: E402

Stretch = tuple[int, int]  # half-open, in code points


@final
@attrs.frozen(kw_only=True)
class Person:
    """A person as the corpus labels one: the words of each mention, and the name in the nominative."""

    mentions: tuple[Stretch, ...]
    name: tuple[str, ...]  #: first name and surname, as far as the article gives them
    roles: tuple[Stretch, ...] = ()  #: the words of each post that the article gives them


@final
@attrs.frozen(kw_only=True)
class Labelled:
    """An article with its labelled persons."""

    article: str
    text: str
    persons: tuple[Person, ...]


@final
@attrs.define
class Tally:
    """What was counted, and what went wrong."""

    counts: dict[str, int] = attrs.field(factory=dict)
    errors: list[str] = attrs.field(factory=list)

    def add(self, what: str, number: int = 1) -> None:
        """Count something."""
        self.counts[what] = self.counts.get(what, 0) + number

    def ratio(self, part: str, whole: str) -> Ratio:
        """So many of so many."""
        return Ratio(self.counts.get(part, 0), self.counts.get(whole, 0))


# --- Reading ----------------------------------------------------------------------------------------------------------


def read_folder(folder: Path) -> Iterator[Labelled]:
    """Every article of a folder with its persons; `SystemExit` where there is none."""
    texts = sorted(folder.glob("*.txt"))
    if not any(path.with_suffix(".objects").exists() for path in texts):
        raise SystemExit(f"{folder}: no article with labels (NAME.txt beside NAME.objects)")
    for path in texts:
        if path.with_suffix(".objects").exists():
            yield read_article(path)


def read_article(path: Path) -> Labelled:
    """The article of a `.txt` file, with the persons that the files beside it label."""
    spans = {row[0]: (int(row[2]), int(row[2]) + int(row[3])) for row in _rows(path.with_suffix(".spans"))}
    objects: dict[str, Stretch] = {}
    for key, kind, *parts in _rows(path.with_suffix(".objects")):
        words = [spans[part] for part in parts]
        if kind == "Person" and words:
            objects[key] = (min(first for first, _ in words), max(last for _, last in words))
    roles: dict[str, list[Stretch]] = {}
    for fact in _blocks(path.with_suffix(".facts")):
        kind = fact[0].split()[-1]
        told = [line.split() for line in fact[1:] if " " in line]
        who = [line[1].removeprefix("obj") for line in told if line[0] == "Who"]
        held = [spans[line[1].removeprefix("span")] for line in told if line[0] == "Position" and line[1][:4] == "span"]
        if kind == "Occupation":
            for each in who:
                roles.setdefault(each, []).extend(held)
    persons = []
    for block in _blocks(path.with_suffix(".coref")):
        key, *mentioned = block[0].split()
        mentions = tuple(sorted(objects[each] for each in mentioned if each in objects))
        values = dict(line.split(" ", 1) for line in block[1:] if " " in line)
        name = tuple(values[field] for field in ("firstname", "lastname") if values.get(field))
        if mentions:
            persons.append(Person(mentions=mentions, name=name, roles=tuple(roles.get(key, ()))))
    raw = path.read_text(encoding="utf-8")
    return Labelled(article=path.stem, text=raw, persons=tuple(persons))


def _rows(path: Path) -> Iterator[list[str]]:
    """The fields of each line, without the comment at its end."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.partition("#")[0].split()
        if fields:
            yield fields


def _blocks(path: Path) -> Iterator[list[str]]:
    """The lines between blank ones."""
    block: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


# --- Counting ---------------------------------------------------------------------------------------------------------


def count(article: Labelled, tally: Tally) -> None:
    """Parse an article, and count what of its labels is found."""
    import statedoc

    document = statedoc.parse(article.text, language="ru")
    persons = [actor for actor in document.actors if actor.kind is statedoc.ActorKind.PERSON]
    named = {
        (mention.start, mention.end): actor
        for actor in persons
        for mention in actor.mentions
        if mention.form is statedoc.MentionForm.NAME
    }
    golds = [(mention, person) for person in article.persons for mention in person.mentions]
    owner: dict[Stretch, str] = {}  # of each labelled mention that is found: the actor's id
    for mention, _ in golds:
        found = next((each for each in named if _overlap(each, mention)), None)
        tally.add("names.gold")
        if found is None:
            tally.errors.append(f"{article.article}: name missed: {_words(article.text, mention)}")
            continue
        owner[mention] = named[found].id
        tally.add("names.hit")
        tally.add("names.exact", int(found == mention))
    for each in named:
        tally.add("names.found")
        if any(_overlap(each, mention) for mention, _ in golds):
            tally.add("names.right")
        else:
            tally.errors.append(f"{article.article}: no such name: {_words(article.text, each)}")
    for person in article.persons:
        ids = [owner[mention] for mention in person.mentions if mention in owner]
        if not ids:
            continue
        likeliest = max(dict.fromkeys(ids), key=ids.count)
        actor = document.actor(likeliest)
        tally.add("nominative.all")
        right = all(_folded(word) in _folded(actor.name) for word in person.name)
        tally.add("nominative.right", int(right))
        if not right:
            tally.errors.append(f"{article.article}: {' '.join(person.name)} is called {actor.name}")
        spans = [(role.span.start, role.span.end) for role in actor.roles]
        spans += [(each.start, each.end) for each in actor.mentions if each.form is statedoc.MentionForm.ROLE]
        for role in person.roles:
            held = any(_overlap(role, span) for span in spans)
            held = held or any(_words(article.text, role).casefold() == each.title.casefold() for each in actor.roles)
            tally.add("roles.gold")
            tally.add("roles.found", int(held))
            if not held:
                tally.errors.append(f"{article.article}: role of {actor.name} missed: {_words(article.text, role)}")
    _chains(article.persons, owner, tally)


def _chains(persons: Sequence[Person], owner: Mapping[Stretch, str], tally: Tally) -> None:
    """Count pairs of found mentions: those of one person that share an actor, and those of one actor and one person."""
    mentions = [(number, mention) for number, person in enumerate(persons) for mention in person.mentions]
    found = [(number, owner[mention]) for number, mention in mentions if mention in owner]
    for at, (person, actor) in enumerate(found):
        for other_person, other_actor in found[at + 1 :]:
            tally.add("pairs.gold", int(person == other_person))
            tally.add("pairs.found", int(actor == other_actor))
            tally.add("pairs.hit", int(person == other_person and actor == other_actor))


def _overlap(one: Stretch, other: Stretch) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _words(text: str, stretch: Stretch) -> str:
    return " ".join(text[slice(*stretch)].split())


def _folded(word: str) -> str:
    return word.casefold().replace("ё", "е")


# --- The command ------------------------------------------------------------------------------------------------------


def measure(articles: Iterable[Labelled]) -> tuple[dict[str, Ratio], list[str]]:
    """Every measure over all articles together, and what went wrong."""
    tally = Tally()
    for article in articles:
        count(article, tally)
    counts = tally.counts
    every = counts.get("names.found", 0) + counts.get("names.gold", 0)
    pairs = counts.get("pairs.found", 0) + counts.get("pairs.gold", 0)
    return {
        "names of persons: recall": tally.ratio("names.hit", "names.gold"),
        "names of persons: precision": tally.ratio("names.right", "names.found"),
        "names of persons: F1": Ratio(counts.get("names.hit", 0) + counts.get("names.right", 0), every),
        "names of persons: both ends, of found": tally.ratio("names.exact", "names.hit"),
        "nominative of the full name": tally.ratio("nominative.right", "nominative.all"),
        "pairs of one person's names: F1": Ratio(2 * counts.get("pairs.hit", 0), pairs),
        "roles of persons: recall": tally.ratio("roles.found", "roles.gold"),
    }, tally.errors


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.factrueval", description=(__doc__ or "").split("\n", 1)[0]
    )
    parser.add_argument("folder", type=Path, help="where the articles and their labels are")
    parser.add_argument("--errors", action="store_true", help="name each name and role missed or wrong, too")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON, and nothing else")
    given = parser.parse_args(argv)
    figures, errors = measure(read_folder(given.folder))
    if given.json:
        print(as_json(figures))
        return 0
    if given.errors:
        print("\n".join([*errors, ""]))
    print(as_table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
