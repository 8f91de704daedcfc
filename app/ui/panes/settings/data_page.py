"""Data and keys: where everything is, who keeps the key, and whether everything is still as it was written."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import health
from app.services.health import Health
from app.ui.kit import theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import number
from app.ui.panes.settings.backup_card import BackupCard
from app.ui.panes.settings.key_card import KeyCard
from app.ui.panes.settings.page import Page, muted
from app.ui.panes.settings.rebuild_card import RebuildCard
from app.ui.panes.settings.world import SettingsWorld

#: So many missing parts of the database are named.
_NAMED = 5


class DataPage(Page):
    """Tells, checks, and makes tables anew; nothing that was written is changed."""

    def __init__(self, jobs: Jobs, world: SettingsWorld | None, parent: QWidget | None = None) -> None:
        super().__init__("data", jobs, parent)
        self._world = world
        self._health: Health | None = None
        self._checking = False
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask how the backups stand."""
        self.backups.refresh()

    def check(self) -> None:
        """Read every page and every record; takes about a minute for a million records."""
        if self._checking:
            return
        self._checking, self._health = True, None
        self._say_health()
        self.jobs.ask(health.check, done=self._show_health, failed=self._fail, ended=self._end)

    def leave_form(self) -> bool:
        """Stop a rebuild; False where none is under way."""
        if not self.rebuilding.running:
            return False
        self.rebuilding.stop()
        return True

    def copy_folder(self) -> None:
        """Put the path of the data folder on the clipboard."""
        if self._world is not None:
            QGuiApplication.clipboard().setText(str(self._world.data_dir))
            self.strip.success(self.tr("Path copied"))

    def open_folder(self) -> None:
        """Show the data folder in the system's own window."""
        if self._world is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._world.data_dir)))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(self.tr("Data and keys"), self.tr("Everything is kept encrypted on this computer."))
        self._where.set_title(self.tr("Where it is"))
        self._check_card.set_title(self.tr("Is everything still there?"))
        for label, text in zip(self._labels, (self.tr("Data folder"), self.tr("Key kept by")), strict=True):
            label.setText(text)
        self._explained.setText(
            self.tr(
                "Reads every page of the file and every record of the journal and compares them with their seals. "
                "Nothing is changed, and you can go on working."
            )
        )
        texts = (
            (self._copy, self.tr("Copy path")),
            (self._open, self.tr("Open folder")),
            (self._run, self.tr("Check now")),
        )
        for button, text in texts:
            button.setText(text)
            button.setAccessibleName(text)
        self._say_health()

    def _build(self) -> None:
        self._where, self._check_card = Card("", self), Card("", self)
        self._labels = [QLabel(self._where), QLabel(self._where)]
        self._folder, self._keeper = muted(QLabel(self._where)), muted(QLabel(self._where))
        if self._world is not None:
            self._folder.setText(str(self._world.data_dir))
            self._keeper.setText(self._world.key_provider)
        self._explained = muted(QLabel(self._check_card))
        self._copy, self._open, self._run = (QPushButton(self) for _ in range(3))
        for button, name in ((self._copy, "copy_folder"), (self._open, "open_folder"), (self._run, "check")):
            button.setObjectName(f"settings.data.{name}")
        grid = QGridLayout()
        self._where.body.addLayout(grid)
        grid.setHorizontalSpacing(theme.of_app().px("gap"))
        for line, (label, value) in enumerate(zip(self._labels, (self._folder, self._keeper), strict=True)):
            label.setProperty("type", "label")
            grid.addWidget(label, line, 0)
            grid.addWidget(value, line, 1)
        grid.setColumnStretch(1, 1)
        _add_line(self._where.body, self._copy, self._open)
        self._chip, self._result = Chip("", "", self._check_card), muted(QLabel(self._check_card))
        self._check_card.body.addWidget(self._explained)
        _add_line(self._check_card.body, self._run, self._chip)
        self._check_card.body.addWidget(self._result)
        self.rebuilding = RebuildCard(self.jobs, self)
        self.backups = BackupCard(self.jobs, self)
        self.key = KeyCard(self.jobs, self, offered=self._world is not None and not self._world.demo)
        for card in (self._where, self.key, self.backups, self._check_card, self.rebuilding):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_folder)
        self._open.clicked.connect(self.open_folder)
        self._run.clicked.connect(self.check)
        self.rebuilding.refused.connect(self.refuse)
        self.backups.refused.connect(self.refuse)
        self.key.refused.connect(self.refuse)
        self.backups.saved.connect(self._say_saved)

    def _say_saved(self) -> None:
        self.strip.success(self.tr("Saved"))

    def _show_health(self, found: Health) -> None:
        self._health = found

    def _fail(self, error: AppError) -> None:
        self.refuse(error)

    def _end(self) -> None:
        self._checking = False
        self._say_health()

    def _say_health(self) -> None:
        self._run.setEnabled(not self._checking)
        self._chip.setVisible(self._checking or self._health is not None)
        self._result.setVisible(self._health is not None)
        if self._checking:
            self._chip.show_text(self.tr("Checking…"), "accent")
        elif self._health is not None and self._health.sound:
            self._chip.show_text(self.tr("Sound"), "accent")
            text = self.tr("{count} records read; all of them are as they were written.")
            self._result.setText(text.format(count=number(self._health.records)))
        elif self._health is not None and (self._health.broken_at or self._health.damaged_pages):
            self._chip.show_text(self.tr("Damaged"), "danger")
            text = self.tr(
                "{count} records read; {broken} do not verify, {pages} pages of the file are damaged. Stop writing "
                "here, copy the data folder to another disk, and restore the last backup."
            )
            broken, pages = len(self._health.broken_at), len(self._health.damaged_pages)
            self._result.setText(text.format(count=number(self._health.records), broken=broken, pages=pages))
        elif self._health is not None:
            self._chip.show_text(self.tr("Damaged"), "danger")
            text = self.tr(
                "Missing in the database: {names}. Rebuild the tables below: the journal holds what was there."
            )
            self._result.setText(text.format(names=", ".join(self._health.missing[:_NAMED])))


def _add_line(column: QVBoxLayout, *widgets: QWidget) -> None:
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(theme.of_app().px("pad"))
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
