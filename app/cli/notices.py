"""``scripts notices``: what changed since a person knew it, and who has read a change."""

from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.learning import scripts
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.script_notices import Notice
    from app.services.script_notices import Reader

__all__ = ["scripts"]


@scripts.command(help=say("scripts.notices"))
@click.argument("script", metavar="[KEY]", required=False)
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def notices(script: str | None, *, as_json: bool) -> int:
    """List what the person has not read, or who has read a script's last change."""
    from app.services import script_notices

    with the_desk().house() as house:
        if script is not None:
            return _print_readers(house.office.ask(script_notices.readers, script), as_json)
        found = house.office.ask(script_notices.waiting)
    return _print_notices(found, as_json)


def _print_readers(found: "list[Reader]", as_json: bool) -> int:
    if as_json:
        print_json([{"name": one.name, "read_at": one.read_at} for one in found])
        return 0
    for one in found:
        click.echo(f"{one.name}\t{one.read_at.isoformat() if one.read_at else say('scripts.unread')}")
    if not found:
        tell(say("scripts.nothing_new"))
    return 0


def _print_notices(found: "list[Notice]", as_json: bool) -> int:
    from app.services.wording import label

    language = the_desk().language
    if as_json:
        print_json([_row(one, language) for one in found])
        return 0
    for one in found:
        kind = label("notice_kind", one.kind.value, language)
        versions = f"{one.known} → {one.version}" if one.known not in (None, one.version) else str(one.version)
        click.echo("\t".join((kind, one.key, versions, one.title(language), one.note)).rstrip())
    if not found:
        tell(say("scripts.nothing_new"))
    return 0


def _row(one: "Notice", language: str) -> dict[str, object]:
    return {
        "kind": one.kind.value, "key": one.key, "title": one.title(language), "known": one.known,
        "version": one.version, "at": one.at, "by": one.by, "note": one.note, "successor": one.successor or None,
    }  # fmt: skip
