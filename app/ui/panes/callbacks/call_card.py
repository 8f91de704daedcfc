"""Whom we call: name and number, why now or why not, what it is about, and what was tried before."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.models.errors import AppError
from app.services import never_words, wording
from app.services.callback_sheets import Sheet
from app.services.callbacks import Waiting, WhyNot
from app.services.never_calls import NeverCall
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import moment
from app.ui.kit.timeline import Entry, Timeline
from app.ui.panes.callbacks import presenting
from app.ui.parts.reveal_line import RevealLine

_SHOWN_REFUSALS = 4
_LEAST_HISTORY = 52


class CallCard(Card):
    """One call that was taken; ``show_call`` fills it, ``cover`` hides the number while the window is locked."""

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("callbacks.card")
        self._clock = clock
        self._shown: tuple[Sheet, Waiting | WhyNot, tzinfo] | None = None
        self._calling = False
        self._covered = self._hidden = False
        self._to_tell = ""
        self._folded = self._brief = False
        #: No telephone program took the number of this call: whoever calls dials it.
        self.by_hand = False
        #: What the person ever said of never being called, and what lifted it; ``show_call`` shows it.
        self.never: Sequence[NeverCall] = ()
        self.reveal: RevealLine | None = None
        self._build()
        self.retranslate()

    def show_call(
        self,
        sheet: Sheet,
        said: Waiting | WhyNot,
        zone: tzinfo,
        *,
        calling: bool = False,
        hidden: bool = False,
        to_tell: str = "",
    ) -> None:
        """Show a call with what speaks for or against it now; nothing does any more while it is made.

        ``hidden`` hides the middle of the number until somebody says why it is needed. ``to_tell`` is the station that
        holds the call and has to be told while its person is on the line here.
        """
        self._shown, self._calling, self._hidden = (sheet, said, zone), calling, hidden
        self._to_tell = to_tell
        if self.reveal is not None and hidden:
            self.reveal.offer("callback", sheet.callback.id)
        elif self.reveal is not None:
            self.reveal.withdraw()
        self._refresh()

    def place(self, reveal: RevealLine, refused: Callable[[AppError], None]) -> None:
        """Take in what shows whole numbers, under the number; ``refused`` hears who may not see one."""
        self.reveal = reveal
        reveal.refused.connect(refused)
        self.body.insertWidget(1, reveal)

    def cover(self, *, covered: bool) -> None:
        """Hide the middle of the number, or show it again."""
        self._covered = covered
        if covered and self.reveal is not None:
            self.reveal.number.clear()
        self._refresh()

    def fold(self, *, folded: bool, brief: bool = False) -> None:
        """Give the room of the history to what is asked in the call, or take it back.

        ``brief``: also that of what the call is about, which nobody needs any more while its outcome is said.
        """
        self._folded, self._brief = folded, brief
        high = QSizePolicy.Policy.Maximum if folded else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self._refresh()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.history.setAccessibleName(self.tr("Attempts so far"))
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width: narrower lines are more lines."""
        super().resizeEvent(event)
        self._hold()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.chip = Chip("", "", self)
        self.header.add(self.chip)
        self.number, self.about, self.why, self.tell = (QLabel(self) for _ in range(4))
        self.tell.setObjectName("callbacks.tell")
        self.number.setObjectName("callbacks.number")
        self.number.setFont(theme.of_app().font("title", bold=True, tabular=True))
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.about, self.why, self.tell):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as its lines
        self.why.setProperty("type", "error")
        self.tell.setProperty("type", "caution")
        self.history = Timeline("callbacks.history", self._clock, self)
        self.number.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in (self.number, self.tell, self.about, self.why):
            self.body.addWidget(widget)
        self.history.setMinimumHeight(_LEAST_HISTORY)
        self.body.addWidget(self.history, 9)
        self.body.addStretch(1)

    def _refresh(self) -> None:
        if self._shown is None:
            return
        sheet, said, zone = self._shown
        language = languages.current()
        named = sheet.callback.caller_name or sheet.case
        self.set_title(presenting.who(sheet) if named else wording.label("caller_name", "none", language))
        self.number.setText(presenting.masked(sheet) if self._covered or self._hidden else sheet.number.shown or "–")
        self.number.setAccessibleName(self.number.text())
        self.about.setText(self._about(sheet, zone, language))
        self.about.setVisible(not self._brief)
        against = said.refusals if isinstance(said, WhyNot) and not self._calling else ()
        now = self._clock()
        lines = [presenting.refusal(one, now, language, zone) for one in against[:_SHOWN_REFUSALS]]
        self.why.setVisible(bool(lines))
        self.why.setText("\n".join(lines))
        self._say_whom_to_tell(presenting.who(sheet))
        if self._calling:
            self.chip.show_text(self.tr("In progress"), "accent")
        elif isinstance(said, WhyNot):
            self.chip.show_text(self.tr("Not now"), "")
        else:
            self.chip.show_text(presenting.why(said, language), presenting.why_tone(said))
        entries = [self._entry(place, sheet, language) for place in range(len(sheet.log))]
        self.history.show_entries(entries[::-1], zone)
        self.history.setVisible(bool(sheet.log) and not self._folded)
        self._hold()

    def _hold(self) -> None:
        """Keep all lines in sight where an interview takes the room: a box layout squeezes texts that wrap."""
        self.body.invalidate()  # what was shown or hidden just now counts already
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())) if self._folded else 0)

    def _say_whom_to_tell(self, who: str) -> None:
        text = self.tr(
            "This call belongs to the station {station}. Tell it now, by telephone or chat: "
            '"{who} is calling us, do not dial." It hears of it by itself only with the next sync.'
        )
        lines = [text.format(station=self._to_tell, who=who)] if self._to_tell else []
        if self.by_hand:
            lines.append(self.tr("No program of this computer took the number: dial it by hand."))
        self.tell.setText("\n".join(lines))
        self.tell.setVisible(self._calling and bool(lines))

    def _about(self, sheet: Sheet, zone: tzinfo, language: str) -> str:
        parts = [presenting.about(sheet, language, asked=self._folded)]
        if sheet.appointment is not None:
            at = moment(sheet.appointment.start_at, self._clock(), language, zone)
            parts.append(self.tr("Agreed for {time}").format(time=at))
        used = self.tr("{used} of {most} attempts").format(used=sheet.status.used, most=sheet.judge.policy.attempts)
        told = [text(one, language, zone) for one in self.never for text in (never_words.said, never_words.lifted)]
        return "\n".join([*parts, *([] if self._folded else [used]), *filter(None, told)])

    def _entry(self, place: int, sheet: Sheet, language: str) -> Entry:
        row = sheet.log[place]
        title, detail = presenting.attempt(row, sheet.log, tuple(sheet.judge.table), language)
        return Entry(row.id, row.attempt.at, title, detail)
