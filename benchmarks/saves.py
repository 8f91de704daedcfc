"""An interactive save against one raw INSERT and commit into the same file: same cipher, same pragmas, same disk.

``put`` is one inquiry with its journal record, its projection and what the search needs; ``finalize`` is the whole end
of a call: caller, contact, inquiry, two steps, links, script. The yardsticks: a bare row in one commit, a row in a
table that has the same indexes as the list of inquiries, and both rows of a save in twins of their tables, written by
two statements that are ready: the least that a journal and a projection cost, whatever program writes them.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from random import Random
from typing import Any

from app.models.contacts import Channel, ContactDraft, Outcome
from app.models.ids import new_id
from app.models.journal import Value
from app.services import contacts
from app.services.demo_texts import Texts
from app.services.office import Work
from app.store import projections
from app.store.journal import NEW_RECORD, Chain, Rows, Writer
from benchmarks.desk import Desk
from benchmarks.measuring import Figure, Run, alternated, median_of_medians, percentile

#: A save may take so many times a bare durable row.
_WANTED = 1.5
_BARE = "INSERT INTO bench_bare(a, b, c, d) VALUES(?,?,?,?)"
_INDEXED = "INSERT INTO bench_indexed(id, a, b, c, d) VALUES(?,?,?,?,?)"
_TABLES = (
    "DROP TABLE IF EXISTS bench_bare",
    "DROP TABLE IF EXISTS bench_indexed",
    "CREATE TABLE bench_bare(id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT)",
    "CREATE TABLE bench_indexed(at INTEGER PRIMARY KEY, id BLOB UNIQUE, a TEXT, b TEXT, c TEXT, d TEXT)",
    "CREATE INDEX bench_indexed_b ON bench_indexed(b)",
)
_SHAPES = """SELECT sql FROM sqlite_master WHERE tbl_name IN ('journal', 'inquiry') AND type IN ('table', 'index')
    AND sql IS NOT NULL ORDER BY type DESC"""
_NAMED = re.compile(r'\b(INTO|TABLE|INDEX|ON) "?(\w+)"?')

#: A record and a row as two statements with their values.
Pages = tuple[tuple[str, tuple[object, ...]], tuple[str, list[object]]]


class Twins:
    """Empty twins of the tables that a save writes, with their indexes but without triggers: no real one is touched."""

    def __init__(self, raw: Any, writer: Writer) -> None:
        self._raw, self._chain = raw, Chain(Rows(raw), writer)
        self._numbers = itertools.count(1)
        self.drop()
        for (sql,) in raw.execute(_SHAPES).fetchall():
            raw.execute(_of_twin(sql))

    def drop(self) -> None:
        """Take the twins away."""
        for name in ("journal", "inquiry"):
            self._raw.execute(f"DROP TABLE IF EXISTS bench_twin_{name}")

    def prepare(self, values: Mapping[str, Value]) -> Pages:
        """Return what one save of an inquiry writes; each is written once."""
        given = {name: value for name, value in values.items() if value is not None}
        number = next(self._numbers)
        row_id = new_id(number)
        _, record = self._chain.seal("inquiry", row_id, given, {}, number)
        statement, row = projections.new_row("inquiry", (number, row_id), given)
        return (_of_twin(NEW_RECORD), record), (_of_twin(statement), [*row])

    def write(self, pages: Pages) -> None:
        """Insert record and row, and commit."""
        (record, columns), (row, values) = pages
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.execute(record, columns)
        self._raw.execute(row, values)
        self._raw.execute("COMMIT")


def _of_twin(sql: str) -> str:
    """Return a statement about a table or an index as one about its twin."""
    return _NAMED.sub(r"\1 bench_twin_\2", sql)


class _Saves:
    """Makes rows to save, all different, before the clock starts."""

    def __init__(self, desk: Desk, raw: Any, twins: Twins) -> None:
        self._office = desk.office
        self._raw, self._twins = raw, twins
        self._texts = Texts(Random(11))
        self._numbers = itertools.count(1)
        self._rows: Iterator[dict[str, Value]] = iter([])
        self._drafts: Iterator[ContactDraft] = iter([])
        self._pages: Iterator[Pages] = iter([])

    def prepare(self, count: int) -> None:
        """Make what the next ``count`` rounds need."""
        self._rows = iter([self._row() for _ in range(count * 3)])
        self._drafts = iter([self._draft() for _ in range(count)])
        self._pages = iter([self._twins.prepare(self._row()) for _ in range(count)])

    def _row(self) -> dict[str, Value]:
        topic = self._texts.topic("zh")
        at = self._office.clock.now()
        person = self._office.by
        return {
            "number": f"{at:%y%m%d}-BE-{next(self._numbers):05d}",
            "opened_at": at.isoformat(),
            "channel": "phone_in",
            "opened_by": person.id.hex() if person else None,
            "owner": person.id.hex() if person else None,
            "category": topic.category,
            "unit": topic.unit,
            "urgency": "normal",
            "summary": self._texts.summary(topic, "zh"),
            "details": self._texts.details("en", 2),
            "state": "dispatched",
            "due_at": (at + timedelta(days=2)).isoformat(),
        }

    def _draft(self) -> ContactDraft:
        topic = self._texts.topic("zh")
        at = self._office.clock.now()
        draft = ContactDraft(
            b"\0" * 16, at, Channel.PHONE_IN, number=f"+861380000{next(self._numbers) % 10000:04d}", caller_name="张三",
            category=topic.category, summary=self._texts.summary(topic, "zh"), details=self._texts.details("zh", 2),
        )  # fmt: skip
        return self._office.do(contacts.start, draft).value

    def bare(self) -> None:
        """Insert one row and commit."""
        row = next(self._rows)
        self._commit(_BARE, (row["number"], row["opened_at"], row["summary"], row["details"]))

    def indexed(self) -> None:
        """Insert one row into a table with an id and an index, and commit."""
        row = next(self._rows)
        row_id = next(self._numbers).to_bytes(16, "big")
        self._commit(_INDEXED, (row_id, row["number"], row["opened_at"], row["summary"], row["details"]))

    def _commit(self, sql: str, values: tuple[object, ...]) -> None:
        execute = self._raw.execute
        execute("BEGIN IMMEDIATE")
        execute(sql, values)
        execute("COMMIT")

    def pages(self) -> None:
        """Write what a save of one inquiry writes, and nothing else."""
        self._twins.write(next(self._pages))

    def put(self) -> None:
        """Save one inquiry."""
        self._office.do(_add, next(self._rows))

    def finalize(self) -> None:
        """End one call that was answered on the line."""
        self._office.do(contacts.finalize, next(self._drafts), Outcome.ANSWERED)


def _add(work: Work, values: dict[str, Value]) -> bytes:
    return work.tx.add("inquiry", values)


def figures(desk: Desk, times: int) -> list[Figure]:
    """Measure ``times`` rounds of each, in turn."""
    # On the writer's own connection: a second one that writes would empty the first one's cache after every commit.
    raw = desk.store._writer
    for statement in _TABLES:
        raw.execute(statement)
    twins = Twins(raw, Writer(desk.store.origin, "", "center", desk.office.clock.now()))
    saves = _Saves(desk, raw, twins)
    saves.prepare(times)
    runs: list[Run] = [saves.bare, saves.indexed, saves.pages, saves.put, saves.finalize]
    bare, indexed, pages, put, finalized = alternated(runs, times)
    twins.drop()
    for statement in _TABLES[:2]:
        raw.execute(statement)
    base, other = median_of_medians(bare), median_of_medians(indexed)
    one, whole, least = (median_of_medians(found) for found in (put, finalized, pages))
    # What a save costs above the bare row is the processor's; the bare row is mostly the disk saying that it has it.
    slower = (one - base) / (_WANTED - 1)
    tail = (
        f"p99 {percentile(put, 0.99):.1f} ms, raw p99 {percentile(bare, 0.99):.1f} ms; "
        f"{_WANTED}× where the disk takes {slower:.1f} ms for the bare row"
    )
    return [
        Figure("save one inquiry / bare INSERT", one, "ms", base, _WANTED, note=tail),
        Figure("save one inquiry / INSERT with its indexes", one, "ms", other, _WANTED),
        Figure(
            "save one inquiry / its own pages alone", one, "ms", least, note=f"these {least / base:.2f} × bare INSERT"
        ),
        Figure("finalize a contact / bare INSERT", whole, "ms", base, note=f"p99 {percentile(finalized, 0.99):.1f} ms"),
    ]
