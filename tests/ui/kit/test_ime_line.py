import pytest
from PySide6.QtCore import QLibraryInfo, QMimeData, QObject, QPoint, QPointF, Qt, QUrl, QVersionNumber
from PySide6.QtGui import QDragEnterEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.ui.kit.ime_line import ImeLine


class Notes(QObject):
    def __init__(self):
        super().__init__()
        self.typed = []

    def take(self, text, preedit):
        self.typed.append((text, preedit))


@pytest.fixture
def notes(qapp):
    return Notes()


@pytest.fixture
def line(qtbot, notes):
    line = ImeLine()
    qtbot.addWidget(line)
    line.typed.connect(notes.take)
    line.show()
    return line


def compose(line, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(line, event)


def test_the_preedit_is_reported_without_separators(line, notes):
    compose(line, "mi'qie jc")
    assert notes.typed == [("", "miqiejc")]
    assert line.composing


def test_committing_reports_the_text_and_ends_composing(line, notes):
    compose(line, "mq")
    compose(line, "", commit="密切")
    assert notes.typed[-1] == ("密切", "")
    assert not line.composing


def test_the_query_has_the_preedit_where_the_cursor_is(line):
    line.setText("疫苗预约")
    line.setCursorPosition(2)
    compose(line, "hp'v")
    assert line.query == "疫苗hpv预约"


def test_giving_up_a_preedit_is_reported(line, notes):
    compose(line, "mq")
    compose(line, "")
    assert notes.typed == [("", "mq"), ("", "")]


def test_plain_typing_is_reported_at_each_key(line, notes, qtbot):
    qtbot.keyClicks(line, "hp")
    assert notes.typed == [("h", ""), ("hp", "")]


def test_a_long_text_is_never_cut(line):
    line.setText("x" * 50_000)
    assert len(line.text()) == 50_000


@pytest.mark.parametrize(("address", "taken"), [("file:///post/a.eml", False), ("https://x.org/a", True)])
def test_a_file_that_is_dropped_is_left_to_what_lies_around_the_line(line, address, taken):
    mime = QMimeData()
    mime.setUrls([QUrl(address)])
    mime.setText(address)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    spot = QPoint(1, 1) if QLibraryInfo.version() < QVersionNumber(6, 12) else QPointF(1, 1)
    event = QDragEnterEvent(spot, Qt.DropAction.CopyAction, mime, buttons, keys)
    line.dragEnterEvent(event)
    assert event.isAccepted() is taken
