"""The key of the database: how it is got back after a loss, and how it is changed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import AppError
from app.services import database_key
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted


class KeyCard(Card):
    """For administrators. ``change_wanted()`` when they may and want it, ``refused(error)`` where they may not."""

    change_wanted = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, offered: bool = True) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._recovery, self._explained = muted(QLabel(self)), muted(QLabel(self))
        self._change = QPushButton(self)
        self._change.setObjectName("settings.data.change_key")
        self._change.setVisible(offered)
        self._explained.setVisible(offered)
        row = QHBoxLayout()
        for part in (self._recovery, self._explained):
            self.body.addWidget(part)
        self.body.addLayout(row)
        row.addWidget(self._change)
        row.addStretch(1)
        self._change.clicked.connect(self.want)
        self.retranslate()

    def want(self) -> None:
        """Ask whether this person may."""
        self._jobs.ask(database_key.may_change, done=self._go, failed=self._refuse)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Database key"))
        self._recovery.setText(
            self.tr(
                "The recovery sheet opens the data on another computer. It was printed when this installation was set "
                "up or its key was changed last; keep it away from the computer. Without key and sheet nobody can read "
                "the data again."
            )
        )
        self._explained.setText(
            self.tr(
                "Change the key when a sheet was lost or somebody saw it. You are signed out, keep a new sheet, and "
                "every page is encrypted anew. Backups from before go on needing the old sheet."
            )
        )
        self._change.setText(self.tr("Change the database key…"))
        self._change.setAccessibleName(self._change.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _go(self, _may: None) -> None:
        self.change_wanted.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
