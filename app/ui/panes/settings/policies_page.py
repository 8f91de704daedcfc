"""SLA policies: what is promised about time, for which inquiries. A change is a new version; what runs keeps its."""

from PySide6.QtWidgets import QWidget

from app.services import calendars, policies
from app.services.office import View
from app.ui.kit.cards import EmptyState
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.commands import POLICIES
from app.ui.panes.settings.policies_model import PolicyTable
from app.ui.panes.settings.policy_form import PolicyForm
from app.ui.panes.settings.policy_words import PolicyWords
from app.ui.panes.settings.versions_page import Found, Kind, VersionsPage


def _board(view: View) -> Found:
    names = tuple(one.name for one in calendars.listed(view))
    return Found(tuple(policies.listed(view)), policies.today(view), view.now, names)


_KIND = Kind("policies", "policy", _board, policies.save, policies.end, POLICIES)


class PoliciesPage(VersionsPage):
    """The table of policies, with the form of the chosen one under it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(_KIND, jobs, parent)
        self._empty = EmptyState("settings.no_policies", "clock")
        self.model = PolicyTable(PolicyWords(self), self)
        self.form = PolicyForm(self.jobs, self.now, self)
        self.fill(self._empty)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Deadlines"),
            self.tr(
                "What is promised about time. The most specific policy counts for each promise; a change is a new "
                "version, and what already runs keeps the one that it was promised by."
            ),
        )
        self.view.setAccessibleName(self.tr("Policies"))
        self._empty.show_text(self.tr("No policies yet"), self.tr("Without one, due times are set by hand."))
