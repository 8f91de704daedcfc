"""The middle of the pane: one script in the shared reader, in the wording that a person chose, and what is flagged."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import scripts
from app.services.script_reading import Reading
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.asking import Card
from app.ui.panes.scripts.centered import CenteredPage
from app.ui.panes.scripts.difference_page import DifferencePage
from app.ui.panes.scripts.mend_line import MendLine
from app.ui.parts.document_opener import DocumentOpener
from app.ui.parts.flag_line import FlagLine
from app.ui.parts.readable import More, next_language
from app.ui.parts.script_reader import ScriptReader

_NOTHING, _READER, _DIFFERENCES = range(3)


class ReadingColumn(QWidget):
    """``shown(Card)`` when a script or another wording of it is on the screen, ``flagged()`` and ``mended()`` after the
    commit, ``refused(error)``, ``search_wanted()`` where no script is open."""

    shown = Signal(object)
    flagged = Signal()
    mended = Signal()
    refused = Signal(object)
    search_wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reading = Reading(languages.current())
        self._key = ""
        self._card: Card | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def card(self) -> Card | None:
        """The opened script, None without one."""
        return self._card

    def open(self, key: str) -> None:
        """Read a script in the language of the window; the wording of one that is open already stays."""
        if key != self._key:
            self._key = key
            self._reading = Reading(languages.current())
            self.leave_lines()
        self.reload()

    def reload(self) -> None:
        """Ask for the opened script again."""
        if self._key:
            self._jobs.ask(
                asking.card, key="card", done=self._take, failed=self._fail, script=self._key, reading=self._reading
            )

    def close_script(self) -> None:
        """Show none, as when another person signs in."""
        self._key, self._card = "", None
        self.reader.clear()
        self.leave_lines()
        self._pages.setCurrentIndex(_NOTHING)

    def begin_flag(self) -> None:
        """Ask what is wrong, and offer to mend it at once to whoever may."""
        if self._card is not None:
            self.flag_line.begin(self._card.script.points)
            self.mend_line.begin(self._key, self._card.script.language)

    def leave_lines(self) -> None:
        """Forget a half-asked flag or mend: it belongs to what was on the screen."""
        self.flag_line.hide()
        self.mend_line.hide()

    def show_differences(self, number: int) -> None:
        """Compare a version of the open script with the one before it."""
        if self._card is not None:
            numbers = [one.number for one in self._card.versions]
            self._pages.setCurrentIndex(_DIFFERENCES)
            self.differences.show_versions(self._key, numbers, number)

    def toggle_language(self) -> None:
        """Read it in the next language."""
        language = next_language(self._card.script) if self._card else ""
        if language:
            self._read(language=language)

    def toggle_plain(self) -> None:
        """Change between usual and plain words."""
        if self._card is not None:
            self._read(plain=not self._card.script.plain)

    def copy_answer(self) -> None:
        """Put what is said on the clipboard."""
        QGuiApplication.clipboard().setText(self.reader.text())

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._empty.show_text(
            self.tr("Choose a script"),
            self.tr("Type what a caller says, or choose a topic. The arrow keys show one script after the other."),
            self.tr("Search"),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language; the opened script is read in it, too."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._reading = replace(self._reading, language=languages.current())
            if self.isVisible():
                self.reload()
        super().changeEvent(event)

    def _build(self) -> None:
        self.reader = ScriptReader(calling=False, parent=self)
        self._documents = DocumentOpener(self._jobs, self)
        self.flag_line = FlagLine("scripts.flagging", self)
        self.mend_line = MendLine(self._jobs, self)
        self.leave_lines()
        self._empty = EmptyState("scripts.nothing", "scripts")
        self._pages = QStackedWidget(self)
        self.differences = DifferencePage(self._jobs, self)
        for page in (CenteredPage(self._empty, self), self.reader, self.differences):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.flag_line)
        column.addWidget(self.mend_line)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.reader.language_toggled.connect(self.toggle_language)
        self.reader.plain_toggled.connect(self._choose_plain)
        self.reader.audience_chosen.connect(self._choose_audience)
        self.reader.placeholder_chosen.connect(self._fill)
        self.reader.flag_requested.connect(self.begin_flag)
        self.reader.document_wanted.connect(self._documents.open)
        self.reader.other_wanted.connect(self.open)
        self.flag_line.flagged.connect(self._flag)
        self.flag_line.left.connect(self._leave_flag)
        self.mend_line.left.connect(self._leave_flag)
        self.mend_line.refused.connect(self._refuse)
        self.mend_line.mended.connect(self._mended)
        self._empty.acted.connect(self.search_wanted)
        self.differences.left.connect(self._leave_differences)
        self.differences.refused.connect(self._refuse)

    def _read(self, **wanted: Any) -> None:
        self._reading = replace(self._reading, **wanted)
        self.reload()

    def _choose_plain(self, on: bool) -> None:
        self._read(plain=on)

    def _choose_audience(self, kind: str) -> None:
        self._read(audience=kind)

    def _fill(self, name: str, value: str) -> None:
        self._read(values={**self._reading.values, name: value})

    def _take(self, card: Card) -> None:
        self._card = card
        self.reader.show_script(card.script, more=More(card.audiences, self._reading.audience))
        self._pages.setCurrentIndex(_READER)
        self.shown.emit(card)

    def _fail(self, error: AppError) -> None:
        self.close_script()
        self.refused.emit(error)

    def _flag(self, note: str, key_point: str) -> None:
        if self._card is not None:
            script = self._card.script
            self.leave_lines()
            self.reader.setFocus()
            self._jobs.do(
                _flag_script,
                done=self._flagged,
                failed=self._refuse,
                script=script.key,
                version=script.version,
                note=note,
                key_point=key_point or None,
            )

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _flagged(self, _flag: bytes) -> None:
        self.flagged.emit()

    def _leave_differences(self) -> None:
        self._pages.setCurrentIndex(_READER)
        self.reader.setFocus()

    def _mended(self) -> None:
        self._leave_flag()
        self.mended.emit()

    def _leave_flag(self) -> None:
        self.leave_lines()
        self.reader.setFocus()


def _flag_script(work: Any, script: str, version: int, note: str, key_point: str | None) -> bytes:
    # "key" is a parameter of Jobs.
    return scripts.flag(work, script, version, note=note, key_point=key_point)
