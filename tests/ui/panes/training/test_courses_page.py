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


def test_a_trainer_writes_a_course_down_and_changes_it(office: Office, jobs: Jobs, qtbot) -> None:
    sign_in(office, "chen")
    page = CoursesPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert (page.may_write(), page.may_change()) == (True, False)
    page.write()
    page.form.form.set_values({"title": "Rabies"}, clear=False)
    page.save()
    assert page.form._wrong.text() == "Tick who attended: nobody is ticked."
    page.form._boxes["wang"].setChecked(True)
    with qtbot.waitSignal(page.told):
        page.save()
    page.change()
    page.form.form.set_values({"hours": 3}, clear=False)
    page.save()
    assert not page.is_writing()
    assert page.rows.cells(0)[3].text == "3"
    assert page.detail.toPlainText().count("Chen") == 2


def test_who_practices_alone_writes_nothing_down(office: Office, jobs: Jobs, qtbot) -> None:
    sign_in(office, "wang")
    page = CoursesPage(jobs)
    qtbot.addWidget(page)
    page.show()
    assert not page.may_write()
