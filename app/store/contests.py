"""Teams of a month, wishes to be shown, and what people practiced, as rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models import contest_rounds
from app.models.codes import coded
from app.models.contest_rounds import ContestRound, Drawn, RoundAnswer
from app.models.contests import Effort
from app.models.journal import Value
from app.store.journal import Rows, Tx

Teams = tuple[tuple[bytes, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Whether a person wants to be among the best that are shown, and under which name ("" their own)."""

    shown: bool = False
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Contest:
    """The contest of a month that counts, with the questions of its rounds."""

    id: bytes
    teams: Teams
    drawn: Drawn


def write_teams(tx: Tx, month: str, teams: Teams, *, by: bytes, drawn: Drawn | None = None) -> bytes:
    """Write the teams of a month (``2026-03``) with the questions of its rounds, and return their id."""
    lists: list[Value] = [[person.hex() for person in team] for team in teams]
    values: dict[str, Value] = {
        "month": month,
        "teams": lists,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
        "questions": contest_rounds.frozen(drawn) if drawn else None,
    }
    return tx.add("contest", values)


def contest_of(rows: Rows, month: str) -> Contest | None:
    """Return the contest of a month, None where none was drawn. Where two stations drew, the first draw counts."""
    row = rows.one("SELECT id, teams, questions FROM contest WHERE month=? ORDER BY at, id LIMIT 1", month)
    if row is None:
        return None
    teams = tuple(tuple(map(bytes.fromhex, team)) for team in json.loads(row[1]))
    return Contest(bytes(row[0]), teams, contest_rounds.thawed(json.loads(row[2])) if row[2] else {})


def drawn_months(rows: Rows, limit: int = 13) -> list[str]:
    """Return the months with a contest, the newest first."""
    return [str(row[0]) for row in rows.all("SELECT DISTINCT month FROM contest ORDER BY month DESC LIMIT ?", limit)]


def write_answer(tx: Tx, contest: bytes, person: bytes, one: RoundAnswer, answer: str) -> bytes:
    """Write what a person answered in a round, and return its id."""
    values: dict[str, Value] = {
        "contest": contest.hex(),
        "person": person.hex(),
        "round": one.round.value,
        "place": one.place,
        "score": one.score,
        "ms": one.ms,
        "answer": answer or None,
        "at": tx.writer.now.isoformat(),
    }
    return tx.add("contest_answer", values)


def answers_of(rows: Rows, contest: bytes, person: bytes) -> list[RoundAnswer]:
    """Return what a person answered in the rounds, the first answer first."""
    sql = "SELECT round, place, score, ms FROM contest_answer WHERE contest=? AND person=? ORDER BY at, id"
    return [RoundAnswer(coded(ContestRound, row[0]), row[1], row[2], row[3]) for row in rows.all(sql, contest, person)]


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
