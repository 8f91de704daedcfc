"""The form of a course asks what is missing and keeps who was there."""

from datetime import date
from zoneinfo import ZoneInfo

from app.services import courses
from app.services.office import Office
from app.ui.panes.training.course_form import CourseForm
from tests.desk import NOON, sign_in
from tests.services.test_courses import NEW

ZONE = ZoneInfo("Asia/Shanghai")
PEOPLE = (("wang", "Wang"), ("li", "Li"))


def noon():
    return NOON


def test_a_course_is_asked_for_with_who_attended(jobs, qtbot) -> None:
    form = CourseForm(noon)
    qtbot.addWidget(form)
    form.ask(PEOPLE, date(2026, 3, 2), ZONE)
    with qtbot.assertNotEmitted(form.wanted):
        form.save()
    form.form.set_values({"title": "Rabies", "questions": "When?\n\nWho?"}, clear=False)
    form._everyone.click()
    with qtbot.waitSignal(form.wanted) as said:
        form.save()
    new, course = said.args
    assert (course, new.title, new.day, new.hours) == (b"", "Rabies", date(2026, 3, 2), 2.0)
    assert (sorted(new.people), new.questions) == (["li", "wang"], ["When?", "Who?"])
    form._everyone.click()
    assert not any(box.isChecked() for box in form._boxes.values())


def test_a_course_to_be_changed_stands_there_as_it_is(office: Office, jobs, qtbot) -> None:
    sign_in(office, "chen")
    made = office.do(courses.record, NEW).value
    form = CourseForm(noon)
    qtbot.addWidget(form)
    form.ask((("li", "Li"),), date(2026, 3, 2), ZONE, office.ask(courses.listed)[0])
    with qtbot.waitSignal(form.wanted) as said:
        form.save()
    new, course = said.args
    assert (course, new.title, new.kind, new.hours, list(new.people)) == (made, NEW.title, NEW.kind, 6.0, ["wang"])
