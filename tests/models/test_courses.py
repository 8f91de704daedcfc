"""A course has a title, hours, and people who were there."""

from dataclasses import replace
from datetime import date

import pytest

from app.models import courses
from app.models.courses import Course, CourseKind
from app.models.errors import FieldInvalid, FieldMissing

COURSE = Course(
    b"c", CourseKind.LECTURE, " Rabies ", date(2026, 3, 1), 1.5, (b"a", b"b", b"a"), questions=("Why?", " ")
)


def test_texts_and_people_of_a_course_are_put_in_order() -> None:
    found = courses.checked(COURSE)
    assert (found.title, found.people, found.questions) == ("Rabies", (b"a", b"b"), ("Why?",))
    assert (courses.hours_of([found, found], b"a"), courses.hours_of([found], b"x")) == (3.0, 0)


@pytest.mark.parametrize("wrong", [{"title": " "}, {"people": ()}])
def test_a_course_without_title_or_people_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(FieldMissing):
        courses.checked(replace(COURSE, **wrong))


@pytest.mark.parametrize("wrong", [{"hours": 0.0}, {"hours": 81.0}, {"questions": ("?",) * 21}])
def test_hours_and_questions_have_bounds(wrong: dict[str, object]) -> None:
    with pytest.raises(FieldInvalid):
        courses.checked(replace(COURSE, **wrong))
