"""``sync schedule``: the nightly sync in the schedule of the operating system."""

import sys
from datetime import datetime, time
from typing import TYPE_CHECKING

import click

from app.cli import bundles
from app.cli.desk import print_json, the_desk
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
    from app.outside.schedules import Job, own_command

    desk = the_desk()
    with desk.house(signed_in=False) as house:
        install = str(house.office.store.meta("install_id") or house.data_dir)
        folder = house.data_dir
    words = [*own_command(), "--data-dir", str(folder.resolve())]
    if desk.key_file is not None:
        words += ["--key-file", str(desk.key_file.resolve())]
    if desk.key_command:
        words += ["--key-command", desk.key_command]
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
    from app.outside import schedule_units
    from app.outside.schedules import Schedule

    job = _job(begins.time(), minutes)
    if units:
        for text in schedule_units.texts(sys.platform, job.words, job.at, job.name):
            click.echo(text)
        return 0
    found = Schedule()
    if not found.installed(job.name):
        click.echo(say("sync.schedule_none"), err=True)
        return 1
    click.echo(found.told(job.name))
    return 0


@schedule.command("remove", help=say("sync.schedule_remove"))
def remove() -> int:
    """Take the nightly sync out."""
    from app.models import night_syncs
    from app.outside.schedules import Schedule

    done = Schedule().remove(_job(night_syncs.BEGINS, night_syncs.MINUTES).name)
    click.echo(say("sync.schedule_removed" if done else "sync.schedule_none"), err=not done)
    return 0 if done else 1


for _one in (bundles.export, bundles.take):
    sync.add_command(_one)
