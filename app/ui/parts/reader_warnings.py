"""What must be known before a script is read out: withdrawn, expired, changed, not the wanted wording."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.services import wording
from app.services.script_reading import OpenScript
from app.ui.kit import icons, languages
from app.ui.parts.readable import GIVEABLE, More, language_name

_ICONS = {"danger": "danger", "warning": "warning", "accent": "info"}


@dataclass(frozen=True)
class Warned:
    """One thing to be known; ``tone`` is danger, warning or accent, ``link`` the text of a button, "" for none."""

    tone: str
    text: str
    link: str = ""


class WarningStrip(QFrame):
    """One warning: an icon and a sentence that wraps, and what can be done about it: ``linked()``."""

    linked = Signal()

    def __init__(self, warned: Warned, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setProperty("tone", warned.tone)
        icon, text = QLabel(self), QLabel(warned.text, self)
        icons.give(icon, _ICONS[warned.tone], warned.tone, 18)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(2)
        self.row = QHBoxLayout()
        column.addLayout(self.row)
        self.row.setSpacing(8)
        self.row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(text, 1)
        if warned.link:
            button = QPushButton(warned.link.replace("&", "&&"), self)
            button.setObjectName("reader.successor")
            button.setAccessibleName(warned.link)
            button.setProperty("tone", "link")
            button.clicked.connect(self.linked)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class Warnings(QWidget):
    """The warnings of one script, the gravest first. ``wanted(key)`` when its successor is to be read instead."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._script: OpenScript | None = None
        self._more = More()
        self._shown: tuple[Warned, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    @property
    def shown(self) -> tuple[Warned, ...]:
        """What is said now."""
        return self._shown

    def show_script(self, script: OpenScript, more: More) -> None:
        """Say what must be known of a script."""
        self._script, self._more = script, more
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange and self._script is not None:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            former = item.widget() if item is not None else None
            if former is not None:
                former.hide()
                former.deleteLater()
        self._shown = self._found()
        for warned in self._shown:
            strip = WarningStrip(warned, self)
            strip.linked.connect(self._want)
            self._column.addWidget(strip)
        self.setVisible(bool(self._shown))
        self.setAccessibleName(wording.sentences((warned.text for warned in self._shown), languages.current()))

    def _is_valid(self) -> bool:
        return self._script is None or self._script.standing in GIVEABLE

    def _found(self) -> tuple[Warned, ...]:
        script = self._script
        if script is None:
            return ()
        found = [
            self._replaced(script),
            self._standing(script),
            self._changed(script),
            self._soon(script),
            *self._given_up(script),
        ]
        return tuple(one for one in found if one is not None)

    def _want(self) -> None:
        if self._script is not None and self._script.successor:
            self.wanted.emit(self._script.successor)

    def _replaced(self, script: OpenScript) -> Warned | None:
        """Say that the version on the page is another one than a moment ago; withdrawn it says so itself."""
        former = self._more.replaced
        if not former or script.standing not in GIVEABLE:
            return None
        if script.version > former:
            text = self.tr("Version {new} has just replaced version {former}, which stood here. Read it again.")
            return Warned("warning", text.format(new=script.version, former=former))
        text = self.tr("Version {former}, which stood here, has just been withdrawn. Version {new} counts again.")
        return Warned("danger", text.format(new=script.version, former=former))

    def _withdrawn(self, script: OpenScript) -> Warned:
        text = self.tr("Withdrawn. Do not give this answer to anyone.")
        if script.withdrawn_because:
            text += " " + self.tr("Reason: {reason}").format(reason=script.withdrawn_because)
        link = self.tr("Read instead: {title}").format(title=script.successor_title) if script.successor else ""
        return Warned("danger", text, link)

    def _standing(self, script: OpenScript) -> Warned | None:
        if script.standing == "withdrawn":
            return self._withdrawn(script)
        if script.standing == "expired":
            return Warned("danger", self.tr("No longer valid. Do not give this answer to anyone."))
        if script.standing == "coming":
            return Warned("warning", self.tr("Not valid yet: from {day}.").format(day=_iso(script.effective_on)))
        if script.standing in ("draft", "review"):
            return Warned("warning", self.tr("Not approved yet. Do not give this answer to callers."))
        if script.doubted_on is not None:
            text = self.tr("Several people found something wrong in it, and its review is due. It is still valid.")
            return Warned("warning", text)
        if script.standing == "review_due":
            if script.review_on is None:
                return Warned("warning", self.tr("Its review is overdue. It is still valid."))
            text = self.tr("Its review was due on {day}. It is still valid.")
            return Warned("warning", text.format(day=_iso(script.review_on)))
        return None

    def _changed(self, script: OpenScript) -> Warned | None:
        if not script.changed:
            return None
        return Warned("warning", self.tr("Changed since this caller was given it last."))

    def _soon(self, script: OpenScript) -> Warned | None:
        if not script.expires_soon or script.expires_on is None or not self._is_valid():
            return None
        return Warned("warning", self.tr("About to expire: its last day is {day}.").format(day=_iso(script.expires_on)))

    def _given_up(self, script: OpenScript) -> list[Warned]:
        found: list[Warned] = []
        if "language" in script.given_up:
            name = language_name(script.language)
            found.append(Warned("accent", self.tr("Not written in your language; shown in {name}.").format(name=name)))
        if "plain" in script.given_up and not script.plain:
            found.append(Warned("accent", self.tr("There is no plain wording yet.")))
        if "plain" in script.given_up and script.plain:
            found.append(Warned("accent", self.tr("There is only a plain wording.")))
        if "audience" in script.given_up and self._more.audience:
            kind = wording.label("caller_kind", self._more.audience, languages.current())
            text = self.tr("No wording of its own for this kind of caller: {kind}.")
            found.append(Warned("accent", text.format(kind=kind)))
        return found


def _iso(on: date | None) -> str:
    return on.isoformat() if on else "–"
