"""The words of an open script in large type, section by section, and the document that they rest on."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.services.script_reading import OpenScript, ReadSection
from app.ui.kit import theme

_SPOKEN = ("say", "if_asked")


class ScriptText(QWidget):
    """Sections with their headings; filled placeholders in the accent color, empty required ones in red.

    ``names`` are the sections shown here; ``sources`` adds what must not be said, dialect notes and the document.
    """

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None, *, sources: bool = False) -> None:
        super().__init__(parent)
        self._names, self._sources = names, sources
        self._script: OpenScript | None = None
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        theme.of_app().changed.connect(self._again)

    def show_text(self, script: OpenScript) -> None:
        """Show another script or wording."""
        self._script = script
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for section in script.sections:
            if section.name in self._names:
                self._show_section(section)
        if self._sources:
            self._show_notes(script)
        self.setVisible(bool(self._lines))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._again()
        super().changeEvent(event)

    def _again(self) -> None:
        if self._script is not None:
            self.show_text(self._script)

    def _show_section(self, section: ReadSection) -> None:
        heads = {
            "if_asked": self.tr("If asked"),
            "escalate": self.tr("Hand over when"),
            "record": self.tr("Write down"),
        }
        if head := heads.get(section.name):
            self._add(QLabel(head, self), "label")
        text = QLabel(self)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setText(_rich(section))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add(text, "script" if section.name in _SPOKEN else "")

    def _show_notes(self, script: OpenScript) -> None:
        if script.must_not_say:
            self._add(QLabel(self.tr("Never say"), self), "label")
            self._add(_plain(" · ".join(script.must_not_say), self), "")
        for note in script.dialect_notes.values():
            self._add(QLabel(self.tr("In dialect"), self), "label")
            self._add(_plain(note, self), "")
        if words := self._source_words(script):
            self._add(_plain(words, self), "hint")

    def _add(self, line: QLabel, kind: str) -> None:
        line.setProperty("type", kind)
        line.setWordWrap(True)
        self._column.addWidget(line)
        line.show()
        self._lines.append(line)

    def _source_words(self, script: OpenScript) -> str:
        said: list[str] = []
        if script.sources:
            said.append(self.tr("Source: {documents}").format(documents="; ".join(script.sources)))
        if script.review_on is not None:
            said.append(self.tr("next review {day}").format(day=script.review_on.isoformat()))
        return " · ".join(said)


def _plain(text: str, parent: QWidget) -> QLabel:
    line = QLabel(parent)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setText(text)
    return line


def _rich(section: ReadSection) -> str:
    looks = theme.of_app()
    parts: list[str] = []
    for piece in section.pieces:
        words = escape(piece.text).replace("\n", "<br>")
        if piece.name:
            token = "danger" if piece.missing else "accent"
            words = f'<b style="color:{looks.hex(token)}">{words}</b>'
        parts.append(words)
    return f'<p style="line-height:115%; margin:0">{"".join(parts)}</p>'
