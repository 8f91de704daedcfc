"""``inquiries``: import past inquiries with every row reported, take a batch back, export without a cap."""

from pathlib import Path
from typing import Any

import click

from app.cli.columns import ColumnMap
from app.cli.desk import print_json, print_lines, stoppable, tell, the_desk
from app.cli.words import say

_SHOWN = 50


@click.group(help=say("inquiries"))
def inquiries() -> None:
    """Inquiries."""


@inquiries.command("import", help=say("inquiries.import"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--columns", type=ColumnMap(), help=say("columns"))
@click.option("--source", help=say("inquiries.source"))
@click.option("--preview", "only_preview", is_flag=True, help=say("inquiries.preview"))
@click.option("--update", is_flag=True, help=say("inquiries.update"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def import_inquiries(
    file: Path, columns: dict[str, str] | None, source: str | None, *, only_preview: bool, update: bool, as_json: bool
) -> int:
    """Import past inquiries."""
    from app.outside.sheets import read_sheet
    from app.services import import_columns, imports, table_heads

    sheet = table_heads.with_its_headings(read_sheet(file), import_columns.suggest_map)
    chosen = {**import_columns.suggest_map(sheet.columns), **(columns or {})}
    with the_desk().house() as house:
        if only_preview:
            found = house.office.ask(imports.preview, sheet, chosen)
            return _print_preview(found, chosen)
        with stoppable(say("inquiries.importing")) as moved:
            command = imports.update_inquiries if update else imports.import_inquiries
            done = house.office.do(command, sheet, chosen, source=source or file.name, progress=moved)
    return _print_report(done.value, as_json)


def _print_preview(found: Any, chosen: dict[str, str]) -> int:
    """Print what the first rows would become, as one JSON value."""
    rows = [
        {
            "line": row.line_no,
            "values": dict(row.values),
            "refused": None if row.refused is None else vars_of(row.refused),
            "remarks": [vars_of(one) for one in row.remarks],
        }
        for row in found.rows
    ]
    print_json({"columns": chosen, "day_first": found.day_first, "overdue": found.overdue, "rows": rows})
    return 0


def vars_of(one: Any) -> dict[str, object]:
    """Return the fields of a report's line as plain values."""
    from dataclasses import asdict

    return {name: getattr(value, "value", value) for name, value in asdict(one).items()}


def _print_report(report: Any, as_json: bool) -> int:
    counts = {"added": len(report.added), "updated": len(report.updated), "unchanged": len(report.unchanged)}
    counts["rejected"] = len(report.refused)
    batch = report.batch.hex() if report.batch else None
    if as_json:
        rejected = [vars_of(one) for one in report.refused]
        remarks = [vars_of(one) for one in report.remarks]
        differs = [{"line": one.line_no, "fields": list(one.fields)} for one in report.differs]
        counts.update(differs=len(differs), overdue=report.overdue)
        said = {"rows": rejected, "remarks": remarks, "differing": differs}
        print_json({"source": report.source, **counts, "batch": batch, **said})
    else:
        _tell_report(report, counts, batch)
    return 1 if report.refused or report.stopped else 0


def _reason(one: Any, language: str) -> str:
    """Return what stands in which column, and why it is told."""
    from app.services.wording import label, named

    title = label("import_field", one.field, language)
    said = f"{title} “{one.value}”" if one.value else title
    return named(said, label("import_reason", one.reason.value, language), language)


def _tell_report(report: Any, counts: dict[str, int], batch: str | None) -> None:
    from app.services.wording import label, names_in_a_row

    language = the_desk().language
    for one in report.refused:
        tell(say("report.row", source=report.source, line=one.line_no, reason=_reason(one, language)))
    for one in report.remarks[:_SHOWN]:
        text = f"{_reason(one, language)} (×{one.rows})"
        tell(say("report.row", source=report.source, line=one.first_line, reason=text))
    for one in report.differs[:_SHOWN]:
        fields = names_in_a_row([label("import_field", name, language) for name in one.fields], language)
        tell(say("report.row", source=report.source, line=one.line_no, reason=say("inquiries.differs", fields=fields)))
    tell(say("report", source=report.source, **counts))
    if report.overdue:
        tell(say("inquiries.overdue", count=report.overdue))
    if report.differs:
        tell(say("inquiries.differing", count=len(report.differs)))
    if report.stopped:
        tell(say("inquiries.stopped"))
    if batch:
        tell(say("inquiries.batch", batch=batch))


@inquiries.command(help=say("inquiries.undo"))
@click.argument("batch")
def undo(batch: str) -> int:
    """Take an imported batch back."""
    from app.services import imports

    try:
        batch_id = bytes.fromhex(batch)
    except ValueError as error:
        raise click.BadParameter(batch, param_hint="BATCH") from error
    with the_desk().house() as house, stoppable(say("inquiries.undoing")) as moved:
        found = house.office.do(imports.undo_batch, batch_id, progress=moved).value
    tell(say("inquiries.undone", removed=found.deleted, kept=len(found.kept)))
    if found.stopped:
        tell(say("inquiries.stopped"))
    return int(found.stopped)


@inquiries.command(help=say("inquiries.export"))
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--open311", is_flag=True, help=say("inquiries.open311"))
@click.option("--labels", is_flag=True, help=say("inquiries.labels"))
@click.option("--text", default="", help=say("inquiries.text"))
def export(file: Path | None, *, open311: bool, labels: bool, text: str) -> int:
    """Export inquiries: to a file by its ending, or as JSON Lines to standard output."""
    from app.outside import sheet_writing
    from app.services import access, exports
    from app.services.inquiries import Wanted

    writers = {".csv": sheet_writing.write_csv, ".xlsx": sheet_writing.write_xlsx}
    desk = the_desk()
    with desk.house(anywhere=True) as house:
        wanted = Wanted(text=text, order="oldest") if text else None
        language = desk.language if labels else None
        found = house.office.ask(exports.export_inquiries, wanted=wanted, language=language, open311=open311)

        def told(rows: int) -> None:
            house.office.do(access.exported, "inquiry", rows)

        if file is None:  # a pipe may be shut at any line: the read log hears before the first
            told(sum(1 for _ in house.office.ask(exports.export_inquiries, wanted=wanted).rows))
            print_lines(found.dicts())
            return 0
        write = writers.get(file.suffix.lower(), sheet_writing.write_json_lines)
        written = write(file, found.columns, rows=found.rows, whole=told)
    tell(say("inquiries.exported", count=written.rows, path=file))
    return 0


@inquiries.command("note", help=say("inquiries.note"))
@click.argument("number")
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), help=say("inquiries.note_pdf"))
def dispatch_note(number: str, pdf: Path | None) -> int:
    """Print the dispatch note of an inquiry, or write it as PDF; the inquiry says that it was made."""
    from app.services import dispatch_notes, papers

    desk = the_desk()
    with desk.house() as house:
        office = house.office
        inquiry = office.ask(dispatch_notes.numbered, number)
        note = office.ask(dispatch_notes.note_of, inquiry, language=desk.language)
        office.do(dispatch_notes.read, inquiry)
        if pdf is None:
            click.echo(note.email)
        else:
            office.ask(papers.save_pdf, note.paper, pdf)
            tell(say("inquiries.note_written", path=pdf))
        office.do(dispatch_notes.record, note, "saved" if pdf else "copied", language=desk.language)
    return 0


@inquiries.command("merge", help=say("inquiries.merge"))
@click.argument("number")
@click.option("--into", required=True, help=say("inquiries.into"))
@click.option("--reason", help=say("inquiries.reason"))
def merge(number: str, into: str, reason: str | None) -> int:
    """Merge an inquiry into another one."""
    from app.services import dispatch_notes, merging

    with the_desk().house() as house:
        office = house.office
        inquiry, target = (office.ask(dispatch_notes.numbered, one) for one in (number, into))
        stands = office.do(merging.merge, inquiry, target, reason).value
    tell(say("inquiries.merged", number=number, into=stands))
    return 0


@inquiries.command("unmerge", help=say("inquiries.unmerge"))
@click.argument("number")
@click.option("--reason", help=say("inquiries.reason"))
def unmerge(number: str, reason: str | None) -> int:
    """Let a merged inquiry stand for itself again."""
    from app.services import dispatch_notes, merging

    with the_desk().house() as house:
        inquiry = house.office.ask(dispatch_notes.numbered, number)
        stands = house.office.do(merging.take_apart, inquiry, reason).value
    tell(say("inquiries.unmerged", number=stands))
    return 0


@inquiries.command("transfer", help=say("inquiries.transfer"))
@click.argument("number", required=False)
@click.option("--to", "center", help=say("inquiries.to"))
@click.option("--reason", help=say("inquiries.reason"))
@click.option("--pass", "passed", type=click.Choice(["matter", "details", "caller"]), help=say("inquiries.pass"))
@click.option("--summary", help=say("inquiries.summary"))
def transfer(
    number: str | None, center: str | None, reason: str | None, passed: str | None, summary: str | None
) -> int:
    """Transfer an inquiry to another center; without a number, print which centers there are."""
    from app.services import dispatch_notes, transfers

    desk = the_desk()
    with desk.house() as house:
        office = house.office
        if number is None:
            print_json(office.ask(transfers.centers))
            return 0
        inquiry = office.ask(dispatch_notes.numbered, number)
        said = (center or "", reason or "", passed or "matter")
        there = office.do(transfers.transfer, inquiry, *said, language=desk.language, summary=summary).value
    tell(say("inquiries.transferred", number=number, center=center, there=there))
    return 0
