"""What may be the same matter, while it is typed: a quiet list over the unit, with reasons, which can be put aside."""

from PySide6.QtCore import QElapsedTimer, QEvent, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.duplicates import Hint, Matter
from app.models.inquiries import InquiryRow
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake import asking, presenting
from app.ui.panes.intake.asking import Asked, Hinted
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.hint_row import HintRow

#: After the last keystroke: a pause, not the next letter.
DELAY_MS = 300
#: The key of the command that adds to the first hint.
KEY = "Ctrl+J"
#: So long a list has to stand before one key saves into its first inquiry; until then the key only marks it.
READ_MS = 600
_WATCHED = frozenset({"number", "caller", "area", "unit", "category", "summary", "details"})


class DuplicateHints(QFrame):
    """Hidden while there is nothing to say, and made with the first hint.

    Marking a hint sets the draft's `add_to`, or `joins` for one incident.

    An answer to what is no longer typed is dropped, and so is one for a conversation that was renewed meanwhile.
    """

    def __init__(self, jobs: Jobs, state: ConversationState, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.hints")
        self.setProperty("role", "card")
        self._jobs, self._state, self._clock = jobs, state, clock
        self._rows: list[HintRow] = []
        self._hints: tuple[Hint, ...] = ()
        self._aside: set[bytes] = set()
        self._asked: Asked | None = None
        self._open = False
        self._stands = QElapsedTimer()
        self._later = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._later.timeout.connect(self._ask)
        state.changed.connect(self._follow)
        state.renewed.connect(self._renew)
        self.hide()

    @property
    def marked(self) -> tuple[InquiryRow, ...]:
        """The hinted inquiry that the contact will be added to, if any."""
        return tuple(one.row for one in self._hints if one.row.id == self._state.draft.add_to)

    @property
    def first(self) -> Hint | None:
        """The first hint that a contact can be added to."""
        return next((one for one in self._hints if one.addable), None)

    def take(self) -> bool:
        """Mark the first hint; say whether it stood long enough to be read, so that it may be saved at once."""
        hint = self.first
        if hint is None or self.isHidden():
            return False
        marked = hint.row.id == self._state.draft.add_to
        self._edit(hint.row.id, True)
        return marked or self._stands.hasExpired(READ_MS)

    def beside(self) -> None:
        """Open the inquiry beside the first hint of another caller, as one incident; the second time not."""
        hint = next((one for one in self._hints if one.joinable), None)
        if hint is not None and not self.isHidden():
            self._join(hint.row.id, hint.row.id != self._state.draft.joins)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _build(self) -> None:
        self._head = QLabel(self)
        self._head.setProperty("type", "label")
        key = KeyHint(KEY, self)
        self._more = QPushButton(self)
        self._more.setObjectName("intake.hints.more")
        self._more.setCheckable(True)
        self._other = QPushButton(self)
        self._other.setObjectName("intake.hints.aside")
        for button in (self._more, self._other):
            button.setProperty("tone", "tag")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 6)
        self._column.setSpacing(4)
        head = QHBoxLayout()
        self._column.addLayout(head)
        head.setSpacing(4)
        head.addWidget(self._head, 1)
        head.addWidget(key)
        head.addWidget(self._more)
        head.addWidget(self._other)
        self._more.clicked.connect(self._unfold)
        self._other.clicked.connect(self._put_aside)

    def _follow(self, name: str) -> None:
        if name in _WATCHED:
            self._later.start()
        elif name in ("add_to", "joins"):
            self._mark()

    def _renew(self) -> None:
        """Know nothing of the former conversation."""
        self._later.stop()
        self._asked, self._aside, self._open = None, set(), False
        self._take(())
        if not self._state.draft.empty:
            self._later.start()

    def _ask(self) -> None:
        draft = self._state.draft
        matter = Matter(
            draft.number, draft.caller, draft.area, draft.unit, draft.category, draft.summary, draft.details
        )
        asked = Asked(self._state.generation, matter)
        if asked != self._asked:
            self._asked = asked
            self._jobs.ask(asking.hints, key="hints", done=self._show, failed=self._failed, asked=asked)

    def _show(self, hinted: Hinted) -> None:
        if hinted.asked == self._asked and hinted.asked.generation == self._state.generation:
            self._take(tuple(one for one in hinted.hints if one.row.id not in self._aside))

    def _failed(self, _error: object) -> None:
        """Show nothing: a hint that cannot be had is no reason to stop somebody who takes a call."""
        self._take(())

    def _take(self, hints: tuple[Hint, ...]) -> None:
        if hints == self._hints:
            return
        known = {one.row.id for one in self._hints}
        if [one.row.id for one in hints] != [one.row.id for one in self._hints]:
            self._stands.start()
        self._hints = hints
        self._say()
        if hints and hints[0].row.id not in known:
            text = f"{self._head.text()}: {self._rows[0].spoken}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _say(self) -> None:
        """Show the hints in the language of the window: the first, or all of them when they are unfolded."""
        if self._hints and not self._rows:
            self._build()
        self.setVisible(bool(self._hints))
        if not self._hints:
            return
        self._head.setText(self.tr("Perhaps the same matter"))
        rest = len(self._hints) - 1
        self._more.setText(self.tr("Fewer") if self._open else self.tr("More: {count}").format(count=rest))
        self._more.setAccessibleName(self.tr("Show all that may be the same matter"))
        self._more.setChecked(self._open)
        self._more.setVisible(rest > 0)
        self._other.setText(self.tr("Not the same"))
        self._other.setAccessibleName(self.tr("Put these hints aside for this conversation"))
        shown = self._hints if self._open else self._hints[:1]
        self._make_rows(len(shown))
        for row, hint in zip(self._rows, shown, strict=False):
            row.show_hint(hint, presenting.state_mark(hint.row, self._clock(), languages.current()))
        for row in self._rows[len(shown) :]:
            row.hide()
        self._mark()

    def _make_rows(self, count: int) -> None:
        """Make the rows that are missing."""
        while len(self._rows) < count:
            row = HintRow(len(self._rows), self)
            row.marked.connect(self._edit)
            row.joined.connect(self._join)
            self._rows.append(row)
            self._column.addWidget(row)

    def _mark(self) -> None:
        draft = self._state.draft
        for row in self._rows:
            known = row.inquiry is not None
            row.show_marked(known and row.inquiry == draft.add_to, beside=known and row.inquiry == draft.joins)

    def _edit(self, inquiry: bytes, marked: bool) -> None:
        self._state.edit_all({"add_to": inquiry if marked else None, "joins": None})

    def _join(self, inquiry: bytes, marked: bool) -> None:
        self._state.edit_all({"joins": inquiry if marked else None, "add_to": None})

    def _unfold(self) -> None:
        self._open = self._more.isChecked()
        self._say()

    def _put_aside(self) -> None:
        """Show none of these again in this conversation, and add it to none of them."""
        shown = {one.row.id for one in self._hints}
        for name in ("add_to", "joins"):
            if getattr(self._state.draft, name) in shown:
                self._state.edit(name, None)
        self._aside |= shown
        self._take(())
