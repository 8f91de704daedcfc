"""``callers``: who is known under a name or a number; two cards of one person are linked, and parted again."""

from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.callers import KnownAs


def _card(value: str) -> bytes:
    """Return the id of a caller as ``callers find`` prints it."""
    try:
        return bytes.fromhex(value)
    except ValueError:
        raise click.BadParameter(say("callers.no_id", value=value)) from None


@click.group(help=say("callers"))
def callers() -> None:
    """People who called."""


@callers.command("find", help=say("callers.find"))
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def find(text: str, *, as_json: bool) -> int:
    """Find cards by a number in any format, or the beginning of a name."""
    from app.services import same_callers

    with the_desk().house() as house:
        found = [_told(one) for one in house.office.ask(same_callers.find, None, text)]
    if as_json:
        print_json(found)
        return 0
    for one in found:
        parts = (one["id"], one["name"] or "–", ", ".join(one["numbers"]), one["same_as"] or "")
        click.echo("\t".join(parts))
    return 0


@callers.command("link", help=say("callers.link"))
@click.argument("caller")
@click.argument("other")
def link(caller: str, other: str) -> int:
    """Say that two cards are one person's."""
    from app.services import same_callers

    cards = _card(caller), _card(other)
    with the_desk().house() as house:
        house.office.do(same_callers.link, *cards)
    return 0


@callers.command("part", help=say("callers.part"))
@click.argument("caller")
def part(caller: str) -> int:
    """Take a card out of a person's."""
    from app.services import same_callers

    card = _card(caller)
    with the_desk().house() as house:
        house.office.do(same_callers.part, card)
    return 0


def _told(one: "KnownAs") -> dict[str, Any]:
    caller = one.caller
    return {
        "id": caller.id.hex(),
        "name": caller.name,
        "kind": caller.kind.value if caller.kind else None,
        "numbers": list(one.numbers),
        "same_as": caller.same_as.hex() if caller.same_as else None,
    }
