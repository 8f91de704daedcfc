"""Inquiries that move to another center: what may be passed on, and which row of theirs comes of one of ours.

Nothing is moved. The inquiry stays where it was, closed for work; the other center gets a fresh row with what it may
know. Its ids follow from the old one's, so that two stations which send the same inquiry make one row of it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

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


#: Beside ``News.NEVER_CALL``: the fact in which the person asked, wherever that was; a wish is told once of each.
ASKED = "asked"
#: Beside ``News.TAKEN_OVER`` and ``News.KEPT``: the decision that says so.
DECISION = "decision"


@dataclass(frozen=True)
class Decision:
    """Which center works on a row that went to several: the row, the record that says so, those that it replaces."""

    row: str
    uid: str
    over: tuple[str, ...]

    def told(self) -> dict[str, Any]:
        """Return it as news name it."""
        return {"row": self.row, "uid": self.uid, "over": list(self.over)}


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


def decision_of(said: Mapping[str, Any]) -> Decision | None:
    """Return the decision that news name; None of an older program, which named none, and of what cannot be read."""
    try:
        found: Mapping[str, Any] = said[DECISION]
        return Decision(str(found["row"]), str(found["uid"]), tuple(str(one) for one in found["over"]))
    except (KeyError, TypeError):
        return None


def given_up_by(news: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the news, in the order in which they are given, by which a center works on an inquiry no more.

    Those of a row count where every decision on it that stands says so: one is overruled by whoever knew it. Two that
    did not know each other both stand, and while one of them says that it stays, it does. Decisions of an older
    program name nothing; the last of them counts where no other is known.
    """
    known = [(one, decision_of(one)) for one in news if one.get(News.TAKEN_OVER) or one.get(News.KEPT)]
    named = [(one, found) for one, found in known if found is not None]
    if not named:
        return tuple(one for one, _ in known[-1:] if one.get(News.TAKEN_OVER))
    over = {uid for _, found in named for uid in found.over}
    standing = [(one, found.row) for one, found in named if found.uid not in over]
    kept = {row for one, row in standing if one.get(News.KEPT)}
    return tuple(one for one, row in standing if row not in kept)


#: A center whose stations sync with the hub; every center is told of it.
KNOWN_CENTER = Entity("known_center", (Field("name", Kind.FACT),), fact=True)
