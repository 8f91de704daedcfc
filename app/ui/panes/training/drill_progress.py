"""How far today's drill is: a bar and a line of words; and what stands there when nothing more comes."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.services.drills import Drill
from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.panes.training import presenting


class DrillProgress(QWidget):
    """The words with what stands beside them, and the bar below."""

    def __init__(self, beside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar, self.words = QProgressBar(self), QLabel(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.words.setProperty("type", "muted")
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addLayout(head)
        column.addWidget(self.bar)
        head.addWidget(self.words, 1)
        head.addWidget(beside)

    def show_drill(self, drill: Drill | None) -> None:
        """Say how far it is; without one nothing is done yet."""
        done, whole = presenting.progress(drill) if drill is not None else (0, 0)
        spent = presenting.minutes(drill) if drill is not None else 0
        self.bar.setAccessibleName(self.tr("Questions of today"))
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)
        said = self.tr("Today: {done} of {whole} questions · {minutes} of 10 min")
        self.words.setText(said.format(done=done, whole=whole, minutes=spent))

    def has_begun(self) -> bool:
        """Whether a question was answered today."""
        return self.bar.value() > 0


class DrillEnd(EmptyState):
    """Says that the drill is done, or that nothing is to be practiced."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("training.empty", "done", parent=parent)

    def show_end(self, *, begun: bool) -> None:
        """Say it; ``begun`` is whether a question was answered today."""
        self.show_text(
            self.tr("Today's drill is done") if begun else self.tr("Nothing is to be practiced today"),
            self.tr("What comes due tomorrow waits here. Ten minutes a day are enough."),
        )
