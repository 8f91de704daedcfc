"""What centers tell each other of an inquiry that moved: what became of it there, and what still comes in here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from app.models.ids import derived_id
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow, State
from app.models.journal import Value
from app.models.transfers import News, Passed, row_there
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
    centers = elsewhere.went_to(work.tx, row.id)
    if centers:
        steps = rows_of.events_of(work.tx, row.id)
        said = event.note if _passed(reversed(steps)) in _IN_WORDS else None
        for center in centers:
            _tell(work, center, row_there(row.id, center), event, said)


def tell_never_call(work: Work, asked: bytes, inquiry: bytes, named: str) -> None:
    """Tell every center with which an inquiry is shared that its caller asked never to be called, but who told us.

    ``asked`` is the fact that says so here; ``named``: "number" where a number was, else "person".
    """
    row = rows_of.by_id(work.tx, inquiry)
    if row is None:
        return
    knowing = {one.elsewhere["center"] for one in told_of(work, row) if one.elsewhere.get(News.NEVER_CALL)}
    for center, there in others(work, row):
        if center not in knowing:
            _say(work, center, there, derived_id("never_call", asked, there), {News.NEVER_CALL: named})


def told_of(work: Work, row: InquiryRow) -> list[InquiryEvent]:
    """Return what centers that know an inquiry said of it."""
    centers = {center for center, _ in others(work, row)}
    steps = rows_of.events_of(work.tx, row.id)
    return [one for one in steps if one.by is None and one.elsewhere.get("center") in centers]


def tell_both(work: Work, row: InquiryRow) -> None:
    """Tell centers to which stations sent an inquiry unseen by each other of each other; once, from any station."""
    centers = elsewhere.went_to(work.tx, row.id)
    for center in centers if len(centers) > 1 else ():
        rivals: list[Value] = [one for one in centers if one != center]
        there = row_there(row.id, center)
        _say(work, center, there, derived_id("both", there, *map(str, rivals)), {News.BOTH: rivals})


def tell_decided(work: Work, row: InquiryRow, before: Sequence[str]) -> None:
    """Tell centers to which an inquiry went which one works on it: the others close it as taken over."""
    losers = [one for one in before if one != row.moved_to]
    told: list[Value] = list(losers)
    if row.moved_to and losers:
        for center in losers:
            tell_taken_over(work, row, center, row.moved_to, row.id)
        there = row_there(row.id, row.moved_to)
        _say(work, row.moved_to, there, derived_id("kept", there, *losers), {News.KEPT: told})


def tell_taken_over(work: Work, row: InquiryRow, center: str, by: str, why: bytes) -> None:
    """Tell a center to which an inquiry went that another one has it now. ``why``: what says so here."""
    there = row_there(row.id, center)
    _say(work, center, there, derived_id("taken_over", why, there, by), {News.TAKEN_OVER: by}, EventKind.CANCELLED)


def others(work: Work, row: InquiryRow) -> list[tuple[str, bytes]]:
    """Return every center that knows an inquiry, and as what."""
    found = [(one, row_there(row.id, one)) for one in elsewhere.went_to(work.tx, row.id)]
    return [*found, *([(row.came_from, row.came_as)] if row.came_from and row.came_as else [])]


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


def _say(
    work: Work, center: str, inquiry: bytes, step: bytes, news: Mapping[str, Value], kind: EventKind = EventKind.NOTE
) -> None:
    """Write news on the other center's row, once."""
    known = sync_rows.login(work.tx)
    if known is None or elsewhere.is_written(work.tx, step):
        return
    values: dict[str, Value] = {
        "inquiry": inquiry.hex(),
        "kind": kind.value,
        "at": work.now.astimezone(UTC).isoformat(),
        "state": State.CANCELLED.value if kind is EventKind.CANCELLED else None,
        "elsewhere": {"center": known.center, **news},
    }
    elsewhere.send(work.tx, center, "inquiry_event", values, step)
