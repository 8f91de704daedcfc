"""Vectors T17, T18 (draws) and T21, and what a draw promises."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.sampling import (
    Allocation,
    Encounter,
    Pool,
    allocate,
    contact_groups,
    draws_needed,
    fingerprint,
    in_order,
    largest_remainder,
    permanent_number,
    quotas,
)

LOHR = (1054, 220, 1382, 422)
SPREADS = tuple(one**0.5 for one in (29618183543.29, 7647472708.16, 53587487856.19, 396185950266.26))
SEED = b"2025Q3|inpatient-callback|v1"
TWELVE = [f"P{number:04}" for number in range(1, 13)]
ORDER = ["P0006", "P0010", "P0008", "P0012", "P0007", "P0011", "P0003", "P0009", "P0002", "P0005", "P0001", "P0004"]


def frame(count, strata=3):
    return [Encounter(f"e{n}", f"p{n}", (f"t{n}",), f"s{n % strata}") for n in range(count)]


def test_t17_proportional_allocation_is_that_of_the_textbook():
    assert quotas(LOHR, 300) == pytest.approx([102.729, 21.4425, 134.698, 41.1306], abs=5e-4)
    assert allocate(LOHR, 300, Allocation.PROPORTIONAL) == [103, 21, 135, 41]


def test_t17_neyman_takes_more_where_answers_differ_more():
    assert quotas(LOHR, 300, SPREADS) == pytest.approx([69.219, 7.342, 122.080, 101.360], abs=5e-4)
    assert allocate(LOHR, 300, Allocation.NEYMAN, spreads=SPREADS) == [69, 7, 122, 102]
    with pytest.raises(ValueError, match="spread"):
        allocate(LOHR, 300, Allocation.NEYMAN)


def test_every_stratum_has_its_minimum_and_never_more_than_there_are():
    assert allocate((1000, 30, 4), 100, Allocation.PROPORTIONAL, minimum=10) == [97, 10, 4]
    assert allocate((1000, 30, 4), 60, Allocation.EQUAL) == [20, 20, 4]
    assert allocate((1000, 30, 4), 25, Allocation.FIXED) == [25, 25, 4]
    assert allocate((), 25, Allocation.EQUAL) == []


@pytest.mark.parametrize(("completes", "draws"), [(291, 688), (565, 1336)])
def test_t18_more_are_drawn_than_are_to_answer(completes, draws):
    assert draws_needed(completes, 0.45, 0.06) == draws


def test_nobody_answers_and_no_number_would_do():
    with pytest.raises(ValueError, match=r"."):
        draws_needed(10, 0.0)
    assert draws_needed(300, 0.5) == 600


def test_t21_persons_keep_their_random_numbers():
    assert in_order(SEED, TWELVE) == ORDER
    heads = {"P0006": "14196a5184ffa3bd", "P0010": "2e81bbe6cca34882", "P0008": "354bbdc7861da63a"}
    assert {one: permanent_number(SEED, one).hex()[:16] for one in heads} == heads
    assert permanent_number(SEED, "P0012").hex()[:16] == "55d090b1a16d2396"


def test_t21_a_draw_takes_the_first_and_a_top_up_the_next():
    rows = [Encounter(one, one, (), "all") for one in TWELVE]
    four, six = (Pool(rows, SEED).draw({"all": count}) for count in (4, 6))
    assert [one.id for one in four.drawn] == ORDER[:4]
    assert [one.id for one in six.drawn] == ORDER[:6]


def test_another_start_asks_others_first():
    turned = in_order(SEED, TWELVE, start=0.3)
    assert turned == ORDER[4:] + ORDER[:4] or turned[-3:] == ORDER[:3]
    assert sorted(turned) == TWELVE


def test_persons_and_phones_join_encounters_through_any_number_of_steps():
    rows = [
        Encounter("a", "anna", ("1",), "s"),
        Encounter("b", "bert", ("2",), "s"),
        Encounter("c", "anna", ("3",), "s"),
        Encounter("d", "dora", ("4", "2"), "s"),
        Encounter("e", "emil", ("3", "4"), "s"),
        Encounter("f", "fred", (), "s"),
    ]
    assert contact_groups(rows) == [0, 0, 0, 0, 0, 5]


def test_a_person_and_a_phone_with_the_same_key_are_not_one():
    assert contact_groups([Encounter("a", "1", (), "s"), Encounter("b", "2", ("1",), "s")]) == [0, 1]


def test_a_draw_does_not_depend_on_the_order_of_the_rows():
    rows = [Encounter(f"e{n}", f"p{n % 150}", (f"t{n % 90}",), f"s{n % 4}") for n in range(200)]
    mixed = list(rows)
    Random(1).shuffle(mixed)
    wanted = {f"s{n}": 9 for n in range(4)}
    found = [
        {(one.id, one.place, one.replicate) for one in Pool(each, b"x").draw(wanted).drawn} for each in (rows, mixed)
    ]
    assert found[0] == found[1]


def test_a_stratum_smaller_than_what_is_wanted_is_drawn_whole():
    found = Pool(frame(9), b"x").draw({"s0": 2, "s1": 5, "s2": 0})
    assert [(one.name, one.size, one.drawn, one.is_census) for one in found.strata] == [
        ("s0", 3, 2, False),
        ("s1", 3, 3, True),
        ("s2", 3, 0, False),
    ]
    assert found.censuses == ("s1",)
    assert [one.weight for one in found.strata] == [1.5, 1, 0]


def test_the_sizes_count_persons_and_not_encounters():
    rows = [*frame(6), Encounter("again", "p0", (), "s1")]
    assert sum(Pool(rows, b"x").sizes().values()) == 6
    assert Pool(rows, b"x").draw({"s0": 9, "s1": 9, "s2": 9}).gave_way == 1


def test_replicates_are_tenths_that_hold_every_stratum():
    found = Pool(frame(300), b"x").draw({"s0": 100, "s1": 40, "s2": 3})
    of = {name: [one.replicate for one in found.drawn if one.stratum == name] for name in ("s0", "s1", "s2")}
    assert [of["s0"].count(number) for number in range(1, 11)] == [10] * 10
    assert [of["s1"].count(number) for number in range(1, 11)] == [4] * 10
    assert of["s2"] == [1, 2, 3]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=2), st.integers(0, 2)), max_size=40),
    st.integers(0, 8),
)
def test_no_person_and_no_phone_is_ever_drawn_twice(rows, wanted):
    encounters = [
        Encounter(f"e{place}", f"p{person}", tuple(f"t{one}" for one in phones), f"s{stratum}")
        for place, (person, phones, stratum) in enumerate(rows)
    ]
    by_id = {one.id: one for one in encounters}
    found = [by_id[one.id] for one in Pool(encounters, b"x").draw({f"s{n}": wanted for n in range(3)}).drawn]
    persons = [one.person for one in found]
    phones = [phone for one in found for phone in set(one.phones)]
    assert len(persons) == len(set(persons))
    assert len(phones) == len(set(phones))


def test_a_fingerprint_tells_apart_what_joins_to_the_same_text():
    assert fingerprint([b"ab", b"c"]) != fingerprint([b"a", b"bc"])
    assert fingerprint([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_what_is_left_goes_to_the_largest_remainders():
    assert largest_remainder([1.5, 1.5, 2.0]) == [2, 1, 2]
    assert largest_remainder([3.0, 4.0]) == [3, 4]
