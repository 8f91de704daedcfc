"""Reviews, needs and cards as rows. Cards are folded by a service; here they are only kept and found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from heapq import nsmallest
from typing import Any

from app.models.codes import coded
from app.models.drill_queue import Candidate, Spent
from app.models.drills import DECAY, FACTOR, CardState, Memory, Need, NeedSource, PointRisk, Rating, Review
from app.models.journal import Value
from app.models.weak_topics import Drilled
from app.store.journal import Rows, Tx

_CARD = """c.script, c.point, p.topic, p.risk, p.weight, c.stability, c.difficulty, c.last_on, c.gap, c.lapsed,
    c.changed, c.wanted, c.last_item, c.reps"""
_LEECH = 4


@dataclass(frozen=True, slots=True)
class CardKey:
    """One operator and one key point."""

    operator: bytes
    script: str
    point: str


@dataclass(frozen=True, slots=True)
class NewReview:
    """An answer as it is written down; ``day`` is the training day."""

    card: CardKey
    version: int
    item: bytes
    kind: str
    at: datetime
    day: date
    score: float
    rating: Rating
    ms: int
    hinted: bool = False
    answer: str = ""


def write_review(tx: Tx, one: NewReview) -> bytes:
    """Write an answer down, and return its id."""
    values: dict[str, Value] = {
        "operator": one.card.operator.hex(),
        "script": one.card.script,
        "point": one.card.point,
        "version": one.version,
        "item": one.item.hex(),
        "kind": one.kind,
        "at": one.at.isoformat(),
        "day": one.day.isoformat(),
        "score": one.score,
        "rating": int(one.rating),
        "ms": one.ms,
        "hinted": int(one.hinted),
        "answer": one.answer or None,
    }
    return tx.add("review", values)


@dataclass(frozen=True, slots=True)
class NewNeed:
    """A card that is wanted out of turn; ``evaluation`` is the quality review that found it."""

    card: CardKey
    source: NeedSource
    day: date
    at: datetime
    by: bytes
    evaluation: bytes | None = None
    note: str = ""


def write_need(tx: Tx, one: NewNeed) -> bytes:
    """Note that a card is wanted out of turn, and return the id of the note."""
    values: dict[str, Value] = {
        "operator": one.card.operator.hex(),
        "script": one.card.script,
        "point": one.card.point,
        "source": one.source.value,
        "day": one.day.isoformat(),
        "at": one.at.isoformat(),
        "by": one.by.hex(),
        "evaluation": one.evaluation.hex() if one.evaluation else None,
        "note": one.note or None,
    }
    return tx.add("drill_need", values)


def reviews_of(rows: Rows, card: CardKey) -> list[Review]:
    """Return every answer of a card."""
    sql = "SELECT id, day, at, rating, score, ms, item FROM review WHERE operator=? AND script=? AND point=?"
    return [
        Review(
            bytes(row[0]), date.fromisoformat(row[1]), datetime.fromisoformat(row[2]), Rating(row[3]), row[4], row[5],
            bytes(row[6] or b""),
        )
        for row in rows.all(sql, card.operator, card.script, card.point)
    ]  # fmt: skip


def needs_of(rows: Rows, card: CardKey) -> list[Need]:
    """Return everything that asked for a card out of turn."""
    sql = "SELECT id, day, at, source FROM drill_need WHERE operator=? AND script=? AND point=?"
    return [
        Need(bytes(row[0]), date.fromisoformat(row[1]), datetime.fromisoformat(row[2]), coded(NeedSource, row[3]))
        for row in rows.all(sql, card.operator, card.script, card.point)
    ]


def wanted_between(
    rows: Rows, source: NeedSource, since: date, until: date, operator: bytes | None = None
) -> list[tuple[CardKey, str]]:
    """Return the cards that something asked for from a day on, the last one not included, with their topics.

    One for each time; of one operator or of everybody.
    """
    sql = """SELECT n.operator, n.script, n.point, p.topic FROM drill_need n
        JOIN drill_point p ON p.script = n.script AND p.point = n.point
        WHERE n.source=?1 AND n.day>=?2 AND n.day<?3 AND (?4 IS NULL OR n.operator=?4) ORDER BY n.day, n.id"""
    found = rows.all(sql, source.value, since.isoformat(), until.isoformat(), operator)
    return [(CardKey(bytes(row[0]), row[1], row[2]), str(row[3])) for row in found]


def cards_of_point(rows: Rows, script: str, point: str) -> list[CardKey]:
    """Return the cards that operators have of a key point."""
    sql = """SELECT operator FROM review WHERE script=? AND point=? UNION
        SELECT operator FROM drill_need WHERE script=? AND point=?"""
    return [CardKey(bytes(row[0]), script, point) for row in rows.all(sql, script, point, script, point)]


def unfolded(rows: Rows, operator: bytes) -> list[CardKey]:
    """Return the cards of an operator that know fewer answers or needs than the journal holds, as after a sync."""
    one = rows.one(
        """SELECT (SELECT count(*) FROM review WHERE operator=?1), (SELECT count(*) FROM drill_need WHERE operator=?1),
            coalesce(sum(reps), 0), coalesce(sum(needs), 0) FROM drill_card WHERE operator=?1""",
        operator,
    )
    if one is None or (one[0], one[1]) == (one[2], one[3]):
        return []
    sql = """SELECT f.script, f.point, sum(f.reviews), sum(f.needs) FROM (
            SELECT script, point, count(*) AS reviews, 0 AS needs FROM review WHERE operator=?1 GROUP BY script, point
            UNION ALL SELECT script, point, 0, count(*) FROM drill_need WHERE operator=?1 GROUP BY script, point) f
        LEFT JOIN drill_card c ON c.operator=?1 AND c.script=f.script AND c.point=f.point
        GROUP BY f.script, f.point
        HAVING sum(f.reviews) != coalesce(max(c.reps), 0) OR sum(f.needs) != coalesce(max(c.needs), 0)"""
    return [CardKey(operator, row[0], row[1]) for row in rows.all(sql, operator)]


def keep_card(tx: Tx, card: CardKey, state: CardState, needs: int, weight: float = 1.0) -> None:
    """Keep the state of a card beside its facts, with what its key point counts."""
    memory = state.memory
    tx.connection.execute(
        "INSERT OR REPLACE INTO drill_card VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            card.operator, card.script, card.point,
            state.due_on.isoformat() if state.due_on else None,
            memory.stability if memory else None,
            memory.difficulty if memory else None,
            memory.last_on.isoformat() if memory else None,
            memory.gap if memory else None,
            state.reps, state.lapses, state.lapses_since,
            int(state.lapsed), int(state.changed), int(state.suspended),
            state.wanted.value if state.wanted else None,
            state.last_item, needs, weight,
        ),
    )  # fmt: skip


def due(rows: Rows, operator: bytes, today: date, limit: int) -> list[Candidate]:
    """Return the most pressing cards of an operator that can come today, in the order of ``drill_queue.queue``.

    Leeches wait for a supervisor. SQLite has no powers: what decides is fetched narrow, and few whole cards after it.
    """
    sql = f"""SELECT CASE WHEN c.stability IS NOT NULL AND c.lapsed THEN 0 WHEN c.wanted IS NOT NULL THEN 1
            WHEN c.changed THEN 2 ELSE 3 END, julianday(?2) - julianday(c.last_on), c.stability, c.weight, c.script,
            c.point
        FROM drill_card c WHERE c.operator=?1 AND c.suspended=0 AND c.due_on<=?2 AND c.lapses_since<{_LEECH}"""
    found = rows.all(sql, operator, today.isoformat())
    pressing = nsmallest(limit, map(_pressing, found))
    return [card for *_, script, point in pressing if (card := _card(rows, operator, script, point)) is not None]


def _pressing(row: tuple[Any, ...]) -> tuple[int, float, str, str]:
    """Return what a card is sorted by: its reason, then 1 - R by the weight of its key point, the highest first."""
    rank, days, stability, weight, script, point = row
    if stability is None:
        return rank, -weight, script, point
    return rank, -weight * (1.0 - (1.0 + FACTOR * max(0.0, days) / stability) ** -DECAY), script, point


def _card(rows: Rows, operator: bytes, script: str, point: str) -> Candidate | None:
    sql = f"""SELECT {_CARD} FROM drill_card c JOIN drill_point p ON p.script = c.script AND p.point = c.point
        WHERE c.operator=? AND c.script=? AND c.point=?"""
    row = rows.one(sql, operator, script, point)
    return _candidate(row) if row else None


def new(rows: Rows, operator: bytes, today: date, limit: int) -> list[Candidate]:
    """Return key points that an operator has never been asked about, the weightiest first."""
    sql = """SELECT p.script, p.point, p.topic, p.risk, p.weight FROM drill_point p WHERE p.from_on<=?
            AND NOT EXISTS (SELECT 1 FROM drill_card c WHERE c.operator=? AND c.script=p.script AND c.point=p.point)
        ORDER BY p.weight DESC, p.script, p.point LIMIT ?"""
    found = rows.all(sql, today.isoformat(), operator, limit)
    return [Candidate(row[0], row[1], row[2], coded(PointRisk, row[3]), row[4]) for row in found]


def of_script(rows: Rows, operator: bytes, script: str) -> list[Candidate]:
    """Return an operator's cards of one script."""
    sql = f"""SELECT {_CARD} FROM drill_card c JOIN drill_point p ON p.script = c.script AND p.point = c.point
        WHERE c.operator=? AND c.script=? AND c.suspended=0"""
    return [_candidate(row) for row in rows.all(sql, operator, script)]


def has_changed(rows: Rows, card: CardKey) -> bool:
    """Whether the key point of a card says something else since it was last seen."""
    sql = "SELECT changed FROM drill_card WHERE operator=? AND script=? AND point=?"
    row = rows.one(sql, card.operator, card.script, card.point)
    return row is not None and bool(row[0])


def _candidate(row: tuple[Any, ...]) -> Candidate:
    script, point, topic, risk, weight, stability, difficulty, last, gap, lapsed, changed, wanted, item, reps = row
    memory = Memory(stability, difficulty, date.fromisoformat(last), gap) if stability is not None else None
    return Candidate(
        script, point, topic, coded(PointRisk, risk), weight, memory, bool(lapsed), bool(changed),
        coded(NeedSource, wanted) if wanted else None, bytes(item), reps,
    )  # fmt: skip


def spent(rows: Rows, operator: bytes, day: date) -> Spent:
    """Return what an operator did on a training day: one question counts once, however many key points it tests."""
    row = rows.one(
        """SELECT count(*), coalesce(sum(took), 0) FROM (SELECT max(ms) AS took FROM review
            WHERE operator=? AND day=? GROUP BY at, item)""",
        operator, day.isoformat(),
    )  # fmt: skip
    first = rows.one(
        """SELECT count(*) FROM (SELECT DISTINCT script, point FROM review r INDEXED BY review_day
            WHERE operator=?1 AND day=?2 AND NOT EXISTS (SELECT 1 FROM review b
                WHERE b.operator=?1 AND b.script=r.script AND b.point=r.point AND b.day<?2))""",
        operator, day.isoformat(),
    )  # fmt: skip
    return Spent(row[0] if row else 0, row[1] if row else 0, first[0] if first else 0)


def last_topics(rows: Rows, operator: bytes, day: date, limit: int) -> list[str]:
    """Return the topics of the questions that an operator answered last on a training day, in their order."""
    sql = """SELECT p.topic FROM review r JOIN drill_point p ON p.script = r.script AND p.point = r.point
        WHERE r.operator=? AND r.day=? GROUP BY r.at, r.item ORDER BY r.at DESC LIMIT ?"""
    return [str(row[0]) for row in rows.all(sql, operator, day.isoformat(), limit)][::-1]


@dataclass(frozen=True, slots=True)
class Sought:
    """A search in a drill that led to the right script: the words, the place at which it stood, by whom, when."""

    script: str
    words: str
    place: int
    operator: bytes
    at: datetime


def sought(rows: Rows, operator: bytes, since: date) -> list[Sought]:
    """Return the searches of an operator's drills that led to the right script, from a day on."""
    sql = """SELECT DISTINCT script, answer, operator, at FROM review
        WHERE operator=? AND day>=? AND kind='find' AND score>0 AND answer IS NOT NULL"""
    found: list[Sought] = []
    for script, answer, by, at in rows.all(sql, operator, since.isoformat()):
        place, _, words = str(answer).partition(" ")
        if place.isdigit() and words:
            found.append(Sought(str(script), words, int(place), bytes(by), datetime.fromisoformat(at)))
    return found


def usual_ms(rows: Rows, operator: bytes, kind: str, limit: int = 101) -> int | None:
    """Return the median time of an operator's last answers of a kind, in milliseconds; None below ten answers."""
    sql = "SELECT ms FROM review WHERE operator=? AND day>'' AND kind=? ORDER BY day DESC LIMIT ?"
    found = sorted(int(row[0]) for row in rows.all(sql, operator, kind, limit))
    return found[len(found) // 2] if len(found) >= 10 else None


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that was forgotten too often to be drilled on."""

    card: CardKey
    operator: str
    lapses: int


def leeches(rows: Rows, limit: int = 200) -> list[Leech]:
    """Return the cards that wait for a supervisor."""
    sql = f"""SELECT c.operator, c.script, c.point, (SELECT display FROM person n WHERE n.id = c.operator), c.lapses
        FROM drill_card c WHERE c.lapses_since>={_LEECH} AND c.suspended=0 ORDER BY c.lapses_since DESC LIMIT ?"""
    found = rows.all(sql, limit)
    return [Leech(CardKey(bytes(row[0]), row[1], row[2]), str(row[3] or ""), row[4]) for row in found]


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer about a key point, as it counts for what a person knows."""

    day: date
    score: float
    topic: str
    risk: PointRisk
    script: str
    point: str


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer as it was given: when, how it was asked, its score, and what was typed or chosen ("" for nothing)."""

    at: datetime
    kind: str
    score: float
    answer: str
    item: bytes


def last_answers(rows: Rows, card: CardKey, limit: int) -> list[GivenAnswer]:
    """Return the last answers of a card, the newest first."""
    sql = """SELECT at, kind, score, answer, item FROM review WHERE operator=? AND script=? AND point=?
        ORDER BY at DESC LIMIT ?"""
    found = rows.all(sql, card.operator, card.script, card.point, limit)
    return [
        GivenAnswer(datetime.fromisoformat(at), str(kind), float(score), str(answer or ""), bytes(item or b""))
        for at, kind, score, answer, item in found
    ]


def recent(rows: Rows, operator: bytes, since: date) -> list[Answered]:
    """Return an operator's answers from a day on."""
    sql = """SELECT r.day, r.score, p.topic, p.risk, r.script, r.point FROM review r
        JOIN drill_point p ON p.script = r.script AND p.point = r.point WHERE r.operator=? AND r.day>=?"""
    found = rows.all(sql, operator, since.isoformat())
    return [
        Answered(date.fromisoformat(row[0]), row[1], row[2], coded(PointRisk, row[3]), row[4], row[5]) for row in found
    ]


def drilled(rows: Rows, operator: bytes, since: date, until: date) -> list[Drilled]:
    """Return how an operator answered each key point from a day on, the last one not included.

    Only what was answered since the key point says what it says now.
    """
    sql = """SELECT p.topic, r.script, r.point, count(*), sum(r.rating = 1) FROM review r INDEXED BY review_day
        CROSS JOIN drill_point p ON p.script = r.script AND p.point = r.point
        WHERE r.operator=? AND r.day>=? AND r.day<? AND r.day>=p.from_on GROUP BY r.script, r.point"""
    return [Drilled(*row) for row in rows.all(sql, operator, since.isoformat(), until.isoformat())]


def not_due(rows: Rows, operator: bytes, topics: Sequence[str], today: date, limit: int) -> list[Candidate]:
    """Return cards of topics that were seen before today and are not due, the next to come due first.

    What was forgotten or asked for comes on its own day.
    """
    places = ",".join("?" * len(topics))
    sql = f"""SELECT {_CARD} FROM drill_point p JOIN drill_card c
            ON c.operator=? AND c.script = p.script AND c.point = p.point
        WHERE p.topic IN ({places}) AND c.suspended=0 AND c.lapses_since<{_LEECH} AND c.due_on>? AND c.last_on<?
            AND c.lapsed=0 AND c.wanted IS NULL
        ORDER BY c.due_on, c.script, c.point LIMIT ?"""
    day = today.isoformat()
    return [replace(_candidate(row), weak=True) for row in rows.all(sql, operator, *topics, day, day, limit)]


def all_cards(rows: Rows, operator: bytes) -> list[Candidate]:
    """Return every card of an operator that does not rest."""
    sql = f"""SELECT {_CARD} FROM drill_card c JOIN drill_point p ON p.script = c.script AND p.point = c.point
        WHERE c.operator=? AND c.suspended=0"""
    return [_candidate(row) for row in rows.all(sql, operator)]


def due_days(rows: Rows, operator: bytes, until: date) -> list[tuple[str, int]]:
    """Return (day, cards) that come due until a day, the earliest first; what is overdue under its own day."""
    sql = """SELECT due_on, count(*) FROM drill_card WHERE operator=? AND suspended=0 AND due_on<=?
        GROUP BY due_on ORDER BY due_on"""
    return [(str(row[0]), int(row[1])) for row in rows.all(sql, operator, until.isoformat())]


def practice_days(rows: Rows, operators: Iterable[bytes], since: date, until: date) -> dict[bytes, int]:
    """Return on how many training days each operator practiced, both ends included."""
    sql = "SELECT count(DISTINCT day) FROM review WHERE operator=? AND day BETWEEN ? AND ?"
    found: dict[bytes, int] = {}
    for one in operators:
        row = rows.one(sql, one, since.isoformat(), until.isoformat())
        found[one] = int(row[0]) if row else 0
    return found
