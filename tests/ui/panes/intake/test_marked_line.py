import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from app.ui.kit import theme
from app.ui.panes.intake.marked_line import MarkedLines

INK, ACCENT = QColor("black"), QColor("red")


@pytest.fixture
def lines(qapp):
    return MarkedLines(theme.of_app().font())


def painted(lines, text, typed, width=300):
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    lines.draw(painter, QRect(0, 0, width, 30), text, typed, (INK, ACCENT))
    painter.end()
    return image


def reddish(image):
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(one.red() > one.green() + 40 for one in colors)


def inked(image):
    return {(x, y) for x in range(400) for y in range(40) if image.pixelColor(x, y) != QColor("white")}


def test_only_what_was_typed_is_marked(lines):
    assert reddish(painted(lines, "flu vaccine", "")) == 0
    assert 0 < reddish(painted(lines, "flu vaccine", "VAC")) < reddish(painted(lines, "flu vaccine", "flu vaccine"))


def test_a_mark_colors_the_letters_where_they_stand_and_no_others(lines):
    plain, marked = painted(lines, "flu vaccine", ""), painted(lines, "flu vaccine", "vac")
    first, last = (QFontMetrics(theme.of_app().font()).horizontalAdvance(part) for part in ("flu ", "flu vac"))
    changed = [x for x in range(400) if any(plain.pixelColor(x, y) != marked.pixelColor(x, y) for y in range(40))]
    assert first - 2 <= changed[0] < changed[-1] <= last + 2
    assert inked(plain) == inked(marked)


def test_a_line_that_runs_from_right_to_left_is_marked_too(lines):
    assert 0 < reddish(painted(lines, "לקוח חיסון", "חיסון")) < reddish(painted(lines, "לקוח חיסון", "לקוח חיסון"))


def test_a_line_that_is_painted_again_looks_the_same(lines):
    assert painted(lines, "疫苗 几岁", "几") == painted(lines, "疫苗 几岁", "几")


def test_a_long_line_ends_within_its_width(lines):
    image = painted(lines, "a long line " * 20, "", width=100)
    assert all(image.pixelColor(x, y) == QColor("white") for x in range(104, 400) for y in range(40))


def test_a_line_break_becomes_a_space(lines):
    assert painted(lines, "one\ntwo", "") == painted(lines, "one two", "")


def test_many_lines_do_not_gather(lines):
    for number in range(600):
        painted(lines, f"line {number}", "")
    assert painted(lines, "line 1", "") == painted(MarkedLines(theme.of_app().font()), "line 1", "")
