"""The source documents of an opened script: one button each, which opens the document itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.models.script_documents import Document
from app.ui.kit import icons
from app.ui.kit.flow import FlowLayout

_LONGEST = 48


class _DocumentButton(QPushButton):
    """The button of one document. ``pressed_for(sha256)``."""

    pressed_for = Signal(str)

    def __init__(self, document: Document, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.document = document
        self.setObjectName(f"reader.document.{number}")
        self.setProperty("tone", "link")
        icons.give(self, "attach", "accent")
        self.clicked.connect(self._press)

    def _press(self) -> None:
        self.pressed_for.emit(self.document.sha256)


class ReaderDocuments(QWidget):
    """``wanted(sha256)`` when a person opens one."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_DocumentButton] = []
        self._flow = FlowLayout(self, gap=6)
        self.hide()

    def show_documents(self, documents: Sequence[Document]) -> None:
        """Offer these documents; nothing is shown without one."""
        if [one.document for one in self._buttons] != list(documents):
            for button in self._buttons:
                self._flow.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = [_DocumentButton(one, place, self) for place, one in enumerate(documents, start=1)]
            for button in self._buttons:
                button.pressed_for.connect(self.wanted)
                self._flow.addWidget(button)
                button.show()
        self.setVisible(bool(documents))
        self.retranslate()

    def open_first(self) -> bool:
        """Open the first document; say whether there is one."""
        if self._buttons:
            self.wanted.emit(self._buttons[0].document.sha256)
        return bool(self._buttons)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button in self._buttons:
            name, size = button.document.name, size_text(button.document.size)
            short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 9]}…{name[-8:]}"
            button.setText(self.tr("Source document: {name}").format(name=short.replace("&", "&&")))
            button.setToolTip(self.tr("{name}, {size}: open it (D)").format(name=name, size=size))
            button.setAccessibleName(self.tr("Source document: {name}").format(name=name))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def size_text(size: int) -> str:
    """Return bytes as people say them, such as 1.2 MB."""
    return QLocale.c().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
