"""One dial in five is the control, and no institution is starved."""

from collections import Counter

from app.models.call_turns import Arm, arm_of, best_first, places


def test_one_block_of_five_in_every_round_is_the_control_on_every_station():
    for station in ("a", "b", "c"):
        arms = [arm_of(station, dial) for dial in range(1, 2501)]
        assert arms.count(Arm.CONTROL) == 500
        for start in range(0, 2500, 25):
            blocks = [arms[start + at : start + at + 5] for at in range(0, 25, 5)]
            assert sum(block == [Arm.CONTROL] * 5 for block in blocks) == 1
            assert sum(block == [Arm.LEARNED] * 5 for block in blocks) == 4


def test_which_block_is_the_control_differs_and_never_changes():
    firsts = [next(at for at in range(25) if arm_of("a", 25 * round_ + at + 1) is Arm.CONTROL) for round_ in range(40)]
    assert set(firsts) == {0, 5, 10, 15, 20}
    assert [arm_of("a", dial) for dial in range(1, 50)] == [arm_of("a", dial) for dial in range(1, 50)]
    assert arm_of("a", 0) == arm_of("a", 1)


def test_each_institution_gets_its_share_of_the_hour():
    waiting, worked = {"H1": 300, "H2": 100, "H3": 1}, Counter()
    for _ in range(401):
        worked[places(waiting, worked)[0]] += 1
    assert worked == {"H1": 300, "H2": 100, "H3": 1}
    assert places({}, {}) == []
    assert places({"H1": 0}, {}) == []


def test_equal_chances_go_by_attempts_then_by_who_waits_longest():
    known = [(0.4, 1, "b", b"1"), (0.4000000001, 0, "z", b"2"), (0.4, 0, "a", b"3"), (0.9, 5, "z", b"4")]
    assert [one[3] for one in best_first(known)] == [b"4", b"3", b"2", b"1"]
