"""Documents at a full desk: each made with its progress and written as PDF and workbook, in seconds and flat memory.

A small desk makes them all first, so that what fonts and libraries take once is not counted; what the full desk takes
beyond that is. Whoever stops a document waits for its longest step at most.
"""

import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app import bootstrap
from app.models.periods import holding
from app.services import accounts, figures, reports
from benchmarks.desk import Desk
from benchmarks.measuring import Figure

#: Seconds in which a document is made and written, those of its longest step, and megabytes beyond the small desk.
_WITHIN_S, _STEP_S, _ROOM_MB = 10, 5, 64


def figures_of(small: Desk, full: Desk) -> Iterator[Figure]:
    """Make every document at the small desk, then at the full one."""
    _sign_in(small)
    for kind in reports.KINDS:
        _made(small, kind)
    _sign_in(full)
    before = _peak_mb()
    for kind in reports.KINDS:
        made = _made(full, kind)
        note = f"{made.steps} steps, the longest {made.longest_s:.2f} s; PDF {made.pdf_kb:,.0f} KB"
        yield Figure(f"document: {kind}", made.took_s, "s", limit=_WITHIN_S, note=note)
        yield Figure(f"  stopped after at most, {kind}", made.longest_s, "s", limit=_STEP_S)
    yield Figure("memory beyond a small desk", _peak_mb() - before, "MB", limit=_ROOM_MB)


@dataclass
class _Made:
    """One document: how long it took, and its steps."""

    began_s: float = field(default_factory=time.perf_counter)
    took_s: float = 0.0
    steps: int = 0
    longest_s: float = 0.0
    pdf_kb: float = 0.0
    _last_s: float = 0.0

    def step(self, _done: int, _all: int) -> None:
        """Hear of a step."""
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - (self._last_s or self.began_s))
        self.steps, self._last_s = self.steps + 1, now


def _made(desk: Desk, kind: str) -> _Made:
    stretch = holding(reports.templates()[kind].span, _last_day(desk))
    made = _Made()
    report = desk.office.ask(reports.make, kind, stretch, language="zh_CN", told=made.step)
    with tempfile.TemporaryDirectory() as folder:
        pdf = desk.office.ask(reports.save_pdf, report, Path(folder, "x.pdf"))
        desk.office.ask(reports.save_xlsx, report, Path(folder, "x.xlsx"))
        made.pdf_kb = pdf.stat().st_size / 1024
    made.took_s = time.perf_counter() - made.began_s
    return made


def _sign_in(desk: Desk) -> None:
    office = desk.office
    office.sign_in(office.ask(accounts.sign_in, "li", bootstrap.DEMO_PASSWORD))
    office.do(figures.catch_up)


def _last_day(desk: Desk) -> date:
    with desk.store.reading() as rows:
        row = rows.one("SELECT opened_at FROM inquiry ORDER BY position DESC LIMIT 1")
    assert row is not None, "an empty desk"
    return date.fromisoformat(row[0][:10])


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
