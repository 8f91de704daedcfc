"""Another key for the database: keep its sheet first, then wait while every page is encrypted anew."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QWidget

from app.models.errors import AppError
from app.ui.kit.jobs import Jobs
from app.ui.shell.doors import Doors, NewKey, Opened
from app.ui.shell.recovery import RecoveryPage
from app.ui.shell.start_page import StartPage

_STEPS = ("checking", "escrow", "keeping", "rewriting", "proving", "finishing")


class ChangingPage(StartPage):
    """Says that the key is being changed, and how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("changing_key", parent, width=520)
        self._step = _STEPS[0]
        self._bar, self._doing = QProgressBar(self.card), QLabel(self.card)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, len(_STEPS))
        self._doing.setWordWrap(True)
        for part in (self._bar, self._doing):
            self.body.addWidget(part)
        self.retranslate()

    def enter(self) -> None:
        """Begin anew."""
        self.show_step(_STEPS[0])

    def show_step(self, step: str) -> None:
        """Say which step is under way."""
        self._step = step
        self._bar.setValue(_STEPS.index(step))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("The key is being changed"))
        self.says.setText(
            self.tr(
                "Nobody can work here meanwhile; a large desk takes some minutes. Should the computer go off, the desk "
                "opens all the same at the next start."
            )
        )
        self._doing.setText(
            {
                "checking": self.tr("Looking for room on the disk…"),
                "escrow": self.tr("Keeping the recovery copy of the new key…"),
                "keeping": self.tr("Keeping the new key beside the old one…"),
                "rewriting": self.tr("Encrypting every page with the new key…"),
                "proving": self.tr("Reading every page with the new key…"),
                "finishing": self.tr("Leaving the old key to the backups…"),
            }[self._step]
        )
        self._bar.setAccessibleName(self._doing.text())


class KeyRenewal(QStackedWidget):
    """`closing()` when the house must be closed now, `changed(house)` when it is open again under the new key,
    `kept_as_it_was()` when nobody wants it any more, `refused(error)` where it could not be done.
    """

    closing = Signal()
    changed = Signal(object)
    kept_as_it_was = Signal()
    refused = Signal(object)
    stepped = Signal(str)

    def __init__(self, doors: Doors, errands: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_renewal")
        self._doors, self._errands = doors, errands
        self._change: NewKey | None = None
        self.sheet, self.waiting = RecoveryPage(self, may_go_back=True), ChangingPage(self)
        self.addWidget(self.sheet)
        self.addWidget(self.waiting)
        self.sheet.save_wanted.connect(self._save)
        self.sheet.kept.connect(self._carry_out)
        self.sheet.back_wanted.connect(self._leave)
        self.stepped.connect(self.waiting.show_step)
        self.retranslate()

    def begin(self, house: Opened) -> None:
        """Make another key for an open house and show its sheet; nothing is changed before the sheet was kept."""
        self.setCurrentWidget(self.waiting)
        self.waiting.enter()
        self._errands.ask(self._made, done=self._show_sheet, failed=self._refuse, house=house)

    def retranslate(self) -> None:
        """Name it in the language of the window."""
        self.setAccessibleName(self.tr("Another key for the database"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_sheet(self, change: NewKey) -> None:
        self._change = change
        self.sheet.show_sheet(change.recovery, self._doors.sheet(change))
        self.setCurrentWidget(self.sheet)
        self.sheet.enter()

    def _made(self, *, house: Opened) -> NewKey:
        return self._doors.new_key(house)

    def _save(self, path: Path, text: str) -> None:
        self._errands.ask(self._written, done=self.sheet.say_saved, failed=self.sheet.refuse, path=path, text=text)

    def _written(self, *, path: Path, text: str) -> Path:
        self._doors.write_file(path, text)
        return path

    def _carry_out(self) -> None:
        change, self._change = self._change, None
        self.waiting.enter()
        self.setCurrentWidget(self.waiting)
        self.closing.emit()
        self._errands.ask(self._changed, done=self._open, failed=self._refuse, change=change)

    def _changed(self, *, change: Any) -> Opened:
        return self._doors.change_key(change, self.stepped.emit)

    def _open(self, house: Opened) -> None:
        self.changed.emit(house)

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _leave(self) -> None:
        self._change = None
        self.kept_as_it_was.emit()
