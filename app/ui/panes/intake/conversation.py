"""One conversation on the screen: its state, its three columns that never move, its outcomes, its own notices."""

from collections.abc import Generator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.models.contacts import ContactDraft, ContactResult, Outcome
from app.models.errors import AppError, DatabaseBusy, DiskFailed, DiskFull, FieldWrong
from app.services.script_reading import OpenScript
from app.services.wording import label
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip, Words
from app.ui.panes.intake import asking, presenting
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.call_clock import ON_LINE, RINGING
from app.ui.panes.intake.call_timer import CallTimer
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.draft_keeper import DraftKeeper
from app.ui.panes.intake.ending import Ending
from app.ui.panes.intake.letter_drop import LetterDrop
from app.ui.panes.intake.outcome_bar import KEYS, OutcomeBar
from app.ui.panes.intake.outcome_words import OutcomeWords
from app.ui.panes.intake.readiness import Gap
from app.ui.panes.intake.referral_row import ReferralRow
from app.ui.panes.intake.say_column import SayColumn
from app.ui.panes.intake.script_search import ScriptSearch
from app.ui.panes.intake.what_column import WhatColumn
from app.ui.panes.intake.who_column import WhoColumn
from app.ui.parts.refusal import Refusal

_WIDTHS = ((272, 25), (420, 41), (340, 34))
_NOTES_MS = 60


class Conversation(QWidget):
    """`saved(Finalized)` when it is over, `retitled()`, `moved(state)` of its call, `dialed(number)`."""

    saved = Signal(object)
    retitled = Signal()
    moved = Signal(str)
    dialed = Signal(str)
    _at_once = True

    def __init__(
        self,
        jobs: Jobs,
        draft: ContactDraft,
        desk: Desk,
        *,
        scripts: ScriptSearch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.conversation")
        self._jobs, self.desk = jobs, desk
        self.state = ConversationState(draft, self)
        self.keeper = DraftKeeper(jobs, self.state, self)
        self.ending = Ending(jobs, self.state, self.keeper, desk, clock=self._now)
        self._pressed: tuple[Outcome, ContactResult | None] | None = None
        self._later = QTimer(self, singleShot=True, interval=_NOTES_MS)
        self._rest = self._build(scripts)
        while self._at_once and self.build_on():
            pass

    def build_on(self) -> bool:
        """Build one more part of what is built step by step; False when it is complete."""
        return next(self._rest, False)

    @property
    def blank(self) -> bool:
        """Whether nothing was typed and no call has begun: nothing to lose."""
        return self.state.draft.empty and not self.state.draft.spans

    def title(self, *, hidden: bool = False) -> str:
        """Return who or what it is, for the tab; `hidden` for a locked window."""
        return presenting.title_of(self.state.draft, self.who.form.shown_number, languages.current(), hidden=hidden)

    @property
    def reusable(self) -> bool:
        """Whether nothing is under way for it, so that another conversation can take its widgets."""
        return self.keeper.idle and not self.ending.busy

    def renew(self, draft: ContactDraft) -> None:
        """Begin another conversation: nothing of the former one stays."""
        self._pressed = None
        self.strip.clear()
        self._clear_errors()
        self.state.renew(draft)
        self._set_enabled(True)
        self.timer.refresh()
        self.refresh_notes()

    def end(self, outcome: Outcome, result: ContactResult | None = None) -> None:
        """Save with an outcome, or lead to what is missing."""
        if outcome is Outcome.ADD_TO and self.state.draft.add_to is None:
            standing = self.who.matters.open_inquiries
            if len(standing) == 1:
                self.state.edit("add_to", standing[0].id)
        if outcome in (Outcome.REFERRED, Outcome.TRANSFERRED):
            self.referral.open()
        self._pressed = (outcome, result)
        self._clear_errors()
        self.ending.end(outcome, result=result, unreadable=self.what.unreadable())

    def focus_field(self, field: str, *, marked: bool = True) -> None:
        """Put the cursor into a field, scrolled to; behind another page it would take the keyboard from that one."""
        found = self.who.matters.findChildren(QPushButton)[:1] if field == "add_to" else [self._editor(field)]
        target: QWidget = next((one for one in found if one is not None), self.who.form.number)
        self.who.reach(target)
        self.what.reach(target)
        if self.isVisible():
            _give_keyboard(target, marked=marked)

    def focus_first(self) -> None:
        """Put the cursor where this channel begins: the number of a call, the summary of a letter."""
        begun = bool(self.state.draft.number) or not presenting.is_live(self.state.draft)
        self.focus_field("summary" if begun else "number", marked=False)

    def refresh_notes(self) -> None:
        """Say under each outcome what is missing."""
        draft, unreadable = self.state.draft, self.what.unreadable()
        standing = (*self.who.matters.open_inquiries, *self.what.hints.marked)
        self.bar.show_notes(
            {
                outcome: self._words.note(
                    outcome, draft, self.ending.gaps(outcome, unreadable), open_inquiries=standing
                )
                for outcome in KEYS
            }
        )

    def tick(self) -> None:
        """Let a second pass."""
        self.timer.refresh()
        self.what.quick.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc opens the outcomes without an inquiry, unless a list or a search took it first."""
        if event.key() == Qt.Key.Key_Escape:
            self.bar.open_menu()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._later.start()
            self.retitled.emit()
        super().changeEvent(event)

    def _build(self, scripts: ScriptSearch) -> Generator[bool]:
        gap = theme.of_app().px("gap")
        self._columns = QWidget(self)
        row = QHBoxLayout(self._columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        frames = [_card(row, least, stretch) for least, stretch in _WIDTHS]
        jobs, state, desk, now = self._jobs, self.state, self.desk, self._now
        self.who = WhoColumn(jobs, state, clock=now, zone=desk.zone, parent=frames[0])
        yield True
        self.what = WhatColumn(jobs, state, desk, parent=frames[1])
        yield True
        self.say = SayColumn(jobs, state, desk, scripts=scripts, clock=now, parent=frames[2])
        yield True
        for frame, part in zip(frames, (self.who, self.what, self.say), strict=True):
            _fill(frame, part)
        self.referral = ReferralRow(jobs, state, self)
        self.timer = CallTimer(state, now, self)
        self.bar = OutcomeBar(self)
        self.strip = MessageStrip(self)
        self.letters = LetterDrop(self._jobs, self.state, self)
        self._words = OutcomeWords(self.desk, self._now, self._name_of, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for part in (self._columns, self.strip, self.referral, self.bar):
            column.addWidget(part, int(part is self._columns))
        self._connect()
        self.refresh_notes()

    def _connect(self) -> None:
        self.state.changed.connect(self._follow)
        self._later.timeout.connect(self.refresh_notes)
        self.keeper.refused.connect(self._not_kept)
        self.keeper.kept.connect(self._kept_again)
        self.ending.held_up.connect(self._lead)
        self.ending.begun.connect(self._begin)
        self.ending.saved.connect(self.saved)
        self.ending.refused.connect(self._refuse)
        self.ending.stopped.connect(self._free)
        self.bar.ended.connect(self.end)
        self.bar.ended_without.connect(self._end_without)
        self.say.given.connect(self._given)
        self.say.left.connect(self._back_to_form)
        self.say.page.refused.connect(self.strip.warning)
        self.timer.moved.connect(self.moved)
        self.who.dialed.connect(self.dialed)
        self.who.link.shown.connect(self._card_shown)
        self.letters.shortened.connect(self.strip.warning)
        self.letters.watch(self)
        for name in ("details", "summary"):
            if (editor := self.what.editor(name)) is not None:
                self.letters.watch(editor)

    def _follow(self, name: str) -> None:
        self._later.start()
        if name in ("number", "caller_name", "summary", "channel", "spans"):
            self.retitled.emit()

    def _card_shown(self, _card: object) -> None:
        self._later.start()
        self.retitled.emit()

    def _end_without(self, result: ContactResult) -> None:
        self.end(Outcome.NON_INQUIRY, result)

    def _begin(self) -> None:
        if self.timer.running in ON_LINE or self.timer.running == RINGING:
            self.timer.hang_up()
        self._set_enabled(False)

    def _set_enabled(self, enabled: bool) -> None:
        for part in (self._columns, self.referral, self.bar):
            part.setEnabled(enabled)

    def _free(self) -> None:
        self._set_enabled(True)
        self.focus_field("summary", marked=False)

    def _lead(self, gaps: tuple[Gap, ...]) -> None:
        for gap in gaps:
            self._show_error(gap.field, label("form_reason", gap.reason.value, languages.current()))
        self.focus_field(gaps[0].field)

    def _refuse(self, error: AppError) -> None:
        self._free()
        told = Refusal(error)
        field = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and self._show_error(field, told()):
            self.focus_field(field)
        else:
            self.strip.danger(told, step_text=_try_again, step=self._again)

    def _again(self) -> None:
        if self._pressed is not None:
            self.end(*self._pressed)

    def _not_kept(self, error: AppError) -> None:
        shown = self.strip.current
        if shown is None or shown.step != self._again:  # that the contact is not saved stays said until it is
            self.strip.danger(_not_saved(error), step_text=_try_again, step=self.keeper.flush)

    def _kept_again(self) -> None:
        self.strip.withdraw_offer(self.keeper.flush)

    def _given(self, script: OpenScript) -> None:
        """A script that was given says what the matter is, and is the reply to a letter."""
        draft = self.state.draft
        if not draft.category and script.category in self.desk.tree.by_code:
            self.state.edit("category", script.category)
        if presenting.is_written(draft):
            self.what.reply.append(next((one.text for one in script.sections if one.name == "say"), ""))

    def _back_to_form(self) -> None:
        self.focus_field("summary")

    def _editor(self, field: str) -> QWidget | None:
        return self.what.editor(field) or self.who.editor(field) or self.referral.editor(field)

    def _show_error(self, field: str, text: str) -> bool:
        parts = (self.what, self.who, self.referral)
        return any(part.show_error(field, text) for part in parts)

    def _clear_errors(self) -> None:
        for part in (self.what, self.who, self.referral):
            part.clear_errors()

    def _name_of(self, field: str) -> str:
        return self.who.form.label_of(field) or self.what.missing_words(field) or self.referral.label_of(field)

    def _now(self) -> datetime:
        return self._jobs.office.ask(asking.now)


def _give_keyboard(target: QWidget, *, marked: bool) -> None:
    """Put the cursor into a field: with all of it marked, or at its end, where what is typed on is added."""
    target.setFocus(Qt.FocusReason.ShortcutFocusReason if marked else Qt.FocusReason.OtherFocusReason)
    if not marked and isinstance(target, QLineEdit):
        target.end(False)


class ConversationInSteps(Conversation):
    """One whose parts are built one by one, by `build_on`; it is of no use before it is complete."""

    _at_once = False


def _card(row: QHBoxLayout, least: int, stretch: int) -> QFrame:
    frame = QFrame(row.parentWidget())
    frame.setProperty("role", "card")
    frame.setMinimumWidth(least)
    row.addWidget(frame, stretch)
    return frame


def _fill(frame: QFrame, inner: QWidget) -> None:
    column = QVBoxLayout(frame)
    pad = theme.of_app().px("gap")
    column.setContentsMargins(pad, pad, pad // 2, pad)
    column.addWidget(inner)


def _not_saved(error: AppError) -> Words:
    told = Refusal(error)
    says_so = isinstance(error, (DatabaseBusy, DiskFailed, DiskFull))
    return told if says_so else partial(_unsaved, told)


def _unsaved(told: Refusal) -> str:
    return QCoreApplication.translate("Conversation", "Not saved yet. {reason}").format(reason=told())


def _try_again() -> str:
    return QCoreApplication.translate("Conversation", "Try again")
