from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from app.models.inquiries import State
from app.services import hub_sync, inquiries, worklists
from app.services.hub_sync import Enrollment
from app.services.office import Office
from app.store import elsewhere
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.words import Words
from tests.desk import NOON, sign_in


@pytest.fixture
def detail(office: Office, jobs: Jobs, work, words: Words, qtbot) -> InquiryDetail:
    made = InquiryDetail(jobs, words)
    qtbot.addWidget(made)
    made.show_desk(office.ask(worklists.desk))
    made.resize(620, 700)
    made.show()
    made.show_inquiry(work["Late"])
    return made


def _state(office: Office, inquiry: bytes) -> State:
    return office.ask(inquiries.detail, inquiry).row.state


def test_a_step_that_needs_nothing_is_taken_at_once(office: Office, detail: InquiryDetail, work, qtbot) -> None:
    with qtbot.waitSignal(detail.told):
        detail.actions_row.table.run("work.accept")
    assert _state(office, work["Late"]) is State.ACCEPTED


def test_closing_asks_what_was_answered(office: Office, detail: InquiryDetail, work) -> None:
    detail.close_inquiry()
    assert detail.form.step == "close"
    detail.form.submit()
    assert _state(office, work["Late"]) is State.DISPATCHED
    detail.form.form.set_values({"note": "Told about the weekend clinic"})
    detail.form.submit()
    assert _state(office, work["Late"]) is State.CLOSED
    assert detail.form.step == ""
    assert office.ask(inquiries.detail, work["Late"]).outcome == "Told about the weekend clinic"


def test_dispatching_asks_for_unit_and_due_time(office: Office, detail: InquiryDetail, work) -> None:
    detail.dispatch()
    detail.form.form.set_values({"unit": "C11", "due_at": NOON + timedelta(days=1), "moved_for": "other"})
    detail.form.submit()
    assert detail.form.step == "dispatch"  # another due time than the promised one has to be explained
    assert detail.focusWidget() is detail.form.form.editor("reason")
    detail.form.form.set_values({"reason": "They are back tomorrow"}, clear=False)
    detail.form.submit()
    found = office.ask(inquiries.detail, work["Late"]).row
    assert (found.unit, found.due_at) == ("C11", NOON + timedelta(days=1))


def test_a_return_needs_its_coded_reason(office: Office, detail: InquiryDetail, work) -> None:
    detail.return_back()
    detail.form.form.set_values({"reason": "wrong_area"})
    detail.form.submit()
    assert office.ask(inquiries.detail, work["Late"]).events[-1].reason == "wrong_area"


def test_a_correction_makes_room_for_its_form(office: Office, detail: InquiryDetail, work) -> None:
    detail.edit()
    assert not detail.tabs.isVisible()
    detail.form.form.set_values({"summary": "Late, again"}, clear=False)
    detail.form.submit()
    assert office.ask(inquiries.detail, work["Late"]).row.summary == "Late, again"
    assert detail.tabs.isVisible()


def test_a_correction_that_changes_nothing_saves_nothing(office: Office, detail: InquiryDetail, work, qtbot) -> None:
    before = len(office.ask(inquiries.history, work["Late"]))
    detail.edit()
    detail.form.submit()
    assert (detail.form.step, len(office.ask(inquiries.history, work["Late"]))) == ("", before)


def test_notes_and_hand_overs_are_saved(office: Office, detail: InquiryDetail, work) -> None:
    detail.note()
    detail.form.form.set_values({"note": "The clinic is closed on Monday"})
    detail.form.submit()
    assert office.ask(inquiries.detail, work["Late"]).events[-1].note == "The clinic is closed on Monday"
    detail.hand_over()
    li = next(one for one in office.ask(worklists.desk).people if one.name == "li")
    detail.form.form.set_values({"person": li.id.hex()})
    detail.form.submit()
    assert office.ask(inquiries.detail, work["Late"]).row.owner == li.id


def test_what_somebody_else_did_meanwhile_is_refused_in_words(
    office: Office, detail: InquiryDetail, work, qtbot
) -> None:
    detail.close_inquiry()
    office.do(inquiries.move, work["Late"], State.CANCELLED, reason="twice")
    detail.form.form.set_values({"note": "words"})
    with qtbot.waitSignal(detail.refused):
        detail.form.submit()
    assert detail.form.save.isEnabled()
    assert detail.form.form.value("note") == "words"


def test_another_inquiry_takes_the_question_away(detail: InquiryDetail, work) -> None:
    detail.close_inquiry()
    detail.show_inquiry(work["Tonight"])
    assert (detail.form.step, detail.dossier.line.row.summary) == ("", "Tonight")


def test_one_value_of_a_conflict_is_kept(office: Office, detail: InquiryDetail, work) -> None:
    detail.conflicts.kept.emit("category", "billing")
    assert office.ask(inquiries.detail, work["Late"]).row.category == "billing"


def test_a_trainer_reads_and_takes_no_step(office: Office, detail: InquiryDetail, work) -> None:
    sign_in(office, "chen")
    detail.show_desk(office.ask(worklists.desk))
    detail.reload()
    assert (detail.steps_now, detail.can_work(), detail.can_hand_over()) == ((), False, False)
    detail.note()
    assert detail.form.step == ""


def test_an_operator_gives_away_only_what_is_ones_own(office: Office, detail: InquiryDetail, work) -> None:
    li = next(one for one in office.ask(worklists.desk).people if one.name == "li")
    office.do(inquiries.hand_over, work["Late"], li.id)
    detail.reload()
    assert not detail.can_hand_over()


def test_an_inquiry_that_is_gone_leaves_an_empty_page(detail: InquiryDetail, qtbot) -> None:
    with qtbot.waitSignal(detail.refused):
        detail.show_inquiry(b"\x01" * 16)
    assert detail.dossier is None
    assert not detail.has_inquiry()


def test_number_and_contact_are_one_key_away(detail: InquiryDetail, work, qtbot) -> None:
    detail.copy_number()
    assert QGuiApplication.clipboard().text() == detail.dossier.line.row.number
    with qtbot.waitSignal(detail.contact_wanted) as wanted:
        detail.add_contact()
    assert wanted.args == [work["Late"]]


def test_the_note_for_the_unit_is_offered_for_what_was_dispatched(detail: InquiryDetail, work) -> None:
    detail.actions_row.table.run("work.dispatch_note")
    assert detail.papers.note_window.isVisible()
    detail.show_inquiry(work["Answered"])
    assert not detail.has_note()


def test_a_transfer_asks_for_the_center_and_what_is_passed_on(
    office: Office, detail: InquiryDetail, work, qtbot
) -> None:
    assert not detail.can_transfer()  # it belongs to no hub: there is no other center
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "North", "one", {}))
    with office.store.write("") as tx:
        elsewhere.introduce(tx, "South", b"s" * 16)
    sign_in(office, "wang")
    detail.reload()
    detail.transfer()
    assert detail.form.form.values()["passed"] == "matter"
    detail.form.form.set_values({"reason": "Lives there"}, clear=False)
    with qtbot.waitSignal(detail.told):
        detail.form.submit()
    detail.reload()
    assert (_state(office, work["Late"]), detail.can_transfer(), detail.can_reopen()) == (State.CANCELLED, False, False)
    assert "South works on this inquiry now" in detail.merged._title.text()
    assert detail.header._state.text() == "Transferred"
