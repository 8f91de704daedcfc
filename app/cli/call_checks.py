"""``callbacks checks|check|same``: what outcomes ask a supervisor to find out, and what was found."""

from typing import TYPE_CHECKING

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

if TYPE_CHECKING:
    from app.services.callback_checks import ToCheck


@click.command("checks", help=say("callbacks.checks"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def checks(*, as_json: bool) -> int:
    """Print the calls that are to be looked into."""
    from app.services import callback_checks, phone_numbers

    with the_desk().house() as house:
        found = house.office.ask(callback_checks.to_check)
    if as_json:
        print_json([_row(one) for one in found])
        return 0
    for one in found:
        who = one.name or phone_numbers.masked(one.number)
        click.echo(
            "\t".join((one.callback.hex(), one.code, _word(one), who, one.place, one.since.isoformat(), one.note))
        )
    return 0


def _word(one: "ToCheck") -> str:
    from app.services.wording import label

    return label("check_kind", one.kind.value, the_desk().language)


def _row(one: "ToCheck") -> dict[str, object]:
    return {
        "id": one.callback.hex(), "kind": one.kind.value, "code": one.code, "since": one.since, "name": one.name,
        "place": one.place, "note": one.note,
    }  # fmt: skip


@click.command("check", help=say("callbacks.check"))
@click.argument("call")
@click.option("--stay", type=click.Choice(["confirmed", "denied"]), help=say("callbacks.check.stay"))
@click.option("--number", help=say("callbacks.check.number"))
@click.option("--no-number", is_flag=True, help=say("callbacks.check.no_number"))
@click.option("--line", help=say("callbacks.check.line"))
@click.option("--note", default="", help=say("callbacks.check.note"))
def check(call: str, *, stay: str | None, number: str | None, no_number: bool, line: str | None, note: str) -> int:
    """Say what was found out about a call."""
    from app.services import callback_checks as service

    if sum(map(bool, (stay, number, no_number, line))) != 1:
        raise click.UsageError(say("callbacks.check.one"))
    callback = _id_of(call)
    with the_desk().house() as house:
        if number:
            house.office.do(service.add_number, callback, number)
        elif line:
            house.office.do(service.other_line, callback, line)
        else:
            found = {"confirmed": service.stay_confirmed, "denied": service.denial_stands}
            house.office.do(found[stay] if stay else service.no_number, callback, note)
    return 0


@click.command("same", help=say("callbacks.same"))
@click.argument("call")
@click.argument("other")
def same(call: str, other: str) -> int:
    """Say that two cases are one person; the later one ends with 403."""
    from app.services import callback_checks

    with the_desk().house() as house:
        later = house.office.do(callback_checks.same_person, _id_of(call), _id_of(other)).value
    tell(say("callbacks.merged", call=later.hex()))
    return 0


def _id_of(call: str) -> bytes:
    try:
        return bytes.fromhex(call)
    except ValueError:
        raise click.BadParameter(call) from None
