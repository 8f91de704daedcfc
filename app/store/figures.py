"""Figures as rows: what each inquiry says to every question, and per day how many say what. Derived and disposable.

``figure`` stands beside each inquiry under the same position; ``figure_day`` counts it by day, and within the day by
operator, unit, channel and category, so that a dashboard reads days and never inquiries.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.models.codes import coded
from app.models.figures import InquiryFacts, Observed
from app.models.inquiries import State
from app.models.kpi_questions import OF_INQUIRIES, Question
from app.models.kpis import FigureMark, RowSet
from app.models.texts import moment
from app.store import clocks, fresh, inquiries
from app.store.journal import Rows, Tx
from app.store.projections import PLACES, first_position

#: How each mark is kept: one letter for each question, in their order.
LETTERS = {
    FigureMark.MET: "+", FigureMark.MISSED: "-", FigureMark.WAITING: "?", FigureMark.LEFT_OUT: "x",
    FigureMark.NONE: ".",
}  # fmt: skip
MARKS = {letter: mark for mark, letter in LETTERS.items()}
_PLACE = {question: place for place, question in enumerate(OF_INQUIRIES, 1)}
#: By what figures are grouped; ``all`` has the one key "".
DIMENSIONS = ("all", "person", "unit", "channel", "category")
_NAMES = tuple(question.value for question in OF_INQUIRIES)
_Cell = tuple[str, str, str, str]
#: A row of ``figure``, and where the key of each dimension stands in it.
_Row = tuple[Any, ...]
_DAY, _MARKS = 1, 7
_KEYS = dict(zip(DIMENSIONS, (0, 2, 3, 4, 5), strict=True))
_STATE, _END = "figures_state", 1 << 62
#: What an inquiry that stands in no group of a dimension has there.
_EMPTY, _NO_TEXT = {"person": "zeroblob(0)"}, "''"
#: Positions of seven days: within these a caller who comes again did not get what they came for.
_WEEK = 7 * 86_400 * PLACES
#: The first day of the span of ``models.periods`` that a day lies in.
BUCKETS = {
    "day": "day",
    "week": "date(day, 'weekday 0', '-6 days')",
    "month": "substr(day, 1, 7) || '-01'",
    "quarter": "substr(day, 1, 4) || printf('-%02d-01', (substr(day, 6, 2) - 1) / 3 * 3 + 1)",
    "year": "substr(day, 1, 4) || '-01-01'",
    "": "''",
}


@dataclass(frozen=True)
class Standing:
    """How far figures are counted: by which rules, of the journal and of the inquiries that were there before.

    ``built`` is the last position that was counted the first time, ``done`` how many were.
    """

    by: str = ""
    up_to: int = 0
    built: int = -1
    done: int = 0

    @property
    def whole(self) -> bool:
        """Say whether every inquiry has been counted once."""
        return self.built == _END


@dataclass(frozen=True)
class Kept:
    """An inquiry as the figures keep it: its day and groups, its marks as letters, when to look again."""

    position: int
    day: str
    person: bytes | None
    unit: str | None
    channel: str | None
    category: str | None
    caller: bytes | None
    marks: str
    looks_at: str | None


def standing(rows: Rows) -> Standing:
    """Return how far figures are counted."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _STATE)
    return Standing(*json.loads(row[0])) if row else Standing()


def stand(tx: Tx, found: Standing) -> None:
    """Note how far figures are counted."""
    told = json.dumps([found.by, found.up_to, found.built, found.done])
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (_STATE, told))


def begin(tx: Tx, by: str) -> Standing:
    """Throw every figure away and return from where to count again."""
    for table in ("figure", "figure_day", "figure_fact", "figure_window", "figure_window_made", "figure_window_due"):
        tx.connection.execute(f"DELETE FROM {table} /* whole: all of it goes */")
    tx.connection.execute("DELETE FROM meta WHERE k='figures_facts'")
    found = Standing(by, fresh.last_record(tx.connection))
    stand(tx, found)
    return found


def forget(tx: Tx) -> None:
    """Let everything be counted anew the next time: the inquiries have new places."""
    tx.connection.execute("DELETE FROM meta WHERE k=?", (_STATE,))


def how_many(rows: Rows) -> int:
    """Return how many inquiries there are, for a progress bar."""
    row = rows.one("SELECT count(*) FROM inquiry /* whole: once, before all of them are counted */")
    return int(row[0]) if row else 0


def built(found: Standing, position: int | None, size: int) -> Standing:
    """Return the standing after a part of a size up to a position; None: there was nothing more."""
    return Standing(found.by, found.up_to, _END if position is None else position, found.done + size)


def spoken_of(rows: Rows, since: int, until: int) -> list[int]:
    """Return the inquiries of which records after ``since`` up to ``until`` say anything that is counted."""
    stretch = "j.id > ? AND j.id <= ?"
    sql = f"""SELECT i.position FROM journal j JOIN inquiry i ON i.id = j.row_id
            WHERE {stretch} AND j.entity = 'inquiry'
        UNION SELECT i.position FROM journal j JOIN inquiry_event e ON e.id = j.row_id
            JOIN inquiry i ON i.id = e.inquiry
            WHERE {stretch} AND j.entity = 'inquiry_event'
        UNION SELECT i.position FROM journal j JOIN contact_inquiry l ON l.id = j.row_id
            JOIN inquiry i ON i.id = l.inquiry WHERE {stretch} AND j.entity = 'contact_inquiry'
        UNION SELECT i.position FROM journal j JOIN interview_end e ON e.id = j.row_id
            JOIN interview v ON v.id = e.interview JOIN inquiry i ON i.id = v.inquiry
            WHERE {stretch} AND j.entity = 'interview_end'"""
    return [row[0] for row in rows.all(sql, *(since, until) * 4)]


def last_record(rows: Rows) -> int:
    """Return the number of the last record of the journal."""
    return fresh.last_record(rows.connection)


def ripe(rows: Rows, now: str, limit: int) -> list[int]:
    """Return the inquiries that must be looked at by now (ISO), although nothing was said of them."""
    sql = "SELECT position FROM figure WHERE looks_at < ? ORDER BY looks_at LIMIT ?"
    return [row[0] for row in rows.all(sql, now, limit)]


def earlier_of_callers(rows: Rows, positions: Sequence[int]) -> set[int]:
    """Return what the callers of these inquiries asked within the week before: it depends on what came after it."""
    found: set[int] = set()
    for part in _parts(positions):
        for source in ("inquiry", "figure"):
            sql = f"""SELECT p.position FROM {source} s JOIN inquiry p ON p.caller = s.caller
                AND p.position < s.position AND p.position >= s.position - {_WEEK}
                WHERE s.position IN ({_places(part)}) AND s.caller IS NOT NULL"""
            found.update(row[0] for row in rows.all(sql, *part))
    return found


@dataclass(frozen=True)
class Found:
    """An inquiry with its facts and the groups that it is counted in."""

    position: int
    facts: InquiryFacts
    person: bytes | None
    unit: str | None
    channel: str | None


_FACTS = """SELECT i.position, i.id, i.state, i.opened_at, i.category, i.closed_at, i.due_at, i.clocks, i.caller,
    i.batch IS NOT NULL, i.opened_by, i.unit, i.channel,
    (SELECT c.answer_mode FROM contact_inquiry l JOIN contact c ON c.id = l.contact
        WHERE l.inquiry = i.id AND l.role = 'answered' ORDER BY l.at LIMIT 1),
    EXISTS (SELECT 1 FROM contact_inquiry l WHERE l.inquiry = i.id AND l.role = 'answered'),
    (SELECT min(n.position) {repeated}),
    EXISTS (SELECT 1 FROM interview v JOIN interview_end e ON e.interview = v.id WHERE v.inquiry = i.id
        AND json_extract(e.codes, '$.solved') IN ('partly', 'unsolved')),
    i.came_from IS NOT NULL
    FROM inquiry i WHERE i.position IN ({places}) AND i.deleted_at IS NULL"""


def _topic(column: str) -> str:
    """Two steps of the category tree: a caller who asks of another vaccine comes again on the same topic."""
    rest = f"substr({column}, instr({column}, '.') + 1)"
    return (
        f"CASE WHEN instr({column}, '.') = 0 OR instr({rest}, '.') = 0 THEN coalesce({column}, '')"
        f" ELSE substr({column}, 1, instr({column}, '.') + instr({rest}, '.') - 1) END"
    )


#: Where an inquiry ``n`` of the same caller on the same topic as ``i`` follows within the week.
REPEATED = f"""FROM inquiry n WHERE n.caller = i.caller AND n.position > i.position
        AND n.position <= i.position + {_WEEK} AND n.deleted_at IS NULL
        AND {_topic("n.category")} = {_topic("i.category")}"""


def facts_of(rows: Rows, positions: Sequence[int], zone: ZoneInfo) -> Iterator[Found]:
    """Yield what is known of these inquiries; deleted ones say nothing."""
    for part in _parts(positions):
        sql = _FACTS.format(repeated=REPEATED, places=_places(part))
        found = rows.all(sql, *part)
        events = inquiries.events_of_many(rows, [bytes(row[1]) for row in found])
        for row in found:
            yield _found(row, tuple(events[bytes(row[1])]), zone)


def _found(row: tuple[Any, ...], events: tuple[Any, ...], zone: ZoneInfo) -> Found:
    opened_at, closed_at = datetime.fromisoformat(row[3]), moment(row[5])
    facts = InquiryFacts(
        coded(State, row[2]), opened_at, opened_at.astimezone(zone).date(), row[4] or "", closed_at,
        closed_at.astimezone(zone).date() if closed_at else None, moment(row[6]), clocks.marks_of(row[7]), events,
        bytes(row[8]) if row[8] else None, opened_at if row[15] else None, bool(row[14]), row[13], bool(row[9]),
        bool(row[16]), bool(row[17]),
    )  # fmt: skip
    return Found(row[0], facts, bytes(row[10]) if row[10] else None, row[11], row[12])


def kept_of(found: Found, observed: Observed) -> Kept:
    """Return an inquiry as the figures keep it."""
    looks_at = observed.looks_at.astimezone(UTC).isoformat() if observed.looks_at else None
    facts = found.facts
    return Kept(
        found.position, facts.day.isoformat(), found.person, found.unit, found.channel, facts.category or None,
        facts.caller, letters_of(observed), looks_at,
    )  # fmt: skip


def letters_of(observed: Observed) -> str:
    """Return the answers of an inquiry as letters."""
    return "".join(LETTERS[mark] for mark in observed.marks)


def keep(tx: Tx, positions: Sequence[int], kept: Sequence[Kept]) -> None:
    """Put what these inquiries say now in the place of what they said, and count the difference by day."""
    change: Counter[_Cell] = Counter()
    _count(change, list(_known(tx, positions)), -1)
    for part in _parts(positions):
        tx.connection.execute(f"DELETE FROM figure WHERE position IN ({_places(part)})", part)
    _add(tx, [(*vars(one).values(),) for one in kept], change)


def add_new(tx: Tx, rows: Sequence[_Row]) -> None:
    """Put inquiries of which nothing is kept yet beside the others: (position, day, … as ``Kept``)."""
    _add(tx, rows, Counter())


def _add(tx: Tx, rows: Sequence[_Row], change: Counter[_Cell]) -> None:
    _count(change, rows, 1)
    tx.connection.executemany(
        """INSERT INTO figure(position, day, person, unit, channel, category, caller, marks, looks_at)
        VALUES(?,?,?,?,?,?,?,?,?)""",
        rows,
    )
    upsert(tx, _by_question(change))


def upsert(tx: Tx, added: Iterable[tuple[object, ...]]) -> None:
    """Add to the counts of days: (dimension, question, key, day, letter, count)."""
    tx.connection.executemany(
        """INSERT INTO figure_day(dim, question, key, day, mark, count) VALUES(?,?,?,?,?,?)
        ON CONFLICT(dim, question, key, day, mark) DO UPDATE SET count = count + excluded.count""",
        added,
    )


def _known(rows: Rows, positions: Sequence[int]) -> Iterator[_Row]:
    for part in _parts(positions):
        sql = f"""SELECT position, day, person, unit, channel, category, caller, marks, looks_at FROM figure
            WHERE position IN ({_places(part)})"""
        yield from rows.all(sql, *part)


def _count(change: Counter[_Cell], rows: Sequence[_Row], by: int) -> None:
    for dimension, place in _KEYS.items():
        cells = Counter((row[place] if place else "", row[_DAY], row[_MARKS]) for row in rows)
        for (key, day, marks), count in cells.items():
            told = key if isinstance(key, str) else bytes(key).hex() if key else ""
            change[dimension, told, day, marks] += by * count


def _by_question(change: Counter[_Cell]) -> Iterator[tuple[object, ...]]:
    """Yield what is added to each count of ``figure_day``."""
    found: Counter[tuple[str, str, str, str, str]] = Counter()
    for (dimension, key, day, marks), count in change.items():
        for question, letter in zip(_NAMES, marks, strict=True) if count else ():
            if letter != ".":
                found[dimension, question, key, day, letter] += count
    return ((*key, count) for key, count in found.items() if count)


Days = tuple[date, date]
#: (key of the group, first day of the bucket) → how many of each row set.
Counted = dict[tuple[str, str], dict[RowSet, int]]


def counted(
    rows: Rows, questions: Iterable[Question], days: Days, *, dimension: str = "all", key: str | None = "",
    bucket: str = "",
) -> Counted:  # fmt: skip
    """Return how many inquiries opened from a day to before a day say what, by group and bucket of days.

    ``key`` None: every group of the dimension. ``bucket`` is a span of ``models.periods`` or "" for all days together.
    """
    asked = list(dict.fromkeys(one.value for one in questions))
    last = [day.isoformat() for day in days]
    if not asked:
        return {}
    if key is None:
        sql, arguments = _of_every_key(asked, bucket), [*asked, dimension, dimension, dimension, *last]
    else:
        sql = f"""SELECT key, {BUCKETS[bucket]} AS bucket, question, mark, sum(count) FROM figure_day
            WHERE dim = ? AND question IN ({_places(asked)}) AND key = ? AND day >= ? AND day < ?
            GROUP BY key, bucket, question, mark"""
        arguments = [dimension, *asked, key, *last]
    found: Counted = {}
    for group, first, question, letter, count in rows.all(sql, *arguments):
        cell = found.setdefault((group, first), {})
        if count:
            cell[RowSet(coded(Question, question), MARKS[letter])] = count
    return found


def first_day(rows: Rows) -> date | None:
    """Return the day on which the first inquiry that is counted was opened, None without any."""
    sql = """SELECT day FROM figure_day WHERE dim = 'all' AND question = ? AND key = '' AND count > 0
        ORDER BY day LIMIT 1"""
    row = rows.one(sql, Question.TAKEN.value)
    return date.fromisoformat(row[0]) if row else None


def _of_every_key(asked: Sequence[str], bucket: str) -> str:
    """Return the question by all keys: it goes from key to key, so that only the days asked for are read."""
    return f"""WITH RECURSIVE asked(question) AS (VALUES {",".join(["(?)"] * len(asked))}), keys(question, key) AS (
        SELECT question, (SELECT f.key FROM figure_day f WHERE f.dim = ? AND f.question = asked.question
            ORDER BY f.key LIMIT 1) FROM asked UNION ALL
        SELECT question, (SELECT f.key FROM figure_day f WHERE f.dim = ? AND f.question = keys.question
            AND f.key > keys.key ORDER BY f.key LIMIT 1) FROM keys WHERE key IS NOT NULL)
        SELECT keys.key, {BUCKETS[bucket]} AS bucket, keys.question, mark, sum(count) FROM keys CROSS JOIN figure_day d
        ON d.dim = ? AND d.question = keys.question AND d.key = keys.key AND day >= ? AND day < ?
        GROUP BY keys.key, bucket, keys.question, mark"""


def behind(
    rows: Rows, sets: Iterable[RowSet], stretch: tuple[datetime, datetime], *, groups: Mapping[str, str],
    after: int | None = None, limit: int = 100,
) -> list[int]:  # fmt: skip
    """Return a page of the inquiries of these row sets opened in a stretch, the newest first, by their positions.

    ``groups`` narrows them: dimension → key. ``after`` is the last position of the page before.
    """
    wanted = sorted(set(sets))
    said = " OR ".join("substr(marks, ?, 1) = ?" for _ in wanted)
    told = [part for one in wanted for part in (_PLACE[one.question], LETTERS[one.mark])]
    start, end = (first_position(at.isoformat()) for at in stretch)
    where, keys = narrowed(groups)
    sql = f"""SELECT position FROM figure WHERE position >= ? AND position < ? AND ({said}){where}
        ORDER BY position DESC LIMIT ?"""
    last = end if after is None else min(end, after)
    return [row[0] for row in rows.all(sql, start, last, *told, *keys, limit)]


def narrowed(groups: Mapping[str, str]) -> tuple[str, list[object]]:
    """Return the condition of groups and its values; a category stands for those below it too."""
    conditions, values = "", list[object]()
    for name, key in groups.items():
        if name == "category" and key:
            conditions += " AND (category = ? OR (category > ? AND category < ?))"
            values += [key, f"{key}.", f"{key}/"]
        elif name in DIMENSIONS[1:]:
            conditions += f" AND coalesce({name}, {_EMPTY.get(name, _NO_TEXT)}) = ?"
            values.append(bytes.fromhex(key) if name == "person" else key)
    return conditions, values


def keys_of(rows: Rows, dimension: str, days: Days) -> list[str]:
    """Return the groups of a dimension in which anything was taken from a day to before a day."""
    sql = """SELECT DISTINCT key FROM figure_day WHERE dim = ? AND question = 'taken' AND day >= ? AND day < ?"""
    return [str(row[0]) for row in rows.all(sql, dimension, *(day.isoformat() for day in days))]


def digest(rows: Rows) -> list[tuple[Any, ...]]:
    """Return every count that is not zero, to compare with what brute force finds."""
    sql = """SELECT dim, question, key, day, mark, count FROM figure_day WHERE count <> 0
        /* whole: the proof compares all */"""
    return sorted(rows.all(sql))


def _places(part: Sequence[object]) -> str:
    return ",".join("?" * len(part))


def _parts(positions: Sequence[int]) -> Iterator[Sequence[int]]:
    return (positions[start : start + 400] for start in range(0, len(positions), 400))
