"""``campaigns succession``: for whom a computer waits that was restored, before it may say who calls whom."""

from dataclasses import asdict
from datetime import datetime

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say


@click.command("succession", help=say("campaigns.succession"))
@click.option("--gone", "called", help=say("campaigns.gone"))
@click.option("--since", type=click.DateTime(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"]), help=say("campaigns.since"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def succession(called: str | None, since: datetime | None, *, as_json: bool) -> int:
    """List the stations that are awaited, or declare one of them gone."""
    from app.services import callback_leases

    with the_desk().house() as house:
        if called is not None:
            house.office.do(callback_leases.declare_gone, called, since)
        found = house.office.ask(callback_leases.awaited)
    if as_json:
        print_json([{**asdict(one), "mark": one.mark} for one in found])
        return 0
    for one in found:
        at = (
            say("campaigns.heard_at", at=f"{one.heard_at:%Y-%m-%d %H:%M}")
            if one.heard_at
            else say("campaigns.never_heard")
        )
        click.echo(f"{one.label}\t{one.mark}\t{at}")
    tell(say("campaigns.awaited" if found else "campaigns.nobody_awaited", count=len(found)))
    return 0
