"""``hub``: make the hub in PostgreSQL, let stations in and out, see how it stands: its administrator's commands."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from app.cli.desk import print_json, progress, the_desk
from app.cli.words import say

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
@click.option("--scope", "scopes", multiple=True, help=say("hub.scope"))
@click.option("--host", help=say("hub.host"))
def enroll(station: str, file: Path, *, place: str, center: str, scopes: tuple[str, ...], host: str | None) -> int:
    """Let a station in: make its login and write its enrollment file."""
    from app.outside import enrollment, hub_setup
    from app.services import hub_sync

    with the_desk().house() as house:
        house.office.ask(hub_sync.may_enroll)
        made = hub_setup.enroll(place, station, center, scopes or ("program",))
        reached = {**hub_setup.reached(place), **({"host": host} if host else {})}
        connection = {**reached, "user": made.who, "password": made.password}
        told = enrollment.EnrollmentFile(made.hub_id, center, station, connection, house.keys.center)
        code = enrollment.write(file, told)
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
