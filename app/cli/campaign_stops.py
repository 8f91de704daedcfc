"""``campaigns stop|go-on``: nobody of a campaign is called for now, or again; what it was drawn for stands as it is."""

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say


@click.command("stop", help=say("campaigns.stop"))
@click.argument("name")
@click.option("--reason", required=True, help=say("campaigns.stop.reason"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def stop(name: str, *, reason: str, as_json: bool) -> int:
    """Call nobody of a campaign for now, and say whom that concerns."""
    from app.services import campaign_field
    from app.services import campaigns as service

    with the_desk().house() as house:
        campaign = house.office.ask(service.named, name)
        count = house.office.do(campaign_field.stop, campaign.id, reason).value
        found = house.office.ask(campaign_field.at_stake, campaign.id)
    if as_json:
        print_json({"name": campaign.name, "open": count, "agreed": found.agreed, "next_at": found.next_at})
        return 0
    tell(say("campaigns.stopped", name=campaign.name, count=count))
    if found.next_at is not None:
        tell(say("campaigns.stop.agreed", count=found.agreed, first=found.next_at.isoformat(timespec="minutes")))
    elif found.agreed:
        tell(say("campaigns.stop.agreed_before", count=found.agreed))
    return 0


@click.command("go-on", help=say("campaigns.go_on"))
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def go_on(name: str, *, as_json: bool) -> int:
    """Call the people of a campaign again."""
    from app.services import campaign_field
    from app.services import campaigns as service

    with the_desk().house() as house:
        campaign = house.office.ask(service.named, name)
        count = house.office.do(campaign_field.go_on, campaign.id).value
    if as_json:
        print_json({"name": campaign.name, "open": count})
    else:
        tell(say("campaigns.goes_on", name=campaign.name, count=count))
    return 0
