from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import ContactDraft
from app.ui.kit import languages
from app.ui.kit.form_row import FormRow
from app.ui.panes.intake import readiness
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.form_note import FormNote
from app.ui.panes.intake.line_form import LineForm
from tests.desk import NOON


class Units:
    def suggest(self, _text):
        return []


@pytest.fixture
def form(state, desk, clock, shown):
    made = LineForm(state, desk, clock=clock.now, suggest={"units": Units().suggest})
    state.edit("category", "complaint.fees")
    made.arrange(readiness.surroundings(state.draft, desk.tree, None))
    return shown(made)


def arrange(form, state, desk):
    form.arrange(readiness.surroundings(state.draft, desk.tree, None))


def test_questions_follow_the_category(form, state, desk):
    assert form.editor("amount").isVisible()
    state.edit("category", "consult.outbreak")
    arrange(form, state, desk)
    assert not form.editor("amount").isVisible()
    assert form.editor("fever").isVisible()


def test_a_question_is_made_when_it_is_asked_with_what_is_kept_of_it(form, state, desk):
    state.renew(ContactDraft(NO_ID, NOON, category="complaint.fees", answers={"fever": "yes"}))
    form.load()
    assert form.findChild(FormRow, "amount") is not None
    assert form.findChild(FormRow, "fever") is None
    state.edit("category", "consult.outbreak")
    arrange(form, state, desk)
    assert form.findChild(FormRow, "fever").isVisible()
    assert form.editor("fever").value() == "yes"


def test_an_answer_goes_to_the_draft_at_the_keystroke(form, state, qtbot):
    qtbot.keyClicks(form.editor("amount"), "120")
    qtbot.keyClick(form.editor("wants_callback"), Qt.Key.Key_Y)
    assert state.draft.answers == {"amount": 120, "wants_callback": "yes"}


def test_an_answer_to_a_question_that_hides_comes_back_with_it(form, state, desk, qtbot):
    qtbot.keyClicks(form.editor("amount"), "120")
    for category in ("consult.outbreak", "complaint.fees"):
        state.edit("category", category)
        arrange(form, state, desk)
    assert form.editor("amount").value() == 120


def test_kept_answers_are_shown_and_broken_ones_become_none(form, state, desk):
    answers = {
        "visited_on": "2026-03-01",
        "fever": "maybe",
        "symptoms": ["rash"],
        "evidence": "photo",
        "age_group": "adult",
    }
    state.renew(ContactDraft(NO_ID, NOON, category="complaint.fees", answers=answers))
    form.load()
    assert form.editor("visited_on").value() == date(2026, 3, 1)
    assert form.editor("fever").value() == "not_asked"
    assert form.editor("symptoms").value() == ("rash",)
    state.renew(ContactDraft(NO_ID, NOON, answers={"visited_on": "last week"}))
    form.load()
    assert form.editor("visited_on").value() is None


def test_what_cannot_be_read_is_named_while_it_shows(form, state, desk):
    form.editor("visited_on").setText("last week")
    assert form.unreadable() == ("answers.visited_on",)
    state.edit("category", "consult.outbreak")
    arrange(form, state, desk)
    assert form.unreadable() == ()


def test_an_error_stands_beside_its_question_until_it_is_cleared(form):
    form.show_error("amount", "Too much")
    assert form.editor("amount").accessibleDescription() == "Too much"
    form.clear_errors()
    assert form.editor("amount").accessibleDescription() != "Too much"
    assert form.label_of("amount") == "Amount in question (yuan)"


def test_questions_speak_the_language_of_the_window(form):
    languages.of_app().use("zh_CN")
    form.retranslate()
    assert form.label_of("wants_callback") == "是否需要回复？"
    languages.of_app().use("en")
    form.retranslate()


def test_a_line_without_a_form_asks_nothing_and_says_so(state, desk, clock, qtbot):
    form = LineForm(state, replace(desk, form=None), clock=clock.now, suggest={})
    qtbot.addWidget(form)
    assert form.findChild(FormNote).text()
    form.arrange(readiness.surroundings(state.draft, desk.tree, None))
    assert form.unreadable() == ()
    assert form.editor("amount") is None
