"""``campaigns frames``, ``fetch-frame``, ``move-frames``: which lists there are and where, and the way here."""

from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, progress, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.models.frames import Frame


@click.command("frames", help=say("campaigns.frames"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_frames(*, as_json: bool) -> int:
    """List the frames that are kept."""
    from app.services import frames

    with the_desk().house() as house:
        found = house.office.ask(frames.frames)
    if as_json:
        print_json([{**_told(one), "here": one.here, "at_hub": one.at_hub} for one in found])
        return 0
    for one in found:
        there = "campaigns.frame_both" if one.at_hub else "campaigns.frame_here"
        where = say(there if one.here else "campaigns.frame_away")
        click.echo("\t".join(str(value) for value in (*_told(one).values(), where)))
    return 0


def _told(one: "Frame") -> dict[str, object]:
    counts = {"rows": one.rows, "refused": one.refused, "groups": one.groups}
    return {"name": one.name, "kind": one.kind.value, "source": one.source, **counts, "sha256": one.sha256,
            "at": one.at.isoformat()}  # fmt: skip


@click.command("fetch-frame", help=say("campaigns.fetch_frame"))
@click.argument("name")
def fetch_frame(name: str) -> int:
    """Fetch the rows of a frame from the hub."""
    from app.services import frame_fetching

    with the_desk().house() as house, progress(say("campaigns.fetching")) as moved:
        found = house.office.ask(frame_fetching.fetch_frame, name, progress=moved)
        house.office.do(frame_fetching.keep_frame, found)
    tell(say("campaigns.fetched", name=name))
    return 0


@click.command("move-frames", help=say("campaigns.move_frames"))
@click.option("--preview", "only_preview", is_flag=True, help=say("campaigns.move_frames.preview"))
@click.option("--yes", is_flag=True, help=say("retention.yes"))
def move_frames(*, only_preview: bool, yes: bool) -> int:
    """Take the rows of older frames out of the journal, for good."""
    from app.services import frame_contents

    with the_desk().house() as house:
        found = house.office.ask(frame_contents.movable)
        if not found.parts:
            tell(say("campaigns.none_movable"))
            return 0
        tell(say("campaigns.movable", names=", ".join(found.frames), rows=found.rows, parts=found.parts))
        if only_preview or not (yes or click.confirm(say("campaigns.move_sure"), err=True)):
            return 1
        with progress(say("campaigns.moving")) as moved:
            done = house.office.do(frame_contents.move, progress=moved).value
    if done.frames:
        tell(say("campaigns.moved", names=", ".join(done.frames), rows=done.rows))
    if done.left:
        tell(say("campaigns.frame_left", names=", ".join(done.left)))
    return 1 if done.left else 0
