"""``drills``: what is due today, for the person signed in, and what comes due on the days after."""

from datetime import timedelta

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

_DAYS = 14


@click.group(help=say("drills"))
def drills() -> None:
    """Daily practice."""


@drills.command("due", help=say("drills.due"))
@click.option("--days", type=click.IntRange(1, 90), default=_DAYS, help=say("drills.days"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def due(days: int, *, as_json: bool) -> int:
    """Print today's questions in their order with the reason, and how many cards come due by day."""
    from app.services import drills as service

    desk = the_desk()
    with desk.house() as house:
        drill = house.office.do(service.start).value
        load = house.office.ask(service.load, days)
    cards = [
        {"script": one.script, "point": one.point, "topic": one.topic, "reason": one.reason.value, "risk": one.risk}
        for one in drill.cards
    ]
    done = {"items": drill.spent.items, "ms": drill.spent.ms, "new": drill.spent.new}
    if as_json:
        ahead = [{"day": drill.day + timedelta(days=place), "cards": count} for place, count in enumerate(load)]
        print_json({"day": drill.day, "done": done, "cards": cards, "load": ahead})
        return 0
    from app.services.wording import label

    for one in cards:
        reason = label("drill_reason", str(one["reason"]), desk.language)
        click.echo("\t".join((str(one["script"]), str(one["point"]), str(one["topic"]), reason)))
    tell(say("drills.left", left=len(cards), done=drill.spent.items))
    return 0
