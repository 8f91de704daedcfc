"""The card says whom, why, and what was tried before."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import callback_sheets, callbacks, never_calls
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.callbacks.call_card import CallCard
from tests.desk import NOON, sign_in
from tests.services.calling import call, campaign


def now():
    return NOON


def test_a_card_names_what_speaks_against_a_call_and_what_was_tried(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    call(office, only, "201", note="rang long")
    card = CallCard(now)
    qtbot.addWidget(card)
    sheet, said = office.ask(callback_sheets.of, only), office.ask(callbacks.why_now, only)
    card.show_call(sheet, said, sheet.judge.slots.zone)
    assert card.chip.text() == "Not now"
    assert "Number called a short while ago → today 15:00" in card.why.text()
    assert "1 of 5 attempts" in card.about.text()
    (entry,) = card.history.entries
    assert (entry.title, entry.detail) == ("201 No answer", "Outgoing · Noon · rang long")
    card.show_call(sheet, said, sheet.judge.slots.zone, calling=True)
    assert (card.chip.text(), card.why.text()) == ("In progress", "")


def test_a_call_that_another_station_holds_says_whom_to_tell_what(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    card = CallCard(now)
    qtbot.addWidget(card)
    sheet, said = office.ask(callback_sheets.of, only), office.ask(callbacks.why_now, only)
    for calling, shown in ((False, False), (True, True)):
        card.show_call(sheet, said, sheet.judge.slots.zone, calling=calling, to_tell="Seat B")
        assert card.tell.isVisibleTo(card) is shown
    card.by_hand = True
    card.show_call(sheet, said, sheet.judge.slots.zone, calling=True)
    assert card.tell.text() == "No program of this computer took the number: dial it by hand."
    card.show_call(sheet, said, sheet.judge.slots.zone, calling=True, to_tell="Seat B")
    assert 'station Seat B. Tell it now, by telephone or chat: "Patient 0 is calling us' in card.tell.text()


def test_a_long_story_of_a_call_is_shown_whole(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    card = CallCard(now)
    qtbot.addWidget(card)
    card.resize(420, 540)
    card.show()
    sheet, said = office.ask(callback_sheets.of, only), office.ask(callbacks.why_now, only)
    card.show_call(sheet, said, sheet.judge.slots.zone)
    card.about.setText("Campaign · how patients discharged last quarter were cared for · Department · Kind " * 4)
    qtbot.waitUntil(lambda: card.about.height() >= card.about.heightForWidth(card.about.width()), timeout=2000)


def test_the_card_tells_who_said_never_again_and_what_lifted_it(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    call(office, only, "234")
    sign_in(office, "li")
    [said] = office.ask(never_calls.of_call, only)
    office.do(never_calls.lift, said.saying.id, requested_on=NOON.date(), kept="Folder 7")
    card = CallCard(now)
    qtbot.addWidget(card)
    sheet, why = office.ask(callback_sheets.of, only), office.ask(callbacks.why_now, only)
    card.never = office.ask(never_calls.of_call, only)
    card.show_call(sheet, why, sheet.judge.slots.zone)
    told = card.about.text().splitlines()[-2:]
    assert told[0].startswith("said on 2026-03-02 12:00, written down by ")
    assert told[1] == "lifted on 2026-03-02 12:00 by Li at the written request of 2026-03-02 (Folder 7)"


def test_in_an_interview_every_line_stays_in_sight_and_beside_the_outcome_none_is_needed(office: Office, qtbot) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    window = QWidget()
    qtbot.addWidget(window)
    card, below = CallCard(now, window), QWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(card, 0)
    column.addWidget(below, 3)
    below.setMinimumHeight(200)
    sheet, said = office.ask(callback_sheets.of, only), office.ask(callbacks.why_now, only)
    sheet = replace(sheet, case=replace(sheet.case, about=dict.fromkeys("abcdefgh", "how they were cared for")))
    window.resize(460, 440)
    window.show()
    card.show_call(sheet, said, sheet.judge.slots.zone, calling=True)
    assert "Spring" in card.about.text()
    assert card.about.text().endswith("0 of 5 attempts")
    card.fold(folded=True)
    assert card.about.text().startswith("a: how they were cared for")  # the questionnaire tells of the campaign
    assert card.about.text().endswith("h: how they were cared for")
    qtbot.waitUntil(lambda: card.about.height() >= card.about.heightForWidth(card.about.width()), timeout=2000)
    card.fold(folded=True, brief=True)
    assert not card.about.isVisibleTo(card)
    qtbot.waitUntil(lambda: card.height() < 150, timeout=2000)
    card.fold(folded=False)
    assert card.about.isVisibleTo(card)
