"""One question of a sheet: its words, the answers with their keys, a line to type in, and what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.kit import theme

_KEY = Qt.ItemDataRole.UserRole


class SheetView(QWidget):
    """``typed(str)`` at each change of the line, ``entered(str)`` by Enter or a chosen answer.

    An Enter right after an answer that was taken ``by_key`` belongs to that answer: it would pass over the next one.
    """

    typed = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: What the question is called that is shown, and what was typed for others and not taken.
        self._name, self._words = "", dict[str, str]()
        self.by_key = False
        self.question, self.trouble = QLabel(self), QLabel(self)
        for label, kind in ((self.question, "script"), (self.trouble, "error")):
            label.setProperty("type", kind)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.list, self.line = QListWidget(self), QLineEdit(self)
        self.list.setObjectName("campaigns.sheet.answers")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.line.setObjectName("campaigns.sheet.line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        for widget in (self.question, self.trouble):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.line)
        self.line.textEdited.connect(self._type)
        self.line.returnPressed.connect(self._enter)
        self.list.itemActivated.connect(self._choose)
        self.retranslate()

    def show_item(self, name: str, question: str, answers: Sequence[tuple[str, str]], trouble: str = "") -> None:
        """Show a question with its answers, or what it lacks still; what was typed for this name stands in the line."""
        if name != self._name:
            self._words[self._name] = self.line.text()
            self._name = name
            self.line.setText(self._words.pop(name, ""))
        self.question.setText(question)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.list.clear()
        for key, words in answers:
            item = QListWidgetItem(f"{key}   {words}")
            item.setData(_KEY, key)
            self.list.addItem(item)

    def forget(self, *names: str) -> None:
        """Forget what was typed for these names: it was taken. Without any, for all."""
        for name in names or tuple(self._words):
            self._words.pop(name, None)
        self.by_key = self.by_key and bool(names)
        if not names or self._name in names:
            self.line.clear()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.list.setAccessibleName(self.tr("Answers to choose from"))
        self.line.setAccessibleName(self.tr("Answer"))
        self.line.setPlaceholderText(self.tr("Key of the answer; words, then Enter; - for none on the sheet"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _type(self, text: str) -> None:
        self.by_key = False
        self.typed.emit(text)

    def _enter(self) -> None:
        by_key, self.by_key = self.by_key, False
        if not by_key:
            self.entered.emit(self.line.text())

    def _choose(self, item: QListWidgetItem) -> None:
        self.by_key = False
        self.entered.emit(str(item.data(_KEY)))
