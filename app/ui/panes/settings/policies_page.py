"""SLA policies: what is promised about time, for which inquiries. A change is a new version; what runs keeps its."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong
from app.models.policies import Policy
from app.services import calendars, policies
from app.services.office import View
from app.services.policies import Listed
from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.commands import POLICIES
from app.ui.panes.settings.page import Page
from app.ui.panes.settings.policies_model import PolicyTable
from app.ui.panes.settings.policy_form import PolicyForm
from app.ui.panes.settings.policy_words import PolicyWords

#: Lines of the table, its headings among them, that stay beside the question.
_LEAST_LINES = 3


@dataclass(frozen=True)
class _Found:
    """What the page shows: the policies, the day at the center, the calendars by name."""

    policies: tuple[Listed, ...]
    today: date
    now_at: datetime
    calendars: tuple[str, ...]


def _board(view: View) -> _Found:
    names = tuple(one.name for one in calendars.listed(view))
    return _Found(tuple(policies.listed(view)), policies.today(view), view.now, names)


class PoliciesPage(Page):
    """The table of policies, with the form of the chosen one under it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("policies", jobs, parent)
        self._found: _Found | None = None
        self._wanted = ""
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask which policies there are."""
        self.jobs.ask(_board, key="policies", done=self._show, failed=self.refuse)

    def leave_form(self) -> bool:
        """Take the question off the page; False where nothing is asked."""
        if not self.form.asking:
            return False
        self._close_form()
        self.view.setFocus()
        return True

    def add_policy(self) -> None:
        """Ask about a new policy."""
        self.form.ask(None)
        self._make_room(asking=True)

    def edit_policy(self) -> None:
        """Ask about a new version of the chosen policy."""
        if (one := self.chosen()) is not None:
            self.form.ask(one.policy)
            self._make_room(asking=True)

    def end_policy(self) -> None:
        """Let the chosen policy count for the last time today."""
        if (one := self.chosen()) is not None and self._found is not None and self.can_end():
            self._wanted = one.name
            self._save(partial(policies.end, name=one.name, last_on=self._found.today))

    def chosen(self) -> Listed | None:
        """Return the policy that is chosen in the list."""
        return self.view.row()

    def has_policy(self) -> bool:
        """Whether a policy is chosen."""
        return self.chosen() is not None

    def can_end(self) -> bool:
        """Whether a policy is chosen that has no end yet."""
        one = self.chosen()
        return one is not None and one.policy.until_on is None

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

    def _build(self) -> None:
        self._words = PolicyWords(self)
        self._empty = EmptyState("settings.no_policies", "clock")
        self.model = PolicyTable(self._words, self)
        self.view = TableView(self.model, name="settings.policies_list", empty=self._empty, parent=self)
        self.view.setMinimumHeight(theme.of_app().px("row") * _LEAST_LINES)
        self.form = PolicyForm(self.jobs, self._now, self)
        self.table = CommandTable(POLICIES, self)
        self._buttons = [
            self.table.button(row.id, self, tone="primary" if place == 0 else "") for place, row in enumerate(POLICIES)
        ]
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for button in self._buttons:
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.form)

    def _connect(self) -> None:
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self.edit_policy)
        self.form.accepted.connect(self._take)
        self.form.left.connect(self.leave_form)

    def _now(self) -> datetime:
        return self._found.now_at if self._found else datetime.fromisoformat("2000-01-01T00:00:00+00:00")

    def _choose(self, _one: object) -> None:
        self.table.refresh()

    def _show(self, found: _Found) -> None:
        current = self.chosen()
        wanted = self._wanted or (current.name if current else "")
        self._found, self._wanted = found, ""
        self.form.show_calendars(found.calendars)
        self.model.show_policies(found.policies, found.today)
        place = self.model.place_of(wanted) if wanted else None
        if place is not None:
            self.view.select(place)
        self.table.refresh()

    def _take(self, policy: Policy) -> None:
        self._wanted = policy.name
        self._save(partial(policies.save, policy=policy))

    def _save(self, command: Callable[..., object]) -> None:
        self.jobs.do(command, done=self._done, failed=self._refuse_fields, initiator=self)

    def _done(self, _number: object) -> None:
        self._close_form()
        self.tell(self.tr("Saved"))
        self.refresh()

    def _refuse_fields(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.asking and self.form.refuse(error):
            return
        self.form.release()
        self.refuse(error)

    def _close_form(self) -> None:
        self.form.close_form()
        self._make_room(asking=False)

    def _make_room(self, *, asking: bool) -> None:
        self.show_hint(not asking)
        for button in self._buttons:
            button.setVisible(not asking)
