from PySide6.QtGui import QColor

from app.ui.shell.mark import Mark, icon


def test_the_program_has_an_icon_of_its_own(qapp):
    image = icon().pixmap(64, 64).toImage()
    assert not icon().isNull()
    assert image.pixelColor(32, 40).alpha() == 255


def test_the_mark_comes_after_the_first_paint(qtbot):
    mark = Mark(size=40)
    qtbot.addWidget(mark)
    mark.show()
    qtbot.waitUntil(lambda: mark.grab().toImage().pixelColor(20, 4) != QColor(mark.palette().window().color()))
    assert mark.size().width() == 40
