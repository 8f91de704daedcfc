"""Playing the rounds of this month's contest: questions drawn once for everybody, each answered once."""

import hashlib
from dataclasses import dataclass

from app.models import contest_rounds as rules
from app.models.accounts import Permission
from app.models.contest_rounds import KINDS, QUESTIONS, ContestRound, Drawn, Played, RoundAnswer, RoundOver
from app.models.drill_items import DrillKind, Item
from app.models.drill_queue import Candidate
from app.models.drills import PointRisk
from app.models.errors import FieldTooLong, RecordGone
from app.models.texts import clean
from app.services import drill_cards, drill_items, drills
from app.services.drills import Asked, Given
from app.services.office import View, Work
from app.store import contests as rows_of
from app.store import drill_points as point_rows

#: So many scripts are looked through for questions.
_LOOKED_AT = 80


@dataclass(frozen=True)
class RoundQuestion:
    """The next question of whoever asks: which round, which of how many, and the question."""

    round: ContestRound
    place: int
    count: int
    asked: Asked


@dataclass(frozen=True)
class RoundResult:
    """What an answer got, 0 to 1, what would have been right, and whether that was the last question."""

    score: float
    right: tuple[str, ...]
    over: bool


def draw(work: Work, month: str) -> Drawn:
    """Return questions for the rounds of a month, from scripts in an order that nobody chose."""
    drill_cards.refresh(work)
    keys = {one.script for one in point_rows.every(work.tx) if one.from_on is not None}
    ranked = sorted(keys, key=lambda key: hashlib.sha256(f"{month}/{key}".encode()).digest())
    found: dict[ContestRound, list[Item]] = {name: [] for name in ContestRound}
    for key in ranked[:_LOOKED_AT]:
        if all(len(chosen) == QUESTIONS for chosen in found.values()):
            break
        _take(work, key, month, found)
    return {name: tuple(chosen) for name, chosen in found.items() if chosen}


def _take(work: Work, key: str, month: str, found: dict[ContestRound, list[Item]]) -> None:
    """Take one question of a script for each round that has too few."""
    try:
        _, items = drill_items.items_for(work, key)
    except RecordGone:
        return
    for name, chosen in found.items():
        fit = [one for one in items if one.kind is KINDS[name]]
        if fit and len(chosen) < QUESTIONS:
            chosen.append(min(fit, key=lambda one: hashlib.sha256(month.encode() + one.id).digest()))


def following(view: View) -> RoundQuestion | None:
    """Return the next question of whoever asks, None where everything is played or nothing is drawn."""
    person = view.require(Permission.PRACTICE)
    contest = rows_of.contest_of(view.rows, _month(view))
    if contest is None:
        return None
    found = rules.following(contest.drawn, rows_of.answers_of(view.rows, contest.id, person.id))
    if found is None:
        return None
    name, place = found
    item = contest.drawn[name][place]
    card = Candidate(item.script, item.point, item.topic, PointRisk.NORMAL, 1.0)
    return RoundQuestion(name, place, len(contest.drawn[name]), Asked(card, item))


def answer(work: Work, name: ContestRound, place: int, given: Given) -> RoundResult:
    """Grade an answer of a round and write it down; each question counts once.

    Raises ``RoundOver``, ``FieldTooLong``, ``NotAllowed``.
    """
    person = work.require(Permission.PRACTICE)
    contest = rows_of.contest_of(work.tx, _month(work))
    before = rows_of.answers_of(work.tx, contest.id, person.id) if contest else []
    if contest is None or rules.following(contest.drawn, before) != (name, place):
        raise RoundOver
    text = clean(given.text) or ""
    if len(text) > drills.LONGEST_ANSWER:
        raise FieldTooLong(field="answer", limit=drills.LONGEST_ANSWER)
    item = contest.drawn[name][place]
    ms = min(max(0, given.ms), drills.LONGEST_MS)
    score = 0.0 if given.gave_up else rules.worth(name, drills.score_of(item, given, text), ms)
    made = RoundAnswer(name, place, score, ms)
    written = text or ",".join(str(one + 1) for one in given.chosen)
    rows_of.write_answer(work.tx, contest.id, person.id, made, written)
    over = rules.following(contest.drawn, [*before, made]) is None
    return RoundResult(score, _right(work, item, given.language), over)


def _right(view: View, item: Item, language: str) -> tuple[str, ...]:
    if item.kind is not DrillKind.FIND:
        return drills.right_of(item, language)
    try:
        return (drill_items.script_of(view, item.script).title_in(language),)
    except RecordGone:
        return ()


def played(view: View, contest: rows_of.Contest, person: bytes) -> Played:
    """Return what a person did in the rounds of a contest."""
    return rules.played(contest.drawn, rows_of.answers_of(view.rows, contest.id, person))


def _month(view: View) -> str:
    return drill_cards.today(view).isoformat()[:7]
