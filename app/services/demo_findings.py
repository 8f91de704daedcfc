"""The demo's ledger: of what its interviews set off, some is sent, planned and late, put right, verified and closed."""

from collections.abc import Sequence
from datetime import timedelta

from app.models.accounts import Person
from app.models.findings import FindingState
from app.services import callback_rules, findings
from app.services.callback_sheets import text_of
from app.services.demo_surveys import acting
from app.services.demo_texts import table
from app.services.findings import NewFinding
from app.services.office import Work
from app.store import findings as finding_rows

S = FindingState
_WAY = (S.SENT, S.CAUSE_FOUND, S.PLANNED, S.DONE, S.VERIFIED, S.CLOSED)
#: How long after it was opened each step is taken, and how long after it was planned a measure is due.
_STEP, _DUE = timedelta(hours=7), timedelta(hours=20)


def work_on(work: Work, opened: Sequence[bytes], doing: Person, checking: Person) -> dict[FindingState, int]:
    """Take findings of interviews along their ways, the oldest first; return how many stand in which state after it.

    ``doing`` puts right, ``checking`` verifies.
    """
    counts: dict[FindingState, int] = {}
    for one, way in zip(opened, table("surveys")["ledger"], strict=False):
        state = _take(work, one, S(way), (doing, checking))
        counts[state] = counts.get(state, 0) + 1
    acting(work, doing, work.now)
    return counts


def past(work: Work, doing: Person, checking: Person) -> int:
    """Open findings of the last half-year at their times and close them, most in time; return how many."""
    told = table("surveys")
    for one in told["past"]:
        opened_at = work.now - timedelta(days=one["ago"])
        new = NewFinding(one["title"], one["category"], one["institution"])
        finding = findings.open_by_hand(acting(work, doing, opened_at), new)
        for place, wanted in enumerate(_WAY, 1):
            at = opened_at + timedelta(days=one["took"]) * place / len(_WAY)
            desk = acting(work, checking if wanted is S.VERIFIED else doing, at)
            said = _said(desk, wanted, one["institution"], told["measures"][one["category"]])
            findings.step(desk, finding, wanted, said)
    acting(work, doing, work.now)
    return len(told["past"])


def _take(work: Work, finding: bytes, until: FindingState, people: tuple[Person, Person]) -> FindingState:
    row = finding_rows.by_id(work.tx, finding)
    state = row.finding.state if row else S.OPENED
    at = row.finding.opened_at if row else work.now
    told: dict[str, str] = table("surveys")["measures"].get(row.finding.category, {}) if row else {}
    for wanted in _WAY:
        at += _STEP
        if state is until or at >= work.now or row is None or not told:
            break
        desk = acting(work, people[wanted is S.VERIFIED], at)
        said = _said(desk, wanted, row.finding.institution, told)
        state = findings.step(desk, finding, wanted, said)
    return state


def _said(work: Work, wanted: FindingState, institution: str, told: dict[str, str]) -> dict[str, str]:
    """Return what is said with a step."""
    day = work.now.astimezone(callback_rules.slots_of(work).zone).date().isoformat()
    planned = {"measure": told["measure"], "owner": told["owner"], "due_at": text_of(work.now + _DUE)}
    return {
        S.SENT: {"institution": institution},
        S.CAUSE_FOUND: {"note": told["cause"]},
        S.PLANNED: {**planned, "effective_on": day},
        S.DONE: {"evidence": told["evidence"]},
        S.VERIFIED: {"note": told["note"]},
    }.get(wanted, {})
