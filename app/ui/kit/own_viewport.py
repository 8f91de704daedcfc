"""A viewport that the program made itself.

Whoever asks Qt for a plain widget that Qt made makes PySide load every class of widget first, to see which of them it
is: sixty classes with their enumerations, 2 MB and some milliseconds. Of what the program made it knows that.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget


def give(area: QAbstractScrollArea) -> QWidget:
    """Give an area a viewport like the one that it has, and return it; call it before anything is shown in the area."""
    viewport = QWidget(area)
    scrolls = isinstance(area, QScrollArea)  # what it holds has the ground of the window; lists and texts their own
    viewport.setBackgroundRole(QPalette.ColorRole.NoRole if scrolls else QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setAcceptDrops(area.acceptDrops())
    viewport.setMouseTracking(area.hasMouseTracking())
    area.setViewport(viewport)
    return viewport
