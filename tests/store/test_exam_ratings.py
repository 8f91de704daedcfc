"""Ratings are facts; the latest word of a judge about a question counts."""

from app.models.angoff import Rating
from app.services.office import Office, Work
from app.store import exam_ratings

EXAM, RATED = b"e" * 16, Rating(b"j" * 16, b"v" * 16, 0.7)


def _write(work: Work) -> None:
    for share in (0.4, 0.7):
        exam_ratings.write(work.tx, Rating(RATED.judge, RATED.version, share), exam=EXAM)


def test_the_latest_word_of_a_judge_counts(office: Office) -> None:
    office.do(_write)
    assert exam_ratings.of_exam(office.store.rows, EXAM) == [RATED]
    assert exam_ratings.of_exam(office.store.rows, b"o" * 16) == []
