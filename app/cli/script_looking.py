"""``scripts show`` and ``flags``: a script as it is or was given, and what people found wrong in any of them."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.script_life import scripts
from app.cli.words import say

if TYPE_CHECKING:
    from app.scripts_library.script import Script
    from app.services.office import View
    from app.services.script_flags import FlagToSee

__all__ = ["scripts"]
_TIMES = ["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d"]


@scripts.command(help=say("scripts.show"))
@click.argument("key")
@click.option("--at", type=click.DateTime(_TIMES), help=say("scripts.at"))
def show(key: str, at: datetime | None) -> int:
    """Print the version that counts, or counted at a past moment, as its file."""
    from app.scripts_library.emitter import emit

    with the_desk().house() as house:
        click.echo(emit(house.office.ask(_counting, key, at)), nl=False)
    return 0


def _counting(view: "View", key: str, at: datetime | None) -> "Script":
    """The version; a time without an offset is one of the center. Raises ``RecordGone``."""
    from app.models.errors import RecordGone
    from app.services import scripts as library

    moment = view.now if at is None else at if at.tzinfo else at.replace(tzinfo=ZoneInfo(view.settings.time_zone))
    found = library.script_at(view, key, moment)
    if found is None:
        raise RecordGone(entity="script", id=key)
    return found


@scripts.command(help=say("scripts.flags"))
@click.option("--owner", metavar="NAME", help=say("scripts.owner"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def flags(owner: str | None, *, as_json: bool) -> int:
    """List what people found wrong and nobody has seen to, the first due at the top."""
    from app.services import script_flags

    with the_desk().house() as house:
        found = house.office.ask(script_flags.flags_for_owner, owner)
    if as_json:
        print_json([_row(one) for one in found])
        return 0
    for one in found:
        mark = say("scripts.overdue") if one.overdue else ""
        words = (one.due_on.isoformat(), mark, f"{one.flag.key}@{one.flag.number}", one.owner, one.flag.note)
        click.echo("\t".join(words))
    if not found:
        tell(say("nothing"))
    return 0


def _row(one: "FlagToSee") -> dict[str, object]:
    flag = one.flag
    return {
        "key": flag.key, "version": flag.number, "key_point": flag.key_point, "critical": one.critical,
        "owner": one.owner, "note": flag.note, "by": flag.by, "at": flag.at.isoformat(),
        "due_on": one.due_on.isoformat(), "overdue": one.overdue,
    }  # fmt: skip
