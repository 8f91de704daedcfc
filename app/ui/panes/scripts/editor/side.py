"""Beside the form: how the script will be read, what is wrong with it, the map of its questions, and what differs."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.scripts_library.findings import Finding, Level
from app.scripts_library.script import Flow, Script
from app.services.script_findings import told
from app.services.script_reading import Reading
from app.services.script_writing import Checked
from app.ui.kit import languages, theme
from app.ui.panes.scripts.editor.flow_map import FlowMap
from app.ui.panes.scripts.line_list import Line, LineList
from app.ui.parts.readable import More, next_language
from app.ui.parts.script_reader import ScriptReader

PREVIEW, CHECKS, MAP = range(3)


class Side(QWidget):
    """``opened(Finding)`` when a finding was chosen, ``node_opened(name)`` on the map, ``reread()`` when the preview is
    wanted in another wording."""

    opened = Signal(object)
    node_opened = Signal(str)
    reread = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = Reading(languages.current())
        self.findings: tuple[Finding, ...] = ()
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Show nothing yet, in the language of the window."""
        self.reading = Reading(languages.current())
        self.findings = ()
        self.reader.clear()
        self.tabs.setCurrentIndex(PREVIEW)
        self._show_findings()

    def show_checked(self, checked: Checked) -> None:
        """Show what is known of the script now."""
        self.findings = checked.findings
        if checked.shown is not None and checked.script is not None:
            audiences = tuple(dict.fromkeys(one.audience for one in checked.script.variants if one.audience))
            self.reader.show_script(checked.shown, more=More(audiences, self.reading.audience))
        else:
            self.reader.clear()
        self._show_findings()
        self._show_preview()

    def show_flow(self, flow: Flow | None) -> None:
        """Draw the questions."""
        self.map.show_flow(flow)
        self._no_map.setVisible(flow is None)

    def read_like(self, script: Script, place: int) -> None:
        """Read the wording that is being written."""
        variant = script.variants[place]
        wanted = replace(self.reading, language=variant.language, audience=variant.audience, plain=variant.plain)
        if wanted != self.reading:
            self.reading = wanted
            self.reread.emit()

    def turn(self, page: int) -> None:
        """Show another part."""
        self.tabs.setCurrentIndex(page)

    def next(self) -> None:
        """Show the next part, and put the cursor into it."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        (self.reader, self.list, self.map)[self.tabs.currentIndex()].setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Beside the form"))
        self.tabs.setTabText(PREVIEW, self.tr("Preview"))
        self.tabs.setTabText(MAP, self.tr("Map"))
        self.list.setAccessibleName(self.tr("What is wrong"))
        self._clean.setText(self.tr("Nothing is wrong. It can be sent to review."))
        self._no_map.setText(self.tr("No questions. The page “Questions” adds them, and they are drawn here."))
        self._no_preview.setText(self.tr("Nothing to read yet. Write a wording."))
        self._show_findings()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("scripts.editor.side")
        self.tabs.setExpanding(False)
        for _ in (PREVIEW, CHECKS, MAP):
            self.tabs.addTab("")
        self.reader = ScriptReader(calling=False, parent=self)
        self.reader.setObjectName("scripts.editor.preview")
        self.list = LineList("scripts.editor.findings", self, wrap=4)
        self.map = FlowMap(self)
        self._clean, self._no_map, self._no_preview = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._clean, self._no_map, self._no_preview):
            label.setProperty("type", "muted")
            label.setWordWrap(True)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.map)
        self._pages = QStackedWidget(self)
        for widgets in ((self._no_preview, self.reader), (self._clean, self.list), (self._no_map, scroll)):
            page = QWidget(self)
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(widgets[0])
            column.addWidget(widgets[1], 1)
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.of_app().px("pad"))
        whole.addWidget(self.tabs)
        whole.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.list.opened.connect(self._open)
        self.map.opened.connect(self.node_opened)
        self.map.marked.connect(self._bring_into_view)
        self.reader.language_toggled.connect(self._toggle_language)
        self.reader.plain_toggled.connect(self._choose_plain)
        self.reader.audience_chosen.connect(self._choose_audience)
        self.reader.placeholder_chosen.connect(self._fill)

    def _bring_into_view(self, box: QRect) -> None:
        middle = box.center()
        self._scroll.ensureVisible(middle.x(), middle.y(), box.width(), box.height())

    def _open(self, place: int) -> None:
        self.opened.emit(self.findings[place])

    def _show_findings(self) -> None:
        count = len(self.findings)
        self.tabs.setTabText(CHECKS, self.tr("Checks ({count})").format(count=count) if count else self.tr("Checks"))
        language = languages.current()
        self.list.show_lines([self._line(place, one, language) for place, one in enumerate(self.findings)])
        self.list.setVisible(bool(count))
        self._clean.setVisible(not count)
        self._show_preview()

    def _show_preview(self) -> None:
        has_one = self.reader.script is not None
        self.reader.setVisible(has_one)
        self._no_preview.setVisible(not has_one)

    def _line(self, place: int, finding: Finding, language: str) -> Line:
        says, step = told(finding, language)
        is_error = finding.level is Level.ERROR
        chip = (self.tr("error"), "danger") if is_error else (self.tr("advice"), "warning")
        where = self.tr("line {number}").format(number=finding.line) if finding.line else ""
        return Line(place, says, step, (chip,), hint=where)

    def _read(self, **wanted: object) -> None:
        self.reading = replace(self.reading, **wanted)  # pyright: ignore[reportArgumentType]
        self.reread.emit()

    def _toggle_language(self) -> None:
        if self.reader.script is not None:
            self._read(language=next_language(self.reader.script) or self.reading.language)

    def _choose_plain(self, on: bool) -> None:
        self._read(plain=on)

    def _choose_audience(self, kind: str) -> None:
        self._read(audience=kind)

    def _fill(self, name: str, value: str) -> None:
        self._read(values={**self.reading.values, name: value})
