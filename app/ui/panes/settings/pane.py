"""Settings: sections at the left by permission, the chosen one beside them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from app.models.accounts import Person
from app.models.errors import NotSignedIn
from app.services import worklists
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.wanted_command import WantedCommand
from app.ui.panes.settings.accounts_page import AccountsPage
from app.ui.panes.settings.calendars_page import CalendarsPage
from app.ui.panes.settings.center_page import CenterPage
from app.ui.panes.settings.data_page import DataPage
from app.ui.panes.settings.duty_page import DutyPage
from app.ui.panes.settings.hub_page import HubPage
from app.ui.panes.settings.ladders_page import LaddersPage
from app.ui.panes.settings.my_account import MyAccount
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.past_page import PastPage
from app.ui.panes.settings.policies_page import PoliciesPage
from app.ui.panes.settings.questionnaires_page import QuestionnairesPage
from app.ui.panes.settings.readings_page import ReadingsPage
from app.ui.panes.settings.retention_page import RetentionPage
from app.ui.panes.settings.right_page import RightPage
from app.ui.panes.settings.rights_page import RightsPage
from app.ui.panes.settings.rules_page import RulesPage
from app.ui.panes.settings.section_list import SectionList
from app.ui.panes.settings.sections import SECTIONS, section_of, way_to
from app.ui.panes.settings.units_page import UnitsPage
from app.ui.panes.settings.world import SettingsWorld

__all__ = ["SettingsPane", "SettingsWorld"]

_WIDE = 880
#: Sections whose tables fill the pane and scroll themselves.
_FILLING = frozenset(
    (
        *("units", "calendars", "policies", "ladders", "rules", "right", "accounts", "duty", "rights"),
        *("readings", "retention", "past"),
    )
)
#: A log says sentences, and a questionnaire stands beside its preview: they take all the width there is.
_WHOLE = frozenset(("hub", "questionnaires"))


class PageStack(QStackedWidget):
    """Pages one behind the other, as high as there is room: their texts wrap, their tables and areas scroll."""

    def hasHeightForWidth(self) -> bool:
        """Keep the wish of a page (the height of its whole tables) from becoming the least height of the window."""
        return False


class SettingsPane(QWidget):
    """``appearance_changed(dict)``: one of language, mode, text_size, density, for the shell to show and remember.

    ``inquiry_wanted(id)`` is for the shell too, which shows it in My work, and ``key_change_wanted()``, which closes
    the desk for it. ``page_made(page)`` before a section is first shown: the shell has a place for what it says.
    """

    appearance_changed = Signal(object)
    inquiry_wanted = Signal(bytes)
    key_change_wanted = Signal()
    page_made = Signal(object)

    def __init__(self, jobs: Jobs, *, world: SettingsWorld | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._world = jobs, world
        self._person: Person | None = None
        self._wanted = WantedCommand(self)
        self._pages: dict[str, Page] = {}
        self._holders: dict[str, QWidget] = {}
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Show the sections that the person at the desk may see; the shell calls this when another one signs in."""
        try:
            person = self._jobs.office.ask(worklists.desk).person
        except NotSignedIn:
            return
        if self._person is None or (person.id, person.roles) != (self._person.id, self._person.roles):
            self._drop_pages()
            self._person = person
            self._list_sections(person)

    def sections(self) -> Sequence[str]:
        """Return the names of the sections on the screen."""
        return self.list.names()

    def show_section(self, name: str) -> None:
        """Go to a section; one that the person may not see changes nothing. Raises KeyError for no section."""
        if name not in SECTIONS:
            raise KeyError(name)
        self.refresh()
        if name in self.sections():
            if self.list.current() == name and self.isVisible():
                self.page(name).refresh()  # it is led to because something is new there
            self.list.choose(name)

    def show_unit(self, code: str) -> None:
        """Go to the units and choose one."""
        self.show_section("units")
        page: Any = self.page("units")
        page.leave_form()
        page.search.clear()
        page.wanted = code
        page.refresh()
        page.view.setFocus()

    def give_there(self, command: str) -> bool:
        """Go to the section of a command and give it as soon as it may be given; the way to one leads there only.

        Says False for one that is given where the person is already, or in no section that they see.
        """
        name = section_of(command)
        if name and command == way_to(name).id:
            self.show_section(name)
            return True
        if not name or (self.list.current() == name and self.isVisible()):
            return False
        self.show_section(name)
        if name not in self.sections():
            return False
        table = self.page(name).findChild(CommandTable)
        if table is not None:
            self._wanted.await_action(table.action(command))
        return True

    def page(self, name: str) -> Page:
        """Return a section's page, made when it is first asked for."""
        if name not in self._pages:
            self._pages[name] = self._make(name)
            self._holders[name] = self._held(self._pages[name], name)
            self._stack.addWidget(self._holders[name])
            self.page_made.emit(self._pages[name])
        return self._pages[name]

    def focus_first(self) -> None:
        """Put the focus where a person begins: on the sections."""
        self.list.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Settings"))
        self.list.setAccessibleName(self.tr("Sections of the settings"))
        self.list.rename({name: way_to(name).say(way_to(name).text) for name in SECTIONS})

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from a question, then to the sections. Other keys are for the page that is shown."""
        current = self._pages.get(self.list.current())
        if event.key() == Qt.Key.Key_Escape:
            if current is None or not current.leave_form():
                self.list.setFocus()
        elif current is None or not current.take_key(event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("settings.pane")
        self.list = SectionList(self)
        self._stack = PageStack(self)
        gap = theme.of_app().px("gap")
        row = QHBoxLayout(self)
        row.setContentsMargins(gap, gap, gap, gap)
        row.setSpacing(gap * 2)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._go)

    def _go(self, name: str) -> None:
        self._wanted.drop()
        self.page(name)
        self._stack.setCurrentWidget(self._holders[name])

    def _list_sections(self, person: Person) -> None:
        seen = {name: way_to(name).icon for name, one in SECTIONS.items() if one.needs is None or person.may(one.needs)}
        self.list.show_sections(seen)
        self.retranslate()

    def _drop_pages(self) -> None:
        self._pages.clear()
        self._holders.clear()
        while (held := self._stack.currentWidget()) is not None:  # pyright: ignore[reportUnnecessaryComparison]
            self._stack.removeWidget(held)
            held.deleteLater()

    def _make(self, name: str) -> Page:
        makers: dict[str, Callable[[], Page]] = {
            "my_account": self._my_account,
            "units": self._units,
            "calendars": self._calendars,
            "policies": self._policies,
            "ladders": self._ladders,
            "rules": self._rules,
            "questionnaires": self._questionnaires,
            "right": self._right,
            "accounts": self._accounts,
            "duty": self._duty,
            "rights": self._rights,
            "readings": self._readings,
            "retention": self._retention,
            "past": self._past,
            "hub": self._hub,
            "center": self._center,
            "data": self._data,
        }
        return makers[name]()

    def _questionnaires(self) -> Page:
        return QuestionnairesPage(self._jobs)

    def _my_account(self) -> Page:
        page = MyAccount(self._jobs)
        page.appearance_changed.connect(self.appearance_changed)
        return page

    def _units(self) -> Page:
        return UnitsPage(self._jobs, self._world)

    def _calendars(self) -> Page:
        return CalendarsPage(self._jobs, self._world)

    def _policies(self) -> Page:
        return PoliciesPage(self._jobs)

    def _ladders(self) -> Page:
        return LaddersPage(self._jobs)

    def _rules(self) -> Page:
        return RulesPage(self._jobs, self._world)

    def _right(self) -> Page:
        page = RightPage(self._jobs)
        page.inquiry_wanted.connect(self.inquiry_wanted)
        return page

    def _accounts(self) -> Page:
        return AccountsPage(self._jobs)

    def _duty(self) -> Page:
        return DutyPage(self._jobs)

    def _rights(self) -> Page:
        return RightsPage(self._jobs)

    def _readings(self) -> Page:
        page = ReadingsPage(self._jobs)
        page.inquiry_wanted.connect(self.inquiry_wanted)
        return page

    def _retention(self) -> Page:
        return RetentionPage(self._jobs)

    def _past(self) -> Page:
        return PastPage(self._jobs)

    def _hub(self) -> Page:
        return HubPage(self._jobs)

    def _center(self) -> Page:
        return CenterPage(self._jobs)

    def _data(self) -> Page:
        page = DataPage(self._jobs, self._world)
        page.key.change_wanted.connect(self.key_change_wanted)
        return page

    def _held(self, page: Page, name: str) -> QWidget:
        if name in _FILLING:
            return page
        if name not in _WHOLE:
            page.setMaximumWidth(_WIDE)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
