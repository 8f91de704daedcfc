"""Over a paper: its name, the time that is left by a steady clock, and whether the clock of the PC was moved."""

from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.sittings import DRIFT
from app.services.exams import Paper
from app.ui.kit import theme
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.training import presenting_exams

#: In the last seconds each letter is saved at once.
_LAST = timedelta(seconds=5)


class PaperHead(QWidget):
    """Counts the time of one paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._began, self._whole = 0.0, timedelta()
        self._wall: datetime | None = None
        self._build()
        self.retranslate()

    def begin(self, paper: Paper) -> None:
        """Count the time of a paper from now on."""
        self._began, self._whole, self._wall = monotonic(), paper.left, None
        self._name.setText(paper.exam.name)
        self.clock.setVisible(bool(paper.state.clock_moves))
        self._count(paper.left)

    def ms(self) -> int:
        """Return the milliseconds since the paper was opened here."""
        return round(1000 * (monotonic() - self._began))

    def is_ending(self) -> bool:
        """Whether so little time is left that nothing can wait for the next second."""
        return self._whole - timedelta(milliseconds=self.ms()) < _LAST

    def tick(self, now: datetime) -> bool:
        """Count on, and say whether the time is up; ``now`` is the wall clock, which may have been moved."""
        gone = timedelta(milliseconds=self.ms())
        self._wall = self._wall or now - gone
        if abs(now - self._wall - gone) > DRIFT:
            self.clock.setVisible(True)
        self._count(self._whole - gone)
        return gone >= self._whole

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.clock.show_text(self.tr("The clock of this PC was moved; that is noted"), "warning")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._name = ElidedLabel("", self)
        self._name.setProperty("type", "section")
        self.clock, self.left = Chip("", parent=self), Chip("", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("pad"))
        row.addWidget(self._name, 1)
        row.addWidget(self.clock)
        row.addWidget(self.left)

    def _count(self, left: timedelta) -> None:
        text, tone = presenting_exams.time_left(left)
        self.left.show_text(text, tone)
        self.left.setAccessibleName(self.tr("Time left: {time}").format(time=text))
