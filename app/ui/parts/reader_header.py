"""The head of the reader: title, what the version is, and the switches for language, plain words and kind of caller."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services import wording
from app.services.script_reading import OpenScript
from app.ui.kit import icons, languages
from app.ui.kit.flow import FlowLayout
from app.ui.kit.labels import Chip
from app.ui.parts.readable import More, language_name, next_language

_TONES = {
    "live": "accent",
    "review_due": "warning",
    "coming": "warning",
    "draft": "warning",
    "review": "warning",
    "expired": "danger",
    "withdrawn": "danger",
}


class AudienceChoice(QComboBox):
    """For whom the answer is worded. ``chosen(kind)``, "" for everybody; the wheel scrolls the page instead."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reader.audience")
        self.activated.connect(self._say)

    def show_kinds(self, kinds: Sequence[str], chosen: str) -> None:
        """Offer everybody and these kinds of callers."""
        self.clear()
        self.addItem(self.tr("For everybody"), "")
        for kind in kinds:
            self.addItem(wording.label("caller_kind", kind, languages.current()), kind)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setAccessibleName(self.tr("Kind of caller"))
        self.setVisible(bool(kinds))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _say(self) -> None:
        self.chosen.emit(str(self.currentData() or ""))


class ReaderHeader(QWidget):
    """Title, chips and switches of one script; its signals are those of the reader."""

    language_toggled = Signal()
    plain_toggled = Signal(bool)
    audience_chosen = Signal(str)
    flag_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._script: OpenScript | None = None
        self._more = More()
        self._build()
        self._connect()

    def show_script(self, script: OpenScript, more: More) -> None:
        """Show another script or another wording."""
        self._script, self._more = script, more
        self._show()

    def can_toggle_language(self) -> bool:
        """Whether it is written in another language too."""
        return self._language.isVisibleTo(self)

    def can_toggle_plain(self) -> bool:
        """Whether plain words exist."""
        return self._plain.isVisibleTo(self)

    def toggle_plain(self) -> None:
        """Change between plain and usual words, as a person."""
        self._plain.click()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange and self._script is not None:
            self._show()
        super().changeEvent(event)

    def _build(self) -> None:
        self._title = QLabel(self)
        self._title.setProperty("type", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._flag, self._language, self._plain = (QPushButton() for _ in range(3))
        for button, name, icon in (
            (self._flag, "reader.flag", "flag"),
            (self._language, "reader.language", "language"),
            (self._plain, "reader.plain", "chat"),
        ):
            button.setObjectName(name)
            button.setProperty("tone", "quiet")
            icons.give(button, icon, "muted")
        self._plain.setProperty("tone", "")
        self._language.setProperty("tone", "")
        self._plain.setCheckable(True)
        self._urgent, self._standing, self._version = Chip("", "danger"), Chip(), Chip()
        chips, switches = QWidget(self), QWidget(self)
        self._language.setParent(switches)
        self._plain.setParent(switches)
        self._audience = AudienceChoice(switches)
        self._switches = switches
        _row(chips, (self._urgent, self._standing, self._version))
        flow = FlowLayout(switches, gap=6)
        for switch in (self._language, self._plain, self._audience):
            flow.addWidget(switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        top.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(chips)
        column.addWidget(switches)

    def _connect(self) -> None:
        self._flag.clicked.connect(self.flag_requested)
        self._language.clicked.connect(self.language_toggled)
        self._plain.clicked.connect(self.plain_toggled)
        self._audience.chosen.connect(self.audience_chosen)

    def _show(self) -> None:
        script = self._script
        if script is None:
            return
        self._title.setText(script.title)
        self._title.setAccessibleName(script.title)
        self._show_chips(script)
        other = next_language(script)
        self._language.setText(language_name(other))
        self._language.setToolTip(self.tr("Read it in {name}").format(name=language_name(other)))
        self._language.setAccessibleName(self._language.toolTip())
        self._language.setVisible(bool(other))
        self._plain.setText(self.tr("Plain words"))
        self._plain.setToolTip(self.tr("Short and easy sentences for people who need them"))
        self._plain.setAccessibleName(self._plain.text())
        self._plain.setVisible(script.has_plain)
        self._plain.setChecked(script.plain)
        self._audience.show_kinds(self._more.audiences, self._more.audience)
        self._switches.setVisible(bool(other) or script.has_plain or bool(self._more.audiences))
        self._flag.setText(self.tr("Flag"))
        self._flag.setToolTip(self.tr("Say that something in this script is wrong or out of date"))
        self._flag.setAccessibleName(self.tr("Flag this script"))

    def _show_chips(self, script: OpenScript) -> None:
        self._urgent.show_text(self.tr("Urgent"), "danger")
        self._urgent.setVisible(script.urgent)
        standing = wording.label("script_standing", script.standing, languages.current())
        self._standing.show_text(standing, _TONES.get(script.standing, ""))
        self._version.show_text(self.tr("Version {number}").format(number=script.version))
        self._version.setToolTip(script.key)


def _row(holder: QWidget, widgets: Sequence[QWidget]) -> None:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
