import pytest
from PySide6.QtCore import Qt

from app.services.script_reading import Point
from app.ui.panes.intake.script_points import PointRow, ScriptPoints

POINTS = (Point("k1", "9 to 45", critical=True), Point("k2", "earlier is better"))


@pytest.fixture
def points(shown):
    made = ScriptPoints()
    made.show_points(POINTS, ("k2",))
    return shown(made)


def test_points_come_with_what_was_ticked_before(points):
    assert points.ticked() == ("k2",)


def test_space_and_a_click_on_the_words_tick(points, qtbot):
    first = points.findChildren(PointRow)[0]
    with qtbot.waitSignal(points.changed, check_params_cb=("k1", "k2").__eq__):
        qtbot.keyClick(first.box, Qt.Key.Key_Space)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert points.ticked() == ("k2",)


def test_another_script_brings_its_own_points(points):
    points.show_points((), ())
    assert points.ticked() == ()
    assert not points.isVisible()
