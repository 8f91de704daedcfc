"""The worst windows of hours by day and group, as rows. Derived and disposable.

Which days must be looked at again is noted where facts change (``touch``); a window that began on one day may end on
the next, so that as many days after it are noted too.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.models.figure_windows import Event, Ran
from app.models.kpi_questions import Subject
from app.models.kpis import RowSet
from app.store.figures import BUCKETS, LETTERS, Days
from app.store.journal import Rows, Tx

#: Where the moment of each thing of a subject stands.
_MOMENTS = {Subject.CALL: "line_record"}
_SECOND = "CAST(strftime('%s', r.at) AS INTEGER)"
#: By what a window is told besides all together, and where its key stands in a row.
_KEYS = {"person": 1, "unit": 2, "channel": 3, "category": 4}
Key = tuple[str, str]


@dataclass(frozen=True)
class Formula:
    """What is sought: row sets above and below the line, hours, fewest below, which way is better; as a text too."""

    subject: Subject
    above: tuple[RowSet, ...]
    below: tuple[RowSet, ...]
    hours: int
    least: int
    up: bool

    @property
    def text(self) -> str:
        """Return it as the rows keep it."""
        parts = (" ".join(map(str, one)) for one in (self.above, self.below))
        return f"{self.hours} {self.least} {'up' if self.up else 'down'} {' / '.join(parts)}"

    @property
    def reach(self) -> int:
        """Return how many days after a day a window that holds something of it may end, where clocks change too."""
        return self.hours // 24 + 2


def forget(tx: Tx) -> None:
    """Throw all of it away."""
    for table in ("figure_window", "figure_window_made", "figure_window_due"):
        tx.connection.execute(f"DELETE FROM {table} /* whole: all of it goes */")


def touch(tx: Tx, subject: Subject, days: Iterable[str]) -> None:
    """Note days (ISO) on which something of a subject changed."""
    sql = "SELECT formula, reach FROM figure_window_made WHERE subject = ? /* whole: one for each KPI of hours */"
    made = tx.all(sql, subject.value)
    changed = set(days) if made else set[str]()
    for formula, reach in made:
        _note(tx, formula, changed, reach)


def _note(tx: Tx, formula: str, days: Iterable[str], reach: int) -> None:
    tx.connection.executemany(
        "INSERT OR IGNORE INTO figure_window_due(formula, day) VALUES(?, date(?, ?))",
        ((formula, day, f"+{more} days") for day in days for more in range(reach + 1)),
    )


def keep_only(tx: Tx, wanted: Sequence[Formula]) -> None:
    """Drop what no KPI asks for any more, and note what is asked for the first time."""
    sql = "SELECT formula FROM figure_window_made /* whole: one for each KPI of hours */"
    made = {str(row[0]) for row in tx.all(sql)}
    asked = {one.text: one for one in wanted}
    for formula in made - asked.keys():
        for table in ("figure_window", "figure_window_made", "figure_window_due"):
            tx.connection.execute(f"DELETE FROM {table} WHERE formula = ?", (formula,))
    for formula, one in asked.items():
        if formula not in made:
            sql = "INSERT INTO figure_window_made(formula, subject, reach, until) VALUES(?, ?, ?, 0)"
            tx.connection.execute(sql, (formula, one.subject.value, one.reach))
            sql = "SELECT DISTINCT day FROM figure_fact WHERE subject = ? AND day > ''"
            _note(tx, formula, [row[0] for row in tx.all(sql, one.subject.value)], one.reach)


def known_until(rows: Rows, one: Formula) -> int:
    """Return the second after the last thing that is known: no window that ends later is whole; 0 without any."""
    sql = f"""SELECT max({_SECOND}) FROM figure_fact f JOIN {_MOMENTS[one.subject]} r ON r.id = f.id
        WHERE f.subject = ? AND f.day = (SELECT max(day) FROM figure_fact WHERE subject = ?)"""
    row = rows.one(sql, one.subject.value, one.subject.value)
    return int(row[0]) + 1 if row and row[0] is not None else 0


def stand(tx: Tx, one: Formula, until: int, days: Iterable[str]) -> None:
    """Note until when is known, and these days, on which windows end that it lets in or out."""
    tx.connection.execute("UPDATE figure_window_made SET until = ? WHERE formula = ?", (until, one.text))
    _note(tx, one.text, days, one.reach)


def stood(rows: Rows, one: Formula) -> int:
    """Return until when was known the last time."""
    row = rows.one("SELECT until FROM figure_window_made WHERE formula = ?", one.text)
    return int(row[0]) if row else 0


def due(rows: Rows, one: Formula, limit: int) -> list[date]:
    """Return the first days to look at again."""
    sql = "SELECT day FROM figure_window_due WHERE formula = ? ORDER BY day LIMIT ?"
    return [date.fromisoformat(row[0]) for row in rows.all(sql, one.text, limit)]


def events(rows: Rows, one: Formula, days: Days) -> dict[Key, list[Event]]:
    """Return what was counted from a day to before a day in the order of time: of all, and of each group."""
    sql = f"""SELECT {_SECOND} AS second, f.person, f.unit, f.channel, f.category, f.said
        FROM figure_fact f JOIN {_MOMENTS[one.subject]} r ON r.id = f.id
        WHERE f.subject = ? AND f.day >= ? AND f.day < ? ORDER BY second, f.id"""
    above, below = ([f" {each.question.value}{LETTERS[each.mark]}" for each in sets] for sets in (one.above, one.below))
    found: dict[Key, list[Event]] = defaultdict(list)
    for row in rows.all(sql, one.subject.value, *(day.isoformat() for day in days)):
        event = row[0], _amount(row[5], above), _amount(row[5], below)
        if event[1] or event[2]:
            found["all", ""].append(event)
            for dimension, place in _KEYS.items():
                if row[place]:
                    key = row[place] if isinstance(row[place], str) else bytes(row[place]).hex()
                    found[dimension, key].append(event)
    return found


def _amount(said: str, codes: Sequence[str]) -> int:
    found = 0
    for code in codes:
        place = said.find(code)
        if place >= 0:
            found += int(said[place + len(code) :].partition(" ")[0])
    return found


def keep(tx: Tx, one: Formula, day: date, found: Iterable[tuple[Key, Ran]]) -> None:
    """Put the worst windows that end on a day in the place of those that were there."""
    told = one.text, day.isoformat()
    tx.connection.execute("DELETE FROM figure_window WHERE formula = ? AND day = ?", told)
    tx.connection.executemany(
        "INSERT INTO figure_window(formula, dim, key, day, start, above, below) VALUES(?,?,?,?,?,?,?)",
        ((one.text, *key, told[1], ran.start, ran.above, ran.below) for key, ran in found),
    )
    tx.connection.execute("DELETE FROM figure_window_due WHERE formula = ? AND day = ?", told)


def worst(rows: Rows, one: Formula, days: Days, *, dimension: str, key: str | None, bucket: str) -> dict[Key, Ran]:
    """Return the worst window that ends on one of these days, by group and bucket: see ``figures.counted``."""
    group, narrow = BUCKETS[bucket], "" if key is None else "AND key = ?"
    sql = f"""SELECT key, bucket, start, above, below FROM (SELECT key, {group} AS bucket, start, above, below,
        row_number() OVER (PARTITION BY key, {group}
            ORDER BY 1.0 * above / below {"ASC" if one.up else "DESC"}, below DESC, start) AS place
        FROM figure_window WHERE formula = ? AND dim = ? {narrow} AND day >= ? AND day < ?) WHERE place = 1"""
    keys = () if key is None else (key,)
    found = rows.all(sql, one.text, dimension, *keys, *(day.isoformat() for day in days))
    return {(row[0], row[1]): Ran(*row[2:]) for row in found}


def of_window(subject: Subject) -> str:
    """Return the condition that a thing of ``figure_fact`` lies between two seconds."""
    source = _MOMENTS[subject]
    return f"AND EXISTS (SELECT 1 FROM {source} r WHERE r.id = figure_fact.id AND {_SECOND} >= ? AND {_SECOND} < ?)"
