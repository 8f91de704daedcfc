"""Daily practice: the queue of today, one question at a time, an answer graded at once with the approved wording."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.models import drill_items as items
from app.models import drill_queue
from app.models.accounts import Permission
from app.models.drill_items import DrillKind, Item
from app.models.drill_queue import MOST_NEW, MOST_WEAK, WEIGHED, Candidate, Spent
from app.models.drills import NeedSource, Rating, rating_of
from app.models.errors import FieldMissing, FieldTooLong, RecordGone
from app.models.texts import clean
from app.scripts_library import answer_facts, answer_grading
from app.scripts_library.answer_grading import PointGrade, Verdict
from app.scripts_library.rendering import PLACEHOLDER
from app.scripts_library.script import Script
from app.services import drill_cards, drill_items, weak_topics
from app.services.office import View, Work
from app.store import drill_points as point_rows
from app.store import drills as rows_of
from app.store.drills import CardKey, Leech, NewNeed, NewReview

LONGEST_ANSWER = 4000
#: Nobody thinks longer about one question; more is a break.
LONGEST_MS = 300_000
EVERY_KIND = frozenset(DrillKind)


@dataclass(frozen=True)
class Drill:
    """The drill of a training day: what still comes, in order, and what was done."""

    day: date
    cards: tuple[Candidate, ...]
    spent: Spent


@dataclass(frozen=True)
class Asked:
    """One question for a card, with the title of its script (shown as a hint) and the version that counts now."""

    card: Candidate
    item: Item
    title: str = ""
    version: int = 0


@dataclass(frozen=True)
class Given:
    """What was answered: text (say, slot), places of options (mcq, multi, order, branch), a script's key (find).

    ``gave_up`` shows the answer without one; ``ms`` is how long it took. ``sought`` are the words of a search (find)
    and ``place`` is where the script stood among what it found, from 1.
    """

    script: str
    point: str
    item: bytes
    language: str
    ms: int
    text: str = ""
    chosen: tuple[int, ...] = ()
    gave_up: bool = False
    hinted: bool = False
    sought: str = ""
    place: int = 0


@dataclass(frozen=True)
class Feedback:
    """How an answer was: score 0 to 1, approved wording and source, what each key point got, when it comes next.

    ``points`` are (text, verdict, why) in the language of the answer; ``before`` is what a changed key point said.
    """

    score: float
    rating: Rating
    title: str
    approved: str
    sources: tuple[str, ...]
    points: tuple[tuple[str, Verdict, str], ...]
    forbidden: tuple[str, ...]
    next_on: date | None
    right: tuple[str, ...] = ()
    before: str = ""


def start(work: Work) -> Drill:
    """Begin or resume today's drill. Raises ``NotAllowed``."""
    person = work.require(Permission.PRACTICE)
    drill_cards.refresh(work, person.id)
    weak_topics.follow(work, person.id)
    return today(work)


def is_stale(view: View) -> bool:
    """Say whether ``start`` would fold cards anew, so that asking alone is not enough."""
    person = view.require(Permission.PRACTICE)
    return weak_topics.is_stale(view, person.id) or drill_cards.is_stale(view, person.id)


def today(view: View) -> Drill:
    """Return what is left of today's drill."""
    person = view.require(Permission.PRACTICE)
    day = drill_cards.today(view)
    spent = rows_of.spent(view.rows, person.id, day)
    weak = weak_topics.kept(view, person.id)
    pressing = rows_of.due(view.rows, person.id, day, WEIGHED if weak and spent.left else spent.left)
    room = spent.left - len(pressing)
    ahead = rows_of.not_due(view.rows, person.id, weak, day, min(room, MOST_WEAK)) if weak and room > 0 else []
    room = min(room - len(ahead), MOST_NEW - spent.new)
    fresh = rows_of.new(view.rows, person.id, day, room) if room > 0 else []
    before = rows_of.last_topics(view.rows, person.id, day, drill_queue.MOST_IN_A_ROW)
    return Drill(day, drill_queue.queue((*pressing, *ahead, *fresh), day, spent, weak, before), spent)


def ask(view: View, card: Candidate, kinds: frozenset[DrillKind] = EVERY_KIND, language: str = "") -> Asked:
    """Return the question for a card, of these kinds and in this language ("zh", "en") where there is one.

    Raises ``RecordGone`` where its script is gone.
    """
    person = view.require(Permission.PRACTICE)
    script, found = drill_items.items_for(view, card.script)
    wanted = kinds if drill_items.fitting(found, card, kinds, language) else EVERY_KIND
    item = drill_items.choose(found, card, person.id, kinds=wanted, language=language)
    return Asked(card, item, script.title_in(language or "zh"), script.version)


def answer(work: Work, given: Given) -> Feedback:
    """Grade an answer, write it down for every key point that the question tests, and return how it was.

    Raises ``FieldTooLong``, ``RecordGone`` (the script or the question is gone), ``NotAllowed``.
    """
    person = work.require(Permission.PRACTICE)
    text = clean(given.text) or ""
    if len(text) > LONGEST_ANSWER:
        raise FieldTooLong(field="answer", limit=LONGEST_ANSWER)
    script, found = drill_items.items_for(work, given.script)
    item = next((one for one in found if one.id == given.item), None)
    if item is None:
        raise RecordGone(entity="item", id=given.item.hex())
    graded = _graded(script, item, given, text)
    ms = min(max(0, given.ms), LONGEST_MS)
    usual = rows_of.usual_ms(work.tx, person.id, item.kind.value)
    quick = usual is not None and ms < usual and not given.hinted
    day = drill_cards.today(work)
    next_on: date | None = None
    before = _said_before(work, script, CardKey(person.id, given.script, given.point), given.language)
    for point, score in graded.scores.items():
        missed = score < 1.0 and item.kind is DrillKind.SAY and _is_critical(script, point)
        rating = rating_of(score, missed_critical=missed, forbidden=bool(graded.forbidden), quick=quick)
        card = CardKey(person.id, given.script, point)
        rows_of.write_review(
            work.tx,
            NewReview(
                card, script.version, item.id, item.kind.value, work.now, day, score, rating,
                ms, given.hinted, _written(item, given, text),
            ),
        )  # fmt: skip
        state = drill_cards.fold_card(work, card)
        next_on = min(filter(None, (next_on, state.due_on)), default=None)
    point_rows.keep_typed(work.tx, person.id, item.id.hex(), "")
    return replace(_feedback(script, item, given.language, graded, next_on), before=before)


def _said_before(view: View, script: Script, card: CardKey, language: str) -> str:
    """Return what a key point said before it changed; "" for one that did not change since it was last seen."""
    changed = rows_of.has_changed(view.rows, card)
    return drill_cards.said_before(view, script, card.point, language) if changed else ""


def _written(item: Item, given: Given, text: str) -> str:
    """Return what is written down of an answer."""
    if item.kind is DrillKind.FIND:
        return f"{given.place} {' '.join(given.sought.split())}" if given.place else ""
    return text if item.kind in (DrillKind.SAY, DrillKind.SLOT) else _places(given.chosen)


@dataclass(frozen=True)
class _Graded:
    score: float
    scores: dict[str, float]
    points: tuple[PointGrade, ...] = ()
    forbidden: tuple[str, ...] = ()


_SCORES = {Verdict.HIT: 1.0, Verdict.MAYBE: 0.5, Verdict.MISS: 0.0}


def _graded(script: Script, item: Item, given: Given, text: str) -> _Graded:
    if item.kind is DrillKind.SAY:
        asked = [one for one in script.key_points if one.id in item.points]
        said = "" if given.gave_up else text
        found = answer_grading.grade(said, asked, given.language, forbidden=script.must_not_say)
        return _Graded(
            found.score, {one.point: _SCORES[one.verdict] for one in found.points}, found.points, found.forbidden
        )
    score = 0.0 if given.gave_up else score_of(item, given, text)
    points = item.points if item.kind in (DrillKind.MULTI, DrillKind.ORDER, DrillKind.BRANCH) else (given.point,)
    return _Graded(score, {one: 0.0 if _left_out(script, item, given, one) else score for one in points})


def _left_out(script: Script, item: Item, given: Given, point: str) -> bool:
    """Whether a key point stands among several options and was not chosen: that one is not known, however the rest."""
    texts = next((one.texts for one in script.key_points if one.id == point), None)
    if item.kind is not DrillKind.MULTI or texts not in item.options:
        return False
    return item.options.index(texts) not in given.chosen


def score_of(item: Item, given: Given, text: str) -> float:
    """Return the score of an answer that needs no grading of words, 0 to 1."""
    if item.kind is DrillKind.SLOT:
        wanted = [one for words in item.fills.values() for one in words]
        return float(any(answer_facts.same_filling(one, text) for one in wanted))
    if item.kind is DrillKind.BRANCH:
        return items.score_steps(item, given.chosen)
    if item.kind is DrillKind.FIND:
        return items.score_found(item, given.text.strip(), given.ms)
    return items.score_choice(item, given.chosen)


def _is_critical(script: Script, point: str) -> bool:
    return any(one.critical for one in script.key_points if one.id == point)


def _places(chosen: Sequence[int]) -> str:
    return ",".join(str(one + 1) for one in chosen)


def _feedback(script: Script, item: Item, language: str, graded: _Graded, next_on: date | None) -> Feedback:
    verdicts = {one.point: one for one in graded.points}
    usual = Verdict.HIT if graded.score >= 0.85 else Verdict.MISS
    points: list[tuple[str, Verdict, str]] = []
    for one in script.key_points:
        if one.id in item.points:
            found = verdicts.get(one.id)
            text = items.said_in(one.texts, language)
            fault = found.fault.value if found and found.fault else ""
            points.append((text, found.verdict if found else usual, fault))
    worst = min((found for found in graded.scores.values()), default=graded.score)
    rating = rating_of(graded.score, missed_critical=False, forbidden=bool(graded.forbidden))
    if worst < 1.0 and any(one.critical and one.verdict is not Verdict.HIT for one in graded.points):
        rating = Rating.AGAIN
    said = next((one.say for one in script.variants if one.language == language and not one.plain and one.say), "")
    sources = tuple(" ".join(filter(None, (one.doc, one.clause, one.url))) for one in script.sources)
    return Feedback(
        graded.score, rating, script.title_in(language), PLACEHOLDER.sub("…", said), sources, tuple(points),
        graded.forbidden, next_on, right_of(item, language),
    )  # fmt: skip


def right_of(item: Item, language: str) -> tuple[str, ...]:
    """Return what would have been right, in the language of the answer."""
    if item.kind is DrillKind.SLOT:
        return tuple(item.fills.get(language) or next(iter(item.fills.values()), ()))
    if item.kind is DrillKind.BRANCH:
        return tuple(items.said_in(one.options[one.right], language) for one in item.steps)
    shown = item.options_in(language)
    return tuple(shown[place] for place in item.right)


def want(work: Work, script: str, point: str) -> None:
    """Put a key point into one's own drill of today. Raises ``RecordGone``."""
    person = work.require(Permission.PRACTICE)
    need(work, CardKey(person.id, script, point), NeedSource.SELF, by=person.id)


def need(
    work: Work, card: CardKey, source: NeedSource, *, by: bytes, evaluation: bytes | None = None, note: str = ""
) -> None:
    """Make a card due: at once for oneself, on the next training day for what somebody else found.

    Raises ``RecordGone`` for a key point that is not there.
    """
    drill_cards.refresh(work)
    if point_rows.find(work.tx, card.script, card.point) is None:
        raise RecordGone(entity="key_point", id=f"{card.script}/{card.point}")
    day = drill_cards.today(work) + timedelta(days=source is not NeedSource.SELF)
    rows_of.write_need(work.tx, NewNeed(card, source, day, work.now, by, evaluation, note))
    drill_cards.fold_card(work, card)


def leeches(view: View) -> list[Leech]:
    """Return the cards that were forgotten too often and wait for somebody who looks at item, script or person."""
    view.require(Permission.TRAIN)
    return rows_of.leeches(view.rows)


def coached(work: Work, operator: bytes, script: str, point: str, *, note: str) -> None:
    """Say what was done about a card that was forgotten too often; it is drilled again from tomorrow.

    Raises ``FieldMissing``, ``RecordGone``.
    """
    person = work.require(Permission.TRAIN)
    said = clean(note)
    if not said:
        raise FieldMissing(field="note")
    need(work, CardKey(operator, script, point), NeedSource.COACHED, by=person.id, note=said)


def load(view: View, days: int) -> list[int]:
    """Return how many of one's cards come due today and on each of the days after; today holds what is overdue.

    What is answered until then moves cards: this is what stands now, not what will be.
    """
    return load_of(view, view.require(Permission.PRACTICE).id, days)


def load_of(view: View, person: bytes, days: int) -> list[int]:
    """Return the same for a person, for the forecast of a team."""
    day = drill_cards.today(view)
    counts = [0] * days
    for due_on, count in rows_of.due_days(view.rows, person, day + timedelta(days=days - 1)):
        counts[max(0, (date.fromisoformat(due_on) - day).days)] += count
    return counts
