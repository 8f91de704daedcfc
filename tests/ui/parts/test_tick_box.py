from PySide6.QtCore import QPoint, Qt

from app.ui.kit import theme
from app.ui.parts.tick_box import TickBox


def test_a_ticked_box_looks_different_in_both_themes(qtbot):
    box = TickBox("Cough")
    box.resize(box.sizeHint())
    box.setObjectName("box")
    qtbot.addWidget(box)
    for mode in ("light", "dark"):
        theme.of_app().apply(mode=mode)
        box.setChecked(False)
        empty = box.grab().toImage()
        box.setChecked(True)
        assert box.grab().toImage() != empty
    theme.of_app().apply(mode="light")


def test_a_click_on_the_words_ticks(shown, qtbot):
    box = TickBox("Cough and a very long text")
    box.setObjectName("box")
    shown(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, 5))
    assert box.isChecked()
    assert box.minimumSizeHint() == box.sizeHint()
