"""What callers say, one phrasing a line for each language."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.scripts_library.script import REQUIRED_LANGUAGES, Script
from app.ui.kit.long_text import LongText
from app.ui.panes.scripts.editor.row_kind import with_language
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.parts.readable import language_name


class PhrasingsPage(QWidget):
    """One field for each required language; other languages keep what they have."""

    def __init__(self, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self.texts: dict[str, LongText] = {}
        self._hint = QLabel(self)
        self._hint.setProperty("type", "hint")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        for code in REQUIRED_LANGUAGES:
            self.texts[code] = text = LongText(8, self)
            text.setObjectName(f"scripts.editor.phrasings.{code}")
            label = QLabel(language_name(code), self)
            label.setProperty("type", "label")
            label.setBuddy(text)
            column.addWidget(label)
            column.addWidget(text, 1)
            text.edited.connect(self._edit)
        self.retranslate()

    def show_script(self, script: Script) -> None:
        """Show the phrasings of a script."""
        for code, text in self.texts.items():
            if _lines(text.value()) != script.phrasings.get(code, ()):
                text.set_value("\n".join(script.phrasings.get(code, ())))

    def go_to(self, code: str) -> None:
        """Put the cursor into the phrasings of a language."""
        self.texts.get(code, next(iter(self.texts.values()))).setFocus()

    def focus_first(self) -> None:
        """Put the cursor where the page begins."""
        self.go_to("")

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._hint.setText(
            self.tr("One a line, in the callers' own words, mistakes and all: they are what the search finds best.")
        )
        for code, text in self.texts.items():
            text.setAccessibleName(self.tr("Phrasings, {language}").format(language=language_name(code)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _edit(self, _text: str) -> None:
        phrasings = dict(self._sheet.script.phrasings)
        for code, text in self.texts.items():
            phrasings = with_language(phrasings, code, _lines(text.value()))
        self._sheet.change(phrasings=phrasings)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
