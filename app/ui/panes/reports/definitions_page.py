"""Definitions of the KPIs: what each says, how it is computed, its versions; a new version changes none of the past."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.models.accounts import Permission, Person
from app.models.errors import AppError
from app.models.kpis import Kpi
from app.services import kpis
from app.services.kpis import Defined
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.reports import definition_words as words
from app.ui.panes.reports.definition_form import DefinitionForm
from app.ui.panes.reports.definition_table import DefinitionTable


class DefinitionsPage(QWidget):
    """``counted()`` a definition was saved: figures read differently; ``told(text)``, ``refused(error)``."""

    counted = Signal()
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._now = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
        self._wanted = ""
        self._may = False
        self._build()
        self._connect()
        self.retranslate()

    def show_for(self, person: Person) -> None:
        """Offer changes to who may make them; everybody may read."""
        self._may = person.may(Permission.DEFINE_KPIS)
        self._say()

    def show_all(self) -> None:
        """Ask for every definition."""
        self._jobs.ask(kpis.defined, key="definitions", done=self._show, failed=self.refused.emit)

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.view.setFocus()

    def change(self) -> None:
        """Ask for the next version of the chosen one."""
        if (one := self.view.row()) is not None and self._may:
            self._ask(one.kpi, new=False)

    def copy(self) -> None:
        """Ask for another KPI that begins like the chosen one."""
        if (one := self.view.row()) is not None and self._may:
            self._ask(one.kpi, new=True)

    def end(self) -> None:
        """Let the chosen one hold for the last time today."""
        one = self.view.row()
        if one is not None and self._may and one.kpi.until_on is None:
            self._save(replace(one.kpi, until_on=one.today))

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = (self.tr("New version…"), self.tr("New KPI like this…"), self.tr("End today"))
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
        self.view.setAccessibleName(self.tr("KPIs"))
        self.page.setAccessibleName(self.tr("How it is computed"))
        self._none.show_text(self.tr("No KPIs"), self.tr("KPIs come with the program, or from a file."))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.model.reload()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self._buttons = [QPushButton(self) for _ in range(3)]
        for button, name, icon in zip(self._buttons, ("change", "copy", "end"), ("edit", "add", "stop"), strict=True):
            button.setObjectName(f"reports.definition_{name}")
            icons.give(button, icon, "text")
        self.model = DefinitionTable(self)
        self._none = EmptyState("reports.no_definitions", "list")
        self.view = TableView(self.model, name="reports.definitions", empty=self._none, parent=self)
        self.page = QTextBrowser(self)
        self.page.setObjectName("reports.definition_page")
        self.page.setOpenLinks(False)
        self.form = DefinitionForm(self._clock, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.form)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self._stack)
        split.setSizes([620, 520])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        for button, slot in zip(self._buttons, (self.change, self.copy, self.end), strict=True):
            button.clicked.connect(slot)
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self._open)
        self.form.accepted.connect(self._save)
        self.form.left.connect(self._leave)

    def _clock(self) -> datetime:
        return self._now

    def _show(self, found: Sequence[Defined]) -> None:
        current = self.view.row()
        wanted = self._wanted or (current.kpi.id if current is not None else "")
        self._wanted = ""
        if found:
            self._now = found[0].now_at
        self.model.show_defined(found)
        self.view.select(self.model.place_of(wanted))
        self._pick(self.view.row())

    def _pick(self, one: Defined | None) -> None:
        if one is not None:
            self.page.setHtml(words.page_of(one.kpi, one.history, languages.current()))
        self._say()

    def _open(self, _one: Defined) -> None:
        self.change()

    def _ask(self, kpi: Kpi, *, new: bool) -> None:
        self._stack.setCurrentWidget(self.form)
        self.form.ask(kpi, new=new)
        self._say()

    def _save(self, kpi: Kpi) -> None:
        self._wanted = kpi.id
        self._jobs.do(kpis.save, done=self._saved, failed=self._refuse, initiator=self, kpi=kpi)

    def _saved(self, number: int) -> None:
        self._leave()
        self.told.emit(self.tr("Saved as version {number}").format(number=number))
        self.show_all()
        self.counted.emit()

    def _refuse(self, error: AppError) -> None:
        if self._stack.currentWidget() is not self.form or not self.form.refuse(error):
            self.refused.emit(error)

    def _leave(self) -> None:
        with handed_on(self.form, self.view):
            self._stack.setCurrentWidget(self.page)
        self._say()

    def _say(self) -> None:
        one = self.view.row()
        asking = self._stack.currentWidget() is self.form
        for button in self._buttons:
            button.setVisible(self._may and not asking)
            button.setEnabled(one is not None)
        self._buttons[2].setEnabled(one is not None and one.kpi.until_on is None)
        if one is not None and not asking:
            self.page.setHtml(words.page_of(one.kpi, one.history, languages.current()))
