"""``mock``: the callers that can be played, and what is wrong with a scenario file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.mock_records import CallLine, SeenCall


@click.group(help=say("mock"))
def mock() -> None:
    """Mock calls."""


def _short(language: str) -> str:
    return "zh" if language.startswith("zh") else "en"


@mock.command("list", help=say("mock.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def listed(*, as_json: bool) -> int:
    """Print the scenarios that ship: id, service, script, mood, literacy, title."""
    from app.services import mock_scenarios
    from app.services.wording import label

    language = the_desk().language
    rows = [
        {
            "id": one.id, "service": one.service, "script": one.script, "mood": one.mood, "literacy": one.literacy,
            "title": one.title[_short(language)],
        }
        for one in mock_scenarios.shipped()
    ]  # fmt: skip
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        words = (label("mock_service", row["service"], language), label("mood", row["mood"], language))
        click.echo("\t".join((row["id"], words[0], row["script"], words[1], row["title"])))
    return 0


@mock.command(help=say("mock.show"))
@click.argument("scenario")
def show(scenario: str) -> int:
    """Print a scenario: who calls, what they tell when asked, and what has to be said."""
    from app.services import mock_scenarios
    from app.services.wording import label

    language = the_desk().language
    short = _short(language)
    one = mock_scenarios.find(scenario)
    click.echo(f"{one.title[short]}\n{one.name[short]} · {label('mood', one.mood, language)}\n“{one.opening[short]}”")
    for fact in one.facts:
        click.echo(f"{'*' if fact.must else ' '} {fact.id}\t{fact.says[short]}")
    for question in one.questions:
        click.echo(f"? {question.point}\t{question.says[short]}")
    tell(say("mock.must", points=", ".join(one.must), script=one.script))
    return 0


@mock.command(help=say("mock.check"))
@click.argument("paths", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def check(paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Check scenario files against the scripts that count here, those that ship without a file; 1 with a mistake."""
    from app.outside.files import read_text
    from app.services import mock_files, mock_scenarios

    desk = the_desk()
    sources = [(str(path), read_text(path)) for path in paths] or mock_scenarios.texts()
    with desk.house() as house:
        found = house.office.ask(mock_scenarios.check, sources)
    rows = [
        {"file": one.source, "line": one.line, "code": one.code, "says": says, "mend": mend}
        for one in found
        for says, mend in (mock_files.told(one, desk.language),)
    ]
    if as_json:
        print_json(rows)
    else:
        for row in rows:
            click.echo(f"{row['file']}:{row['line']}: {row['says']} {row['mend']}")
        tell(say("mock.checked", files=len(sources), mistakes=len(rows)))
    return 1 if rows else 0


@mock.command(help=say("mock.calls"))
@click.option("--everyone", is_flag=True, help=say("mock.everyone"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def calls(*, everyone: bool, as_json: bool) -> int:
    """Print mock calls that were played: one's own, or everybody's for those who evaluate."""
    from app.services import mock_records
    from app.services.wording import label

    desk = the_desk()
    with desk.house() as house:
        question = mock_records.everyone if everyone else mock_records.mine
        rows = [_row(one) for one in house.office.ask(question, _short(desk.language))]
    if as_json:
        print_json(rows)
        return 0
    for row in rows:
        score = "–" if row["score"] is None else f"{row['score']:.2f}"
        ended = label("mock_end", str(row["ended"]), desk.language)
        click.echo("\t".join((row["id"], row["ended_at"], row["operator"], row["title"], ended, score)))
    return 0


def _row(line: "CallLine") -> dict[str, Any]:
    call = line.call
    return {
        "id": call.id.hex(), "ended_at": call.ended_at.isoformat(), "operator": line.operator, "title": line.title,
        "scenario": call.scenario, "language": call.language, "ended": call.ended.value,
        "score": line.score.share if line.score else None,
    }  # fmt: skip


@mock.command(help=say("mock.export"))
@click.argument("call")
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def export(call: str, *, as_json: bool) -> int:
    """Print the transcript of a mock call with what is proposed of it."""
    from app.services import mock_records

    try:
        found = bytes.fromhex(call)
    except ValueError:
        raise click.BadParameter(call) from None
    desk = the_desk()
    with desk.house(anywhere=True) as house:
        seen = house.office.ask(mock_records.seen, found, _short(desk.language))
    if as_json:
        print_json(_transcript(seen))
        return 0
    for turn in seen.line.call.turns:
        done = ", ".join(" ".join((one.event.value, one.about)).strip() for one in turn.events)
        click.echo(f"{'>' if turn.by_operator else '<'} {turn.text}{f'  [{done}]' if done else ''}")
    proposed = seen.proposed
    tell(say("mock.proposed", said=", ".join(proposed.said) or "–", missed=", ".join(proposed.missed) or "–"))
    return 0


def _transcript(seen: "SeenCall") -> dict[str, Any]:
    from app.models.mock_records import turns_to_body

    proposed = seen.proposed
    return {
        **_row(seen.line), "turns": turns_to_body(seen.line.call.turns),
        "proposed": {
            "said": proposed.said, "missed": proposed.missed, "asked": proposed.asked,
            "not_asked": proposed.not_asked, "must_not": proposed.wrong,
        },
        "scores": [
            {"points": dict(one.points), "score": one.share, "note": one.note, "at": one.at} for one in seen.scores
        ],
    }  # fmt: skip
