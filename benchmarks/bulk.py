"""Many records written together against raw ``executemany`` of the same rows, each in one transaction of its file."""

import os
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random

from app.models.journal import Value
from app.outside.clock import SystemClock
from app.services.demo_texts import Texts
from app.store.bulk import Bulk
from app.store.sqlcipher import connect
from app.store.store import Store
from benchmarks.measuring import Figure, Run, alternated, median_of_medians

KEY = bytes(range(32))
_COUNT = 8_000


class _Bulk:
    """Contacts, steps and inquiries as a day has them, eight records for each inquiry."""

    def __init__(self, folder: Path) -> None:
        self._clock = SystemClock()
        self._store = Store.create(folder / "bulk.db", KEY, self._clock.now, install_id="bench")
        self._raw = connect(folder / "raw.db", KEY)
        self._raw.execute("CREATE TABLE raw(id BLOB PRIMARY KEY, a, b, c, d, e, f, g, h)")
        self._rows = list(self._made())

    def _made(self) -> list[tuple[str, dict[str, Value]]]:
        rng = Random(3)
        texts = Texts(rng)
        now = self._clock.now()
        rows: list[tuple[str, dict[str, Value]]] = []
        for number in range(_COUNT // 8):
            topic = texts.topic("zh")
            at = (now - timedelta(minutes=number)).isoformat()
            said: dict[str, Value] = {"number": str(number), "opened_at": at, "state": "closed", "closed_at": at}
            said |= {
                "summary": texts.summary(topic, "zh"),
                "details": texts.details("en", 1),
                "category": topic.category,
            }
            rows.append(("inquiry", said))
            step: dict[str, Value] = {"inquiry": "ab" * 16, "kind": "note", "at": at, "by": "cd" * 16, "note": "x"}
            rows += [("inquiry_event", step)] * 5
            rows.append(("contact_inquiry", {"contact": "ef" * 16, "inquiry": "ab" * 16, "role": "opened", "at": at}))
            rows.append(("caller", {"name": "张三", "kind": "patient", "language": "zh_CN", "area": "城关镇"}))
        return rows

    def raw(self) -> None:
        """Write every row into one plain table."""
        rows = [(os.urandom(16), *(list(values.values()) + [None] * 8)[:8]) for _, values in self._rows]
        self._raw.execute("BEGIN IMMEDIATE")
        self._raw.executemany("INSERT INTO raw VALUES(?,?,?,?,?,?,?,?,?)", rows)
        self._raw.execute("COMMIT")

    def bulk(self) -> None:
        """Write every row through the journal."""
        with self._store.write("bench", now=self._clock.now()) as tx, Bulk(tx) as bulk:
            for entity, values in self._rows:
                bulk.add(entity, values)

    def close(self) -> None:
        """Close both files."""
        self._raw.close()
        self._store.close()


def figures(times: int) -> list[Figure]:
    """Write the same rows ``times`` times both ways."""
    with tempfile.TemporaryDirectory() as folder:
        both = _Bulk(Path(folder))
        runs: list[Run] = [both.raw, both.bulk]
        raw, bulk = alternated(runs, times)
        both.close()
    one, other = median_of_medians(raw), median_of_medians(bulk)
    per_s = _COUNT / other * 1000
    return [
        Figure("bulk of 8,000 records / raw executemany", other, "ms", one, 5.0),
        Figure("bulk records a second", per_s, "records/s", limit=15_000, at_least=True),
    ]
