from PySide6.QtWidgets import QWidget

from app.ui.panes.intake.floating_strip import FloatingStrip


def test_a_message_lies_in_the_corner_and_follows_the_window(shown, qtbot):
    window = QWidget()
    window.resize(1000, 600)
    strip = FloatingStrip(window)
    shown(window)
    strip.info("Saved")
    qtbot.waitUntil(lambda: strip.geometry().right() > 900, timeout=1_000)
    assert strip.geometry().bottom() < 600
    window.resize(700, 500)
    qtbot.waitUntil(lambda: 600 < strip.geometry().right() < 700, timeout=1_000)
