"""``accounts``: who may sign in, with which roles."""

import os
from datetime import datetime

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.duty import duty
from app.cli.words import say

ROLES = ("operator", "supervisor", "trainer", "administrator")


@click.group(help=say("accounts"))
def accounts() -> None:
    """Accounts."""


accounts.add_command(duty)


def _new_password(name: str) -> str:
    found = os.environ.get("ONEWINDOW_NEW_PASSWORD")
    if found is not None:
        return found
    prompt = say("new_password_of", name=name)
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=True, err=True))


@accounts.command("list", help=say("accounts.list"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def list_accounts(*, as_json: bool) -> int:
    """List every account."""
    from app.services import accounts as service
    from app.services import leaving
    from app.services.wording import label

    with the_desk().house() as house:
        people = house.office.ask(service.people)
        last_days = {one.id: house.office.ask(leaving.last_day_of, one) for one in people}
    if as_json:
        print_json(
            [
                {
                    "name": one.name,
                    "display": one.display,
                    "roles": [role.value for role in one.roles],
                    "unit": one.unit,
                    "speaks": list(one.speaks),
                    "disabled": one.disabled_at is not None,
                    "last_day": day.isoformat() if (day := last_days[one.id]) else None,
                }
                for one in people
            ]
        )
        return 0
    for one in people:
        roles = ", ".join(label("role", role.value, the_desk().language) for role in one.roles)
        day = last_days[one.id]
        state = [say("accounts.until", day=day.isoformat())] if day else []
        state = [say("disabled")] if one.disabled_at is not None else state
        speaks = [say("accounts.spoken", languages=" ".join(one.speaks))] if one.speaks else []
        click.echo("\t".join([one.name, one.display, roles, *state, *speaks]))
    return 0


@accounts.command(help=say("accounts.add"))
@click.argument("name")
@click.option("--display", default="", help=say("init.display"))
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(ROLES), help=say("accounts.role"))
def add(name: str, display: str, roles: tuple[str, ...]) -> int:
    """Create an account."""
    from app.models.accounts import Role
    from app.services import accounts as service

    with the_desk().house() as house:
        house.office.do(service.create, name, display, _new_password(name), tuple(Role(one) for one in roles))
    tell(say("accounts.added", name=name))
    return 0


@accounts.command(help=say("accounts.disable"))
@click.argument("name")
@click.option("--again", is_flag=True, help=say("accounts.again"))
def disable(name: str, *, again: bool) -> int:
    """Disable an account, or let it sign in again."""
    from app.services import accounts as service

    with the_desk().house() as house:
        house.office.do(service.enable if again else service.disable, name)
    tell(say("accounts.enabled" if again else "accounts.disabled", name=name))
    return 0


@accounts.command(help=say("accounts.roles"))
@click.argument("name")
@click.argument("roles", nargs=-1, required=True, type=click.Choice(ROLES))
def roles(name: str, roles: tuple[str, ...]) -> int:
    """Give an account these roles instead of its former ones."""
    from app.models.accounts import Role
    from app.services import accounts as service

    with the_desk().house() as house:
        house.office.do(service.set_roles, name, tuple(Role(one) for one in roles))
    tell(say("accounts.changed", name=name))
    return 0


@accounts.command(help=say("accounts.password"))
@click.argument("name")
def password(name: str) -> int:
    """Set an account's password."""
    from app.services import accounts as service

    with the_desk().house() as house:
        house.office.do(service.set_password, name, _new_password(name))
    tell(say("accounts.changed", name=name))
    return 0


@accounts.command(help=say("accounts.unit"))
@click.argument("name")
@click.argument("code", required=False)
def unit(name: str, code: str | None) -> int:
    """Say to which unit a person belongs; without a code, to none."""
    from app.services import accounts as service

    with the_desk().house() as house:
        house.office.do(service.set_unit, name, code)
    tell(say("accounts.changed", name=name))
    return 0


@accounts.command(help=say("accounts.speaks"))
@click.argument("name")
@click.argument("languages", nargs=-1)
def speaks(name: str, languages: tuple[str, ...]) -> int:
    """Say which languages and dialects a person speaks; without any, that it is not known."""
    from app.services import accounts as service

    with the_desk().house() as house:
        house.office.do(service.set_speaks, name, languages)
    tell(say("accounts.changed", name=name))
    return 0


@accounts.command(help=say("accounts.leave"))
@click.argument("name")
@click.option("--to", help=say("accounts.to"))
@click.option("--on", "last_day", type=click.DateTime(("%Y-%m-%d",)), help=say("accounts.on"))
def leave(name: str, to: str | None, last_day: datetime | None) -> int:
    """Close the account of somebody who goes, now or after a last day, and hand their open work over."""
    from app.services import leaving

    reason = say("accounts.left_reason")
    with the_desk().house() as house:
        if last_day is not None:
            house.office.do(leaving.plan, name, last_day.date(), to=to, reason=reason)
            tell(say("accounts.leaves", name=name, day=last_day.date().isoformat()))
            return 0
        left = house.office.do(leaving.leave, name, to=to, reason=reason).value
    tell(say("accounts.left", name=name, inquiries=left.inquiries, callbacks=left.callbacks))
    return 0


@accounts.command(help=say("accounts.rights"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def rights(*, as_json: bool) -> int:
    """Show what each role may do, and how far that reaches."""
    from app.models.rights import RIGHTS, Role
    from app.services.wording import label

    if as_json:
        print_json(
            [{"right": one.permission.value, **{r.value: n.value for r, n in one.reaches.items()}} for one in RIGHTS]
        )
        return 0
    language = the_desk().language
    click.echo("\t".join(["", *(label("role", role.value, language) for role in Role)]))
    for one in RIGHTS:
        cells = [label("reach", one.reaches[role].value, language) if role in one.reaches else "–" for role in Role]
        click.echo("\t".join([label("permission", one.permission.value, language), *cells]))
    return 0


@accounts.command(help=say("accounts.readings"))
@click.option("-n", "limit", type=click.IntRange(min=1), default=200, show_default=True, help=say("accounts.limit"))
@click.option("--json", "as_json", is_flag=True, help=say("json"))
def readings(limit: int, *, as_json: bool) -> int:
    """Show who opened, revealed and exported what, the newest first."""
    from app.services import access
    from app.services.wording import label

    with the_desk().house() as house:
        found = house.office.ask(access.log, limit=limit)
    if as_json:
        told = [
            {
                "at": one.at.isoformat(),
                "person": one.person,
                "did": one.did.value,
                "entity": one.entity,
                "record": one.record.hex() if one.record else None,
                "label": one.label,
                "why": one.why,
                "rows": one.rows,
            }
            for one in found
        ]
        print_json(told)
        return 0
    for one in found:
        what = [label("access", one.did.value, the_desk().language), one.label or one.entity, one.why]
        click.echo("\t".join([one.at.isoformat(timespec="seconds"), one.person, *what, str(one.rows or "")]))
    return 0
