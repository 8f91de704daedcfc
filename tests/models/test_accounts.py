"""What each role may do is one table."""

from datetime import UTC, datetime

import pytest

from app.models.accounts import Permission, Person, Role


def _person(*roles: Role, disabled: bool = False) -> Person:
    return Person(b"1" * 16, "a", "A", roles, disabled_at=datetime(2026, 1, 1, tzinfo=UTC) if disabled else None)


def test_several_roles_add_up() -> None:
    both = _person(Role.TRAINER, Role.OPERATOR)
    assert both.may(Permission.WRITE_SCRIPTS)
    assert both.may(Permission.TAKE_CONTACTS)


@pytest.mark.parametrize("permission", list(Permission))
def test_a_disabled_account_may_nothing(permission: Permission) -> None:
    assert not _person(*Role, disabled=True).may(permission)


def test_an_operator_cannot_make_accounts_nor_lift_a_do_not_call() -> None:
    operator = _person(Role.OPERATOR)
    assert not operator.may(Permission.MANAGE_ACCOUNTS)
    assert not operator.may(Permission.LIFT_DO_NOT_CALL)
