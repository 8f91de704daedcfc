"""``campaigns``: frames of people, samples drawn from them, and what came of calling them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli import campaign_draws, campaign_results, campaign_rolling, campaign_stops, frames, leases, succession
from app.cli.columns import ColumnMap
from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say, speak, word

if TYPE_CHECKING:
    from app.services.frame_rows import FrameRefusal, FrameRemark
    from app.services.frames import ReadFrame

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SHOWN = 50
#: Which option takes rows that are refused for a reason without it, and the words that name it.
_MENDS = {
    "institution_missing": ("fill_down", "campaigns.mend_fill_down"),
    "institution_unknown": ("any_institution", "campaigns.mend_any_institution"),
}


@click.group(help=say("campaigns"))
def campaigns() -> None:
    """Campaigns."""


for one in (campaign_draws.draw, campaign_draws.list_campaigns, campaign_draws.top_up, campaign_draws.release_more):
    campaigns.add_command(one)
for one in (campaign_draws.close, campaign_draws.status, campaign_results.simulate, campaign_results.results):
    campaigns.add_command(one)
for one in (campaign_rolling.rolling, campaign_results.answers, succession.succession, leases.leases):
    campaigns.add_command(one)
for one in (campaign_stops.stop, campaign_stops.go_on):
    campaigns.add_command(one)
for one in (frames.list_frames, frames.fetch_frame, frames.move_frames):
    campaigns.add_command(one)


@campaigns.command("import-frame", help=say("campaigns.import_frame"))
@click.argument("name")
@click.argument("file", type=_FILE)
@click.option("--kind", type=click.Choice(["inpatient", "outpatient"]), default="inpatient", help=say("campaigns.kind"))
@click.option("--columns", type=ColumnMap(), help=say("columns"))
@click.option("--any-institution", is_flag=True, help=say("campaigns.any_institution"))
@click.option("--institution", default="", help=say("campaigns.institution"))
@click.option("--fill-down", is_flag=True, help=say("campaigns.fill_down"))
@click.option("--sheet", help=say("campaigns.sheet"))
@click.option("--heading", type=click.IntRange(min=1), help=say("campaigns.heading"))
@click.option("--preview", "only_preview", is_flag=True, help=say("campaigns.preview"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def import_frame(
    name: str, file: Path, *, columns: dict[str, str] | None, only_preview: bool, as_json: bool, **wishes: Any
) -> int:
    """Read a table of people, and keep it as a frame."""
    from app.models.frames import FrameKind
    from app.services import frame_sheets
    from app.services import frames as service

    kind = FrameKind(str(wishes["kind"]))
    with the_desk().house() as house, progress(say("campaigns.reading")) as moved:
        seen = house.office.ask(frame_sheets.look, file, sheet=wishes["sheet"], heading=wishes["heading"])
        chosen = {**seen.chosen, **(columns or {})}
        wanted = service.Wishes(
            name, kind, file.name, chosen, any_institution=bool(wishes["any_institution"]),
            institution=str(wishes["institution"]), fill_down=bool(wishes["fill_down"]),
        )  # fmt: skip
        found = house.office.ask(frame_sheets.read, seen, wanted, progress=moved)
        kept = None if only_preview or not found.rows else house.office.do(service.keep, found).value
    _print_frame(found, kept, chosen, as_json=as_json)
    for reason, (option, mend) in _MENDS.items():
        if reason in found.by_reason and not wishes[option]:
            tell(say(mend))
    return 1 if found.refusals else 0


def _print_frame(found: "ReadFrame", kept: bytes | None, columns: dict[str, str], *, as_json: bool) -> None:
    from app.services import callback_rules

    if as_json:
        counts = {"read": found.rows + len(found.refusals), "taken": found.rows, "rejected": len(found.refusals)}
        rows = [
            {"line": one.line, "field": one.field, "reason": one.reason, "value": one.value} for one in found.refusals
        ]
        facts = {"frame": kept.hex() if kept else None, "name": found.name, "source": found.source, "columns": columns}
        reasons = {one.value: count for one, count in found.by_reason.items()}
        hashed = {"groups": found.groups, "sha256": found.sha256}
        print_json(
            {
                **facts,
                **counts,
                **hashed,
                "reasons": reasons,
                "codes": found.by_code,
                "remarks": [
                    {"line": one.line, "field": one.field, "reason": one.reason, "value": one.value, "rows": one.count}
                    for one in found.remarks
                ],
                "rows": rows,
            }
        )
        return
    for one in found.refusals[:_SHOWN]:
        tell(say("report.row", source=found.source, line=one.line, reason=_reason(one)))
    for reason, count in found.by_reason.items():
        click.echo(f"{word('frame_reason', reason)}\t{count}")
    for remark in found.remarks:
        click.echo(_remark(found.source, remark))
    for code, count in found.by_code.items():
        click.echo(f"{code} {callback_rules.table()[code].words.for_language(speak(None))}\t{count}")
    tell(say("campaigns.frame", taken=found.rows, refused=len(found.refusals), groups=found.groups, sha=found.sha256))
    tell(say("campaigns.kept" if kept else "campaigns.not_kept", name=found.name))


def _remark(source: str, one: "FrameRemark") -> str:
    said = f"{word('frame_field', one.field)}: {word('frame_reason', one.reason)}"
    said += f" ({one.shown})" if one.value else ""
    if not one.count:
        return said
    return say("campaigns.frame_remark", source=source, line=one.line, reason=said, count=one.count)


def _reason(one: "FrameRefusal") -> str:
    said = f"{word('frame_field', one.field)}: {word('frame_reason', one.reason)}"
    return f"{said} ({one.value})" if one.value else said
