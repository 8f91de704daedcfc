"""Words are as high as they need, and scrolled where there is less room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

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


def test_words_that_come_later_are_seen_whole_where_there_is_room(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, notes, labels = QVBoxLayout(holder), ScrolledNotes(holder), [QLabel() for _ in range(4)]
    for label in labels:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column.addWidget(notes)
    column.addStretch(1)
    notes.show_labels(*labels)
    holder.resize(700, 600)
    holder.show()
    for label in labels:
        label.setText("a word " * 10)
    qtbot.waitUntil(lambda: notes.height() >= 4 * labels[0].heightForWidth(600))
    qtbot.waitUntil(lambda: notes.verticalScrollBar().maximum() == 0)
    labels[0].setText("a word " * 200)
    qtbot.waitUntil(lambda: notes.height() >= labels[0].heightForWidth(labels[0].width()))
    qtbot.waitUntil(lambda: notes.verticalScrollBar().maximum() == 0)
