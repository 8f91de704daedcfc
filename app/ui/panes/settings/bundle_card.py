"""Bundles in place of a line: one is written to a file, one is taken in, with a bar and a way to stop."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.models.errors import AppError, DiskFull
from app.models.sync_errors import BundleDiskFull
from app.services import bundles, wording
from app.services.bundles import Offered, Taken
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import number
from app.ui.kit.progress import Progress, Stopped
from app.ui.panes.settings.page import muted
from app.ui.panes.settings.settled_words import settled_words
from app.ui.parts.tick_box import TickBox

#: The ending of a bundle's name.
ENDING = "bundle"


class BundleCard(Card):
    """For whoever may export or import records at a station of a center.

    ``begun()``; ``refused(error)`` where it could not be done; ``taken()`` after one was taken in.
    """

    begun = Signal()
    refused = Signal(object)
    taken = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._offered: Offered | None = None
        self._progress: Progress | None = None
        self._writes, self._count = False, 0
        self._file = ""
        self._came: int | Taken | Stopped | None = None
        self._build()
        self._connect()
        self.hide()
        self.retranslate()

    @property
    def running(self) -> bool:
        """Whether a bundle is being written or taken in."""
        return self._progress is not None

    def refresh(self) -> None:
        """Ask what is to be offered."""
        self._jobs.ask(bundles.offered, key="bundles", done=self._show)

    def choose_place(self) -> None:
        """Let a person say where to write, then write."""
        if self._offered is None or self.running:
            return
        dialog = self._dialog(self.tr("Write a bundle to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING)
        dialog.selectFile(name_of(self._offered))
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def choose_file(self) -> None:
        """Let a person choose a bundle, then take it in."""
        if self.running:
            return
        dialog = self._dialog(self.tr("Bundle of this center"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def write(self, file: str) -> None:
        """Write a bundle to this file; a second start while one is under way does nothing."""
        if file and not self.running:
            self._file, progress = file, self._begin(writes=True)
            told = partial(self._jobs.office.seat().do, bundles.exported)  # as who sits here now
            self._jobs.ask(
                bundles.write, done=self._written, failed=self._fail, ended=self._end, path=Path(file),
                whole=told, everything=self.everything.isChecked(), progress=progress,
            )  # fmt: skip

    def take(self, file: str) -> None:
        """Take the bundle of this file in; a second start while one is under way does nothing."""
        if file and not self.running:
            progress = self._begin(writes=False)
            self._jobs.do(
                bundles.take_in, done=self._took, failed=self._fail, ended=self._end, initiator=self,
                path=Path(file), progress=progress,
            )  # fmt: skip

    def stop(self) -> None:
        """Write nothing, or take nothing more in."""
        if self._progress is not None:
            self._progress.cancel()

    def leave_form(self) -> bool:
        """Stop what is under way; False where nothing is, or it was stopped already and ends."""
        if self._progress is None or self._progress.cancelled:
            return False
        self.stop()
        return True

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Without a line"))
        self._explained.setText(
            self.tr(
                "A station that never reaches the hub gives and takes files, which open at stations of this center "
                "only. A station with a line passes on with its next sync what it took in. Lists of people and "
                "documents are in no bundle."
            )
        )
        self._meaning.setText(
            self.tr(
                "For a station that has never had a line: every record that is here. Otherwise a bundle holds what "
                "this station wrote and no hub has yet, and all accounts."
            )
        )
        for button, text in (
            (self.everything, self.tr("Everything")),
            (self._give, self.tr("Write a bundle…")),
            (self._take, self.tr("Take a bundle in…")),
            (self._stop, self.tr("Stop")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.everything.setAccessibleName(self.tr("Everything into the bundle"))
        self.everything.setAccessibleDescription(self._meaning.text())
        self._bar.setAccessibleName(self.tr("Bundle under way"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._explained, self._meaning, self.said = (muted(QLabel(self)) for _ in range(3))
        self.everything = TickBox(self)
        self._give, self._take, self._stop = QPushButton(self), QPushButton(self), QPushButton(self)
        self._chip, self._bar = Chip("", "", self), QProgressBar(self)
        self._bar.setRange(0, 0)
        named = {
            "everything": self.everything,
            "write": self._give,
            "take": self._take,
            "stop": self._stop,
            "bar": self._bar,
            "said": self.said,
        }
        for name, widget in named.items():
            widget.setObjectName(f"settings.bundles.{name}")
        self.body.addWidget(self._explained)
        for widgets in ((self.everything, self._meaning), (self._give, self._take, self._stop, self._chip, self._bar)):
            line = QHBoxLayout()
            line.setSpacing(theme.of_app().px("pad"))
            self.body.addLayout(line)
            for widget in widgets:
                line.addWidget(widget, 1 if widget in {self._meaning, self._bar} else 0)
            if self._bar in widgets:
                line.addStretch(1)
        self.body.addWidget(self.said)

    def _connect(self) -> None:
        self._give.clicked.connect(self.choose_place)
        self._take.clicked.connect(self.choose_file)
        self._stop.clicked.connect(self.stop)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title)
        dialog.setObjectName("settings.bundles.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Bundles (*.bundle)"), self.tr("All files (*)")])
        return dialog

    def _show(self, found: Offered) -> None:
        self._offered = found
        self.setVisible(found.give or found.take)
        for widget in (self.everything, self._meaning, self._give):
            widget.setVisible(found.give)
        self._take.setVisible(found.take)

    def _begin(self, *, writes: bool) -> Progress:
        """Show a bar at work; whoever signs out stops what runs at its next step."""
        self._writes, self._count, self._came = writes, 0, None
        self._bar.setRange(0, 0)
        self._progress = Progress(self._jobs)
        self._progress.moved.connect(self._move)
        self.destroyed.connect(self._progress.cancel)
        self._say()
        self._stop.setFocus()
        self.begun.emit()
        return self._progress

    def _move(self, done: int, total: int, _note: str) -> None:
        self._count = done
        self._bar.setRange(0, total if done else 0)
        self._bar.setValue(done)
        self._say()

    def _written(self, count: int) -> None:
        self._came = count

    def _took(self, found: Taken) -> None:
        self._came = found
        self.taken.emit()

    def _fail(self, error: AppError) -> None:
        if isinstance(error, Stopped):
            self._came = error
        else:
            self.refused.emit(BundleDiskFull(**error.facts) if isinstance(error, DiskFull) else error)

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.deleteLater()
        self._progress = None
        held = self._stop.hasFocus()
        self._say()
        if held:
            (self._give if self._writes else self._take).setFocus()

    def _say(self) -> None:
        for widget in (self.everything, self._give, self._take):
            widget.setEnabled(not self.running)
        for widget in (self._stop, self._chip, self._bar):
            widget.setVisible(self.running)
        doing = self.tr("Writing… records: {count}") if self._writes else self.tr("Reading… records: {count}")
        self._chip.show_text(doing.format(count=number(self._count)), "accent")
        self.said.setText(wording.sentences(self._told(), languages.current()))
        self.said.setVisible(bool(self.said.text()))

    def _told(self) -> list[str]:
        """Say what came of the last one."""
        came = self._came
        if isinstance(came, Stopped):
            return [
                self.tr("Stopped; nothing was written.") if self._writes else self.tr("Stopped; nothing was taken.")
            ]
        if isinstance(came, int):
            return [self.tr("%n record(s) written to {file}.", "", came).format(file=self._file)]
        if came is None:
            return []
        text = self.tr("Taken in. Records in the bundle: {count}; new here: {new}.")
        said = [text.format(count=number(came.records), new=number(came.new))]
        if came.stopped:
            said = [
                self.tr("Stopped. Records taken in by then: {count}; new here: {new}.").format(
                    count=number(came.records), new=number(came.new)
                ),
                self.tr("Take the same bundle in again to go on."),
            ]
        return said + settled_words(*came.news)


def name_of(offered: Offered) -> str:
    """Return how a bundle is called where nobody says otherwise: after its station and its day."""
    station = "".join(one if one.isalnum() or one in "-_." else "-" for one in offered.station)
    return f"{station}-{offered.day}.{ENDING}"
