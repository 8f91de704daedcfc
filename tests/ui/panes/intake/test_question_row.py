import pytest
from PySide6.QtWidgets import QWidget

from app.ui.panes.intake.question_row import question_row, say, show_kept


@pytest.fixture
def row_of(desk, clock, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def made(question):
        each = next(one for section in desk.form.sections for one in section.fields if one.id == question)
        return question_row(each, f"test.{question}", parent, clock=clock.now, zone=desk.zone)

    return made


@pytest.mark.parametrize(("question", "answer"), [("concerns", "child"), ("wants_callback", "no"), ("amount", 12)])
def test_a_kept_answer_is_shown_as_it_was_given(row_of, question, answer):
    row = row_of(question)
    show_kept(row, answer)
    assert row.editor.value() == answer


def test_a_kept_day_that_is_none_becomes_no_answer(row_of):
    row = row_of("visited_on")
    show_kept(row, "yesterday")
    assert row.editor.value() is None


def test_a_question_is_said_in_the_language_that_is_wanted(row_of):
    row = row_of("wants_callback")
    say(row, "zh_CN")
    chinese = row.label_text()
    say(row, "en")
    assert chinese != row.label_text()
