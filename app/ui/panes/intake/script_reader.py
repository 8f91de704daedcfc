"""The open script in large type: warnings, key points, what to say, where it comes from and how long it is valid."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.contacts import GivenScript
from app.services.script_reading import OpenScript
from app.services.wording import label
from app.ui.kit import icons, languages, theme
from app.ui.kit.flow import FlowLayout
from app.ui.kit.labels import Chip
from app.ui.panes.intake.clear_scroll import ClearScroll
from app.ui.panes.intake.script_blanks import ScriptBlanks
from app.ui.panes.intake.script_points import ScriptPoints
from app.ui.panes.intake.script_text import ScriptText

_LANGUAGES = {"zh_CN": "中文", "en": "English"}


class ScriptReader(QWidget):
    """Shows one script. `wanted(language, plain)` for another wording, `filled(dict)` for placeholders,
    `pressed()` of Given, `ticked(ids)`, `back()` to the results.
    """

    wanted = Signal(str, bool)
    filled = Signal(dict)
    pressed = Signal()
    ticked = Signal(tuple)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.script")
        self._script: OpenScript | None = None
        self._given: GivenScript | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def script(self) -> OpenScript | None:
        """The script shown."""
        return self._script

    def show_script(self, script: OpenScript, given: GivenScript | None) -> None:
        """Show a script; `given` is its stamp where it was given already."""
        another = self._script is None or (self._script.key, self._script.version) != (script.key, script.version)
        kept = () if another else self.points.ticked()
        self._script = script
        self.points.show_points(script.points, given.ticked if given else kept)
        self._blanks.show_blanks(script.key, script.blanks)
        self.show_given(given)
        self._show_texts()
        if another:
            self._scroll.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Show no script any more."""
        self._script = None
        self.show_given(None)

    def show_given(self, given: GivenScript | None) -> None:
        """Show whether the script was given."""
        self._given = given
        self._give.setChecked(given is not None)
        text = self.tr("Given") if given else self.tr("Give  Ctrl+G")
        self._give.setText(text)
        self._give.setAccessibleName(self.tr("Given, press to take back") if given else self.tr("Give this script"))
        tone = "" if given else "primary"
        icons.give(self._give, "given", "accent" if given else "on_accent")
        if self._give.property("tone") != tone:
            self._give.setProperty("tone", tone)
            self._give.style().unpolish(self._give)
            self._give.style().polish(self._give)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._to_results.setToolTip(self.tr("Back to the results"))
        self._to_results.setAccessibleName(self.tr("Back to the results"))
        self._plain.setText(self.tr("Plain words"))
        self._plain.setAccessibleName(self._plain.text())
        for code, button in self._tongues.items():
            button.setText(_LANGUAGES[code])
            button.setAccessibleName(self.tr("Read it in {language}").format(language=button.text()))
        self.show_given(self._given)
        self._show_texts()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._scroll = ClearScroll(self)
        inner = QWidget(self._scroll)
        self._scroll.hold(inner)
        self._tools = QWidget(inner)
        self._to_results, self._give, self._plain = QPushButton(self), QPushButton(self), QPushButton(self._tools)
        for button, name in ((self._to_results, "back"), (self._give, "give"), (self._plain, "plain")):
            button.setObjectName(f"intake.script.{name}")
        icons.give(self._to_results, "back", "muted")
        self._to_results.setProperty("tone", "quiet")
        self._give.setCheckable(True)
        self._plain.setCheckable(True)
        self._plain.setProperty("tone", "tag")
        self._tongues = {code: QPushButton(self._tools) for code in _LANGUAGES}
        for code, button in self._tongues.items():
            button.setObjectName(f"intake.script.language.{code}")
            button.setCheckable(True)
            button.setProperty("tone", "tag")
        self._build_inside(inner)

    def _build_inside(self, inner: QWidget) -> None:
        self._title = QLabel(inner)
        self._title.setProperty("type", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._chips = QWidget(inner)
        self._flow = FlowLayout(self._chips, gap=4)
        self._warning = QFrame(inner)
        self._warning.setProperty("role", "strip")
        self._warning_text = QLabel(self._warning)
        self._warning_text.setWordWrap(True)
        QVBoxLayout(self._warning).addWidget(self._warning_text)
        self.points = ScriptPoints(inner)
        self._blanks = ScriptBlanks(inner)
        self._spoken = ScriptText(("say",), inner)
        self._rest = ScriptText(("if_asked", "escalate", "record"), inner, sources=True)
        self._lay_out(inner)

    def _lay_out(self, inner: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(self._to_results)
        head.addStretch(1)
        head.addWidget(self._give)
        tools = FlowLayout(self._tools, gap=4)
        for button in (*self._tongues.values(), self._plain):
            tools.addWidget(button)
        body = QVBoxLayout(inner)
        gap = theme.of_app().px("gap")
        body.setContentsMargins(0, 0, gap, gap)
        body.setSpacing(gap)
        parts = (self._title, self._tools, self._chips, self._warning, self._blanks, self._spoken, self.points)
        for part in (*parts, self._rest):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._to_results.clicked.connect(self.back)
        self._give.clicked.connect(self.pressed)
        self._plain.clicked.connect(self._want)
        for button in self._tongues.values():
            button.clicked.connect(self._want_language)
        self._blanks.filled.connect(self.filled)
        self.points.changed.connect(self.ticked)

    def _want(self) -> None:
        if self._script is not None:
            self.wanted.emit(self._script.language, self._plain.isChecked())

    def _want_language(self) -> None:
        chosen = next((code for code, button in self._tongues.items() if button is self.sender()), "")
        self.wanted.emit(chosen, self._plain.isChecked())

    def _show_texts(self) -> None:
        script = self._script
        if script is None:
            return
        self._title.setText(script.title)
        self._plain.setChecked(script.plain)
        self._plain.setVisible(script.has_plain)
        for code, button in self._tongues.items():
            button.setChecked(script.language == code)
            button.setVisible(len(script.languages) > 1 and code in script.languages)
        self._show_chips(script)
        self._show_warnings(script)
        self._spoken.show_text(script)
        self._rest.show_text(script)

    def _show_chips(self, script: OpenScript) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            former = item.widget() if item else None
            if former is not None:
                former.hide()
                former.deleteLater()
        marks = [(self.tr("version {number}").format(number=script.version), "")]
        if script.urgent:
            marks.append((self.tr("urgent"), "danger"))
        if script.expires_on is not None:
            tone = "warning" if script.expires_soon else ""
            marks.append((self.tr("valid until {day}").format(day=script.expires_on.isoformat()), tone))
        if script.standing != "live":
            tone = "warning" if script.standing in ("review_due", "coming") else "danger"
            marks.append((self._standing_words(script.standing), tone))
        for text, tone in marks:
            chip = Chip(text, tone, self._chips)
            self._flow.addWidget(chip)
            chip.show()

    def _standing_words(self, standing: str) -> str:
        words = {
            "review_due": self.tr("review is due"),
            "coming": self.tr("not valid yet"),
            "expired": self.tr("expired"),
            "withdrawn": self.tr("withdrawn"),
        }
        return words.get(standing) or label("script_state", standing, languages.current())

    def _show_warnings(self, script: OpenScript) -> None:
        said: list[str] = []
        grave = script.standing in ("withdrawn", "expired", "draft", "review")
        if grave:
            said.append(self.tr("Do not give this version to a caller."))
        if script.changed:
            said.append(self.tr("Changed since this caller was last told. Say what is new."))
        if script.expires_soon:
            said.append(self.tr("It expires soon; look for its successor."))
        if "language" in script.given_up:
            said.append(self.tr("Not written in the caller's language yet."))
        self._warning.setProperty("tone", "danger" if grave else "warning")
        self._warning.style().unpolish(self._warning)
        self._warning.style().polish(self._warning)
        self._warning_text.setText(" ".join(said))
        self._warning.setVisible(bool(said))
