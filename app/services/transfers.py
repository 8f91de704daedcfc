"""Transfers: an inquiry goes to another center of the hub. Here it is closed for work; there it is a fresh row.

What goes over is what the receiving center may know: always the matter, its words and the caller only where that was
chosen. When it is answered there, this center is told in its history.
"""

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.errors import FieldInvalid
from app.models.ids import derived_id
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow, State
from app.models.journal import Value
from app.models.texts import clean
from app.models.transfers import (
    CenterUnknown,
    InquiryMoved,
    News,
    Passed,
    caller_there,
    number_there,
    row_there,
)
from app.services import callers, phone_numbers, wording
from app.services.inquiry_steps import standing, take, text_of
from app.services.office import View, Work
from app.store import callers as caller_rows
from app.store import elsewhere
from app.store import inquiries as rows_of
from app.store import sync as sync_rows


def centers(view: View) -> list[str]:
    """Return the other centers of the hub of which this station has heard; none where it belongs to no hub."""
    view.require(Permission.SEE_INQUIRIES)
    known = sync_rows.login(view.rows)
    return [one for one in elsewhere.centers(view.rows) if one != known.center] if known else []


def introduce(work: Work) -> bool:
    """Tell every center of this one, once, so that it can be chosen; say whether that waits to be pushed."""
    known = sync_rows.login(work.tx)
    return known is not None and elsewhere.introduce(work.tx, known.center, derived_id("center", known.center))


def transfer(
    work: Work,
    inquiry: bytes,
    center: str,
    reason: str,
    passed: str = Passed.MATTER,
    **words: str | None,
) -> str:
    """Transfer an inquiry to another center and return the number that it has there.

    ``passed`` is a code of ``Passed``; with ``caller`` the caller has agreed. ``words``: ``language`` is that of what
    happened so far ("en" without it), ``summary`` what the other center reads in place of ours. It is for whom the
    inquiry is theirs to hand over, and cannot be taken back here: the other center sends it again. Raises
    ``CenterUnknown``, ``FieldInvalid``, and what ``inquiry_steps.take`` raises.
    """
    row = standing(work, inquiry)
    work.require_with(Permission.HAND_OVER_INQUIRIES, owner=row.owner, unit=row.unit)
    if row.moved_to:  # somebody worked on it unseen by who sent it: it may look open, and is another center's
        raise InquiryMoved(number=row.number, center=row.moved_to)
    if center not in centers(work):
        raise CenterUnknown(field="center", center=center)
    if passed not in set(Passed):
        raise FieldInvalid(field="passed", value=passed)
    told = Passed(passed)
    history = _history(work, row, told, words.get("language") or "en")
    summary = words.get("summary")
    take(work, inquiry, "transfer", center=center, reason=reason, elsewhere={"center": center, "passed": told.value})
    work.tx.put("inquiry", inquiry, {"moved_to": center})
    return _send(work, replace(row, summary=row.summary if summary is None else clean(summary)), center, told, history)


def _send(work: Work, row: InquiryRow, center: str, passed: Passed, history: str) -> str:
    """Write the other center's row, its first step, and the caller who agreed."""
    there = row_there(row.id, center)
    details, _, _ = rows_of.details_of(work.tx, row.id)
    own = sync_rows.login(work.tx)
    home = own.center if own else ""
    values: dict[str, Value] = {
        "number": number_there(row.number),
        "opened_at": text_of(row.opened_at),
        "channel": row.channel,
        "caller": _send_caller(work, row, center, there) if passed is Passed.CALLER else None,
        "category": row.category,
        "area": row.area,
        "urgency": row.urgency.value,
        "summary": row.summary,
        "details": details if passed is not Passed.MATTER else None,
        "state": State.NEW.value,
        "due_at": text_of(row.due_at) if row.due_at else None,
        "came_from": home,
        "came_as": row.id.hex(),
    }
    elsewhere.send(work.tx, center, "inquiry", values, there)
    never = row.caller is not None and callers.is_never_called(work, row.caller)
    asked: dict[str, Value] = {News.NEVER_CALL.value: "person"} if never else {}
    first: dict[str, Value] = {
        "inquiry": there.hex(),
        "kind": EventKind.IMPORTED.value,
        "at": text_of(work.now),
        "state": State.NEW.value,
        "note": history,
        "elsewhere": {"center": home, "passed": passed.value, "number": row.number, **asked},
    }
    elsewhere.send(work.tx, center, "inquiry_event", first, derived_id("transfer", there, "first"))
    return number_there(row.number)


def _send_caller(work: Work, row: InquiryRow, center: str, there: bytes) -> str | None:
    """Write the caller for the other center, without numbers that must never be called; None where nobody is known."""
    known = caller_rows.by_id(work.tx, row.caller) if row.caller else None
    if known is None:
        return None
    caller = caller_there(there)
    kind = known.kind.value if known.kind else None
    values: dict[str, Value] = {"name": known.name, "kind": kind, "language": known.language, "area": known.area}
    elsewhere.send(work.tx, center, "caller", values, caller)
    for number in known.numbers:
        if not callers.never_call(work, phone_numbers.understood(number, work.settings.country), known.id):
            said: dict[str, Value] = {"caller": caller.hex(), "number": number}
            elsewhere.send(work.tx, center, "caller_phone", said, derived_id("caller_phone", caller, number))
    return caller.hex()


def _history(view: View, row: InquiryRow, passed: Passed, language: str) -> str:
    """Return what happened so far, a line each: nobody's name, and notes only where words are passed on."""
    zone = ZoneInfo(view.settings.time_zone)
    events = rows_of.events_of(view.rows, row.id)
    return "\n".join(f"{one.at.astimezone(zone):%Y-%m-%d %H:%M} {_line(one, passed, language)}" for one in events)


def _line(event: InquiryEvent, passed: Passed, language: str) -> str:
    said: Iterable[str | None] = (
        wording.label("event_kind", event.kind.value, language),
        event.unit,
        *((wording.label("return_reason", event.reason, language), event.note) if passed is not Passed.MATTER else ()),
    )
    return " · ".join(text for text in said if text)
