"""``routing``: where an inquiry goes, what past dispatches teach, and rules tried on the past and published."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from app.cli.desk import print_json, print_lines, progress, tell, the_desk
from app.cli.words import say, speak

if TYPE_CHECKING:
    from app.models.routing_checks import Finding
    from app.models.routing_rules import Facts, Table
    from app.models.routing_trials import RuleTrial, Trial
    from app.services.routing import Advice

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(help=say("routing"))
def routing() -> None:
    """Where inquiries go."""


@routing.command("test", help=say("routing.test"))
@click.argument("rules", type=_FILE)
@click.option("--limit", type=click.IntRange(min=1), default=20_000, show_default=True, help=say("routing.limit"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def test(rules: Path, limit: int, *, as_json: bool) -> int:
    """Try rules on past inquiries; exit 1 where they could not be published."""
    from app.models.errors import AppError
    from app.services import routing_rules as service
    from app.services.wording import told

    table = service.read_text(rules.read_text(encoding="utf-8-sig"), file=rules.name)
    refused: AppError | None = None
    with the_desk().house() as house, progress(say("routing.testing")) as moved:
        trial = house.office.ask(service.try_on_past, table, limit=limit, progress=moved)
        found = house.office.ask(service.remarks, table)
        try:
            house.office.ask(service.check, table)
        except AppError as error:
            refused = error
    says = told(refused, speak(None)) if refused else ""
    if as_json:
        print_json({**_counts(trial, table), "findings": _findings(found, table), "refused": says or None})
    else:
        _print_trial(trial)
        for line in _remarks(found, table):
            tell(line)
        if says:
            tell(says)
    return 1 if refused else 0


def _counts(trial: "Trial", table: "Table") -> dict[str, Any]:
    names = ("looked", "fired", "judged", "agreed", "conflicts")
    rows = [_row(one) for one in trial.rules]
    return {"table": table.name, **{name: getattr(trial, name) for name in names}, "rules": rows}


def _row(one: "RuleTrial") -> dict[str, Any]:
    names = ("table", "name", "unit", "fired", "judged", "agreed", "differed", "otherwise", "rivals", "examples")
    return {"place": one.place + 1, **{name: getattr(one, name) for name in names}}


def _findings(found: "list[Finding]", table: "Table") -> list[dict[str, Any]]:
    named = [one.name for one in table.rules]
    return [
        {"rule": named[one.place], "remark": one.remark.value, "others": [named[other] for other in one.others]}
        for one in found
    ]


def _print_trial(trial: "Trial") -> None:
    click.echo(say("routing.heading"))
    for one in trial.rules:
        parts = (one.name, one.unit, one.fired, one.agreed, one.judged, one.rivals.total())
        click.echo("\t".join(map(str, parts)))
    names = ("looked", "fired", "judged", "agreed", "conflicts")
    tell(say("routing.looked", **{name: getattr(trial, name) for name in names}))


def _remarks(found: "list[Finding]", table: "Table") -> list[str]:
    return [
        say(f"routing.{one['remark']}", rule=one["rule"], others=", ".join(f"“{other}”" for other in one["others"]))
        for one in _findings(found, table)
    ]


@routing.command("publish", help=say("routing.publish"))
@click.argument("rules", type=_FILE)
def publish(rules: Path) -> int:
    """Put a file of rules in force."""
    from app.services import routing_rules as service

    table = service.read_text(rules.read_text(encoding="utf-8-sig"), file=rules.name)
    with the_desk().house() as house:
        version = house.office.do(service.publish, table).value
        found = house.office.ask(service.remarks, table)
    for line in _remarks(found, table):
        tell(line)
    tell(say("routing.published", version=version, table=table.name))
    return 0


@routing.command("export", help=say("routing.export"))
@click.argument("table", default="main")
def export(table: str) -> int:
    """Print a table as its file."""
    from app.services import routing_rules as service

    with the_desk().house(anywhere=True) as house:
        click.echo(house.office.ask(service.export_text, table))
    return 0


@routing.command("explain", help=say("routing.explain"))
@click.option("--text", default="", help=say("routing.text"))
@click.option("--category", default="", help=say("routing.category"))
@click.option("--area", default="", help=say("routing.area"))
@click.option("--channel", default="", help=say("routing.channel"))
@click.option("--caller", default="", help=say("routing.caller"))
@click.option("--batch", type=_FILE, help=say("routing.batch"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def explain(batch: Path | None, *, as_json: bool, **said: str) -> int:
    """Say where an inquiry goes, and why."""
    from app.services import routing as service

    if batch is None and not any(said.values()):
        raise click.UsageError(say("routing.needs"))
    with the_desk().house() as house:
        if batch is not None:
            print_lines(
                {"id": one["id"], **asdict(house.office.ask(service.explain, _facts(one)))} for one in _lines(batch)
            )
            return 0
        found = house.office.ask(service.explain, _facts(said))
    if as_json:
        print_json(asdict(found))
    else:
        _print_advice(found)
    return 0


def _facts(said: Mapping[str, Any]) -> "Facts":
    from app.models.routing_rules import Facts

    text, category, area, channel, caller = (
        str(said.get(name) or "") for name in ("text", "category", "area", "channel", "caller")
    )
    return Facts(text, channel, category, area, caller)


def _lines(batch: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a batch; one that is none is wrong usage, named by its number."""
    for number, line in enumerate(batch.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield {**json.loads(line), "id": json.loads(line)["id"]}
        except (ValueError, KeyError, TypeError) as error:
            raise click.BadParameter(f"{batch.name}:{number}", param_hint="--batch") from error


def _print_advice(found: "Advice") -> None:
    if found.by == "nothing":
        tell(say("routing.nothing"))
        return
    click.echo(found.unit)
    words = ", ".join(found.words)
    if found.by == "rule":
        tell(say("routing.by_rule", rule=found.rule, place=found.place, table=found.table, version=found.version))
    else:
        tell(say("routing.learned", share=f"{found.probability:.0%}", level=found.level, seen=f"{found.seen:.0f}"))
    if words:
        tell(say("routing.words", words=words))
    for unit, share in found.others:
        tell(f"{unit}\t{share:.0%}")


@routing.command("fit", help=say("routing.fit"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def fit(*, as_json: bool) -> int:
    """Learn from past dispatches, and keep it."""
    from app.services import routing_learning as service

    with the_desk().house() as house:
        found = house.office.ask(service.fitted)
        house.office.do(service.keep, found)
    names = ("examples", "units", "judged", "right")
    counts = {name: getattr(found, name) if found else 0 for name in names}
    if as_json:
        print_json({"fitted": bool(found and found.body), **counts})
    elif found is None:
        tell(say("routing.fitted_nothing"))
    else:
        tell(say("routing.fitted", **counts))
    return 0


@routing.command("right", help=say("routing.right"))
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), required=True, help=say("routing.from"))
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), required=True, help=say("routing.to"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def right(first: datetime, last: datetime, *, as_json: bool) -> int:
    """Print how many first dispatches went to the right unit, with the rows behind it."""
    from app.services import routing as service
    from app.services.wording import label

    with the_desk().house() as house:
        zone = ZoneInfo(house.office.settings.time_zone)
        start, end = first.replace(tzinfo=zone), last.replace(tzinfo=zone) + timedelta(days=1)
        found = house.office.ask(service.routed_right_first_time, start, end)
    counts = {"numerator": found.numerator, "denominator": found.denominator, "share": found.share}
    excluded = {verdict.value: count for verdict, count in found.excluded.items()}
    if as_json:
        rows = [{**asdict(row), "inquiry": row.inquiry.hex(), "at": row.at.isoformat()} for row in found.rows]
        advice = {"suggested": found.suggested, "taken": found.taken, "overrides": found.overrides}
        print_json({**counts, "excluded": excluded, **advice, "rows": rows})
        return 0
    share = "–" if found.share is None else f"{found.share:.1%}"
    click.echo(say("routing.right_is", **{**counts, "share": share}))
    for verdict, count in excluded.items():
        click.echo(f"{label('routed_verdict', verdict, speak(None))}\t{count}")
    click.echo(say("routing.taken", suggested=found.suggested, taken=found.taken))
    return 0
