"""Training: the drill of today, exams, scores, and what trainers and evaluators need, each under its tab.

A page is made when it is first shown.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.models.accounts import Person
from app.models.errors import AppError
from app.services.office import View
from app.ui.kit import theme
from app.ui.kit.buttons import ActionButton
from app.ui.kit.commands import CommandTable
from app.ui.kit.focus import KeyboardHome
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.kit.wanted_command import WantedCommand
from app.ui.panes.training.commands import PANE
from app.ui.panes.training.pages import PAGES, may_give, page_of
from app.ui.parts.refusal import Refusal


def who(view: View) -> Person:
    """Return who is at the desk."""
    return view.person


class TrainingPane(QWidget):
    """The tabs and the page on the screen. A page has ``reload``, ``take_focus``, ``told``, ``refused``.

    ``practice_wanted((scenario, language))`` when a mock call is to begin.
    """

    practice_wanted = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._person: Person | None = None
        self._names: tuple[str, ...] = ()
        self._focus_wanted, self._page_wanted, self._command_wanted = False, "", ""
        self._wanted = WantedCommand(self)
        self._pages: dict[str, Any] = {}
        self.commands = CommandTable(PANE, self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> str:
        """The name of the page on the screen, "" before anybody is known."""
        return self._names[self._tabs.currentIndex()] if self._names else ""

    def shown_page(self) -> Any:
        """Return the page on the screen; it is made when it is first asked for."""
        name = self.page
        if name and name not in self._pages:
            self._pages[name] = self._make(name)
            self._stack.addWidget(self._pages[name])
        return self._pages.get(name)

    def show_page(self, name: str) -> None:
        """Go to a page. Raises ValueError for one that this person does not see."""
        self._tabs.setCurrentIndex(self._names.index(name))

    def next_page(self) -> None:
        """Go to the next page, from the last to the first."""
        self._step(1)

    def former_page(self) -> None:
        """Go to the page before, from the first to the last."""
        self._step(-1)

    def give_there(self, command: str) -> bool:
        """Go to the page of a command and give it as soon as it may be given.

        Says False for one that is given where the person is already.
        """
        page = page_of(command)
        if not page or (self.page == page and self.isVisible()):
            return False
        self._page_wanted, self._command_wanted = page, command
        self._go_wanted()
        return True

    def has_mock_calls(self) -> bool:
        """Whether this person may play mock calls; nobody says no before it is known who is here."""
        return self._person is None or "mock" in self._names

    def mock_calls(self) -> None:
        """Go to the callers that can be played."""
        self._page_wanted, self._command_wanted = "mock", ""
        self._go_wanted()

    def show_mock_call(self, call: bytes) -> None:
        """Show a mock call that was just played."""
        if "mock" in self._names:
            self.show_page("mock")
            self.shown_page().show_call(call)

    def reload(self) -> None:
        """Ask for the page on the screen again."""
        page = self.shown_page()
        if page is not None:
            page.reload()

    def focus_first(self) -> None:
        """Put the focus where a person begins on this page."""
        page = self.shown_page()
        self._focus_wanted = page is None
        if page is not None:
            page.take_focus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Training"))
        self._tabs.setAccessibleName(self.tr("Parts of training"))
        names = self._titles()
        for place, name in enumerate(self._names):
            self._tabs.setTabText(place, names[name])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask who is here whenever somebody comes: another person sees other pages."""
        super().showEvent(event)
        self._jobs.ask(who, key="training.who", done=self._meet, failed=self._refuse)

    def _build(self) -> None:
        self.setObjectName("training.pane")
        gap = theme.of_app().px("gap")
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("training.tabs")
        self._tabs.setExpanding(False)
        self._tabs.setProperty("type", "many")
        self._tabs.setUsesScrollButtons(False)  # who has every role sees thirteen, and none of them behind an edge
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.strip = MessageStrip(self)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap // 2, gap, gap)
        column.setSpacing(gap)
        column.addWidget(self._tabs)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        KeyboardHome(self, self.focus_first)
        self._tabs.currentChanged.connect(self._go)

    def _step(self, way: int) -> None:
        if self._names:
            self._tabs.setCurrentIndex((self._tabs.currentIndex() + way) % len(self._names))
            self.focus_first()

    def _meet(self, person: Person) -> None:
        if person == self._person:
            return
        self._person = person
        self._wanted.drop()
        self.strip.clear()
        blocked = self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = {}
        self._names = tuple(name for name, (needs, *_) in PAGES.items() if person.may(needs))
        for _ in self._names:
            self._tabs.addTab("")
        self._tabs.blockSignals(blocked)
        self.retranslate()
        self._go(self._tabs.currentIndex())
        if self._focus_wanted:
            self.focus_first()
        self.commands.refresh()
        self._go_wanted()

    def _go_wanted(self) -> None:
        if self._page_wanted in self._names:
            self.show_page(self._page_wanted)
            self._page_wanted = ""
            self.focus_first()
            if self._command_wanted:
                self._wanted.await_action(self.shown_page().commands.action(self._command_wanted))
                self._command_wanted = ""

    def _go(self, _place: int) -> None:
        self._wanted.drop()
        page = self.shown_page()
        if page is not None:
            self.strip.clear()  # what was said belongs to the page before
            self._stack.setCurrentWidget(page)

    def _make(self, name: str) -> QWidget:
        _, module, kind = PAGES[name]
        made: Callable[..., Any] = getattr(import_module(f"app.ui.panes.training.{module}"), kind)
        page = made(self._jobs, parent=self)
        page.told.connect(self.strip.success)
        page.refused.connect(self._refuse)
        if name == "mock":
            page.practice_wanted.connect(self.practice_wanted)
        self._spare(page)
        return page

    def _spare(self, page: QWidget) -> None:
        """Take away the buttons of what this person never does; what is only not possible now stays gray."""
        for button in page.findChildren(ActionButton):
            if self._person is not None and not may_give(self._person, button.objectName().removesuffix(".button")):
                button.hide()

    def _titles(self) -> dict[str, str]:
        return {
            "drill": self.tr("Today's drill"),
            "exams": self.tr("Exams"),
            "contest": self.tr("Contest"),
            "courses": self.tr("Courses"),
            "scores": self.tr("My scores"),
            "appraisal": self.tr("Appraisal"),
            "exam_desk": self.tr("Exam desk"),
            "bank": self.tr("Question bank"),
            "review": self.tr("Quality review"),
            "mock": self.tr("Mock calls"),
            "mock_desk": self.tr("Mock call desk"),
            "map": self.tr("Team"),
            "stuck": self.tr("Stuck cards"),
        }

    def _refuse(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))
