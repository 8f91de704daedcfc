"""``calendars``: due times, a year day by day, and calendars from and to files."""

import csv
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say, speak

if TYPE_CHECKING:
    from app.models.closures import ClosureLine


class Moment(click.ParamType[datetime]):
    """Reads a time in ISO 8601; one without an offset is in the time zone of the calendar."""

    name = "time"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the time; another text is wrong usage."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail(say("calendars.no_time", text=value), param, ctx)


@click.group(help=say("calendars"))
def calendars() -> None:
    """Working calendars."""


@calendars.command("list", help=say("calendars.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_calendars(*, as_json: bool) -> int:
    """List the calendars."""
    from app.services import calendars as service

    with the_desk().house(signed_in=False) as house:
        found = house.office.ask(service.listed)
    if as_json:
        print_json([{"name": one.name, "version": one.number, "time_zone": one.calendar.time_zone} for one in found])
        return 0
    for one in found:
        click.echo(f"{one.name}\t{one.calendar.time_zone}")
    return 0


@calendars.command("due", help=say("calendars.due"))
@click.option("--calendar", "name", required=True, help=say("calendars.name"))
@click.option("--start", type=Moment(), help=say("calendars.start"))
@click.option("--target", help=say("calendars.target"))
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=say("calendars.batch"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def due(name: str, start: datetime | None, target: str | None, batch: Path | None, *, as_json: bool) -> int:
    """Say when something is due."""
    from app.models.durations import parse
    from app.services import calendars as service

    if batch is None and (start is None or target is None):
        raise click.UsageError(say("calendars.needs"))
    with the_desk().house(signed_in=False) as house:
        zone = ZoneInfo(house.office.ask(service.named, name).time_zone)
        arithmetic = house.office.ask(service.working_time, name)
        if batch is not None:
            return _batch(batch, arithmetic, zone)
        assert start is not None and target is not None  # noqa: PT018 - checked above
        begun = _in(start, zone)
        found = arithmetic.due(begun, parse(target, field="target")).astimezone(zone)
        guessed = house.office.ask(service.unpublished, name, begun, found)
    if as_json:
        print_json({"start": begun.isoformat(), "target": target, "due": found.isoformat(), "estimated": guessed})
    else:
        click.echo(found.isoformat())
    for year in guessed:
        tell(say("calendars.estimated", year=year))
    return 0


def _in(start: datetime, zone: tzinfo) -> datetime:
    return start.replace(tzinfo=zone) if start.tzinfo is None else start


def _batch(path: Path, arithmetic: Any, zone: tzinfo) -> int:
    """Answer each row of a table with the columns start and target, in its order; a broken one has no due time."""
    from app.models.durations import parse
    from app.models.errors import AppError
    from app.outside.sheet_writing import guarded
    from app.services.wording import sentence

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("start", "target", "due"))
    refused = 0
    for line, start, target in _rows(path):
        try:
            begun = _in(datetime.fromisoformat(start), zone)
            found = arithmetic.due(begun, parse(target, field="target")).astimezone(zone).isoformat()
        except ValueError:
            found, reason = "", say("calendars.no_time", text=start)
        except AppError as error:
            found, reason = "", sentence(error, speak(None))[0]
        else:
            reason = ""
        writer.writerow((guarded(start), guarded(target), found))
        if reason:
            refused += 1
            tell(say("report.row", source=path.name, line=line, reason=reason))
    return 1 if refused else 0


def _rows(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line, start and target of a CSV file."""
    from app.outside.sheets import read_sheet

    sheet = read_sheet(path)
    if not {"start", "target"} <= set(sheet.columns):
        raise click.UsageError(say("calendars.columns", columns=", ".join(sheet.columns)))
    for line, row in sheet:
        yield line, row["start"].strip(), row["target"].strip()


@calendars.command("show", help=say("calendars.show"))
@click.argument("name")
@click.option("--year", type=click.IntRange(1971, 9989), help=say("calendars.year"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def show(name: str, year: int | None, *, as_json: bool) -> int:
    """Show a year: working days, holidays, make-up days, and what is estimated."""
    from app.models.calendars import DayKind
    from app.services import calendars as service
    from app.services.wording import label

    with the_desk().house(signed_in=False) as house:
        wanted = year or house.office.clock.now().astimezone(UTC).year
        found = house.office.ask(service.year_of, name, wanted)
    told = [one for one in found.days if one.kind not in (DayKind.WORKING, DayKind.WEEKEND)]
    if as_json:
        days = [
            {"date": one.falls_on.isoformat(), "kind": one.kind, "hours": one.hours, "note": one.note} for one in told
        ]
        print_json(
            {
                "name": found.name,
                "year": found.year,
                "working_days": found.working_days,
                "estimated": found.estimated,
                "days": days,
            }
        )
        return 0
    click.echo(say("calendars.summary", name=found.name, year=found.year, count=found.working_days))
    for one in told:
        click.echo(
            f"{one.falls_on.isoformat()}\t{label('day_kind', one.kind, speak(None))}\t{one.hours or '–'}\t{one.note}"
        )
    if found.estimated:
        tell(say("calendars.estimated", year=found.year))
    return 0


@calendars.command("import", help=say("calendars.import"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help=say("calendars.import.name"))
def import_calendar(file: Path, name: str | None) -> int:
    """Save a calendar from its file, or close the days of an iCalendar list in the named one."""
    from app.outside.closures import read_closures
    from app.services import calendars as service

    is_list = file.suffix.lower() == ".ics"
    if is_list and name is None:
        raise click.UsageError(say("calendars.needs_name"))
    with the_desk().house() as house:
        if is_list:
            entries = read_closures(file, house.office.clock.now().date())
            return _tell_closures(house.office.do(service.add_closures, name or "", entries).value, file)
        text = file.read_text(encoding="utf-8-sig")
        version = house.office.do(service.import_text, text, file=file.name).value
    tell(say("calendars.saved", version=version))
    return 0


def _tell_closures(lines: "list[ClosureLine]", file: Path) -> int:
    """Say what became of a list of closures; an entry that closes nothing is told and makes the exit code 1."""
    from app.services.wording import label

    refused = [line for line in lines if line.entry.refused]
    for line in refused:
        reason = f"{line.entry.title}: {label('closure_refusal', line.entry.refused, speak(None))}"
        tell(say("report.row", source=file.name, line=line.entry.number, reason=reason))
    added, known = sum(line.added for line in lines), sum(line.known for line in lines)
    tell(say("calendars.closed", added=added, known=known))
    return 1 if refused else 0


@calendars.command("export", help=say("calendars.export"))
@click.argument("name")
def export_calendar(name: str) -> int:
    """Print a calendar as its file."""
    from app.services import calendars as service

    with the_desk().house(signed_in=False, anywhere=True) as house:
        click.echo(house.office.ask(service.export_text, name))
    return 0


@calendars.command("recompute", help=say("calendars.recompute"))
def recompute() -> int:
    """Compute the due times of estimated years again."""
    from app.services import estimates

    with the_desk().house() as house:
        count = house.office.do(estimates.reckon_again).value
    tell(say("calendars.recomputed", count=count))
    return 0
