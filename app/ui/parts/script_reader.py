"""The reader: one approved answer in large type, to be read out while a caller listens."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.services.script_reading import OpenScript, ReadSection
from app.ui.kit import icons, languages, own_viewport, theme
from app.ui.parts.readable import GIVEABLE, Ink, More, html_of, linked, plain_of
from app.ui.parts.reader_blanks import Blanks
from app.ui.parts.reader_documents import ReaderDocuments
from app.ui.parts.reader_header import ReaderHeader
from app.ui.parts.reader_points import KEYS, KeyPoints
from app.ui.parts.reader_warnings import Warnings

_SPOKEN = ("say", "if_asked")
_WIDEST = 860


class SectionBlock(QWidget):
    """One part of the answer under its heading; what is said stands in large type, what is done in the usual one."""

    def __init__(self, name: str, parent: QWidget, *, large: bool) -> None:
        super().__init__(parent)
        self.name = name
        self._large = large
        self._section: ReadSection | None = None
        self._heading, self._text = QLabel(self), QLabel(self)
        self._heading.setProperty("type", "label")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._text)
        self.hide()

    def show_section(self, section: ReadSection | None) -> None:
        """Show a part, or nothing where the script has none."""
        self._section = section
        self.setVisible(section is not None and bool(section.pieces))
        self.take_looks()

    def show_heading(self, text: str) -> None:
        """Show the heading in the language of the window."""
        self._heading.setText(text)
        self._text.setAccessibleName(text)

    def text(self) -> str:
        """Return what is said."""
        return plain_of(self._section.pieces) if self._section else ""

    def take_looks(self) -> None:
        """Take sizes and colors from the theme."""
        looks = theme.of_app()
        self._text.setFont(looks.font("script" if self._large and self.name in _SPOKEN else "section"))
        ink = Ink(looks.hex("accent"), looks.hex("accent_soft"), looks.hex("warning"), looks.hex("warning_soft"))
        pieces = self._section.pieces if self._section else ()
        self._text.setText(html_of(pieces, ink, language=languages.current()))
        self._text.setAccessibleDescription(self.text())


class AboutScript(QWidget):
    """What the answer rests on: words that must not be said, notes on dialects, sources with their files, validity."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._script: OpenScript | None = None
        self._never, self._notes, self._sources, self._validity = (QLabel(self) for _ in range(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.documents = ReaderDocuments(self)
        for label in (self._never, self._notes, self._sources, self._validity):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            column.addWidget(label)
        column.insertWidget(column.indexOf(self._validity), self.documents)
        self._sources.setOpenExternalLinks(True)
        self._sources.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._sources.setObjectName("reader.sources")

    def show_script(self, script: OpenScript) -> None:
        """Show what a script rests on."""
        self._script = script
        self.documents.show_documents(script.documents)
        self.take_looks()

    def take_looks(self) -> None:
        """Set its texts in the language of the window and the colors of the theme."""
        script = self._script
        if script is None:
            return
        never = [" · ".join(script.must_not_say)] if script.must_not_say else []
        self._line(self._never, self.tr("Never say"), never, "danger")
        notes = [f"{name}: {note}" for name, note in script.dialect_notes.items()]
        self._line(self._notes, self.tr("Dialect"), notes)
        self._line(self._sources, self.tr("Source"), script.sources)
        self._line(self._validity, self.tr("Validity"), self._days(script))

    def _days(self, script: OpenScript) -> list[str]:
        found: list[str] = []
        if script.effective_on:
            found.append(self.tr("from {day}").format(day=script.effective_on.isoformat()))
        if script.expires_on:
            found.append(self.tr("until {day}").format(day=script.expires_on.isoformat()))
        if script.review_on:
            found.append(self.tr("review by {day}").format(day=script.review_on.isoformat()))
        return [" · ".join(found)] if found else []

    def _line(self, label: QLabel, heading: str, texts: Collection[str], tone: str = "muted") -> None:
        looks = theme.of_app()
        head = f'<span style="color:{looks.hex(tone)}; font-weight:600">{heading}</span>'
        body = "<br>".join(linked(text, looks.hex("accent")) for text in texts)
        color = looks.hex("text" if tone == "danger" else "muted")
        label.setText(f'{head}&nbsp;&nbsp;<span style="color:{color}">{body}</span>')
        label.setAccessibleName(f"{heading}: {'; '.join(texts)}")
        label.setVisible(bool(texts))


class ScriptReader(QFrame):
    """Shows one script. Without ``calling`` it is read for itself: no ticks, no "given".

    ``ticked(key point, on)`` · ``placeholder_chosen(name, value)`` · ``language_toggled()`` ``plain_toggled(on)``
    ``audience_chosen(kind)`` ask for another wording: whoever shows the script shows it anew · ``given()`` ·
    ``flag_requested()`` · ``other_wanted(key)`` for what is read instead of a withdrawn one. With the focus: 1–9 tick a
    key point, Space the next one, L and P change language and plain words, D opens the source document, Up, Down and
    Page scroll.
    """

    ticked = Signal(str, bool)
    placeholder_chosen = Signal(str, str)
    language_toggled = Signal()
    plain_toggled = Signal(bool)
    audience_chosen = Signal(str)
    given = Signal()
    flag_requested = Signal()
    document_wanted = Signal(str)
    other_wanted = Signal(str)

    def __init__(self, *, large: bool = True, calling: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._large, self._calling = large, calling
        self._script: OpenScript | None = None
        self._is_given = False
        self.setObjectName("reader")
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Without an input method digits and letters arrive as keys even while a Chinese one is switched on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def script(self) -> OpenScript | None:
        """What is shown."""
        return self._script

    def show_script(self, script: OpenScript, *, ticked: Collection[str] = (), more: More | None = None) -> None:
        """Show a script, or another wording of it: then the place on the page stays."""
        former, self._script = self._script, script
        more = more or More()
        if former is None or (former.key, former.version) != (script.key, script.version):
            self._is_given = False
            self._scroll.verticalScrollBar().setValue(0)
        elif former.standing != script.standing:
            self._scroll.verticalScrollBar().setValue(0)  # what it became stands at the head of the page
        self.header.show_script(script, more)
        self.warnings.show_script(script, more)
        self.blanks.show_blanks(script.blanks)
        self.points.show_points(script.points, ticked)
        self._points_heading.setVisible(bool(script.points))
        sections = {section.name: section for section in script.sections}
        for block in self._blocks:
            block.show_section(sections.get(block.name))
        self._about.show_script(script)
        self._page.setVisible(True)
        self._show_given()

    def clear(self) -> None:
        """Show nothing."""
        self._script, self._is_given = None, False
        self._page.setVisible(False)
        self._show_given()

    def mark_given(self, on: bool = True) -> None:
        """Say that this version was given to the caller, or that it was not."""
        self._is_given = on
        self._show_given()

    def text(self) -> str:
        """Return what is said, for the clipboard."""
        return "\n\n".join(block.text() for block in self._blocks if block.name in _SPOKEN and block.text())

    def retranslate(self) -> None:
        """Set its own texts in the language of the window."""
        headings = {
            "say": self.tr("Say"),
            "if_asked": self.tr("If asked"),
            "escalate": self.tr("Hand on"),
            "record": self.tr("Write down"),
        }
        for block in self._blocks:
            block.show_heading(headings[block.name])
        self._points_heading.setText(self.tr("Key points"))
        self.setAccessibleName(self.tr("Script"))
        self.setAccessibleDescription(self._keys_text())
        self._show_given()

    def take_looks(self) -> None:
        """Take sizes and colors from the theme."""
        for block in self._blocks:
            block.take_looks()
        self._about.take_looks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, change the wording, scroll."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._takes(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._about.take_looks()
        super().changeEvent(event)

    def _build(self) -> None:
        self._page = QWidget(self)
        self.header, self.warnings = ReaderHeader(self._page), Warnings(self._page)
        self.blanks = Blanks(self._page)
        self.points = KeyPoints(self._page, can_tick=self._calling)
        self._points_heading = QLabel(self._page)
        self._points_heading.setProperty("type", "label")
        names = ("say", "if_asked", "escalate", "record")
        self._blocks = [SectionBlock(name, self._page, large=self._large) for name in names]
        self._about = AboutScript(self._page)
        rule = QFrame(self._page)
        rule.setProperty("role", "rule")
        say, *rest = self._blocks
        pieces = (self.header, self.warnings, self.blanks, say, self._points_heading, self.points, *rest, rule)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(12)
        for piece in (*pieces, self._about):
            page.addWidget(piece)
        page.addStretch(1)
        page.setSpacing(12)
        self._page.setVisible(False)
        self._frame_page()

    def _frame_page(self) -> None:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        # Longer lines are hard to follow aloud.
        self._page.setMaximumWidth(_WIDEST)
        row.addWidget(self._page, 1000)
        row.addStretch(1)
        self._scroll = QScrollArea(self)
        own_viewport.give(self._scroll).setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._given = QPushButton(self)
        self._given.setObjectName("reader.given")
        self._given.setProperty("tone", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(8)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(16, 0, 16, 10)
        foot.addWidget(self._given)

    def _connect(self) -> None:
        self.header.language_toggled.connect(self.language_toggled)
        self.header.plain_toggled.connect(self.plain_toggled)
        self.header.audience_chosen.connect(self.audience_chosen)
        self.header.flag_requested.connect(self.flag_requested)
        self.warnings.wanted.connect(self.other_wanted)
        self.blanks.chosen.connect(self.placeholder_chosen)
        self.points.ticked.connect(self.ticked)
        self._about.documents.wanted.connect(self.document_wanted)
        self._given.clicked.connect(self.given)
        theme.of_app().changed.connect(self.take_looks)

    def _takes(self, key: Qt.Key) -> bool:
        number = int(key) - int(Qt.Key.Key_0)
        if 1 <= number <= KEYS:
            self.points.toggle(number)
        elif key == Qt.Key.Key_Space:
            return self.points.tick_next() or self._scrolls(Qt.Key.Key_PageDown)
        elif key == Qt.Key.Key_L and self.header.can_toggle_language():
            self.language_toggled.emit()
        elif key == Qt.Key.Key_P and self.header.can_toggle_plain():
            self.header.toggle_plain()
        elif key == Qt.Key.Key_D:
            return self._about.documents.open_first()
        else:
            return self._scrolls(key)
        return True

    def _scrolls(self, key: Qt.Key) -> bool:
        bar = self._scroll.verticalScrollBar()
        line = self.fontMetrics().lineSpacing() * 2
        steps = {
            Qt.Key.Key_Down: line,
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in steps:
            return False
        bar.setValue(bar.value() + steps[key])
        return True

    def _keys_text(self) -> str:
        if self._calling:
            return self.tr(
                "1 to 9 tick a key point, Space the next one, L changes the language, P the words, D opens the document"
            )
        return self.tr("L changes the language, P the words, D opens the document")

    def _show_given(self) -> None:
        script = self._script
        self._given.setVisible(self._calling and script is not None)
        self._given.setText(self.tr("Given") if self._is_given else self.tr("Give this answer"))
        self._given.setToolTip(self.tr("Write down on the contact that the caller was told this version"))
        self._given.setAccessibleName(self._given.text())
        self._given.setProperty("tone", "" if self._is_given else "primary")
        icons.give(self._given, "given", "accent" if self._is_given else "on_accent")
        self._given.style().unpolish(self._given)
        self._given.style().polish(self._given)
        self._given.setEnabled(script is not None and script.standing in GIVEABLE and not self._is_given)
