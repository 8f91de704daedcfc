"""``scripts learn``, ``gaps``, ``phrasings``, ``accept``: what the library learns from use, for a scheduled night."""

from dataclasses import asdict
from typing import Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.scripts import scripts
from app.cli.words import say


@scripts.command(help=say("scripts.learn"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def learn(*, as_json: bool) -> int:
    """Fit what callers' words teach, and keep it."""
    from app.scripts_library.learned import ENOUGH
    from app.services import script_learning

    with the_desk().house() as house:
        found = house.office.ask(script_learning.fitted)
        house.office.do(script_learning.keep, found)
    counts = {"scripts": found.scripts, "examples": found.examples} if found else {"scripts": 0, "examples": 0}
    if as_json:
        print_json({"fitted": bool(found and found.body), **counts})
    elif found is None:
        tell(say("scripts.learned_nothing"))
    else:
        tell(say("scripts.learned", **counts) if found.body else say("scripts.too_few", least=ENOUGH))
    return 0


@scripts.command(help=say("scripts.gaps"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def gaps(*, as_json: bool) -> int:
    """List what the library lacks."""
    from app.services import script_gaps

    with the_desk().house() as house:
        found = house.office.ask(script_gaps.gaps)
    return _print_rows([asdict(one) for one in found], ("count", "words"), as_json)


@scripts.command(help=say("scripts.phrasings"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def phrasings(*, as_json: bool) -> int:
    """List phrasings that are worth adding."""
    from app.services import script_gaps

    with the_desk().house() as house:
        found = house.office.ask(script_gaps.proposed_phrasings)
    return _print_rows([asdict(one) for one in found], ("key", "words", "operators", "count"), as_json)


@scripts.command(help=say("scripts.accept"))
@click.argument("key")
@click.argument("words")
def accept(key: str, words: str) -> int:
    """Add a phrasing to a script."""
    from app.services import script_gaps

    with the_desk().house() as house:
        version = house.office.do(script_gaps.accept_phrasing, key, words).value
    tell(say("scripts.accepted", script=key, version=version))
    return 0


def _print_rows(rows: list[dict[str, Any]], columns: tuple[str, ...], as_json: bool) -> int:
    told = [{name: value.isoformat() if name == "last_at" else value for name, value in row.items()} for row in rows]
    if as_json:
        print_json(told)
    elif not told:
        tell(say("nothing"))
    else:
        for row in told:
            click.echo("\t".join(str(row[name]) for name in columns))
    return 0
