from PySide6.QtWidgets import QWidget

from app.ui.panes.intake.floating_strip import FloatingStrip


def _strip(shown, tabs_width):
    window = QWidget()
    window.resize(1000, 600)
    neighbor, tabs = QWidget(window), QWidget(window)
    neighbor.setGeometry(700, 0, 300, 40)
    tabs.setGeometry(0, 0, tabs_width, 40)
    strip = FloatingStrip(window, neighbor, tabs, lambda: 40)
    shown(window)
    strip.info("Saved")
    return strip, neighbor, tabs


def test_a_message_lies_at_the_upper_edge_and_never_over_its_neighbor(shown, qtbot):
    strip, neighbor, _ = _strip(shown, 100)
    qtbot.waitUntil(lambda: 600 < strip.geometry().right() < 700, timeout=1_000)
    assert strip.y() < 10
    neighbor.move(500, 0)
    qtbot.waitUntil(lambda: strip.geometry().right() < 500, timeout=1_000)
    assert strip.x() >= 140


def test_many_tabs_give_way_while_a_message_shows_and_are_never_covered(shown, qtbot):
    strip, _, tabs = _strip(shown, 640)
    qtbot.waitUntil(lambda: tabs.width() < 640, timeout=1_000)
    qtbot.waitUntil(lambda: strip.x() > tabs.geometry().right() + 40, timeout=1_000)
    assert strip.width() >= 240
    strip.clear()
    qtbot.waitUntil(lambda: tabs.maximumWidth() > 10_000, timeout=1_000)


def test_a_long_message_takes_the_room_that_there_is_before_it_lies_over_the_columns(shown, qtbot):
    strip, neighbor, _ = _strip(shown, 100)
    strip.parentWidget().resize(1900, 600)
    neighbor.move(1600, 0)
    strip.clear()
    strip.info(
        "This cannot be undone: steps and notes stay. Correct it by another step, such as reopening it or a note."
    )
    qtbot.waitUntil(lambda: strip.width() == strip.wanted_width() > 500, timeout=1_000)
    assert strip.geometry().right() < neighbor.x()


def test_a_longer_message_takes_more_from_the_tabs_and_stands_in_one_line(shown, qtbot):
    strip, _, _ = _strip(shown, 640)
    qtbot.waitUntil(lambda: strip.height() > 0, timeout=1_000)
    width, height = strip.width(), strip.height()
    strip.clear()
    strip.info("3 drafts came back, and 1 more is under Drafts now.")
    qtbot.waitUntil(lambda: strip.width() > width, timeout=1_000)
    assert strip.height() == height


def test_beside_nothing_it_ends_where_the_pane_ends(shown, qtbot):
    strip, neighbor, _ = _strip(shown, 100)
    neighbor.setGeometry(988, 0, 0, 40)
    qtbot.waitUntil(lambda: strip.geometry().right() == 987, timeout=1_000)
