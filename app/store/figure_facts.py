"""What is no inquiry, as the figures keep it: one row for each thing, counted by day beside the inquiries' marks."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from app.models.codes import coded
from app.models.figure_facts import Fact, Said
from app.models.kpi_questions import SUBJECTS, Question, Subject
from app.models.kpis import RowSet
from app.store import figure_windows
from app.store.figures import DIMENSIONS, LETTERS, MARKS, Days, narrowed, upsert
from app.store.journal import Rows, Tx

_STATE = "figures_facts"
_END = "end"
_Counts = Counter[tuple[str, str, str, str, str]]


@dataclass(frozen=True)
class Thing:
    """One thing behind a figure."""

    subject: Subject
    id: bytes
    day: date
    person: bytes | None
    unit: str | None
    channel: str | None
    category: str | None
    inquiry: bytes | None
    said: tuple[Said, ...]


@dataclass(frozen=True)
class When:
    """Days from one to before another, and within them seconds (since 1970) from one to before another, or all."""

    days: Days
    between: tuple[int, int] | None = None


def standing(rows: Rows, by: str) -> dict[str, str]:
    """Return how far each subject has been counted once (the last id, or "end") by these rules; nothing by others."""
    row = rows.one("SELECT v FROM meta WHERE k=?", _STATE)
    found: dict[str, Any] = json.loads(row[0]) if row else {}
    return dict(found.get("built", {})) if found.get("by") == by else {}


def stand(tx: Tx, by: str, built: Mapping[str, str]) -> None:
    """Note how far each subject has been counted once."""
    told = json.dumps({"by": by, "built": dict(built)})
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (_STATE, told))


def whole(built: Mapping[str, str]) -> bool:
    """Say whether every subject has been counted once."""
    return all(built.get(one.value) == _END for one in Subject if one is not Subject.INQUIRY)


def place_after(found: Sequence[bytes]) -> str:
    """Return the standing of a subject after a part of its ids; after none it is done."""
    return found[-1].hex() if found else _END


def begin(tx: Tx) -> None:
    """Throw what was counted of other things than inquiries away."""
    tx.connection.execute("DELETE FROM figure_fact /* whole: all of it goes */")
    figure_windows.forget(tx)
    for question in SUBJECTS:
        for dimension in DIMENSIONS:
            tx.connection.execute("DELETE FROM figure_day WHERE dim=? AND question=?", (dimension, question.value))


def keep(tx: Tx, subject: Subject, ids: Sequence[bytes], facts: Sequence[Fact]) -> None:
    """Put what these things say now in the place of what they said, and count the difference by day."""
    change: _Counts = Counter()
    for start in range(0, len(ids), 400):
        part = list(ids[start : start + 400])
        where = f"subject = ? AND id IN ({','.join('?' * len(part))})"
        for row in tx.all(f"SELECT {_COLUMNS} FROM figure_fact WHERE {where}", subject.value, *part):
            _count(change, row, -1)
        tx.connection.execute(f"DELETE FROM figure_fact WHERE {where}", (subject.value, *part))
    kept = [one for one in facts if one.said or one.looks_at]
    rows = [_row(subject, one) for one in kept]
    for row in rows:
        _count(change, row, 1)
    tx.connection.executemany(
        f"INSERT INTO figure_fact({_COLUMNS}, looks_at) VALUES(?,?,?,?,?,?,?,?,?,?)",
        [(*row, looks) for row, looks in zip(rows, map(_looks, kept), strict=True)],
    )
    upsert(tx, ((*key, count) for key, count in change.items() if count))
    figure_windows.touch(tx, subject, (day for _, _, _, day, _ in change))


_COLUMNS = "subject, id, day, person, unit, channel, category, inquiry, said"


def _looks(one: Fact) -> str | None:
    return one.looks_at.astimezone(UTC).isoformat() if one.looks_at else None


def _row(subject: Subject, one: Fact) -> tuple[Any, ...]:
    said = "".join(f" {each.question.value}{LETTERS[each.mark]}{each.amount}" for each in one.said)
    groups = (one.person, one.unit or None, one.channel or None, one.category or None)
    return (subject.value, one.id, one.day.isoformat(), *groups, one.inquiry, said)


def _count(change: _Counts, row: tuple[Any, ...], by: int) -> None:
    _, _, day, person, unit, channel, category, _, said = row
    keys = ("", bytes(person).hex() if person else "", unit or "", channel or "", category or "")
    for word in said.split():
        question, letter, amount = _parted(word)
        for dimension, key in zip(DIMENSIONS, keys, strict=True):
            change[dimension, question, key, day, letter] += by * amount


def _parted(word: str) -> tuple[str, str, int]:
    # The last one: the name of a question may hold letters that are marks too.
    place = max(at for at, one in enumerate(word) if one in MARKS)
    return word[:place], word[place], int(word[place + 1 :])


def ripe(rows: Rows, subject: Subject, now: str, limit: int) -> list[bytes]:
    """Return the things of a subject that must be looked at by now (ISO)."""
    sql = "SELECT id FROM figure_fact WHERE subject = ? AND looks_at < ? ORDER BY looks_at LIMIT ?"
    return [bytes(row[0]) for row in rows.all(sql, subject.value, now, limit)]


def behind(
    rows: Rows, sets: Iterable[RowSet], when: When, *, groups: Mapping[str, str],
    after: tuple[date, bytes] | None = None, limit: int = 100,
) -> list[Thing]:  # fmt: skip
    """Return a page of the things that say any of these, the newest first. ``after``: the last one before it."""
    wanted = sorted(set(sets))
    if not wanted:
        return []
    said = " OR ".join("instr(said, ?) > 0" for _ in wanted)
    words = [f" {one.question.value}{LETTERS[one.mark]}" for one in wanted]
    where, keys = narrowed(groups)
    first, end = (day.isoformat() for day in when.days)
    last, last_id = (after[0].isoformat(), after[1]) if after else (end, b"")
    subject = SUBJECTS[wanted[0].question]
    if when.between is not None:
        where, keys = f"{where} {figure_windows.of_window(subject)}", [*keys, *when.between]
    sql = f"""SELECT {_COLUMNS} FROM figure_fact WHERE subject = ? AND day >= ? AND (day, id) < (?, ?) AND ({said})
        {where} ORDER BY day DESC, id DESC LIMIT ?"""
    told = (subject.value, first, last, last_id, *words, *keys, limit)
    return [_thing(row) for row in rows.all(sql, *told)]


def _thing(row: tuple[Any, ...]) -> Thing:
    person, inquiry = (bytes(row[place]) if row[place] else None for place in (3, 7))
    said = tuple(_said(row[8]))
    unit, channel, category = row[4:7]
    day = date.fromisoformat(row[2])
    return Thing(coded(Subject, row[0]), bytes(row[1]), day, person, unit, channel, category, inquiry, said)


def _said(text: str) -> Iterator[Said]:
    for word in text.split():
        question, letter, amount = _parted(word)
        yield Said(coded(Question, question), MARKS[letter], amount)
