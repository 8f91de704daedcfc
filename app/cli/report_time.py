"""``reports time`` and ``reports calls``: the time ledger, and call records of the telephone system."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.columns import ColumnMap
from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.bootstrap import House
    from app.models.periods import Stretch


def counted(house: "House", period: str | None) -> "Stretch":
    """Count what has happened since, and return the period that is asked for: this month if none is."""
    from app.models.periods import Span, parse
    from app.services import figures

    with progress(say("reports.counting")) as moved:
        house.office.do(figures.catch_up, moved)
    return parse(period) if period else house.office.ask(figures.current, Span.MONTH)


@click.command("time", help=say("reports.time"))
@click.option("--period", help=say("reports.period"))
@click.option("--xlsx", type=click.Path(dir_okay=False, path_type=Path), help=say("reports.appraisal"))
@click.option("--shifts", "by_day", is_flag=True, help=say("reports.shifts"))
@click.option("--mine", is_flag=True, help=say("reports.time_mine"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def time_ledger(period: str | None, xlsx: Path | None, *, by_day: bool, mine: bool, as_json: bool) -> int:
    """Print how long operators were in which state, whole or by day, or write it for appraisal."""
    from app.services import time_ledger as service

    desk = the_desk()
    with desk.house() as house:
        stretch = counted(house, period)
        found = house.office.ask(service.sheets, stretch, only=house.office.ask(_me) if mine else None)
        if xlsx is not None:
            path = house.office.ask(service.appraisal, stretch, xlsx, language=desk.language)
            tell(say("supervision.written", path=path))
    if as_json:
        operators = [{"operator": one.display, "days": one.days, **_time(one), "occupancy": one.occupancy}
                     for one in found.ledger]  # fmt: skip
        shifts = [{"operator": one.display, "day": one.day, "from": one.first_at, "until": one.last_at, **_time(one)}
                  for one in found.shifts]  # fmt: skip
        print_json({"period": str(stretch), "operators": operators, **({"shifts": shifts} if by_day else {})})
    elif by_day:
        for one in found.shifts:
            hours = (at.astimezone(found.zone).strftime("%H:%M") for at in (one.first_at, one.last_at))
            click.echo("\t".join((one.day.isoformat(), one.display, *hours, *_parts(one))))
    elif xlsx is None:
        for one in found.ledger:
            click.echo("\t".join((one.display, str(one.days), *_parts(one))))
    return 0


def _me(view: Any) -> bytes:
    return view.person.id


def _time(one: Any) -> dict[str, Any]:
    seconds = {state.value: round(length) for state, length in one.seconds.items()}
    return {"seconds": seconds, "away": {reason: round(length) for reason, length in one.away.items()}}


def _parts(one: Any) -> list[str]:
    """Return the time in each state, and why somebody was away."""
    from app.services import time_ledger as service
    from app.services.wording import label

    language = the_desk().language
    parts = [
        f"{label('operator_state', state.value, language)} {service.clock(one.seconds[state])}"
        for state in service.STATES
        if state in one.seconds
    ]
    return parts + [
        f"{label('away_reason', reason, language)} {service.clock(length)}"
        for reason, length in one.away.items()
        if reason
    ]


@click.group(help=say("reports.calls"))
def calls() -> None:
    """Call records of the telephone system."""


@calls.command("import", help=say("reports.calls_import"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--columns", type=ColumnMap(), help=say("columns"))
@click.option("--source", help=say("inquiries.source"))
@click.option("--preview", "only_preview", is_flag=True, help=say("inquiries.preview"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def import_calls(
    file: Path, columns: dict[str, str] | None, source: str | None, *, only_preview: bool, as_json: bool
) -> int:
    """Import call records, every row reported."""
    from app.outside.sheets import read_sheet
    from app.services import line_records

    sheet = read_sheet(file)
    rows, chosen = list(sheet), {**line_records.suggest_map(sheet.columns), **(columns or {})}
    with the_desk().house() as house:
        if only_preview:
            report = house.office.ask(line_records.preview, rows, chosen)
        else:
            with progress(say("reports.calls_import")) as moved:
                command = line_records.import_calls
                report = house.office.do(command, rows, chosen, source=source or file.name, progress=moved).value
    return _report(report, chosen, as_json)


def _report(report: Any, chosen: dict[str, str], as_json: bool) -> int:
    from app.services.wording import label

    language = the_desk().language
    batch = report.batch.hex() if report.batch else None
    if as_json:
        refused = [
            {"line": one.line_no, "field": one.field, "reason": one.reason.value, "value": one.value}
            for one in report.refused
        ]
        counts = {"added": report.added, "unchanged": report.unchanged, "rejected": len(refused)}
        print_json({**counts, "batch": batch, "columns": chosen, "rows": refused, "agents": report.unknown_agents})
    else:
        for one in report.refused:
            field = label("line_field", one.field, language)
            reason = label("line_reason", one.reason.value, language)
            click.echo(f"{one.line_no}\t{field}\t{reason}\t{one.value}")
        counts = {"added": report.added, "unchanged": report.unchanged, "refused": len(report.refused)}
        tell(say("reports.calls_done", **counts))
        if batch:
            tell(say("inquiries.batch", batch=batch))
    return 1 if report.refused or report.stopped else 0


@calls.command("list", help=say("reports.calls_list"))
def list_calls() -> int:
    """Print the imports of call records."""
    from app.services import line_records

    with the_desk().house() as house:
        for one in house.office.ask(line_records.imported):
            gone = one.undone_at.isoformat() if one.undone_at else ""
            click.echo("\t".join((one.id.hex(), one.at.isoformat(), one.source, str(one.report.get("added", 0)), gone)))
    return 0


@calls.command("undo", help=say("reports.calls_undo"))
@click.argument("batch")
def undo_calls(batch: str) -> int:
    """Take an import of call records back."""
    from app.models.errors import RecordGone
    from app.services import line_records

    try:
        found = bytes.fromhex(batch)
    except ValueError:
        raise RecordGone(entity="batch", id=batch) from None
    with the_desk().house() as house:
        tell(say("reports.calls_gone", count=house.office.do(line_records.undo, found).value))
    return 0
