"""What an exam draws is decided by its seed, what it needs by its rule."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.models.drill_items import Difficulty, DrillKind, Item
from app.models.errors import FieldInvalid
from app.models.exams import (
    BankTooSmall,
    BlueprintLine,
    Exam,
    PassRule,
    check,
    draw,
    option_order,
    paper_order,
    passed,
    proposed_blueprint,
)
from tests.desk import NOON

BANK = [
    (bytes([number, 1]), Item(bytes([number]), DrillKind.MCQ, "s", ("k",), {"en": "?"}, topic=f"t{number % 3}/x"))
    for number in range(30)
]
LINES = (BlueprintLine("t0", 4), BlueprintLine("t1", 3, DrillKind.MCQ))
EXAM = Exam(b"e", "Weekly", LINES, 7, NOON, NOON + timedelta(hours=2), 30, PassRule(), ())


def test_the_seed_draws_the_same_form_and_a_second_form_avoids_the_first() -> None:
    first = draw(BANK, LINES, 7)
    assert first == draw(list(reversed(BANK)), LINES, 7)
    assert first != draw(BANK, LINES, 8)
    by_version = dict(BANK)
    assert [by_version[one].topic for one in first] == ["t0/x"] * 4 + ["t1/x"] * 3
    taken = frozenset(by_version[one].id for one in first)
    assert not taken & {by_version[one].id for one in draw(BANK, LINES, 8, taken)}


def test_a_bank_that_is_too_small_says_for_what() -> None:
    with pytest.raises(BankTooSmall) as refused:
        draw(BANK, (BlueprintLine("t0", 11),), 7)
    assert refused.value.facts == {"topic": "t0", "wanted": 11, "there": 10}


def test_every_person_has_an_order_of_their_own_that_stays() -> None:
    versions = [version for version, _ in BANK]
    mine = paper_order(versions, 7, b"a")
    assert mine == paper_order(list(reversed(versions)), 7, b"a")
    assert mine != paper_order(versions, 7, b"b")
    assert sorted(option_order(4, 7, b"a", versions[0])) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"minutes": 0}, "minutes"),
        ({"closes_at": NOON}, "closes_at"),
        ({"rule": PassRule(1.2)}, "share"),
        ({"people": {b"a": 0.5}}, "factor"),
        ({"blueprint": ()}, "blueprint"),
    ],
)
def test_what_cannot_be_set_is_named(changes: dict[str, object], field: str) -> None:
    check(EXAM)
    with pytest.raises(FieldInvalid) as refused:
        check(replace(EXAM, **changes))  # type: ignore[arg-type]
    assert refused.value.facts["field"] == field


def test_extra_time_and_judges_are_kept_with_the_exam() -> None:
    assert replace(EXAM, people={b"a": 1.5}).limit(b"a") == timedelta(minutes=45)
    assert EXAM.limit(b"b") == timedelta(minutes=30)
    assert PassRule(judges={"li": 0.7, "chen": 0.6}).cut() == pytest.approx(0.65)


def test_passing_needs_the_share_and_no_critical_point_wrong() -> None:
    assert passed(PassRule(), 0.8, 0)
    assert not passed(PassRule(), 0.79, 0)
    assert not passed(PassRule(), 1.0, 1)
    assert passed(PassRule(no_critical=False), 0.8, 3)


def test_a_blueprint_follows_demand_weak_topics_and_changes() -> None:
    lines = proposed_blueprint({"a": 3.0, "b": 1.0}, {"b": 1.0}, {"c": 2.0}, 20)
    assert {one.topic: one.count for one in lines} == {"a": 8, "b": 8, "c": 4}
    assert sum(one.count for one in proposed_blueprint({"a": 1.0}, {"b": 1.0, "c": 1.0}, {}, 10)) == 10
    assert proposed_blueprint({}, {}, {}, 10) == ()


def test_a_line_of_a_blueprint_draws_its_difficulty_alone() -> None:
    shares = {"e": 0.8, "m": 0.79, "n": 0.65, "h": 0.64}
    bank = [
        (name.encode(), Item(name.encode(), DrillKind.MCQ, "s", ("k",), {"en": name}, topic="a/b", difficulty=share))
        for name, share in shares.items()
    ]
    for level, names in ((Difficulty.EASY, "e"), (Difficulty.MEDIUM, "mn"), (Difficulty.HARD, "h")):
        line = BlueprintLine("a", len(names), difficulty=level)
        assert sorted(draw(bank, [line], 7)) == [name.encode() for name in names]
