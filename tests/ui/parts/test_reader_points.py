"""Key points: numbers tick them, clicks tick them, and only a person's change is told."""

import pytest
from PySide6.QtCore import Qt

from app.services.script_reading import Point
from app.ui.kit import languages
from app.ui.parts.reader_points import KeyPoints

POINTS = tuple(Point(f"k{number}", f"point {number}", critical=number == 1) for number in range(1, 12))


@pytest.fixture
def points(qtbot) -> KeyPoints:
    made = KeyPoints()
    qtbot.addWidget(made)
    return made


def test_what_was_said_already_is_ticked_without_a_word(points: KeyPoints, qtbot) -> None:
    with qtbot.assertNotEmitted(points.ticked):
        points.show_points(POINTS[:3], {"k2"})
    assert [row.box.isChecked() for row in points.rows] == [False, True, False]
    assert points.left() == 2


def test_a_number_ticks_its_point_and_takes_the_tick_away(points: KeyPoints, qtbot) -> None:
    points.show_points(POINTS[:2], ())
    with qtbot.waitSignal(points.ticked) as first:
        points.toggle(2)
    with qtbot.waitSignal(points.ticked) as second:
        points.toggle(2)
    assert (first.args, second.args) == (["k2", True], ["k2", False])


def test_a_number_without_a_point_does_nothing(points: KeyPoints, qtbot) -> None:
    points.show_points(POINTS[:2], ())
    with qtbot.assertNotEmitted(points.ticked):
        points.toggle(3)
        points.toggle(0)


def test_the_next_point_is_the_first_that_was_not_said(points: KeyPoints) -> None:
    points.show_points(POINTS[:2], {"k1"})
    assert points.tick_next()
    assert points.left() == 0
    assert not points.tick_next()


def test_a_click_on_the_words_ticks(points: KeyPoints, qtbot) -> None:
    points.show_points(POINTS[:2], ())
    points.show()
    with qtbot.waitSignal(points.ticked) as heard:
        qtbot.mouseClick(points.rows[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["k1", True]


def test_a_screen_reader_hears_number_text_and_that_it_must_be_said(points: KeyPoints, qtbot) -> None:
    points.show_points(POINTS[:2], ())
    assert [row.box.accessibleName() for row in points.rows] == ["1. point 1 must be said", "2. point 2"]
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: "必须说到" in points.rows[0].box.accessibleName())


def test_another_script_has_other_points_and_no_old_ticks(points: KeyPoints, qtbot) -> None:
    points.show_points(POINTS[:3], {"k1"})
    with qtbot.assertNotEmitted(points.ticked):
        points.show_points((Point("k1", "another"),), ())
    assert [(row.point.text, row.box.isChecked()) for row in points.rows] == [("another", False)]
    assert points.left() == 1
    points.show_points(POINTS, ())
    assert len(points.rows) == 11
    points.show_points((), ())
    assert (points.rows, points.isHidden()) == ((), True)


def test_where_nobody_is_called_nothing_is_ticked(qtbot) -> None:
    made = KeyPoints(can_tick=False)
    qtbot.addWidget(made)
    made.show_points(POINTS, {"k1"})
    with qtbot.assertNotEmitted(made.ticked):
        made.toggle(1)
    assert not made.tick_next()
