"""A text with the numbers of its lines."""

import pytest

from app.ui.panes.scripts.editor.source_text import SourceText
from tests.windows import put_up


@pytest.fixture
def text(bare_jobs, qtbot) -> SourceText:
    made = SourceText()
    made.setObjectName("source")
    made.setAccessibleName("Source")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.set_value("\n".join(f"line {number}" for number in range(1, 41)))
    put_up(qtbot, made)
    return made


def test_the_cursor_goes_to_a_line(text: SourceText) -> None:
    text.go_to_line(30)
    assert text.textCursor().block().text() == "line 30"
    text.go_to_line(999)
    assert text.textCursor().block().text() == "line 40"


def test_a_wrong_line_is_painted_and_said(text: SourceText) -> None:
    clean = text.grab().toImage()
    text.show_wrong({1: "No title"})
    assert text.grab().toImage() != clean
    assert text.wrong_at(4) == "No title"
    assert text.wrong_at(200) == ""


def test_the_strip_grows_with_the_numbers(text: SourceText) -> None:
    narrow = text.strip_width()
    text.set_value("\n" * 1_200)
    assert text.strip_width() > narrow
    assert text.viewportMargins().left() == text.strip_width()


def test_a_long_text_is_shown_at_once(text: SourceText) -> None:
    text.set_value("word " * 20_000)
    text.go_to_line(1)
    assert text.blockCount() == 1
