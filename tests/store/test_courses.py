"""A course comes back as it was written; the last answer to a question stands."""

from datetime import date

from app.models.courses import Course, CourseKind
from app.services.office import Office, Work
from app.store import courses

ME = b"m" * 16


def test_a_course_and_its_last_answers_come_back(office: Office) -> None:
    def write(work: Work) -> bytes:
        new = Course(b"", CourseKind.VISIT, "Lab", date(2026, 3, 1), 2.0, (ME,), "CDC", "shelf 3", ("What?",))
        made = courses.write(work.tx, new, by=ME)
        courses.write_answer(work.tx, made, ME, 0, "first")
        courses.write_answer(work.tx, made, ME, 0, "second")
        return made

    made = office.do(write).value
    with office.store.reading() as rows:
        found = courses.find(rows, made)
        assert found is not None
        assert (found.kind, found.people, found.place, found.questions) == (CourseKind.VISIT, (ME,), "CDC", ("What?",))
        assert courses.since(rows, date(2026, 3, 1)) == [found]
        assert courses.since(rows, date(2026, 3, 2)) == []
        assert courses.answers_of(rows, made) == {(ME, 0): "second"}
        assert courses.find(rows, ME) is None


def test_what_is_written_anew_stands_alone_even_at_the_same_moment(office: Office) -> None:
    def write(work: Work) -> bytes:
        made = courses.write(work.tx, Course(b"", CourseKind.VISIT, "Lab", date(2026, 3, 1), 2.0, (ME,)), by=ME)
        for title in ("Lab 2", "Lab 3"):
            again = Course(made, CourseKind.VISIT, title, date(2026, 2, 1), 2.0, (ME,))
            assert courses.write(work.tx, again, by=ME) == made
        return made

    made = office.do(write).value
    with office.store.reading() as rows:
        assert [one.course.title for one in courses.written(rows, made)][-1] == "Lab"
        (standing,) = courses.since(rows, date(2026, 1, 1))
        assert standing == courses.find(rows, made)
        assert standing.title == "Lab 3"
        assert courses.since(rows, date(2026, 2, 2)) == []
