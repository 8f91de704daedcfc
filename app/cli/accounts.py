"""``accounts``: who may sign in, with which roles."""

import os

import click

from app.cli.desk import print_json, tell, the_desk
from app.cli.words import say

ROLES = ("operator", "supervisor", "trainer", "administrator")


@click.group(help=say("accounts"))
def accounts() -> None:
    """Accounts."""


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
    from app.services.wording import label

    with the_desk().house() as house:
        people = house.office.ask(service.people)
    if as_json:
        print_json(
            [
                {
                    "name": one.name,
                    "display": one.display,
                    "roles": [role.value for role in one.roles],
                    "disabled": one.disabled_at is not None,
                }
                for one in people
            ]
        )
        return 0
    for one in people:
        roles = ", ".join(label("role", role.value, the_desk().language) for role in one.roles)
        state = [say("disabled")] if one.disabled_at is not None else []
        click.echo("\t".join([one.name, one.display, roles, *state]))
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
