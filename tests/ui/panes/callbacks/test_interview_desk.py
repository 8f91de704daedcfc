"""An interview by number keys: saved answer by answer, gone back in, resumed, left for something urgent and gone on."""

import pytest
from PySide6.QtCore import Qt

from app.services import callback_attempts, finding_ledger, interview_calls, interviews
from app.services.callback_attempts import Outcome
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.interview_desk import InterviewDesk
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.services.calling import campaign, promised
from tests.services.interviewing import begun, until

ITEMS = ("greeting", "agree", "contacted", "solved", "unit_satisfaction")


def satisfaction(office: Office) -> bytes:
    """Owe a satisfaction call about an inquiry that was closed."""
    with office.store.write("wang") as tx:
        inquiry = tx.add("inquiry", {"number": "260302-1", "opened_at": "2026-03-01T00:00:00+00:00", "state": "closed"})
        about = {"summary": "HPV", "closed_at": "2026-03-01T08:00:00+00:00"}
        tx.put("inquiry", inquiry, about)
        call = {"reason": "satisfaction", "number": "+8613800000001", "inquiry": inquiry.hex()}
        return tx.add("callback", {**call, "begins_at": "2026-03-01T00:00:00+00:00"})


@pytest.fixture
def desk(jobs: Jobs, office: Office, qtbot) -> InterviewDesk:
    made = InterviewDesk(jobs)
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.begin(satisfaction(office))
    return made


def keys(desk: InterviewDesk, qtbot, *typed: str) -> None:
    for one in typed:
        if one:
            qtbot.keyClicks(desk.line, one)
        else:
            qtbot.keyClick(desk.line, Qt.Key.Key_Return)


def test_one_key_answers_and_a_low_score_wants_its_reason(office: Office, desk, qtbot) -> None:
    assert "HPV" in desk.question.text()
    assert desk.interview is None
    keys(desk, qtbot, "", "1", "1", "1")
    assert desk.question.text().startswith(("How satisfied", "您对"))
    keys(desk, qtbot, "4")
    assert desk.trouble.isVisibleTo(desk)
    assert desk.trouble.property("type") == "hint"  # nothing is wrong
    assert desk.list.count() == 4
    keys(desk, qtbot, "3", "")
    found = office.ask(interviews.standing, desk.interview)
    assert [one.item for one in found.given] == list(ITEMS)
    assert found.given[-1].reason_code == "manner"


def test_a_key_that_no_answer_has_is_told_at_once_and_the_next_key_answers(office: Office, desk, qtbot) -> None:
    keys(desk, qtbot, "")
    asked = desk.question.text()
    keys(desk, qtbot, "4")
    assert desk.trouble.isVisibleTo(desk)
    assert desk.trouble.text().startswith(("There is no such option; type a key", "没有这个选项，请按"))
    assert (desk.line.text(), desk.question.text()) == ("", asked)
    keys(desk, qtbot, "1")
    assert desk.question.text() != asked
    assert not desk.trouble.isVisibleTo(desk)
    assert [one.item for one in office.ask(interviews.standing, desk.interview).given] == list(ITEMS[:2])


def test_going_back_answers_again_and_comes_forward(office: Office, desk, qtbot) -> None:
    keys(desk, qtbot, "", "1", "2")
    desk.go_back()
    assert desk.trouble.text()
    keys(desk, qtbot, "1")
    found = office.ask(interviews.standing, desk.interview)
    assert (found.state.coded["contacted"], found.state.current.id) == ("yes", "solved")
    desk.go_back()
    keys(desk, qtbot, "")
    assert len(office.ask(interviews.standing, desk.interview).given) == 4


def test_going_back_to_what_is_read_out_tells_of_no_answer(desk, qtbot) -> None:
    keys(desk, qtbot, "")
    asked = desk.question.text()
    desk.go_back()
    assert desk.question.text() != asked
    assert not desk.trouble.isVisibleTo(desk)
    keys(desk, qtbot, "")
    assert desk.question.text() == asked


def test_an_urgent_matter_interrupts_and_the_interview_goes_on(office: Office, desk, qtbot) -> None:
    keys(desk, qtbot, "", "1")
    before = desk.question.text()
    desk.urgent.click()
    keys(desk, qtbot, "")
    assert desk.trouble.text()
    with qtbot.waitSignal(desk.told):
        keys(desk, qtbot, "Chest pain", "")
    assert desk.question.text().startswith("Who takes the person over now?")
    desk.go_back()
    assert desk.question.text() == before
    assert office.ask(interviews.standing, desk.interview).flags == ("501",)
    desk.complaint.click()
    desk.go_back()
    assert desk.question.text() == before


def test_symptoms_are_chosen_by_their_numbers_and_who_took_over_is_written_down(office: Office, desk, qtbot) -> None:
    keys(desk, qtbot, "", "1")
    before = desk.question.text()
    desk.urgent.click()
    assert desk.list.item(0).text() == "1   Chest pain or tightness"
    keys(desk, qtbot, "1 3 since noon", "")
    assert desk.list.item(0).text() == "1   told to call 120"
    keys(desk, qtbot, "1", "")
    assert desk.question.text() == before
    flag = office.store.rows.one("SELECT inquiry, note FROM interview_flag LIMIT 1")
    assert flag[1] == "Chest pain or tightness, Fainted or cannot be woken: since noon"
    told = office.store.rows.all("SELECT note FROM inquiry_event WHERE inquiry=? AND kind='note'", flag[0])
    assert told == [("紧急转接：told to call 120",)]  # the center's language, and what was chosen


def test_an_answer_that_tells_of_something_urgent_asks_at_once_what_it_is(office: Office, jobs, qtbot) -> None:
    (call,) = campaign(office, 1)
    with office.store.write("li") as tx:
        held = bytes.fromhex(str(tx.state_of("callback", call)["campaign"]))
        tx.put("campaign", held, {"questionnaire": "short-phone", "questionnaire_version": 1})
    one = begun(office, office.ask(interview_calls.prepared, call).asked)
    until(office, one, "unwell")
    desk = InterviewDesk(jobs)
    qtbot.addWidget(desk)
    desk.begin(call)
    keys(desk, qtbot, "1")
    assert (desk.is_raising, desk.interview) == (True, one)
    desk.go_back()
    assert not desk.is_raising
    went_on = desk.question.text()
    keys(desk, qtbot, "1")
    assert not desk.is_raising  # it was asked once
    assert desk.question.text() != went_on
    desk.raise_urgent()
    keys(desk, qtbot, "1", "")
    assert office.ask(interviews.standing, one).flags == ("501",)


def test_the_whole_interview_ends_in_an_outcome_and_a_finding(office: Office, jobs, qtbot) -> None:
    pane = CallbacksPane(jobs)
    qtbot.addWidget(pane)
    call = satisfaction(office)
    attempt = office.do(callback_attempts.begin_inbound, call).value.attempt
    pane.show()
    desk = pane.interview
    assert desk.isVisible()
    keys(desk, qtbot, "", "1", "1", "4", "a", "", "4", "3", "", "1", "2", "", "2", "2", "")
    assert not desk.is_going_on
    assert pane.outcome.line.key == "110"
    pane.finish()
    assert office.ask(callback_attempts.pending) is None
    (line,) = office.ask(finding_ledger.page, finding_ledger.Sought()).lines
    assert not line.finding.named
    assert not desk.isVisible()
    assert attempt


def test_a_promised_call_asks_nothing_and_a_broken_interview_resumes(office: Office, jobs, desk, qtbot) -> None:
    keys(desk, qtbot, "", "1", "2")
    call = office.ask(interviews.standing, desk.interview).row.asked.callback
    again = InterviewDesk(jobs)
    qtbot.addWidget(again)
    again.begin(promised(office))
    assert not again.isVisibleTo(None)
    again.begin(call)
    assert again.interview == desk.interview
    assert again.question.text() == desk.question.text()
    attempt = office.do(callback_attempts.begin_inbound, call).value.attempt
    ended = office.do(interview_calls.finish, attempt, again.interview, Outcome("131")).value
    assert ended.call.code == "131"


def test_an_interview_that_ends_early_gives_its_room_to_the_outcome_and_may_go_on(office: Office, desk, qtbot) -> None:
    keys(desk, qtbot, "", "1")
    asked = desk.question.text()
    with qtbot.waitSignal(desk.over):
        desk.end_here()
    assert desk.question.text().startswith("Ended here.")
    assert not desk.line.isVisibleTo(desk)
    assert not desk.list.isVisibleTo(desk)
    assert not desk.stop_here.isVisibleTo(desk)
    assert desk.urgent.isVisibleTo(desk)
    desk.go_back()
    assert desk.question.text() == asked
    assert desk.line.isVisibleTo(desk)
    keys(desk, qtbot, "1")
    assert desk.question.text() != asked


def test_who_declines_is_not_said_to_have_been_asked_everything(office: Office, desk, qtbot) -> None:
    with qtbot.waitSignal(desk.over, check_params_cb="231".__eq__):
        keys(desk, qtbot, "", "2")
    assert desk.question.text() == "Nothing more is asked after this answer. Say below how the call ended."
    desk.go_back()
    keys(desk, qtbot, "1")
    assert desk.is_going_on
    assert desk.line.isVisibleTo(desk)


def test_the_line_says_what_each_kind_of_question_wants(office: Office, desk, qtbot) -> None:
    assert desk.line.placeholderText() == "Enter goes on once it is read out"
    keys(desk, qtbot, "")
    assert desk.line.placeholderText() == "Key of the answer; - does not know, -- refuses"
    keys(desk, qtbot, "1", "1", "1")
    assert desk.line.placeholderText() == "Key of the answer; - does not know, -- refuses"
    keys(desk, qtbot, "4")
    assert desk.line.placeholderText() == "A number of the list, or words; Enter goes on"
    keys(desk, qtbot, "9", "")
    assert desk.trouble.text() == "No reason has this number; type one that is listed, or words"
    assert [one.item for one in office.ask(interviews.standing, desk.interview).given] == list(ITEMS[:4])
    assert desk.list.count() == 4
    desk.complaint.click()
    assert desk.line.placeholderText() == "Words; Enter opens the inquiry"
    assert not desk.place.isVisibleTo(desk)


def test_a_change_of_language_leaves_what_was_raised_where_it_is(office: Office, desk, qtbot) -> None:
    keys(desk, qtbot, "", "1")
    before = desk.question.text()
    desk.complaint.click()
    languages.of_app().use("zh_CN")
    desk.retranslate()
    assert desk.question.text() == "投诉什么？"
    languages.of_app().use("en")
    desk.retranslate()
    desk.go_back()
    assert desk.question.text() == before


def test_the_first_answer_says_that_somebody_answered(office: Office, jobs, qtbot) -> None:
    desk = InterviewDesk(jobs)
    qtbot.addWidget(desk)
    desk.begin(satisfaction(office))
    with qtbot.waitSignal(desk.heard):
        keys(desk, qtbot, "")
    with qtbot.assertNotEmitted(desk.heard):
        keys(desk, qtbot, "7")  # no such option


def test_a_second_look_after_a_reason_names_the_answer_and_offers_what_answers_again(desk, qtbot) -> None:
    keys(desk, qtbot, "", "1", "1", "1", "5")
    assert desk.list.count() == 4
    keys(desk, qtbot, "3", "")
    assert desk.trouble.text().endswith("(非常不满意). Enter keeps it; or answer again.")
    assert desk.list.count() == 5
    assert desk.line.placeholderText() == "Key of the answer; - does not know, -- refuses"
    keys(desk, qtbot, "")
    assert not desk.question.text().startswith("How satisfied")


def test_words_that_were_said_stand_in_the_line_to_be_mended_and_no_former_answer_looks_wrong(desk, qtbot) -> None:
    keys(desk, qtbot, "", "1", "1", "1", "1", "1", "2", "Open on Sundays", "")
    desk.back.click()
    assert (desk.line.text(), desk.line.selectedText()) == ("Open on Sundays", "Open on Sundays")
    assert desk.trouble.property("type") == "hint"
    desk.back.click()
    assert desk.line.text() == ""  # a key answers that one
    keys(desk, qtbot, "9")
    assert desk.trouble.property("type") == "error"
