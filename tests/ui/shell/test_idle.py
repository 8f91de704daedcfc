import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.ui.shell.idle import IdleWatch


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.show()
    return ground


def test_nobody_at_the_window_is_noticed(qtbot, ground):
    watch = IdleWatch(ground)
    watch.watch(1)
    with qtbot.waitSignal(watch.idle, timeout=4000):
        assert watch.watching


def test_zero_seconds_never_end(ground):
    watch = IdleWatch(ground)
    watch.watch(0)
    assert not watch.watching


def test_a_key_on_the_surface_of_the_window_begins_the_time_anew(qtbot, ground):
    watch = IdleWatch(ground)
    watch.watch(60)
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < 60_000)
    before = watch._timer.remainingTime()
    qtbot.keyClick(ground.windowHandle(), Qt.Key.Key_A)
    assert watch._timer.remainingTime() > before


def test_a_word_of_an_input_method_is_a_touch_too(qtbot, ground):
    watch = IdleWatch(ground)
    watch.watch(60)
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < 60_000)
    before = watch._timer.remainingTime()
    QGuiApplication.inputMethod().cursorRectangleChanged.emit()
    assert watch._timer.remainingTime() > before


def test_a_touch_does_not_wake_a_watch_that_rests(ground):
    watch = IdleWatch(ground)
    watch.watch(60)
    watch.rest()
    watch.touch()
    assert not watch.watching
