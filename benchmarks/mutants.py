"""The protocol with one defense switched off each: the simulation must notice every one of them.

A defense whose removal is not noticed is either not tried or not needed.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.models.entities import ENTITIES
from app.models.journal import Value
from app.models.sync import Chunk, Hello, Mark, Wire
from app.services.giving_back import Following
from app.services.syncing import Exchange
from app.store import sync as rows_of
from app.store.journal import Tx
from benchmarks.memory_hub import MemoryHub
from benchmarks.simulated_disks import Disk
from benchmarks.simulation import Variant, failing_seeds

#: Seeds in which a mutant must be noticed at least once.
SEEDS = 400


class IgnoresDuplicates(MemoryHub):
    """The hub takes an address that it has for a repetition, as INSERT … ON CONFLICT DO NOTHING does."""

    def guard(self, who: str, rows: Sequence[Wire]) -> None:
        """Append what has a new address, whatever it follows."""
        replica = self.kept.replicas.get(rows[0].origin)
        known = replica.end.seq if replica else 0
        fresh = [row for row in rows if row.seq > known]
        if replica is None:
            super().guard(who, fresh)
        else:
            replica.rows.extend(fresh)


class TrustsOwnMemory(Exchange):
    """Goes on from what it remembers to have pushed, not from what the hub says."""

    def _push_from(self, hello: Hello) -> Mark:
        with self.station.reading() as rows:
            own = rows_of.own_end(rows)
            before = own.seq - rows_of.waiting(rows)
        return super()._push_from(self._after(hello, before))

    def _after(self, hello: Hello, seq: int) -> Hello:
        with self.station.reading() as rows:
            here = rows_of.hash_at(rows, rows_of.own_end(rows).origin, seq)
        return replace(hello, head=replace(hello.head, seq=seq, hash=here))


class RemembersTooSoon(TrustsOwnMemory):
    """Remembers a push before it is made."""

    def _push_from(self, hello: Hello) -> Mark:
        with self.station.reading() as rows:
            before = rows_of.own_end(rows).seq - rows_of.waiting(rows)
        self._acknowledge(Mark(b"", before, b""))
        return super(TrustsOwnMemory, self)._push_from(self._after(hello, before))

    def _acknowledge(self, last: Mark) -> None:
        with self.station.reading() as rows:
            own = rows_of.own_end(rows)
        super()._acknowledge(own)


class SeesNoFork(Exchange):
    """Compares how far the chains reach, not what they say."""

    def _same_chain(self, hello: Hello) -> Hello:
        with self.station.reading() as rows:
            own = rows_of.own_end(rows)
            here = rows_of.hash_at(rows, own.origin, min(own.seq, hello.head.seq))
        if hello.head.mine and hello.head.seq <= own.seq:
            return replace(hello, head=replace(hello.head, hash=here))
        return super()._same_chain(hello)


class VerifiesNothing(Exchange):
    """Believes that the hub still has what it once gave."""

    def _verify(self) -> bool:
        return False


class RepairsNothing(Exchange):
    """Leaves what the hub has lost to its authors."""

    def _give(self, following: Following, *, first: bool = False) -> None:
        return


class MarksFirst(Exchange):
    """Moves its marks before the records are in."""

    def _take(self, scope: str, chunk: Chunk, own: bytes) -> None:
        with self.station.write("") as tx:
            rows_of.set_marks(tx, scope, [mark for mark in chunk.marks if mark.origin != own])
        super()._take(scope, chunk, own)


class DropsUnknown(Exchange):
    """Leaves out what this program does not know."""

    def _take(self, scope: str, chunk: Chunk, own: bytes) -> None:
        known = [row for row in chunk.rows if row.entity in ENTITIES]
        super()._take(scope, Chunk(known, chunk.marks), own)


class _WallTx(Tx):
    def _append(
        self, entity: str, row_id: bytes, values: Mapping[str, Value], base: Mapping[str, list[str]], hlc: int
    ) -> bytes:
        return super()._append(entity, row_id, values, base, self.writer.now_ms << 16)


class WallOnly(Disk):
    """Stamps with the clock alone."""

    kind = _WallTx


MUTANTS: dict[str, Variant] = {
    "the hub ignores duplicate addresses": Variant(hub=IgnoresDuplicates),
    "trusts its own memory of what it pushed": Variant(exchange=TrustsOwnMemory),
    "remembers a push before it is made": Variant(exchange=RemembersTooSoon),
    "sees no fork": Variant(exchange=SeesNoFork),
    "verifies no marks": Variant(exchange=VerifiesNothing, trusting=True),
    "repairs nothing": Variant(exchange=RepairsNothing),
    "moves its marks before the records": Variant(exchange=MarksFirst),
    "drops what it does not know": Variant(exchange=DropsUnknown),
    "stamps with the clock alone": Variant(disk=WallOnly),
}


def report(seeds: Iterable[int]) -> int:
    """Run every mutant until it is noticed and say in which seed; 1 where one is not."""
    tried = list(seeds)
    unnoticed: list[Any] = []
    for name, variant in MUTANTS.items():
        started = time.monotonic()
        failed, _ = failing_seeds(tried, variant, enough=1)
        seed, why = next(iter(failed.items()), (None, ""))
        print(
            f"{name}: {'NOT NOTICED' if seed is None else f'seed {seed}: {why}'} ({time.monotonic() - started:.0f} s)"
        )
        if seed is None:
            unnoticed.append(name)
    return 1 if unnoticed else 0
