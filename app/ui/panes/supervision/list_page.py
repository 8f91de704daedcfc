"""One list of inquiries for who supervises: those that are late, due soon, came back, or wait for a decision."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.policies import Target
from app.services import supervision, wording
from app.services.supervision import Item
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.supervision.item_model import ItemTable
from app.ui.panes.supervision.words import Words


class TargetChoice(QComboBox):
    """Which promise is late or due; the wheel never changes it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


#: In which order columns give way where the list is narrow or its letters are large.
GIVE_WAY = ("state", "unit", "owner")
_LEAST_SUMMARY = 140


class ListPage(QWidget):
    """``opened(id)`` Enter or double click, ``picked(Item or None)``, ``refused(error)``."""

    opened = Signal(bytes)
    picked = Signal(object)
    refused = Signal(object)

    def __init__(self, wanted: str, jobs: Jobs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self._kept: bytes | None = None
        self._build(jobs, words)
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Ask again; the line that is chosen stays chosen."""
        item = self.chosen()
        self._kept = item.line.row.id if item else self._kept
        self.model.reload()

    def show_now(self, now: datetime, zone: tzinfo) -> None:
        """Say due times as seen from now."""
        self.model.show_now(now, zone)

    def show_target(self, target: str) -> None:
        """Show those of one promise, "" for all."""
        self.target.setCurrentIndex(max(0, self.target.findData(target)))
        self._narrow()

    def chosen(self) -> Item | None:
        """Return the inquiry that is chosen."""
        return self.view.row()

    def take_focus(self) -> None:
        """Put the focus into the list, on its first line if none is chosen."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select(0)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        titles = {
            "late": self.tr("Late inquiries"),
            "soon": self.tr("Inquiries due soon"),
            "returned": self.tr("Returned inquiries"),
            "extensions": self.tr("Extensions to decide"),
            "no_unit": self.tr("Open inquiries without a unit"),
        }
        empty = {
            "late": (self.tr("Nothing is late"), self.tr("Due soon shows what could be next.")),
            "soon": (self.tr("Nothing is due soon"), self.tr("How soon is soon stands in Settings, Center.")),
            "returned": (self.tr("Nothing came back"), self.tr("What a unit returns waits here for another one.")),
            "extensions": (self.tr("No extension to decide"), self.tr("What operators ask for appears here.")),
            "no_unit": (self.tr("Every open inquiry has a unit"), ""),
        }
        self.view.setAccessibleName(titles[self.wanted])
        self._empty.show_text(*empty[self.wanted])
        self._offer_targets()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as leave room for the summary."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        names = [column.name for column in self.model.columns]
        header = self.view.horizontalHeader()
        for place in range(len(names)):
            self.view.setColumnHidden(place, False)
        room = self.width() - self.view.verticalScrollBar().sizeHint().width()
        taken = sum(header.sectionSize(place) for place, name in enumerate(names) if name != "summary")
        for name in GIVE_WAY:
            if taken + round(_LEAST_SUMMARY * theme.of_app().scale) > room and name in names:
                taken -= header.sectionSize(names.index(name))
                self.view.setColumnHidden(names.index(name), True)

    def _build(self, jobs: Jobs, words: Words) -> None:
        pad = theme.of_app().px("pad")
        self.target = TargetChoice(self)
        self.target.setObjectName(f"supervision.{self.wanted}.target")
        self.model = ItemTable(self.wanted, jobs, words, self)
        self._empty = EmptyState(f"supervision.{self.wanted}.empty", "done")
        self.view = TableView(self.model, name=f"supervision.{self.wanted}", empty=self._empty, parent=self)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self._count = QLabel(self)
        self._count.setProperty("type", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        row.addWidget(self.target)
        row.addWidget(self._count)
        row.addStretch(1)
        self.target.setVisible(self.wanted in supervision.PAGED)
        column.addWidget(self.view, 1)
        self.foot = QVBoxLayout()
        column.addLayout(self.foot)

    def _connect(self) -> None:
        self.target.activated.connect(self._narrow)
        self.view.opened.connect(self._open)
        self.view.picked.connect(self.picked)
        self.model.loaded.connect(self._loaded)
        self.model.refused.connect(self.refused)
        theme.of_app().changed.connect(self._fit_columns)

    def _offer_targets(self) -> None:
        former = self.target.currentData()
        self.target.clear()
        self.target.addItem(self.tr("Any promise"), "")
        for target in Target:
            self.target.addItem(wording.label("target", target.value, languages.current()), target.value)
        self.target.setCurrentIndex(max(0, self.target.findData(former)))
        self.target.setAccessibleName(self.tr("Promise"))

    def _narrow(self) -> None:
        self.model.show_target(str(self.target.currentData() or ""))

    def _open(self, item: Item) -> None:
        self.opened.emit(item.line.row.id)

    def _loaded(self, count: int, complete: bool) -> None:
        text = self.tr("%n inquir(y/ies)", "", count) if complete else self.tr("More come as you scroll")
        self._count.setText(text)
        self._count.setVisible(count > 0)
        place = next((at for at in range(count) if self._is_kept(at)), None) if self._kept else None
        if place is not None:
            self._kept = None
            self.view.select(place)
        elif count and self.view.hasFocus() and not self.view.currentIndex().isValid():
            self.view.select(0)  # the keyboard was here before the rows came

    def _is_kept(self, place: int) -> bool:
        item: Item | None = self.model.row(place)
        return item is not None and item.line.row.id == self._kept
