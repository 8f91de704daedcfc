"""The pages of the form under their tabs, and the way from a finding to its field."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.scripts_library.findings import Finding
from app.scripts_library.parser import Parsed
from app.services.script_findings import told
from app.services.script_writing import Checked
from app.services.wording import counted
from app.ui.kit import languages, theme
from app.ui.kit.line_editors import Clock
from app.ui.panes.scripts.editor.about_page import AboutPage
from app.ui.panes.scripts.editor.flow_page import FlowPage
from app.ui.panes.scripts.editor.phrasings_page import PhrasingsPage
from app.ui.panes.scripts.editor.places import PAGES, Target, pages_with, target_of
from app.ui.panes.scripts.editor.point_rows import POINTS
from app.ui.panes.scripts.editor.rows_page import RowsPage
from app.ui.panes.scripts.editor.rule_rows import DIALECTS, FORBIDDEN, PLACEHOLDERS, SOURCES
from app.ui.panes.scripts.editor.sheet import Sheet
from app.ui.panes.scripts.editor.source_page import SourcePage
from app.ui.panes.scripts.editor.wording_page import WordingPage

_SOURCE = PAGES.index("source")
_WHOLE = ("wording", "phrasings", "source")


class EditorPages(QWidget):
    """``turned(page)`` when another page is in front, ``removed(part)`` when a row or a wording went (``part.put_back``
    brings it back), ``stuck(Parsed)`` when the text cannot be read and its page stays."""

    turned = Signal(str)
    removed = Signal(object)
    stuck = Signal(object)

    def __init__(self, sheet: Sheet, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._former = 0
        self.about, self.wording = AboutPage(sheet, clock, zone, self), WordingPage(sheet, self)
        self.phrasings, self.points = PhrasingsPage(sheet, self), RowsPage(sheet, (POINTS,), clock, self)
        self.basis = RowsPage(sheet, (SOURCES, PLACEHOLDERS), clock, self)
        self.care = RowsPage(sheet, (FORBIDDEN, DIALECTS), clock, self)
        self.flow, self.source = FlowPage(sheet, clock, self), SourcePage(sheet, zone, self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> str:
        """Which page is in front."""
        return PAGES[self.tabs.currentIndex()]

    def show_sheet(self) -> None:
        """Show the sheet from the beginning, as a form or as the text it is."""
        self._show_script()
        self._former = _SOURCE if self._sheet.text is not None else 0
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(self._former)
        self.tabs.blockSignals(False)
        self._stack.setCurrentIndex(self._former)
        if self._former == _SOURCE:
            self.source.enter()

    def show_checked(self, checked: Checked) -> None:
        """Mark what is wrong at its fields, and count it on the tabs."""
        script = checked.script or self._sheet.script
        missing = [one.facts for one in checked.findings if one.code == "slot-missing"]
        self.wording.show_facts(checked.wordings, missing)
        self.about.propose_key(checked.key)
        lines = {one.line: told(one, languages.current())[0] for one in checked.findings if one.line}
        self.source.show_wrong(lines if self._sheet.text is not None else {})
        counts = pages_with(checked.findings, script)
        self._titles(counts)
        rows: dict[str, dict[int, str]] = {}
        for finding in checked.findings:
            target = target_of(finding, script)
            if target.name and target.place >= 0:
                rows.setdefault(target.name, {})[target.place] = "!"
        for page in (self.points, self.basis, self.care):
            page.show_wrong(rows)

    def turn(self, page: str) -> bool:
        """Go to a page; False where the text cannot be read and its page stays."""
        self.tabs.setCurrentIndex(PAGES.index(page))
        return self.page == page

    def turn_by(self, by: int) -> None:
        """Go to the next page or the one before, with the cursor at its beginning."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(PAGES))
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where the page begins."""
        getattr(self, self.page).focus_first()

    def go_to(self, finding: Finding) -> None:
        """Put the cursor where a finding is mended: into the text while that is in front, else into the form."""
        if self.page == "source":
            self.source.text.go_to_line(finding.line or 1)
            return
        target = target_of(finding, self._sheet.script)
        self.turn(target.page)
        self._go(target)
        area, field = self._stack.currentWidget(), QApplication.focusWidget()
        if isinstance(area, QScrollArea) and field is not None:
            area.ensureWidgetVisible(field)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Pages of the script"))
        self._titles({})

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("scripts.editor.pages")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self._stack = QStackedWidget(self)
        for name in PAGES:
            self.tabs.addTab("")
            page: QWidget = getattr(self, name)
            self._stack.addWidget(page if name in _WHOLE else _scrolled(page, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.wording.removed.connect(self._say_wording_removed)
        for page in (self.points, self.basis, self.care, self.flow):
            page.removed.connect(self.removed)

    def _turn(self, place: int) -> None:
        if self._former == _SOURCE and place != _SOURCE:
            wrong = self.source.leave()
            if wrong is not None:
                self._stay(wrong)
                return
            self._show_script()
        elif place == _SOURCE and self._former != _SOURCE:
            self.source.enter()
        self._former = place
        self._stack.setCurrentIndex(place)
        self.turned.emit(PAGES[place])

    def _stay(self, wrong: Parsed) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(_SOURCE)
        self.tabs.blockSignals(False)
        line = next((one.line for one in wrong.findings if one.line), 1)
        self.source.text.go_to_line(line)
        self.stuck.emit(wrong)

    def _go(self, target: Target) -> None:
        goes: dict[str, Callable[[], None]] = {
            "about": lambda: self.about.go_to(target.field),
            "wording": lambda: self.wording.go_to(target.place),
            "phrasings": lambda: self.phrasings.go_to(target.name),
            "flow": lambda: self.flow.go_to(target.name),
        }
        rows: Any = getattr(self, target.page)
        goes.get(target.page, lambda: rows.go_to(target.name, target.place, target.field))()

    def _show_script(self) -> None:
        for page in self._forms():
            page.show_script(self._sheet.script)

    def _forms(self) -> Sequence[Any]:
        return (self.about, self.wording, self.phrasings, self.points, self.basis, self.care, self.flow)

    def _titles(self, counts: dict[str, int]) -> None:
        names = {
            "about": self.tr("About"),
            "wording": self.tr("Wording"),
            "phrasings": self.tr("Phrasings"),
            "points": self.tr("Points"),
            "basis": self.tr("Sources"),
            "care": self.tr("Caution"),
            "flow": self.tr("Questions"),
            "source": self.tr("File"),
        }
        for place, name in enumerate(PAGES):
            self.tabs.setTabText(place, counted(names[name], counts.get(name, 0), languages.current()))

    def _say_wording_removed(self) -> None:
        self.removed.emit(self.wording)


def _scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area
