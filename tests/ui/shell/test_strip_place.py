from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.kit.messages import Message, MessageStrip
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


class Saver(QObject):
    def take_back(self):
        pass


def test_a_short_message_stands_in_one_line_beside_its_buttons(qtbot):
    ground, strip = placed(qtbot, "Saved", width=1200)
    saver = Saver(ground)
    text = "Put off to tomorrow, 9:00, for the nurse on duty"
    strip.dismiss()
    strip.info(text)
    plain = strip.width()
    strip.dismiss()
    strip.post(Message("danger", text, "Show today", saver.take_back, saver.take_back, 15))
    strip.layout().activate()
    assert strip.width() > plain
    assert strip._text.width() >= strip._text.fontMetrics().horizontalAdvance(text)
    assert strip._text.height() < 2 * strip._text.fontMetrics().height()
