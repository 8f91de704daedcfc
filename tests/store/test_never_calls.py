"""Facts that bar numbers and persons, and those that lift them, as rows; what stands is the same however they came."""

import random
from datetime import date, timedelta

import pytest

from app.models.journal import Value
from app.services import callers, never_calls
from app.services.office import Office
from app.store import never_calls as stored
from app.store.rebuild import digest, rebuild
from app.store.sync_apply import take
from tests.desk import NOON, sign_in
from tests.store.test_sync_apply import _sealed

_DAY = date(2026, 3, 2)
_KEYS = tuple("abcd")


def test_nothing_that_is_not_known_is_barred(office: Office) -> None:
    rows = office.store.rows
    assert stored.stands_do_not_call(rows, None, None) is None
    assert (stored.standing_of(rows, []), stored.of_keys(rows, []), stored.by_id(rows, b"x" * 16)) == ({}, (), None)


def test_what_stands_is_listed_until_it_is_lifted(office: Office) -> None:
    sign_in(office, "li")
    office.do(callers.do_not_call, "138 0000 0003")
    rows = office.store.rows
    [said] = stored.latest(rows, 10)
    assert stored.standing_keys(rows) == said.keys
    assert stored.is_said(rows, said.first.id)
    assert list(stored.standing_of(rows, list(said.keys)).values()) == [said.id]
    office.do(never_calls.lift, said.id, requested_on=_DAY, kept="Folder 7")
    assert (stored.standing_keys(rows), stored.latest(rows, 10)) == (frozenset(), ())
    [lifted] = stored.of_keys(rows, said.keys)
    assert lifted.lift is not None
    assert (lifted.lift.requested_on, lifted.lift.request, lifted.lift.actor) == (_DAY, "Folder 7", "li")


def test_what_an_older_program_wrote_in_one_breath_is_found_together_and_lifted_together(office: Office) -> None:
    sign_in(office, "li")
    at = NOON.isoformat()
    with office.store.write("wang") as tx:
        facts = [tx.add("dnc", {"number_key": key, "at": at, "reason": "234"}) for key in _KEYS[:2]]
        tx.add("dnc", {"number_key": "c", "at": at, "reason": "asked in writing"})
    rows = office.store.rows
    [said] = stored.of_keys(rows, ["a"])
    assert {one.id for one in said.facts} == set(facts)
    office.do(never_calls.lift, said.id, requested_on=_DAY, kept="Folder 7")
    assert stored.standing_keys(rows) == {"c"}


def test_who_another_center_told_of_is_marked_as_told(office: Office) -> None:
    with office.store.write("li") as tx:
        tx.add("dnc", {"person_key": "a", "at": NOON.isoformat(), "reason": "South", "said": (b"s" * 16).hex()})
    [said] = stored.latest(office.store.rows, 10)
    assert (said.id, said.first.told, said.first.reason) == (b"s" * 16, True, "South")


def _drawn(chance: random.Random) -> list[tuple[str, bytes, dict[str, Value]]]:
    """Return facts: some bar a number, some of them in the same breath as another, some lift what was said."""
    facts: list[tuple[str, bytes, dict[str, Value]]] = []
    known: list[bytes] = []
    for number in range(10):
        row = bytes([number + 1]) * 16
        values: dict[str, Value] = {"at": (NOON + timedelta(minutes=number)).isoformat()}
        if known and chance.random() < 0.4:
            values |= {"lifts": chance.choice(known).hex(), "request": "Folder", "requested_on": "2026-03-02"}
        else:
            said = chance.choice(known) if known and chance.random() < 0.3 else row
            values |= {"number_key": chance.choice(_KEYS), "said": said.hex()}
            known.append(said)
        facts.append(("dnc", row, values))
    return facts


@pytest.mark.parametrize("seed", range(12))
def test_whatever_order_sayings_and_lifts_come_in_the_same_people_may_be_called(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    drawn = _drawn(chance)
    facts = [values for _, _, values in drawn]
    lifted = {one.get("lifts") for one in facts}
    expected = {str(one["number_key"]) for one in facts if "said" in one and one["said"] not in lifted}
    rows = _sealed(office, *drawn)
    chance.shuffle(rows)
    while rows:  # in parts, as a line that breaks would bring them
        part, rows = rows[:3], rows[3:]
        with office.store.write("") as tx:
            take(tx, part)
    found = office.store.rows
    assert stored.standing_keys(found) == expected
    assert {key for key in _KEYS if stored.stands_do_not_call(found, key, None)} == expected
    assert {key for one in stored.of_keys(found, _KEYS) if one.lift is None for key in one.keys} == expected
    before = digest(found)
    with office.store.write("") as tx:
        rebuild(tx)
    assert digest(office.store.rows) == before
