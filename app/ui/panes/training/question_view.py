"""One question: what is asked, and the place to answer it, whatever its kind."""

from time import monotonic

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from app.models.drill_items import DrillKind
from app.models.drill_queue import DrillReason
from app.services import wording
from app.services.drills import Asked, Given
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.labels import Chip
from app.ui.kit.long_text import LongText
from app.ui.panes.training import asking, presenting
from app.ui.panes.training.choice_list import ChoiceList, Choosing

_CHOOSING = {
    DrillKind.MCQ: Choosing.ONE, DrillKind.BRANCH: Choosing.ONE, DrillKind.MULTI: Choosing.SEVERAL,
    DrillKind.ORDER: Choosing.ORDER,
}  # fmt: skip
_PRESSING = {DrillReason.LAPSED: "danger", DrillReason.WANTED: "warning", DrillReason.CHANGED: "warning"}


class QuestionView(Card):
    """``ready()`` when an answer is whole by itself (a digit, Enter in a line); ``searched(text)`` while one looks.

    ``shown(id)`` when a question that is answered by typing begins.
    """

    ready = Signal()
    shown = Signal(bytes)
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asked: Asked | None = None
        self._began = self._spent = 0.0
        self._hinted = False
        self._turns: list[int] = []
        self._keys: list[str] = []
        self._build()
        self._connect()
        self.retranslate()

    def ask(self, asked: Asked, *, reason: bool = True) -> None:
        """Show a question, with why it comes where that says something; its time begins."""
        self._asked, self._turns, self._keys = asked, [], []
        self._hinted, self._spent = False, 0.0
        self._hint.hide()
        self._reason.setVisible(reason)
        self.typed.set_value("")
        self.line.clear()
        self.options.offer((), Choosing.ONE)
        self._began = monotonic()
        self._show()
        self.open_for_answer(wanted=True)
        self.focus_answer()
        if asked.item.is_typed:
            self.shown.emit(asked.item.id)

    def given(self, *, gave_up: bool = False) -> Given | None:
        """Return the answer as it stands; None where nothing is asked or an answer is not whole."""
        asked = self._asked
        if asked is None or not (gave_up or self._is_whole(asked.item.kind)):
            return None
        item = asked.item
        text = self.typed.value() if item.is_typed else self.line.text()
        chosen = self.options.chosen()
        if item.kind is DrillKind.BRANCH:
            chosen = tuple(self._turns)
        elif item.kind is DrillKind.FIND:
            return self._sought(asked, chosen, gave_up=gave_up)
        return Given(
            item.script, asked.card.point, item.id, presenting.spoken(languages.current()), self._took(), text or "",
            chosen, gave_up, self._hinted,
        )  # fmt: skip

    def may_have_hint(self) -> bool:
        """Whether a hint helps: where the script is not what is looked for, and none was shown."""
        return self._asked is not None and not self._hinted and self._asked.item.kind is not DrillKind.FIND

    def give_hint(self) -> None:
        """Say which script answers it: the answer counts as given with a hint."""
        if self._asked is not None:
            self._hinted = True
            self._hint.setText(self.tr("Script: {title}").format(title=self._asked.title))
            self._hint.show()
            self.focus_answer()

    def show_found(self, found: list[tuple[str, str]]) -> None:
        """Show (key, title) of the scripts that a search found."""
        self._keys = [key for key, _ in found]
        self.options.offer([title for _, title in found], Choosing.ONE)

    def open_for_answer(self, *, wanted: bool) -> None:
        """Let the answer be changed, or only be read."""
        self.typed.setReadOnly(not wanted)
        self.line.setReadOnly(not wanted)
        self.options.setEnabled(wanted)

    def focus_answer(self) -> None:
        """Put the cursor where the answer is given."""
        if self._asked is None:
            return
        kind = self._asked.item.kind
        place = {DrillKind.SAY: self.typed, DrillKind.SLOT: self.line, DrillKind.FIND: self.line}.get(
            kind, self.options
        )
        place.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.typed.setAccessibleName(self.tr("Your answer"))
        self.typed.setPlaceholderText(self.tr("What would you tell the caller? All key points, in your own words."))
        self.line.setAccessibleName(self.tr("Your answer"))
        self.options.setAccessibleName(self.tr("Options"))
        if self._asked is not None:
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the time stand while a person is elsewhere: on a real call, for example."""
        if self._began:
            self._spent, self._began = self._spent + monotonic() - self._began, 0.0
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the time go on."""
        super().showEvent(event)
        if self._asked is not None and not self._began:
            self._began = monotonic()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.question")
        gap = theme.of_app().px("pad")
        self._reason, self._kind = Chip("", parent=self), QLabel(self)
        self._kind.setProperty("type", "section")
        self._topic = QLabel(self)
        self._topic.setProperty("type", "muted")
        top = QHBoxLayout()
        self.body.addLayout(top)
        top.setSpacing(gap)
        for widget in (self._kind, self._reason):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self._topic)
        self._prompt = QLabel(self)
        self._prompt.setObjectName("training.prompt")
        self._prompt.setWordWrap(True)
        self._prompt.setTextFormat(Qt.TextFormat.PlainText)
        self._how = QLabel(self)
        self._how.setProperty("type", "muted")
        self._how.setWordWrap(True)
        self.typed = LongText(5, self)
        self.typed.setObjectName("training.typed")
        self.line = QLineEdit(self)
        self.line.setObjectName("training.line")
        self.options = ChoiceList("training.options", self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self._prompt, self._how, self._hint, self.line):
            self.body.addWidget(widget)
        self.body.addWidget(self.typed, 1)
        self.body.addWidget(self.options, 1)
        self.body.addStretch(0)  # a short question stands on top, whatever room there is

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._line_entered)
        self.line.textEdited.connect(self._search)
        self.options.made.connect(self._option_made)
        theme.of_app().changed.connect(self._take_looks)
        self._take_looks()

    def _take_looks(self) -> None:
        self._prompt.setFont(theme.of_app().font("script"))

    def _show(self) -> None:
        asked, language = self._asked, languages.current()
        if asked is None:
            return
        kind = asked.item.kind
        self._kind.setText(wording.label("drill_kind", kind.value, language))
        reason = asked.card.reason
        self._reason.show_text(wording.label("drill_reason", reason.value, language), _PRESSING.get(reason, ""))
        self._topic.setText(asking.topic_name(asked.card.topic, language))
        step = len(self._turns)
        self._prompt.setText(presenting.asks(asked, language, step))
        self._how.setText(self._says_how(kind))
        self.typed.setVisible(kind is DrillKind.SAY)
        self.line.setVisible(kind in (DrillKind.SLOT, DrillKind.FIND))
        self.options.setVisible(kind not in (DrillKind.SAY, DrillKind.SLOT))
        if kind in _CHOOSING:
            self.options.offer(presenting.options(asked, language, step), _CHOOSING[kind])

    def _says_how(self, kind: DrillKind) -> str:
        return {
            DrillKind.SAY: self.tr("A caller says this. Type what you answer; Ctrl+Enter has it graded."),
            DrillKind.SLOT: self.tr("What stands in the gap? Enter has it graded."),
            DrillKind.MCQ: self.tr("Which of these is part of the approved answer? Press its number."),
            DrillKind.MULTI: self.tr("Which of these belong to the approved answer? Press their numbers, then Enter."),
            DrillKind.ORDER: self.tr("Press the numbers in the order in which it is said, then Enter."),
            DrillKind.BRANCH: self.tr("Question and answer of the caller: what is done next? Press its number."),
            DrillKind.FIND: self.tr("Find the script within 10 seconds: type, press Enter, then its number."),
        }[kind]

    def _took(self) -> int:
        """Return the milliseconds that a person looked at the question."""
        return round(1000 * (self._spent + (monotonic() - self._began if self._began else 0.0)))

    def _sought(self, asked: Asked, chosen: tuple[int, ...], *, gave_up: bool) -> Given:
        """Return which script was opened, what was searched for, and where the script stood."""
        key = self._keys[chosen[0]] if chosen else ""
        return Given(
            asked.item.script, asked.card.point, asked.item.id, presenting.spoken(languages.current()), self._took(),
            key, (), gave_up, self._hinted, sought=self.line.text().strip() if key else "",
            place=chosen[0] + 1 if key else 0,
        )  # fmt: skip

    def _is_whole(self, kind: DrillKind) -> bool:
        if kind is DrillKind.SAY:
            return bool((self.typed.value() or "").strip())
        if kind is DrillKind.SLOT:
            return bool(self.line.text().strip())
        if kind is DrillKind.BRANCH and self._asked is not None:
            return len(self._turns) == len(self._asked.item.steps)
        return self.options.is_whole()

    def _line_entered(self) -> None:
        if self._asked is not None and self._asked.item.kind is DrillKind.FIND:
            self.options.setFocus()
        else:
            self.ready.emit()

    def _search(self, text: str) -> None:
        if self._asked is not None and self._asked.item.kind is DrillKind.FIND:
            self.searched.emit(text)

    def _option_made(self) -> None:
        asked = self._asked
        if asked is not None and asked.item.kind is DrillKind.BRANCH:
            self._turns.append(self.options.chosen()[0])
            if len(self._turns) < len(asked.item.steps):
                self._show()
                return
        self.ready.emit()
