"""Where the parts of the call-backs pane stand: the queue left, the call in hand right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.flow import FlowLayout
from app.ui.kit.messages import MessageStrip
from app.ui.kit.table_view import TableView
from app.ui.panes.callbacks.agenda_view import AgendaView
from app.ui.panes.callbacks.asking import Board
from app.ui.panes.callbacks.call_card import CallCard
from app.ui.panes.callbacks.call_watch import CallWatch
from app.ui.panes.callbacks.explanation import Explanation
from app.ui.panes.callbacks.flag_asking import FlagAsking
from app.ui.panes.callbacks.outcome_box import OutcomeBox
from app.ui.panes.callbacks.queue_model import QueueTable

_SHARES = (46, 54)


class CallbacksLayout(QWidget):
    """The widgets of the pane, without what they do."""

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("callbacks.pane")
        self._dials = 0
        self._asking = self._calling = self._known = self._crowded = False
        self._interview: FlagAsking | None = None
        self._boards: dict[QWidget, QWidget] = {}
        self._build(clock)
        self.retranslate()

    def place_buttons(self, commands: CommandTable) -> None:
        """Put the buttons of the commands where they belong."""
        self._top.insertWidget(0, commands.button("callbacks.next", self, tone="primary"))
        self._foot.addWidget(commands.button("callbacks.explain", self, tone="quiet"))
        tones = {"dial": "primary", "came_in": "quiet", "document": "quiet"}
        self._before = [commands.button(f"callbacks.{name}", self, tone=tone) for name, tone in tones.items()]
        self._answered = commands.button("callbacks.answered", self, tone="primary")
        for place, button in enumerate((self._answered, *self._before)):
            self._dial_row.insertWidget(place, button)
        self._ending.insertWidget(0, commands.button("callbacks.finish", self, tone="primary"))
        self._ending.insertWidget(1, commands.button("callbacks.never", self, tone="danger"))

    def place_interview(self, interview: FlagAsking) -> None:
        """Put the interview between the call and its outcome, and what leads back to it beside what ends the call."""
        self._interview = interview
        self._call_column.insertWidget(self._call_column.indexOf(self.outcome), interview, 3)
        self._ending.insertWidget(self._ending.count() - 1, interview.ask_on)

    def place_board(self, board: QWidget, button: QWidget) -> None:
        """Put a list of the supervisor into the place of the queue; ``button`` turns to it and back."""
        self._boards[board] = button
        self._queue_column.insertWidget(self._queue_column.indexOf(self.view) + 1, board, 1)
        self._foot.addWidget(button)
        board.hide()
        button.hide()

    def place_count(self) -> None:
        """Put how many calls were made today behind the last button, and say that the queue is looked up meanwhile."""
        self._foot.addWidget(self._count)
        self.model.show_lines(())

    def show_board(self, shown: QWidget | None) -> None:
        """Show a list of the supervisor, or the queue; what the queue waits for is told beside the queue alone."""
        self.view.setVisible(shown is None)
        if shown is not None:
            self.explanation.hide()
        for board in self._boards:
            board.setVisible(board is shown)

    def show_queue(self, board: Board) -> None:
        """Show what can be called, the same call chosen as before."""
        former = self.view.row()
        self._dials = board.dials
        if not self._known:
            self._known = True
            self._say_empty()
        self.model.show_calls(board.calls, board.now_at, board.zone)
        place = self.model.place_of(former.sheet.callback.id) if former is not None else None
        if board.calls:
            self.view.select(place or 0)
        self._say_dials()
        for button in self._boards.values():
            button.setVisible(board.decides)

    def show_parts(self, *, taken: bool, calling: bool) -> None:
        """Show the card of a call in hand, and what asks for its outcome while it is in progress."""
        self.card.setVisible(taken)
        self._hands.setVisible(taken)
        self._calling = taken and calling
        self.outcome.setVisible(self._calling and not self._asking)
        self._ends.setVisible(taken and calling)
        self.watch.setVisible(calling)
        for button in self._before:
            button.setVisible(not calling)
        self._answered.setVisible(calling)
        self._empty_card.setVisible(not taken)
        if not (taken and calling):
            self.agenda.hide()

    def make_room(self, asking: bool, *, raising: bool = False) -> None:
        """Give an interview the room of the history and of the outcome, which is said when nothing is asked.

        ``raising``: what is urgent is asked for, and has the room of what the call is about too.
        """
        self._asking = asking
        folded = self._calling and self.interview_shown()
        self.card.fold(folded=folded, brief=folded and (raising or not asking))
        self.outcome.setVisible(self._calling and not asking)
        self._call_column.setStretchFactor(self.card, 0 if asking else 1)
        self.show_agenda(not asking and self.outcome.wants_time())

    def interview_shown(self) -> bool:
        """Whether an interview stands in the pane."""
        return self._interview is not None and self._interview.stands

    def show_agenda(self, wanted: bool) -> None:
        """Show the agenda of the day while a time is agreed; an interview, but for its way back, the title and the time
        of the call make room.
        """
        crowded = wanted and self._calling and self.interview_shown()
        self.agenda.setVisible(wanted)
        self.outcome.header.setVisible(not crowded)
        if self._interview is not None:
            self._interview.give_room(wanted=crowded)
        self._crowded = crowded
        self.show_hands()

    def show_hands(self) -> None:
        """Show the time of the call unless it makes room; a call that rings, or waits, is always seen to."""
        if self._calling:
            self._hands.setVisible(not self._crowded or self.watch.ringing or self.watch.held)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Call-backs"))
        self.view.setAccessibleName(self.tr("Calls that can be made now"))
        self._say_empty()
        self._empty_card.show_text(
            self.tr("No call in hand"), self.tr("F7 takes the next one and says why; Enter takes the chosen one.")
        )
        self.caller_line.setPlaceholderText(self.tr("Number of whoever calls back"))
        self.caller_line.setAccessibleName(self.tr("Number of whoever calls back"))
        self._say_dials()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_empty(self) -> None:
        """Say that nobody is to be called only once the queue was looked up."""
        if not self._known:
            self._empty.show_text(self.tr("Who is to be called is being looked up …"))
            return
        self._empty.show_text(
            self.tr("Nobody is to be called now"),
            self.tr("Promised calls, missed calls and cases of campaigns appear here when they may be called."),
        )

    def _say_dials(self) -> None:
        self._count.setText(self.tr("Calls today: {count}").format(count=self._dials) if self._known else "")

    def _build(self, clock: Callable[[], datetime]) -> None:
        gap, pad = theme.of_app().px("gap"), theme.of_app().px("pad")
        self.strip = MessageStrip(self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._queue_side(gap, pad))
        split.addWidget(self._call_side(clock, gap, pad))
        split.setSizes([share * 10 for share in _SHARES])
        split.setStretchFactor(0, _SHARES[0])
        split.setStretchFactor(1, _SHARES[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        column.addWidget(self.strip)
        column.addWidget(split, 1)

    def _queue_side(self, gap: int, pad: int) -> QWidget:
        side = QWidget(self)
        self.model = QueueTable(self)
        self._empty = EmptyState("callbacks.empty", "callbacks")
        self.view = TableView(self.model, name="callbacks.queue", empty=self._empty, parent=side)
        self.caller_line = QLineEdit(side)
        self.caller_line.setObjectName("callbacks.caller")
        self._count = QLabel(side)
        self._count.setProperty("type", "muted")
        self.explanation = Explanation(side)
        self._top, holder = QHBoxLayout(), QWidget(side)
        self._foot = FlowLayout(holder, gap=pad)
        column = self._queue_column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, gap // 2, 0)
        column.setSpacing(pad)
        column.addLayout(self._top)
        column.addWidget(self.view, 1)
        column.addWidget(self.explanation)
        column.addWidget(holder)
        self._top.addWidget(self.caller_line, 1)
        return side

    def _call_side(self, clock: Callable[[], datetime], gap: int, pad: int) -> QWidget:
        side = QWidget(self)
        self.card = CallCard(clock, side)
        self.watch = CallWatch(side)
        self.outcome = OutcomeBox(clock, side)
        self.agenda = AgendaView(side)
        self._empty_card = EmptyState("callbacks.no_call", "phone_out", parent=side)
        self._hands, self._ends = QWidget(side), QWidget(side)
        self._dial_row, self._ending = QHBoxLayout(self._hands), QHBoxLayout(self._ends)
        for row in (self._dial_row, self._ending):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(pad)
            row.addStretch(1)
        self._dial_row.addWidget(self.watch)
        column = self._call_column = QVBoxLayout(side)
        column.setContentsMargins(gap // 2, 0, 0, 0)
        column.setSpacing(pad)
        for widget in (self.card, self._hands, self.outcome, self.agenda, self._ends):
            column.addWidget(widget, 1 if widget is self.card else 0)
        column.addWidget(self._empty_card, 1, Qt.AlignmentFlag.AlignCenter)
        return side
