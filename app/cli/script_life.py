"""``scripts submit``, ``approve``, ``withdraw``, ``mend``, ``expiring``, ``recall``: the life of a script."""

from datetime import timedelta
from typing import Any

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.notices import scripts
from app.cli.words import say

_NUMBER = click.option("--version", "number", type=click.IntRange(1), help=say("scripts.version"))
_NOTE = click.option("--note", default="", help=say("scripts.note"))
_JSON = click.option("--json", "as_json", is_flag=True, help=say("json"))


@scripts.command(help=say("scripts.submit"))
@click.argument("key")
@_NUMBER
@_NOTE
@_JSON
def submit(key: str, number: int | None, note: str, *, as_json: bool) -> int:
    """Hand a draft in for review."""
    from app.services import script_life

    with the_desk().house() as house:
        number = number or _newest(house, key)
        house.office.do(script_life.submit, key, number, note=note)
    return _told(key, number, "review", as_json)


@scripts.command(help=say("scripts.approve"))
@click.argument("key")
@_NUMBER
@_NOTE
@_JSON
def approve(key: str, number: int | None, note: str, *, as_json: bool) -> int:
    """Approve a version in review; one of high risk needs a second person after it."""
    from app.services import script_life

    with the_desk().house() as house:
        number = number or _newest(house, key)
        state = house.office.do(script_life.approve, key, number, note=note).value
    return _told(key, number, state.value, as_json)


@scripts.command(help=say("scripts.withdraw"))
@click.argument("key")
@click.option("--reason", required=True, help=say("scripts.reason"))
@click.option("--successor", default="", metavar="KEY", help=say("scripts.successor"))
@_NUMBER
@_JSON
def withdraw(key: str, reason: str, successor: str, number: int | None, *, as_json: bool) -> int:
    """Take a version out of use at once."""
    from app.services import script_life
    from app.services import scripts as library

    with the_desk().house() as house:
        number = number or house.office.ask(library.counting, key, drafts=True).version
        house.office.do(script_life.withdraw, key, number, reason=reason, successor=successor)
    return _told(key, number, "withdrawn", as_json)


@scripts.command(help=say("scripts.mend"))
@click.argument("key")
@click.option("--phrasing", default="", help=say("scripts.mend_phrasing"))
@click.option("--language", default="zh", show_default=True, help=say("scripts.mend_language"))
@click.option("--wrong", default="", help=say("scripts.mend_wrong"))
@click.option("--right", default="", help=say("scripts.mend_right"))
def mend(key: str, phrasing: str, language: str, wrong: str, right: str) -> int:
    """Mend an approved answer at once."""
    from app.services import script_mending

    with the_desk().house() as house:
        if phrasing:
            done = house.office.do(script_mending.add_phrasing, key, language=language, text=phrasing)
        else:
            done = house.office.do(script_mending.correct, key, wrong=wrong, right=right)
    click.echo(str(done.value))
    return 0


@scripts.command(help=say("scripts.expiring"))
@click.option("--within", "days", type=click.IntRange(0, 3660), default=30, show_default=True, help=say("scripts.days"))
@_JSON
def expiring(days: int, *, as_json: bool) -> int:
    """List what has ended, ends, is due for review, or is used by nobody; the earliest first."""
    from app.services import script_boards, wording

    with the_desk().house() as house:
        found = house.office.ask(script_boards.expiring, within=timedelta(days=days))
    language = the_desk().language
    spoken = "zh" if language.startswith("zh") else "en"
    rows: list[dict[str, object]] = [
        {
            "key": one.script.key, "version": one.script.version, "title": one.script.title_in(spoken),
            "reason": one.reason.value, "on": one.since_on.isoformat(), "owner": one.script.owner,
            "last_confirmed_by_use": one.confirmed_at.isoformat() if one.confirmed_at else None,
        }
        for one in found
    ]  # fmt: skip
    for row in rows if not as_json else ():
        reason = wording.label("expiry_reason", str(row["reason"]), language)
        click.echo(f"{row['on']}\t{row['key']}\t{reason}\t{row['title']}")
    return _listed(rows, as_json)


@scripts.command(help=say("scripts.recall"))
@click.argument("key")
@_NUMBER
@_JSON
def recall(key: str, number: int | None, *, as_json: bool) -> int:
    """List every time that a version was given to a caller, all of them, the newest first."""
    from app.services import script_recalls
    from app.services import scripts as library

    rows: list[dict[str, object]] = []
    with the_desk().house() as house:
        number = number or house.office.ask(library.counting, key, drafts=False).version
        after = None
        while page := house.office.ask(script_recalls.recall_list, key, number, after=after):
            after = page[-1]
            rows += [_given(one) for one in page]
    for row in rows if not as_json else ():
        click.echo("\t".join(str(row[name] or "") for name in ("at", "caller", "number", "by", "contact")))
    return _listed(rows, as_json)


def _given(one: Any) -> dict[str, object]:
    return {
        "at": one.at.isoformat(), "caller": one.caller_name, "number": one.number, "by": one.by,
        "contact": one.contact.hex(),
    }  # fmt: skip


def _newest(house: Any, key: str) -> int:
    from app.services import scripts as library

    return int(house.office.ask(library.versions_of, key)[0].number)


def _told(key: str, number: int, state: str, as_json: bool) -> int:
    from app.services import wording

    if as_json:
        print_json({"key": key, "version": number, "state": state})
    else:
        label = wording.label("script_state", state, the_desk().language)
        tell(say("scripts.stepped", script=key, version=number, state=label))
    return 0


def _listed(rows: list[dict[str, object]], as_json: bool) -> int:
    if as_json:
        print_json(rows)
    elif not rows:
        tell(say("nothing"))
    return 0
