"""What the next operator must know at once: flags with their last day, and the numbers never to be dialed."""

from datetime import datetime, timedelta, tzinfo
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.models.callers import CallerFlag, FlagCode
from app.services import callers
from app.services.callers import CallerCard, Met
from app.services.wording import label
from app.ui.kit import icons, languages
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.panes.intake import presenting
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.never_lines import NeverLines
from app.ui.panes.intake.press_twice import PressTwice

_DAYS = (30, 90, 365, 0)


class FlagChip(PressTwice):
    """One flag; pressed twice it ends: `ended(CallerFlag)`."""

    ended = Signal(object)

    def __init__(self, flag: CallerFlag, parent: QWidget) -> None:
        super().__init__(f"intake.flag.{flag.code.value}", tone="tag", parent=parent)
        self._flag = flag
        self.confirmed.connect(self._end)

    def _end(self) -> None:
        self.ended.emit(self._flag)


class CallerFlags(QWidget):
    """Flags, a menu to add one, and do-not-call: a red strip where it stands, else a button to set it. Made for the
    first caller who is known.

    ``barred_wanted(number, caller)``: a supervisor wants to see who said it, and to lift it.
    """

    barred_wanted = Signal(str, object)

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
        self.setObjectName("intake.flags")
        self._jobs, self._state, self._link = jobs, state, link
        self._clock, self._zone = clock, zone
        self._chips: list[FlagChip] = []
        self._is_made = False
        link.met.connect(self._refresh)
        link.shown.connect(self._refresh)
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        if self._is_made:
            self._say()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        self._add.setText(self.tr("Add flag"))
        self._add.setAccessibleName(self._add.text())
        self._banner_text.setText(self.tr("Do not call this person. Answer here; never dial the number."))
        self._lift.setText(self.tr("Who said it, lift it"))
        self._lift.setAccessibleName(self._lift.text())
        self._block.show_texts(self.tr("Never call"), self.tr("Never call again? Press once more"))
        self._menu.clear()

    def _build(self) -> None:
        self._banner = QFrame(self)
        self._banner.setObjectName("intake.do_not_call")
        self._banner.setProperty("role", "strip")
        self._banner.setProperty("tone", "danger")
        self._banner_text = QLabel(self._banner)
        self._banner_text.setWordWrap(True)
        self._lift = QPushButton(self._banner)
        self._lift.setObjectName("intake.flags.lift")
        self._lift.setProperty("tone", "quiet")
        icon = QLabel(self._banner)
        icons.give(icon, "blocked", "danger", 20)
        row = QHBoxLayout(self._banner)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(icon)
        row.addWidget(self._banner_text, 1)
        row.addWidget(self._lift)
        self._flow_holder = QWidget(self)
        self._flow = FlowLayout(self._flow_holder, gap=4)
        self._add = QPushButton(self)
        self._add.setObjectName("intake.flags.add")
        self._add.setProperty("tone", "tag")
        icons.give(self._add, "flag", "muted")
        self._menu = QMenu(self)
        self._add.setMenu(self._menu)
        self._block = PressTwice("intake.flags.never_call", tone="tag", parent=self)
        self._flow.addWidget(self._block)
        self._flow.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._banner)
        column.addWidget(NeverLines(self._jobs, self._link, self._zone, self))
        column.addWidget(self._flow_holder)

    def _connect(self) -> None:
        self._block.confirmed.connect(self._never_call)
        self._lift.clicked.connect(self._show_who_said_it)
        self._menu.aboutToShow.connect(self._fill_menu)

    def _fill_menu(self) -> None:
        language = languages.current()
        for code in FlagCode if self._menu.isEmpty() else ():
            sub = self._menu.addMenu(label("caller_flag", code.value, language))
            for days in _DAYS:
                text = self.tr("for %n day(s)", "", days) if days else self.tr("until it is ended")
                action = QAction(text, sub)
                action.setData((code.value, days))
                action.triggered.connect(self._flag)
                sub.addAction(action)

    def _refresh(self, _found: Met | CallerCard | None) -> None:
        self._show()

    def _show(self) -> None:
        card, met = self._link.card, self._link.found
        stands = bool((card and card.do_not_call) or (met and met.do_not_call))
        offered = stands or card is not None or bool(met and met.number.key)
        if offered and not self._is_made:
            self._build()
            self._connect()
            self._say()
            self._is_made = True
        if self._is_made:
            self._show_parts(card, stands=stands, offered=offered)
        self.setVisible(offered)

    def _show_parts(self, card: CallerCard | None, *, stands: bool, offered: bool) -> None:
        self._banner.setVisible(stands)
        self._lift.setVisible(stands and self._jobs.office.ask(callers.may_lift))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        if card is not None:
            today = self._clock().astimezone(self._zone).date()
            for flag in card.flags:
                self._chips.append(self._chip(flag, today))
        self._add.setVisible(card is not None)
        self._block.setVisible(offered and not stands)

    def _chip(self, flag: CallerFlag, today: Any) -> FlagChip:
        mark = presenting.flag_mark(flag, today, languages.current(), self._zone)
        chip = FlagChip(flag, self._flow_holder)
        chip.show_texts(mark.text, self.tr("End this flag? Press once more"))
        chip.setToolTip(flag.note or self.tr("Press to end this flag"))
        icons.give(chip, "abusive" if mark.tone == "danger" else "flag", mark.tone or "muted")
        chip.ended.connect(self._end)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _flag(self) -> None:
        action, card = self.sender(), self._link.card
        if not isinstance(action, QAction) or card is None:
            return
        code, days = action.data()
        expires_at: datetime | None = self._clock() + timedelta(days=days) if days else None
        self._jobs.do(
            callers.flag, initiator=self, caller_id=card.caller.id, code=FlagCode(code), expires_at=expires_at
        )

    def _end(self, flag: CallerFlag) -> None:
        self._jobs.do(callers.end_flag, initiator=self, flagged=flag)

    def _never_call(self) -> None:
        draft = self._state.draft
        self._jobs.do(callers.do_not_call, initiator=self, number=draft.number or "", caller=draft.caller)

    def _show_who_said_it(self) -> None:
        draft = self._state.draft
        self.barred_wanted.emit(draft.number or draft.caller_name or "", draft.caller)
