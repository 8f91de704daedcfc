"""When people work, as rows: facts that only grow."""

from datetime import date, datetime

from app.models.codes import coded
from app.models.duty import DutyFact, DutyRule, read_week, written_week
from app.models.journal import Value
from app.store.drills import CardKey
from app.store.journal import Rows, Tx


def write(tx: Tx, person: bytes, fact: DutyFact, *, by: bytes) -> bytes:
    """Write down what was said of a person's days, and return its id."""
    values: dict[str, Value] = {
        "person": person.hex(),
        "rule": fact.rule.value,
        "first_on": fact.first_on.isoformat(),
        "last_on": fact.last_on.isoformat() if fact.last_on else None,
        "week": written_week(fact.week) or None,
        "at": tx.writer.now.isoformat(),
        "by": by.hex(),
    }
    return tx.add("duty", values)


def facts_of(rows: Rows, person: bytes) -> list[DutyFact]:
    """Return everything that was said of a person's days."""
    sql = "SELECT rule, first_on, last_on, week, at, id FROM duty WHERE person=?"
    return [
        DutyFact(
            coded(DutyRule, row[0]),
            date.fromisoformat(row[1]),
            date.fromisoformat(row[2]) if row[2] else None,
            read_week(row[3] or ""),
            datetime.fromisoformat(row[4]),
            bytes(row[5]),
        )
        for row in rows.all(sql, person)
    ]


def folded_by(rows: Rows, operator: bytes) -> str:
    """Return what stood for the days of an operator when the due days of their cards were set, "" for never."""
    row = rows.one("SELECT v FROM meta WHERE k=?", f"drill_duty/{operator.hex()}")
    return str(row[0]) if row else ""


def keep_folded_by(tx: Tx, operator: bytes, mark: str) -> None:
    """Note by which days the cards of an operator are due; local, never synced."""
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (f"drill_duty/{operator.hex()}", mark))


def seen_cards(rows: Rows, operator: bytes, most: int) -> list[CardKey]:
    """Return so many cards of an operator that were answered at least once, those that come due first."""
    sql = "SELECT script, point FROM drill_card WHERE operator=? AND reps>0 ORDER BY due_on, script, point LIMIT ?"
    return [CardKey(operator, row[0], row[1]) for row in rows.all(sql, operator, most)]
