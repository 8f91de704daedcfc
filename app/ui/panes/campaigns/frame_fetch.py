"""The line under a plan whose list is not on this computer: fetch its people from the hub, or stop that."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import AppError
from app.models.frames import Frame
from app.services import frame_fetching
from app.services.frame_fetching import Fetched
from app.ui.kit import theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.progress import Progress, Stopped


class FrameFetch(QWidget):
    """``fetched(name)`` the people are here; ``refused(error)``. Not shown for a frame whose people are here."""

    fetched = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._frame: Frame | None = None
        self._progress: Progress | None = None
        self._fetching = ""
        self._said, self.button = QLabel(self), QPushButton(self)
        self.button.setObjectName("campaigns.fetch")
        self.button.clicked.connect(self.fetch)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.of_app().px("pad"))
        line.addWidget(self.button)
        line.addWidget(self._said, 1)
        self.show_frame(None)

    def show_frame(self, frame: Frame | None) -> None:
        """Offer to fetch this frame's people, where they are elsewhere."""
        self._frame = frame
        self.setVisible(self._progress is not None or (frame is not None and not frame.here))
        self.retranslate()

    def fetch(self) -> None:
        """Fetch; pressed again, stop."""
        if self._progress is not None:
            self._progress.cancel()
        elif self._frame is not None:
            self._progress, self._fetching = Progress(self), self._frame.name
            self._progress.moved.connect(self._move)
            self.retranslate()
            self._jobs.ask(
                frame_fetching.fetch_frame, key="fetch_frame", done=self._keep, failed=self._fail, ended=self._end,
                name=self._frame.name, progress=self._progress,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        text = self.tr("Fetch from the hub") if self._progress is None else self.tr("Stop")
        self.button.setText(text)
        self.button.setAccessibleName(text)
        if self._progress is None and self._frame is not None:
            self._said.setText(self.tr("The people of this frame are not on this computer."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _move(self, done: int, total: int, _note: str) -> None:
        self._said.setText(self.tr("{done} of {total} parts").format(done=done, total=total))

    def _keep(self, found: Fetched) -> None:
        self._jobs.do(frame_fetching.keep_frame, done=self._kept, failed=self.refused.emit, found=found)

    def _kept(self, _nothing: object) -> None:
        self.fetched.emit(self._fetching)

    def _fail(self, error: AppError) -> None:
        if not isinstance(error, Stopped):
            self.refused.emit(error)

    def _end(self) -> None:
        self._progress = None
        self.show_frame(self._frame)
