import os
import signal
import threading
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer

from app.ui.shell import main
from app.ui.shell.doors import MISSING, StartChoice


def test_there_is_one_application(qapp):
    assert main.application() is qapp


def test_the_window_runs_until_it_is_closed(doors):
    seen = []

    def look(window):
        seen.append(window.reception.page)
        QTimer.singleShot(0, window.shut_down)

    assert main.run(doors, StartChoice(language="en"), shown=look) == 0
    assert seen == ["sign_in"]


def test_the_hook_for_mistakes_is_given_back(doors):
    import sys

    before = sys.excepthook

    def look(window):
        seen.append(sys.excepthook)
        QTimer.singleShot(0, window.shut_down)

    seen = []
    main.run(doors, StartChoice(language="en"), shown=look)
    assert sys.excepthook is before
    assert seen[0] is not before
    assert QCoreApplication.instance() is not None


def test_a_computer_that_shuts_down_ends_the_window_as_a_person_does(doors):
    def look(window):
        assert signal.getsignal(signal.SIGTERM) is not before
        window.ended.connect(ended)
        QTimer.singleShot(0, shut_down)

    def shut_down():
        signal.raise_signal(signal.SIGTERM)

    def ended():
        seen.append("ended")

    before, seen = signal.getsignal(signal.SIGTERM), []
    assert main.run(doors, StartChoice(language="en"), shown=look) == 0
    assert seen == ["ended"]
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_page_before_the_desk_that_rests_hears_of_it_too(doors):
    """A first run has no open house, and so no clock that lets Python run."""

    def look(window):
        seen.append(window.reception.page)
        QTimer.singleShot(7_000, late)
        another.start()

    def shut_down():
        os.kill(os.getpid(), signal.SIGTERM)

    def late():
        seen.append("late")

    seen, another = [], threading.Timer(2.5, shut_down)
    choice = StartChoice(language="en")
    assert main.run(replace(doors, standing=lambda: MISSING, cut_short=lambda: False), choice, shown=look) == 0
    assert seen == ["first_run"]
