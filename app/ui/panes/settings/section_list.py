"""The sections of the settings as a list, by name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.kit import icons, theme

_WIDTH, _ICON = 200, 18


class SectionList(QListWidget):
    """``chosen(name)`` when a person or ``choose`` goes to another section."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[str, str] = {}
        self.setObjectName("settings.sections")
        self.setFixedWidth(_WIDTH)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setSpacing(2)
        self.currentRowChanged.connect(self._say)
        icons.book().ready.connect(self._paint_icons)
        theme.of_app().changed.connect(self._paint_icons)

    def show_sections(self, sections: Mapping[str, str]) -> None:
        """Show these sections, name → icon, the first one chosen."""
        self.clear()
        self._icons = dict(sections)
        for name in sections:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self._paint_icons()
        self.setCurrentRow(0)

    def names(self) -> Sequence[str]:
        """Return the sections from the top."""
        return tuple(self._icons)

    def current(self) -> str:
        """Return the chosen section, "" for none."""
        row = self.currentRow()
        return self.names()[row] if row >= 0 else ""

    def choose(self, name: str) -> None:
        """Go to a section. Raises ValueError for one that is not shown."""
        self.setCurrentRow(self.names().index(name))

    def rename(self, titles: Mapping[str, str]) -> None:
        """Show these titles, by name."""
        for row, name in enumerate(self.names()):
            self.item(row).setText(titles[name])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave digits and the arrow to the right to the page beside: no section begins with one."""
        if event.text().isdigit() or event.key() == Qt.Key.Key_Right:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _paint_icons(self) -> None:
        for row, name in enumerate(self.names()):
            item = self.item(row)
            item.setIcon(icons.book().icon(self._icons[name], "muted"))
            item.setSizeHint(QSize(0, theme.of_app().px("row")))

    def _say(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.names()[row])
