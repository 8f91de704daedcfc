"""``python -m benchmarks [--inquiries N] [--quick] [names…]``: measure and print one table; 1 where a target is missed.

Names: start, saves, bulk, search, duplicates, lists, rebuild, due, routing, callbacks, drills, frames, hub, publish,
keys, fuzz, dashboards, documents, workbooks, scripts. ``simulation`` (``--seeds N``, ``--mutants``) runs syncs among
failing machines instead, ``simulated_accounts`` lets those join with accounts of their own, ``borders`` lets centers
hand inquiries about, ``cuts`` cuts a line at each byte,
``releases`` lets a former program meet that of today at one hub, ``nights`` are those of many stations and of a new one
with a large hub, ``boston FILE`` compares every KPI over a city's own requests with plain counting.
Targets are ratios to what the same run measured, because disks and machines differ; the run counts as failed beyond
one and a half times a target, as noise goes. A target of none at all, such as broken promises, has no such slack.
"""

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable

from benchmarks import (
    bulk,
    callbacks,
    dashboards,
    documents,
    drills,
    due_times,
    duplicate_hints,
    everything_search,
    frames,
    hubs,
    keystrokes,
    lists,
    projections,
    rebuilds,
    routing,
    saves,
    script_fuzz,
    scrolling,
    windows,
    workbooks,
)
from benchmarks.desk import Desk, desk, folder_of
from benchmarks.measuring import Figure, table

_SLACK = 1.5
#: Inquiries of a desk that shows everything and is filled in seconds.
_SMALL = 400
#: Names that are runs of their own, with options of their own.
_OTHERS = ("simulation", "cuts", "nights", "boston", "borders", "releases", "simulated_accounts")


def _measures(inquiries: int, quick: bool) -> dict[str, Callable[[], Iterable[Figure]]]:
    """Return each name with what it measures, in the order in which they run."""
    opened: list[Desk] = []

    def at_desk() -> Desk:
        if not opened:
            opened.append(desk(inquiries))
        return opened[0]

    return {
        "start": lambda: windows.figures(folder_of(inquiries), 2 if quick else 15),
        "search": lambda: everything_search.figures(at_desk(), 300 if quick else 3000),
        "duplicates": lambda: duplicate_hints.figures(at_desk(), 200 if quick else 1200),
        "lists": lambda: [
            *lists.figures(at_desk(), 2 if quick else 15),
            *scrolling.figures(at_desk(), 100 if quick else 600),
        ],
        "saves": lambda: saves.figures(at_desk(), 60 if quick else 500),
        "bulk": lambda: bulk.figures(3 if quick else 7),
        "rebuild": lambda: rebuilds.figures(at_desk()),
        "due": lambda: due_times.figures(3 if quick else 7),
        "routing": routing.figures,
        "callbacks": lambda: callbacks.figures(*(callbacks.QUICK if quick else callbacks.WHOLE)),
        "drills": lambda: drills.figures(drills.QUICK_CARDS if quick else drills.CARDS),
        "frames": lambda: frames.figures(frames.QUICK_PEOPLE if quick else frames.PEOPLE),
        "hub": lambda: hubs.figures(*((20_000, 3) if quick else (100_000, 5))),
        "publish": lambda: projections.figures(*((20_000, 3) if quick else (100_000, 5))),
        "dashboards": lambda: dashboards.figures_of(at_desk(), 3 if quick else 9),
        "documents": lambda: documents.figures_of(desk(_SMALL), at_desk()),
        "workbooks": lambda: workbooks.figures_of(desk(_SMALL)),
        "keys": lambda: keystrokes.figures(at_desk(), 1 if quick else 5),
        "fuzz": lambda: script_fuzz.figures(script_fuzz.QUICK_CASES if quick else script_fuzz.CASES),
    }


def _missed(figures: Iterable[Figure]) -> list[str]:
    """Return what misses its target by more than noise."""
    found: list[str] = []
    for one in figures:
        measured = one.ratio if one.ratio is not None else one.value
        if one.limit is None:
            continue
        if measured < one.limit / _SLACK if one.at_least else measured > one.limit * _SLACK:
            found.append(one.name)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Measure what is named, or everything."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and words[0] in _OTHERS:
        return importlib.import_module(f"benchmarks.{words[0]}").main(words[1:])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--inquiries", type=int, default=1_000_000, help="size of the desk (made once in build/bench)")
    parser.add_argument("--quick", action="store_true", help="few runs: a smoke test, not a measurement")
    parser.add_argument("names", nargs="*", help="what to measure; nothing means all of it")
    given = parser.parse_args(words)
    measures = _measures(given.inquiries, given.quick)
    known = [*measures, "scripts"]
    wanted = given.names or known
    unknown = set(wanted) - set(known)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there is {', '.join(known)}")
    figures: list[Figure] = []
    for name, measure in measures.items():
        if name in wanted:
            print(f"… {name}", file=sys.stderr, flush=True)
            figures += measure()
    if figures:
        print(table(figures))
    code = 0
    if "scripts" in wanted and importlib.util.find_spec("benchmarks.script_search"):
        from benchmarks import script_search

        code = int(script_search.main(["--quick"] if given.quick else []) or 0)
    missed = _missed(figures)
    if missed:
        print(f"beyond {_SLACK} times the target: {', '.join(missed)}", file=sys.stderr)
    return 1 if missed or code else 0


if __name__ == "__main__":
    raise SystemExit(main())
