from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.models.promises import PromiseState
from app.services import callers, inquiries, settings, worklists
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.callbacks_list import CallbackList
from app.ui.panes.work.words import Words
from tests.desk import NOON, sign_in


@pytest.fixture
def calls(office: Office, jobs: Jobs, work, words: Words, qtbot) -> CallbackList:
    made = CallbackList(jobs, words)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.resize(1000, 600)
    made.show()
    jobs.changed.connect(made.follow)
    made.reload()
    made.focus_list()
    return made


def test_enter_asks_the_shell_to_call(office: Office, calls: CallbackList, qtbot) -> None:
    owed = office.ask(worklists.owed_calls)[0].callback
    with qtbot.waitSignal(calls.call_requested) as asked:
        qtbot.keyClick(calls.view, Qt.Key.Key_Return)
    assert asked.args == [owed.number, owed.id]


def test_a_kept_promise_leaves_the_list(office: Office, calls: CallbackList, work, qtbot) -> None:
    with qtbot.waitSignal(calls.counted) as counted:
        calls.keep_promise()
    assert (counted.args, calls.model.rowCount(), calls.may_settle()) == ([0, 0], 0, False)
    assert office.ask(inquiries.detail, work["Call"]).promises[0].state is PromiseState.KEPT


def test_nobody_there_means_another_time(office: Office, calls: CallbackList) -> None:
    calls.ask_for_time()
    calls.form.form.set_values({"call_at": NOON + timedelta(hours=6)})
    calls.form.submit()
    assert office.ask(worklists.owed_calls)[0].callback.due_at == NOON + timedelta(hours=6)
    assert calls.form.step == ""
    assert calls.may_settle()


def test_a_call_that_is_not_made_needs_a_reason(office: Office, calls: CallbackList, work) -> None:
    calls.ask_for_reason()
    calls.form.submit()
    assert calls.form.step == "settle"
    calls.form.form.set_values({"reason": "The caller came in person"})
    calls.form.submit()
    assert office.ask(inquiries.detail, work["Call"]).promises[0].state is PromiseState.BROKEN


def test_the_number_is_copied_and_the_inquiry_opened(calls: CallbackList, work, qtbot) -> None:
    calls.copy_phone()
    assert QGuiApplication.clipboard().text() == "138 1234 5678"
    with qtbot.waitSignal(calls.inquiry_wanted) as wanted:
        calls.open_inquiry()
    assert wanted.args == [work["Call"]]


def test_leaving_a_question_changes_nothing(calls: CallbackList) -> None:
    calls.ask_for_time()
    assert calls.leave_form()
    assert not calls.leave_form()
    assert calls.model.rowCount() == 1


def test_without_a_chosen_call_there_is_nothing_to_do(calls: CallbackList, qtbot) -> None:
    calls._choose(None)
    assert not calls._card.isVisible()
    with qtbot.assertNotEmitted(calls.call_requested):
        calls.call_now()


def test_whoever_asked_never_to_be_called_is_not_called_and_the_page_says_why(
    office: Office, calls: CallbackList, qtbot
) -> None:
    office.do(callers.do_not_call, "138 1234 5678")
    calls.reload()
    calls.focus_list()
    with qtbot.assertNotEmitted(calls.call_requested):
        calls.call_now()
    assert not calls.may_call()
    assert calls._never.isVisible()
    assert "<a" not in calls._number.text()


def test_who_takes_no_contacts_is_offered_no_call_and_nothing_to_say_of_one(
    office: Office, calls: CallbackList, qtbot
) -> None:
    sign_in(office, "chen")
    calls.show_desk(office.ask(worklists.desk))
    calls.reload()
    calls.focus_list()
    offered = ("work.call", "work.kept", "work.not_reached", "work.settle", "work.copy_phone")
    assert [name for name in offered if calls._table.action(name).isEnabled()] == []
    assert (calls._number.text(), calls.has_callback_inquiry()) == ("138 **** 5678", True)
    with qtbot.assertNotEmitted(calls.call_requested):
        calls.call_now()


def test_a_number_that_is_hidden_is_not_copied_as_stars(office: Office, calls: CallbackList, qtbot) -> None:
    sign_in(office, "admin")
    office.do(settings.change, mask_numbers=True)
    sign_in(office, "wang")
    calls.reload()
    calls.focus_list()
    QGuiApplication.clipboard().setText("before")
    with qtbot.assertNotEmitted(calls.told):
        calls.copy_phone()
    assert (QGuiApplication.clipboard().text(), calls.may_copy(), calls.may_call()) == ("before", False, True)
