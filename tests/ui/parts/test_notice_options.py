"""Answers to choose from."""

import pytest
from PySide6.QtCore import Qt

from app.ui.parts.notice_options import NoticeOptions, OptionButton


@pytest.fixture
def options(shown) -> NoticeOptions:
    made = NoticeOptions("notice")
    made.resize(320, 400)
    made.show_options(("At 8", "At 9 " * 30))
    return shown(made)


def test_an_answer_that_is_pressed_is_chosen(options, qtbot):
    button = options.findChild(OptionButton, "notice.option_2")
    with qtbot.waitSignal(options.chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [1]


def test_a_long_answer_takes_the_rows_that_it_needs(options):
    short, long = (options.findChild(OptionButton, f"notice.option_{place}") for place in (1, 2))
    assert long.height() > short.height() + 20


def test_other_answers_take_the_place_of_the_former_ones(options):
    options.show_options(("One", "Two", "Three"))
    assert options.count == 3
