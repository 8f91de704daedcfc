"""One person who was written down twice: two cards are linked as theirs, and the link is taken back like anything else.

Nothing is moved or merged. Whoever asks for a card, its history, its flags or whether it may be called is answered for
every card that is linked, directly or over others.
"""

from collections.abc import Collection, Generator, Mapping
from contextlib import contextmanager

from app.models.accounts import Permission
from app.models.callers import end_of, gathered, links_without
from app.models.errors import RecordGone
from app.services import callers
from app.services.callers import KnownAs
from app.services.office import View, Work
from app.store import callbacks as callback_rows
from app.store import callers as rows_of


def find(view: View, caller: bytes | None, text: str) -> tuple[KnownAs, ...]:
    """Return cards by a number in any format or the beginning of a name; none that is this person's already."""
    view.require(Permission.TAKE_CONTACTS)
    linked = rows_of.group_of(view.rows, caller) if caller else {}
    return tuple(callers.known_as(view, one) for one in callers.find(view, text) if one.id not in linked)


def link(work: Work, caller: bytes, other: bytes) -> None:
    """Say that two cards are one person's; nothing is said where they are linked already. Raises ``RecordGone``."""
    work.require(Permission.TAKE_CONTACTS)
    for one in (caller, other):
        if rows_of.by_id(work.tx, one) is None:
            raise RecordGone(entity="caller", id=one.hex())
    links = rows_of.group_of(work.tx, caller)
    if other in links:
        return
    end = end_of(links, caller)
    if end is None:  # each card of a circle has several links: all of them hold, so nothing is decided by saying so
        _set(work, gathered(links))
        end = end_of(rows_of.group_of(work.tx, caller), caller) or caller
    _set(work, {end: other})
    follow(work, rows_of.group_of(work.tx, caller))


def gather(work: Work, caller: bytes) -> None:
    """Say that every card that is linked with this one, by whichever station, is one person's: nothing is undecided."""
    work.require(Permission.TAKE_CONTACTS)
    _set(work, gathered(rows_of.group_of(work.tx, caller)))


def part(work: Work, caller: bytes) -> None:
    """Take one card out of a person's; all others stay together.

    Where the person asked never to be called, only who may lift that parts them: one of the cards would lose it.
    """
    work.require(Permission.TAKE_CONTACTS)
    with keeping(work, caller):
        _set(work, links_without(rows_of.group_of(work.tx, caller), caller))


@contextmanager
def keeping(work: Work, caller: bytes) -> Generator[None]:
    """Let calls follow what is done meanwhile to the links of a person's cards.

    Raises ``NotAllowed`` where cards of somebody who asked never to be called are parted by whoever may not lift that.
    """
    before = rows_of.group_of(work.tx, caller).keys()
    forbidden = callers.is_never_called(work, caller)
    yield
    if forbidden and before != rows_of.group_of(work.tx, caller).keys():
        work.require(Permission.LIFT_DO_NOT_CALL)
    follow(work, before)


def follow(work: Work, cards: Collection[bytes]) -> None:
    """Let the calls that a person's cards are owed follow, and centers that share an inquiry of theirs hear of it.

    Who must never be called may be another set of cards now.
    """
    from app.services import callback_queue  # cards are seldom put together

    for owed in callback_rows.open_of_callers(work.tx, cards):
        callback_queue.refresh(work, owed.id)
    for card in sorted(cards)[:1]:
        callers.tell_centers(work, card)


def _set(work: Work, links: Mapping[bytes, bytes | None]) -> None:
    for card, linked in links.items():
        work.tx.put("caller", card, {"same_as": linked.hex() if linked else None})
