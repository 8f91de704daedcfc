"""Teams of a month, wishes to be shown, and what people practiced, as rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models.contests import Effort
from app.models.journal import Value
from app.store.journal import Rows, Tx

Teams = tuple[tuple[bytes, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Whether a person wants to be among the best that are shown, and under which name ("" their own)."""

    shown: bool = False
    alias: str = ""


def write_teams(tx: Tx, month: str, teams: Teams, *, by: bytes) -> bytes:
    """Write the teams of a month (``2026-03``), and return their id."""
    drawn: list[Value] = [[person.hex() for person in team] for team in teams]
    values: dict[str, Value] = {"month": month, "teams": drawn, "at": tx.writer.now.isoformat(), "by": by.hex()}
    return tx.add("contest", values)


def teams_of(rows: Rows, month: str) -> Teams:
    """Return the teams of a month, none where none were drawn. Where two stations drew, the first draw counts."""
    row = rows.one("SELECT teams FROM contest WHERE month=? ORDER BY at, id LIMIT 1", month)
    return tuple(tuple(map(bytes.fromhex, team)) for team in json.loads(row[0])) if row else ()


def write_entry(tx: Tx, person: bytes, entry: Entry) -> bytes:
    """Write what a person wants from now on, and return its id."""
    values: dict[str, Value] = {
        "person": person.hex(),
        "shown": int(entry.shown),
        "alias": entry.alias or None,
        "at": tx.writer.now.isoformat(),
    }
    return tx.add("contest_entry", values)


def entry_of(rows: Rows, person: bytes) -> Entry:
    """Return what a person wants; who never said anything is not shown."""
    sql = "SELECT shown, alias FROM contest_entry WHERE person=? ORDER BY at DESC, id DESC LIMIT 1"
    row = rows.one(sql, person)
    return Entry(bool(row[0]), row[1] or "") if row else Entry()


def effort(rows: Rows, person: bytes, since: date, until: date) -> Effort:
    """Return what a person practiced from a training day on, the last one not included."""
    sql = "SELECT avg(score), count(*), count(DISTINCT day) FROM review WHERE operator=? AND day>=? AND day<?"
    row = rows.one(sql, person, since.isoformat(), until.isoformat())
    return Effort(row[0], row[1], row[2]) if row else Effort()


def months(rows: Rows, person: bytes, since: date) -> Sequence[tuple[str, Effort]]:
    """Return what a person practiced in each month from a training day on."""
    sql = """SELECT substr(day, 1, 7), avg(score), count(*), count(DISTINCT day) FROM review
        WHERE operator=? AND day>=? GROUP BY 1 ORDER BY 1"""
    return [(row[0], Effort(row[1], row[2], row[3])) for row in rows.all(sql, person, since.isoformat())]
