"""The four sections of one wording, with its length, its reading level, and what its counterpart lacks marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QVBoxLayout, QWidget

from app.scripts_library.script import SECTIONS, Variant
from app.scripts_library.speaking import LONGEST_S
from app.services.script_writing import WordingFacts
from app.ui.kit import theme
from app.ui.kit.long_text import LongText
from app.ui.panes.scripts.editor.wordings import places_of_figures

_LINES = {"say": 6, "if_asked": 4, "escalate": 2, "record": 2}


class WordingBody(QWidget):
    """``edited(section, text)`` after a person's change."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: WordingFacts | None = None
        self._missing = ""
        self.texts: dict[str, LongText] = {}
        self._labels: dict[str, QLabel] = {}
        self._build()
        self.retranslate()

    def show_variant(self, variant: Variant) -> None:
        """Show a wording; the text that a person is typing in is left alone where it says the same."""
        for name, text in self.texts.items():
            if text.value() != getattr(variant, name):
                text.set_value(getattr(variant, name))

    def show_facts(self, facts: WordingFacts | None, missing: str) -> None:
        """Show how long the wording is, how hard, and what is missing in it."""
        self._facts, self._missing = facts, missing
        self._say_facts()
        self._mark(facts.numbers_alone if facts else "")

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        words = {
            "say": self.tr("Say"),
            "if_asked": self.tr("If asked"),
            "escalate": self.tr("Hand on"),
            "record": self.tr("Write down"),
        }
        for name, label in self._labels.items():
            label.setText(words[name])
            self.texts[name].setAccessibleName(words[name])
        self.texts["say"].setPlaceholderText(self.tr("What the operator reads out. {name} is filled in."))
        self._say_facts()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._note = QLabel(self)
        self._note.setProperty("type", "hint")
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name in SECTIONS:
            self._labels[name] = label = QLabel(self)
            label.setProperty("type", "label")
            self.texts[name] = text = LongText(_LINES[name], self)
            text.setObjectName(f"scripts.editor.body.{name}")
            label.setBuddy(text)
            column.addWidget(label)
            column.addWidget(text, _LINES[name])
            text.edited.connect(self._edit)
            if name == "say":
                column.addWidget(self._note)

    def _edit(self, text: str) -> None:
        name = next(name for name, one in self.texts.items() if one is self.sender())
        self.edited.emit(name, text)

    def _say_facts(self) -> None:
        facts = self._facts
        if facts is None:
            self._note.clear()
            return
        parts = [
            self.tr("about {seconds} s to say, at most {limit}").format(seconds=round(facts.seconds), limit=LONGEST_S)
        ]
        if facts.level is not None:
            steps = {"easy": self.tr("easy"), "medium": self.tr("medium"), "hard": self.tr("hard")}
            level = self.tr("reading level {figure}: {step}")
            parts.append(level.format(figure=facts.level.figure, step=steps[facts.level.step]))
        if facts.numbers_alone:
            parts.append(self.tr("figures only here: {figures}").format(figures=facts.numbers_alone))
        if self._missing:
            parts.append(self.tr("of the key points missing: {slots}").format(slots=self._missing))
        self._note.setText(" · ".join(parts))

    def _mark(self, alone: str) -> None:
        for text in self.texts.values():
            text.setExtraSelections(_selections(text, alone))


def _selections(text: LongText, alone: str) -> Sequence[QTextEdit.ExtraSelection]:
    found: list[QTextEdit.ExtraSelection] = []
    for start, end in places_of_figures(text.value(), alone) if alone else ():
        one = QTextEdit.ExtraSelection()
        cursor = QTextCursor(text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        one.format.setBackground(theme.of_app().color("warning_soft"))  # pyright: ignore[reportAttributeAccessIssue]
        one.format.setForeground(theme.of_app().color("warning"))  # pyright: ignore[reportAttributeAccessIssue]
        found.append(one)
    return found
