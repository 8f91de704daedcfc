"""The hub as an operator knows it: is this station enrolled, when did it sync last, what waits, sync now."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.changes import Changes, Touched
from app.models.errors import AppError, DiskFull
from app.models.ids import derived_id
from app.models.rosters import Roster
from app.models.succession import mark_of
from app.models.sync import Outcome
from app.models.sync_errors import NotEnrolled, OtherCenter, full_disks
from app.models.sync_standing import Missed
from app.services import (
    callback_moves,
    callback_queue,
    callback_unspoken,
    conflicts,
    newcomers,
    object_giving,
    rosters,
    sync_following,
    transfers,
)
from app.services.office import View, Work
from app.services.syncing import Exchange, Hub
from app.store import succession
from app.store import sync as rows_of
from app.store.journal import MOST_NOTED, Tx
from app.store.sync import Logged, Login

if TYPE_CHECKING:
    from app.services.office import Office

#: How a sync ends without trouble: done, or stopped by somebody.
_STOPPED = "Stopped"
_NO_TROUBLE = frozenset({"done", _STOPPED})
#: Lines of the log among which there is one of records: each may have one of lists and documents after it.
_LOOKED_AT = 20
#: What a sync does when it ends: look who speaks what.
_LANGUAGES = "languages_due"
Told = Callable[[str, int], None]


class Wish(Protocol):
    """What somebody may want while a sync runs: that it stops."""

    def then(self, ends: Callable[[], None]) -> None:
        """Call this, on any thread, once it is wanted; at once where it is by now."""
        ...

    def heed(self) -> None:
        """Raise what says that somebody wants it, where somebody does."""
        ...


Came = Callable[[Changes], None]


class ClosingHub(Hub, Protocol):
    """A hub whose connection is ended."""

    def close(self) -> None:
        """End the connection."""
        ...


@dataclass(frozen=True)
class SyncState:
    """What the window shows. ``waiting`` counts records that have not gone over, ``decisions`` rows for who asks.

    Times are those of the center. ``roster`` divides calls while the hub is away; ``missed`` says why the last sync
    failed, by hand, by itself or at night, ``stopped`` that somebody did. ``mark`` tells this computer from a clone.
    """

    enrolled: bool
    station: str
    center: str
    last_done_at: datetime | None
    waiting: int
    decisions: int
    roster: Roster | None = None
    missed: Missed | None = None
    mark: str = ""
    stopped: bool = False


@dataclass(frozen=True)
class Synced:
    """What a sync did, and which rows it brought (many of one kind: only some of them).

    ``missed``: the records are synced, but giving the hub lists and documents failed or was stopped.
    """

    outcome: Outcome
    changes: Changes
    missed: AppError | None = None


@dataclass(frozen=True)
class Enrollment:
    """What an enrollment file brings."""

    hub_id: str
    center: str
    station: str
    connection: Mapping[str, str]


def state(view: View) -> SyncState:
    """Return how this station stands with its hub."""
    login = rows_of.login(view.rows)
    done = rows_of.last_done(view.rows)
    zone = ZoneInfo(view.settings.time_zone)
    last = _last(view)
    return SyncState(
        login is not None,
        login.station if login else "",
        login.center if login else "",
        datetime.fromisoformat(done).astimezone(zone) if done else None,
        rows_of.waiting(view.rows) if login else 0,
        conflicts.to_decide(view),
        rosters.latest(view),
        _missed(last, zone),
        mark_of(succession.station(view.rows)),
        last is not None and last.outcome == _STOPPED,
    )


def _last(view: View) -> Logged | None:
    return next((one for one in rows_of.logged(view.rows, _LOOKED_AT) if not one.is_giving), None)


def _missed(last: Logged | None, zone: ZoneInfo) -> Missed | None:
    if last is None or last.outcome in _NO_TROUBLE:
        return None
    return Missed(last.outcome, last.facts, datetime.fromisoformat(last.ended_at).astimezone(zone))


def latest(view: View, limit: int = 20) -> list[Logged]:
    """Return the latest syncs, the newest first."""
    return rows_of.logged(view.rows, limit)


def may_enroll(view: View) -> None:
    """Refuse whoever may not let stations in. Raises ``NotAllowed``."""
    view.require(Permission.CHANGE_SETTINGS)


def keep_center(view: View, center: str) -> None:
    """Refuse to make a station another center's: what it holds would become that one's. Raises ``OtherCenter``."""
    known = rows_of.login(view.rows)
    if known is not None and known.center != center:
        raise OtherCenter(found=center, expected=known.center)


def join(work: Work, enrollment: Enrollment) -> None:
    """Let this station belong to a hub; its first sync brings everything. Administrators only.

    A station that belongs to a center joins another hub, or the same again, only for that center: ``OtherCenter``.
    """
    work.require(Permission.CHANGE_SETTINGS)
    keep_center(work, enrollment.center)
    asks = newcomers.begin(work.tx)
    rows_of.enroll(
        work.tx,
        {
            "hub_id": enrollment.hub_id,
            "hub_center": enrollment.center,
            "hub_station": enrollment.station,
            "hub_connection": json.dumps(dict(enrollment.connection)),
            **({newcomers.ACCOUNTS_DUE: 1} if asks else {}),
        },
    )


def keyed(view: View) -> int:
    """Return how many records of this station stand under a center secret of its own (at most a thousand)."""
    return rows_of.keyed(view.rows)


def run(view: View, *, told: Told, whole: bool = True, check: bool = False, **more: Any) -> Synced:
    """Sync now; whoever is signed in may. ``more``: see ``Syncer.run``. Raises ``NotEnrolled``, and what comes."""
    syncer: Syncer = view.outside["sync"]
    return syncer.run(told=told, whole=whole, check=check, **more)


def connection_of(office: "Office") -> Mapping[str, str] | None:
    """Return how this station reaches its hub, or None where it belongs to none."""
    with office.store.reading() as rows:
        login = rows_of.login(rows)
    return login.connection if login else None


class Syncer:
    """Syncs an office with its hub. ``connect`` makes the hub of a login; it is not called before a sync."""

    def __init__(self, office: "Office", connect: Callable[[Mapping[str, str]], ClosingHub], program: str = "") -> None:
        self._office = office
        self._connect = connect
        self._program = program

    def run(
        self,
        *,
        told: Told,
        whole: bool = True,
        check: bool = False,
        parts: int | None = object_giving.PARTS_OF_A_SYNC,
        came: Came | None = None,
        wish: Wish | None = None,
    ) -> Synced:
        """Sync and write a line into the log, whatever comes of it; then give the hub what is no record.

        ``wish``: what the line failed with because somebody stopped the sync, is told as that.
        ``came`` hears what the records brought, also where the sync failed after that, before anything is given; of
        lists and documents at most so many ``parts`` (None: all) are given, with a line of their own in the log.
        """
        office = self._office
        with office.store.reading() as rows:
            login = rows_of.login(rows)
        if login is None:
            raise NotEnrolled
        watch = _Follows(office, told)
        with ExitStack() as line:
            line.enter_context(full_disks())
            self._introduce(login)
            try:
                hub, outcome = self._exchange(line, login, watch, wish, whole=whole, check=check)
            except AppError:  # what came before the line broke, or somebody stopped it, is here
                office.look_who_sits()
                if watch.changes.touched:
                    self._tell(watch.changes, came)
                raise
            office.look_who_sits()  # a center's accounts may have come without a change to any
            self._tell(watch.changes, came)
            if not whole:
                return Synced(outcome, watch.changes)
            giving = object_giving.Giving(office, hub, told)
            missed = self._give(giving, wish, check=outcome.checked, parts=parts)
        return Synced(giving.given.added_to(outcome), watch.changes, missed)

    def _tell(self, changes: Changes, came: Came | None) -> None:
        self._office.remember(None, changes, undoable=False)
        if came is not None:
            came(changes)

    def _exchange(
        self, line: ExitStack, login: Login, watch: "_Follows", wish: Wish | None, *, whole: bool, check: bool
    ) -> tuple[ClosingHub, Outcome]:
        """Sync the records over a line that stays open, and log how it ended."""
        office, started = self._office, self._office.clock.now()
        exchange: Exchange | None = None
        try:
            with full_disks():
                hub = line.enter_context(closing(self._connect(login.connection)))
                exchange = Exchange(office.store, hub, office.clock.now, watch)
                outcome = exchange.run(check=check) if whole else exchange.push_only()
                if whole and watch.finish(equal=not outcome.unequal):
                    outcome = exchange.push_only()
                news = newcomers.news(office.store, whole=whole and not outcome.unequal)
            outcome = replace(outcome, **news._asdict())
        except AppError as failed:
            error = _wanted(wish) or failed
            with suppress(DiskFull):  # the sync is said to have failed all the same
                self._log(started, exchange.outcome if exchange else Outcome(), type(error).__name__, error.facts)
            if error is not failed:
                raise error from failed
            raise
        self._log(started, outcome, "done")
        return hub, outcome

    def _give(
        self, giving: object_giving.Giving, wish: Wish | None, *, check: bool, parts: int | None
    ) -> AppError | None:
        """Give what is no record, and log it where there was anything; return what it failed with."""
        started, missed = self._office.clock.now(), None
        try:
            with full_disks():
                giving.run(check=check, parts=parts)
        except AppError as error:
            missed = _wanted(wish) or error
        given = giving.given
        counts = {"objects": given.objects, "objects_left": given.left, "objects_waiting": given.waiting}
        how, facts = (type(missed).__name__, missed.facts) if missed else ("given", {})
        detail = _said({"giving": True, **counts, "facts": facts})
        if given.parts or missed is not None or (given.waiting and not self._was_said(detail)):
            self._write(Logged(started.isoformat(), self._office.clock.now().isoformat(), 0, 0, how, detail))
        return missed

    def _was_said(self, detail: str) -> bool:
        """Say whether the latest line about lists and documents says so: a hub that is too old stays it for days."""
        with self._office.store.reading() as rows:
            latest = next((one for one in rows_of.logged(rows, _LOOKED_AT) if one.is_giving), None)
        return latest is not None and latest.detail == detail

    def _introduce(self, login: Login) -> None:
        """Say once under each origin which station it is."""
        store = self._office.store
        origin, install = store.origin.hex(), str(store.meta("install_id") or "")
        with store.write("", now=self._office.clock.now()) as tx:
            known = {"origin": origin, "label": login.station, "install": install, "program": self._program}
            tx.put("station", derived_id("station", origin), known)

    def _log(self, started: datetime, outcome: Outcome, how: str, facts: Mapping[str, object] | None = None) -> None:
        ended = self._office.clock.now()
        told = {name: value for name, value in asdict(outcome).items() if name not in ("pushed", "pulled")}
        detail = _said({**told, "facts": facts})
        self._write(Logged(started.isoformat(), ended.isoformat(), outcome.pushed, outcome.pulled, how, detail))

    def _write(self, line: Logged) -> None:
        with self._office.store.write("", now=self._office.clock.now()) as tx:
            rows_of.log(tx, line)


def _wanted(wish: Wish | None) -> AppError | None:
    """Return what says that somebody stopped the sync, where somebody did."""
    try:
        if wish is not None:
            wish.heed()
    except AppError as stopped:
        return stopped
    return None


def _said(told: Mapping[str, object]) -> str:
    """Return what a line of the log says besides its counts: only what there is."""
    return json.dumps({name: one for name, one in told.items() if one}, ensure_ascii=False, default=str)


class _Follows:
    """Brings up to date what follows from what came, and gathers what panes are told."""

    def __init__(self, office: "Office", told: Told) -> None:
        self._office = office
        self._told = told
        self._touched: dict[str, list[Touched]] = {}
        self._told_again = False

    @property
    def changes(self) -> Changes:
        """Return what came."""
        return Changes(tuple(one for some in self._touched.values() for one in some))

    def at(self, phase: str, done: int) -> None:
        """Pass the progress on."""
        self._told(phase, done)

    def taken(self, tx: Tx, touched: Sequence[Touched]) -> None:
        """Write what follows, in the transaction that brought the rows."""
        before = len(tx.changes.touched)
        self._told_again |= bool(newcomers.heard(tx, touched))
        touched = [*touched, *tx.changes.touched[before:]]
        if sync_following.follow(self._work(tx), touched):
            callback_queue.set_due(tx)
        self._hear(tx, touched)

    def _hear(self, tx: Tx, touched: Iterable[Touched]) -> None:
        for one in touched:
            if one.entity in ("person", "callback"):
                rows_of.set_due(tx, _LANGUAGES)
            known = self._touched.setdefault(one.entity, [])
            if len(known) < MOST_NOTED:
                known.append(one)

    def finish(self, *, equal: bool) -> bool:
        """Make the queue of calls again where any may stand differently; after joining, take the hub's accounts.

        Draws the day's roster where none came, and says whether there is that to be pushed.
        """
        with self._office.store.write("", now=self._office.clock.now()) as tx:
            work = self._work(tx)
            if callback_queue.take_due(tx):
                callback_queue.rebuild(work)
            told = bool(newcomers.finish(tx, whole=equal)) or self._told_again
            told |= bool(rows_of.take_due(tx, newcomers.ACCOUNTS_DUE) and conflicts.take_accounts(work))
            self._hear(tx, (one for one in tx.changes.touched if one.entity == "person"))
            told |= transfers.introduce(work)
            told |= callback_moves.carry_on(work)
            if rows_of.take_due(tx, _LANGUAGES):
                told |= any(callback_unspoken.settle(work))
            return rosters.draw(work) or told

    def _work(self, tx: Tx) -> Work:
        office = self._office
        return Work(tx, None, office.clock.now(), office.settings, office.outside, tx=tx)


def due(view: View, every: timedelta) -> bool:
    """Say whether it is time for another sync: something waits, or the last one is long ago."""
    found = state(view)
    if not found.enrolled:
        return False
    return found.last_done_at is None or view.now - found.last_done_at >= every
