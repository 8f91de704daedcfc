"""``hub``: make the hub in PostgreSQL, let stations in and out, see how it stands: its administrator's commands."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, progress, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.outside.hub_heads import Compared, Late, Redaction

_PLACE = click.option("--place", envvar="ONEWINDOW_HUB", required=True, help=say("hub.place"))


@click.group(help=say("hub"))
def hub() -> None:
    """The hub."""


@hub.command("init", help=say("hub.init"))
@_PLACE
@click.option("--partitions", type=click.IntRange(0, 1024), default=0, help=say("hub.partitions"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def init(place: str, partitions: int, *, as_json: bool) -> int:
    """Make the hub."""
    from app.outside import hub_setup

    hub_id = hub_setup.init(place, partitions=partitions)
    if as_json:
        print_json({"hub_id": hub_id})
    else:
        click.echo(say("hub.made", hub_id=hub_id))
    return 0


@hub.command("enroll", help=say("hub.enroll"))
@click.argument("station")
@click.argument("file", type=click.Path(path_type=Path))
@_PLACE
@click.option("--center", required=True, help=say("hub.center"))
@click.option("--host", help=say("hub.host"))
def enroll(station: str, file: Path, *, place: str, center: str, host: str | None) -> int:
    """Let a station in: make its login and write its enrollment file."""
    from app.models.errors import AppError
    from app.outside import enrollment, hub_escrow, hub_setup
    from app.services import hub_sync

    with the_desk().house() as house:
        house.office.ask(hub_sync.may_enroll)
        reached, recovery = hub_setup.reached(place, host or ""), hub_escrow.named(place)
        made = hub_setup.enroll(place, station, center)
        connection = {**reached, "user": made.who, "password": made.password}
        told = enrollment.EnrollmentFile(made.hub_id, made.center, station, connection, house.keys.center, recovery)
        try:
            code = enrollment.write(file, told)
        except AppError:
            hub_setup.expel(place, made.who)  # nobody will ever have its password
            raise
    click.echo(say("hub.enrolled", station=station, file=file, code=code))
    return 0


@hub.command("expel", help=say("hub.expel"))
@click.argument("login")
@_PLACE
def expel(login: str, place: str) -> int:
    """Close a station's login."""
    from app.outside import hub_setup

    found = hub_setup.expel(place, login)
    click.echo(say("hub.expelled" if found else "hub.nobody", login=login), err=not found)
    return 0 if found else 1


@hub.command("status", help=say("hub.status"))
@_PLACE
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def status(place: str, *, as_json: bool) -> int:
    """Show the hub and its stations."""
    from app.outside import hub_setup

    found = hub_setup.status(place)
    if as_json:
        print_json(asdict(found))
        return 0
    click.echo(say("hub.is", hub_id=found.hub_id, records=found.records, stations=len(found.stations)))
    for one in found.stations:
        synced = one.last_sync_at.isoformat(timespec="minutes") if one.last_sync_at else "–"
        skew = "–" if one.skew_ms is None else f"{one.skew_ms / 1000:.1f} s"
        parts = (one.center, one.label, one.who, one.records, synced, skew, say("disabled") if one.disabled else "")
        click.echo("\t".join(map(str, parts)))
    return 0


@hub.command("upgrade", help=say("hub.upgrade"))
@_PLACE
def upgrade(place: str) -> int:
    """Bring an older hub's tables up to this program."""
    from app.outside import hub_setup

    click.echo(say("hub.upgraded", before=hub_setup.upgrade(place), now=hub_setup.HUB_SCHEMA))
    return 0


@hub.command("restored", help=say("hub.restored"))
@_PLACE
def restored(place: str) -> int:
    """Note that the hub came back from a backup."""
    from app.outside import hub_setup

    click.echo(say("hub.life", life=hub_setup.restored(place)))
    return 0


@hub.command("project", help=say("hub.project"))
@_PLACE
@click.option("--rebuild", is_flag=True, help=say("hub.rebuild"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def project(place: str, *, rebuild: bool, as_json: bool) -> int:
    """Publish what is new as plain tables."""
    from app.outside import hub_project

    with progress(say("hub.publishing")) as moved:
        found = hub_project.project(place, moved, rebuild=rebuild)
    if as_json:
        print_json(asdict(found))
    else:
        click.echo(say("hub.projected", records=found.records, rows=found.rows))
        if found.aside:
            click.echo(say("hub.aside", count=found.aside), err=True)
    return 1 if found.aside else 0


@hub.command("durable", help=say("hub.durable"))
@click.argument("begun", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"]))
@_PLACE
def durable(begun: datetime, place: str) -> int:
    """Note that a backup was proven."""
    from app.outside import hub_durable

    click.echo(say("hub.kept", count=hub_durable.keep(place, begun)))
    return 0


@hub.command("admit", help=say("hub.admit"))
@click.argument("task", type=click.Choice(["projector", "reader", "reader_named"]))
@_PLACE
@click.option("--center", "centers", multiple=True, help=say("hub.centers"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def admit(task: str, place: str, centers: tuple[str, ...], *, as_json: bool) -> int:
    """Make a login that is no station's."""
    from app.outside import hub_roles

    made = hub_roles.admit(place, hub_roles.Task(task), centers)
    if as_json:
        print_json({"login": made.who, "password": made.password})
    else:
        click.echo(say("hub.admitted", login=made.who, password=made.password))
    return 0


@hub.command("recovery-key", help=say("hub.recovery_key"))
@click.argument("file", type=click.Path(path_type=Path))
@_PLACE
@click.option("--replace", "replaces", is_flag=True, help=say("hub.replace"))
def recovery_key(file: Path, place: str, *, replaces: bool) -> int:
    """Make the center's recovery key."""
    from app.models.key_errors import CenterKeyExists
    from app.outside import center_key, hub_escrow

    if file.exists():
        raise click.BadParameter(say("hub.key_there", file=file))
    known = hub_escrow.named(place)
    if known and not replaces:
        raise CenterKeyExists(fingerprint=center_key.fingerprint(known))
    pair = center_key.make()
    code = center_key.save(file, pair)  # before a station seals anything for it
    # Said before a station can seal anything for it: a code that nobody has would open nothing.
    click.echo(say("hub.key_made", file=file, fingerprint=center_key.fingerprint(pair.public), code=code))
    hub_escrow.name_key(place, pair.public, replaces=replaces)
    return 0


@hub.command("escrow", help=say("hub.escrow"))
@_PLACE
@click.option("--install", default="", help=say("hub.escrow_install"))
@click.option("--out", type=click.Path(path_type=Path), help=say("hub.escrow_out"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def escrow(place: str, install: str, out: Path | None, *, as_json: bool) -> int:
    """List or write the sealed keys."""
    from app.outside import center_recovery, hub_escrow

    kept = [one for one in hub_escrow.kept(place) if install in ("", one.install_id)]
    if out is not None:
        if len({one.install_id for one in kept}) != 1:
            raise click.UsageError(say("hub.escrow_install"))
        told = center_recovery.Escrowed(kept[0].install_id, tuple(one.copy for one in kept))
        center_recovery.write(out, told)
        click.echo(say("hub.escrow_written", file=out, count=len(kept), install=told.install_id))
        return 0
    rows = [(one.station, one.install_id, one.key_id, one.recovery, one.came_at.isoformat()) for one in kept]
    if as_json:
        print_json([dict(zip(("station", "install", "key", "recovery", "came_at"), row, strict=True)) for row in rows])
    for row in () if as_json else rows:
        click.echo("\t".join(row))
    return 0


@hub.command("heads", help=say("hub.heads"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@_PLACE
def heads(folder: Path, place: str) -> int:
    """Write a sheet of chain heads."""
    from app.outside import hub_heads
    from app.outside.clock import SystemClock

    path, sheet = hub_heads.write(place, folder, SystemClock().now())
    click.echo(say("hub.heads_written", file=path, count=len(sheet.heads)))
    return 0


@hub.command("verify-heads", help=say("hub.verify_heads"))
@click.argument("sheets", nargs=-1, required=True, type=click.Path(path_type=Path))
@_PLACE
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def verify_heads(sheets: tuple[Path, ...], place: str, *, as_json: bool) -> int:
    """Compare sheets with the journal."""
    from app.outside import hub_heads

    found = hub_heads.compare(place, sheets)
    if as_json:
        print_json(asdict(found))
    elif found.sound:
        click.echo(say("hub.heads_sound", chains=found.chains, records=found.records))
        _tell_late(found)
    else:
        _tell_differences(found)
        _tell_late(found)
    return 0 if found.sound else 1


def _tell_differences(found: "Compared") -> None:
    for name in found.loose:
        click.echo(say("hub.heads_loose", sheet=name))
    for one in found.differences:
        head = one.head
        facts = {"station": head.station, "center": head.center, "origin": head.origin, "seq": head.seq}
        told = {"first": one.first, "count": len(one.records), "sheet": one.sheet}
        click.echo(say(f"hub.heads_{one.kind}", **facts, **told))
        for record in one.records:
            click.echo("\t".join(map(str, ("", record.seq, record.at, record.actor, record.entity, record.row_id))))


def _tell_late(found: "Compared") -> None:
    """Name what only a later sheet will prove, redaction by redaction."""
    by: dict[Redaction, list[Late]] = {}
    for one in found.late:
        by.setdefault(one.by, []).append(one)
    for redaction, late in by.items():
        click.echo(say("hub.heads_late", count=len(late), **asdict(redaction)))
        for one in late:
            record = one.record
            click.echo("\t".join(map(str, ("", one.origin, record.seq, record.at, record.actor, record.entity))))
