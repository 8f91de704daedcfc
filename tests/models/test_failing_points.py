"""Three in ten of five people and more put a script in doubt."""

from app.models.failing_points import Tally, proposed

GOOD, BAD = Tally(5, 3.0), Tally(5, 2.9)


def test_who_answers_less_than_six_in_ten_right_fails() -> None:
    assert (GOOD.fails, BAD.fails, Tally().fails) == (False, True, False)
    assert Tally(1, 1.0).plus(1, 0.0) == Tally(2, 1.0)


def test_a_script_is_doubted_by_three_in_ten_of_five_people() -> None:
    assert proposed([GOOD] * 3 + [BAD] * 2) == (2, 5)
    assert proposed([GOOD] * 2 + [BAD] * 2) is None
    assert proposed([GOOD] * 5 + [BAD] * 2) is None
    assert proposed([GOOD] * 3 + [BAD] * 2 + [Tally()] * 9) == (2, 5)
