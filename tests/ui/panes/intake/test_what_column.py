from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app.models.contacts import Channel, ContactDraft
from app.models.inquiries import Urgency
from app.services import units
from app.ui.kit import languages
from app.ui.kit.form_row import FormRow
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.reply_box import ReplyBox
from app.ui.panes.intake.what_column import WhatColumn
from tests.desk import NOON, sign_in


@pytest.fixture
def column(jobs, state, desk, office, shown):
    sign_in(office, "li")
    office.do(units.save_unit, "hosp", name="县人民医院", name_en="County Hospital", area="城关镇")
    sign_in(office, "wang")
    made = WhatColumn(jobs, state, desk)
    made.resize(480, 900)
    return shown(made)


def test_every_field_goes_to_the_draft_at_the_keystroke(column, state, qtbot):
    qtbot.keyClicks(column.editor("summary"), "fever")
    qtbot.keyClicks(column.editor("details"), "since monday")
    qtbot.keyClicks(column.editor("due_at"), "+2h")
    draft = state.draft
    assert (draft.summary, draft.details, draft.due_at) == ("fever", "since monday", NOON + timedelta(hours=2))


def test_a_category_is_taken_by_pinyin_initials_and_enter(column, state, qtbot):
    qtbot.keyClicks(column.editor("category"), "lgym")
    qtbot.keyClick(column.editor("category"), Qt.Key.Key_Return)
    assert state.draft.category == "consult.immunization.flu"


def test_enter_in_the_category_leads_to_the_summary(column, state, qtbot):
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    column.editor("category").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "lgym")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "wants the flu shot")
    assert (state.draft.category, state.draft.summary) == ("consult.immunization.flu", "wants the flu shot")


def test_a_unit_is_found_by_any_of_its_names(column, state, qtbot):
    qtbot.keyClicks(column.editor("unit"), "county")
    qtbot.keyClick(column.editor("unit"), Qt.Key.Key_Return)
    assert state.draft.unit == "hosp"


def test_channel_and_urgency_are_codes_of_the_house(column, state):
    column.editor("urgency").setCurrentIndex(column.editor("urgency").findData("high"))
    column.editor("urgency").activated.emit(0)
    column.editor("channel").setCurrentIndex(column.editor("channel").findData("email"))
    column.editor("channel").activated.emit(0)
    assert (state.draft.urgency, state.draft.channel) == (Urgency.HIGH, Channel.EMAIL)


def test_what_a_call_seldom_asks_is_made_when_it_is_asked(column, state):
    seldom = ("received_at", "dispatch_reason", "override", "override_note")
    assert [column.findChild(FormRow, name) for name in seldom] == [None] * 4
    state.edit("suggested", {"unit": "clinic"})
    state.edit("unit", "labs")
    shown = [one is not None and one.isVisible() for one in (column.findChild(FormRow, name) for name in seldom)]
    assert shown == [False, False, True, True]
    assert column.editor("override").minimumContentsLength() == column.editor("channel").minimumContentsLength() == 3


def test_what_came_in_writing_has_a_receipt_time_and_a_reply(column, state):
    assert column.findChild(FormRow, "received_at") is None
    assert column.findChild(ReplyBox) is None
    state.renew(ContactDraft(NO_ID, NOON, Channel.EMAIL, reply="Come at 8."))
    assert column.editor("received_at").isVisible()
    assert (column.findChild(ReplyBox).isVisible(), column.editor("reply").value()) == (True, "Come at 8.")
    state.edit("channel", Channel.PHONE_IN)
    assert not column.findChild(ReplyBox).isVisible()


def test_a_copied_reply_is_led_to_and_the_keyboard_stays(column, state, qtbot):
    column.resize(480, 460)
    state.edit("channel", Channel.EMAIL)
    state.edit("reply", "Bring your papers.")
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    column.editor("summary").setFocus()
    copy = column.findChild(QPushButton, "intake.reply.copy")
    assert copy.visibleRegion().isEmpty()
    column.copy_reply()
    assert QApplication.clipboard().text() == "Bring your papers."
    assert not copy.visibleRegion().isEmpty()
    assert column.editor("summary").hasFocus()


def test_a_receipt_time_of_day_is_the_last_one(column, state, qtbot):
    state.edit("channel", Channel.EMAIL)
    column.load()
    column.editor("received_at").setFocus()
    qtbot.keyClicks(column.editor("received_at"), "16:30")
    column.editor("summary").setFocus()
    assert state.draft.received_at == NOON - timedelta(hours=19, minutes=30)


def test_what_another_column_changed_is_shown(column, state):
    state.edit("category", "consult.immunization.hpv")
    state.edit("summary", "from elsewhere")
    assert column.editor("category").text() == "HPV vaccine"
    assert column.editor("summary").text() == "from elsewhere"


def test_typing_is_not_rewritten_under_the_cursor(column, state, qtbot):
    qtbot.keyClicks(column.editor("summary"), "fever ")
    qtbot.keyClicks(column.editor("summary"), "since")
    assert column.editor("summary").text() == "fever since"


def test_a_time_that_is_none_is_named(column, qtbot):
    qtbot.keyClicks(column.editor("due_at"), "someday")
    assert column.unreadable() == ("due_at",)


def test_a_category_and_a_unit_that_are_none_are_named(column, state, qtbot):
    state.edit("category", "consult.immunization.hpv")
    column.editor("category").selectAll()
    qtbot.keyClicks(column.editor("category"), "no such thing")
    qtbot.keyClicks(column.editor("unit"), "nowhere")
    assert column.unreadable() == ("category", "unit")
    column.editor("unit").clear()
    column.editor("unit").close_list()
    column.editor("category").selectAll()
    qtbot.keyClicks(column.editor("category"), "lgym")
    qtbot.keyClick(column.editor("category"), Qt.Key.Key_Return)
    assert column.unreadable() == ()


def test_no_field_moves_when_the_scroll_bar_comes_or_goes(column, qtbot):
    def at():
        edges = [column.editor(name) for name in ("urgency", "promise")]
        return [one.mapTo(column, one.rect().topRight()).x() for one in edges]

    bar = column._scroll.verticalScrollBar()
    column.resize(480, 1400)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    free = at()
    column.resize(480, 500)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert at() == free
    assert abs(free[0] - free[1]) <= 1


def test_errors_stand_beside_their_fields(column):
    assert column.show_error("summary", "Say it")
    assert column.show_error("answers.concerns", "Ask")
    assert not column.show_error("number", "elsewhere")
    assert column.editor("summary").accessibleDescription() == "Say it"
    column.clear_errors()
    assert column.editor("summary").accessibleDescription() == ""
    assert column.missing_words("answers.concerns") == "Who is concerned?"


def test_the_language_changes_without_touching_the_draft(column, state):
    state.edit_all({"category": "consult.immunization.hpv", "unit": "hosp", "summary": "fever"})
    former = state.draft
    languages.of_app().use("zh_CN")
    column.changeEvent(_language_change())
    assert column.editor("category").text() == "HPV疫苗"
    assert column.editor("unit").text() == "县人民医院"
    languages.of_app().use("en")
    column.changeEvent(_language_change())
    assert state.draft == former


def _language_change():
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.LanguageChange)


def test_the_next_conversation_shows_nothing_of_the_former_one(column, state, qtbot):
    qtbot.keyClicks(column.editor("summary"), "former")
    qtbot.keyClicks(column.editor("details"), "former")
    qtbot.keyClicks(column.editor("promise"), "former")
    state.renew(ContactDraft(NO_ID, NOON))
    shown = [column.editor(name).value() for name in ("summary", "details", "promise", "area", "category", "due_at")]
    assert shown == ["", "", "", "", "", None]
    column.editor("details").undo()
    assert column.editor("details").value() == ""


def test_fifty_thousand_characters_emoji_and_arabic_are_kept(column, state):
    text = "👩‍⚕️ السلام عليكم " + "长" * 50_000
    column.editor("details").insertPlainText(text)
    assert state.draft.details == text.strip()
