"""What is still open with a caller: inquiries first, then promises, then the calls that we owe."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.callbacks import Callback
from app.models.inquiries import DONE, InquiryRow
from app.models.promises import Promise, PromiseState
from app.services import inquiries
from app.services.callers import CallerCard
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.kit.presenting_time import relative
from app.ui.panes.intake import presenting
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.matter_row import MatterRow
from app.ui.panes.intake.presenting import Mark


class OpenMatters(QWidget):
    """Cards of one caller. Marking an inquiry sets the draft's `add_to`; `dialed(number)` asks for a call."""

    dialed = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        state: ConversationState,
        link: CallerLink,
        *,
        clock: Clock,
        zone: tzinfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.matters")
        self._jobs, self._state, self._link = jobs, state, link
        self._clock, self._zone = clock, zone
        self._adding: dict[QPushButton, bytes] = {}
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        link.shown.connect(self.show_card)
        state.changed.connect(self._follow)
        self.show_card(None)

    @property
    def open_inquiries(self) -> tuple[InquiryRow, ...]:
        """The caller's open inquiries, the newest first."""
        card = self._link.card
        rows = presenting.open_first(card.inquiries) if card else []
        return tuple(row for row in rows if row.state not in DONE)

    def show_card(self, card: CallerCard | None) -> None:
        """Show what is open of another caller."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._adding = [], {}
        if card is not None:
            self._show_inquiries(presenting.open_first(card.inquiries))
            self._show_callbacks(card.callbacks, hidden=card.hidden)
            owed = {one.what for one in card.callbacks}
            self._show_promises([one for one in card.promises if _stands(one) and one.what not in owed])
        self.setVisible(bool(self._parts))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_card(self._link.card)
        super().changeEvent(event)

    def _head(self, text: str) -> None:
        head = QLabel(text, self)
        head.setProperty("type", "label")
        self._add(head)

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
        part.show()

    def _show_inquiries(self, rows: Sequence[InquiryRow]) -> None:
        if rows:
            self._head(self.tr("Inquiries"))
        for row in rows:
            card = MatterRow(row.id, row.number, self)
            card.show_chip(presenting.state_mark(row, self._clock(), languages.current()))
            done = row.state in DONE
            due = "" if done else self._due(row.due_at)
            card.show_text(row.summary or "", due or self._when(row.opened_at))
            text = self.tr("Reopen and add") if done else self.tr("Add to this")
            button = card.add_button("add", text, self.tr("Add to {number}").format(number=row.number))
            button.setCheckable(True)
            button.setChecked(self._state.draft.add_to == row.id)
            button.clicked.connect(self._mark)
            self._adding[button] = row.id
            self._add(card)

    def _show_callbacks(self, callbacks: Sequence[Callback], *, hidden: bool) -> None:
        if callbacks:
            self._head(self.tr("Calls we owe"))
        for one in callbacks:
            number = presenting.owed_number(one.number, hidden=hidden)
            card = MatterRow(one.id, one.inquiry_number or number, self)
            card.show_chip(self._due_mark(one.due_at))
            card.show_text(one.what or "")
            keys = {"call": self.tr("Call"), "kept": self.tr("Done"), "broken": self.tr("Not kept")}
            names = {
                "call": self.tr("Call {number}").format(number=number),
                "kept": self.tr("The call was made: {what}").format(what=one.what or number),
                "broken": self.tr("The call was not made: {what}").format(what=one.what or number),
            }
            slots = {"call": self._dial, "kept": self._keep, "broken": self._break}
            for key, text in keys.items():
                button = card.add_button(key, text, names[key])
                button.setProperty("callback", one.id.hex())
                button.setProperty("number", one.number)
                button.clicked.connect(slots[key])
            self._add(card)

    def _show_promises(self, promises: Sequence[Promise]) -> None:
        if promises:
            self._head(self.tr("Promised"))
        for one in promises:
            card = MatterRow(one.id, one.by_name or "", self)
            if one.due_at is not None:
                card.show_chip(self._due_mark(one.due_at))
            card.show_text(one.what)
            self._add(card)

    def _mark(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._state.edit("add_to", self._adding[button] if button.isChecked() else None)

    def _follow(self, name: str) -> None:
        if name == "add_to":
            for button, inquiry in self._adding.items():
                button.setChecked(self._state.draft.add_to == inquiry)

    def _dial(self) -> None:
        self.dialed.emit(str(self.sender().property("number")))

    def _keep(self) -> None:
        self._settle(kept=True)

    def _break(self) -> None:
        self._settle(kept=False)

    def _settle(self, *, kept: bool) -> None:
        callback = bytes.fromhex(str(self.sender().property("callback")))
        self._jobs.do(inquiries.settle_callback, initiator=self, callback=callback, kept=kept)

    def _due(self, at: datetime | None) -> str:
        return self.tr("due {time}").format(time=self._when(at)) if at else ""

    def _due_mark(self, at: datetime) -> Mark:
        return Mark(self._when(at), "danger" if at < self._clock() else "accent")

    def _when(self, at: datetime) -> str:
        return relative(at, self._clock(), languages.current(), self._zone)


def _stands(one: Promise) -> bool:
    return one.state is PromiseState.OPEN
