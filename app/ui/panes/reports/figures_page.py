"""The KPIs of a period as cards, and beside them what is behind the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.models.kpi_questions import Subject
from app.models.periods import Stretch
from app.services import wording
from app.services.figures import Told
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.panes.reports import presenting
from app.ui.panes.reports.behind_page import BehindPage
from app.ui.panes.reports.kpi_card import KpiCard

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -2, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 2}


class FiguresPage(QWidget):
    """``opened(id)`` an inquiry, ``picked()`` something else was chosen, ``told(text)``, ``refused(error)``."""

    opened = Signal(bytes)
    picked = Signal()
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, commands: CommandTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, KpiCard] = {}
        self._told: dict[str, Told] = {}
        self._all: tuple[Told, ...] = ()
        self._stretch: Stretch | None = None
        self._groups: dict[str, str] = {}
        self.kpi: str | None = None
        self._narrow: dict[str, str] | None = None
        self._build(jobs, commands)
        self._section.currentIndexChanged.connect(self._change_section)
        self.behind.opened.connect(self.opened)
        self.behind.picked.connect(self.picked)
        self.behind.told.connect(self.told)
        self.behind.refused.connect(self.refused)

    def show_cards(self, cards: Sequence[Told], stretch: Stretch, groups: dict[str, str]) -> None:
        """Show the KPIs of a period; the chosen one stays chosen."""
        self._all = tuple(cards)
        self._stretch, self._groups = stretch, groups
        self._offer_sections()
        self._lay_out()
        if self._narrow is not None:
            self.behind.show_rows(self._narrow)
            self._narrow = None
            self.behind.rows.setFocus()

    def narrow_to(self, kpi: str, groups: dict[str, str]) -> None:
        """Show the rows of a group behind a KPI when the cards come next."""
        self.kpi, self._narrow = kpi, groups
        self._section.setCurrentIndex(0)

    def _offer_sections(self) -> None:
        """Offer what there are cards of, in the language of the window; the chosen section stays."""
        chosen, language = self._section.currentData(), languages.current()
        self._section.blockSignals(True)
        self._section.clear()
        self._section.addItem(self.tr("All figures"), None)
        for one in presenting.sections_of(self._all):
            self._section.addItem(wording.label("subject", one.value, language), one.value)
        self._section.setCurrentIndex(max(0, self._section.findData(chosen)))
        self._section.blockSignals(False)
        self._section.setAccessibleName(self.tr("Which figures"))

    def _change_section(self, _place: int) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        section = self._section.currentData()
        subject = Subject(section) if section else None
        cards = presenting.shown_in(self._all, subject, own="person" in self._groups)
        self._told = {one.kpi.id: one for one in cards}
        language = languages.current()
        if list(self._cards) != list(self._told):
            self._flow.clear()
            self._cards = {}
        for one in cards:
            text = presenting.card_of(one, language)
            if one.kpi.id in self._cards:
                self._cards[one.kpi.id].show_card(text)
                continue
            card = self._cards[one.kpi.id] = KpiCard(text, self._holder)
            card.clicked.connect(self._choose)
            card.installEventFilter(self)
            self._flow.addWidget(card)
            card.show()
        self.choose(self.kpi if self.kpi in self._told else next(iter(self._told), None))

    def choose(self, kpi: str | None) -> None:
        """Show what is behind a KPI."""
        self.kpi = kpi
        for name, card in self._cards.items():
            card.setChecked(name == kpi)
            card.setProperty("by_arrows", name != kpi)
        if kpi is not None and self._stretch is not None:
            self.behind.show_kpi(self._told[kpi], self._stretch, dict(self._groups))
        self.picked.emit()

    def take_focus(self) -> None:
        """Put the focus on the chosen card."""
        card = self._cards.get(self.kpi or "")
        if card is not None:
            card.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Arrow keys go from card to card."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, KpiCard):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                names = list(self._cards)
                place = min(len(names) - 1, max(0, names.index(watched.kpi) + step))
                self._cards[names[place]].setFocus()
                self.choose(names[place])
                return True
        return False

    def _build(self, jobs: Jobs, commands: CommandTable) -> None:
        gap = theme.of_app().px("pad")
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, gap=gap)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("reports.cards")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._holder)
        self._section = QComboBox(self)
        self._section.setObjectName("reports.section")
        self._section.addItem("", None)
        left = QWidget(self)
        cards = QVBoxLayout(left)
        cards.setContentsMargins(0, 0, gap, 0)
        cards.setSpacing(gap)
        cards.addWidget(self._section)
        cards.addWidget(self._scroll, 1)
        self.behind = BehindPage(jobs, self)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(gap, 0, 0, 0)
        column.addWidget(self.behind, 1)
        foot = QHBoxLayout()
        foot.setSpacing(gap)
        column.addLayout(foot)
        feet = [commands.button(f"reports.{name}", right) for name in ("open", "export")]
        for button in feet:
            foot.addWidget(button)
        foot.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([460, 700])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, KpiCard):
            self.choose(card.kpi)
