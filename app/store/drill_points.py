"""The key points that are drilled, as rows: what each said from which day on, kept beside the scripts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app.models.codes import coded
from app.models.drills import PointChange, PointRisk
from app.store.journal import Rows, Tx


@dataclass(frozen=True, slots=True)
class DrillPoint:
    """One key point of a script. ``from_on`` is the first day of its present text, None where it says nothing."""

    script: str
    point: str
    topic: str
    risk: PointRisk
    weight: float
    changes: tuple[PointChange, ...]
    from_on: date | None
    texts: Mapping[str, str] = field(default_factory=dict[str, str])


_COLUMNS = "script, point, topic, risk, weight, changes, from_on, texts"


def marks(rows: Rows) -> dict[str, str]:
    """Return the mark of each script: what its points were made from."""
    return {str(row[0]): str(row[1]) for row in rows.all("SELECT DISTINCT script, mark FROM drill_point")}


def points_of(rows: Rows, script: str) -> list[DrillPoint]:
    """Return the key points of a script."""
    sql = f"SELECT {_COLUMNS} FROM drill_point WHERE script=? ORDER BY point"
    return [_point(row) for row in rows.all(sql, script)]


def find(rows: Rows, script: str, point: str) -> DrillPoint | None:
    """Return one key point, or None."""
    sql = f"SELECT {_COLUMNS} FROM drill_point WHERE script=? AND point=?"
    row = rows.one(sql, script, point)
    return _point(row) if row else None


def keep(tx: Tx, script: str, mark: str, points: Sequence[DrillPoint]) -> None:
    """Keep the key points of a script as they were made from what ``mark`` stands for."""
    tx.connection.execute("DELETE FROM drill_point WHERE script=?", (script,))
    for one in points:
        changes = json.dumps([[change.day.isoformat(), change.says] for change in one.changes])
        from_on = one.from_on.isoformat() if one.from_on else None
        texts = json.dumps(dict(one.texts), ensure_ascii=False)
        tx.connection.execute(
            "INSERT INTO drill_point VALUES(?,?,?,?,?,?,?,?,?)",
            (script, one.point, mark, one.topic, one.risk.value, one.weight, changes, from_on, texts),
        )


def weightiest(rows: Rows, limit: int) -> list[DrillPoint]:
    """Return the key points that count most now, to choose wrong options from."""
    sql = f"""SELECT {_COLUMNS} FROM drill_point WHERE from_on IS NOT NULL
        ORDER BY weight DESC, script, point LIMIT ?"""
    return [_point(row) for row in rows.all(sql, limit)]


def weigh(tx: Tx, weights: dict[tuple[str, str], float]) -> None:
    """Set what key points count anew."""
    changed = [(weight, script, point) for (script, point), weight in weights.items()]
    tx.connection.executemany("UPDATE drill_point SET weight=? WHERE script=? AND point=?", changed)
    tx.connection.executemany("UPDATE drill_card SET weight=? WHERE script=? AND point=?", changed)


def every(rows: Rows) -> list[DrillPoint]:
    """Return all key points that are or were drilled."""
    sql = f"SELECT {_COLUMNS} FROM drill_point ORDER BY script, point"
    return [_point(row) for row in rows.all(sql)]


def library_mark(rows: Rows) -> str:
    """Return what changes whenever a version or a step in the life of a script is added, or a script deleted."""
    steps = rows.one(
        "SELECT count(*), hex(max(id)) FROM script_event /* whole: one index of the few steps of scripts */"
    )
    versions = rows.one("SELECT count(*), hex(max(id)) FROM script_version")
    gone = rows.one("SELECT count(*) FROM script WHERE deleted_at IS NOT NULL")
    return "/".join(str(part) for row in (steps, versions, gone) for part in row or ())


def note(rows: Rows) -> tuple[str, datetime | None, str]:
    """Return what the points were made from, when a version begins or ends next, and the day they were weighed."""
    row = rows.one("SELECT v FROM meta WHERE k='drill_library'")
    if row is None:
        return "", None, ""
    mark, following, weighed = json.loads(str(row[0]))
    return mark, datetime.fromisoformat(following) if following else None, weighed


def keep_note(tx: Tx, mark: str, following: datetime | None, weighed: str) -> None:
    """Note what the points were made from; local, never synced."""
    text = json.dumps([mark, following.isoformat() if following else None, weighed])
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES('drill_library', ?)", (text,))


def typed_of(rows: Rows, operator: bytes) -> tuple[str, str]:
    """Return the question whose answer an operator was typing (as hex), and what stood there; "" for none."""
    row = rows.one("SELECT v FROM meta WHERE k=?", f"drill_typed/{operator.hex()}")
    item, text = json.loads(str(row[0])) if row else ("", "")
    return item, text


def keep_typed(tx: Tx, operator: bytes, item: str, text: str) -> None:
    """Keep what an operator is typing; local, never synced. Without a text nothing is kept."""
    key = f"drill_typed/{operator.hex()}"
    if text:
        kept = json.dumps([item, text], ensure_ascii=False)
        tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (key, kept))
    else:
        tx.connection.execute("DELETE FROM meta WHERE k=?", (key,))


def weak_of(rows: Rows, operator: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the topics in which an operator was weak, and on which day that was worked out."""
    row = rows.one("SELECT v FROM meta WHERE k=?", f"drill_weak/{operator.hex()}")
    day, *topics = json.loads(str(row[0])) if row else [""]
    return day, tuple(topics)


def keep_weak(tx: Tx, operator: bytes, day: str, topics: Sequence[str]) -> None:
    """Keep the topics in which an operator is weak on a day; local, never synced."""
    text = json.dumps([day, *topics], ensure_ascii=False)
    tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)", (f"drill_weak/{operator.hex()}", text))


def _point(row: tuple[object, ...]) -> DrillPoint:
    changes = tuple(PointChange(date.fromisoformat(day), says) for day, says in json.loads(str(row[5])))
    from_on = date.fromisoformat(str(row[6])) if row[6] else None
    texts = json.loads(str(row[7]))
    weight = float(str(row[4]))
    return DrillPoint(str(row[0]), str(row[1]), str(row[2]), coded(PointRisk, row[3]), weight, changes, from_on, texts)
