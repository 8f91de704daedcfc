"""Accounts: who may sign in, who may change whom, and what an operator is doing."""

from datetime import timedelta

import pytest

from app.models.accounts import AwayReason, OperatorState, Role
from app.models.errors import (
    FieldInvalid,
    FieldMissing,
    LastAdministrator,
    NameTaken,
    NotAllowed,
    NotSignedIn,
    PasswordTooShort,
    PasswordUnchanged,
    RecordGone,
    SignInRefused,
)
from app.services import accounts, units
from app.services.office import Office
from app.store import accounts as account_rows
from tests import shortcuts
from tests.desk import PASSWORD, sign_in
from tests.fakes import FakeClock


def test_name_and_password_open_the_desk_and_names_ignore_case(office: Office) -> None:
    assert office.ask(accounts.sign_in, " WANG ", PASSWORD).name == "wang"


def test_a_password_is_kept_at_the_price_that_owasp_asks_for_and_opens_the_desk(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "_hasher", shortcuts.hasher)
    sign_in(office, "admin")
    office.do(accounts.create, "zhao", "Zhao", PASSWORD, (Role.OPERATOR,))
    person = office.ask(accounts.sign_in, "zhao", PASSWORD)
    assert account_rows.password_of(office.store.rows, person.id).startswith("$argon2id$v=19$m=7168,t=5,p=1$")
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, "zhao", PASSWORD + "?")


@pytest.mark.parametrize(("name", "password"), [("wang", "wrong password"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_refused_alike(office: Office, name: str, password: str) -> None:
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, name, password)


def test_a_disabled_account_no_longer_signs_in_and_comes_back(office: Office) -> None:
    sign_in(office, "admin")
    office.do(accounts.disable, "wang")
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, "wang", PASSWORD)
    office.do(accounts.enable, "wang")
    assert office.ask(accounts.sign_in, "wang", PASSWORD).name == "wang"


def test_only_an_administrator_makes_accounts(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(accounts.create, "zhao", "Zhao", PASSWORD, (Role.OPERATOR,))
    sign_in(office, "admin")
    office.do(accounts.create, "zhao", "Zhao", PASSWORD, (Role.OPERATOR, Role.TRAINER))
    found = {one.name: one for one in office.ask(accounts.people)}
    assert found["zhao"].roles == (Role.OPERATOR, Role.TRAINER)


@pytest.mark.parametrize(
    ("name", "password", "roles", "error"),
    [
        ("", PASSWORD, (Role.OPERATOR,), FieldMissing),
        ("new", "short", (Role.OPERATOR,), PasswordTooShort),
        ("new", PASSWORD, (), FieldMissing),
        ("Wang", PASSWORD, (Role.OPERATOR,), NameTaken),
    ],
)
def test_a_bad_account_is_refused_beside_its_field(
    office: Office, name: str, password: str, roles: tuple[Role, ...], error: type[Exception]
) -> None:
    sign_in(office, "admin")
    with pytest.raises(error):
        office.do(accounts.create, name, "New", password, roles)


def test_the_last_administrator_stays(office: Office) -> None:
    sign_in(office, "admin")
    with pytest.raises(LastAdministrator):
        office.do(accounts.disable, "admin")
    with pytest.raises(LastAdministrator):
        office.do(accounts.set_roles, "admin", (Role.OPERATOR,))
    office.do(accounts.set_roles, "li", (Role.ADMINISTRATOR,))
    office.do(accounts.set_roles, "admin", (Role.OPERATOR,))


def test_ones_own_password_needs_the_former_one(office: Office) -> None:
    with pytest.raises(SignInRefused):
        office.do(accounts.set_password, "wang", "another password", former="guess")
    office.do(accounts.set_password, "wang", "another password", former=PASSWORD)
    assert office.ask(accounts.sign_in, "wang", "another password").name == "wang"
    with pytest.raises(NotAllowed):
        office.do(accounts.set_password, "li", "another password")


def test_ones_own_new_password_is_another_one(office: Office) -> None:
    with pytest.raises(PasswordUnchanged) as refused:
        office.do(accounts.set_password, "wang", PASSWORD, former=PASSWORD)
    assert refused.value.facts == {"field": "password"}
    with pytest.raises(SignInRefused):  # which tells nobody what the password is
        office.do(accounts.set_password, "wang", "guessed twice", former="guessed twice")


def test_an_account_that_is_not_there_is_said_so(office: Office) -> None:
    sign_in(office, "admin")
    with pytest.raises(RecordGone):
        office.do(accounts.disable, "nobody")


def test_what_an_operator_does_is_recorded_once_with_its_time(office: Office, clock: FakeClock) -> None:
    office.do(accounts.set_state, OperatorState.READY)
    since = clock.now()
    clock.advance(timedelta(minutes=3))
    assert office.do(accounts.set_state, OperatorState.READY).changes.touched == ()
    assert office.ask(accounts.my_state) == (OperatorState.READY, None, since)
    with pytest.raises(FieldMissing):
        office.do(accounts.set_state, OperatorState.AWAY)
    office.do(accounts.set_state, OperatorState.AWAY, reason=AwayReason.MEAL)
    assert office.ask(accounts.my_state) == (OperatorState.AWAY, AwayReason.MEAL, clock.now())


def test_nobody_signed_in_sees_nobody(office: Office) -> None:
    office.sign_in(None)
    with pytest.raises(NotSignedIn):
        office.ask(accounts.people)


def test_a_person_keeps_a_language(office: Office) -> None:
    office.do(accounts.set_language, "en")
    assert {one.name: one.language for one in office.ask(accounts.people)}["wang"] == "en"
    assert office.ask(accounts.has_anyone)


def test_a_name_with_half_a_character_is_refused_in_words(office: Office) -> None:
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, "wang\ud800", "not the password")


def test_a_unit_is_one_of_the_directory(office: Office) -> None:
    sign_in(office, "admin")
    office.do(units.save_unit, "clinic", name="诊所")
    office.do(accounts.set_unit, "wang", "clinic")
    with pytest.raises(FieldInvalid):
        office.do(accounts.set_unit, "wang", "nowhere")
    assert office.ask(accounts.sign_in, "wang", PASSWORD).unit == "clinic"
    office.do(accounts.set_unit, "wang", None)
    assert office.ask(accounts.sign_in, "wang", PASSWORD).unit is None


def test_who_signs_in_under_a_name_is_known_before_the_password_unless_the_account_is_disabled(office: Office) -> None:
    sign_in(office, "admin")
    assert office.ask(accounts.awaited, " WANG ").name == "wang"
    office.do(accounts.disable, "wang")
    assert office.ask(accounts.awaited, "wang") is None
    assert office.ask(accounts.awaited, "nobody") is None


def test_what_a_person_speaks_is_said_by_who_manages_accounts(office: Office) -> None:
    sign_in(office, "wang")
    with pytest.raises(NotAllowed):
        office.do(accounts.set_speaks, "wang", ["en"])
    sign_in(office, "admin")
    office.do(accounts.set_speaks, "wang", ["EN Hakka", "hakka"])
    assert office.ask(accounts.sign_in, "wang", PASSWORD).speaks == ("en", "Hakka")
    office.do(accounts.set_roles, "wang", (Role.OPERATOR,))
    assert office.ask(accounts.sign_in, "wang", PASSWORD).speaks == ("en", "Hakka")
    with pytest.raises(FieldInvalid):
        office.do(accounts.set_speaks, "wang", ["x" * 31])
    office.do(accounts.set_speaks, "wang", [])
    assert office.ask(accounts.sign_in, "wang", PASSWORD).speaks == ()
