"""Small texts: chip, key hint, a line that shortens itself, a time that stays true."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from app.ui.kit import languages, theme
from app.ui.kit.presenting_time import exact, relative

TONES = ("", "accent", "warning", "danger")


class Chip(QLabel):
    """A state, a flag or a clock in a rounded field. `tone` is "", "accent", "warning" or "danger"."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_text(text, tone)

    def show_text(self, text: str, tone: str = "") -> None:
        """Show another text and tone. Raises ValueError for an unknown tone."""
        if tone not in TONES:
            raise ValueError(tone)
        self.setText(text)
        self.setAccessibleName(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class KeyHint(QLabel):
    """A key as it stands on the keyboard; `keys` is portable ("Ctrl+K", "F8")."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("type", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_keys(keys)

    def show_keys(self, keys: str) -> None:
        """Show other keys in the system's own spelling."""
        self._keys = keys
        parts = [QKeySequence(part).toString(QKeySequence.SequenceFormat.NativeText) for part in keys.split(" | ")]
        self.setText(" / ".join(parts))
        self.setAccessibleName(self.text())

    def changeEvent(self, event: QEvent) -> None:
        """Name the keys in another language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_keys(self._keys)
        super().changeEvent(event)


class ElidedLabel(QLabel):
    """A text of one line that shortens itself and shows the whole as a tool tip while it does."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; its line breaks become blanks."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._tip()

    def minimumSizeHint(self) -> QSize:
        """Return room for three characters: a long name must not widen a window."""
        return QSize(self.fontMetrics().horizontalAdvance("MMM"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tool tip when the text is cut."""
        super().resizeEvent(event)
        self._tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        area: QRect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, area.width())
        painter = QPainter(self)
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter, area, int(align), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )

    def _tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if cut else "")


class TimeLabel(QLabel):
    """A time, relative in the text and exact on hover. Connect `refresh` to ``Jobs.ticked``."""

    def __init__(self, zone: tzinfo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._at: datetime | None = None
        self._now: datetime | None = None
        self.setProperty("type", "muted")
        self.take_looks()
        theme.of_app().changed.connect(self.take_looks)

    @property
    def at(self) -> datetime | None:
        """The time shown."""
        return self._at

    def show_time(self, at: datetime | None, now: datetime) -> None:
        """Show an aware datetime as seen from `now`; None shows nothing."""
        self._at = at
        self.refresh(now)

    def take_looks(self) -> None:
        """Take digits of equal width in the theme's size."""
        self.setFont(theme.of_app().font(tabular=True))

    def refresh(self, now: datetime) -> None:
        """Say it anew; costs nothing while the words stay the same."""
        self._now = now
        if self._at is None:
            self.setText("")
            return
        text = relative(self._at, now, languages.current(), self._zone)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def event(self, event: QEvent) -> bool:
        """Make the exact time only when somebody rests the pointer on it; follow a change of language."""
        if event.type() == QEvent.Type.ToolTip and self._at is not None:
            self.setToolTip(exact(self._at, languages.current(), self._zone))
        elif event.type() == QEvent.Type.LanguageChange and self._now is not None:
            self.refresh(self._now)
        return super().event(event)
