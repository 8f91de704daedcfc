"""What callers were given: the contacts of one version of a script, and the scripts of a stretch of time."""

from dataclasses import dataclass
from datetime import datetime

from app.models.contacts import ContactResult
from app.store.journal import Rows

_LAST = ("9999", b"")
_GIVEN = """SELECT s.id, s.contact, s.at, c.caller, (SELECT name FROM caller p WHERE p.id = c.caller), c.number,
        (SELECT display FROM person p WHERE p.id = c.operator),
        (SELECT l.inquiry FROM contact_inquiry l WHERE l.contact = c.id LIMIT 1)
    FROM contact_script s JOIN contact c ON c.id = s.contact"""


@dataclass(frozen=True, slots=True)
class GivenTo:
    """One time that a version was given: in which contact, when, to whom and by whom (a display name).

    ``number`` is as it stands in the contact; ``inquiry`` the first one that the contact belongs to.
    """

    id: bytes
    contact: bytes
    at: datetime
    caller: bytes | None
    caller_name: str | None
    number: str | None
    by: str | None
    inquiry: bytes | None


def _ref(value: object) -> bytes | None:
    return bytes(value) if isinstance(value, bytes) else None


def given_to(rows: Rows, script: str, version: int, *, limit: int, after: GivenTo | None = None) -> list[GivenTo]:
    """Return to whom a version was given, the newest first, from the one behind ``after``."""
    at, row_id = (after.at.isoformat(), after.id) if after else _LAST
    sql = f"""{_GIVEN} WHERE s.script=? AND s.version=? AND (s.at, s.id) < (?, ?)
        ORDER BY s.at DESC, s.id DESC LIMIT ?"""
    return [
        GivenTo(
            bytes(row[0]), bytes(row[1]), datetime.fromisoformat(row[2]), _ref(row[3]), row[4], row[5], row[6],
            _ref(row[7]),
        )
        for row in rows.all(sql, script, version, at, row_id, limit)
    ]  # fmt: skip


def given_in(rows: Rows, contact: bytes, script: str, version: int) -> GivenTo | None:
    """Return when a version was first given in a contact; None where it was not."""
    sql = f"{_GIVEN} WHERE s.contact=? AND s.script=? AND s.version=? ORDER BY s.at LIMIT 1"
    row = rows.one(sql, contact, script, version)
    if row is None:
        return None
    at = datetime.fromisoformat(row[2])
    return GivenTo(bytes(row[0]), bytes(row[1]), at, _ref(row[3]), row[4], row[5], row[6], _ref(row[7]))


def count_given(rows: Rows, script: str, version: int) -> int:
    """Return how often a version was given."""
    row = rows.one("SELECT count(*) FROM contact_script WHERE script=? AND version=?", script, version)
    return int(row[0]) if row else 0


def last_given_at(rows: Rows, script: str) -> datetime | None:
    """Return when a script, whatever version, was last given; None where it never was."""
    row = rows.one("SELECT at FROM contact_script WHERE script=? ORDER BY at DESC LIMIT 1", script)
    return datetime.fromisoformat(row[0]) if row else None


def last_resolved_at(rows: Rows, script: str) -> datetime | None:
    """Return when a script, whatever version, was last given in a contact that was answered at once; None for never."""
    sql = """SELECT s.at FROM contact_script s JOIN contact c ON c.id = s.contact
        WHERE s.script=? AND c.result=? ORDER BY s.at DESC LIMIT 1"""
    row = rows.one(sql, script, ContactResult.ANSWERED_DIRECT.value)
    return datetime.fromisoformat(row[0]) if row else None


def mean_places(rows: Rows, since: str, until: str) -> list[tuple[str, float, int]]:
    """Return (script, mean place in the search, how often) of what was opened from a search in a stretch of time."""
    sql = """SELECT script, avg(rank), count(*) FROM contact_script WHERE at>=? AND at<? AND rank IS NOT NULL
        GROUP BY script"""
    return [(str(row[0]), float(row[1]), int(row[2])) for row in rows.all(sql, since, until)]


def most_given(rows: Rows, since: str, until: str, limit: int) -> list[tuple[str, int]]:
    """Return the scripts given most often from ``since`` until before ``until`` (ISO texts), with how often."""
    sql = """SELECT script, count(*) FROM contact_script WHERE at>=? AND at<?
        GROUP BY script ORDER BY count(*) DESC, script LIMIT ?"""
    return [(str(row[0]), int(row[1])) for row in rows.all(sql, since, until, limit)]
