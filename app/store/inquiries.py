"""Inquiries as rows: pages by key, filters in SQL or in the search index, and what one inquiry's detail shows."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.models.codes import coded
from app.models.inquiries import EventKind, InquiryEvent, InquiryPage, InquiryRow, State, Urgency
from app.models.texts import moment
from app.store import clocks, fresh, ranking, search
from app.store.journal import Rows, Tx
from app.store.projections import first_position
from app.store.search import Query

_ROW = """SELECT i.position, i.id, i.number, i.state, i.opened_at, i.due_at, i.closed_at, i.category, i.unit, i.area,
    i.urgency, i.channel, i.summary, i.caller, (SELECT name FROM caller c WHERE c.id = i.caller), i.owner, i.deleted_at,
    i.clocks, iif(i.closed_at IS NULL, i.falls_due_at, i.due_at) AS falls_due,
    i.merged_into, i.cluster_id, i.moved_to, i.came_from, i.came_as FROM inquiry i"""
_FALLS_DUE = "iif(i.closed_at IS NULL, i.falls_due_at, i.due_at)"


#: Most inquiries that one page of an unfinished word reads; the next page goes on from there.
_MOST_READ = 4000


@dataclass(frozen=True)
class Wanted:
    """What a list shows: words typed, facets (field → value), only open ones, an owner; in which order.

    Of ``any_of`` (field, value) one must hold. ``order`` is ``opened`` (newest first), ``oldest``, ``due`` (soonest
    first) or ``best`` (best match of ``text``).
    """

    text: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    open_only: bool = False
    order: str = "opened"
    any_of: tuple[tuple[str, str], ...] = ()


def page(rows: Rows, wanted: Wanted, after: tuple[Any, int] | None = None, limit: int = 50) -> InquiryPage:
    """Return one page. ``after`` is the key that the page before gave."""
    facets = [search.facet(name, value) for name, value in wanted.facets]
    if wanted.order == "due":
        return _by_due(rows, wanted, facets, after, limit)
    if not wanted.text and not facets and not wanted.open_only and not wanted.any_of:
        return _by_position(rows, wanted, after, limit)
    facets.append(search.facet("open", "")) if wanted.open_only else None
    asked = search.query(rows.connection, wanted.text, facets, any_of=_any_of(wanted))
    if asked is None:
        return InquiryPage((), None) if wanted.text.strip() else _by_position(rows, wanted, after, limit)
    if wanted.order == "best":
        return _best(rows, wanted.text, asked, limit)
    return _by_words(rows, wanted, asked, after, limit)


def _any_of(wanted: Wanted) -> list[str]:
    return [search.facet(name, value) for name, value in wanted.any_of]


def _by_position(rows: Rows, wanted: Wanted, after: tuple[Any, int] | None, limit: int) -> InquiryPage:
    if wanted.order == "oldest":
        sql = f"{_ROW} WHERE i.deleted_at IS NULL AND i.position > ? ORDER BY i.position LIMIT ?"
        start = after[1] if after else -1
    else:
        sql = f"{_ROW} WHERE i.deleted_at IS NULL AND i.position < ? ORDER BY i.position DESC LIMIT ?"
        start = after[1] if after else 1 << 62
    return _page(rows.all(sql, start, limit), limit)


def _by_words(rows: Rows, wanted: Wanted, asked: Query, after: tuple[Any, int] | None, limit: int) -> InquiryPage:
    down = wanted.order != "oldest"
    start = after[1] if after else (1 << 62 if down else -1)
    positions, last = _matches(rows, asked, start, limit, down=down)
    found = at(rows, positions)
    return InquiryPage(tuple(one for one in found if not one.deleted), None if last is None else (None, last))


def _matches(rows: Rows, asked: Query, start: int, limit: int, *, down: bool) -> tuple[list[int], int | None]:
    """Return the next positions beyond ``start`` in the order of time, and after which the rest comes (None: none).

    The index walks along and stops at the limit; only then are rows read. What waits for the index is looked through.
    """
    waiting = fresh.waiting(rows)
    sql = f"""SELECT rowid FROM inquiry_words WHERE inquiry_words MATCH ? AND rowid {"<" if down else ">"} ?
        ORDER BY rowid {"DESC" if down else ""} LIMIT ?"""
    room = limit + len(waiting)
    found: list[int] = []
    at, looked, ended = start, 0, False
    while len(found) < room and looked < _MOST_READ and not ended:
        part = [row[0] for row in rows.all(sql, asked.expression, at, room)]
        ended = len(part) < room
        looked += len(part)
        at = part[-1] if part else at
        part = [one for one in part if one not in waiting]
        found += _read(rows, asked, part) if asked.loose else part
        ended = ended or not asked.loose
    meant = [one for one, told in waiting.items() if _beyond(one, start, down=down) and asked.fits(told)]
    if not ended:  # what waits beyond the last one looked at comes with a later page
        meant = [one for one in meant if not _beyond(one, at, down=down)]
    positions = sorted(found + meant, reverse=down)
    if len(positions) >= limit:
        return positions[:limit], positions[limit - 1]
    return positions, None if ended else at


def _beyond(position: int, start: int, *, down: bool) -> bool:
    return position < start if down else position > start


def _read(rows: Rows, asked: Query, positions: list[int]) -> list[int]:
    """Return those of these positions whose texts say what is asked for."""
    said = ranking.texts_of(rows, positions)
    return [one.position for one in said if asked.holds((one.number, one.summary, one.details))]


def _best(rows: Rows, text: str, asked: Query, limit: int) -> InquiryPage:
    """Return the best matches among the newest five hundred; there is no second page."""
    newest, _ = _matches(rows, asked, 1 << 62, ranking.CANDIDATES, down=True)
    positions = ranking.ranked(rows, text, newest)[: limit * 2]
    return InquiryPage(tuple(one for one in at(rows, positions) if not one.deleted)[:limit], None)


def _by_due(rows: Rows, wanted: Wanted, facets: list[str], after: tuple[Any, int] | None, limit: int) -> InquiryPage:
    """Return a page in the order of due times: open inquiries and done ones each have their index, merged by SQLite."""
    where = ["{due} IS NOT NULL", "i.deleted_at IS NULL"]
    arguments: list[object] = []
    asked = search.query(rows.connection, wanted.text, facets, any_of=_any_of(wanted), exact=True)
    if asked:
        waiting = fresh.waiting(rows)
        meant = [one for one, told in waiting.items() if asked.fits(told)]
        where.append(f"""(i.position IN ({",".join("?" * len(meant))}) OR (i.position NOT IN
            ({",".join("?" * len(waiting))}) AND
            i.position IN (SELECT rowid FROM inquiry_words WHERE inquiry_words MATCH ?)))""")
        arguments += [*meant, *waiting, asked.expression]
    if after:
        where.append("({due}, i.position) > (?, ?)")
        arguments += [after[0], after[1]]
    kinds = (("i.falls_due_at", "IS NULL"), ("i.due_at", "IS NOT NULL"))[: 1 if wanted.open_only else 2]
    sql = " UNION ALL ".join(
        f"{_ROW.replace(_FALLS_DUE, due)} WHERE i.closed_at {closed} AND {' AND '.join(where).replace('{due}', due)}"
        for due, closed in kinds
    )
    found = rows.all(f"{sql} ORDER BY falls_due, position LIMIT ?", *(arguments * len(kinds)), limit)
    return _page(found, limit)


def at(rows: Rows, positions: list[int]) -> list[InquiryRow]:
    """Return the inquiries at these positions in this order; what is gone is left out."""
    if not positions:
        return []
    places = ",".join("?" * len(positions))
    found = {row[0]: _row(row) for row in rows.all(f"{_ROW} WHERE i.position IN ({places})", *positions)}
    return [found[position] for position in positions if position in found]


def _page(found: list[tuple[Any, ...]], limit: int) -> InquiryPage:
    after = (found[-1][18], found[-1][0]) if len(found) == limit else None
    return InquiryPage(tuple(_row(row) for row in found), after)


def _row(row: tuple[Any, ...]) -> InquiryRow:
    return InquiryRow(
        row[0], bytes(row[1]), row[2] or "", coded(State, row[3]), datetime.fromisoformat(row[4]), moment(row[5]),
        moment(row[6]), row[7], row[8], row[9], coded(Urgency, row[10] or "normal"), row[11], row[12],
        bytes(row[13]) if row[13] else None, row[14], bytes(row[15]) if row[15] else None, row[16] is not None,
        moment(row[18]), clocks.marks_of(row[17]), bytes(row[19]) if row[19] else None,
        bytes(row[20]) if row[20] else None, row[21], row[22], bytes(row[23]) if row[23] else None,
    )  # fmt: skip


def by_id(rows: Rows, inquiry_id: bytes) -> InquiryRow | None:
    """Return one inquiry, or None."""
    row = rows.one(f"{_ROW} WHERE i.id=?", inquiry_id)
    return _row(row) if row else None


def details_of(rows: Rows, inquiry_id: bytes) -> tuple[str | None, str | None, str | None]:
    """Return an inquiry's details, outcome and conflicts (JSON text)."""
    row = rows.one("SELECT details, outcome, conflicts FROM inquiry WHERE id=?", inquiry_id)
    return (row[0], row[1], row[2]) if row else (None, None, None)


def of_callers(rows: Rows, cards: Collection[bytes], limit: int = 20) -> tuple[InquiryRow, ...]:
    """Return a person's inquiries: open ones first, then the newest; one that is merged shows as what it became.

    ``cards``: every card that is linked as theirs.
    """
    sql = f"""{_ROW} WHERE i.caller=? AND i.deleted_at IS NULL
        ORDER BY i.closed_at IS NOT NULL, i.position DESC LIMIT ?"""
    found: dict[bytes, InquiryRow] = {}
    for row in (_row(one) for card in cards for one in rows.all(sql, card, limit)):
        shown = by_id(rows, followed(rows, row.id)) if row.merged_into else row
        if shown is not None:
            found.setdefault(shown.id, shown)
    return tuple(sorted(found.values(), key=_open_first)[:limit])


def _open_first(row: InquiryRow) -> tuple[bool, int]:
    return row.closed_at is not None, -row.position


def followed(rows: Rows, inquiry_id: bytes) -> bytes:
    """Return the inquiry that this one is merged into, or itself.

    Where two stations merged two inquiries into each other, the one from which the way would lead back stands.
    """
    seen = [inquiry_id]
    while (row := rows.one("SELECT merged_into FROM inquiry WHERE id=?", seen[-1])) is not None and row[0]:
        if bytes(row[0]) in seen:
            break
        seen.append(bytes(row[0]))
    return seen[-1]


def merged_into(rows: Rows, inquiry_id: bytes, limit: int = 50) -> list[InquiryRow]:
    """Return the inquiries that are merged into this one, the oldest first."""
    found = rows.all(f"{_ROW} WHERE i.merged_into=? ORDER BY i.position LIMIT ?", inquiry_id, limit)
    return [_row(row) for row in found]


_EVENT = """SELECT e.id, e.inquiry, e.kind, e.at, e."by", (SELECT display FROM person p WHERE p.id = e."by"), e.state,
    e.unit, e.reason, e.note, e.due_at, e.contact, e.days, e.basis, e.told_at, e.clocks, e.routing,
    e.ladder, e.elsewhere FROM inquiry_event e"""
#: Inquiries whose steps are read by one statement.
_MANY = 400


def events_of(rows: Rows, inquiry_id: bytes) -> list[InquiryEvent]:
    """Return the steps of an inquiry, the oldest first."""
    return [_event(row) for row in rows.all(f"{_EVENT} WHERE e.inquiry=? ORDER BY e.at, e.id", inquiry_id)]


def events_of_many(rows: Rows, inquiries: Sequence[bytes]) -> dict[bytes, list[InquiryEvent]]:
    """Return the steps of many inquiries by their id, the oldest first."""
    found: dict[bytes, list[InquiryEvent]] = {one: [] for one in inquiries}
    for start in range(0, len(inquiries), _MANY):
        part = inquiries[start : start + _MANY]
        places = ",".join("?" * len(part))
        for row in rows.all(f"{_EVENT} WHERE e.inquiry IN ({places}) ORDER BY e.inquiry, e.at, e.id", *part):
            found[bytes(row[1])].append(_event(row))
    return found


def _event(row: tuple[Any, ...]) -> InquiryEvent:
    return InquiryEvent(
        bytes(row[0]), bytes(row[1]), coded(EventKind, row[2]), datetime.fromisoformat(row[3]),
        bytes(row[4]) if row[4] else None, row[5], coded(State, row[6]) if row[6] else None, row[7], row[8], row[9],
        moment(row[10]), bytes(row[11]) if row[11] else None, row[12], row[13], moment(row[14]),
        json.loads(row[15]) if row[15] else {}, json.loads(row[16]) if row[16] else {},
        json.loads(row[17]) if row[17] else {}, json.loads(row[18]) if row[18] else {},
    )  # fmt: skip


def open_counts(rows: Rows, now: str, end_of_day: str) -> tuple[int, int, int]:
    """Return how many open inquiries there are, how many of them are overdue, and how many fall due today."""
    base = """SELECT count(*) FROM inquiry /* whole: the index holds only open ones */
        WHERE closed_at IS NULL AND deleted_at IS NULL"""
    everything = rows.one(base)
    late = rows.one(f"{base} AND falls_due_at < ?", now)
    today = rows.one(f"{base} AND falls_due_at >= ? AND falls_due_at < ?", now, end_of_day)
    return tuple(int(row[0]) if row else 0 for row in (everything, late, today))  # type: ignore[return-value]


def each(rows: Rows) -> Iterator[tuple[Any, ...]]:
    """Return every inquiry that is not deleted, the oldest first, for an export without a cap."""
    return rows.each(f"{_ROW} /* whole: an export has no cap */ WHERE i.deleted_at IS NULL ORDER BY i.position")


def next_count(tx: Tx, day: str) -> int:
    """Return the next number of the day on this station, from 1."""
    sql = """INSERT INTO meta(k, v) VALUES(?, 1) ON CONFLICT(k) DO UPDATE SET v = v + 1 RETURNING v"""
    return int(tx.connection.execute(sql, (f"count/{day}",)).fetchall()[0][0])


def count_since(rows: Rows, since: str, most: int) -> int:
    """Return how many inquiries came in since a time (ISO text), counted up to ``most``."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM inquiry WHERE position >= ? LIMIT ?)"
    row = rows.one(sql, first_position(since), most)
    return int(row[0]) if row else 0
