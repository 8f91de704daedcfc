"""Stuck cards: what somebody forgot too often, and what was done about it before it is drilled again."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.drills import StuckCause
from app.models.errors import AppError
from app.services import stuck_cards, wording
from app.services.stuck_cards import StuckCard
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting_stuck
from app.ui.panes.training.commands import STUCK
from app.ui.panes.training.ink import ink
from app.ui.panes.training.presenting import spoken


class StuckPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._card: StuckCard | None = None
        self.commands = CommandTable(STUCK, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look again at what is stuck."""
        self._jobs.ask(
            stuck_cards.listed, key="training.stuck", done=self._show, failed=self._refuse,
            language=spoken(languages.current()),
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()

    def may_settle(self) -> bool:
        """Whether a card is chosen."""
        return self._card is not None

    def settle(self) -> None:
        """Have the chosen card drilled again; what was done is asked for first."""
        if not self.note.text().strip():
            self.note.setFocus()
        elif self._card is not None:
            self._jobs.do(
                stuck_cards.settle, done=self._settled, failed=self._refuse, initiator=self,
                card=self._card.leech.card, cause=StuckCause(str(self.cause.currentData())), note=self.note.text(),
            )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Stuck cards"))
        self.view.setAccessibleName(self.tr("Cards that are not drilled any more"))
        self.detail.setAccessibleName(self.tr("The card and its last answers"))
        self.cause.setAccessibleName(self.tr("Where the cause lies"))
        for place, cause in enumerate(StuckCause):
            self.cause.setItemText(place, wording.label("stuck_cause", cause.value, languages.current()))
        self.note.setAccessibleName(self.tr("What was done"))
        self.note.setPlaceholderText(self.tr("What was done about it; the card comes again tomorrow"))
        self._empty.show_text(
            self.tr("No card is stuck"),
            self.tr("What somebody forgets four times stands here, until you have looked at it."),
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self.isVisible():
                self.reload()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.stuck")
        pad = theme.of_app().px("pad")
        self._empty = EmptyState("training.stuck.empty", "done", parent=self)
        self.rows = WholeList(_COLUMNS, _key_of, self)
        self.view = TableView(self.rows, name="training.stuck.list", empty=self._empty, parent=self)
        self.detail = QTextBrowser(self)
        self.detail.setObjectName("training.stuck.detail")
        self.cause, self.note = QComboBox(self), QLineEdit(self)
        self.cause.setObjectName("training.stuck.cause")
        for cause in StuckCause:
            self.cause.addItem("", cause.value)
        self.note.setObjectName("training.stuck.note")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setSizes([640, 440])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        row.addWidget(self.cause)
        row.addWidget(self.note, 1)
        row.addWidget(self.commands.button("training.stuck_settle", self, tone="primary"))

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.note.returnPressed.connect(self.settle)
        theme.of_app().changed.connect(self._say)

    def _show(self, found: Sequence[StuckCard]) -> None:
        self.rows.show_lines(tuple(found))
        if found:
            self.view.select(0)
        else:
            self._pick(None)

    def _pick(self, card: StuckCard | None) -> None:
        self._card = card
        self.detail.setVisible(card is not None)
        for part in (self.note, self.cause):
            part.setEnabled(card is not None)
        self.commands.refresh()
        self._say()

    def _open(self, _card: StuckCard) -> None:
        self.note.setFocus()

    def _settled(self, _none: None) -> None:
        self.note.clear()
        self.told.emit(self.tr("What was done is written down; the card is drilled again from tomorrow."))
        self.reload()
        self.view.setFocus()

    def _say(self) -> None:
        if self._card is None:
            self.detail.clear()
            return
        words = (self.tr("Last answers"), self.tr("nothing was answered"))
        self.detail.setHtml(presenting_stuck.card_html(self._card, languages.current(), ink(), words))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(card: StuckCard) -> object:
    return card.leech.card


def _operator(card: StuckCard) -> str:
    return card.leech.operator


def _text(card: StuckCard) -> str:
    return card.text or card.leech.card.point


def _lapses(card: StuckCard) -> str:
    return str(card.leech.lapses)


_COLUMNS = (
    Column("operator", QT_TRANSLATE_NOOP("tables", "Operator"), 120, show=_operator, sortable=False),
    Column("title", QT_TRANSLATE_NOOP("tables", "Script"), 180, sortable=False),
    Column("text", QT_TRANSLATE_NOOP("tables", "Key point"), 0, show=_text, sortable=False),
    Column("lapses", QT_TRANSLATE_NOOP("tables", "Forgotten"), 96, "number", show=_lapses, sortable=False),
)
