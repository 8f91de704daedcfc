"""Strong and weak topics of the person at the desk, each with its share, and what is not known yet."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.models.competence import CompetenceStanding
from app.services import wording
from app.services.competence import TopicCell
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.clear_scroll import ClearScroll
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.training import presenting
from app.ui.panes.training.asking import Topics

_TONES = {
    CompetenceStanding.SECURE: "accent", CompetenceStanding.DEVELOPING: "warning",
    CompetenceStanding.COACHING: "danger", CompetenceStanding.UNKNOWN: "",
}  # fmt: skip
_MOST = 30


class TopicsView(Card):
    """The topics of one person, the weakest on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._cells: tuple[TopicCell, ...] = ()
        self._names: dict[str, str] = {}
        self._load: tuple[int, ...] = ()
        self._build()
        self.retranslate()

    def take(self, topics: Topics) -> None:
        """Show topics with their names, and what comes due."""
        self._load = topics.load
        self.show_topics(topics.cells, topics.names)

    def show_topics(self, cells: Sequence[TopicCell], names: dict[str, str]) -> None:
        """Show topics; ``names`` are their words in the language of the window."""
        self._cells, self._names = tuple(cells), names
        self._fill()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("My topics, the weakest first"))
        self._empty.setText(self.tr("Nothing is known yet. Your answers fill this list; nobody is ranked."))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.topics")
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setProperty("type", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = ClearScroll(self)
        self._area.setObjectName("training.topics.area")
        self._ahead = QLabel(self)
        self._ahead.setObjectName("training.ahead")
        self._ahead.setWordWrap(True)
        self._ahead.setProperty("type", "muted")
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._ahead)
        self.body.addStretch()

    def _fill(self) -> None:
        holder = QWidget(self._area)
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, theme.of_app().px("pad"), 0)
        grid = QGridLayout()
        rows.addLayout(grid)
        grid.setHorizontalSpacing(theme.of_app().px("pad"))
        grid.setColumnStretch(0, 1)
        for place, cell in enumerate(self._cells[:_MOST]):
            self._add_row(grid, place, cell, holder)
        rows.addStretch(1)
        self._area.hold(holder)
        self._area.setAccessibleName(self.tr("My topics, the weakest first"))
        self._ahead.setText(self._says_ahead())
        self._ahead.setVisible(bool(self._load))
        self._area.setVisible(bool(self._cells))
        self._empty.setVisible(not self._cells)

    def _add_row(self, grid: QGridLayout, place: int, cell: TopicCell, holder: QWidget) -> None:
        found = cell.competence
        name = ElidedLabel(self._names.get(cell.topic, cell.topic), holder)
        bar = QProgressBar(holder)
        bar.setRange(0, 100)
        bar.setValue(presenting.share(cell))
        bar.setFormat(f"{presenting.share(cell)} %")
        low, high = round(100 * found.low), round(100 * found.high)
        tip = self.tr("between {low} and {high} %; {cards} cards").format(low=low, high=high, cards=cell.cards)
        bar.setToolTip(tip)
        bar.setAccessibleName(f"{name.text()}: {bar.format()}")
        word = wording.label("competence_standing", found.standing.value, languages.current())
        grid.addWidget(name, 2 * place, 0, 1, 2)
        grid.addWidget(bar, 2 * place + 1, 0)
        grid.addWidget(Chip(word, _TONES[found.standing], holder), 2 * place + 1, 1)

    def _says_ahead(self) -> str:
        """Say how many cards come due: today, tomorrow, and until one and two weeks are over."""
        today, tomorrow = (*self._load, 0, 0)[:2]
        said = self.tr("Cards that come due: {today} today, {tomorrow} tomorrow, {week} in 7 days, {both} in 14 days")
        return said.format(today=today, tomorrow=tomorrow, week=sum(self._load[:7]), both=sum(self._load[:14]))
