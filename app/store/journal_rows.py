"""Projection rows made from journal records inside the database: what a rebuild does for rows that one record says.

Ten million fields pass through here; SQLite takes them out of a payload several times as fast as Python does. Rows with
more than one record are folded in Python (``projections``); both must give the same, and a test holds them to it.
"""

from functools import cache

from app.models.entities import ENTITIES
from app.models.journal import Field
from app.models.upcasts import former_since
from app.store.journal import Tx

_AGAIN = "temp.said_again"
#: Of records: their row is shown here, and not another center's (``app.store.elsewhere``).
OURS = "NOT EXISTS (SELECT 1 FROM elsewhere WHERE elsewhere.row_id = journal.row_id)"


def _column(one: Field) -> str:
    path = f"'$.f.{one.name}'"
    if one.sql == "REF":
        return f"unhex(payload ->> {path})"
    if one.sql == "JSON":
        return f"nullif(payload -> {path}, 'null')"
    return f"payload ->> {path}"


@cache
def _insert(name: str) -> str:
    """Return how the rows of one entity are written; which is loaded for it only when a stretch speaks of it."""
    entity = ENTITIES[name]
    names = [f'"{one.name}"' for one in entity.fields]
    is_inquiry = name == "inquiry"
    into = ["position", "id", *names] if is_inquiry else ["id", *names]
    taken = ["?", "row_id"] if is_inquiry else ["row_id"]
    chosen = ", ".join((*taken, *map(_column, entity.fields)))
    which = "id = ?" if is_inquiry else f"id BETWEEN ? AND ? AND entity = '{name}'"
    if not is_inquiry:
        which += f" AND row_id NOT IN (SELECT row_id FROM {_AGAIN})"
    return f"INSERT INTO {name}({', '.join(into)}) SELECT {chosen} FROM journal WHERE {which} ORDER BY id"


def _former(question: str) -> str:
    """Return a question for the records whose fields are not those of today; "" where there can be none."""
    told = " OR ".join(f"(entity = '{entity}' AND sv <= {last})" for entity, last in former_since(0).items())
    return question.format(told) if told else ""


def note_said_again(tx: Tx) -> int:
    """Note which rows have several records, a redacted or former one, or are not ours; return how many."""
    tx.connection.execute(f"DROP TABLE IF EXISTS {_AGAIN}")
    tx.connection.execute(f"CREATE TABLE {_AGAIN}(row_id BLOB PRIMARY KEY) WITHOUT ROWID")
    found = tx.connection.execute(
        f"INSERT INTO {_AGAIN} SELECT row_id FROM journal /* whole: a rebuild reads every record */"
        " GROUP BY row_id HAVING count(*) > 1 UNION SELECT row_id FROM redacted /* whole: and redacted ones */"
        " UNION SELECT row_id FROM elsewhere /* whole: and those that are not ours to show */"
        + _former(" UNION SELECT row_id FROM journal /* whole: and those that were said in a former way */ WHERE {}")
    )
    return int(found.rowcount)


def note_said_again_between(tx: Tx, first: int, last: int) -> None:
    """Note which rows of this stretch have several records, a redacted or former one, or are not ours to show."""
    tx.connection.execute(f"DROP TABLE IF EXISTS {_AGAIN}")
    tx.connection.execute(f"CREATE TABLE {_AGAIN}(row_id BLOB PRIMARY KEY) WITHOUT ROWID")
    tx.connection.execute(
        f"""INSERT INTO {_AGAIN} SELECT row_id FROM (SELECT DISTINCT row_id FROM journal WHERE id BETWEEN ? AND ?) s
            WHERE (SELECT count(*) FROM (SELECT 1 FROM journal j WHERE j.row_id = s.row_id LIMIT 2)) > 1
                OR EXISTS (SELECT 1 FROM redacted r WHERE r.row_id = s.row_id)
                OR EXISTS (SELECT 1 FROM elsewhere e WHERE e.row_id = s.row_id)
                {_former("OR EXISTS (SELECT 1 FROM journal f WHERE f.row_id = s.row_id AND ({}))")}""",
        (first, last),
    )


def forget(tx: Tx) -> None:
    """Drop what was noted."""
    tx.connection.execute(f"DROP TABLE IF EXISTS {_AGAIN}")


def entities_between(tx: Tx, first: int, last: int) -> list[str]:
    """Return which kinds of rows the records of this stretch are about, known ones only."""
    found = tx.all("SELECT DISTINCT entity FROM journal WHERE id BETWEEN ? AND ?", first, last)
    return [row[0] for row in found if row[0] in ENTITIES]


def write(tx: Tx, entity: str, first: int, last: int) -> None:
    """Write the rows of one entity that this stretch of the journal says and no other record speaks of."""
    tx.connection.execute(_insert(entity), (first, last))


def write_inquiries(tx: Tx, places: list[tuple[int, int]]) -> None:
    """Write inquiries that one record says; each comes as its position and the record's id in the journal."""
    tx.connection.executemany(_insert("inquiry"), places)


def said_again_between(tx: Tx, first: int, last: int) -> list[tuple[bytes, str]]:
    """Return the rows of this stretch that several records speak of, each once, in the order of arrival."""
    sql = f"""SELECT row_id, entity FROM journal WHERE id BETWEEN ? AND ?
        AND row_id IN (SELECT row_id FROM {_AGAIN}) AND {OURS} GROUP BY row_id ORDER BY min(id)"""
    return [(row[0], row[1]) for row in tx.all(sql, first, last) if row[1] in ENTITIES]


def inquiries_between(tx: Tx, first: int, last: int) -> list[tuple[int, bytes, str, bool]]:
    """Return the inquiries of this stretch in the order of arrival: record, row, opened at, if it is said again."""
    sql = f"""SELECT min(id), row_id, payload ->> '$.f.opened_at', row_id IN (SELECT row_id FROM {_AGAIN})
        FROM journal WHERE id BETWEEN ? AND ? AND entity = 'inquiry' AND {OURS} GROUP BY row_id ORDER BY min(id)"""
    return [(row[0], row[1], row[2] or "", bool(row[3])) for row in tx.all(sql, first, last)]
