"""Leases of contact groups: granted by the station of the draw, given back, or moved when their holder is gone."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.models.accounts import Permission
from app.models.attempts import sessions
from app.models.errors import RecordGone
from app.models.journal import Value
from app.models.leases import VALID, Dialed, DialedSince, Handover, Known, Lease, Release, current, granted, handover
from app.models.retry_policy import CAMPAIGN
from app.models.succession import (
    Asked,
    AwaitedSeat,
    Claimed,
    Loss,
    StationsAlike,
    confirm,
    ended,
    inherited,
    mark_of,
    unheard_days,
)
from app.services import callback_queue, callback_rules, callback_sheets
from app.services.callback_sheets import station, text_of
from app.services.office import View, Work
from app.store import callback_attempts as rows_of
from app.store import callbacks as callback_rows
from app.store import lease_moves as lease_rows
from app.store import succession as succession_rows


def grant(work: Work, groups: Iterable[str], to: str = "", *, valid: timedelta = VALID) -> list[Lease]:
    """Let a station dial contact groups ("" this one). Supervisors only; what the same station holds is renewed.

    Raises ``LeaseRunning``, ``LeaseAuthorityElsewhere`` and ``SuccessionNotConfirmed``.
    """
    person = work.require(Permission.REASSIGN_INQUIRIES)
    return [grant_to(work, group, to or station(work), person.id.hex(), valid) for group in dict.fromkeys(groups)]


def grant_to(work: Work, group: str, to: str, by: str, valid: timedelta = VALID) -> Lease:
    """Grant the next lease of a group in the name of whoever decided it; for services that have checked who that is.

    Raises what ``grant`` raises.
    """
    lease = _next_lease(work, group, to, valid)
    _write(work, lease, by)
    callback_queue.refresh_group(work, group)
    return lease


def grant_more(work: Work, held: Lease, by: str) -> bool:
    """Grant a group anew to its holder if that allows attempts; say whether. Raises what ``grant`` raises."""
    lease = _next_lease(work, held.group, held.station, VALID)
    if lease.attempts:
        _write(work, lease, by)
        callback_queue.refresh_group(work, held.group)
    return lease.attempts > 0


def give_back(work: Work, groups: Iterable[str]) -> list[Release]:
    """Give contact groups back that this station holds; it dials them no more. Others are left alone."""
    person = work.require(Permission.TAKE_CONTACTS)
    here = station(work)
    held = (holder(work, group) for group in dict.fromkeys(groups))
    return [release(work, one, person.id.hex()) for one in held if one is not None and one.station == here]


def release(work: Work, held: Lease, by: str) -> Release:
    """Give back what this station holds in the name of whoever decided it."""
    values: dict[str, Value] = {
        "contact_group": held.group,
        "kind": "released",
        "station": held.station,
        "epoch": held.epoch,
        "at": text_of(work.now),
        "by": by,
    }
    work.tx.add("lease", values)
    callback_queue.refresh_group(work, held.group)
    return Release(held.group, held.station, held.epoch, work.now)


def holder(view: View, group: str) -> Lease | None:
    """Return the lease under which a contact group is dialed, or None."""
    return current(*rows_of.lease_facts(view.rows, group))


def inheritance(view: View) -> list[str]:
    """Return the groups that this station held under its name before a restore, once it may take them over."""
    rows = view.rows
    losses = succession_rows.losses_of(rows)
    if not losses or not all(one.confirmed for one in losses):
        return []
    return succession_rows.groups_of(rows, [one.name for one in losses])


def _until(one: Claimed) -> datetime:
    return one.until


def awaited(view: View) -> list[AwaitedSeat]:
    """Return the stations that have to sync before this one may grant leases after a restore.

    One that came back from a backup itself has a fresh name by which nobody called yet: it bears the label of the name
    that it succeeds to, and was heard of when it came back, at least.
    """
    view.require(Permission.REASSIGN_INQUIRIES)
    rows = view.rows
    if all(one.confirmed for one in succession_rows.losses_of(rows)):
        return []
    zone = ZoneInfo(view.settings.time_zone)
    back = {one.by: one.until for one in sorted(succession_rows.claims(rows), key=_until)}
    labels = lease_rows.stations(rows) if back else {}
    found: list[AwaitedSeat] = []
    for name, called in succession_rows.awaited(rows).items():
        label = (labels.get(name) or called) if name in back else called
        known = [at for at in (lease_rows.heard_at(rows, name), back.get(name)) if at is not None]
        found.append(AwaitedSeat(name, label, max(known).astimezone(zone) if known else None))
    return found


def declare_gone(work: Work, called: str, since: datetime | None = None) -> None:
    """Say that another station, by label, mark or name, has called nobody since then (None: now) and never will again.

    What it may have dialed until then counts as dialed, and its leases run to their end. Supervisors only. Raises
    ``RecordGone`` for a station that nobody knows, ``StationsAlike`` where several bear that label, ``DialedSince``
    where a later call of it is known.
    """
    person = work.require(Permission.REASSIGN_INQUIRIES)
    name, label = _meant(work, called)
    at = min(since or work.now, work.now).astimezone(UTC)
    last = rows_of.heard_at(work.tx, name)
    if last is not None and last > at:
        raise DialedSince(station=label or name[:8], at=last, since=at)
    succession_rows.declare_gone(work.tx, name, at, person.id.hex())


def _meant(work: Work, called: str) -> tuple[str, str]:
    """Return name and label of the station that is meant: one that is awaited before any other."""
    said = called.strip().casefold()
    others = {name: label for name, label in lease_rows.stations(work.tx).items() if name != station(work)}
    for known in ({one.name: one.label for one in awaited(work)}, others):
        found = {name: label for name, label in known.items() if said in (name, mark_of(name), label.casefold())}
        if len(found) > 1:
            raise StationsAlike(station=called, marks=", ".join(mark_of(name) for name in found))
        if said and found:
            return found.popitem()
    raise RecordGone(entity="station", id=called)


def _next_lease(work: Work, group: str, to: str, valid: timedelta) -> Lease:
    """Return the next lease: this station's to grant, or inherited from a name that it had before a restore."""
    here, losses = station(work), succession_rows.losses_of(work.tx)
    confirm(losses, ", ".join(succession_rows.awaited(work.tx).values()))
    what = _handover(work, group, losses)
    drawn = rows_of.known_since(work.tx, group)
    if not what.leases and (drawn is None or all(drawn > one.until for one in losses)):
        losses = []
    if not losses:
        return granted(group, to, by=here, now=work.now, what=what, valid=valid)
    slots = callback_rules.slots_of(work)
    heard = {one.name: rows_of.heard_at(work.tx, one.name) for one in losses}
    days = [(one, unheard_days(one, heard, slots)) for one in losses]
    return inherited(Asked(group, to, here, work.now), what, days, slots, valid)


def _handover(work: Work, group: str, losses: Sequence[Loss]) -> Handover:
    """Return what a new grant is decided on: every case of the group counts."""
    leases, releases = rows_of.lease_facts(work.tx, group)
    known = leases, [*releases, *ended(leases, losses)]
    cases: list[Dialed] = []
    policy = CAMPAIGN
    for one in callback_rows.of_group(work.tx, group):
        sheet = callback_sheets.made(work, one)
        policy = sheet.judge.policy
        epochs = {row.epoch for row in sheet.log if row.epoch is not None}
        under = {epoch: [row.attempt for row in sheet.log if row.epoch == epoch] for epoch in epochs}
        counts = {epoch: len(sessions(made, sheet.judge.table)) for epoch, made in under.items()}
        cases.append(Dialed(sheet.status.used, counts))
    here = station(work)
    holders = {one.station for one in known[0]}
    quiet = {name: one.since for name, one in lease_rows.quiet(work.tx).items()}
    heard = {one: Known(work.now if one == here else rows_of.heard_at(work.tx, one), quiet.get(one)) for one in holders}
    limit = policy.attempts + policy.with_appointment
    slots = callback_rules.slots_of(work)
    return handover(known, cases, limit=limit, per_day=policy.per_day, heard=heard, slots=slots)


def _write(work: Work, lease: Lease, by: str) -> None:
    values: dict[str, Value] = {
        "contact_group": lease.group,
        "kind": "granted",
        "station": lease.station,
        "epoch": lease.epoch,
        "from_at": text_of(lease.from_at),
        "until_at": text_of(lease.until),
        "attempts": lease.attempts,
        "by_station": lease.by_station,
        "at": text_of(work.now),
        "by": by,
    }
    work.tx.add("lease", values)
