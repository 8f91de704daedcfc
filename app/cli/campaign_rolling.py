"""``campaigns rolling``: up to four quarters put together."""

from dataclasses import asdict

import click

from app.cli.desk import print_json, the_desk
from app.cli.words import say, word


@click.command("rolling", help=say("campaigns.rolling"))
@click.argument("names", nargs=-1, required=True)
@click.option("--mode", default="telephone", show_default=True, help=say("campaigns.results.mode"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def rolling(names: tuple[str, ...], *, mode: str, as_json: bool) -> int:
    """Print each institution's figures over several campaigns."""
    from app.models.interview_records import SurveyMode
    from app.services import campaign_rolling, campaigns

    if mode not in set(SurveyMode):
        raise click.BadParameter(mode, param_hint="--mode")
    with the_desk().house() as house:
        known = [house.office.ask(campaigns.named, one).id for one in names]
        found = house.office.ask(campaign_rolling.rolled, known, mode=SurveyMode(mode))
    if as_json:
        print_json({place: [asdict(one) for one in each] for place, each in found.items()})
        return 0
    for place, each in found.items():
        for one in each:
            told = word("reliance", one.reliance.value) if one.top is None else f"{one.top:.4f}\t{one.mean}"
            click.echo(f"{place}\t{one.item}\t{one.answers}\t{told}")
    return 0
