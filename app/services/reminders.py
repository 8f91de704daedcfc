"""What reminded, urged or supervised somebody (提醒, 催办, 督办, 通报), and what another center told of an inquiry.

Its owner is told until it has been seen.

Seeing it is a step of the inquiry, so that a supervisor reads in its history who saw the reminder, and when.
"""

from dataclasses import dataclass

from app.models.accounts import Permission
from app.models.inquiries import EventKind, InquiryEvent
from app.services import accounts, inquiry_steps
from app.services.inquiries import TOLD_FOR
from app.services.inquiry_steps import text_of
from app.services.office import View, Work
from app.store import inquiries as inquiry_rows
from app.store import reminders as rows_of

#: Most steps that are read to tell the latest of each inquiry.
_MOST = 200


@dataclass(frozen=True)
class Reminder:
    """The latest such step of an inquiry; ``by`` is "" where the ladder or another center took it."""

    inquiry: bytes
    number: str
    summary: str
    step: InquiryEvent
    by: str


def mine(view: View) -> tuple[Reminder, ...]:
    """Return what the person has to see, the latest first: the latest step of each inquiry of theirs.

    Steps of supervision count while it is open, what another center told of it always.
    """
    view.require(Permission.SEE_INQUIRIES)
    latest: dict[bytes, bytes] = {}
    for inquiry, step in rows_of.unseen(view.rows, view.person.id, text_of(view.now - TOLD_FOR), _MOST):
        latest.setdefault(inquiry, step)
    steps = inquiry_rows.events_of_many(view.rows, list(latest))
    names = {one.id: one.display for one in accounts.people(view)} if latest else {}
    return tuple(_reminder(view, inquiry, _step(steps[inquiry], step), names) for inquiry, step in latest.items())


def _step(steps: list[InquiryEvent], wanted: bytes) -> InquiryEvent:
    return next(one for one in steps if one.id == wanted)


def _reminder(view: View, inquiry: bytes, step: InquiryEvent, names: dict[bytes, str]) -> Reminder:
    row = inquiry_rows.by_id(view.rows, inquiry)
    number, summary = (row.number, row.summary or "") if row else ("", "")
    return Reminder(inquiry, number, summary, step, names.get(step.by, "") if step.by else "")


def see(work: Work, inquiry: bytes) -> None:
    """Write into an inquiry that the person has seen what reminded them. Raises ``RecordGone``, ``NotAllowed``."""
    work.require(Permission.WORK_INQUIRIES)
    inquiry_steps.standing(work, inquiry)
    told = rows_of.told_of(work.tx, inquiry, work.person.id, text_of(work.now - TOLD_FOR))
    seen = {"elsewhere": {"seen": [one.hex() for one in told]}} if told else {}
    inquiry_steps.record(work, inquiry, EventKind.NOTICED, **seen)
