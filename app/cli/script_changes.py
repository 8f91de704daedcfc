"""``scripts differences`` and ``publish``: how two versions of a script differ, and the way of what cannot wait."""

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.script_looking import scripts
from app.cli.words import say

__all__ = ["scripts"]
_JSON = click.option("--json", "as_json", is_flag=True, help=say("json"))


@scripts.command(help=say("scripts.differences"))
@click.argument("key")
@click.option("--version", "number", type=click.IntRange(1), help=say("scripts.compared"))
@click.option("--before", type=click.IntRange(1), help=say("scripts.before"))
@_JSON
def differences(key: str, number: int | None, before: int | None, *, as_json: bool) -> int:
    """List the places in which two versions differ, with what stood and what stands there."""
    from app.services import scripts as library

    with the_desk().house() as house:
        number = number or house.office.ask(library.versions_of, key)[0].number
        before = before or max(number - 1, 1)
        found = house.office.ask(library.differences, key, before, number)
    if as_json:
        print_json([{"place": list(one.place), "before": one.before, "after": one.after} for one in found])
        return 0
    from app.services.script_places import in_words

    for one in (in_words(difference, the_desk().language) for difference in found):
        click.echo(" › ".join(one.place))
        for sign, text in (("-", one.before), ("+", one.after)):
            for line in text.splitlines():
                click.echo(f"  {sign} {line}")
    if not found:
        tell(say("scripts.same", before=before, version=number))
    return 0


@scripts.command(help=say("scripts.publish_now"))
@click.argument("key")
@click.option("--reason", required=True, help=say("scripts.urgent_reason"))
@click.option("--version", "number", type=click.IntRange(1), help=say("scripts.version"))
@_JSON
def publish(key: str, reason: str, number: int | None, *, as_json: bool) -> int:
    """Let the newest draft count at once; never one's own, and it is reviewed within a day."""
    from app.services import script_life, wording
    from app.services import scripts as library

    with the_desk().house() as house:
        number = number or house.office.ask(library.versions_of, key)[0].number
        number = house.office.do(script_life.publish_urgent, key, number, note=reason).value
    if as_json:
        print_json({"key": key, "version": number, "state": "approved"})
    else:
        state = wording.label("script_state", "approved", the_desk().language)
        tell(say("scripts.stepped", script=key, version=number, state=state))
    return 0
