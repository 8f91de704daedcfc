"""``campaigns leases``: which station calls how many cases, and moving them to another one."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.callback_moves import Holding, Place


@click.group("leases", help=say("leases"))
def leases() -> None:
    """Say which station calls whom."""


@leases.command("list", help=say("leases.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_leases(*, as_json: bool) -> int:
    """Print what each station holds, by language, and what should move where."""
    from app.services import callback_moves

    with the_desk().house() as house:
        found = house.office.ask(callback_moves.holdings)
        known = house.office.ask(callback_moves.places)
    if as_json:
        print_json({"held": [_row(one) for one in found], "stations": [_place(one) for one in known]})
        return 0
    for one in found:
        click.echo("\t".join(_words(one)))
    return 0


def _place(one: "Place | None") -> dict[str, object] | None:
    return {"name": one.name, "label": one.label, "here": one.here} if one else None


def _row(one: "Holding") -> dict[str, object]:
    return {
        "station": _place(one.at), "language": one.language or None, "groups": one.groups, "calls": one.calls,
        "until": one.until, "quiet_since": one.quiet.since if one.quiet else None, "said_by": one.said_by or None,
         "given_back": one.free, "moves_to": _place(one.wanted), "speakers": list(one.speakers),
        "proposed": _place(one.proposed),
    }  # fmt: skip


def _words(one: "Holding") -> tuple[str, ...]:
    from app.services import move_words
    from app.services.wording import label

    language = the_desk().language
    spoken = label("language", one.language, language)
    count = say("leases.count", groups=one.groups, calls=one.calls)
    return (
        move_words.place(one.at, language),
        spoken,
        count,
        one.until.isoformat(),
        move_words.standing(one, language),
        *((one.quiet.since.isoformat(), one.said_by) if one.quiet else ()),
    )


@leases.command("move", help=say("leases.move"))
@click.argument("calls", nargs=-1)
@click.option("--language", default="", help=say("leases.language"))
@click.option("--from", "held_by", default="", help=say("leases.from"))
@click.option("--to", "to", required=True, help=say("leases.to"))
@click.option("--force", is_flag=True, help=say("leases.force"))
def move(calls: tuple[str, ...], *, language: str, held_by: str, to: str, force: bool) -> int:
    """Move the contact groups of calls, of a language or of a station to another station."""
    from app.services import callback_moves

    if not (calls or language or held_by):
        raise click.UsageError(say("leases.which"))
    try:
        chosen = [bytes.fromhex(one) for one in calls]
    except ValueError:
        raise click.BadParameter(" ".join(calls)) from None
    with the_desk().house() as house:
        groups = house.office.ask(callback_moves.groups, calls=chosen, language=language or None, held_by=held_by)
        found = house.office.do(callback_moves.move, groups, to, force=force).value
    counts = {"granted": found.granted, "waiting": found.waiting, "there": found.there}
    tell(say("leases.moved", station=found.to.shown, **counts))
    return 0 if groups else 1


@leases.command("lost", help=say("leases.lost"))
@click.argument("called", metavar="STATION")
@click.option("--since", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"]), help=say("campaigns.since"))
def lost(called: str, *, since: datetime | None) -> int:
    """Say that a station has called nobody since a time, and never will again."""
    from app.services import callback_leases

    with the_desk().house() as house:
        house.office.do(callback_leases.declare_gone, called, since)
    tell(say("leases.said_lost", station=called))
    return 0
