import pytest

from app.models.inquiries import State
from app.services import inquiries, worklists
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.marked_bar import MarkedBar
from tests.desk import sign_in


@pytest.fixture
def bar(office: Office, jobs: Jobs, work, qtbot) -> MarkedBar:
    made = MarkedBar(jobs)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.show_marked(list(office.ask(worklists.lines, work.values()).values()))
    made.show()
    return made


def states(office: Office, work) -> list[State]:
    return [office.ask(inquiries.detail, one).row.state for one in work.values()]


def test_all_marked_go_to_another_person_at_once(bar: MarkedBar, office: Office, work, qtbot) -> None:
    bar.hand_over()
    other = bar.form.form.editor("person").options[0].key
    bar.form.form.set_values({"person": other})
    bar.form.submit()
    assert bar.form.step == "hand_over"  # not without a reason
    bar.form.form.set_values({"person": other, "reason": "On leave from today"})
    with qtbot.waitSignal(bar.told) as told:
        bar.form.submit()
    assert told.args == ["6 inquiries saved"]
    assert {office.ask(inquiries.detail, one).row.owner.hex() for one in work.values()} == {other}
    changes = [office.ask(inquiries.history, one)[-1].values for one in work.values()]
    assert {one["handed_for"] for one in changes} == {"On leave from today"}


def test_what_is_refused_is_named_with_its_reason_and_the_rest_is_saved(bar, office: Office, work, qtbot) -> None:
    with qtbot.waitSignal(bar.told), qtbot.waitSignal(bar.warned) as warned:
        bar.accept()
    assert states(office, work).count(State.ACCEPTED) == 4
    text = warned.args[0]
    assert text.startswith("2 inquiries refused. ")
    assert office.ask(inquiries.detail, work["Answered"]).row.number in text


def test_a_note_is_needed_before_anything_is_saved(bar: MarkedBar, office: Office, work) -> None:
    bar.note()
    bar.form.submit()
    assert bar.form.step == "note"
    bar.form.form.set_values({"note": "Storm: all units closed"})
    bar.form.submit()
    assert {office.ask(inquiries.detail, one).events[-1].note for one in work.values()} == {"Storm: all units closed"}


def test_they_are_closed_with_one_answer_and_started_at_once(bar: MarkedBar, office: Office, work) -> None:
    bar.start()
    assert states(office, work).count(State.IN_PROGRESS) == 5
    bar.close_all()
    bar.form.form.set_values({"note": "Answered by telephone"})
    bar.form.submit()
    assert set(states(office, work)) == {State.CLOSED}


def test_other_marks_take_the_question_away(bar: MarkedBar) -> None:
    bar.note()
    bar.show_marked(())
    assert (bar.form.step, bar.isVisible()) == ("", False)


def test_when_nobody_is_signed_in_any_more_nothing_is_saved_and_it_is_said(bar, office: Office, work, qtbot) -> None:
    office.sign_in(None)
    with qtbot.waitSignal(bar.refused):
        bar.accept()
    sign_in(office, "wang")
    assert State.ACCEPTED not in states(office, work)


def test_everything_is_said_in_chinese_too(bar: MarkedBar) -> None:
    languages.of_app().use("zh_CN")
    bar.retranslate()
    assert "6" in bar._count.text()
    assert bar._buttons["accept"].text() == "签收"
