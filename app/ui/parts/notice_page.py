"""One change to read, with the keyboard alone: Enter when it is understood; an urgent one asks a question first."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.script_notices import Notice
from app.services import script_notices, wording
from app.services.script_notices import Answered
from app.services.script_notices import NoticePage as Page
from app.services.wording import label
from app.ui.kit import languages, theme
from app.ui.kit.clear_scroll import ClearScroll
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.line_editors import Clock
from app.ui.parts.notice_options import NoticeOptions, OptionButton
from app.ui.parts.notice_texts import Inks, body_of
from app.ui.parts.notice_words import TONES, NoticeWords
from app.ui.parts.readable import GIVEABLE, Ink

_READING, _ASKING, _WRONG = range(3)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyScroll(ClearScroll):
    """Scrolls by keys that somebody else hears."""

    def scrolls(self, key: Qt.Key) -> bool:
        """Scroll, and say whether the key is one for it."""
        bar = self.verticalScrollBar()
        line = self.fontMetrics().lineSpacing() * 2
        steps = {
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        bar.setValue(bar.value() + steps.get(key, 0))
        return key in steps


class NoticePage(QWidget):
    """`left()` with Esc, `opened(key)` when the script itself is wanted. What was read is gone from the watch."""

    left = Signal()
    opened = Signal(str)

    def __init__(self, name: str, jobs: Jobs, clock: Clock, zone: tzinfo, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: Whether an urgent one says that it goes before the next call.
        self.is_before_calls = True
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Without an input method digits arrive as keys even while a Chinese one is switched on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._jobs, self._clock, self._zone = jobs, clock, zone
        self._words = NoticeWords(self)
        self._notice: Notice | None = None
        self._page: Page | None = None
        self._stage, self._attempt = _READING, 0
        self._answer, self._counted = "", (1, 1)
        self._build()
        self._connect()
        self.retranslate()

    def show_notice(self, notice: Notice, *, place: int, count: int) -> None:
        """Show a notice, the ``place``-th (from 1) of so many; one that is shown already stays where it was read to."""
        self._counted = (place, count)
        if self._notice is not None and self._notice.events == notice.events:
            self._say()
            return
        self._notice, self._page, self._stage, self._attempt = notice, None, _READING, 0
        self._say()
        self._ask()

    def forget(self) -> None:
        """Show nothing; what was begun is begun anew."""
        self._notice, self._page = None, None
        self._body.clear()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("What has changed"))
        self._question.setText(self.tr("Which of these is said now?"))
        self._hint.setText(self.tr("Press its number."))
        self._again.setText(self.tr("Read it again  Esc"))
        self._open.setText(self.tr("Open the script"))
        for button in (self._again, self._open):
            button.setAccessibleName(button.text())
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language: the script and its question are read in it."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._notice is not None:
                self._stage = _READING
                self._ask()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, answer with a digit, go back with Esc, scroll."""
        key = Qt.Key(event.key())
        number = int(key) - int(Qt.Key.Key_0)
        if key in _ENTER:
            self._go_on()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        elif self._stage == _ASKING and 1 <= number <= self._options.count:
            self._choose(number - 1)
        elif not self._scroll.scrolls(key):
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._chip, self._count, self._title = Chip("", "", self), QLabel(self), QLabel(self)
        self._since, self._question, self._hint, self._verdict = (QLabel(self) for _ in range(4))
        self._count.setProperty("type", "hint")
        self._title.setProperty("type", "section")
        self._since.setProperty("type", "hint")
        self._question.setProperty("type", "strong")
        self._hint.setProperty("type", "hint")
        for text in (self._title, self._since, self._question, self._verdict):
            text.setWordWrap(True)
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._body = QLabel(self)
        self._body.setWordWrap(True)
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._options = NoticeOptions(self.objectName(), self)
        self._next, self._again, self._open = QPushButton(self), QPushButton(self), QPushButton(self)
        self._next.setProperty("tone", "primary")
        for button, name in ((self._next, "next"), (self._again, "again"), (self._open, "open")):
            button.setObjectName(f"{self.objectName()}.{name}")
            if button is not self._next:
                button.setProperty("tone", "quiet")
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        within = QVBoxLayout(inner)
        within.setContentsMargins(0, 0, 6, 0)
        within.setSpacing(6)
        for part in (self._body, self._question, self._options, self._hint, self._verdict):
            within.addWidget(part)
        within.addStretch(1)
        self._scroll = KeyScroll(self)
        self._scroll.setFrameShape(KeyScroll.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.hold(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._count)
        column.addWidget(self._title)
        column.addWidget(self._since)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._next, 1)
        foot.addWidget(self._again)
        foot.addWidget(self._open)

    def _connect(self) -> None:
        self._next.clicked.connect(self._go_on)
        self._again.clicked.connect(self._go_back)
        self._open.clicked.connect(self._open_script)
        self._options.chosen.connect(self._choose)
        theme.of_app().changed.connect(self._say)

    def _ask(self) -> None:
        if self._notice is not None:
            self._jobs.ask(
                script_notices.page,
                key="notice",
                done=self._take,
                failed=self._lose,
                event=self._notice.id,
                language=languages.current(),
                attempt=self._attempt,
            )

    def _take(self, page: Page) -> None:
        if self._notice is None or page.notice.id != self._notice.id:
            return
        self._page = page
        if page.question is not None:
            self._options.show_options(page.question.options)
        self._scroll.verticalScrollBar().setValue(0)
        self._say()

    def _lose(self, _error: object) -> None:
        """Show nothing of what was read elsewhere meanwhile; the watch goes on to the next."""
        self._page = None
        self._say()

    def _go_on(self) -> None:
        """Say that it was read, or go to the question, or answer with the button that has the focus."""
        page, held = self._page, self.focusWidget()
        if page is None:
            return
        if self._stage == _ASKING:
            if isinstance(held, OptionButton):
                held.click()
        elif not page.notice.is_urgent:
            self._jobs.do(script_notices.read, initiator=self, event=page.notice.id)
        elif page.question is None:
            self._send(0)
        else:
            self._turn(_ASKING)

    def _go_back(self) -> None:
        if self._stage == _READING:
            self.left.emit()
        else:
            self._turn(_READING)

    def _turn(self, stage: int) -> None:
        self._stage = stage
        self._scroll.verticalScrollBar().setValue(0)
        self._say()
        self.setFocus()

    def _choose(self, place: int) -> None:
        if self._stage == _ASKING:
            self._send(place)

    def _send(self, place: int) -> None:
        if self._notice is not None:
            self._jobs.do(
                script_notices.answer,
                initiator=self,
                done=self._judge,
                event=self._notice.id,
                choice=place,
                language=languages.current(),
                attempt=self._attempt,
            )

    def _judge(self, answered: Answered) -> None:
        """Show what would have been right, and ask again in another order; the right answer ends it."""
        if answered.is_right:
            return
        self._answer = answered.answer
        self._attempt += 1
        self._turn(_WRONG)
        self._ask()

    def _open_script(self) -> None:
        if self._notice is not None:
            self.opened.emit(self._notice.successor or self._notice.key)

    def _say(self) -> None:
        notice = self._notice
        if notice is None:
            return
        language = languages.current()
        self._chip.show_text(label("notice_kind", notice.kind.value, language), TONES[notice.kind])
        place, count = self._counted
        self._count.setText(self.tr("{place} of {count}").format(place=place, count=count))
        self._title.setText(notice.title(language))
        shown = self._page.script if self._page else None
        given = shown.version if shown is not None and shown.standing in GIVEABLE else None
        told = self._words.told(notice, self._clock(), self._zone, given=given)
        first = self._words.first() if notice.is_urgent and self.is_before_calls else ""
        self._since.setText(wording.sentences((told, first), language))
        self._body.setFont(theme.of_app().font("section"))
        self._body.setText(body_of(self._page, self._words.headings(), _inks(), language) if self._page else "")
        self._verdict.setText(self.tr("Not quite. What is said now: {answer}").format(answer=self._answer))
        self._show_stage(notice)

    def _show_stage(self, notice: Notice) -> None:
        is_asking = self._stage == _ASKING
        self._body.setVisible(self._stage == _READING)
        for part in (self._question, self._options, self._hint):
            part.setVisible(is_asking)
        self._verdict.setVisible(self._stage == _WRONG)
        self._again.setVisible(self._stage != _READING)
        self._next.setVisible(not is_asking)
        self._open.setVisible(self._stage == _READING and not notice.is_urgent)
        texts = {_READING: self.tr("Understood  Enter"), _WRONG: self.tr("Ask me again  Enter")}
        if notice.is_urgent and self._stage == _READING:
            texts[_READING] = self.tr("I have read it  Enter")
        self._next.setText(texts.get(self._stage, ""))
        self._next.setAccessibleName(self._next.text() or self.tr("Understood  Enter"))
        self._open.setText(self.tr("Read this instead") if notice.successor else self.tr("Open the script"))
        self._open.setAccessibleName(self._open.text())


def _inks() -> Inks:
    looks = theme.of_app()
    ink = Ink(looks.hex("accent"), looks.hex("accent_soft"), looks.hex("warning"), looks.hex("warning_soft"))
    return Inks(looks.hex("muted"), looks.hex("danger_soft"), looks.hex("accent_soft"), ink)
