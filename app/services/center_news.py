"""What centers tell each other of an inquiry that moved: what became of it there, and what still comes in here."""

from collections.abc import Iterable, Mapping
from datetime import UTC

from app.models.ids import derived_id
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow, State
from app.models.journal import Value
from app.models.transfers import ASKED, News, Passed, row_there
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


def tell_never_call(work: Work, asked: str, inquiry: bytes, named: str) -> None:
    """Tell every center with which an inquiry is shared that its caller asked never to be called, but who told us so.

    ``asked`` is the fact in which the person asked, here or elsewhere; ``named``: "number" where a number was, which
    says more than "person".
    """
    row = rows_of.by_id(work.tx, inquiry)
    if row is None:
        return
    heard = {(one.elsewhere["center"], *_wish(one)) for one in told_of(work, row)}
    more = ("number",) if named == "number" else ()
    around = others(work, row)
    for center, there in around:
        several = [one for one, _ in around].count(center) > 1  # it came back: their other row has not heard of it
        if several or heard.isdisjoint((center, asked, kind) for kind in (named, "number")):
            step = derived_id("never_call", asked, there, *more)
            say(work, center, there, step, {News.NEVER_CALL: named, ASKED: asked})


def asked_elsewhere(work: Work, inquiries: Iterable[bytes], keys: Iterable[tuple[str, str]]) -> dict[bytes, str]:
    """Return the facts that were made here of a wish that another center told of these inquiries, and that wish.

    ``keys``: the (field, text) under which such facts may stand.
    """
    told = [one for each in inquiries if (row := rows_of.by_id(work.tx, each)) for one in told_of(work, row)]
    wishes = [one for one in told if one.elsewhere.get(News.NEVER_CALL)]
    return {fact_there(one.id, *key): _wish(one)[0] for key in keys for one in wishes}


def fact_there(told: bytes, field: str, key: str) -> bytes:
    """Return the do-not-call that is made of a wish which another center told."""
    return derived_id("dnc", told, field, key)


def wish_of(told: InquiryEvent) -> bytes:
    """Return the id under which a wish that a center told is lifted here, however often and by whomever it is told."""
    try:
        asked = bytes.fromhex(_wish(told)[0])
    except ValueError:
        asked = b""
    return asked if len(asked) == len(told.id) else told.id


def _wish(told: InquiryEvent) -> tuple[str, object]:
    """Return the fact in which a person asked and what was named, as a center told it; an older program names none."""
    return str(told.elsewhere.get(ASKED) or told.id.hex()), told.elsewhere.get(News.NEVER_CALL)


def told_of(work: Work, row: InquiryRow) -> list[InquiryEvent]:
    """Return what centers that know an inquiry said of it."""
    centers = {center for center, _ in others(work, row)}
    steps = rows_of.events_of(work.tx, row.id)
    return [one for one in steps if one.by is None and one.elsewhere.get("center") in centers]


def others(work: Work, row: InquiryRow) -> list[tuple[str, bytes]]:
    """Return every center that knows an inquiry, and as what."""
    found = [(one, row_there(row.id, one)) for one in elsewhere.ever_sent_to(work.tx, row.id)]
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


def say(
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
