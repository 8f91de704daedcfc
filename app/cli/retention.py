"""``retention``: how long records that tell of people are kept, what is due, and the redaction itself."""

import click

from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say
from app.models.retention import KINDS, LEAST_DAYS, MOST_DAYS

_KIND = click.Choice(tuple(KINDS))


@click.group(help=say("retention"))
def retention() -> None:
    """Retention."""


@retention.command("show", help=say("retention.show"))
@click.option("--kind", type=_KIND, help=say("retention.kind"))
@click.option("--days", type=click.IntRange(LEAST_DAYS, MOST_DAYS), help=say("retention.days"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def show(kind: str | None, days: int | None, *, as_json: bool) -> int:
    """Show each kind with its days and what is due; with a kind and days, what would be."""
    from app.services import retention as service
    from app.services.wording import label

    with the_desk().house() as house:
        if kind and days:
            found = [house.office.ask(service.preview, kind, days)]
        else:
            found = [one for one in house.office.ask(service.rules) if kind in (None, one.kind)]
    if as_json:
        print_json([_told(one) for one in found])
        return 0
    for rule in found:
        kept = say("retention.kept", days=rule.days) if rule.days else say("retention.for_ever")
        click.echo(f"{label('retention_kind', rule.kind, the_desk().language)}\t{kept}")
        for one in rule.due:
            span = f"{one.oldest_at.date()} – {one.newest_at.date()}"
            click.echo(f"\t{one.entity}\t{one.rows}\t{span}")
    return 0


def _told(rule: object) -> dict[str, object]:
    from app.services.retention import Rule

    assert isinstance(rule, Rule)
    due = [
        {
            "entity": one.entity,
            "rows": one.rows,
            "oldest_at": one.oldest_at.isoformat(),
            "newest_at": one.newest_at.isoformat(),
        }
        for one in rule.due
    ]
    return {"kind": rule.kind, "days": rule.days, "rows": rule.rows, "due": due}


@retention.command("set", help=say("retention.set"))
@click.argument("kind", type=_KIND)
@click.argument("days", type=click.IntRange(LEAST_DAYS, MOST_DAYS), required=False)
def set_days(kind: str, days: int | None) -> int:
    """Say how long a kind is kept; without days, for ever."""
    from app.services import retention as service

    with the_desk().house() as house:
        house.office.do(service.set_days, kind, days)
    tell(say("retention.changed", days=days) if days else say("retention.unlimited"))
    return 0


@retention.command("redact", help=say("retention.redact"))
@click.option("--yes", is_flag=True, help=say("retention.yes"))
def redact(*, yes: bool) -> int:
    """Redact what is due, for good."""
    from app.services import retention as service

    with the_desk().house() as house:
        rows = sum(one.rows for one in house.office.ask(service.rules))
        if rows and not yes and not click.confirm(say("retention.sure", rows=rows), err=True):
            return 1
        with progress(say("retention.redacting")) as moved:
            done = house.office.do(service.redact, progress=moved).value
    tell(say("retention.done", rows=done))
    return 0
