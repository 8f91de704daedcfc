"""``accounts duty``: on which days somebody works."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.duty import DutyFact
    from app.services.duty import DutyRow

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = click.DateTime(("%Y-%m-%d",))
_RULES = ("calendar", "off", "on", "usual")


@click.command(help=say("accounts.duty"))
@click.argument("name", required=False)
@click.option("--week", metavar="mon,tue,…", help=say("accounts.duty_week"))
@click.option("--days", "rule", type=click.Choice(_RULES), help=say("accounts.duty_days"))
@click.option("--from", "first", type=_DAY, help=say("accounts.duty_from"))
@click.option("--until", "last", type=_DAY, help=say("accounts.duty_until"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def duty(name: str | None, *, as_json: bool, **said: Any) -> int:
    """Show on which days people work, or say it of somebody."""
    from app.services import duty as service

    wanted = _fact(**said)
    if wanted is not None and name is None:
        raise click.UsageError(say("accounts.duty_whose"))
    with the_desk().house() as house:
        if name is not None and wanted is not None:
            house.office.do(service.put, name, wanted)
            tell(say("accounts.changed", name=name))
        found = house.office.ask(service.board) if name is None else [house.office.ask(service.named, name)]
    if as_json:
        print_json([_told(one) for one in found])
        return 0
    for one in found:
        told = _told(one)
        week = ",".join(told["week"]) if told["week"] is not None else say("accounts.duty_calendar")
        days = [say(f"accounts.duty_{kind}", days=", ".join(told[kind])) for kind in ("off", "on") if told[kind]]
        click.echo("\t".join([told["name"], week, *days]))
    return 0


def _fact(*, week: str | None, rule: str | None, first: datetime | None, last: datetime | None) -> "DutyFact | None":
    """Return what a line says of somebody's days, None where it only asks."""
    from app.models.duty import DutyFact, DutyRule

    if week is None and rule is None:
        return None
    if (week is not None and rule is not None) or first is None:
        raise click.UsageError(say("accounts.duty_needs"))
    begins, ends = first.date(), last.date() if last else None
    if week is None:
        found = DutyRule(rule)
        return DutyFact(found, begins, ends if ends or found is DutyRule.CALENDAR else begins)
    days = [one.strip() for one in week.lower().split(",")]
    if not set(days) <= set(WEEK):
        raise click.UsageError(say("accounts.duty_needs"))
    return DutyFact(DutyRule.WEEK, begins, ends, frozenset(WEEK.index(one) + 1 for one in days))


def _told(one: "DutyRow") -> dict[str, Any]:
    return {
        "name": one.person.name,
        "week": None if one.week is None else [WEEK[day - 1] for day in sorted(one.week)],
        "works_today": one.works_today,
        "off": [day.isoformat() for day in one.off],
        "on": [day.isoformat() for day in one.extra],
    }
