"""Tables made anew from the journal, with a bar, and a way to stop that leaves everything as it was."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.models.errors import AppError
from app.services import health, wording
from app.services.health import Rebuilt
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import number
from app.ui.kit.progress import Progress, Stopped
from app.ui.panes.settings.page import muted


class RebuildCard(Card):
    """For administrators. ``refused(error)`` where it could not be done."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._progress: Progress | None = None
        self._found: Rebuilt | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def running(self) -> bool:
        """Whether a rebuild is under way."""
        return self._progress is not None

    def start(self) -> None:
        """Begin; a second start while one runs does nothing."""
        if self._progress is not None:
            return
        self._progress, self._found = Progress(self), None
        self._progress.moved.connect(self._move)
        self._bar.setRange(0, 0)
        self._say()
        self._jobs.do(
            health.rebuild_tables,
            done=self._show,
            failed=self._fail,
            ended=self._end,
            initiator=self,
            progress=self._progress.at,
        )

    def stop(self) -> None:
        """Leave everything as it was."""
        if self._progress is not None:
            self._progress.cancel()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Do the tables say what the journal says?"))
        self._explained.setText(
            self.tr(
                "Throws every table away and makes it anew from the journal, and names those that had said something "
                "else. Nobody can save here meanwhile; a million records take some minutes. Check first."
            )
        )
        for button, text in ((self._run, self.tr("Rebuild the tables")), (self._stop, self.tr("Stop"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._bar.setAccessibleName(self.tr("Rebuild under way"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._explained, self._result = muted(QLabel(self)), muted(QLabel(self))
        self._run, self._stop = QPushButton(self), QPushButton(self)
        self._run.setObjectName("settings.data.rebuild")
        self._stop.setObjectName("settings.data.rebuild_stop")
        self._chip = Chip("", "", self)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("settings.data.rebuild_bar")
        self.body.addWidget(self._explained)
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for widget in (self._run, self._stop, self._chip):
            line.addWidget(widget)
        line.addWidget(self._bar, 1)
        line.addStretch(1)
        self.body.addWidget(self._result)

    def _connect(self) -> None:
        self._run.clicked.connect(self.start)
        self._stop.clicked.connect(self.stop)

    def _move(self, done: int, total: int, _note: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _show(self, found: Rebuilt) -> None:
        self._found = found

    def _fail(self, error: AppError) -> None:
        if not isinstance(error, Stopped):
            self.refused.emit(error)

    def _end(self) -> None:
        self._progress = None
        self._say()

    def _say(self) -> None:
        self._run.setEnabled(not self.running)
        self._stop.setVisible(self.running)
        self._bar.setVisible(self.running)
        found = self._found
        self._chip.setVisible(found is not None)
        self._result.setVisible(found is not None)
        if found is None:
            return
        if found.mended:
            self._chip.show_text(self.tr("Mended"), "warning")
            text = self.tr("{count} records read. These tables had said something else: {tables}.")
        else:
            self._chip.show_text(self.tr("The same"), "accent")
            text = self.tr("{count} records read. Every table says what it said before.")
        tables = wording.names_in_a_row(found.mended, languages.current())
        self._result.setText(text.format(count=number(found.records), tables=tables))
