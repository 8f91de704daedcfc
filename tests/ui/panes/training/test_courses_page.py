"""The page of courses shows what was attended and takes the answers after it."""

from app.services import courses
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.training.courses_page import CoursesPage
from tests.desk import sign_in
from tests.services.test_courses import NEW


def test_a_question_after_a_course_is_answered_once(office: Office, jobs: Jobs, qtbot) -> None:
    sign_in(office, "chen")
    office.do(courses.record, NEW)
    sign_in(office, "wang")
    page = CoursesPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert [cell.text for cell in page.rows.cells(0)] == ["2026-03-01", "ward rotation", NEW.title, "6"]
    assert page.reply.placeholderText() == "Who?"
    page.reply.setText("The nurse")
    with qtbot.waitSignal(page.told):
        page.answer()
    assert "Wang: The nurse" in page.detail.toPlainText()
    assert not page.may_answer()
    assert not page.reply.isEnabled()
