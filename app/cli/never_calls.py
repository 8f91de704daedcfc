"""``callbacks never``: who asked never to be called again, and lifting that at a written request."""

from datetime import date
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.services.never_calls import NeverCall


def _id_of(value: str) -> bytes:
    try:
        return bytes.fromhex(value)
    except ValueError:
        raise click.BadParameter(say("callbacks.never.no_id", value=value)) from None


@click.group("never", help=say("callbacks.never"))
def never() -> None:
    """Work with what bars numbers and persons."""


@never.command("list", help=say("callbacks.never.list"))
@click.argument("text", default="")
@click.option("--caller", help=say("callbacks.never.caller"))
@click.option("--call", help=say("callbacks.never.call"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def listed(text: str, *, caller: str | None, call: str | None, as_json: bool) -> int:
    """Print who is never to be called."""
    from app.services import never_calls

    card, callback = (None if one is None else _id_of(one) for one in (caller, call))
    with the_desk().house() as house:
        found = house.office.ask(never_calls.listed, text, caller=card, callback=callback)
        zone = ZoneInfo(house.office.settings.time_zone)
    if as_json:
        print_json([_row(one, zone) for one in found])
        return 0
    for one in found:
        click.echo("\t".join(_words(one, zone)))
    if not found:
        tell(say("callbacks.never.nobody"))
    return 0


@never.command("lift", help=say("callbacks.never.lift"))
@click.argument("saying")
@click.option("--on", "day", required=True, help=say("callbacks.never.on"))
@click.option("--kept", required=True, help=say("callbacks.never.kept"))
def lift(saying: str, *, day: str, kept: str) -> int:
    """Take back what was said once, and say what still bars the same person or number."""
    from app.services import never_calls

    try:
        requested_on = date.fromisoformat(day)
    except ValueError:
        raise click.BadParameter(day, param_hint="--on") from None
    with the_desk().house() as house:
        office = house.office
        lifted = office.do(never_calls.lift, _id_of(saying), requested_on=requested_on, kept=kept).value
        zone = ZoneInfo(office.settings.time_zone)
    tell(say("callbacks.never.lifted"))
    if lifted.still:
        tell(say("callbacks.never.still"))
    for one in lifted.still:
        click.echo("\t".join(_words(one, zone)))
    return 0


def _words(one: "NeverCall", zone: "tzinfo") -> tuple[str, ...]:
    from app.services import never_words

    language = the_desk().language
    parts = (never_words.who(one, language), never_words.said(one, language, zone))
    return (one.saying.id.hex(), *parts, *(part for part in (never_words.lifted(one, language, zone),) if part))


def _row(one: "NeverCall", zone: "tzinfo") -> dict[str, Any]:
    saying, lift = one.saying, one.saying.lift
    lifted = lift and {
        "at": lift.at.astimezone(zone),
        "by": one.lifted_by,
        "requested_on": lift.requested_on,
        "kept": lift.request,
    }
    return {
        "id": saying.id.hex(),
        "name": one.name,
        "numbers": list(one.numbers),
        "said_at": saying.first.at.astimezone(zone),
        "by": one.by,
        "center": one.center,
        "reason": saying.first.reason,
        "case": one.case,
        "lifted": lifted,
    }
