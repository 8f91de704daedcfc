"""The methods behind the commands of the list: its filters, its saved views, its marked lines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from app.models.accounts import Permission
from app.models.errors import AppError
from app.services import merging, several, views
from app.services.several import Report
from app.services.views import SavedView
from app.services.worklists import Desk
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.panes.work.callbacks_list import CallbackList
from app.ui.panes.work.detail import InquiryDetail
from app.ui.panes.work.listing import InquiryList
from app.ui.parts.refusal import Refusal


class ListCommands(QWidget):
    """What the command table of the list calls. Whoever inherits it builds ``list``, ``strip`` and the tabs over it."""

    #: Text, card and call of somebody who is never to be called: the shell shows a supervisor who said so.
    barred_wanted = Signal(str, object, object)
    list: InquiryList
    callbacks: CallbackList
    strip: MessageStrip
    commands: CommandTable
    detail: InquiryDetail
    _tabs: QTabBar
    _jobs: Jobs
    _desk: Desk | None
    _forgotten: SavedView | None = None

    def close_detail(self) -> None:
        """Give the list the whole width again."""
        self.detail.leave_form()
        self.detail.hide()
        self.list.setContentsMargins(0, 0, 0, 0)

    def focus_search(self) -> None:
        """Go to the search line."""
        self._tabs.setCurrentIndex(0)
        self.list.filters.focus_search()

    def go_marked(self) -> None:
        """Go to what can be done with the marked inquiries."""
        self.list.marked.setFocus()

    def has_marked(self) -> bool:
        """Whether inquiries are marked."""
        return self.list.marked.isVisible()

    def open_views(self) -> None:
        """Open the menu of saved views."""
        self._tabs.setCurrentIndex(0)
        self.list.filters.views.open_menu()

    def save_view(self) -> None:
        """Ask under which name the filters of now are kept."""
        self._tabs.setCurrentIndex(0)
        self.list.filters.views.ask_name()

    def _connect_list(self) -> None:
        self.list.view.marked.connect(self._follow_marks)
        self.list.filters.views.told.connect(self._tell_view)
        self.list.filters.views.forgotten.connect(self._tell_forgotten)
        self.callbacks.barred_wanted.connect(self.barred_wanted)

    def _follow_marks(self, _count: int) -> None:
        """Let the key that goes to the marked lines work as soon as there are any."""
        self.commands.refresh()

    def _tell_view(self, name: str) -> None:
        self.strip.success(self.tr("View “{name}” saved").format(name=name))

    def _tell_forgotten(self, view: SavedView) -> None:
        self._forgotten = view
        self.strip.success(self.tr("View “{name}” forgotten").format(name=view.name), undo=self._keep_view)

    def _keep_view(self) -> None:
        if (kept := self._forgotten) is not None:
            self._jobs.do(
                views.save, done=self._tell_view, failed=self._not_apart, name=kept.name, listing=kept.listing
            )

    def _tell_merged(self, text: str) -> None:
        self.strip.success(text, undo=self._take_apart)

    def _take_apart(self) -> None:
        """Undo the last merge: by its own step, since a merge is a fact that stays in the history."""
        chosen = self.list.marked.merged_now
        verb = merging.take_apart
        self._jobs.do(several.each, done=self._taken_apart, failed=self._not_apart, verb=verb, chosen=chosen)

    def _taken_apart(self, report: Report) -> None:
        if report.done:
            self.strip.success(self.tr("Taken apart again"))
        for one in report.refused:
            self._not_apart(one.error)

    def _not_apart(self, error: AppError) -> None:
        self.strip.danger(Refusal(error))

    def open_handover(self) -> None:
        """Show the hand-over sheet of the person at the desk."""
        self.detail.papers.open_sheet(team=False)

    def open_team_handover(self) -> None:
        """Show the hand-over sheet of everybody."""
        if self.may_see_team():
            self.detail.papers.open_sheet(team=True)

    def may_see_team(self) -> bool:
        """Whether the person sees to others' work."""
        return self._desk is not None and self._desk.person.may(Permission.REASSIGN_INQUIRIES)
