import pytest
from PySide6.QtWidgets import QWidget

from app.ui.shell import first_picture
from app.ui.shell.first_picture import Ground


@pytest.fixture
def ground(qtbot):
    home = QWidget()
    qtbot.addWidget(home)
    home.resize(100, 100)
    home.ground = Ground(home)
    return home.ground


def test_what_runs_beside_the_window_begins_after_the_picture_and_its_own_work_a_breath_later(qtbot, ground):
    with qtbot.waitSignals([ground.pictured, ground.rested], order="strict"):
        ground.parentWidget().show()
    assert ground._seen


def test_a_window_at_which_nobody_looks_waits_no_longer_than_its_time(qtbot, ground, monkeypatch):
    monkeypatch.setattr(first_picture, "_LATEST_MS", 1)
    with qtbot.waitSignal(ground.pictured):
        ground.expect()
    assert (ground._seen, ground.told) == (False, True)


def test_it_is_told_once(qtbot, ground):
    ground._tell()
    with qtbot.assertNotEmitted(ground.pictured), qtbot.waitSignal(ground.rested):
        ground.parentWidget().show()
