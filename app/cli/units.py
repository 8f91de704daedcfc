"""``units``: import and list the directory of units."""

from pathlib import Path

import click

from app.cli.columns import ColumnMap
from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say


@click.group(help=say("units"))
def units() -> None:
    """Units."""


@units.command("list", help=say("units.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_units(*, as_json: bool) -> int:
    """List the units."""
    from app.services import units as service

    with the_desk().house() as house:
        found = house.office.ask(service.list_units)
    if as_json:
        print_json(
            [{"code": one.code, "name": one.name, "name_en": one.name_en, "active": one.active} for one in found]
        )
        return 0
    for one in found:
        click.echo("\t".join(part or "" for part in (one.code, one.name, one.name_en)))
    return 0


@units.command("import", help=say("units.import"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--columns", type=ColumnMap(), help=say("columns"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def import_units(file: Path, columns: dict[str, str] | None, *, as_json: bool) -> int:
    """Import units; every row is reported."""
    from app.outside.sheets import read_sheet
    from app.services import units as service
    from app.services.units import RowResult

    sheet = read_sheet(file)
    with the_desk().house() as house:
        chosen = columns or service.guess_columns(sheet.columns)
        report = house.office.do(service.import_units, tuple(sheet), chosen).value
    counts = {result.value: report.count(result) for result in RowResult}
    rejected = [one for one in report.rows if one.result is RowResult.REJECTED]
    if as_json:
        rows = [
            {"line": one.line_no, "code": one.code, "reason": one.reason, "field": one.field, "detail": one.detail}
            for one in rejected
        ]
        print_json({"source": file.name, **counts, "rows": rows})
    else:
        for one in rejected:
            reason = f"{one.reason}: {one.field} {one.detail}".strip()
            tell(say("report.row", source=file.name, line=one.line_no, reason=reason))
        tell(say("report", source=file.name, **counts))
    return 1 if rejected else 0


@units.command("export", help=say("units.export"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export_units(file: Path) -> int:
    """Export every unit to a file by its ending."""
    from app.outside.sheet_writing import write_table
    from app.services import unit_exports

    with the_desk().house(anywhere=True) as house:
        found = house.office.ask(unit_exports.export_units)
        count = write_table(file, found.columns, found.rows)
    tell(say("units.exported", count=count, path=file))
    return 0
