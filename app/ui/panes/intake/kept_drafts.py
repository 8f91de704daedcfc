"""Drafts of a closed or killed window: the newest are opened, the others wait in a menu beside the tabs."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.models.contacts import ContactDraft
from app.services import drafts
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.panes.intake import asking, presenting

#: So many are opened by themselves: each takes a tenth of a second to build, and tabs stay readable.
MOST_OPENED = 3


class KeptDrafts(QPushButton):
    """Hidden while nothing waits. `wanted(ContactDraft)` when one was chosen; it is listed no longer then."""

    wanted = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.kept")
        self.setProperty("tone", "tag")
        self._jobs = jobs
        self._waiting: dict[bytes, ContactDraft] = {}
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._list)
        self.setMenu(self._menu)
        self.hide()

    @property
    def waiting(self) -> tuple[ContactDraft, ...]:
        """Those that wait, the newest first."""
        return tuple(sorted(self._waiting.values(), key=_age, reverse=True))

    def sort_out(self, kept: Iterable[ContactDraft], known: set[bytes]) -> list[ContactDraft]:
        """Return the drafts to be opened at once, the oldest first, and list the others.

        What is ``known`` is open already; what holds nothing is thrown away.
        """
        fresh = [one for one in kept if one.id not in known and one.id not in self._waiting]
        empty = [one for one in fresh if one.empty and not one.spans]
        for draft in empty:
            self._jobs.do(drafts.discard, contact=draft.id)
        worth = sorted((one for one in fresh if one not in empty), key=_age)
        self._waiting |= {one.id: one for one in worth[:-MOST_OPENED]}
        self._say()
        return worth[-MOST_OPENED:]

    def take(self, contact: bytes) -> None:
        """Give out one that waits; nothing for one that does not."""
        draft = self._waiting.pop(contact, None)
        if draft is not None:
            self._say()
            self.wanted.emit(draft)

    def told(self, opened: int) -> str:
        """Say how many drafts were opened at once, and how many more wait."""
        text = self.tr("%n draft(s) brought back", "", opened)
        more = self.tr("{opened}. More under Drafts: {count}.").format(opened=text, count=len(self._waiting))
        return more if self._waiting else text

    def open_menu(self) -> None:
        """Show the list under the button; nothing while none waits."""
        if not self.isHidden() and self.isEnabled():
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        count = len(self._waiting)
        self.setText(self.tr("Drafts: {count}").format(count=count))
        self.setAccessibleName(self.tr("Unfinished drafts to open: {count}").format(count=count))
        self.setToolTip(self.tr("Left unfinished earlier; kept until they are saved or discarded"))
        self.setVisible(bool(count))

    def _list(self) -> None:
        self._menu.clear()
        ask, language = self._jobs.office.ask, languages.current()
        now, zone = ask(asking.now), ask(asking.desk).zone
        for draft in self.waiting:
            when = moment(draft.opened_at, now, language, zone)
            action = QAction(f"{when}  {presenting.title_of(draft, '', language)}".replace("&", "&&"), self._menu)
            action.setData(draft.id)
            action.triggered.connect(self._choose)
            self._menu.addAction(action)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.take(bytes(action.data()))


def _age(draft: ContactDraft) -> tuple[object, bytes]:
    return draft.opened_at, draft.id
