from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.models.contacts import Channel, ContactDraft
from app.models.letters import Letter
from app.ui.kit import languages
from app.ui.kit.long_text import LongText
from app.ui.panes.intake.conversation_state import NO_ID
from app.ui.panes.intake.letter_drop import LetterDrop
from tests.desk import NOON


class FakeLetters:
    def __init__(self):
        self.letter = Letter("Vaccine", "Wang Fang <w@x.org>", "w@x.org", NOON, "Please call", ("report.pdf",))
        self.read_paths = []
        self.before = None

    def __call__(self, path):
        self.read_paths.append(path)
        if self.before:
            self.before()
        return self.letter


@pytest.fixture
def letters(office):
    languages.of_app().use("en")
    office.outside["read_letter"] = made = FakeLetters()
    return made


@pytest.fixture
def drop(jobs, state):
    return LetterDrop(jobs, state)


def data(*names):
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(f"/post/{name}") for name in names])
    return made


def test_a_mail_dropped_on_a_blank_call_becomes_an_email_with_all_it_says(drop, state, letters):
    drop.read([Path("a.eml")])
    draft = state.draft
    assert (draft.channel, draft.summary, draft.caller_name, draft.received_at) == (
        Channel.EMAIL, "Vaccine", "Wang Fang", NOON,
    )  # fmt: skip
    assert draft.details == "From: Wang Fang <w@x.org>\n\nPlease call\n[report.pdf]"


def test_a_letter_never_overwrites_what_was_typed(drop, state, letters):
    state.edit_all({"summary": "mine", "caller_name": "me", "details": "first", "channel": Channel.LETTER})
    drop.read([Path("a.eml")])
    draft = state.draft
    assert (draft.summary, draft.caller_name, draft.channel) == ("mine", "me", Channel.LETTER)
    assert draft.details.startswith("first\n\nFrom: Wang Fang <w@x.org>\n\nPlease call")


def test_a_letter_that_is_read_too_late_does_not_reach_the_next_conversation(drop, state, letters):
    def end():
        state.renew(ContactDraft(NO_ID, NOON))

    letters.before = end
    drop.read([Path("a.eml")])
    assert state.draft == ContactDraft(NO_ID, NOON)


def test_files_are_taken_when_dropped_on_a_text(drop, letters, qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    text = LongText(parent=around)
    drop.watch(around)
    drop.watch(text)
    mime = data("a.eml", "b.docx")
    assert not text.canInsertFromMimeData(mime)  # so the application asks what lies around it
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, mime, buttons, keys)
    assert drop.eventFilter(around, event)  # the application delivers a drop only within a real drag
    assert letters.read_paths == [Path("/post/a.eml")]
    assert text.toPlainText() == ""


def test_files_are_taken_when_pasted_and_text_is_pasted_as_ever(drop, letters, qtbot):
    text = QPlainTextEdit()
    qtbot.addWidget(text)
    drop.watch(text)
    QGuiApplication.clipboard().setMimeData(data("a.txt"))
    qtbot.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert letters.read_paths == [Path("/post/a.txt")]
    QGuiApplication.clipboard().setText("hello")
    qtbot.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert text.toPlainText() == "hello"


def test_a_mail_of_chinese_windows_reads_as_it_was_written(drop, state, tmp_path):
    languages.of_app().use("en")
    path = tmp_path / "a.eml"
    path.write_bytes("From: 王芳 <w@x.cn>\nSubject: 咨询疫苗\n\n请问镕基路的诊所几点开门？".encode("gb18030"))
    drop.read([path])
    draft = state.draft
    assert (draft.summary, draft.caller_name) == ("咨询疫苗", "王芳")
    assert draft.details == "From: 王芳 <w@x.cn>\n\n请问镕基路的诊所几点开门？"


def test_of_a_letter_without_end_the_beginning_is_taken_and_that_is_said(drop, state, letters, qtbot):
    letters.letter = replace(letters.letter, text="长" * 300_000)
    with qtbot.waitSignal(drop.shortened):
        drop.read([Path("a.eml")])
    assert state.draft.details.endswith("长\n[report.pdf]")
    assert len(state.draft.details) == 100_000


def test_more_letters_than_are_taken_at_once_are_named(drop, letters, qtbot):
    with qtbot.waitSignal(drop.shortened) as said:
        drop.read([Path(f"{number}.eml") for number in range(8)])
    assert len(letters.read_paths) == 5
    assert "5 letters" in said.args[0]


def test_what_is_no_letter_among_the_files_is_named(drop, letters, qtbot):
    with qtbot.waitSignal(drop.shortened) as said:
        drop.read([Path("scan.pdf"), Path("a.eml"), Path("folder")])
    assert letters.read_paths == [Path("a.eml")]
    assert said.args[0].startswith("Not taken: scan.pdf, folder.")


def test_who_is_on_the_line_is_not_named_after_the_letter_that_is_laid_beside_the_call(drop, state, letters):
    state.edit_all({"number": "138 1234 5678", "summary": "asks about a mail"})
    drop.read([Path("a.eml")])
    assert (state.draft.channel, state.draft.caller_name) == (Channel.PHONE_IN, None)
    assert state.draft.details.startswith("From: Wang Fang <w@x.org>")
