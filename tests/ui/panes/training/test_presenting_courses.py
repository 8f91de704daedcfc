"""A course is shown with its questions and the answers to each."""

from datetime import date

from app.models.courses import Course, CourseKind
from app.services.courses import CourseLine
from app.ui.panes.training.presenting_courses import course_html

WORDS = {
    "place": "Place", "material": "Material", "attended": "Attended", "questions": "Questions", "listed": ", ",
    "open": "No answer yet.", "written": "Written down", "changed": "Changed",
}  # fmt: skip


def test_answers_stand_below_their_questions_and_nothing_is_markup() -> None:
    course = Course(b"c", CourseKind.VISIT, "<Lab>", date(2026, 3, 1), 2, (b"a",), "CDC", "", ("One?", "Two?"))
    html = course_html(
        CourseLine(course, ("A", "B"), (("A", 1, "yes"),), mine=True), WORDS, "en", [("B", "today"), ("A", "before")]
    )
    assert "&lt;Lab&gt;" in html
    assert "A, B" in html
    assert "Material" not in html
    assert html.index("One?") < html.index("Two?") < html.index("A: yes")
    assert html.index("No answer yet.") < html.index("Two?") < html.index("Changed: today, B")
    assert "Written down: before, A" in html
