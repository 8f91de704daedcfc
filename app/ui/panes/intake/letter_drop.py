"""Letters come in by hand: files dropped on the form or pasted into it, read on a reader thread."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.models.contacts import LIVE, Channel
from app.models.letters import Letter
from app.services import letters
from app.services.office import View
from app.services.wording import names_in_a_row
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.readiness import LONGEST_TEXT

SUFFIXES = (".eml", ".txt", ".html", ".htm")
_MOST = 5
#: Longest list of attachments below a letter, in characters.
LONGEST_NAMES = 5_000
#: Longest name and address of whoever wrote, in characters.
LONGEST_SENDER = 500


class LetterDrop(QObject):
    """Watches widgets for files of letters and writes what they say into the draft. `taken(Letter)` after each,
    `shortened(str)` with the sentence where not all of it was.
    """

    taken = Signal(object)
    shortened = Signal(str)

    def __init__(self, jobs: Jobs, state: ConversationState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._state = jobs, state

    def watch(self, widget: QWidget) -> None:
        """Take files that are dropped on or pasted into this widget; long texts in it leave dropped ones to it."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drops and pastes of files; everything else goes on."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = _files(event.mimeData())
            if _letters(paths):
                event.setDropAction(Qt.DropAction.CopyAction)  # never a move: it would take the file away
                event.accept()
                if kind == QEvent.Type.Drop:
                    self.read(paths)
                return True
        if (
            kind == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
        ):
            paths = _files(QGuiApplication.clipboard().mimeData())
            if _letters(paths):
                self.read(paths)
                return True
        return super().eventFilter(watched, event)

    def read(self, paths: list[Path]) -> None:
        """Read the letters among the files one after the other, and name what is none."""
        found = _letters(paths)
        for path in found[:_MOST]:
            self._jobs.ask(read_letter, done=self._take, path=path, asked=self._state.generation)
        if others := [path.name for path in paths if path not in found]:
            said = self.tr("Not taken: {names}. A letter is an .eml, .txt or .html file.")
            self.shortened.emit(said.format(names=names_in_a_row(others[:_MOST], languages.current())))
        if len(found) > _MOST:
            said = self.tr(
                "Only the first {count} letters were taken. Bring the others to a conversation of their own."
            )
            self.shortened.emit(said.format(count=_MOST))

    def _take(self, read: tuple[Letter, int]) -> None:
        letter, asked = read
        if asked != self._state.generation:
            return  # its conversation is over; nothing of one person may stand on another's contact
        draft, edit = self._state.draft, self._state.edit
        if draft.channel in LIVE and draft.empty:
            edit("channel", Channel.EMAIL if letter.received_at or letter.sender else Channel.LETTER)
        if letter.subject and not draft.summary:
            edit("summary", letter.subject)
        talks = self._state.draft.channel in LIVE  # and may be another than who wrote
        if letter.sender and not draft.caller_name and not talks:
            edit("caller_name", letter.sender.partition("<")[0].strip(' "') or letter.sender)
        if letter.received_at and not draft.received_at:
            edit("received_at", letter.received_at)
        edit("details", self._added(letter))
        self.taken.emit(letter)

    def _added(self, letter: Letter) -> str:
        """Return the details with sender and letter below; of one that is too long the beginning, which is said."""
        before = f"{self._state.draft.details}\n\n" if self._state.draft.details else ""
        if letter.sender_address:  # the reply goes there
            before += letters.written_by(letter.sender[:LONGEST_SENDER], languages.current()) + "\n\n"
        names = "".join(f"\n[{name}]" for name in letter.attachments)[:LONGEST_NAMES]
        room = max(LONGEST_TEXT - len(before) - len(names), 0)
        if len(letter.text) > room:
            self.shortened.emit(
                self.tr(
                    "The letter is longer than the details can be. Its beginning was taken; the rest stays in the file."
                )
            )
        return f"{before}{letter.text[:room]}{names}"


def read_letter(view: View, path: Path, asked: int) -> tuple[Letter, int]:
    """Return what a file says, and for which generation it was asked; a question, so that a thread reads it."""
    return letters.read(view, path), asked


def _files(data: Any) -> list[Path]:
    if not isinstance(data, QMimeData) or not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _letters(paths: list[Path]) -> list[Path]:
    return [path for path in paths if path.suffix.lower() in SUFFIXES]
