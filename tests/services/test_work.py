"""What a question sees: nobody without signing in, and no more than the roles grant."""

import pytest

from app.models.accounts import Permission
from app.models.errors import NotAllowed, NotSignedIn
from app.services.office import Office
from app.services.work import View
from tests.desk import sign_in


def _asks(view: View, permission: Permission) -> str:
    return view.require(permission).name


def test_a_permission_is_asked_of_the_person_at_the_desk(office: Office) -> None:
    assert office.ask(_asks, Permission.TAKE_CONTACTS) == "wang"
    with pytest.raises(NotAllowed) as refused:
        office.ask(_asks, Permission.MANAGE_ACCOUNTS)
    assert refused.value.facts == {"permission": "manage_accounts"}
    sign_in(office, "admin")
    assert office.ask(_asks, Permission.MANAGE_ACCOUNTS) == "admin"


def test_an_empty_chair_may_nothing(office: Office) -> None:
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(_asks, Permission.READ_SCRIPTS)
