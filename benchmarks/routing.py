"""Suggested routing, learned night by night, on a city's real requests: right how often, how sure, against plain rules.

``ONEWINDOW_BENCH_DATA`` names a folder with ``boston311/requests_2015_h1.csv.gz``; without it nothing is measured. Each
day of May and June is judged by what was known the evening before, and never by anything later. Requests are read as an
import reads them (channels as codes, the district as the greater part of the area) and learned as the program learns.
"""

import csv
import gzip
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.models.routing import LEAST, Case, RoutingMemory, calibration
from app.services import routing_learning
from app.services.import_codes import code_of
from app.services.routing_learning import Example
from benchmarks.measuring import Figure

_FILE = Path("boston311/requests_2015_h1.csv.gz")
_ZONE = ZoneInfo("America/New_York")
_FIRST, _LAST = datetime(2015, 5, 1, tzinfo=_ZONE), datetime(2015, 7, 1, tzinfo=_ZONE)
#: Share that has to be right of what is shown with this probability.
_SURE = 0.9


@dataclass(frozen=True)
class Request:
    """One request: when, what was known of it, and where it went."""

    at: datetime
    case: Case
    department: str
    queue: str


def requests(path: Path) -> list[Request]:
    """Return the requests of a file in the order in which they came."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [_request(row) for row in csv.DictReader(lines)]
    return sorted(found, key=_when)


def _request(row: dict[str, str]) -> Request:
    kind = f"{row['REASON'].replace('.', '')}.{row['TYPE'].replace('.', '')}"
    area = f"{row['pwd_district']} / {row['neighborhood']}"
    case = routing_learning.case_of(row["CASE_TITLE"], kind, area, code_of("channel", row["Source"]) or "")
    return Request(datetime.fromisoformat(row["OPEN_DT"]).replace(tzinfo=_ZONE), case, row["Department"], row["QUEUE"])


def _when(one: Request) -> datetime:
    return one.at


def _by_day(many: list[Request]) -> Iterator[tuple[list[Request], list[Request]]]:
    """Yield (what is learned before a day, the day itself) from the first day on."""
    start = 0
    for place in range(1, len(many) + 1):
        if place == len(many) or many[place].at.date() != many[start].at.date():
            yield many[:start], many[start:place]
            start = place


def figures() -> list[Figure]:
    """Walk through the months once for departments and once for queues."""
    folder = os.environ.get("ONEWINDOW_BENCH_DATA")
    if not folder or not (Path(folder) / _FILE).exists():
        return []
    many = requests(Path(folder) / _FILE)
    return [
        *_measured("department", many, lambda one: one.department, 0.96),
        *_measured("work queue", many, lambda one: one.queue, 0.86),
    ]


def _measured(what: str, many: list[Request], unit_of: Callable[[Request], str], wanted: float) -> list[Figure]:
    start = time.perf_counter()
    shown = _walked(many, unit_of)
    took = time.perf_counter() - start
    count, sure = calibration(shown, at_least=_SURE)
    silent = sum(probability < LEAST for probability, _ in shown) / len(shown)
    by_type, by_district = (_majority(many, unit_of, key) for key in (_kind, _kind_and_district))
    fixed = _right(_walked(many, unit_of, until=_FIRST))
    note = f"majority by type {by_type:.3f}, by type and district {by_district:.3f}, learned until April {fixed:.3f}; "
    return [
        Figure(f"{what} suggested right, May and June", _right(shown), "", limit=wanted, at_least=True,
               note=f"{note}no suggestion for {silent:.1%}"),
        Figure(f"{what}: right where {_SURE:.0%} sure", sure / count, "", limit=_SURE, at_least=True,
               note=f"that is {count / len(shown):.0%} of the requests; {took:.0f} s for {len(many):,} of them"),
        Figure(f"{what}: one night's fit", _fit(many, unit_of), "s", limit=60,
               note=f"of {len(many):,} dispatches, {routing_learning.MOST_CHECKED:,} of them guessed"),
    ]  # fmt: skip


def _walked(
    many: list[Request], unit_of: Callable[[Request], str], *, until: datetime = _LAST
) -> list[tuple[float, bool]]:
    """Return probability and truth of each suggestion of May and June; what comes after ``until`` is not learned."""
    memory, shown, learned = RoutingMemory(), list[tuple[float, bool]](), 0
    for before, today in _by_day(many):
        fresh = [one for one in before[learned:] if one.at < until]
        memory.add_all((one.case, unit_of(one), one.at) for one in fresh)
        learned = len(before)
        for one in today if _FIRST <= today[0].at < _LAST else ():
            found = memory.suggest(one.case, before[-1].at, least=0.0)
            shown.append((found.probability, found.unit == unit_of(one)) if found else (0.0, False))
    return shown


def _right(shown: list[tuple[float, bool]]) -> float:
    return sum(good for _, good in shown) / len(shown)


def _fit(many: list[Request], unit_of: Callable[[Request], str]) -> float:
    """Return how many seconds the program takes to fit what all of them teach."""
    start = time.perf_counter()
    routing_learning.fit(routing_learning.learnable(Example(one.at, one.case, unit_of(one)) for one in many))
    return time.perf_counter() - start


def _kind(one: Request) -> str:
    return one.case.category


def _kind_and_district(one: Request) -> str:
    return f"{one.case.category} {one.case.area}"


def _majority(many: list[Request], unit_of: Callable[[Request], str], key: Callable[[Request], str]) -> float:
    """Return how often the unit that got most such requests until May gets those of May and June."""
    counts: dict[str, Counter[str]] = {}
    for one in many:
        if one.at < _FIRST:
            counts.setdefault(key(one), Counter())[unit_of(one)] += 1
    usual = {name: found.most_common(1)[0][0] for name, found in counts.items()}
    judged = [usual.get(key(one)) == unit_of(one) for one in many if _FIRST <= one.at < _LAST]
    return sum(judged) / len(judged)
