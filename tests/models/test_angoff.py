"""Pass marks by judges, reckoned by hand."""

import pytest

from app.models.angoff import Rating, differing, judged

FORM = (b"1", b"2")


def _said(judge: bytes, *shares: float) -> list[Rating]:
    return [Rating(judge, version, share) for version, share in zip(FORM, shares, strict=False)]


def test_the_pass_mark_is_the_mean_of_what_judges_expect_of_each_question():
    found = judged(FORM, [*_said(b"a", 0.9, 0.7), *_said(b"b", 0.6, 0.6), *_said(b"c", 0.1)])
    assert found is not None
    assert found.cut == pytest.approx(0.7)
    assert found.judges == {b"a": pytest.approx(0.8), b"b": pytest.approx(0.6)}
    assert found.spread == pytest.approx(0.1414, abs=1e-4)
    assert found.begun == 1


def test_a_judge_who_left_questions_out_makes_no_mark():
    assert judged(FORM, _said(b"a", 0.9)) is None
    assert judged(FORM, []) is None


def test_one_judge_has_no_spread_and_other_questions_do_not_count():
    found = judged(FORM, [*_said(b"a", 0.5, 0.7), Rating(b"a", b"9", 0.0)])
    assert found is not None
    assert (found.cut, found.spread) == (pytest.approx(0.6), None)


def test_questions_on_which_judges_differ_come_first():
    ratings = [*_said(b"a", 0.9, 0.7), *_said(b"b", 0.6, 0.6), Rating(b"a", b"9", 0.1)]
    assert differing(ratings) == [(b"1", pytest.approx(0.3)), (b"2", pytest.approx(0.1))]
