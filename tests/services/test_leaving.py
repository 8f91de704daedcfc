"""Who leaves: now or after a last day; open work goes to a colleague, and what was written stays."""

from datetime import date, timedelta

import pytest

from app.models.accounts import Role
from app.models.errors import FieldInvalid, NotAllowed, SignInRefused
from app.services import accounts, leaving
from app.services.office import Office
from tests.desk import PASSWORD, sign_in
from tests.fakes import FakeClock

#: The desk's clock stands at noon of 2 March in Shanghai; this day is over there at 16:00 UTC.
LAST = date(2026, 3, 4)


@pytest.fixture
def mine(office: Office) -> tuple[bytes, bytes, bytes]:
    """An open inquiry, a closed one, and a call, all of wang."""
    wang = office.by
    assert wang is not None
    with office.store.write("wang") as tx:
        opened = tx.add("inquiry", {"number": "1", "owner": wang.id.hex(), "state": "new"})
        done = tx.add("inquiry", {"number": "2", "owner": wang.id.hex(), "state": "closed", "closed_at": "2026"})
        call = tx.add("callback", {"reason": "promised", "owner": wang.id.hex(), "due_at": "2026"})
    sign_in(office, "admin")
    return opened, done, call


def _owners(office: Office, mine: tuple[bytes, bytes, bytes]) -> list[str]:
    sql = "SELECT (SELECT name FROM person p WHERE p.id = t.owner) FROM {} t WHERE t.id=?"
    tables = ("inquiry", "inquiry", "callback")
    found = (office.store.rows.one(sql.format(table), row) for table, row in zip(tables, mine, strict=True))
    return [str(one[0]) for one in found if one]


def test_who_leaves_hands_open_work_over_and_nothing_is_deleted(
    office: Office, mine: tuple[bytes, bytes, bytes]
) -> None:
    with pytest.raises(FieldInvalid):
        office.do(leaving.leave, "wang", to="chen")
    left = office.do(leaving.leave, "wang", to="li", reason="moved away").value
    assert (left.inquiries, left.callbacks) == (1, 1)
    assert _owners(office, mine) == ["li", "wang", "li"]
    assert office.store.rows.one("SELECT handed_for FROM inquiry WHERE id=?", mine[0]) == ("moved away",)
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, "wang", PASSWORD)


def test_on_the_last_day_everything_is_as_before_and_after_it_nobody_signs_in(
    office: Office, clock: FakeClock, mine: tuple[bytes, bytes, bytes]
) -> None:
    closes_at = office.do(leaving.plan, "wang", LAST, to="li", reason="moves away").value
    assert closes_at.isoformat() == "2026-03-04T16:00:00+00:00"
    clock.set(closes_at - timedelta(seconds=1))
    assert office.ask(accounts.sign_in, "wang", PASSWORD).name == "wang"
    assert not office.ask(leaving.is_due)
    clock.set(closes_at)
    with pytest.raises(SignInRefused):
        office.ask(accounts.sign_in, "wang", PASSWORD)
    assert office.ask(accounts.awaited, "wang") is None
    assert _owners(office, mine) == ["wang", "wang", "wang"]


def test_whoever_runs_first_after_the_last_day_closes_the_account_in_nobodys_name(
    office: Office, clock: FakeClock, mine: tuple[bytes, bytes, bytes]
) -> None:
    closes_at = office.do(leaving.plan, "wang", LAST, to="li", reason="moves away").value
    clock.set(closes_at + timedelta(hours=9))
    sign_in(office, "chen")
    assert office.ask(leaving.is_due)
    assert [one.name for one in office.do(leaving.let_go).value] == ["wang"]
    assert _owners(office, mine) == ["li", "wang", "li"]
    rows = office.store.rows
    assert rows.one("SELECT disabled_at FROM person WHERE name='wang'") == (closes_at.isoformat(),)
    assert rows.one("SELECT actor FROM journal WHERE row_id=? ORDER BY id DESC LIMIT 1", mine[0]) == ("",)
    assert not office.ask(leaving.is_due)


def test_who_still_sits_here_after_the_last_day_finishes_first(office: Office, clock: FakeClock) -> None:
    sign_in(office, "admin")
    clock.set(office.do(leaving.plan, "wang", LAST).value)
    sign_in(office, "wang")
    assert office.do(leaving.let_go).value == []
    office.sign_in(None)
    assert [one.name for one in office.do(leaving.let_go).value] == ["wang"]


def test_a_colleague_who_left_before_gets_nothing(
    office: Office, clock: FakeClock, mine: tuple[bytes, bytes, bytes]
) -> None:
    clock.set(office.do(leaving.plan, "wang", LAST, to="li").value)
    office.do(leaving.leave, "li")
    office.do(leaving.let_go)
    assert _owners(office, mine) == ["None", "wang", "None"]


def test_a_last_day_can_be_moved_and_taken_back(office: Office, clock: FakeClock) -> None:
    sign_in(office, "admin")
    office.do(leaving.plan, "wang", LAST)
    office.do(leaving.plan, "wang", LAST + timedelta(days=30))
    wang = next(one for one in office.ask(accounts.people) if one.name == "wang")
    assert office.ask(leaving.last_day_of, wang) == date(2026, 4, 3)
    office.do(accounts.enable, "wang")
    clock.advance(timedelta(days=60))
    assert office.ask(accounts.sign_in, "wang", PASSWORD).leaves_at is None


def test_a_day_that_is_over_the_last_administrator_and_operators_are_refused(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(leaving.plan, "li", LAST)
    sign_in(office, "admin")
    for name, day in (("wang", date(2026, 3, 1)), ("admin", LAST)):
        with pytest.raises(FieldInvalid):
            office.do(leaving.plan, name, day)
    office.do(accounts.create, "second", "Second", PASSWORD, (Role.ADMINISTRATOR,))
    office.do(leaving.plan, "admin", LAST)
    with pytest.raises(FieldInvalid):
        office.do(leaving.plan, "second", LAST)


def test_work_that_comes_later_goes_to_who_took_over_and_to_who_took_over_from_them(
    office: Office, clock: FakeClock, mine: tuple[bytes, bytes, bytes]
) -> None:
    office.do(accounts.create, "sun", "Sun", PASSWORD, (Role.OPERATOR,))
    office.do(leaving.leave, "wang", to="li", reason="moved away")
    assert not office.ask(leaving.is_due)
    late = _late(office)
    assert office.ask(leaving.is_due)
    (went,) = office.do(leaving.let_go).value
    assert (went.display, went.heir, went.left, went.late) == ("Wang", "Li", leaving.Left(1, 1), True)
    assert _owners(office, late) == ["li", "li", "li"]
    assert not office.ask(leaving.is_due)
    clock.advance(timedelta(days=30))
    office.do(leaving.leave, "li", to="sun")
    later = _late(office)
    office.do(leaving.let_go)
    assert _owners(office, later) == ["sun", "sun", "sun"]


def test_work_that_comes_later_waits_for_anybody_where_nobody_was_named(office: Office) -> None:
    sign_in(office, "admin")
    office.do(leaving.leave, "wang")
    late = _late(office)
    (went,) = office.do(leaving.let_go).value
    assert (went.heir, went.late) == ("", True)
    assert _owners(office, late) == ["None", "None", "None"]


def test_work_of_an_account_that_is_only_closed_for_a_while_stays(office: Office) -> None:
    sign_in(office, "admin")
    office.do(accounts.disable, "wang")
    _late(office)
    assert not office.ask(leaving.is_due)


def _late(office: Office) -> tuple[bytes, bytes, bytes]:
    """Let an inquiry and a call of wang come, as from a station that did not know that he had left."""
    wang = next(one.id.hex() for one in office.ask(accounts.people) if one.name == "wang")
    with office.store.write("wang") as tx:
        opened = tx.add("inquiry", {"number": "3", "owner": wang, "state": "new"})
        call = tx.add("callback", {"reason": "promised", "owner": wang, "due_at": "2026"})
    return opened, opened, call
