"""Judges rate each question by themselves; their mark decides who passed, until the results are out."""

import pytest

from app.models.angoff import RatedAfterResults, Rating
from app.models.errors import FieldInvalid, NotAllowed, RecordGone
from app.services import exam_ratings, exam_results, exam_sheets
from app.services.office import Office, Work
from app.store import exam_ratings as rating_rows
from tests.desk import sign_in
from tests.services.examined import close, release, set_exam, sit


def _rate(office: Office, exam: bytes, name: str, share: float) -> None:
    sign_in(office, name)
    for one in office.ask(exam_ratings.to_rate, exam):
        office.do(exam_ratings.rate, exam, one.version, share=share)


def test_the_judges_mark_takes_the_place_of_the_one_that_was_set(office: Office) -> None:
    exam = set_exam(office)
    sit(office, exam, "wang")
    close(office, exam)
    sign_in(office, "chen")
    waiting = office.ask(exam_results.to_mark, exam)
    for one in waiting:
        office.do(exam_results.mark, one.sitting, one.version, points=0.5)
    (result,) = office.ask(exam_results.results, exam)
    assert (result.share, result.passed) == (1 - len(waiting) / 8, False)
    _rate(office, exam, "chen", result.share - 0.05)
    assert [one.passed for one in office.ask(exam_results.results, exam)] == [True]
    assert [round(one.cut, 6) for one in office.ask(exam_ratings.standing, exam) if one] == [result.share - 0.05] * 2


def test_a_judge_sees_how_far_others_are_only_after_their_own_word(office: Office) -> None:
    exam = set_exam(office)
    _rate(office, exam, "chen", 0.9)
    sign_in(office, "admin")
    with pytest.raises(NotAllowed):
        office.ask(exam_ratings.to_rate, exam)
    sign_in(office, "li")
    first, *_ = office.ask(exam_ratings.to_rate, exam)
    assert (first.mine, first.apart) == (None, None)
    office.do(exam_ratings.rate, exam, first.version, share=0.4)
    office.do(exam_ratings.rate, exam, first.version, share=0.5)
    first, second, *_ = office.ask(exam_ratings.to_rate, exam)
    assert (first.mine, first.apart, second.apart) == (0.5, pytest.approx(0.4), None)
    assert [one if one is None else one.begun for one in office.ask(exam_ratings.standing, exam)] == [None, 0]
    sign_in(office, "chen")
    assert [one.begun for one in office.ask(exam_ratings.standing, exam) if one] == [1, 0]


def test_what_judges_said_elsewhere_changes_no_result_that_is_out(office: Office) -> None:
    exam = set_exam(office)
    _rate(office, exam, "chen", 0.6)
    _rate(office, exam, "li", 0.8)
    sit(office, exam, "wang")
    release(office, exam)
    sign_in(office, "chen")
    known = office.ask(exam_sheets.found, exam)
    assert known.cuts == pytest.approx((0.7, 0.7))
    office.do(_said_late, exam, known.forms[0])
    assert [one.passed for one in office.ask(exam_results.results, exam)] == [True]
    assert office.ask(exam_sheets.rule_of, known, 0).cut() == pytest.approx(0.7)


def _said_late(work: Work, exam: bytes, form: tuple[bytes, ...]) -> None:
    for version in form:
        rating_rows.write(work.tx, Rating(work.person.id, version, 1.0), exam=exam)


def test_what_cannot_be_rated_is_refused(office: Office) -> None:
    exam = set_exam(office)
    (first, *_) = office.ask(exam_ratings.to_rate, exam)
    with pytest.raises(FieldInvalid):
        office.do(exam_ratings.rate, exam, first.version, share=1.2)
    with pytest.raises(RecordGone):
        office.do(exam_ratings.rate, exam, b"x" * 16, share=0.5)
    sit(office, exam, "wang")
    release(office, exam)
    with pytest.raises(RatedAfterResults):
        office.do(exam_ratings.rate, exam, first.version, share=0.5)
