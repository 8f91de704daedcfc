"""Who guesses passwords waits longer each time, over a restart too, and never for good."""

from datetime import timedelta

import pytest

from app.models.errors import SignInRefused, SignInTooSoon
from app.services import accounts, sign_ins
from app.services.office import Office
from app.store.store import Store
from tests.desk import KEY, PASSWORD
from tests.fakes import FakeClock


def _guess(office: Office, times: int, name: str = "wang") -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            office.ask(accounts.sign_in, name, "wrong")


def test_waits_grow_and_end(office: Office) -> None:
    waits = [sign_ins.wait_after(failures).total_seconds() for failures in range(40)]
    assert waits[:5] == [0, 0, 0, 5, 10]
    assert waits == sorted(waits)
    assert waits[-1] == sign_ins.LONGEST_WAIT_S


@pytest.mark.parametrize("name", ["wang", "nobody"])
def test_three_wrong_passwords_make_an_account_wait(office: Office, clock: FakeClock, name: str) -> None:
    _guess(office, 3, name)
    with pytest.raises(SignInTooSoon) as refused:
        office.ask(accounts.sign_in, name, PASSWORD)
    assert refused.value.facts["seconds"] == 5
    clock.advance(timedelta(seconds=5))
    _guess(office, 1, name)
    with pytest.raises(SignInTooSoon) as refused:
        office.ask(accounts.sign_in, name, PASSWORD)
    assert refused.value.facts["seconds"] == 10


def test_the_right_password_ends_the_counting_and_others_do_not_wait(office: Office, clock: FakeClock) -> None:
    _guess(office, 3)
    assert office.ask(accounts.sign_in, "li", PASSWORD).name == "li"
    clock.advance(timedelta(seconds=5))
    assert office.ask(accounts.sign_in, "wang", PASSWORD).name == "wang"
    _guess(office, 2)
    assert office.ask(accounts.sign_in, "wang", PASSWORD).name == "wang"


def test_a_restart_does_not_end_the_wait(office: Office, clock: FakeClock) -> None:
    _guess(office, 3)
    path = office.store.path
    office.store.close()
    again = Office(Store.open(path, KEY, clock.now), clock)
    with pytest.raises(SignInTooSoon):
        again.ask(accounts.sign_in, "wang", PASSWORD)
    again.store.close()


def test_a_clock_that_was_set_back_shuts_nobody_out(office: Office, clock: FakeClock) -> None:
    _guess(office, 3)
    clock.set(clock.now() - timedelta(days=400))
    assert office.ask(accounts.sign_in, "wang", PASSWORD).name == "wang"
