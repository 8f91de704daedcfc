"""One question of a paper and the place to answer it; what was answered before stands there again."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.models.drill_items import DrillKind
from app.services import wording
from app.services.exams import Question
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.long_text import LongText
from app.ui.panes.training import presenting, presenting_exams
from app.ui.panes.training.choice_list import ChoiceList, Choosing

_CHOOSING = {DrillKind.MULTI: Choosing.SEVERAL, DrillKind.ORDER: Choosing.ORDER}


class AnswerPlace(Card):
    """``chose()`` when another option is chosen, ``typed()`` at each keystroke: the first is saved at once."""

    chose = Signal()
    wrote = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._question: Question | None = None
        self._turns: list[int] = []
        self._build()
        self._connect()
        self.retranslate()

    def show_question(self, question: Question, answer: Mapping[str, Any]) -> None:
        """Show a question with its answer so far."""
        self._question = question
        self._turns = [int(one) for one in answer.get("chosen", ())] if self._is(DrillKind.BRANCH) else []
        text = str(answer.get("text", ""))
        self.text.go_on_with(text)
        self.line.setText(text)
        self._show()
        if question.order:
            self.options.put_chosen([question.order.index(int(one)) for one in answer.get("chosen", ())])
        self.focus_answer()

    def answer(self) -> dict[str, Any]:
        """Return the answer as it stands, by the places of the question's own options."""
        question = self._question
        if question is None:
            return {}
        if question.item.kind in (DrillKind.SAY, DrillKind.SLOT):
            return {"text": self.text.value() if self._is(DrillKind.SAY) else self.line.text()}
        if self._is(DrillKind.BRANCH):
            return {"chosen": list(self._turns)}
        return {"chosen": [question.order[one] for one in self.options.chosen()]}

    def focus_answer(self) -> None:
        """Put the cursor where the answer is given."""
        kind = self._question.item.kind if self._question else None
        place = {DrillKind.SAY: self.text, DrillKind.SLOT: self.line}.get(kind) if kind else None
        (place or self.options).setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.text.setAccessibleName(self.tr("Your answer"))
        self.line.setAccessibleName(self.tr("Your answer"))
        self.options.setAccessibleName(self.tr("Options"))
        self.again.setText(self.tr("Lead this call again"))
        self.again.setAccessibleName(self.again.text())
        if self._question is not None:
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.exam.question")
        self._kind = QLabel(self)
        self._kind.setProperty("type", "section")
        self._prompt = QLabel(self)
        self._prompt.setWordWrap(True)
        self._prompt.setTextFormat(Qt.TextFormat.PlainText)
        self._how = QLabel(self)
        self._how.setProperty("type", "muted")
        self._how.setWordWrap(True)
        self.text = LongText(6, self)
        self.text.setObjectName("training.exam.text")
        self.line = QLineEdit(self)
        self.line.setObjectName("training.exam.line")
        self.options = ChoiceList("training.exam.options", self)
        self.again = QPushButton(self)
        self.again.setObjectName("training.exam.again")
        icons.give(self.again, "undo")
        for widget in (self._kind, self._prompt, self._how, self.text, self.line):
            self.body.addWidget(widget)
        self.body.addWidget(self.options, 1)
        foot = QHBoxLayout()
        self.body.addLayout(foot)
        foot.addWidget(self.again)
        foot.addStretch(1)

    def _connect(self) -> None:
        self.text.edited.connect(self._write)
        self.line.textEdited.connect(self._write)
        self.options.changed.connect(self._choose)
        self.again.clicked.connect(self._start_again)
        theme.of_app().changed.connect(self._take_looks)
        self._take_looks()

    def _take_looks(self) -> None:
        self._prompt.setFont(theme.of_app().font("script"))

    def _is(self, kind: DrillKind) -> bool:
        return self._question is not None and self._question.item.kind is kind

    def _show(self) -> None:
        question = self._question
        if question is None:
            return
        kind = question.item.kind
        self.text.setVisible(kind is DrillKind.SAY)
        self.line.setVisible(kind is DrillKind.SLOT)
        self.options.setVisible(kind not in (DrillKind.SAY, DrillKind.SLOT))
        language = presenting.spoken(languages.current())
        texts = presenting_exams.offered(question.item, language, len(self._turns), question.order)
        self.options.offer(texts, _CHOOSING.get(kind, Choosing.ONE))
        self.again.setVisible(kind is DrillKind.BRANCH and bool(self._turns))
        self._say()

    def _say(self) -> None:
        question = self._question
        if question is None:
            return
        language = presenting.spoken(languages.current())
        item, step = question.item, len(self._turns)
        self._kind.setText(wording.label("drill_kind", item.kind.value, languages.current()))
        self._prompt.setText(presenting_exams.asks(item, language, step))
        over = item.kind is DrillKind.BRANCH and step >= len(item.steps)
        self._how.setText(self.tr("The call is led to its end.") if over else self._says_how(item.kind))

    def _says_how(self, kind: DrillKind) -> str:
        return {
            DrillKind.SAY: self.tr("A caller says this. Type what you answer; it is saved while you type."),
            DrillKind.SLOT: self.tr("What stands in the gap?"),
            DrillKind.MCQ: self.tr("Press the number of the right one."),
            DrillKind.MULTI: self.tr("Press the numbers of all that belong; once more takes one back."),
            DrillKind.ORDER: self.tr("Press the numbers in their order; Backspace takes the last one back."),
            DrillKind.BRANCH: self.tr("What is done next? Press its number; the caller answers."),
            DrillKind.FIND: "",
        }[kind]

    def _write(self, _text: object) -> None:
        self.wrote.emit()

    def _choose(self) -> None:
        if self._is(DrillKind.BRANCH):
            self._turns += self.options.chosen()
            self._show()
        self.chose.emit()

    def _start_again(self) -> None:
        self._turns = []
        self._show()
        self.focus_answer()
        self.chose.emit()
