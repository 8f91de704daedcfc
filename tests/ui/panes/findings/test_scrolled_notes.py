"""Words are as high as they need, and scrolled where there is less room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.panes.findings.scrolled_notes import ScrolledNotes


def test_words_want_their_height_and_can_be_scrolled_where_they_have_less(qtbot) -> None:
    notes = ScrolledNotes()
    qtbot.addWidget(notes)
    label = QLabel("a word " * 80)
    label.setWordWrap(True)
    notes.show_labels(label)
    notes.resize(300, 90)
    notes.show()
    notes.fit()
    assert notes.sizeHint().height() > 200
    assert notes.minimumSizeHint().height() < 120
    assert notes.focusPolicy() is Qt.FocusPolicy.StrongFocus
    qtbot.waitUntil(lambda: notes.verticalScrollBar().maximum() > 100)
    label.setText("a word")
    notes.fit()
    assert notes.sizeHint().height() == notes.minimumSizeHint().height() < 40
    assert notes.focusPolicy() is Qt.FocusPolicy.NoFocus
