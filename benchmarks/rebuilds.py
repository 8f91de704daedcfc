"""Rebuilding every projection from the journal, the search index timed apart; rolled back, so that the desk stays."""

import time

from app.outside.clock import SystemClock
from app.store import rebuild
from benchmarks.desk import Desk
from benchmarks.measuring import Figure

#: Records a second that a rebuild has to reach.
RECORDS_PER_S = 20_000


class _RolledBack(Exception):
    """Ends the transaction without keeping it."""


def figures(desk: Desk) -> list[Figure]:
    """Rebuild once, index once, check the chain once."""
    took: dict[str, float] = {}
    counts: dict[str, int] = {}
    try:
        with desk.store.write("bench", now=SystemClock().now()) as tx:
            start = time.perf_counter()
            counts["records"] = rebuild.rebuild(tx, index=False)
            took["rebuild"] = time.perf_counter() - start
            start = time.perf_counter()
            counts["inquiries"] = rebuild.reindex(tx)
            took["index"] = time.perf_counter() - start
            raise _RolledBack
    except _RolledBack:
        pass
    start = time.perf_counter()
    chain = rebuild.check_chain(desk.store.rows)
    took["chain"] = time.perf_counter() - start
    per_s = counts["records"] / took["rebuild"]
    return [
        Figure("rebuild of all projections", per_s, "records/s", limit=RECORDS_PER_S, at_least=True,
               note=f"{counts['records']:,} records in {took['rebuild']:.0f} s"),
        Figure("search index filled anew", counts["inquiries"] / took["index"], "inquiries/s",
               note=f"{counts['inquiries']:,} in {took['index']:.0f} s"),
        Figure("chain checked", chain.records / took["chain"], "records/s",
               note="sound" if chain.sound else f"BROKEN at {chain.broken_at[:3]}"),
    ]  # fmt: skip
