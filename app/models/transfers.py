"""Inquiries that move to another center: what may be passed on, and which row of theirs comes of one of ours.

Nothing is moved. The inquiry stays where it was, closed for work; the other center gets a fresh row with what it may
know. Its ids follow from the old one's, so that two stations which send the same inquiry make one row of it.
"""

import re
from enum import StrEnum

from app.models.errors import CannotNow, FieldWrong
from app.models.ids import derived_id
from app.models.journal import Entity, Field, Kind

_HOP = re.compile(r"-T(\d+)$")


class Passed(StrEnum):
    """What the other center is told."""

    MATTER = "matter"  # what it is about, how urgent, until when, which steps were taken: nothing of a person
    DETAILS = "details"  # the details and notes as they were written, too
    CALLER = "caller"  # and the caller's name and numbers: the caller has agreed


class News(StrEnum):
    """What one center tells the other of an inquiry beside where it stands: keys of what a step says of elsewhere."""

    NEVER_CALL = "never_call"  # the caller asked never to be called: "person", or "number" where a number was named
    BOTH = "both"  # it went to these other centers too, and nobody has decided which one works on it
    TAKEN_OVER = "taken_over"  # this other center works on it now
    KEPT = "kept"  # it was decided that it stays here, and no longer with these others


class CenterUnknown(FieldWrong):
    """No other center of this name syncs with the hub. Facts: ``field``, ``center``."""


class InquiryMoved(CannotNow):
    """An inquiry is another center's now. Facts: ``number``, ``center``."""


def row_there(inquiry: bytes, center: str) -> bytes:
    """Return the id of the row that a center gets of an inquiry."""
    return derived_id("transfer", inquiry, center)


def caller_there(row: bytes) -> bytes:
    """Return the id of the caller who comes with a row that was sent."""
    return derived_id("transfer", row, "caller")


def number_there(number: str) -> str:
    """Return the number of the row that is sent: the same with how often it has moved (``261122-K7-0012-T1``)."""
    found = _HOP.search(number)
    return f"{_HOP.sub('', number)}-T{int(found[1]) + 1 if found else 1}"


#: A center whose stations sync with the hub; every center is told of it.
KNOWN_CENTER = Entity("known_center", (Field("name", Kind.FACT),), fact=True)
