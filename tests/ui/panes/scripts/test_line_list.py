"""A list of lines with chips, marks and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.ui.kit import theme
from app.ui.panes.scripts.line_list import Line, LineList

LINES = (
    Line("a", "First", "the first of all", (("Urgent", "danger"),), "Alt+1", ((4, 9),)),
    Line("b", "Second", "the second", grey=True),
    Line("c", "Third"),
)


@pytest.fixture
def listed(qtbot) -> LineList:
    made = LineList("test.lines")
    qtbot.addWidget(made)
    made.setAccessibleName("Lines")
    made.resize(280, 200)
    made.show_lines(LINES)
    made.show()
    return made


def test_a_screen_reader_hears_title_chips_and_detail(listed: LineList) -> None:
    said = [listed.rows.index(row, 0).data() for row in range(3)]
    assert said == ["First, Urgent, the first of all", "Second, the second", "Third"]
    assert listed.rows.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "First\nthe first of all"


def test_the_model_keeps_the_rules_of_models(listed: LineList, qtmodeltester) -> None:
    qtmodeltester.check(listed.rows)


def test_arrows_pick_and_enter_opens(listed: LineList, qtbot) -> None:
    listed.mark(0)
    with qtbot.waitSignal(listed.picked) as picked:
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(listed.opened) as opened:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert (picked.args, opened.args) == (["b"], ["b"])


def test_a_click_opens(listed: LineList, qtbot) -> None:
    place = listed.visualRect(listed.rows.index(2, 0)).center()
    with qtbot.waitSignal(listed.opened) as opened:
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert opened.args == ["c"]


def test_steps_stop_at_the_ends(listed: LineList) -> None:
    listed.mark(0)
    listed.step(1)
    assert listed.key() == "b"
    listed.step(10)
    assert listed.key() == "c"
    listed.step(-10)
    assert listed.key() == "a"


def test_the_current_line_stays_where_it_is_still_there(listed: LineList, qtbot) -> None:
    listed.mark(1)
    with qtbot.assertNotEmitted(listed.picked):
        listed.show_lines(LINES[1:])
    assert listed.key() == "b"
    listed.show_lines(LINES[2:])
    assert listed.key() is None


def test_a_place_without_a_line_opens_nothing(listed: LineList, qtbot) -> None:
    with qtbot.assertNotEmitted(listed.opened):
        listed.open_place(3)
        listed.open_place(-1)


def test_a_fitted_list_is_as_high_as_its_lines_at_any_width(qtbot) -> None:
    made = LineList("test.lines", wrap=4)
    qtbot.addWidget(made)
    made.setAccessibleName("Lines")
    made.resize(400, 400)
    made.show_lines([Line("a", "Title", "many words that wrap " * 8)])
    made.show()
    made.fit()
    wide = made.height()
    made.resize(160, made.height())
    qtbot.waitUntil(lambda: made.height() > wide)
    assert not made.verticalScrollBar().maximum()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_lines_are_painted_in_both_themes(listed: LineList, mode: str) -> None:
    theme.of_app().apply(mode=mode)
    listed.mark(0)
    picture = listed.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(0, 280, 2) for y in range(0, 60, 2)}
    assert theme.of_app().hex("accent_soft").lower() in colors
    theme.of_app().apply(mode="light")


def test_a_hint_is_painted_as_what_can_be_read_not_as_what_is_switched_off(listed: LineList) -> None:
    row = listed.visualRect(listed.rows.index(0, 0))
    image = listed.viewport().grab(row.adjusted(row.width() - 40, 2, 0, -row.height() // 2)).toImage()
    inks = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())}
    assert min(inks) < theme.of_app().color("faint").lightness()
