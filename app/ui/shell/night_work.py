"""What the window does once a day while nobody waits for it: it learns from yesterday's calls and dispatches."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.accounts import Permission, Person
from app.ui.kit.jobs import Jobs
from app.ui.parts.library_watch import shared_search
from app.ui.shell.backup_watch import BackupWatch
from app.ui.shell.closed_account import ClosedAccount
from app.ui.shell.ladder_watch import climb
from app.ui.shell.leaving_watch import watch_leaving
from app.ui.shell.report_watch import ReportWatch
from app.ui.shell.sync_watch import SyncWatch

if TYPE_CHECKING:
    from app.services.call_learning import Fitted as Calls
    from app.services.routing_learning import Fitted as Dispatches
    from app.services.script_learning import Fitted

#: The first look comes when the start is long over, the others when a day has begun somewhere in between.
_FIRST_MS, _AGAIN_MS = 90_000, 600_000


class NightWork(QObject):
    """Looks now and then whether today's learning is still to be done; it waits while ``busy()`` says so.

    `learned()` when what was learned can be searched with.
    """

    learned = Signal()

    def __init__(self, jobs: Jobs, busy: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._busy = jobs, busy
        self._timer = QTimer(self)
        self._timer.setInterval(_FIRST_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask whether something is to be done, and do it."""
        # These bring the library with them, which no start waits for.
        from app.services import call_learning, campaign_field, estimates, routing, script_learning

        self._timer.setInterval(_AGAIN_MS)
        if not self._busy():
            self._jobs.ask(script_learning.is_due, key="due", done=self._begin)
            self._jobs.ask(routing.is_due, key="routing_due", done=self._begin_routing)
            self._jobs.ask(estimates.waiting, key="estimates", done=self._reckon)
            self._jobs.ask(campaign_field.is_due, key="campaigns_due", done=self._tend)
            self._jobs.ask(call_learning.is_due, key="calls_due", done=self._begin_calls)

    def _begin(self, due: bool) -> None:
        from app.services import script_learning

        if due:
            self._jobs.ask(script_learning.fitted, key="fit", done=self._keep)

    def _keep(self, found: "Fitted | None") -> None:
        from app.services import script_learning

        self._jobs.do(script_learning.keep, found=found, done=self._refresh)

    def _begin_routing(self, due: bool) -> None:
        from app.services import routing_learning

        if due:
            self._jobs.ask(routing_learning.fitted, key="routing_fit", done=self._keep_routing)

    def _keep_routing(self, found: "Dispatches | None") -> None:
        from app.services import routing_learning

        self._jobs.do(routing_learning.keep, found=found)

    def _reckon(self, waiting: int) -> None:
        from app.services import estimates

        if waiting:
            self._jobs.do(estimates.reckon_again)

    def _begin_calls(self, due: bool) -> None:
        from app.services import call_learning

        if due:
            self._jobs.ask(call_learning.fitted, key="calls_fit", done=self._keep_calls)

    def _keep_calls(self, found: "Calls | None") -> None:
        from app.services import call_learning

        self._jobs.do(call_learning.keep, found=found)

    def _tend(self, due: bool) -> None:
        """Close campaigns whose time is over, and hold what is worked on."""
        from app.services import campaign_field

        if due:
            self._jobs.do(campaign_field.tend)

    def _refresh(self, _done: object) -> None:
        search: Any = self._jobs.office.ask(shared_search)
        self._jobs.ask(search.refresh, key="index", done=self._tell)

    def _tell(self, _done: object) -> None:
        self.learned.emit()


def learn_at_night(jobs: Jobs, desk: Any, person: Person) -> None:
    """Let a desk learn once a day from what callers said, where its person reads scripts."""
    if person.may(Permission.READ_SCRIPTS):
        NightWork(jobs, desk.is_with_a_caller, desk)


def work_by_itself(jobs: Jobs, desk: Any, person: Person) -> None:
    """Let a desk do what it does by itself: learn at night, sync, let the supervision ladder climb, close the
    accounts of those who left, and end when that of the person who sits here was closed."""
    desk.links.follow_sync(SyncWatch(jobs, desk))
    BackupWatch(jobs, desk.is_with_a_caller, desk.strip.shows, desk).missed.connect(desk.strip.warning)
    ReportWatch(jobs, desk.is_with_a_caller, desk)
    learn_at_night(jobs, desk, person)
    climb(jobs, desk, person)
    watch_leaving(jobs, desk, person)
    ClosedAccount(jobs, desk.is_with_a_caller, desk).found.connect(desk.leave_wanted)
