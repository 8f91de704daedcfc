"""``findings``: the ledger at the terminal, one finding with its steps, and the ledger as a file or paper."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.remeasuring import Measured
    from app.services.finding_ledger import FindingDetail, LedgerLine, Sought

_STANDING = click.option(
    "--standing", type=click.Choice(["open", "late", "ended", "all"]), default="open", help=say("findings.standing")
)
_PLACE = click.option("--institution", default="", help=say("findings.institution"))
_JSON = click.option("--json", "as_json", is_flag=True, help=say("json"))
_MOST = 1000


@click.group(help=say("findings"))
def findings() -> None:
    """Findings."""


def _sought(standing: str, institution: str) -> "Sought":
    from app.services.finding_ledger import Sought

    return Sought(standing, institution)


@findings.command("list", help=say("findings.list"))
@_STANDING
@_PLACE
@_JSON
def list_findings(standing: str, institution: str, *, as_json: bool) -> int:
    """Print findings: number, state, institution, due, title."""
    from app.services import finding_ledger
    from app.services.wording import label

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(
            finding_ledger.page, _sought(standing, institution), limit=_MOST, language=desk.language
        )
        open_now, late = house.office.ask(finding_ledger.counts)
    if as_json:
        print_json([_as_json(one) for one in found.lines])
        return 0
    for one in found.lines:
        due = one.finding.next_due()
        state = label("finding_state", one.finding.state, desk.language)
        words = (one.finding.number, state, one.institution, due.isoformat() if due else "", one.finding.title)
        click.echo("\t".join(words))
    tell(say("findings.counted", open=open_now, late=late))
    return 0


def _as_json(line: "LedgerLine") -> dict[str, Any]:
    found = line.finding
    return {
        "number": found.number,
        "state": found.state.value,
        "institution": found.institution,
        "category": found.category,
        "title": found.title,
        "severity": found.severity.value,
        "opened_at": found.opened_at,
        "due_at": found.next_due(),
        "late": line.late,
        "measure": found.measure,
        "owner": found.owner,
        "effective_on": found.effective_on,
        "closed_at": found.closed_at,
        "named": found.named,
    }


@findings.command("show", help=say("findings.show"))
@click.argument("number")
@click.option("--sheet", is_flag=True, help=say("findings.sheet"))
@click.option("--pdf", type=click.Path(dir_okay=False, path_type=Path), help=say("findings.pdf"))
@_JSON
def show(number: str, *, sheet: bool, pdf: Path | None, as_json: bool) -> int:
    """Print a finding with its steps, or what its institution is sent."""
    from app.models.papers import as_text
    from app.services import finding_ledger, papers

    desk = the_desk()
    with desk.house() as house:
        office = house.office
        finding = office.ask(finding_ledger.numbered, number)
        detail = office.ask(finding_ledger.detail, finding, language=desk.language)
        paper = office.ask(finding_ledger.sheet, finding, desk.language)
        if pdf is not None:
            office.do(papers.leave, paper)
            tell(say("findings.written", path=office.ask(papers.save_pdf, paper, pdf)))
            return 0
    if as_json:
        told = {"steps": _steps(detail), "calls": _calls(detail), "who": detail.who or None}
        print_json({**_as_json(detail.line), **told})
    elif sheet:
        click.echo(as_text(paper))
    else:
        _print_detail(detail, desk.language)
    return 0


def _steps(detail: "FindingDetail") -> list[dict[str, Any]]:
    return [
        {"state": event.state.value, "at": event.at, "by": by, "note": event.note, **event.said}
        for event, by in detail.steps
    ]


def _calls(detail: "FindingDetail") -> list[dict[str, Any]]:
    return [{"at": one.at, "code": one.code or None, "by": one.by, "note": one.note or None} for one in detail.calls]


def _print_detail(detail: "FindingDetail", language: str) -> None:
    from app.models.findings import LED_NOWHERE
    from app.services.callback_rules import table
    from app.services.wording import label

    found = detail.line.finding
    click.echo(f"{found.number}  {label('finding_state', found.state, language)}  {found.title}")
    lines: list[tuple[datetime, Sequence[str]]] = []
    for event, by in detail.steps:
        more = [text for name, text in event.said.items() if name not in LED_NOWHERE]
        lines.append((event.at, (label(*event.told, language), by, event.note, *more)))
    for call in detail.calls:
        ended = table()[call.code].words.for_language(language) if call.code else ""
        lines.append((call.at, (label("finding_column", "verification_call", language), call.by, ended, call.note)))
    for at, words in sorted(lines):
        click.echo("\t".join((at.isoformat(timespec="seconds"), *(text for text in words if text))))


@findings.command("open", help=say("findings.open"))
@click.argument("title")
@click.option("--category", required=True, help=say("findings.category"))
@_PLACE
@click.option("--urgent", is_flag=True, help=say("findings.urgent"))
def open_finding(title: str, category: str, institution: str, *, urgent: bool) -> int:
    """Write a finding down and print its number."""
    from app.models.questionnaires import Severity
    from app.services import finding_ledger
    from app.services import findings as ledger

    severity = Severity.URGENT if urgent else Severity.NORMAL
    with the_desk().house() as house:
        made = house.office.do(ledger.open_by_hand, ledger.NewFinding(title, category, institution, severity)).value
        click.echo(house.office.ask(finding_ledger.detail, made).line.finding.number)
    return 0


@findings.command("remeasure", help=say("findings.remeasure"))
@click.argument("number")
@_JSON
def remeasure(number: str, *, as_json: bool) -> int:
    """Print the half-year before a measure and each one after it, with the change and its interval."""
    from app.services import finding_ledger, finding_remeasures

    with the_desk().house() as house:
        finding = house.office.ask(finding_ledger.numbered, number)
        found = house.office.ask(finding_remeasures.remeasured, finding)
    rows = [_half(one) for one in (found.before, *found.after)]
    if as_json:
        print_json(
            {"number": found.number, "effective_on": found.effective_on, "next_on": found.next_on, "halves": rows}
        )
        return 0
    for one in rows:
        share = "—" if one["share"] is None else f"{one['share']:.1%}"
        change = "" if one["change"] is None else f"{one['change']:+.1%} ({one['low']:+.1%} … {one['high']:+.1%})"
        fine = "—" if one["fine"] is None else one["fine"]
        click.echo("\t".join((str(one["first"]), str(one["last"]), f"{fine}/{one['asked']}", share, change)))
    tell(say("findings.measured", effective=found.effective_on, next=found.next_on or "—"))
    return 0


def _half(one: "Measured") -> dict[str, Any]:
    gap = one.change.gap if one.change else None
    return {
        "first": one.stretch.first_on,
        "last": one.stretch.last_on,
        "over": one.stretch.over,
        "asked": one.asked,
        "fine": one.fine if one.share is not None else None,
        "share": one.share,
        "change": gap.estimate if gap else None,
        "low": gap.low if gap else None,
        "high": gap.high if gap else None,
        "p": one.change.p if one.change else None,
    }


@findings.command("export", help=say("findings.export"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_STANDING
@_PLACE
def export(file: Path, standing: str, institution: str) -> int:
    """Write the ledger as XLSX, CSV or PDF by the ending of the file; nobody whom it came from is named."""
    from app.outside.sheet_writing import write_table
    from app.services import finding_ledger, papers

    desk = the_desk()
    sought = _sought(standing, institution)
    with desk.house(anywhere=True) as house:
        office = house.office
        if file.suffix.lower() == ".pdf":
            paper = office.ask(finding_ledger.paper, sought, desk.language)
            tell(say("findings.written", path=office.ask(papers.save_pdf, paper, file)))
            return 0
        rows = office.ask(finding_ledger.export, sought, desk.language)
        count = write_table(file, finding_ledger.headings(desk.language), rows)
    tell(say("findings.exported", count=count, path=file))
    return 0
