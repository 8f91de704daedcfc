"""``sync``: send what was written here and bring what others wrote; join a hub; what the last syncs did."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, progress, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models.sync import Outcome


@click.group(invoke_without_command=True, help=say("sync"))
@click.option("--check", is_flag=True, help=say("sync.check"))
@click.option("--push-only", is_flag=True, help=say("sync.push_only"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
@click.pass_context
def sync(context: click.Context, *, check: bool, push_only: bool, as_json: bool) -> int:
    """Sync with the hub."""
    if context.invoked_subcommand is not None:
        return 0
    from dataclasses import asdict

    from app.services import hub_sync

    with the_desk().house(signed_in=False) as house, progress(say("sync.running")) as moved:

        def told(phase: str, done: int) -> None:
            moved.at(done, note=phase)

        found = house.office.ask(hub_sync.run, told=told, whole=not push_only, check=check, parts=None)
    outcome = found.outcome
    if as_json:
        print_json(asdict(outcome))
    else:
        _tell(outcome)
    if found.missed is not None:
        raise found.missed
    if outcome.unequal:
        click.echo(say("sync.unequal", scopes=", ".join(outcome.unequal)), err=True)
        return 1
    return 0


def _tell(outcome: "Outcome") -> None:
    click.echo(say("sync.done", pushed=outcome.pushed, pulled=outcome.pulled, trips=outcome.trips))
    for counted in ("objects", "objects_left", "objects_waiting", "rewound", "quarantined"):
        if number := getattr(outcome, counted):
            click.echo(say(f"sync.{counted}", count=number))
    tell_settled(outcome.closed, outcome.taken_over)


def tell_settled(closed: "Sequence[str]", taken_over: "Sequence[str]") -> None:
    """Say which sign-in names of this computer no longer open it, or open it with another password."""
    if closed:
        click.echo(say("sync.closed", names=", ".join(closed)))
    if taken_over:
        click.echo(say("sync.taken_over", names=", ".join(taken_over)))


@sync.command("join", help=say("sync.join"))
@click.argument("file", type=click.Path(path_type=Path))
def join(file: Path) -> int:
    """Join a hub with an enrollment file."""
    from app.services import hub_joining, newcomers

    with the_desk().house() as house:
        if names := [one.name for one in house.office.ask(newcomers.own_accounts)]:
            click.echo(say("sync.closing", names=", ".join(names)), err=True)
        code = os.environ.get("ONEWINDOW_ENROLLMENT_CODE")
        if code is None:
            code = str(click.prompt(say("sync.code"), err=True))
        told = house.office.ask(hub_joining.opened, file, code)
        house.office.do(hub_joining.join, told)
    click.echo(say("sync.joined", station=told.station, center=told.center))
    return 0


@sync.command("log", help=say("sync.log"))
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help=say("sync.limit"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def log(limit: int, *, as_json: bool) -> int:
    """Show what the last syncs did."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from app.services import hub_sync, wording

    with the_desk().house(signed_in=False) as house:
        found = house.office.ask(hub_sync.latest, limit)
        zone = ZoneInfo(house.office.settings.time_zone)
    if as_json:
        print_json([one._asdict() for one in found])
        return 0
    for one in found:
        # What no error's name is, such as "done", has no sentence and stands as it is.
        why = wording.sentence_of(one.outcome, one.facts, the_desk().language)[0]
        at = datetime.fromisoformat(one.ended_at).astimezone(zone).isoformat(timespec="seconds")
        told = (at, str(one.pushed), str(one.pulled), one.outcome, why)
        click.echo("\t".join(told if why != one.outcome else told[:-1]))
    return 0
