"""``campaigns succession``: for whom a computer waits that was restored, before it may say who calls whom."""

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
        print_json([{"name": name, "label": label} for name, label in found.items()])
        return 0
    for name, label in found.items():
        click.echo(f"{label}\t{name}")
    tell(say("campaigns.awaited" if found else "campaigns.nobody_awaited", count=len(found)))
    return 0
