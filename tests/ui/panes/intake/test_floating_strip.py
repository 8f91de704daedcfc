from PySide6.QtWidgets import QWidget

from app.ui.panes.intake.floating_strip import FloatingStrip


def test_a_message_lies_at_the_upper_edge_and_never_over_its_neighbor(shown, qtbot):
    window = QWidget()
    window.resize(1000, 600)
    neighbor = QWidget(window)
    neighbor.setGeometry(700, 0, 300, 40)
    strip = FloatingStrip(window, neighbor)
    shown(window)
    strip.info("Saved")
    qtbot.waitUntil(lambda: 600 < strip.geometry().right() < 700, timeout=1_000)
    assert strip.y() < 10
    neighbor.move(400, 0)
    qtbot.waitUntil(lambda: strip.geometry().right() < 400, timeout=1_000)
    assert strip.x() >= 0
