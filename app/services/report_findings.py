"""The ledger of findings in a document: what each institution had to put right in the period, and every finding of it.

A finding belongs to a period in which it was opened, closed, or open. Nobody whom it came from stands in it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.models.findings import Finding, FindingState
from app.services import finding_ledger, wording
from app.services.finding_ledger import Sought
from app.services.report_fillings import Source
from app.services.report_sheets import Cell, Share, Sheet

_PAGE = 500
_COLUMNS = ("number", "institution", "title", "state", "measure", "owner")


def by_institution(source: Source) -> tuple[Sheet, ...]:
    """Return one line for each institution: what was opened and closed in the period, and what is open or late now."""
    groups: dict[str, list[Finding]] = {}
    for one in _each(source):
        groups.setdefault(one.institution, []).append(one)
    rows = tuple(_counts(source, name, found) for name, found in sorted(groups.items()))
    everything = [one for found in groups.values() for one in found]
    if len(groups) > 1:
        rows = (*rows, (source.said("all"), *_counts(source, "", everything)[1:]))
    columns = source.columns("institution", "opened", "closed", "on_time", "still_open", "late")
    return (Sheet("", columns, rows, () if rows else (source.said("no_findings"),)),)


def _counts(source: Source, institution: str, found: list[Finding]) -> tuple[Cell, ...]:
    closed = [one for one in found if one.closed_at and _within(source, one.closed_at)]
    true = [one for one in closed if one.state is not FindingState.UNFOUNDED]
    in_time = sum(1 for one in true if one.closed_at and one.closed_at <= one.close_due_at)
    return (
        source.name_of("unit", institution),
        sum(_within(source, one.opened_at) for one in found),
        len(closed),
        Share(in_time / len(true), in_time, len(true)) if true else None,
        sum(one.is_open for one in found),
        sum(one.is_late(source.view.now) for one in found),
    )


def ledger(source: Source) -> tuple[Sheet, ...]:
    """Return every finding of the period, the newest first."""
    columns = tuple(wording.label("finding_column", name, source.language) for name in _COLUMNS)
    rows = tuple((*(_cell(source, one, name) for name in _COLUMNS), _ends(source, one)) for one in _each(source))
    return (Sheet("", (*columns, source.said("due_or_closed")), rows),)


def _each(source: Source) -> Iterator[Finding]:
    after = None
    while True:
        page = finding_ledger.page(source.view, Sought(standing="all"), after=after, limit=_PAGE)
        yield from (line.finding for line in page.lines if _belongs(source, line.finding))
        after = page.after
        if after is None:
            return


def _belongs(source: Source, one: Finding) -> bool:
    stretch = source.stretch
    ended = _day(source, one.closed_at) if one.closed_at else None
    return _day(source, one.opened_at) < stretch.end_on and (ended is None or ended >= stretch.start_on)


def _within(source: Source, at: datetime) -> bool:
    return source.stretch.start_on <= _day(source, at) < source.stretch.end_on


def _day(source: Source, at: datetime) -> date:
    return at.astimezone(ZoneInfo(source.view.settings.time_zone)).date()


def _cell(source: Source, one: Finding, name: str) -> str:
    if name == "institution":
        return source.name_of("unit", one.institution)
    if name == "state":
        return wording.label("finding_state", one.state.value, source.language)
    return str(getattr(one, name) or "")


def _ends(source: Source, one: Finding) -> str:
    """Return the day by which its next step is due; of one that is over the day on which it was closed."""
    at = one.closed_at or one.next_due()
    return _day(source, at).isoformat() if at else ""
