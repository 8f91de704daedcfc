"""How far counting has come, with a way to stop it: what was counted stays, and the next time goes on from there."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.kit import icons, theme
from app.ui.kit.presenting_time import number
from app.ui.kit.progress import Progress

#: From so many on it is said how many are counted, and a person may stop it: fewer are done before anybody reads it.
_MANY = 20_000


class Counting(QWidget):
    """``start()`` gives what hears of a command how far it has come; ``end()`` when it is over, stopped or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._done, self._total, self._stopped = 0, 0, False
        self._build()
        self._stop.clicked.connect(self.stop)
        self.retranslate()

    @property
    def running(self) -> bool:
        """Whether something is being counted."""
        return self._progress is not None

    def start(self) -> Progress:
        """Say that counting begins, and return what hears how far the command has come."""
        self._progress = Progress(self)
        self._progress.moved.connect(self._move)
        self._done, self._total, self._stopped = 0, 0, False
        self._say()
        return self._progress

    def stop(self) -> None:
        """Leave off: what was counted stays."""
        if self._progress is not None:
            self._progress.cancel()
            self._stopped = True
            self._say()

    def end(self) -> None:
        """Say that it is over."""
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None
        self._say()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._stop.setText(self.tr("Stop counting"))
        self._stop.setAccessibleName(self._stop.text())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._text = QLabel(self)
        self._text.setProperty("type", "muted")
        self._stop = QPushButton(self)
        self._stop.setObjectName("reports.counting.stop")
        icons.give(self._stop, "stop", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("pad"))
        row.addWidget(self._text)
        row.addWidget(self._stop)

    def _move(self, done: int, total: int, _note: str) -> None:
        self._done, self._total = done, total
        self._say()

    def _say(self) -> None:
        many = self._total >= _MANY
        self._stop.setVisible(self.running and many and not self._stopped)
        if self.running and many:
            text = self.tr("Being counted: {done} of {total}; figures are not complete yet")
            self._text.setText(text.format(done=number(self._done), total=number(self._total)))
        elif self.running:
            self._text.setText(self.tr("Counting…"))
        elif self._stopped:
            self._text.setText(self.tr("Not counted to the end: F5 goes on"))
        else:
            self._text.setText("")
