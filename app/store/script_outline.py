"""The whole library at a glance: every version by its columns, and every open flag; no content is read.

A flag is open until a later row of the same table ends it, with an answer or without.
"""

from dataclasses import dataclass
from datetime import datetime

from app.models.journal import Value
from app.store.journal import Rows, Tx

_OPEN = "f.ends IS NULL AND NOT EXISTS (SELECT 1 FROM script_flag g WHERE g.script = f.script AND g.ends = f.id)"
#: Who looked at a version after a flag and found it right has seen to the flag, as far as the version is in doubt.
_SINCE_REVIEW = """f.at >= coalesce((SELECT max(e.at) FROM script_event e
    WHERE e.version = f.version AND e.state = 'approved'), '')"""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A version by its columns. ``effective_*`` are ISO texts in UTC as stored."""

    key: str
    number: int
    title_zh: str
    title_en: str
    topic: str
    urgent: bool
    effective_from: str | None
    effective_to: str | None
    state: str


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """Somebody found something wrong in a version, and nobody has ended it. ``by`` is a person's display name."""

    id: bytes
    key: str
    number: int
    title_zh: str
    title_en: str
    key_point: str | None
    note: str
    at: datetime
    by: str | None


def outline(rows: Rows) -> list[OutlineRow]:
    """Return every version of every script that is not deleted, by key and number."""
    sql = """SELECT v.key, v.number, v.title_zh, v.title_en, v.topic, v.urgent, v.effective_from, v.effective_to,
            coalesce((SELECT e.state FROM script_event e WHERE e.version = v.id
                ORDER BY e.at DESC, e.id DESC LIMIT 1), 'draft')
        FROM script_version v JOIN script s ON s.id = v.script AND s.deleted_at IS NULL ORDER BY v.key, v.number"""
    return [
        OutlineRow(row[0], row[1], row[2] or "", row[3] or "", row[4] or "", bool(row[5]), row[6], row[7], row[8])
        for row in rows.all(sql)
    ]


def open_flags(rows: Rows) -> list[OpenFlag]:
    """Return the flags of all scripts that nobody has ended, the newest first."""
    sql = f"""/* whole: every open flag is listed, and flags come one a person's finding */
        SELECT f.id, v.key, v.number, v.title_zh, v.title_en, f.key_point, f.note, f.at,
            (SELECT display FROM person p WHERE p.id = f."by")
        FROM script_flag f JOIN script_version v ON v.id = f.version
        WHERE {_OPEN} ORDER BY f.at DESC, f.id DESC"""
    return [
        OpenFlag(
            bytes(row[0]), row[1], row[2], row[3] or "", row[4] or "", row[5], row[6] or "",
            datetime.fromisoformat(row[7]), row[8],
        )
        for row in rows.all(sql)
    ]  # fmt: skip


def flags_since_review(rows: Rows) -> list[tuple[str, int, bytes, datetime]]:
    """Return (key, number, person, time) of the open flags that no review has followed, for every version."""
    sql = f"""/* whole: every open flag counts, and flags come one a person's finding */
        SELECT v.key, v.number, f."by", f.at FROM script_flag f JOIN script_version v ON v.id = f.version
        WHERE {_OPEN} AND {_SINCE_REVIEW}"""
    return [(row[0], row[1], bytes(row[2]), datetime.fromisoformat(row[3])) for row in rows.all(sql)]


def flags_of_version(rows: Rows, script: bytes, version: bytes) -> list[tuple[bytes, datetime]]:
    """Return (person, time) of the open flags of one version that no review has followed."""
    sql = f"""SELECT f."by", f.at FROM script_flag f WHERE f.script=? AND f.version=? AND {_OPEN} AND {_SINCE_REVIEW}"""
    return [(bytes(row[0]), datetime.fromisoformat(row[1])) for row in rows.all(sql, script, version)]


def end_flag(tx: Tx, flag: bytes, *, by: bytes, answer: str | None = None) -> bool:
    """Note that a flag is dealt with, and what its owner answers; say whether it was open."""
    row = tx.one(f"SELECT f.script, f.version FROM script_flag f WHERE f.id=? AND {_OPEN}", flag)
    if row is None:
        return False
    values: dict[str, Value] = {
        "script": bytes(row[0]).hex(),
        "version": bytes(row[1]).hex(),
        "note": answer,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
        "ends": flag.hex(),
    }
    tx.add("script_flag", values)
    return True


def flagged_since(rows: Rows, key: str, point: str, since: datetime) -> bool:
    """Say whether a key point of a script was flagged from a time on, or is flagged still."""
    sql = f"""SELECT 1 FROM script s JOIN script_flag f ON f.script = s.id
        WHERE s.key=? AND f.key_point=? AND f.ends IS NULL AND (f.at>=? OR {_OPEN}) LIMIT 1"""
    return rows.one(sql, key, point, since.isoformat()) is not None


def flags_seen_to(rows: Rows, person: bytes, since: datetime, until: datetime) -> int:
    """Return how many flags of a person from a time on, the last one not included, somebody dealt with."""
    row = rows.one(
        """SELECT count(*) FROM script_flag f WHERE f."by"=? AND f.at>=? AND f.at<? AND f.ends IS NULL
            AND EXISTS (SELECT 1 FROM script_flag g WHERE g.script = f.script AND g.ends = f.id)""",
        person, since.isoformat(), until.isoformat(),
    )  # fmt: skip
    return int(row[0]) if row else 0
