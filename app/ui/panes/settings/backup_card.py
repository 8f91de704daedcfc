"""Backups of this station: when the last one was made, when the next is due, how often and where to; one by hand."""

from datetime import datetime, tzinfo
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.models.backup_plan import CHOICES_H, BackupPlan
from app.services import backup_plans, wording
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import number
from app.ui.panes.settings.choices import Choice
from app.ui.panes.settings.page import muted
from app.ui.parts.backup_run import BackupRun


def _board(view: View) -> tuple[BackupPlan, bool, tzinfo]:
    plan = backup_plans.plan(view)
    return plan, plan.is_due(view.now), ZoneInfo(view.settings.time_zone)


class BackupCard(Card):
    """For administrators. ``refused(error)``; ``saved()`` after a change of the plan."""

    refused = Signal(object)
    saved = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._found: tuple[BackupPlan, bool, tzinfo] | None = None
        self._copy = BackupRun.of(jobs)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask how the backups of this station stand."""
        self._jobs.ask(_board, key="backups", done=self._show, failed=self.refused.emit)

    def start(self) -> None:
        """Back up now; a second start while one runs does nothing."""
        self._copy.start(backup_plans.run_now, self)

    def save(self) -> None:
        """Keep the plan as it is chosen."""
        hours, folder = int(self.every.value() or 0), self.folder.text()
        command = partial(backup_plans.set_plan, every_h=hours, folder=folder)
        self._jobs.do(command, done=self._kept, failed=self.refused.emit, initiator=self)

    def choose_folder(self) -> None:
        """Let a person choose a folder."""
        dialog = QFileDialog(self.window(), self.tr("Folder for backups"), self.folder.text())
        dialog.setObjectName("settings.backups.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Backups"))
        self._explained.setText(
            self.tr(
                "An encrypted copy, read whole and proven before it replaces the last one; seven are kept. Another "
                "disk is safer. While this window is open it is made when nobody is with a caller."
            )
        )
        names = {
            0: self.tr("Never by itself"),
            6: self.tr("Every 6 hours"),
            12: self.tr("Every 12 hours"),
            24: self.tr("Every day"),
            48: self.tr("Every 2 days"),
            168: self.tr("Every week"),
        }
        self.every.show_options({str(one): names[one] for one in CHOICES_H})
        self.every.setAccessibleName(self.tr("How often"))
        self.folder.setAccessibleName(self.tr("Folder for backups"))
        texts = (
            (self._choose, self.tr("Choose…")),
            (self._save, self.tr("Save plan")),
            (self._run, self.tr("Back up now")),
        )
        for button, text in texts:
            button.setText(text)
            button.setAccessibleName(text)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._explained, self.said = muted(QLabel(self)), muted(QLabel(self))
        self.every, self.folder = Choice("settings.backups.every", self), QLineEdit(self)
        self.folder.setObjectName("settings.backups.folder")
        self._choose, self._save, self._run = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, name in ((self._choose, "choose"), (self._save, "save"), (self._run, "run")):
            button.setObjectName(f"settings.backups.{name}")
        self.chip = Chip("", "", self)
        self.body.addWidget(self._explained)
        for widgets in ((self.every, self.folder, self._choose, self._save), (self._run, self.chip)):
            line = QHBoxLayout()
            line.setSpacing(theme.of_app().px("pad"))
            self.body.addLayout(line)
            for widget in widgets:
                line.addWidget(widget, 1 if widget is self.folder else 0)
            if self.chip in widgets:
                line.addStretch(1)
        self.body.addWidget(self.said)

    def _connect(self) -> None:
        self._choose.clicked.connect(self.choose_folder)
        self._save.clicked.connect(self.save)
        self._run.clicked.connect(self.start)
        self._copy.begun.connect(self._say)
        self._copy.ended.connect(self._end)

    def _kept(self, _value: object) -> None:
        self.saved.emit()
        self.refresh()

    def _end(self) -> None:
        if self._copy.error is not None and self._copy.by is self:
            self.refused.emit(self._copy.error)
        self.refresh()
        self._say()

    def _show(self, found: tuple[BackupPlan, bool, tzinfo]) -> None:
        self._found = found
        plan = found[0]
        self.every.set_value(str(plan.every_h))
        self.folder.setText(plan.folder)
        self._say()

    def _say(self) -> None:
        self._run.setEnabled(not self._copy.running)
        self.chip.setVisible(self._copy.running or self._found is not None)
        if self._copy.running:
            self.chip.show_text(self.tr("Backing up…"), "accent")
        if self._found is None:
            return
        plan, due, zone = self._found
        if not self._copy.running:
            self._say_state(plan, due)
        said = (self._last(plan, zone), self._next(plan, due, zone))
        self.said.setText(wording.sentences(said, languages.current()))

    def _say_state(self, plan: BackupPlan, due: bool) -> None:
        if plan.failed:
            self.chip.show_text(self.tr("The last one failed"), "danger")
        elif due or plan.last_at is None:
            self.chip.show_text(self.tr("Due"), "warning")
        else:
            self.chip.show_text(self.tr("Up to date"), "accent")

    def _last(self, plan: BackupPlan, zone: tzinfo) -> str:
        if plan.last_at is None:
            return self.tr("Never backed up.")
        told = self.tr("Last backup {at}, {count} records, proven.")
        return told.format(at=_told(plan.last_at, zone), count=number(plan.records))

    def _next(self, plan: BackupPlan, due: bool, zone: tzinfo) -> str:
        if not plan.every_h:
            return self.tr("None is planned: let the scheduler of the system run “backup”.")
        if due or plan.next_at is None:
            return self.tr("The next one comes within minutes.")
        return self.tr("Next one {at}.").format(at=_told(plan.next_at, zone))


def _told(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
