"""What the commands for a job in the schedule of the operating system have in common."""

from typing import TYPE_CHECKING

import click

from app.cli.desk import tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.outside.schedules import Job


def station() -> tuple[str, tuple[str, ...]]:
    """Return the id of this installation, and the words with which it is started, by the keys that were named."""
    from app.outside.schedules import own_command

    desk = the_desk()
    with desk.house(signed_in=False) as house:
        install = str(house.office.store.meta("install_id") or house.data_dir)
        folder = house.data_dir
    words = [*own_command(), "--data-dir", str(folder.resolve())]
    if desk.key_file is not None:
        words += ["--key-file", str(desk.key_file.resolve())]
    if desk.key_command:
        words += ["--key-command", desk.key_command]
    return install, tuple(words)


def show(job: "Job", *, units: bool, group: str) -> int:
    """Print what stands in the schedule of a job, or with ``units`` what belongs there; 1 where nothing does.

    ``group`` names the texts of the command (``sync``: ``sync.schedule_none``).
    """
    from app.outside.schedules import Schedule

    found = Schedule()
    if units:
        for place, text in found.texts(job).items():
            tell(say("schedule.place", place=place))
            click.echo(text)
        return 0
    if not found.installed(job.name):
        click.echo(say(f"{group}.schedule_none"), err=True)
        return 1
    click.echo(found.told(job.name))
    return 0


def remove(job: "Job", group: str) -> int:
    """Take a job out of the schedule and say so; 1 where it does not stand there."""
    from app.outside.schedules import Schedule

    done = Schedule().remove(job.name)
    click.echo(say(f"{group}.schedule_removed" if done else f"{group}.schedule_none"), err=not done)
    return 0 if done else 1
