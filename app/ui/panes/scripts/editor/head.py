"""The top of the editor: what is written, whether it is kept, what keeps it from review, and the buttons."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.labels import ElidedLabel


class EditorHead(QWidget):
    """Title, state and reason on the left, buttons on the right."""

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._title, self._base = "", 0
        self._kept: datetime | None = None
        self._pending = False
        self._wrong, self._unreadable = 0, False
        self._name, self._state, self._reason = ElidedLabel(), QLabel(self), QLabel(self)
        self._name.setProperty("type", "title")
        self._state.setProperty("type", "hint")
        self._reason.setProperty("type", "error")
        self._buttons = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.of_app().px("gap"))
        column = QVBoxLayout()
        row.addLayout(column, 1)
        column.setSpacing(2)
        column.addWidget(self._name)
        line = QHBoxLayout()
        column.addLayout(line)
        line.setSpacing(theme.of_app().px("gap"))
        line.addWidget(self._state)
        line.addWidget(self._reason)
        line.addStretch(1)
        row.addLayout(self._buttons)
        self.retranslate()

    def take_commands(self, commands: CommandTable) -> None:
        """Put the buttons in their places."""
        tones = {"close": "quiet", "discard": "quiet", "save": "", "submit": "primary"}
        for name, tone in tones.items():
            self._buttons.addWidget(commands.button(f"scripts.editor.{name}", self, tone=tone))

    def show_title(self, title: str, base: int | None) -> None:
        """Say what is written: a new script, or the next draft after a version."""
        self._title, self._base = title, base or 0
        self._show()

    def show_kept(self, at: datetime | None, *, pending: bool) -> None:
        """Say since when it is kept, or that something is not yet; only ever after the commit."""
        self._kept, self._pending = at, pending
        self._show()

    def show_reason(self, wrong: int, *, unreadable: bool) -> None:
        """Say what keeps it from review: so many errors, or a text that cannot be read."""
        self._wrong, self._unreadable = wrong, unreadable
        self._show()

    @property
    def state(self) -> str:
        """What is said about keeping."""
        return self._state.text()

    @property
    def reason(self) -> str:
        """What is said to keep it from review."""
        return self._reason.text()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        if self._base:
            text = self.tr("{title} · next draft after version {number}").format(title=self._title, number=self._base)
        else:
            text = self._title or self.tr("New script")
        self._name.setText(text)
        if self._pending:
            state = self.tr("Not kept yet…")
        elif self._kept is not None:
            state = self.tr("Kept on this computer at {time}").format(
                time=f"{self._kept.astimezone(self._zone):%H:%M:%S}"
            )
        else:
            state = self.tr("Nothing changed yet")
        self._state.setText(state)
        self._reason.setText(self._why())
        self._reason.setVisible(bool(self._reason.text()))

    def _why(self) -> str:
        if self._unreadable:
            return self.tr("The text cannot be read as a script yet.")
        return self.tr("%n error(s) keep it from review.", "", self._wrong) if self._wrong else ""
