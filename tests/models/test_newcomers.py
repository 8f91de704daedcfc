"""Whose word a record of an account is, by marks."""

from itertools import count, permutations

import pytest

from app.models.ids import derived_id
from app.models.journal import Record, Value
from app.models.newcomers import (
    Mark,
    Told,
    is_made,
    last_manager,
    manages,
    mark_of,
    marked,
    may_manage,
    of_center,
    of_nobody,
    oldest,
    quarreled,
    stands,
)

_PLACES = count(1)
_MANAGING: dict[str, Value] = {"roles": ["administrator"]}


def _told(who: str, actor: str, values: dict[str, Value], *seen: Told) -> Told:
    """A record of somebody's account whose writer knew these."""
    place = next(_PLACES)
    base = {name: tuple(one.record.uid for one in seen if name in one.record.values) for name in values}
    record = Record(place.to_bytes(16), place, values, {name: uids for name, uids in base.items() if uids})
    return Told(derived_id("person", who), actor, record)


def _uids(*told: Told) -> list[bytes]:
    return [one.record.uid for one in told]


def test_a_record_is_a_mark_by_its_field_and_a_word_of_a_later_program_is_none() -> None:
    assert mark_of(_told("wang", "", marked(Mark.AGAIN))) is Mark.AGAIN
    others: list[dict[str, Value]] = [{"roles": []}, {"newcomer": ["of a later program"]}, {"newcomer": "closed"}]
    for other in (*others, {"newcomer": []}, {"newcomer": [["closed"]]}, {"newcomer": 5}):
        assert mark_of(_told("wang", "", dict(other))) is None


def test_a_mark_leaves_out_itself_and_what_it_names_and_nothing_else() -> None:
    own = _told("admin", "", {"name": "admin", "password": "theirs"})
    before = _told("admin", "chief", {"name": "admin", "password": "ours"})
    mark = _told("admin", "", {"password": None, **marked(Mark.CLOSED, _uids(own))}, own)
    after = _told("admin", "chief", {"display": "Admin"})
    again = _told("admin", "", {"password": "ours", **marked(Mark.AGAIN)}, mark, before)
    for order in permutations((own, before, mark, after, again)):
        assert sorted(one.record.uid for one in of_center(order)) == _uids(before, after)


def test_who_knew_a_record_that_is_left_out_knew_what_that_had_followed() -> None:
    """A password that was changed after a newcomer's mark follows the former one and does not contradict it."""
    made = _told("admin", "chief", {"name": "admin", "password": "first"})
    mark = _told("admin", "", {"password": "first", **marked(Mark.TAKEN_OVER)}, made)
    again = _told("admin", "", {"password": "first", **marked(Mark.AGAIN)}, mark)
    changed = _told("admin", "admin", {"password": "second"}, again)
    left = of_center([made, mark, again, changed])
    assert left[-1].record.base == {"password": (made.record.uid,)}
    assert stands([made, mark, again, changed], left) == ({"name": "admin", "password": "second"}, {})


def test_a_mark_that_names_what_is_no_record_names_nothing() -> None:
    made = _told("admin", "chief", {"name": "admin"})
    for odd in (["closed", "not hex"], ["closed", 5], ["closed", None, made.record.uid.hex()[:-1]]):
        assert of_center([made, _told("admin", "", {"newcomer": list[Value](odd)})]) == [made]


def test_what_is_about_to_be_marked_is_left_out_already() -> None:
    own = _told("admin", "", {"name": "admin"})
    assert of_center([own], _uids(own)) == []


def test_an_account_is_made_by_a_name_or_by_anybodys_word() -> None:
    assert is_made([_told("wang", "", {"name": "wang"})])
    assert is_made([_told("wang", "chief", {"disabled_at": None})])
    assert not is_made([_told("wang", "", {"roles": []})])
    assert not is_made([])


def test_what_an_account_lost_to_a_mark_of_somebody_who_did_not_know_it_is_said_again() -> None:
    made = _told("admin", "chief", {"name": "admin", "password": "ours", "roles": ["operator"]})
    own = _told("admin", "", {"name": "admin", "password": "theirs", "language": "en", "roles": ["operator"]})
    gone: dict[str, Value] = {"password": None, "roles": [], "disabled_at": "2026-03-02"}
    every = [made, own, _told("admin", "", {**gone, **marked(Mark.CLOSED, _uids(own))}, own)]
    found = stands(every, of_center(every))
    assert found.values["password"] == "ours"
    assert found.again == {"password": "ours", "roles": ["operator"], "disabled_at": None, "language": None}
    every.append(_told("admin", "", {**found.again, **marked(Mark.AGAIN)}, *every))
    assert stands(every, of_center(every)).again == {}, "and only once"


def test_what_the_centers_people_say_differently_is_left_to_them() -> None:
    made = _told("wang", "chief", {"name": "wang", "roles": ["operator"]})
    here, there = (_told("wang", "chief", {"roles": [role]}, made) for role in ("trainer", "supervisor"))
    own = _told("wang", "", {"name": "wang"})
    every = [made, here, there, own, _told("wang", "", marked(Mark.TAKEN_OVER, _uids(own)), own)]
    assert stands(every, of_center(every)).again == {}


def test_whom_the_center_only_opened_again_keeps_the_name_that_they_had() -> None:
    own = _told("owner", "", {"name": "owner", "display": "Owner", "password": "theirs"})
    mark = _told("owner", "", {"password": None, **marked(Mark.CLOSED, _uids(own))}, own)
    opened = _told("owner", "chief", {"password": "ours"}, mark)
    twin = _told("owner", "", {"name": "owner", "display": "Also", "password": "other"})
    other = _told("owner", "", {"password": None, **marked(Mark.CLOSED, _uids(twin))}, twin)
    every = [own, mark, opened, twin, other]
    assert stands(every, of_center(every)).again == {"password": "ours", "display": "Also"}


def test_of_an_account_of_nobody_only_what_newcomers_contradict_each_other_in_is_said_again() -> None:
    first, second = (_told("owner", "", {"name": "owner", "display": who}) for who in ("One", "Two"))
    marks = [_told("owner", "", {"roles": [], **marked(Mark.CLOSED, _uids(one))}, one) for one in (first, second)]
    every = [first, second, *marks]
    assert quarreled(every, of_center(every)) == {"display": "Two"}
    older = _told("owner", "", {"display": "Three"})  # of a computer with an older program, which marks nothing
    assert quarreled([*every, older], of_center([*every, older])) == {}


def test_an_account_is_of_nobody_until_somebody_of_the_center_says_something_of_it() -> None:
    admin, owner, wang = (derived_id("person", who) for who in ("admin", "owner", "wang"))
    doubted = (admin, owner, wang)
    by_itself = {admin: [_told("admin", "", {"name": "admin"})], wang: [_told("wang", "admin", {"name": "wang"})]}
    assert of_nobody(by_itself, doubted) == set(doubted)
    by_itself[admin].append(_told("admin", "chief", {"roles": ["operator"]}))
    assert of_nobody(by_itself, doubted) == {owner}, "whom a vouched one made is vouched, too"


@pytest.mark.parametrize(
    ("values", "may"),
    [
        (_MANAGING, True),
        ({"roles": ["operator"]}, False),
        ({**_MANAGING, "disabled_at": "2026-03-02"}, False),
        ({**_MANAGING, "leaves_at": "2026-03-02"}, False),
        ({}, False),
    ],
)
def test_who_is_open_without_a_last_day_and_administrator_manages(values: dict[str, Value], may: bool) -> None:
    assert manages(values) is may
    assert may_manage([_told("wang", "chief", values)]) is may


def test_roles_that_cannot_be_read_may_manage() -> None:
    assert may_manage([_told("wang", "chief", {"roles": {"of a later": "program"}})])


def _closed_each_other() -> list[Told]:
    chief, boss = (_told(who, "", {"name": who, **_MANAGING}) for who in ("chief", "boss"))
    closed = _told("boss", "chief", {"disabled_at": "2026-03-02"}, boss)
    return [chief, boss, closed, _told("chief", "boss", {"roles": ["operator"]}, chief)]


def test_of_two_who_close_each_other_the_later_closed_one_managed_last_in_whatever_order_it_came() -> None:
    for order in permutations(_closed_each_other()):
        last = last_manager(order)
        assert last is not None
        assert last.person == derived_id("person", "chief")
        assert last.seat == {"roles": ["administrator"], "disabled_at": None, "leaves_at": None}


def test_nobody_managed_last_where_somebody_ended_it_of_whom_nothing_came() -> None:
    told = _closed_each_other()
    assert last_manager([one for one in told if one.person != derived_id("person", "boss")]) is None


def test_a_strangers_words_do_not_count_and_those_of_one_whom_the_center_opened_do() -> None:
    told = _closed_each_other()
    own = _told("owner", "", {"name": "owner", **_MANAGING})
    mark = _told("owner", "", {"roles": [], "disabled_at": "x", **marked(Mark.CLOSED, _uids(own))}, own)
    last = last_manager(of_center([*told, own, mark]))
    assert last is not None
    assert last.person == derived_id("person", "chief")
    opened = _told("owner", "chief", {**_MANAGING, "disabled_at": None}, mark)
    closed = _told("owner", "chief", {"disabled_at": "2026-03-03"}, opened)
    last = last_manager(of_center([*told, own, mark, opened, closed]))
    assert last is not None
    assert last.person == derived_id("person", "owner")


def test_of_an_account_that_the_center_only_opened_nothing_else_is_a_newcomers() -> None:
    own = _told("owner", "", {"name": "owner", "roles": ["administrator"], "password": "theirs", "leaves_at": "x"})
    mark = _told("owner", "", {"roles": [], "password": None, **marked(Mark.CLOSED, _uids(own))}, own)
    opened = _told("owner", "chief", {"disabled_at": None}, mark)
    twin = _told("owner", "", {"name": "owner", "roles": ["administrator"], "password": "other", "leaves_at": "y"})
    left = of_center([own, mark, opened, twin], _uids(twin))
    found = stands([own, mark, opened, twin], left)
    assert found.again == {"roles": [], "password": None, "leaves_at": None}
    quarrel = _told("owner", "", {"unit": "of a newcomer", **marked(Mark.CLOSED, _uids(twin))}, twin)
    every = [own, mark, opened, twin, quarrel]
    assert stands(every, of_center(every)).again["unit"] is None


def test_the_oldest_word_stands_as_who_knew_it_changed_it_since() -> None:
    first, second = (_told("admin", "", {"password": who}) for who in ("first", "second"))
    changed = _told("admin", "admin", {"password": "changed"}, first)
    assert oldest([second, changed, first], "password", _uids(second, changed)) == "changed"
    assert oldest([second, first], "password", _uids(first, second)) == "first"
    merged = _told("admin", "chief", {"password": "merged"}, changed, second)
    other = _told("admin", "boss", {"password": "other"}, second)
    assert oldest([first, second, changed, merged, other], "password", _uids(merged, other)) == "merged"
