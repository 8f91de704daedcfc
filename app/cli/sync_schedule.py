"""``sync schedule``: the nightly sync in the schedule of the operating system."""

from datetime import datetime, time
from typing import TYPE_CHECKING

import click

from app.cli import bundles, schedules
from app.cli.desk import print_json
from app.cli.sync import sync
from app.cli.words import say

if TYPE_CHECKING:
    from app.outside.schedules import Job

_BEGINS = click.option(
    "--from", "begins", type=click.DateTime(["%H:%M"]), default="02:00", help=say("sync.schedule_begins")
)
_MINUTES = click.option(
    "--minutes", type=click.IntRange(1, 24 * 60), default=180, show_default=True, help=say("sync.schedule_minutes")
)


@sync.group("schedule", help=say("sync.schedule"))
def schedule() -> None:
    """The nightly sync."""


def _job(begins: time, minutes: int) -> "Job":
    """Return the job of this installation: the whole sync with its comparison, by the keys that were named."""
    from app.models import night_syncs
    from app.outside.schedules import Job

    install, words = schedules.station()
    at = night_syncs.minute_of(install, begins, minutes)
    return Job(night_syncs.name_of(install), (*words, "sync", "--check"), at)


@schedule.command("install", help=say("sync.schedule_install"))
@_BEGINS
@_MINUTES
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def install(begins: datetime, minutes: int, *, as_json: bool) -> int:
    """Sync each night."""
    from app.outside.schedules import Schedule

    job = _job(begins.time(), minutes)
    files = Schedule().install(job)
    if as_json:
        print_json({"name": job.name, "at": f"{job.at:%H:%M}", "files": [str(one) for one in files]})
    else:
        click.echo(say("sync.schedule_done", at=f"{job.at:%H:%M}", name=job.name))
    return 0


@schedule.command("show", help=say("sync.schedule_show"))
@_BEGINS
@_MINUTES
@click.option("--units", is_flag=True, help=say("sync.schedule_units"))
def show(begins: datetime, minutes: int, *, units: bool) -> int:
    """Show the nightly sync."""
    return schedules.show(_job(begins.time(), minutes), units=units, group="sync")


@schedule.command("remove", help=say("sync.schedule_remove"))
def remove() -> int:
    """Take the nightly sync out."""
    from app.models import night_syncs

    return schedules.remove(_job(night_syncs.BEGINS, night_syncs.MINUTES), "sync")


for _one in (bundles.export, bundles.take):
    sync.add_command(_one)
