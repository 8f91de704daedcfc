"""An area with a viewport of the program's own looks and answers as before, and nobody loads sixty classes for it."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QScrollArea

from app.ui.kit import own_viewport

COUNTED = """
import sys
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea
from app.ui.kit import own_viewport
app = QApplication([])
area = QScrollArea()
if sys.argv[1] == "own":
    own_viewport.give(area)
area.viewport().update()
print(len(QFrame.__subclasses__()))
"""


def test_an_area_shows_what_it_holds_on_its_own_viewport(qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setAcceptDrops(True)
    viewport = own_viewport.give(area)
    inner = QLabel("inside")
    area.setWidget(inner)
    area.show()
    assert area.viewport() is viewport
    assert viewport.isVisible()
    assert viewport.acceptDrops()
    assert inner.parentWidget() is viewport


@pytest.mark.parametrize("kind", [QScrollArea, QListWidget])
def test_a_viewport_has_the_ground_of_the_one_that_qt_makes(qtbot, kind):
    own, of_qt = kind(), kind()
    qtbot.addWidget(own)
    qtbot.addWidget(of_qt)
    given, known = own_viewport.give(own), of_qt.viewport()
    assert given.backgroundRole() == known.backgroundRole()
    assert given.autoFillBackground() == known.autoFillBackground()
    assert given.hasMouseTracking() == known.hasMouseTracking()
    assert given.focusProxy() is own


def test_a_list_is_clicked_as_before(qtbot):
    rows = QListWidget()
    qtbot.addWidget(rows)
    own_viewport.give(rows)
    rows.addItems(["one", "two"])
    rows.show()
    with qtbot.waitSignal(rows.itemClicked) as clicked:
        place = rows.visualItemRect(rows.item(1)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args[0].text() == "two"


def test_classes_that_nobody_uses_are_not_loaded_for_it():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def classes(which: str) -> int:
        command = [sys.executable, "-c", COUNTED, which]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
        return int(done.stdout)

    assert classes("own") < classes("of_qt")
