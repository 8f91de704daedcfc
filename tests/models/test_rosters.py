"""A roster divides calls: each has one owner for everybody, and who leaves moves only calls of their own."""

from collections import Counter

from app.models.ids import derived_id
from app.models.rosters import roster_of

_PEOPLE = [derived_id("person", str(n)) for n in range(10)]
_CALLS = [derived_id("call", str(n)) for n in range(2000)]


def test_calls_are_divided_evenly_and_in_whatever_order_people_are_told() -> None:
    roster = roster_of("2026-03-02", _PEOPLE)
    again = roster_of("2026-03-02", [*reversed(_PEOPLE), _PEOPLE[3]])
    owners = [roster.owner(call) for call in _CALLS]
    assert owners == [again.owner(call) for call in _CALLS]
    assert all(140 < number < 260 for number in Counter(owners).values())
    assert set(owners) == set(_PEOPLE)


def test_who_leaves_moves_only_calls_of_their_own() -> None:
    before, after = roster_of("1", _PEOPLE), roster_of("2", _PEOPLE[1:])
    moved = [call for call in _CALLS if before.owner(call) != after.owner(call)]
    assert moved
    assert {before.owner(call) for call in moved} == {_PEOPLE[0]}


def test_who_promised_a_call_makes_it_unless_off_the_roster() -> None:
    roster, call = roster_of("1", _PEOPLE[:2]), _CALLS[0]
    assert [roster.owner(call, one) for one in _PEOPLE[:2]] == _PEOPLE[:2]
    assert roster.owner(call, _PEOPLE[5]) == roster.owner(call)
    assert roster_of("1", ()).owner(call) is None
