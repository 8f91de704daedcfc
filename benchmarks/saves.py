"""An interactive save against one raw INSERT and commit into the same file: same cipher, same pragmas, same disk.

``put`` is one inquiry with its journal record, its projection and what the search needs; ``finalize`` is the whole end
of a call: caller, contact, inquiry, two steps, links, script. The yardsticks: a bare row in one commit, and a row in a
table that has the same indexes as the list of inquiries.
"""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from app.models.contacts import Channel, ContactDraft, Outcome
from app.models.journal import Value
from app.services import contacts
from app.services.demo_texts import Texts
from app.services.office import Work
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


class _Saves:
    """Makes rows to save, all different, before the clock starts."""

    def __init__(self, desk: Desk, raw: object) -> None:
        self._office = desk.office
        self._raw = raw
        self._texts = Texts(Random(11))
        self._numbers = itertools.count(1)
        self._rows: Iterator[dict[str, Value]] = iter([])
        self._drafts: Iterator[ContactDraft] = iter([])

    def prepare(self, count: int) -> None:
        """Make what the next ``count`` rounds need."""
        self._rows = iter([self._row() for _ in range(count * 3)])
        self._drafts = iter([self._draft() for _ in range(count)])

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
        execute = self._raw.execute  # type: ignore[attr-defined]
        execute("BEGIN IMMEDIATE")
        execute(sql, values)
        execute("COMMIT")

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
    saves = _Saves(desk, raw)
    saves.prepare(times)
    runs: list[Run] = [saves.bare, saves.indexed, saves.put, saves.finalize]
    bare, indexed, put, finalized = alternated(runs, times)
    for statement in _TABLES[:2]:
        raw.execute(statement)
    base, other = median_of_medians(bare), median_of_medians(indexed)
    one, whole = median_of_medians(put), median_of_medians(finalized)
    # What a save costs above the bare row is the processor's; the bare row is mostly the disk saying that it has it.
    slower = (one - base) / (_WANTED - 1)
    tail = (
        f"p99 {percentile(put, 0.99):.1f} ms, raw p99 {percentile(bare, 0.99):.1f} ms; "
        f"{_WANTED}× where the disk takes {slower:.1f} ms for the bare row"
    )
    return [
        Figure("save one inquiry / bare INSERT", one, "ms", base, _WANTED, note=tail),
        Figure("save one inquiry / INSERT with its indexes", one, "ms", other, _WANTED),
        Figure("finalize a contact / bare INSERT", whole, "ms", base, note=f"p99 {percentile(finalized, 0.99):.1f} ms"),
    ]
