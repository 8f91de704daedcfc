"""What was said in one breath is one saying, lifted by what names it, in whatever order the facts are known."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.models.never_calls import Lift, NeverFact, sayings

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


def _fact(number: int, said: int | None = None, *, minutes: int = 0, reason: str = "") -> NeverFact:
    at = NOON + timedelta(minutes=minutes)
    return NeverFact(_id(number), _id(said) if said else None, f"n{number}", "", at, reason, "wang")


def _id(number: int) -> bytes:
    return bytes(15) + bytes([number])


def _lift(of: int, minutes: int = 60, actor: str = "li") -> Lift:
    return Lift(_id(of), NOON + timedelta(minutes=minutes), actor, date(2026, 3, 2), "letter 7")


def test_a_saying_has_all_its_facts_and_the_newest_stands_first() -> None:
    newest, oldest = sayings([_fact(1, 1), _fact(3, 3, minutes=5), _fact(2, 1)], [])
    assert (newest.id, newest.keys) == (_id(3), {"n3"})
    assert (oldest.id, oldest.keys, oldest.lifted_by) == (_id(1), {"n1", "n2"}, (_id(1),))


def test_a_lift_of_a_saying_takes_back_all_of_it_and_nothing_else() -> None:
    facts = [_fact(1, 1), _fact(2, 1), _fact(3, 3, minutes=5)]
    newest, oldest = sayings(facts, [_lift(1, 70, "chen"), _lift(1, 60)])
    assert newest.lift is None
    assert oldest.lift is not None
    assert (oldest.lift.actor, oldest.lift.request) == ("li", "letter 7")


def test_facts_of_an_older_program_are_one_saying_where_they_were_written_in_one_moment() -> None:
    facts = [_fact(1, reason="234"), _fact(2, reason="234"), _fact(3, reason="x"), _fact(4, minutes=1, reason="234")]
    found = sayings(facts, [_lift(1)])
    assert [{fact.id for fact in one.facts} for one in found] == [{_id(4)}, {_id(3)}, {_id(1), _id(2)}]
    assert found[2].lifted_by == (_id(1), _id(2))
    assert found[2].lift is None, "half of it still stands"
    assert sayings(facts, [_lift(1), _lift(2)])[2].lift is not None


def test_a_lift_of_one_fact_by_an_older_program_leaves_the_rest_standing() -> None:
    facts = [_fact(1, 1), _fact(2, 1)]
    assert sayings(facts, [_lift(2)])[0].lift is None
    assert sayings(facts, [_lift(2), _lift(1)])[0].lift is not None


@pytest.mark.parametrize("seed", range(50))
def test_every_order_tells_the_same(seed: int) -> None:
    chance = random.Random(seed)
    facts = [
        replace(
            _fact(number, chance.choice([None, 11, 12]), minutes=chance.randrange(3)), reason=chance.choice(["", "234"])
        )
        for number in range(1, 9)
    ]
    lifts = [_lift(chance.choice([*range(1, 9), 11, 12]), chance.randrange(60)) for _ in range(3)]
    said = sayings(facts, lifts)
    for _ in range(5):
        chance.shuffle(facts)
        chance.shuffle(lifts)
        assert sayings(facts, lifts) == said
