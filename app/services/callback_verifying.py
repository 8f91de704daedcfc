"""Calls to verify a finding: they are owed no more once it is over, or to be put right anew."""

from app.models.dispositions import NOT_ATTEMPTED
from app.models.findings import heard_no_more
from app.services import callback_closing, callback_queue, callback_sheets
from app.services.callback_sheets import Sheet
from app.services.office import Work
from app.store import callbacks as callback_rows
from app.store import findings as finding_rows


def close_of_finding(work: Work, finding: bytes) -> None:
    """End the calls that are owed to verify a finding, with what was tried so far; for services that have checked.

    One that is begun is ended by whoever makes it, and one for which a time was agreed is made: somebody waits for it.
    """
    owed = [one for one in callback_rows.of_finding(work.tx, finding) if one.closed_at is None]
    for sheet in (callback_sheets.made(work, one) for one in owed):
        if sheet.status.pending is None and sheet.appointment is None:
            callback_closing.close(
                work, sheet.callback, sheet.status.code or NOT_ATTEMPTED, kept=sheet.status.contacted
            )
            callback_queue.refresh(work, sheet.callback.id)


def is_over(work: Work, finding: bytes) -> bool:
    """Say whether a finding ended or was reopened since it was last asked to call about it; for who has checked."""
    return heard_no_more([step for step, _ in finding_rows.events_of(work.tx, finding)])


def verifies_nothing(work: Work, sheet: Sheet) -> bool:
    """Say whether a call is to verify a finding for which nothing is to be heard any more, and nobody waits for it."""
    finding = sheet.callback.finding
    return finding is not None and sheet.appointment is None and is_over(work, finding)
