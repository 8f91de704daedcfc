"""Where the figures of what is no inquiry come from: what there is, what records speak of, what is known of it.

``WALK`` lists every thing of a subject once by its id; ``FOLLOW`` finds those of which a record of the journal says
something that is counted. A day on duty is no row: its id is that of the person and the day. Nor is
what was saved: records are counted by blocks of the journal and by day.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.models.accounts import OperatorState
from app.models.codes import coded
from app.models.figure_facts import StateRow
from app.models.findings import RECURS_WITHIN
from app.models.kpi_questions import Subject
from app.models.texts import moment
from app.store.journal import Rows

#: The questionnaire that asks how an inquiry was handled.
AFTER_INQUIRY = "inquiry-satisfaction"
#: Records of the journal that are counted together; what is counted again when one is added.
BLOCK, _BLOCKS = 2048, 16
_CHATS = "('wechat', 'web')"
_RECURS_D = RECURS_WITHIN.days

WALK: Mapping[Subject, str] = {
    Subject.INTERVIEW: f"interview WHERE questionnaire = '{AFTER_INQUIRY}' AND mode = 'telephone' AND",
    Subject.CALLBACK: "callback WHERE reason <> 'campaign' AND",
    Subject.FINDING: "finding WHERE",
    Subject.EVALUATION: "evaluation WHERE",
    Subject.SEARCH: "script_search WHERE",
    Subject.GIVEN: "contact_script WHERE",
    Subject.VERSION: "script_version WHERE effective_to IS NOT NULL AND",
    Subject.SITTING: "sitting WHERE",
    Subject.CHAT: f"contact WHERE channel IN {_CHATS} AND",
    Subject.CALL: "line_record WHERE",
}
_SAID = "j.id > ? AND j.id <= ? AND j.entity"
_JOURNAL = f"FROM journal j WHERE {_SAID} ="
#: Entity → the things that a record of it changes what is known of.
FOLLOW: Mapping[Subject, tuple[str, ...]] = {
    Subject.INTERVIEW: (
        f"SELECT e.interview FROM journal j JOIN interview_end e ON e.id = j.row_id WHERE {_SAID} = 'interview_end'",
    ),
    Subject.CALLBACK: (
        f"SELECT j.row_id {_JOURNAL} 'callback'",
        f"""SELECT v.callback FROM journal j JOIN interview_end e ON e.id = j.row_id JOIN interview v
            ON v.id = e.interview WHERE {_SAID} = 'interview_end' AND v.callback IS NOT NULL""",
    ),
    Subject.FINDING: (
        f"SELECT j.row_id {_JOURNAL} 'finding'",
        f"""SELECT f.id FROM journal j JOIN finding n ON n.id = j.row_id JOIN finding f ON f.institution = n.institution
            AND f.category = n.category AND f.opened_at < n.opened_at WHERE {_SAID} = 'finding'""",
    ),
    Subject.EVALUATION: (
        f"SELECT j.row_id {_JOURNAL} 'evaluation'",
        f"""SELECT a.evaluation FROM journal j JOIN appeal_decision d ON d.id = j.row_id JOIN appeal a
            ON a.id = d.appeal WHERE {_SAID} = 'appeal_decision'""",
    ),
    Subject.SEARCH: (f"SELECT j.row_id {_JOURNAL} 'script_search'",),
    Subject.GIVEN: (f"SELECT j.row_id {_JOURNAL} 'contact_script'",),
    Subject.VERSION: (
        f"SELECT j.row_id {_JOURNAL} 'script_version'",
        f"""SELECT o.id FROM journal j JOIN script_event e ON e.id = j.row_id JOIN script_version o
            ON o.script = e.script WHERE {_SAID} = 'script_event'""",
    ),
    Subject.SITTING: (
        f"SELECT j.row_id {_JOURNAL} 'sitting'",
        f"SELECT s.id FROM journal j JOIN sitting s ON s.exam = j.row_id WHERE {_SAID} = 'exam'",
        f"SELECT e.sitting FROM journal j JOIN sitting_event e ON e.id = j.row_id WHERE {_SAID} = 'sitting_event'",
        f"SELECT m.sitting FROM journal j JOIN mark m ON m.id = j.row_id WHERE {_SAID} = 'mark'",
    ),
    Subject.CHAT: (f"SELECT j.row_id {_JOURNAL} 'contact'",),
    Subject.CALL: (
        f"SELECT j.row_id {_JOURNAL} 'line_record'",
        f"SELECT r.id FROM journal j JOIN line_record r ON r.batch = j.row_id WHERE {_SAID} = 'batch'",
    ),
}


@dataclass(frozen=True, slots=True)
class Known:
    """One row of a subject with the groups of the inquiry that it is about; ``row`` has what its rule asks."""

    id: bytes
    person: bytes | None
    unit: str | None
    channel: str | None
    category: str | None
    inquiry: bytes | None
    row: tuple[Any, ...]


def walk(rows: Rows, subject: Subject, after: bytes, limit: int) -> list[bytes]:
    """Return the next ids of a subject, for counting all of them once."""
    sql = f"SELECT id FROM {WALK[subject]} id > ? /* whole: once, in parts */ ORDER BY id LIMIT ?"
    return [bytes(row[0]) for row in rows.all(sql, after, limit)]


def spoken_of(rows: Rows, subject: Subject, since: int, until: int) -> list[bytes]:
    """Return the things of a subject of which records after ``since`` up to ``until`` say anything."""
    found = {bytes(row[0]) for sql in FOLLOW[subject] for row in rows.all(sql, since, until) if row[0]}
    return sorted(found)


_GROUPS = "i.opened_by, i.unit, i.channel, i.category, i.id"
_KNOWN: Mapping[Subject, str] = {
    Subject.INTERVIEW: f"""SELECT v.id, {_GROUPS}, v.at, (SELECT e.codes FROM interview_end e WHERE e.interview = v.id
        ORDER BY e.at DESC, e.id DESC LIMIT 1) FROM interview v LEFT JOIN inquiry i ON i.id = v.inquiry
        WHERE v.questionnaire = '{AFTER_INQUIRY}' AND v.mode = 'telephone' AND v.id IN """,
    Subject.CALLBACK: """SELECT c.id, coalesce(i.opened_by, c.owner), i.unit, i.channel, i.category, i.id, c.reason,
        c.due_at, c.closed_at, c.begins_at, EXISTS (SELECT 1 FROM interview v JOIN interview_end e ON e.interview = v.id
        WHERE v.callback = c.id) FROM callback c LEFT JOIN inquiry i ON i.id = c.inquiry WHERE c.id IN """,
    Subject.FINDING: """SELECT f.id, NULL, f.institution, NULL, f.category, f.inquiry, f.opened_at, f.state,
        f.close_due_at, f.closed_at, (SELECT min(n.opened_at) FROM finding n WHERE n.institution = f.institution
        AND n.category = f.category AND n.opened_at > f.closed_at) FROM finding f WHERE f.id IN """,
    Subject.SEARCH: """SELECT s.id, s."by", NULL, c.channel, NULL, NULL, s.at, s.results FROM script_search s
        LEFT JOIN contact c ON c.id = s.contact WHERE s.id IN """,
    Subject.GIVEN: """SELECT g.id, c.operator, i.unit, c.channel, i.category, i.id, g.at,
        (SELECT v.effective_to FROM script s JOIN script_version v ON v.script = s.id AND v.number = g.version
            WHERE s.key = g.script LIMIT 1)
        FROM contact_script g JOIN contact c ON c.id = g.contact
        LEFT JOIN inquiry i ON i.id = (SELECT l.inquiry FROM contact_inquiry l WHERE l.contact = c.id LIMIT 1)
        WHERE g.id IN """,
    Subject.VERSION: """SELECT v.id, NULL, NULL, NULL, v.topic, NULL, v.effective_to,
        EXISTS (SELECT 1 FROM script_event e WHERE e.version = v.id AND e.state = 'approved'),
        (SELECT min(e.at) FROM script_version n JOIN script_event e ON e.version = n.id AND e.state = 'approved'
            WHERE n.script = v.script AND n.number > v.number),
        (SELECT min(e.at) FROM script_event e WHERE e.version = v.id AND e.state = 'withdrawn')
        FROM script_version v WHERE v.effective_to IS NOT NULL AND v.id IN """,
    Subject.CHAT: f"""SELECT c.id, c.operator, i.unit, c.channel, i.category, i.id,
        coalesce(c.received_at, c.opened_at), coalesce(c.answered_at, c.finalized_at) FROM contact c
        LEFT JOIN inquiry i ON i.id = (SELECT l.inquiry FROM contact_inquiry l WHERE l.contact = c.id LIMIT 1)
        WHERE c.channel IN {_CHATS} AND c.id IN """,
    Subject.CALL: """SELECT r.id, r.person, NULL, 'phone_in', NULL, NULL, r.at, r.answered, r.wait_s,
        coalesce(r.talk_s, 0) + coalesce(r.hold_s, 0) + coalesce(r.wrap_s, 0) FROM line_record r
        JOIN batch b ON b.id = r.batch WHERE b.undone_at IS NULL AND r.id IN """,
    Subject.EVALUATION: """SELECT e.id, e.operator, i.unit, c.channel, i.category, i.id, e.at,
        e.id = (SELECT f.id FROM evaluation f WHERE f.contact = e.contact ORDER BY f.at, f.id LIMIT 1)
        FROM evaluation e JOIN contact c ON c.id = e.contact
        LEFT JOIN inquiry i ON i.id = (SELECT l.inquiry FROM contact_inquiry l WHERE l.contact = c.id LIMIT 1)
        WHERE e.id IN """,
}


def known(rows: Rows, subject: Subject, ids: Sequence[bytes]) -> list[Known]:
    """Return what is known of these things of a subject."""
    found: list[Known] = []
    for start in range(0, len(ids), 400):
        part = ids[start : start + 400]
        sql = f"{_KNOWN[subject]}({','.join('?' * len(part))})"
        found += [_known(row) for row in rows.all(sql, *part)]
    return found


def _known(row: tuple[Any, ...]) -> Known:
    person, inquiry = (bytes(row[place]) if row[place] else None for place in (1, 5))
    unit, channel, category = row[2:5]
    return Known(bytes(row[0]), person, unit, channel, category, inquiry, tuple(row[6:]))


def codes_of(text: str | None) -> dict[str, object]:
    """Return what the items of an ended interview count as."""
    return dict(json.loads(text)) if text else {}


def blocks(rows: Rows, after: bytes) -> tuple[list[bytes], str]:
    """Return the next blocks of the journal after one, for counting all once, and after which it goes on, or "end"."""
    row = rows.one("SELECT coalesce(max(id), 0) FROM journal")
    first = (int.from_bytes(after, "big") + 1) * BLOCK if after else 0
    found = blocks_between(first, min(int(row[0]) if row else 0, first + _BLOCKS * BLOCK))
    return found, found[-1].hex() if found else "end"


def blocks_between(since: int, until: int) -> list[bytes]:
    """Return the blocks in which records after ``since`` up to ``until`` lie."""
    numbers = range(since // BLOCK, (until - 1) // BLOCK + 1) if until > since else ()
    return [number.to_bytes(8, "big") for number in numbers]


def bounds_of(block: bytes) -> tuple[int, int]:
    """Return after which record of the journal a block begins, and its last one."""
    first = int.from_bytes(block, "big") * BLOCK
    return first, first + BLOCK


def duty_days(rows: Rows, after: bytes, limit: int) -> tuple[bytes, list[tuple[bytes, datetime]]]:
    """Return the last id of the next states of operators, and whose they are and when; for counting all once."""
    sql = "SELECT id, person, at FROM operator_state WHERE id > ? /* whole: once, in parts */ ORDER BY id LIMIT ?"
    found = rows.all(sql, after, limit)
    return (bytes(found[-1][0]) if found else b""), [(bytes(row[1]), datetime.fromisoformat(row[2])) for row in found]


def duty_spoken_of(rows: Rows, since: int, until: int) -> list[tuple[bytes, datetime]]:
    """Return whose states records after ``since`` up to ``until`` tell, and when; with the states before and after."""
    sql = f"""SELECT s.person, s.at, (SELECT max(b.at) FROM operator_state b WHERE b.person = s.person AND b.at < s.at),
        (SELECT min(n.at) FROM operator_state n WHERE n.person = s.person AND n.at > s.at)
        FROM journal j JOIN operator_state s ON s.id = j.row_id WHERE {_SAID} = 'operator_state'"""
    found = [
        (bytes(person), datetime.fromisoformat(at))
        for person, *times in rows.all(sql, since, until)
        for at in times
        if at
    ]
    sql = f"SELECT r.operator, r.at FROM journal j JOIN review r ON r.id = j.row_id WHERE {_SAID} = 'review'"
    return [*found, *((bytes(row[0]), datetime.fromisoformat(row[1])) for row in rows.all(sql, since, until))]


def states_of(rows: Rows, person: bytes, start: datetime, end: datetime) -> list[StateRow]:
    """Return the states of a person from before a moment to the first one after another, in order."""
    first, last = start.isoformat(), end.isoformat()
    sql = """SELECT state, reason, at FROM operator_state WHERE person = ? AND at >= coalesce((SELECT max(b.at)
        FROM operator_state b WHERE b.person = ? AND b.at < ?), ?) AND at <= coalesce((SELECT min(n.at)
        FROM operator_state n WHERE n.person = ? AND n.at >= ?), '9999') ORDER BY at, id"""
    found = rows.all(sql, person, person, first, first, person, last)
    return [StateRow(coded(OperatorState, row[0]), row[1] or "", datetime.fromisoformat(row[2])) for row in found]


def practiced_on(rows: Rows, person: bytes, day: date) -> bool:
    """Say whether a person practiced on a day."""
    return rows.one("SELECT 1 FROM review WHERE operator = ? AND day = ? LIMIT 1", person, day.isoformat()) is not None


def moments_of(values: Iterable[str | None]) -> list[datetime | None]:
    """Return times as moments."""
    return [moment(value) for value in values]
