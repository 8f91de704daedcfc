"""Many new rows in one transaction: the same records and projections as ``Tx.add`` makes, written many at a time.

Rows are gathered and written together: journal records in their order, then each projection, then the search index in
the order of time. What ``Tx.add`` would have made and what this makes cannot be told apart.
"""

from collections.abc import Mapping
from types import TracebackType

from app.models.changes import Touched
from app.models.journal import Value
from app.store import fresh, projections, search
from app.store.journal import NEW_RECORD, Tx
from app.store.projections import Places, Stored

#: How many records wait before they are written.
ROOM = 4000


class Bulk:
    """Adds rows that are not there yet; use it in a ``with``, and nothing else that writes inside it.

    Of each entity only the first row is told in the transaction's changes: enough for panes to look again, and a list
    of a million would help nobody.
    """

    def __init__(self, tx: Tx, *, room: int = ROOM) -> None:
        self._tx = tx
        self._room = room
        self._records: list[tuple[object, ...]] = []
        self._rows: dict[str, list[list[Stored]]] = {}  # by the statement that writes them
        self._words: list[tuple[int, Mapping[str, Value]]] = []
        self._places = Places(tx.connection, self.flush)
        self._told: set[str] = set()

    def __enter__(self) -> "Bulk":
        fresh.settle(self._tx.connection)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.flush()
            fresh.mark(self._tx.connection)

    def add(self, entity: str, values: Mapping[str, Value], row_id: bytes | None = None) -> bytes:
        """Write the first record of a row; empty values are left out. The row must not be there."""
        row = row_id or self._tx.new_id()
        given = {name: value for name, value in values.items() if value is not None}
        uid, columns = self._tx.chain.seal(entity, row, given, {}, self._tx.writer.now_ms << 16)
        self._records.append(columns)
        key: tuple[Stored, ...] = (row,)
        if entity == "inquiry":
            position = self._places.take(str(given.get("opened_at") or ""))
            self._words.append((position, given))
            key = (position, row)
        statement, stored = projections.new_row(entity, key, given)
        self._rows.setdefault(statement, []).append(stored)
        if entity not in self._told:
            self._told.add(entity)
            self._tx.note(Touched(entity, row, uid, True, {}), more=True)
        if len(self._records) >= self._room:
            self.flush()
        return row

    def put(self, entity: str, row_id: bytes, values: Mapping[str, Value]) -> None:
        """Set fields of a row that is there; what has been gathered is written first."""
        self.flush()
        since = fresh.last_record(self._tx.connection)
        self._tx.put(entity, row_id, values)
        fresh.follow(self._tx.connection, since)

    def breathe(self) -> None:
        """Save what there is so far, and let others write before going on (``Tx.breathe``)."""
        self.flush()
        fresh.mark(self._tx.connection)
        self._tx.breathe()
        fresh.settle(self._tx.connection)

    def flush(self) -> None:
        """Write what has been gathered; readers see it after the commit."""
        connection = self._tx.connection
        connection.executemany(NEW_RECORD, self._records)
        self._records.clear()
        for statement, rows in self._rows.items():
            connection.executemany(statement, rows)
        self._rows.clear()
        if self._words:
            search.add_many(connection, self._words)
            self._words = []
        self._places.forget()
