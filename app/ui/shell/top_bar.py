"""The top bar: what the operator is doing, the line that finds everything, the hub, help, and who is signed in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.kit import icons, theme
from app.ui.shell.bars import Bar, PaintedButton
from app.ui.shell.person_button import PersonButton
from app.ui.shell.state_button import StateButton

if TYPE_CHECKING:
    from app.ui.shell.sync_button import SyncButton
    from app.ui.shell.sync_watch import SyncWatch

_ICON, _PAD = 16, 12


class FindButton(PaintedButton):
    """Looks like a search line and opens the one that searches everything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("desk.find", parent)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        icons.give(self, "search", "muted", _ICON)
        self.retranslate()

    def retranslate(self) -> None:
        """Set its words in the language of the window."""
        self.setText(self.tr("Search or do anything"))
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        """Return the size of a wide line."""
        return QSize(380, max(32, theme.of_app().px("field")))

    def ground(self) -> str:
        """Return the ground: sunken like a line that can be typed in."""
        return "hover" if self.underMouse() else "sunken"

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint glass, words and key."""
        looks = theme.of_app()
        glass = QRectF(field.left() + _PAD, field.center().y() - _ICON / 2, _ICON, _ICON)
        self.icon().paint(painter, glass.toRect())
        painter.setFont(looks.font())
        painter.setPen(looks.color("muted"))
        inner = field.adjusted(_PAD + _ICON + 8, 0, -_PAD, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(looks.font("small"))
        key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), key)


class HelpButton(PaintedButton):
    """A question mark that opens the sheet of keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("desk.help", parent)
        icons.give(self, "help", "muted", 20)
        self.retranslate()

    def retranslate(self) -> None:
        """Set its words in the language of the window."""
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setToolTip(self.tr("Keyboard shortcuts (F1)"))

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(36, 36)

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint the icon in the middle."""
        area = field.adjusted(7, 7, -7, -7)
        self.icon().paint(painter, area.toRect())


class TopBar(Bar):
    """Places the parts; ``state`` is None for a person who takes no calls. `hub_wanted()` to see more of the hub."""

    hub_wanted = Signal()

    def __init__(self, state: StateButton | None, parent: QWidget | None = None) -> None:
        super().__init__("desk.top", "bottom", parent)
        self.state = state
        self.sync_button: SyncButton | None = None
        self._sync_watch: SyncWatch | None = None
        self.find_button = FindButton(self)
        self.help_button = HelpButton(self)
        self._right = self._lay_out()
        self.setAccessibleName(self.tr("Top bar"))

    def _lay_out(self) -> QHBoxLayout:
        """Give both sides the same room, so that the line in the middle stays where it is; return the right one."""
        row, left, right = QHBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        row.setContentsMargins(12, 7, 8, 8)
        row.setSpacing(8)
        right.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self.find_button)
        row.addLayout(right, 1)
        if self.state is not None:
            left.addWidget(self.state)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self.help_button)
        return right

    def set_person(self, person: PersonButton) -> None:
        """Put the signed-in person at the right end."""
        self._right.addWidget(person)

    def follow_sync(self, watch: "SyncWatch") -> None:
        """Show how the station stands with its hub, from when it is known to belong to one."""
        self._sync_watch = watch
        watch.stands.connect(self._show_sync)

    def _show_sync(self) -> None:
        watch = self._sync_watch
        if self.sync_button is not None or watch is None or watch.state is None or not watch.state.enrolled:
            return
        from app.ui.shell.sync_button import SyncButton

        button = self.sync_button = SyncButton(watch, self)
        self._right.insertWidget(self._right.indexOf(self.help_button), button)
        button.details_wanted.connect(self.hub_wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Top bar"))
            self.find_button.retranslate()
            self.help_button.retranslate()
        super().changeEvent(event)
