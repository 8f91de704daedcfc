"""Accounts come back as people."""

from app.models.accounts import Role
from app.services.office import Office
from app.store import accounts


def test_a_person_is_found_by_name_and_by_id(office: Office) -> None:
    found = accounts.by_name(office.store.rows, "li")
    assert found is not None
    person, kept = found
    assert person.roles == (Role.SUPERVISOR,)
    assert kept.startswith("$argon2id$")
    assert accounts.by_id(office.store.rows, person.id) == person
    assert accounts.password_of(office.store.rows, person.id) == kept
    assert accounts.by_name(office.store.rows, "nobody") is None
    assert accounts.by_id(office.store.rows, b"\0" * 16) is None
    assert [one.name for one in accounts.everyone(office.store.rows)] == ["admin", "chen", "li", "wang"]


def test_the_last_state_is_the_one_that_counts(office: Office) -> None:
    person = b"p" * 16
    assert accounts.last_state(office.store.rows, person) is None
    with office.store.write("wang") as tx:
        for at, state in (("2026-03-02T01", "ready"), ("2026-03-02T02", "away")):
            tx.add("operator_state", {"person": person.hex(), "state": state, "at": at})
    assert accounts.last_state(office.store.rows, person) == ("away", None, "2026-03-02T02")


def test_words_on_an_account_that_was_made_elsewhere_make_no_account(office: Office) -> None:
    """A copied disk closes in one center what it made for another."""
    with office.store.write("") as tx:
        row = tx.put("person", b"n" * 16, {"roles": [], "newcomer": ["closed"]})
    assert [one.name for one in accounts.everyone(office.store.rows)] == ["admin", "chen", "li", "wang"]
    assert accounts.of_newcomers(office.store.rows) == [row]
