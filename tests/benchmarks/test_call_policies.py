"""The simulation reads its world from a file, plays all policies on the same draws, and breaks no rule."""

import json
from dataclasses import replace

import pytest

from benchmarks import call_policies
from benchmarks.call_worlds import Field, People, World, play

WORLD = {
    "name": "small", "cases": 400, "institutions": 4, "classes": ["a", "b"], "class_shares": [0.5, 0.5],
    "slots": [
        {"name": "noon", "days": "work", "capacity": 20, "time": "11:30"},
        {"name": "evening", "days": "work", "capacity": 20, "time": "18:00"},
        {"name": "holiday", "days": "rest", "capacity": 20, "time": "09:00"},
    ],
    "dead_share": 0.05, "complete_given_contact": 0.8, "days": 28, "max_attempts": 4, "min_gap_hours": 3,
    "slot_logit": [-1.5, -1.5, -1.5], "class_slot_logit": [[-1.5, 1.5, 0.0], [1.5, -1.5, 0.0]],
    "person_sd": 0.3, "person_slot_sd": 0.3,
}  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    path = tmp_path_factory.mktemp("worlds") / "small.json"
    path.write_text(json.dumps(WORLD))
    return World.read(path)


def test_a_world_is_read_and_shrunk_with_its_dials(world, tmp_path):
    assert (len(world.sessions), sum(one.capacity for one in world.sessions)) == (20 * 2 + 8, 960)
    path = tmp_path / "small.json"
    path.write_text(json.dumps(WORLD))
    assert sum(one.capacity for one in World.read(path, cases=100).sessions) == 240


def test_learning_wins_where_kinds_answer_at_other_times_and_breaks_no_rule(world):
    found = call_policies.compared(world, 2)
    gain, _ = call_policies.gain(found["ours"], found["round robin"])
    assert gain > 3
    assert sum(one.violations for one in found["ours"] + found["round robin"]) == 0
    assert call_policies.gain(found["oracle"], found["ours"])[0] > 0


def test_what_was_reached_is_told_in_dials_slots_and_groups(world):
    people = People(world, 5)
    robin, listed = (play(people, call_policies.MAKERS[name](people)) for name in ("round robin", "list order"))
    assert robin.per_hundred == pytest.approx(100 * robin.rate * world.cases / robin.dials)
    assert listed.spread < robin.spread
    assert 0 < robin.even < 1


def test_a_quota_tries_whom_it_began_in_each_part_of_the_day_for_two_days(world):
    people = People(world, 5)
    field, quota = Field(people), call_policies.CallQuota(people)
    noon, evening = world.sessions[0], world.sessions[1]
    field.dial(2, 0, noon, 0)
    quota.learn(field, 2, noon.slot, contact=False)
    assert call_policies.RoundRobin(people).choose(field, [0, 1, 2], evening, 3) == [0, 1, 2]
    assert quota.choose(field, [0, 1, 2], evening, 3) == [2, 0, 1]
    assert quota.choose(field, [0, 1, 2], world.sessions[2], 3) == [0, 1, 2]  # noon again
    assert quota.choose(field, [0, 1, 2], world.sessions[7], 3) == [0, 1, 2]  # an evening after its two days


def test_the_same_people_and_policy_give_the_same_outcome(world):
    first, second = (play(People(world, 5), call_policies.Ours(People(world, 5))) for _ in range(2))
    assert first == second


def test_the_report_says_whether_targets_are_met(world, capsys):
    found = call_policies.compared(world, 2, ("ours", "round robin", "list order"))
    assert call_policies.report(world, found)
    strict = replace(world, name="medium")
    assert not call_policies.report(strict, {**found, "ours": found["list order"]})
    assert "MISSED" in capsys.readouterr().out
