"""Bundles: what a center without a line gives and takes instead of a sync. Taking one twice changes nothing more."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import PERSON, Permission
from app.models.changes import Touched
from app.models.errors import CannotNow
from app.models.journal import chain_hash
from app.models.sync import Wire
from app.models.sync_errors import AccountsUnsettled, BundleBroken, BundleUnsettling, CenterUnread
from app.services import access, callback_moves, callback_queue, newcomers, sync_following
from app.services.office import View, Work
from app.store import bundles as rows_of
from app.store import newcomers as newcomer_rows
from app.store import sync, sync_apply


class BundleDoor(Protocol):
    """Files that open with a center's secret, at stations of that center only. ``center`` is its name, "" for none."""

    def write(
        self, path: Path, parts: Iterable[list[Wire]], secret: bytes, center: str, *, whole: Callable[[int], object]
    ) -> int:
        """Write one, whole or not at all, and return how many records it holds. Raises what the disk raises.

        ``whole`` hears of how many before the file has its name; what it raises leaves none.
        """
        ...

    def read(self, path: Path, secret: bytes, center: str) -> Iterator[list[Wire]]:
        """Give the records of one. Raises ``BundleForeign`` and what the disk raises."""
        ...


class Progress(Protocol):
    """Hears how many records there were by now; raising a ``CannotNow`` from ``at`` stops it."""

    def at(self, done: int, total: int = 0, note: str = "") -> None:
        """So many records are done."""
        ...


@dataclass(frozen=True)
class Offered:
    """What may be done with bundles by who sits here, at which station and on which day of the center (ISO)."""

    give: bool
    take: bool
    station: str
    day: str


@dataclass(frozen=True)
class Taken:
    """What came of a bundle: records in it, those that were new, rows that were put aside.

    ``news``: whom it concerned that its accounts were settled by this bundle. ``stopped``: only so many were taken in.
    """

    records: int
    new: int
    quarantined: int
    news: newcomer_rows.News = field(default_factory=newcomer_rows.News)
    stopped: bool = False


def records(view: View, *, everything: bool = False) -> Iterator[list[Wire]]:
    """Return what goes into a bundle: what no hub has of this station's own and all accounts, or everything it holds.

    Raises ``AccountsUnsettled`` on a computer that has joined a center and has not heard whose accounts go on there:
    its bundle would bring its own to the center as if they were known.
    """
    view.require(Permission.EXPORT_RECORDS)
    if newcomer_rows.is_new(view.rows):
        raise AccountsUnsettled
    return rows_of.everything(view.rows) if everything else rows_of.unsent(view.rows)


def offered(view: View) -> Offered:
    """Return what is to be offered: nothing where the station belongs to no center."""
    login = sync.login(view.rows)
    may = view.by.may if view.by is not None and login is not None else _nothing
    return Offered(
        give=may(Permission.EXPORT_RECORDS),
        take=may(Permission.IMPORT_RECORDS),
        station=login.station if login is not None else "",
        day=f"{view.now.astimezone(ZoneInfo(view.settings.time_zone)):%Y-%m-%d}",
    )


def write(
    view: View,
    path: Path,
    *,
    whole: Callable[[int], object],
    everything: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write a bundle of `records` to a file, whole or not at all, and return how many it holds.

    ``whole`` tells the read log how many (`exported`) before the file has its name: no bundle is there without a line.
    Raises ``NotAllowed``, ``AccountsUnsettled`` and what the disk raises.
    """
    parts = records(view, everything=everything)
    door: BundleDoor = view.outside["bundles"]
    return door.write(path, _told(parts, progress), *_sealed_for(view), whole=whole)


def exported(work: Work, count: int) -> None:
    """Tell the read log that a bundle of so many records was written. Raises ``NotAllowed``."""
    access.exported(work, "bundle", count)


def take_in(work: Work, path: Path, *, progress: Progress | None = None) -> Taken:
    """Take the bundle of a file in: see `take`. Raises also ``BundleForeign`` and what the disk raises.

    All of it is looked through first, so that nothing of a file is taken in that was cut or changed. Whoever stops it
    then keeps what was taken in by that time, but on a computer that is not settled yet.
    """
    work.require(Permission.IMPORT_RECORDS)
    door: BundleDoor = work.outside["bundles"]
    seal, ends, total = _sealed_for(work), dict[bytes, tuple[int, bytes]](), 0
    for part in door.read(path, *seal):
        _check(part, ends)
        total += len(part)
        _tell(progress, 0, total)
        work.tx.breathe()
    wishes = list[CannotNow]()
    stops = None if newcomer_rows.is_new(work.tx) else wishes.append
    taken = take(work, _told(door.read(path, *seal), progress, total, stops))
    return replace(taken, stopped=bool(wishes))


def take(work: Work, parts: Iterable[list[Wire]]) -> Taken:
    """Take a bundle in. The next sync compares with the hub and gives it what it lacks.

    Each part is saved by itself, and others save between two of them; whoever takes the same bundle again goes on. A
    computer that has joined the center and is not settled takes it in whole or not at all. Raises ``BundleBroken`` for
    a record that is not as it was written, and ``BundleUnsettling`` on such a computer where the bundle does not tell
    whose accounts go on.
    """
    work.require(Permission.IMPORT_RECORDS)
    total = new = aside = 0
    accounts, new_here = list[Wire](), newcomer_rows.is_new(work.tx)
    here = newcomers.open_here(work.tx) if new_here else []
    ends = dict[bytes, tuple[int, bytes]]()
    for part in parts:
        _check(part, ends)
        taken = sync_apply.take(work.tx, part, mixed=True)
        if sync_following.follow(work, [*taken.touched, *_heard(work, taken.touched)]):
            callback_queue.set_due(work.tx)
        if taken.new:
            sync.set_check_due(work.tx, due=True)
            sync.set_carries(work.tx)
        total, new, aside = total + len(part), new + taken.new, aside + taken.quarantined
        accounts += (one for one in part if new_here and one.entity == PERSON.name)
        if not new_here:
            work.tx.breathe()
    if callback_queue.take_due(work.tx):
        callback_queue.rebuild(work)
    callback_moves.carry_on(work)
    with _nobody(work):  # what follows is nobody's word
        if new_here:
            _settle(work, accounts, here)
        elif newcomers.finish(work.tx, whole=sync.last_done(work.tx) is None):  # else the next sync sees to it
            sync_following.follow(work, [one for one in work.tx.changes.touched if one.entity == PERSON.name])
    news = newcomer_rows.news(work.tx) if new_here else newcomer_rows.News()
    return Taken(total, new, aside, news)


def _heard(work: Work, touched: Sequence[Touched]) -> Sequence[Touched]:
    """Say again what a newcomer's word in this part hides, and return what that touched."""
    before = len(work.tx.changes.touched)
    with _nobody(work):
        newcomers.heard(work.tx, touched)
    return work.tx.changes.touched[before:]


@contextmanager
def _nobody(work: Work) -> Generator[None]:
    """Let the program write in nobody's name."""
    by = work.tx.writer
    work.tx.write_as("", by.now)
    try:
        yield
    finally:
        work.tx.write_as(by.actor, by.now)


def _nothing(_permission: Permission) -> bool:
    return False


def _sealed_for(view: View) -> tuple[bytes, str]:
    """Return the secret and the name of the center."""
    login = sync.login(view.rows)
    return view.outside["center_secret"], login.center if login is not None else ""


def _told(
    parts: Iterable[list[Wire]],
    progress: Progress | None,
    total: int = 0,
    stops: Callable[[CannotNow], None] | None = None,
) -> Iterator[list[Wire]]:
    """Tell how far it is, part by part. ``stops`` hears of the wish to stop, and no more parts come then."""
    done = 0
    for part in parts:
        try:
            _tell(progress, done, total)
        except CannotNow as wish:
            if stops is None:
                raise
            stops(wish)
            return
        yield part
        done += len(part)
    with suppress(CannotNow) if stops else nullcontext():  # all of it is taken in
        _tell(progress, done, total)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress.at(done, total)


def _settle(work: Work, accounts: Sequence[Wire], here: Iterable[bytes]) -> None:
    """Close what only this computer knows, as at a first sync: each bundle brings all accounts that its station knows.

    Raises ``BundleUnsettling`` where the bundle brought nobody who manages accounts: then nothing of it is taken in.
    """
    before = len(work.tx.changes.touched)
    try:
        newcomers.settle(work.tx, accounts, here)
    except CenterUnread as error:
        raise BundleUnsettling from error
    newcomer_rows.say(work.tx)
    sync_following.follow(work, work.tx.changes.touched[before:])


def _check(part: list[Wire], ends: dict[bytes, tuple[int, bytes]]) -> None:
    """Compare each record with its seals, and with the one before it where the bundle holds that, too."""
    for one in part:
        last, previous = ends.get(one.origin, (0, b""))
        linked = one.seq == 1 or (last and one.seq == last + 1)
        if one.payload is not None and _hash(one.payload) != one.payload_hash:
            raise BundleBroken(origin=one.origin.hex(), seq=one.seq)
        if linked and chain_hash(previous if one.seq > 1 else b"", one.sealed) != one.hash:
            raise BundleBroken(origin=one.origin.hex(), seq=one.seq)
        ends[one.origin] = (one.seq, one.hash)


def _hash(payload: str) -> bytes:
    return hashlib.sha256(payload.encode("utf-8", "surrogatepass")).digest()
