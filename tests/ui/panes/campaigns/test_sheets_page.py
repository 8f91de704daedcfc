"""A sheet is typed in item by item and kept with its mode."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.models.interview_records import SurveyMode
from app.models.questionnaires import ItemKind
from app.services import campaign_results, campaigns, interviews
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.campaigns.sheets_page import SheetsPage
from tests.fakes import LateExecutor
from tests.services.drawing import drawn
from tests.services.interviewing import USUAL

ABOUT = {"mode": "paper", "institution": "H1", "day": date(2026, 2, 20)}


@pytest.fixture
def page(desk, jobs, qtbot):
    drawn(desk, questionnaire="short-phone", size=4)
    made = SheetsPage(jobs)
    qtbot.addWidget(made)
    made.show_campaign(desk.ask(campaigns.campaigns)[0])
    made.show()
    return made


def test_a_sheet_goes_from_its_first_item_to_its_end_and_keeps_its_mode(desk, page):
    said = []
    page.told.connect(said.append)
    page.about.set_values(ABOUT)
    page.begin()
    assert not page.about.isEnabled()
    while (item := page._item()) is not None:
        page.sheet.entered.emit("1" if item.options else str(USUAL.get(item.kind, "nothing")))
    assert said
    assert said[0].startswith("Sheet kept: Complete")
    assert page.start.isVisible()
    found = desk.ask(campaign_results.results, page._campaign.id, mode=SurveyMode.PAPER)
    assert found.answers == {"H1": 1}
    assert desk.ask(campaign_results.results, page._campaign.id).answers == {}


def test_what_is_missing_before_a_sheet_is_said_and_a_sheet_can_end_early(desk, page, qtbot):
    page.about.set_values({"mode": "face_to_face"})
    page.begin()
    assert page.about.isEnabled()
    page.about.set_values(ABOUT)
    page.begin()
    page.sheet.entered.emit("no such key")
    assert page._item() is not None
    with qtbot.waitSignal(page.told) as heard:
        page.end()
    assert "Sheet kept" in heard.args[0]
    assert desk.ask(interviews.counted, page._campaign.id, questionnaire="short-phone", mode=SurveyMode.PAPER) == []


def test_a_key_that_no_answer_has_is_told_before_enter(page, qtbot):
    page.about.set_values(ABOUT)
    page.begin()
    while not page._item().options:
        page.sheet.entered.emit("")
    page.sheet.typed.emit("8")
    shown = [one.text() for one in page.sheet.findChildren(QLabel) if one.isVisible()]
    assert "There is no such option; type a key that is listed" in shown


def test_an_enter_after_a_key_belongs_to_its_answer_and_passes_over_nothing(page, qtbot):
    page.about.set_values(ABOUT)
    page.begin()
    qtbot.keyClick(page.sheet.line, Qt.Key.Key_Return)  # the greeting is read by Enter
    while page._item().id != "opinion":
        item = page._item()
        qtbot.keyClicks(page.sheet.line, "10" if item.id == "rating" else "1")
        qtbot.keyClick(page.sheet.line, Qt.Key.Key_Return)
        assert page._item() is not item
        assert page.sheet.trouble.isHidden()
    qtbot.keyClick(page.sheet.line, Qt.Key.Key_Return)
    assert page._item().id != "opinion"


def test_an_enter_after_a_key_is_a_new_one_once_something_else_was_done(page, qtbot):
    page.about.set_values(ABOUT)
    page.begin()
    qtbot.keyClick(page.sheet.line, Qt.Key.Key_Return)
    qtbot.keyClicks(page.sheet.line, "1")
    page.go_back()
    assert page.sheet.trouble.text().startswith("Answered: Yes")
    qtbot.keyClick(page.sheet.line, Qt.Key.Key_Return)
    assert page.sheet.trouble.isHidden()
    qtbot.keyClicks(page.sheet.line, "1")
    page.end()
    page.begin()
    qtbot.keyClick(page.sheet.line, Qt.Key.Key_Return)
    assert page._item().id == "agree"


def test_what_the_page_is_for_stands_under_its_fields(page, qtbot):
    page.resize(900, 560)
    page.show()
    qtbot.waitUntil(lambda: page.said.geometry().bottom() < 200, timeout=2000)


def test_a_sheet_that_was_left_half_way_goes_on_where_it_stood(desk, jobs, page, qtbot):
    assert page.buttons.go_on.isHidden()
    page.about.set_values(ABOUT)
    page.begin()
    for _ in range(4):
        page.sheet.entered.emit("1" if page._item().options else "")
    asked = page.sheet.question.text()
    again = SheetsPage(jobs)
    qtbot.addWidget(again)
    again.show_campaign(page._campaign)
    assert again.buttons.go_on.text() == "Go on with a sheet (1 left)"
    again.buttons.go_on.click()
    assert again.sheet.question.text() == asked
    assert again.about.values()["mode"] == "paper"
    again.end()
    assert again.buttons.go_on.isHidden()


def test_an_answer_of_a_sheet_is_gone_back_to_and_given_again(desk, page, qtbot):
    page.about.set_values(ABOUT)
    page.begin()
    assert not page.buttons.back.isEnabled()
    while not page._item().options:
        page.sheet.entered.emit("")
    first = page._item()
    page.sheet.typed.emit("1")
    asked = page.sheet.question.text()
    page.go_back()
    assert page._item() is first
    assert page.sheet.trouble.text().endswith("Answer again, or Enter to leave it.")
    page.sheet.entered.emit("")
    assert page.sheet.question.text() == asked
    page.go_back()
    page.sheet.typed.emit("1")
    assert page.sheet.question.text() == asked
    assert len([one for one in page._standing.given if one.item == first.id]) == 2


def test_a_wrong_mode_is_put_right_with_what_is_typed_in_already(desk, page):
    page.about.set_values(ABOUT)
    page.begin()
    for _ in range(4):
        page.sheet.entered.emit("1" if page._item().options else "")
    asked = page.sheet.question.text()
    assert page.buttons.mode.text() == "It was: Face to face"
    page.buttons.mode.click()
    assert (page.sheet.question.text(), page.buttons.mode.text()) == (asked, "It was: Paper")
    assert page.about.values()["mode"] == "face_to_face"
    while (item := page._item()) is not None:
        page.sheet.entered.emit("1" if item.options else str(USUAL.get(item.kind, "nothing")))
    one = page._campaign.id
    assert desk.ask(campaign_results.results, one, mode=SurveyMode.FACE_TO_FACE).answers == {"H1": 1}
    assert desk.ask(campaign_results.results, one, mode=SurveyMode.PAPER).answers == {}
    assert page.buttons.go_on.isHidden()


def _as_far_as(page, kind):
    page.about.set_values(ABOUT)
    page.begin()
    while page._item().kind is not kind:
        page.sheet.entered.emit("1" if page._item().options else str(USUAL.get(page._item().kind, "nothing")))


def _in_chinese(page):
    languages.of_app().use("zh_CN")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))


def test_half_typed_words_stay_under_another_mode_after_going_back_and_in_another_language(page, qtbot):
    _as_far_as(page, ItemKind.LONG_TEXT)
    qtbot.keyClicks(page.sheet.line, "the nurse never came")
    page.buttons.mode.click()
    assert page.sheet.line.text() == "the nurse never came"
    page.go_back()
    assert page.sheet.line.text() == ""
    page.sheet.entered.emit("")
    assert page.sheet.line.text() == "the nurse never came"
    page.about.setFocus()
    _in_chinese(page)
    assert page.sheet.line.text() == "the nurse never came"
    languages.of_app().use("en")
    page.sheet.line.returnPressed.emit()
    page.go_back()
    assert page.sheet.line.text() == ""


def _held(page, qtbot):
    """Give a low score, for which a reason is needed, and half of the reason."""
    _as_far_as(page, ItemKind.SATISFACTION)
    page.sheet.entered.emit("5")
    qtbot.keyClicks(page.sheet.line, "nobody ca")


def test_an_answer_that_waits_for_its_reason_waits_under_another_mode_and_in_another_language(page, qtbot):
    _held(page, qtbot)
    asked = page.sheet.trouble.text()
    page.buttons.mode.click()
    assert (page.sheet.trouble.text(), page.sheet.line.text()) == (asked, "nobody ca")
    _in_chinese(page)
    assert page.sheet.trouble.text() != asked
    assert page.sheet.line.text() == "nobody ca"
    languages.of_app().use("en")
    item = page._item()
    page.sheet.entered.emit("99")
    assert "No reason has this number" in page.sheet.trouble.text()
    page.sheet.entered.emit("nobody came")
    assert page._item() is not item
    given = page._standing.given[-1]
    assert (given.item, given.reason) == (item.id, "nobody came")


def test_going_back_from_a_reason_asks_the_question_itself_again_and_the_words_stay(page, qtbot):
    _held(page, qtbot)
    item = page._item()
    page.go_back()
    assert (page._item(), page.sheet.trouble.text(), page.sheet.line.text()) == (item, "", "")
    page.sheet.entered.emit("5")
    assert page.sheet.line.text() == "nobody ca"
    page.go_back()
    page.sheet.entered.emit("1")
    page.go_back()
    page.sheet.entered.emit("5")
    assert (page._item(), page.sheet.line.text()) == (item, "")


def test_going_back_to_a_statement_tells_of_no_answer(page):
    page.about.set_values(ABOUT)
    page.begin()
    assert page._item().kind is ItemKind.STATEMENT
    page.sheet.entered.emit("")
    page.go_back()
    assert page._item().kind is ItemKind.STATEMENT
    assert page.sheet.trouble.text() == ""


class SlowExecutor(LateExecutor):
    """Writes wait as well, as behind a sync."""

    def write(self, work):
        self.waiting.append(work)


@pytest.fixture(params=[LateExecutor, SlowExecutor])
def late(desk, page, qtbot, request):
    executor = request.param()
    jobs = Jobs(desk, desk.clock.now, executor=executor)
    made = SheetsPage(jobs)
    qtbot.addWidget(made)
    made.show_campaign(page._campaign)
    made.show()
    made.settle = lambda: (executor.answer(), QApplication.sendPostedEvents())
    made.settle()
    yield made
    jobs.close()


def test_nothing_is_taken_while_the_sheet_under_its_other_mode_is_asked_for(late):
    heard = []
    late.refused.connect(heard.append)
    late.about.set_values(ABOUT)
    late.begin()
    QApplication.sendPostedEvents()
    assert not late.start.isEnabled()
    late.settle()
    late.buttons.mode.click()
    QApplication.sendPostedEvents()
    late.buttons.mode.click()
    assert not late.sheet.isEnabled()
    late.settle()
    assert (heard, late._standing.row.asked.mode) == ([], SurveyMode.FACE_TO_FACE)
    assert late.sheet.isEnabled()
    assert late.buttons.mode.isEnabled()


def test_a_sheet_that_comes_after_another_campaign_was_chosen_is_left_there(desk, late):
    drawn(desk, questionnaire="short-phone", size=4, name="b", seed="b")
    here = late._campaign
    other = next(one for one in desk.ask(campaigns.campaigns) if one.id != here.id)
    late.about.set_values(ABOUT)
    late.begin()
    QApplication.sendPostedEvents()
    late.show_campaign(other)
    late.settle()
    assert late._standing is None
    assert late.start.isEnabled()
    assert late.buttons.go_on.isHidden()
    late.show_campaign(here)
    late.settle()
    assert late.buttons.go_on.text() == "Go on with a sheet (1 left)"


def test_a_sheet_is_ended_once_however_often_its_button_is_pressed(desk, late):
    heard, said = [], []
    late.refused.connect(heard.append)
    late.told.connect(said.append)
    late.about.set_values(ABOUT)
    late.begin()
    late.settle()
    late.done.click()
    late.done.click()
    late.settle()
    assert (heard, len(said)) == ([], 1)
    assert late.start.isVisible()
    assert late.start.isEnabled()
    assert late.focusWidget() is late.start


def test_the_last_answer_and_the_button_after_it_end_a_sheet_once(desk, late):
    heard, said = [], []
    late.refused.connect(heard.append)
    late.told.connect(said.append)
    late.about.set_values(ABOUT)
    late.begin()
    late.settle()
    while len(late._standing.state.waiting) > 1:
        item = late._item()
        late.sheet.entered.emit("1" if item.options else str(USUAL.get(item.kind, "nothing")))
        late.settle()
    item = late._item()
    late.sheet.entered.emit("1" if item.options else str(USUAL.get(item.kind, "nothing")))
    late.done.click()
    late.settle()
    assert (heard, len(said)) == ([], 1)
    assert said[0].startswith("Sheet kept: Complete")
    late.begin()  # the next one
    late.settle()
    assert late._item() is not None
    assert late.sheet.isEnabled()
