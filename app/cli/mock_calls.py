"""``mock``: the callers that can be played, and what is wrong with a scenario file."""

from pathlib import Path

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say


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
