"""The scripts pane: what the shell calls, and the methods behind the rows of the command table."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.errors import AppError, NotSignedIn
from app.services.script_imports import ImportReport, ImportResult
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.scripts import asking
from app.ui.panes.scripts.asking import Shelf
from app.ui.panes.scripts.commands import COMMANDS
from app.ui.panes.scripts.desk import LibraryDesk
from app.ui.panes.scripts.editing import Editing
from app.ui.panes.scripts.exporting import Exporter
from app.ui.panes.scripts.importing import ImportPage
from app.ui.panes.scripts.shelf_keeper import ShelfKeeper
from app.ui.panes.scripts.shelving import ShelvingPane
from app.ui.panes.scripts.world import ScriptsWorld
from app.ui.parts.library_watch import LibraryWatch
from app.ui.parts.refusal import Refusal

_FOLLOWED = frozenset(
    {"script", "script_version", "script_event", "script_flag", "script_proposal", "script_pin", "script_star"}
)
_DESK, _IMPORT = range(2)


class ScriptsPane(ShelvingPane):
    """The library of approved answers. ``changed_library()`` after this pane changed it.

    Without a ``world`` scripts can be read and flagged, but neither taken in nor written out.
    """

    def __init__(self, jobs: Jobs, *, world: ScriptsWorld | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = self.jobs = jobs
        self._world = world
        self._person: tuple[bytes, bool] | None = None
        self.setObjectName("scripts")
        self._build()
        self._connect()
        self.retranslate()

    # What the shell calls.

    def refresh(self) -> None:
        """Ask for the library again, as when another person signs in."""
        try:
            person = self._jobs.office.ask(asking.who)
        except NotSignedIn:
            self.desk.close_script()
            return
        if person != self._person:
            self._person = person
            self.desk.close_script()
            self.leave_import()
            self.editing.forget()
            self._shelves.forget()
            self.strip.clear()
            self.commands.refresh()
        self._shelves.refresh()

    def show_script(self, key: str) -> None:
        """Open a script."""
        self.show_library()
        self.desk.show_script(key)

    def look_for(self, words: str) -> None:
        """Search the library for words that came from elsewhere."""
        self.show_library()
        self.desk.library.search_for(words)

    # What the commands do.

    def has_plain(self) -> bool:
        """Whether the open script has a plain wording."""
        return self.has_script() and self.desk.reading.reader.header.can_toggle_plain()

    def can_import(self) -> bool:
        """Whether this person may take scripts in: from the first moment on, before the library is there."""
        return self._world is not None and self._person is not None and self._person[1]

    def can_export(self) -> bool:
        """Whether there is something to write out."""
        return self._world is not None and self._shelf is not None and bool(self._shelf.lines)

    def can_tend(self) -> bool:
        """Whether this person sees to the library."""
        return self._shelf is not None and self._shelf.may_tend

    def can_end_flag(self) -> bool:
        """Whether a flag of the open script is chosen and this person may close it."""
        may = self.has_script() and self._shelf is not None and self._shelf.may_write
        return may and self.desk.facts.flag() is not None

    def flag(self) -> None:
        """Ask what is wrong with the open script."""
        self.desk.reading.begin_flag()

    def toggle_language(self) -> None:
        """Read the open script in its next language."""
        self.desk.reading.toggle_language()

    def toggle_plain(self) -> None:
        """Change between usual and plain words."""
        self.desk.reading.toggle_plain()

    def copy_answer(self) -> None:
        """Put what is said on the clipboard."""
        self.desk.reading.copy_answer()
        self.strip.info(self.tr("The answer is on the clipboard."))

    def show_flags(self) -> None:
        """List the open flags of all scripts."""
        self.leave_import()
        self.desk.library.show_flags()

    def show_to_do(self) -> None:
        """Show what is to be done about the library."""
        self.show_library()
        self.desk.library.show_to_do()

    def show_import(self) -> None:
        """Go to the import."""
        if self.importing is not None and not self._is_importing():
            self._pages.setCurrentIndex(_IMPORT)
            self.importing.begin()
            self.commands.refresh()

    def export(self) -> None:
        """Let a person choose a folder, then write every script into it."""
        if self.exporting is not None:
            self.exporting.choose()

    def reload(self) -> None:
        """Ask for everything on the screen again."""
        self.refresh()
        self.desk.reading.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Scripts"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language: titles and their order are another."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():
                self.refresh()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget a half-asked flag: it belongs to what was on the screen."""
        super().hideEvent(event)
        self.desk.reading.leave_lines()
        self.pin_line.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the search line."""
        if event.key() == Qt.Key.Key_Escape and not self.editing.is_open:
            self.desk.library.focus_search()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files where scripts may be taken in."""
        if self.can_import() and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what importing the dropped files would do."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.importing is not None and not self.importing.busy:
            self.show_import()
            self.importing.read(paths)

    def _build(self) -> None:
        self.watch = LibraryWatch(self._jobs, self)
        self.strip = MessageStrip(self)
        self._shelves = ShelfKeeper(self._jobs, self)
        self.desk = LibraryDesk(self._jobs, self.watch.search, self)
        self.importing = ImportPage(self._jobs, self._world, self) if self._world else None
        self.exporting = Exporter(self._jobs, self._world, self) if self._world else None
        self.setAcceptDrops(self._world is not None)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.desk)
        if self.importing is not None:
            self._pages.addWidget(self.importing)
        self.editing = Editing(self._jobs, self.strip, self._pages, self)
        self.commands = CommandTable(COMMANDS, self)
        self.desk.take_commands(self.commands)
        gap = theme.of_app().px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        column.addWidget(self.strip)
        column.addWidget(self.make_pin_line())
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.desk.moved.connect(self.commands.refresh)
        self.desk.library.tags.chosen.connect(self._shelves.choose_tag)
        self._shelves.taken.connect(self._take)
        self._shelves.refused.connect(self._refuse)
        self.desk.import_wanted.connect(self.show_import)
        self.desk.reload_wanted.connect(self.refresh)
        self.desk.reading.flagged.connect(self._say_flagged)
        self.desk.reading.mended.connect(self._say_mended)
        self.desk.reading.refused.connect(self._refuse)
        self.desk.library.to_do.done.connect(self.strip.success)
        self.desk.library.to_do.put_aside.connect(self._offer_to_bring_back)
        self.desk.library.to_do.refused.connect(self._refuse)
        self.desk.recall.done.connect(self.strip.success)
        self.desk.recall.refused.connect(self._refuse)
        self.desk.contact.refused.connect(self._refuse)
        self.watch.refreshed.connect(self.desk.library.look_again)
        self._jobs.changed.connect(self._follow)
        self.editing.turned.connect(self.commands.refresh)
        self.editing.saved.connect(self._written)
        self.desk.facts.life.taken.connect(self.take_step)
        self.desk.facts.reply.sent.connect(self.reply_to_flag)
        self.editing.refused.connect(self._refuse)
        if self.importing is not None:
            self.importing.left.connect(self.leave_import)
            self.importing.imported.connect(self._say_imported)
            self.importing.refused.connect(self._refuse)
        if self.exporting is not None:
            self.exporting.exported.connect(self._exported)
            self.exporting.listed.connect(self._say_listed)
            self.exporting.refused.connect(self._refuse)

    def _written(self, key: str) -> None:
        self.desk.show_script(key)
        self.changed_library.emit()

    def _take(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.desk.facts.life.line.take_scripts(shelf.lines)
        self.desk.show_shelf(shelf)
        self.editing.take_shelf(shelf)
        self.commands.refresh()

    def _follow(self, changes: Any, _initiator: object) -> None:
        if isinstance(changes, Changes) and not _FOLLOWED.isdisjoint(changes.entities) and self._shelf is not None:
            self.refresh()
            self.desk.reading.reload()

    def _say_flagged(self) -> None:
        self.strip.success(self.tr("Flagged. Whoever looks after the script sees it here."))
        self.changed_library.emit()

    def _say_mended(self) -> None:
        self.strip.success(self.tr("Mended. It counts from now on; the history of the script has your name."))
        self.changed_library.emit()

    def _say_imported(self, report: ImportReport) -> None:
        counts = {result.value: report.count(result) for result in ImportResult}
        text = self.tr("Imported: {added} new, {updated} changed, {unchanged} the same, {rejected} refused.")
        self.strip.success(text.format(**counts))
        self.changed_library.emit()

    def _exported(self, count: int) -> None:
        text = self.tr("%n script(s) written.", "", count)
        self.strip.info(
            text, step_text=self.tr("Open the folder"), step=self.exporting.open_folder if self.exporting else None
        )

    def _refuse(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))
