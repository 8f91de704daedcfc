"""What centers tell each other of an inquiry that moved: what became of it there, and what still comes in here."""

from collections.abc import Iterable
from datetime import UTC

from app.models.ids import derived_id
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow
from app.models.journal import Value
from app.models.transfers import Passed, row_there
from app.services.office import Work
from app.store import elsewhere
from app.store import inquiries as rows_of
from app.store import sync as sync_rows

#: Steps after which the center that an inquiry came from is told where it stands.
TOLD = frozenset({EventKind.ANSWERED, EventKind.CLOSED, EventKind.CANCELLED, EventKind.REOPENED, EventKind.REDO})
#: What was passed on with which both centers may write of it in words.
_IN_WORDS = (Passed.DETAILS, Passed.CALLER)


def tell_home(work: Work, row: InquiryRow, event: InquiryEvent) -> None:
    """Tell the center from which an inquiry came of a step that was taken here, if it is one that matters there.

    The answer goes back in words, and why it was sent on. What else was written here goes only where details were
    passed on, and what a caller said in a contact never does.
    """
    if row.came_from and row.came_as and event.kind in TOLD:
        steps = rows_of.events_of(work.tx, row.id)
        open_words = event.kind is EventKind.ANSWERED or _gone_to(event) or _passed(steps) in _IN_WORDS
        words = (event.reason, event.note) if open_words and event.contact is None else ()
        said = "\n".join(text for text in (_gone_to(event), *words) if text)
        _tell(work, row.came_from, row.came_as, event, said)


def tell_on(work: Work, row: InquiryRow, event: InquiryEvent) -> None:
    """Tell the center that works on an inquiry now that something came in here; in words only where it knows them."""
    if row.moved_to:
        steps = rows_of.events_of(work.tx, row.id)
        said = event.note if _passed(reversed(steps)) in _IN_WORDS else None
        _tell(work, row.moved_to, row_there(row.id, row.moved_to), event, said)


def _passed(steps: Iterable[InquiryEvent]) -> object:
    """Return what was passed on at the first of these steps with which the inquiry moved, None without one."""
    return next((one.elsewhere["passed"] for one in steps if one.elsewhere.get("passed")), None)


def _gone_to(event: InquiryEvent) -> str:
    center = event.elsewhere.get("center")
    return f"→ {center}" if center else ""


def _tell(work: Work, center: str, inquiry: bytes, event: InquiryEvent, said: str | None) -> None:
    """Write a note on the other center's row; each step is told once, from whichever station."""
    known = sync_rows.login(work.tx)
    if known is None:  # it belongs to no hub any more: nothing that is written would ever get there
        return
    values: dict[str, Value] = {
        "inquiry": inquiry.hex(),
        "kind": EventKind.NOTE.value,
        "at": event.at.astimezone(UTC).isoformat(),
        "state": event.state.value if event.state else None,
        "note": said or None,
        "elsewhere": {"center": known.center},
    }
    elsewhere.send(work.tx, center, "inquiry_event", values, derived_id("told", event.id, center))
