"""Beside the question bank: the chosen question with what it did in exams, or what became of each row of a file."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.models.drill_items import Item
from app.models.item_statistics import ItemFigures
from app.services.bank_imports import RowReport
from app.ui.kit import languages, theme
from app.ui.panes.training import presenting_bank
from app.ui.panes.training.ink import ink
from app.ui.panes.training.presenting_bank import Points


class BankDetail(QTextBrowser):
    """Shows the reports while there are some, else the question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training.bank.detail")
        self._item: Item | None = None
        self._points: Points = {}
        self._figures: ItemFigures | None = None
        self._reports: tuple[RowReport, ...] = ()
        theme.of_app().changed.connect(self._say)
        self.retranslate()

    def show_item(self, item: Item | None, points: Points, *, figures: ItemFigures | None = None) -> None:
        """Show a question; ``points`` are what key points say, ``figures`` what it did in exams."""
        self._item, self._points, self._figures = item, points, figures
        self._say()

    def show_reports(self, reports: Sequence[RowReport]) -> None:
        """Show what became of each row of a file; none goes back to the question."""
        self._reports = tuple(reports)
        self._say()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("The question, or what became of each row"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        language = languages.current()
        if self._reports:
            self.setHtml(presenting_bank.reports_html(self._reports, language, ink()))
        elif self._item is not None:
            figures = presenting_bank.figures_html(self._figures, language, ink(), self._words())
            self.setHtml(presenting_bank.item_html(self._item, language, ink(), self._points) + figures)
        else:
            self.clear()

    def _words(self) -> dict[str, str]:
        return {
            "title": self.tr("In all exams that are out"),
            "answers": self.tr("answers"),
            "facility": self.tr("facility"),
            "discrimination": self.tr("discrimination"),
            "never": self.tr("This version was in no exam yet."),
        }
