from PySide6.QtWidgets import QWidget

from app.ui.kit.messages import MessageStrip
from app.ui.shell.strip_place import StripPlace

LONG = "Not saved: the disk is full. What you typed is still here. " * 4


def placed(qtbot, text, width=1000):
    ground = QWidget()
    ground.resize(width, 600)
    qtbot.addWidget(ground)
    strip = MessageStrip(ground)
    StripPlace(strip, ground, beside=lambda: 300)
    ground.show()
    strip.danger(text)
    return ground, strip


def test_a_message_stands_at_the_lower_right_beside_the_figures(qtbot):
    ground, strip = placed(qtbot, "Saved")
    assert strip.geometry().right() > ground.width() - 20
    assert strip.geometry().bottom() > ground.height() - 10
    assert strip.x() >= 300


def test_a_longer_message_grows_upwards(qtbot):
    _, short = placed(qtbot, "Saved")
    _, long = placed(qtbot, LONG)
    assert long.height() > short.height()
    assert long.geometry().bottom() == short.geometry().bottom()


def test_it_follows_the_window(qtbot):
    ground, strip = placed(qtbot, LONG)
    ground.resize(1400, 800)
    assert strip.geometry().bottom() > 790
