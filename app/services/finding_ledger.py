"""Looking into the ledger: its pages and counts, one finding with its steps, and what an institution may see of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import RecordGone
from app.models.findings import RECURS_WITHIN, Finding, FindingEvent, FindingState
from app.models.papers import Block, Named, Paper
from app.services import reference, wording
from app.services.callback_sheets import text_of
from app.services.office import View
from app.services.papers import exactly, said
from app.store import accounts as people
from app.store import callback_attempts as attempt_rows
from app.store import callbacks as callback_rows
from app.store import callers as caller_rows
from app.store import campaign_cases as case_rows
from app.store import findings as finding_rows
from app.store import units as unit_rows
from app.store.findings import FindingRow, Sought

__all__ = ["Sought"]

#: Columns of the ledger, on paper and in files.
COLUMNS = (
    *("number", "state", "institution", "category", "title", "severity", "opened_at", "next_due_at", "measure"),
    *("owner", "effective_on", "closed_at", "named"),
)
_PRINTED = (
    *("number", "state", "institution", "title", "measure", "owner", "effective_on", "next_due_at", "closed_at"),
)
_PAGE = 500


@dataclass(frozen=True)
class LedgerLine:
    """One finding as a list shows it: names of its institution and category, and whether it is late."""

    finding: Finding
    institution: str
    category: str
    late: bool
    key: tuple[str, bytes]


@dataclass(frozen=True)
class LedgerPage:
    """One page, and the key after which the next one begins; None at the end."""

    lines: tuple[LedgerLine, ...]
    after: tuple[str, bytes] | None


@dataclass(frozen=True)
class VerificationCall:
    """One attempt to hear from the person whether it was put right; ``code`` is "" until its outcome is said.

    ``note`` is what the person answered, as whoever called wrote it down.
    """

    at: datetime
    code: str
    by: str
    note: str = ""


@dataclass(frozen=True)
class FindingDetail:
    """One finding with its steps. ``who`` is empty unless the person allowed the name to be used.

    ``again`` is the finding of the same kind at the same place that was closed less than 90 days before;
    ``together`` are the others that its measure puts right; ``calls`` what came of calling the person to verify it;
    ``owed_at`` from when on such a call that is owed can be made.
    """

    line: LedgerLine
    steps: tuple[tuple[FindingEvent, str], ...]
    who: str
    again: Finding | None
    together: tuple[Finding, ...]
    calls: tuple[VerificationCall, ...] = ()
    owed_at: datetime | None = None


def page(
    view: View, sought: Sought, *, after: tuple[str, bytes] | None = None, limit: int = 100, language: str = ""
) -> LedgerPage:
    """Return one page of the ledger, in the language of the person unless another is said."""
    view.require(Permission.SEE_FINDINGS)
    found = finding_rows.page(view.rows, sought, text_of(view.now), after=after, limit=limit)
    lines = tuple(_line(view, row, sought, language) for row in found)
    return LedgerPage(lines, lines[-1].key if len(lines) == limit else None)


def counts(view: View) -> tuple[int, int]:
    """Return how many findings are open, and how many of them are late."""
    view.require(Permission.SEE_FINDINGS)
    return finding_rows.counts(view.rows, text_of(view.now))


def owners(view: View) -> list[str]:
    """Return who has measures of open findings to put into effect."""
    view.require(Permission.SEE_FINDINGS)
    return finding_rows.owners(view.rows)


def numbered(view: View, number: str) -> bytes:
    """Return the id of the finding with this number. Raises ``RecordGone``."""
    view.require(Permission.SEE_FINDINGS)
    row = finding_rows.by_number(view.rows, number.strip().upper())
    if row is None:
        raise RecordGone(entity="finding", id=number)
    return row.finding.id


def detail(view: View, finding: bytes, *, language: str = "") -> FindingDetail:
    """Return one finding with its steps, in the person's language unless another is said. Raises ``RecordGone``."""
    view.require(Permission.SEE_FINDINGS)
    row = finding_rows.by_id(view.rows, finding)
    if row is None:
        raise RecordGone(entity="finding", id=finding.hex())
    together = finding_rows.of_measure(view.rows, row.measure_id) if row.measure_id else []
    return FindingDetail(
        _line(view, row, Sought(), language),
        tuple(finding_rows.events_of(view.rows, finding)),
        _who(view, row),
        former(view, row.finding),
        tuple(one for one in together if one.id != finding),
        tuple(_calls(view, finding)),
        next((one.due_at for one in callback_rows.of_finding(view.rows, finding) if one.closed_at is None), None),
    )


def _calls(view: View, finding: bytes) -> Iterator[VerificationCall]:
    for call in callback_rows.of_finding(view.rows, finding):
        for one in attempt_rows.log_of(view.rows, call.id):
            by = people.by_id(view.rows, bytes.fromhex(one.attempt.operator)) if one.attempt.operator else None
            yield VerificationCall(one.attempt.at, one.attempt.code, by.display if by else "", one.note)


def former(view: View, finding: Finding) -> Finding | None:
    """Return the finding that this one repeats: same kind and place, closed within 90 days before; None for a first."""
    since = text_of(finding.opened_at - 4 * RECURS_WITHIN)
    alike = finding_rows.of_place(view.rows, finding.institution, finding.category, since, text_of(finding.opened_at))
    closed = [one for one in alike if one.state is FindingState.CLOSED and one.closed_at]
    return next((one for one in reversed(closed) if _repeats(one, finding)), None)


def _repeats(closed: Finding, finding: Finding) -> bool:
    return closed.closed_at is not None and closed.closed_at <= finding.opened_at <= closed.closed_at + RECURS_WITHIN


def _who(view: View, row: FindingRow) -> str:
    """Return the name that may be said."""
    if not row.finding.named:
        return ""
    caller = caller_rows.by_id(view.rows, row.caller) if row.caller else None
    case = case_rows.case(view.rows, row.case) if row.case else None
    return (caller.name if caller else "") or (case.name if case else "") or ""


def _line(view: View, row: FindingRow, sought: Sought, language: str) -> LedgerLine:
    found = row.finding
    language = language or view.person.language or view.settings.language
    name = _name_of(view, found.institution, language)
    by_due = sought.standing in ("open", "late")
    key = text_of((by_due and found.next_due()) or found.opened_at)
    return LedgerLine(found, name, category(found.category, language), found.is_late(view.now), (key, found.id))


def _name_of(view: View, institution: str, language: str) -> str:
    unit = unit_rows.by_code(view.rows, institution) if institution else None
    return (unit.name if language.startswith("zh") else unit.name_en or unit.name) if unit else institution


def category(code: str, language: str) -> str:
    """Return the words of a category, or its code where the tree does not know it."""
    known = reference.categories()
    return known.path_label(code, language) if code in known.by_code else code


def export(view: View, sought: Sought, language: str) -> Iterator[tuple[str, ...]]:
    """Return every finding that is sought as texts, in the order of ``COLUMNS``; no row says who it came from."""
    view.require(Permission.EXPORT_RECORDS)
    return (tuple(_cell(view, line, name, language) for name in COLUMNS) for line in _each(view, sought))


def headings(language: str) -> tuple[str, ...]:
    """Return the headings of the columns of an export."""
    return tuple(wording.label("finding_column", name, language) for name in COLUMNS)


def _each(view: View, sought: Sought) -> Iterator[LedgerLine]:
    after = None
    while True:
        found = page(view, sought, after=after, limit=_PAGE)
        yield from found.lines
        after = found.after
        if after is None:
            return


def _cell(view: View, line: LedgerLine, name: str, language: str) -> str:
    found = line.finding
    special = {
        "state": wording.label("finding_state", found.state, language),
        "severity": wording.label("severity", found.severity, language),
        "institution": _name_of(view, found.institution, language),
        "category": category(found.category, language),
        "named": wording.label("tri_state", "yes" if found.named else "no", language) if found.is_said else "",
        "next_due_at": _time(view, found.next_due()),
    }
    if name in special:
        return special[name]
    value = getattr(found, name)
    return _time(view, value) if isinstance(value, datetime) else str(value or "")


def _printed(view: View, line: LedgerLine, name: str, language: str) -> str:
    """Return a cell on paper: the day on which a finding was struck off is enough there."""
    cell = _cell(view, line, name, language)
    return cell[:10] if name == "closed_at" else cell


def _time(view: View, at: datetime | None) -> str:
    return at.astimezone(ZoneInfo(view.settings.time_zone)).strftime("%Y-%m-%d %H:%M") if at else ""


def paper(view: View, sought: Sought, language: str) -> Paper:
    """Return the ledger to be printed, counted as far as it is sought; it names nobody whom it came from."""
    view.require(Permission.SEE_FINDINGS)
    lines = list(_each(view, sought))
    rows = tuple(tuple(_printed(view, line, name, language) for name in _PRINTED) for line in lines)
    open_now, late = sum(one.finding.is_open for one in lines), sum(one.late for one in lines)
    columns = tuple(wording.label("finding_column", name, language) for name in _PRINTED)
    texts = () if rows else (said("ledger_empty", language),)
    return Paper(
        said("ledger", language),
        language,
        view.settings.organization,
        (
            (said("ledger_shows", language), _sought_in_words(view, sought, language)),
            (said("ledger_counts", language), said("ledger_counted", language, open=open_now, late=late)),
        ),
        (Block(said("ledger_lines", language, count=len(rows)), texts, columns, rows),),
        said("made", language, at=exactly(view.now, ZoneInfo(view.settings.time_zone), language)),
        across=True,
    )


def _sought_in_words(view: View, sought: Sought, language: str) -> str:
    """Return which findings are sought, so that nobody takes a part of the ledger for the whole."""
    parts = (
        wording.label("finding_standing", sought.standing, language),
        wording.label("finding_state", sought.state, language) if sought.state else "",
        _name_of(view, sought.institution, language),
        sought.owner,
    )
    return " · ".join(part for part in parts if part)


def sheet(view: View, finding: bytes, language: str) -> Paper:
    """Return what an institution is sent of a finding: without a name unless the person allowed it.

    Notes from inside the house stay there; what the institution answered itself is on it.
    """
    found = detail(view, finding)
    line = found.line
    names = ("institution", "category", "severity", "state", "opened_at", "next_due_at", "measure", "owner")
    facts = [(wording.label("finding_column", name, language), _cell(view, line, name, language)) for name in names]
    if line.finding.is_said:
        facts.append((said("finding_who", language), found.who or said("finding_unnamed", language)))
    blanks = tuple(said(f"finding_{name}", language) for name in ("cause", "measure", "owner", "done", "signed"))
    return Paper(
        f"{said('finding', language)} {line.finding.number}",
        language,
        view.settings.organization,
        tuple(facts),
        (
            Block(said("matter", language), (line.finding.title,)),
            Block(said("finding_slip", language), blanks=blanks, cut=True),
        ),
        said("made", language, at=exactly(view.now, ZoneInfo(view.settings.time_zone), language)),
        named=Named("finding", 1, finding) if found.who else None,
    )
