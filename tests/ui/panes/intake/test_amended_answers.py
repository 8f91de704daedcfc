import pytest
from PySide6.QtCore import Qt

from app.ui.kit.form_row import FormRow
from app.ui.kit.tri_state import TriState
from app.ui.panes.intake.amended_answers import AmendedAnswers


@pytest.fixture
def answers(desk, clock, shown):
    return shown(AmendedAnswers(clock=clock.now, zone=desk.zone))


def test_only_what_was_answered_can_be_corrected(answers, desk):
    answers.show_answers(desk.form, {"wants_callback": "not_asked", "visited_on": "2026-03-01"})
    assert {row.field.name for row in answers.findChildren(FormRow)} == {"wants_callback", "visited_on"}


def test_an_answer_that_stays_is_no_correction(answers, desk, qtbot):
    answers.show_answers(desk.form, {"wants_callback": "not_asked", "visited_on": "2026-03-01"})
    assert answers.corrected() == {}
    qtbot.keyClick(answers.findChild(TriState), Qt.Key.Key_N)
    assert answers.corrected() == {"answers.wants_callback": "no"}


def test_a_day_that_cannot_be_read_is_told_beside_its_question(answers, desk, qtbot):
    answers.show_answers(desk.form, {"visited_on": "2026-03-01"})
    editor = answers.findChild(FormRow).editor
    editor.selectAll()
    qtbot.keyClicks(editor, "soon")
    assert answers.has_problems()
    assert editor.accessibleDescription()


def test_the_answers_of_another_contact_take_the_place_of_the_former(answers, desk):
    answers.show_answers(desk.form, {"wants_callback": "yes"})
    answers.show_answers(None, {"wants_callback": "yes"})
    assert answers.corrected() == {}
    assert [row for row in answers.findChildren(FormRow) if row.isVisible()] == []
