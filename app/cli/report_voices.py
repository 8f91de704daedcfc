"""``reports voices``, ``reports comment``, ``reports propose``, ``reports proposals`` and ``reports answer``."""

from datetime import datetime

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

_STATES = ("accepted", "declined", "done")


def place_of(voice: str) -> tuple[bytes, str]:
    """Return interview and item of a voice. Raises ``RecordGone`` for what names none."""
    from app.models.errors import RecordGone

    interview, _, item = voice.partition(":")
    try:
        return bytes.fromhex(interview), item
    except ValueError:
        raise RecordGone(entity="interview", id=voice) from None


@click.command("voices", help=say("reports.voices"))
@click.option("-n", "--limit", default=100, show_default=True, type=click.IntRange(1), help=say("reports.voices_limit"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_voices(limit: int, *, as_json: bool) -> int:
    """Print what callers said, without names and numbers."""
    from app.services import voices

    with the_desk().house() as house:
        found = house.office.ask(voices.listen, limit=limit)
        told = [house.office.ask(voices.comments, one.interview, one.item) if one.comments else () for one in found]
    if as_json:
        print_json([
            {"voice": one.key, "at": one.at, "unit": one.unit, "category": one.category, "text": one.text,
             "comments": [{"text": each.text, "by": each.display, "at": each.at} for each in comments]}
            for one, comments in zip(found, told, strict=True)
        ])  # fmt: skip
        return 0
    for one, comments in zip(found, told, strict=True):
        click.echo("\t".join((one.key, one.at.date().isoformat(), one.unit, one.text)))
        for each in comments:
            click.echo(f"  {each.display}: {each.text}")
    return 0


@click.command("comment", help=say("reports.comment"))
@click.argument("voice")
@click.argument("text")
def comment(voice: str, text: str) -> int:
    """Comment on what a caller said."""
    from app.services import voices

    with the_desk().house() as house:
        house.office.do(voices.comment, *place_of(voice), text)
    return 0


@click.command("propose", help=say("reports.propose"))
@click.argument("title")
@click.option("--text", default="", help=say("reports.propose_text"))
@click.option("--voice", help=say("reports.propose_voice"))
def propose(title: str, text: str, voice: str | None) -> int:
    """Propose an improvement."""
    from app.services import voices

    interview, item = place_of(voice) if voice else (None, "")
    with the_desk().house() as house:
        click.echo(house.office.do(voices.propose, title, text, interview=interview, item=item).value.hex())
    return 0


@click.command("proposals", help=say("reports.proposals"))
@click.option("--state", type=click.Choice(("proposed", *_STATES)), help=say("reports.proposals_state"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_proposals(state: str | None, *, as_json: bool) -> int:
    """Print proposals with where they stand."""
    from app.models.voices import ImprovementState
    from app.services import voices, wording

    desk = the_desk()
    with desk.house() as house:
        found = house.office.ask(voices.proposals, ImprovementState(state) if state else None)
    rows = [(one.improvement, one.display) for one in found]
    if as_json:
        print_json([
            {"id": one.id.hex(), "title": one.title, "text": one.text, "by": by, "at": one.at, "state": one.state.value,
             "answer": one.answer, "owner": one.owner, "due_on": one.due_on}
            for one, by in rows
        ])  # fmt: skip
        return 0
    for one, by in rows:
        stands = wording.label("improvement_state", one.state.value, desk.language)
        due = one.due_on.isoformat() if one.due_on else ""
        click.echo("\t".join((one.id.hex(), stands, one.title, by, one.owner, due, one.answer)))
    return 0


@click.command("answer", help=say("reports.answer"))
@click.argument("proposal")
@click.argument("state", type=click.Choice(_STATES))
@click.option("--note", required=True, help=say("reports.answer_note"))
@click.option("--owner", default="", help=say("reports.answer_owner"))
@click.option("--due", type=click.DateTime(("%Y-%m-%d",)), help=say("reports.answer_due"))
def answer(proposal: str, state: str, note: str, owner: str, due: datetime | None) -> int:
    """Accept or decline a proposal, or say that it is done."""
    from app.models.voices import ImprovementState
    from app.services import voices

    found, _ = place_of(proposal)
    with the_desk().house() as house:
        due_on = due.date() if due else None
        house.office.do(voices.answer, found, ImprovementState(state), note, owner=owner, due_on=due_on)
    tell(say("reports.answered"))
    return 0
