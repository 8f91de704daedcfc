"""``keys``: the key of the database itself."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli.desk import tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.outside.hub_door import HubDoor
    from app.outside.key_change import KeyChange


@click.group(help=say("keys"))
def keys() -> None:
    """The key of the database."""


@keys.command("rotate", help=say("keys.rotate"))
@click.option("--sheet", type=click.Path(path_type=Path), help=say("init.sheet"))
def rotate(sheet: Path | None) -> int:
    """Give the database another key, with a recovery sheet of its own."""
    from app import bootstrap
    from app.outside import key_change
    from app.outside.recovery_sheet import as_text, of_here, save
    from app.services import database_key

    if sheet and sheet.exists():
        raise click.BadParameter(say("keys.sheet_there", file=sheet))
    desk = the_desk()
    with desk.house() as house:
        house.office.ask(database_key.may_change)
        database_key.check_room(house.office.store.path)
        assert house.kept_by is not None
        change = key_change.prepare(bootstrap.database_in(desk.folder), house.kept_by)
    paper = of_here(change)  # before the key is first used: whatever happens then, somebody has it
    if sheet:
        save(sheet, paper)
        tell(say("init.sheet_saved", path=sheet))
    else:
        click.echo(as_text(paper))
    try:
        key_change.carry_out(change, _told)
    except BaseException:  # an interrupted one, too: two sheets are there, and one of them counts
        _say_what_counts(change)
        raise
    tell(say("keys.rotated", path=desk.folder, provider=change.store.name))
    for copy in change.closed:
        tell(say("keys.copy_closed", path=copy))
    return 0


@keys.command("escrow", help=say("keys.escrow"))
@click.option("--trust", default="", help=say("keys.trust"))
def escrow(trust: str) -> int:
    """Seal the key for the center and give it to the hub now."""
    from app.services import database_key

    with the_desk().house() as house:
        house.office.ask(database_key.may_change)
        door: HubDoor = house.office.outside["sync"]
        fingerprint = door.keep_key(trust)
    tell(say("keys.escrowed", fingerprint=fingerprint))
    return 0


def _say_what_counts(change: "KeyChange") -> None:
    from app.outside.recovery_sheet import name_of_key

    names = {"new": name_of_key(change.after.key_id), "old": name_of_key(change.before.key_id)}
    tell(say(f"keys.counts_{change.counting}", **names))


def _told(step: str) -> None:
    tell(say(f"keys.step_{step}"))
