"""Extensions of a due time: asked for before it, once at a time, and decided by a supervisor."""

from collections.abc import Iterable

from app.models.errors import CannotNow
from app.models.inquiries import EventKind, InquiryEvent


class ExtensionTooLate(CannotNow):
    """The due time has passed: an extension is asked for before it. Facts: ``due_at``."""


class ExtensionPending(CannotNow):
    """An extension has been asked for already and nobody has decided. Facts: ``days``."""


class ExtensionNotAsked(CannotNow):
    """Nobody has asked for an extension that could be decided."""


class NothingDue(CannotNow):
    """The inquiry has no due time that could be extended."""


_DECIDED = frozenset({EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_REFUSED})
#: A new promise begins with these, and what was asked for the one before falls away.
_BEGINS = frozenset({EventKind.REDO, EventKind.REOPENED, EventKind.CLOSED, EventKind.ANSWERED})


def pending(events: Iterable[InquiryEvent]) -> InquiryEvent | None:
    """Return the step that asks for an extension and has not been decided, None where there is none."""
    asked: InquiryEvent | None = None
    for event in events:
        if event.kind is EventKind.EXTENSION_ASKED:
            asked = event
        elif event.kind in _DECIDED | _BEGINS:
            asked = None
    return asked
