"""The supervision ladder: who is reminded, urged, supervised when. A change is a new version, for what fires later."""

from PySide6.QtWidgets import QWidget

from app.services import calendars, ladders, policies
from app.services.office import View
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.commands import LADDERS
from app.ui.panes.settings.ladder_form import LadderForm
from app.ui.panes.settings.ladder_words import LadderWords
from app.ui.panes.settings.ladders_model import LadderTable
from app.ui.panes.settings.versions_page import Found, Kind, VersionsPage


def _board(view: View) -> Found:
    names = tuple(one.name for one in calendars.listed(view))
    return Found(tuple(ladders.listed(view)), policies.today(view), view.now, names)


_KIND = Kind("ladders", "ladder", _board, ladders.save, ladders.end, LADDERS)


class LaddersPage(VersionsPage):
    """The table of ladders, with the form of the chosen one under it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(_KIND, jobs, parent)
        self._empty = EmptyState("settings.no_ladders", "bell")
        self.model = LadderTable(LadderWords(self), self)
        self.form = LadderForm(self.now, self)
        self.fill(self._empty)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Supervision ladder"),
            self.tr(
                "At which points before and after a due time somebody is reminded, urged, supervised, or made known to "
                "all. The most specific ladder counts; each rung fires once for each promise."
            ),
        )
        self.view.setAccessibleName(self.tr("Ladders"))
        self._empty.show_text(self.tr("No ladder yet"), self.tr("Without one, nobody is reminded by the program."))
