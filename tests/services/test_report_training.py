"""Training and proposals in a document: courses with how many attended, proposals until they are done."""

from datetime import date

from app.models.courses import CourseKind
from app.models.periods import Span, holding
from app.models.voices import ImprovementState
from app.services import courses, report_training, voices
from app.services.courses import NewCourse
from app.services.office import Office, View
from app.services.report_fillings import Sheet, Source
from tests.desk import sign_in


def _told(view: View, day: date, filling: str) -> tuple[Sheet, ...]:
    return getattr(report_training, filling)(Source(view, holding(Span.MONTH, day), "en"))


def test_courses_of_the_period_are_told_without_names(office: Office) -> None:
    sign_in(office, "chen")
    office.do(courses.record, NewCourse(CourseKind.LECTURE, "Fever", date(2026, 3, 1), 2.0, ("wang", "li")))
    sign_in(office, "li")
    assert office.ask(_told, date(2026, 3, 1), "training")[1].rows == (("Fever", "lecture", "2026-03-01", 2),)
    assert office.ask(_told, date(2026, 2, 1), "training")[0].texts == ("No course was recorded in this period.",)


def test_a_proposal_stays_until_it_is_answered_and_done(office: Office) -> None:
    made = office.do(voices.propose, "Answer sooner").value
    sign_in(office, "li")
    day = office.clock.now().date()
    assert [row[:2] for row in office.ask(_told, day, "improvements")[0].rows] == [("Answer sooner", "Proposed")]
    later = date(day.year + 1, 1, 1)
    office.do(voices.answer, made, ImprovementState.ACCEPTED, "Yes", owner="Chen", due_on=day)
    rows = office.ask(_told, later, "improvements")[0].rows
    assert rows == (("Answer sooner", "Accepted", "Chen", day.isoformat(), "Yes"),)
    office.do(voices.answer, made, ImprovementState.DONE, "Done")
    assert office.ask(_told, later, "improvements")[0].texts == ("Nothing was proposed in this period.",)
