"""The hub: how this station stands with it, a sync by hand with a bar and a way to stop, and what needs a decision."""

from datetime import datetime, timedelta

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.models.conflicts import Rates
from app.models.errors import AppError
from app.services import conflicts, hub_sync, wording
from app.services.hub_sync import SyncState
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import Chip
from app.ui.kit.presenting_time import duration, number
from app.ui.kit.progress import Stopped
from app.ui.panes.settings.awaited_card import AwaitedCard
from app.ui.panes.settings.bundle_card import BundleCard
from app.ui.panes.settings.decision_card import DecisionCard
from app.ui.panes.settings.join_card import JoinCard
from app.ui.panes.settings.page import Page, muted
from app.ui.panes.settings.settled_words import settled_words
from app.ui.panes.settings.sync_log_card import SyncLogCard
from app.ui.panes.settings.undecided_card import UndecidedCard
from app.ui.parts.sync_run import SyncRun

#: So often an open page looks for syncs of other programs: the night's schedule, the command line.
_LOOK = timedelta(minutes=1)


class HubPage(Page):
    """For everybody: whoever sits here may sync."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("hub", jobs, parent)
        self._state: SyncState | None = None
        self._saw_it = False
        self._sync = SyncRun.of(jobs)
        self._rates: Rates | None = None
        self._looked_at: datetime | None = None
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask how the station stands, and what waits for a decision."""
        self.jobs.ask(hub_sync.state, key="state", done=self._show)
        self.jobs.ask(conflicts.rates, key="rates", done=self._show_rates, failed=self._hide_rates)
        for card in (self.joining, self.awaited, self.decisions, self.undecided, self.bundles, self.log):
            card.refresh()

    def start(self) -> None:
        """Sync now; a second start while one runs does nothing."""
        self._sync.start(self)

    def leave_form(self) -> bool:
        """Stop a bundle or a sync that was begun here; False where none is under way. What a sync has sent stays."""
        if self.bundles.leave_form():
            return True
        if not self._sync.running or self._sync.by is not self:
            return False
        self._sync.cancel()
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Let a number decide wherever on the page, or in the list of sections, the focus is."""
        return self.decisions.isVisible() and self.decisions.take_key(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(self.tr("Hub"), self.tr("Stations that belong together sync with a hub, and work without it."))
        self._card.set_title(self.tr("This station"))
        for button, text in ((self._run, self.tr("Sync now")), (self._stop, self.tr("Stop"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._bar.setAccessibleName(self.tr("Sync under way"))
        for card in (self.joining, self.awaited, self.decisions, self.undecided, self.bundles, self.log):
            card.retranslate()
        self._say()

    def _build(self) -> None:
        self._card = Card("", self)
        self._where, self._result, self._roster, self._rate = (muted(QLabel(self._card)) for _ in range(4))
        self._run, self._stop = QPushButton(self), QPushButton(self)
        self._run.setObjectName("settings.hub.sync")
        self._stop.setObjectName("settings.hub.stop")
        self._chip, self._bar = Chip("", "", self), QProgressBar(self)
        self._bar.setObjectName("settings.hub.bar")
        self._bar.setRange(0, 0)
        for label in (self._where, self._roster, self._rate):
            self._card.body.addWidget(label)
        line = QHBoxLayout()
        self._card.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for widget in (self._run, self._stop, self._chip):
            line.addWidget(widget)
        line.addWidget(self._bar, 1)
        line.addStretch(1)
        self._card.body.addWidget(self._result)
        self.joining = JoinCard(self.jobs, self)
        self.awaited = AwaitedCard(self.jobs, self)
        self.decisions, self.undecided = DecisionCard(self.jobs, self), UndecidedCard(self.jobs, self)
        self.bundles, self.log = BundleCard(self.jobs, self), SyncLogCard(self.jobs, self)
        for card in (self._card, self.joining, self.awaited, self.decisions, self.undecided, self.bundles):
            self.body.addWidget(card)
        self.body.addWidget(self.log, 1)
        self.body.addStretch()

    def _connect(self) -> None:
        self.jobs.ticked.connect(self._tick)
        self._sync.begun.connect(self._begun)
        self._sync.moved.connect(self._say_run)
        self._sync.ended.connect(self._ended)
        self._run.clicked.connect(self.start)
        self._stop.clicked.connect(self._sync.cancel)
        for card in (self.joining, self.awaited, self.decisions, self.bundles):
            card.refused.connect(self.refuse)
        self.joining.joined.connect(self._joined)
        self.awaited.declared.connect(self.refresh)
        self.decisions.decided.connect(self.strip.clear)  # what an earlier decision was refused for is over
        self.decisions.decided.connect(self.refresh)
        self.bundles.begun.connect(self.strip.clear)
        self.bundles.taken.connect(self.refresh)

    def _tick(self, now: datetime) -> None:
        """Look now and then whether another program of this computer synced: it tells no pane of it."""
        if self._looked_at is None or not self.isVisible():
            self._looked_at = now
        elif now - self._looked_at >= _LOOK and not self._sync.running:
            self._looked_at = now
            self.jobs.ask(hub_sync.state, key="state", done=self._compare)

    def _compare(self, found: SyncState) -> None:
        """Ask for everything where how the station stands is another than what is shown."""
        if found != self._state:
            self.refresh()

    def _joined(self, station: str, center: str) -> None:
        told = self.tr("This station is {station} of {center} now. The first sync is under way.")
        self.refresh()
        self.start()
        self.strip.success(told.format(station=station, center=center))

    def _begun(self) -> None:
        self._saw_it = True
        if self._sync.by is self:
            self.strip.clear()  # what an earlier sync was refused for may be over
        self._say()

    def _ended(self) -> None:
        """Say what came of it; why a sync failed that the window began by itself stands on the card."""
        self._saw_it = True
        error = self._sync.error
        if error is not None and not isinstance(error, Stopped) and self._sync.by is self:
            self.refuse(error)
        self.refresh()
        self._say()

    def _say_run(self) -> None:
        """Say how far the sync is, or what came of the last one."""
        sync = self._sync
        for widget in (self._bar, self._chip):
            widget.setVisible(sync.running)
        told = self.tr("Giving lists and documents… parts: {count}")
        if sync.phase != "objects":
            told = self.tr("Syncing… records: {count}") if sync.count else self.tr("Syncing…")
        self._chip.show_text(told.format(count=number(sync.count)), "accent")
        said = self._why_missed() or self._came_of_it()
        self._result.setText(said)
        self._result.setVisible(bool(said) and not sync.running)

    def _why_missed(self) -> str:
        """Say when and why the last sync failed, whoever began it, and what to do; "" where it did not."""
        missed = self._state.missed if self._state is not None else None
        if missed is None:
            return ""
        says, follows = wording.sentence_of(missed.code, missed.facts, languages.current())
        told = self.tr("Failed {at}: {why}").format(at=f"{missed.at:%Y-%m-%d %H:%M}", why=says)
        return wording.sentences((told, follows), languages.current())

    def _came_of_it(self) -> str:
        """Say what came of a sync while somebody sits here: what one before them brought is not about them."""
        if not self._saw_it:
            return ""
        found, error = self._sync.result, self._sync.error
        if found is None:
            stopped = self.tr("Stopped. What has gone over stays; the next sync goes on from there.")
            return stopped if isinstance(error, Stopped) else ""
        outcome = found.outcome
        told = self.tr("Done. Records sent: {pushed}; brought: {pulled}.")
        said = [told.format(pushed=number(outcome.pushed), pulled=number(outcome.pulled))]
        if outcome.objects_left:
            left = self.tr("Lists and documents that the next sync goes on with: {count}.")
            said.append(left.format(count=number(outcome.objects_left)))
        said += settled_words(outcome.closed, outcome.taken_over)
        return wording.sentences(said, languages.current())

    def _show(self, found: SyncState) -> None:
        self._state = found
        self._say()

    def _show_rates(self, found: Rates) -> None:
        self._rates = found
        self._say_rates()

    def _hide_rates(self, _error: AppError) -> None:
        self._rates = None
        self._say_rates()

    def _say_rates(self) -> None:
        found = self._rates
        enrolled = self._state is not None and self._state.enrolled
        rate = found.per_thousand if found is not None and enrolled else None
        self._rate.setVisible(rate is not None)
        if found is None or rate is None:
            return
        told = self.tr("Conflicts in the last {records} saves: {count}; for 1,000: {rate}. Undecided: {waiting}.")
        text = told.format(
            records=number(found.records),
            count=number(found.lately + found.decided),
            rate=number(rate, 1),
            waiting=number(found.waiting),
        )
        age = timedelta(hours=found.median_age_h or 0)
        if age >= timedelta(minutes=1):
            half = self.tr("Half of those have waited for {span} or more.")
            waited = self.tr("It has waited for {span}.") if found.waiting == 1 else half
            waited = waited.format(span=duration(age, languages.current()))
            text = wording.sentences((text, waited), languages.current())
        self._rate.setText(text)

    def _turn(self, *, may_start: bool) -> None:
        """Show which button counts now; who used one by key goes on with the other, not with whatever comes next."""
        at = self.focusWidget()
        if self._sync.running:
            self._stop.show()
            if at is self._run:
                self._stop.setFocus()
        self._run.setEnabled(may_start)
        if not self._sync.running:
            if at is self._stop and may_start:
                self._run.setFocus()
            self._stop.hide()

    def _say(self) -> None:
        found = self._state
        enrolled = found is not None and found.enrolled
        self._turn(may_start=enrolled and not self._sync.running)
        self._say_run()
        if found is None or not found.enrolled:
            text = self.tr("This station belongs to no hub. An administrator lets it in with an enrollment file.")
        elif found.last_done_at is None:
            text = self.tr("{station} of {center}. Never synced; records that wait: {count}.")
        else:
            text = self.tr("{station} of {center}. Last sync {at}; records that wait: {count}.")
        if found is not None:
            at = found.last_done_at.strftime("%Y-%m-%d %H:%M") if found.last_done_at else ""
            text = text.format(station=found.station, center=found.center, at=at, count=number(found.waiting))
        if found is not None and found.enrolled:
            mark = self.tr("Mark of this computer: {mark}.").format(mark=found.mark)
            text = wording.sentences((text, mark), languages.current())
        self._where.setText(text)
        self._say_roster()
        self._say_rates()

    def _say_roster(self) -> None:
        """Say by which roster calls are divided while the hub is away, and hide the log where there is no hub."""
        found = self._state
        roster = found.roster if found is not None else None
        told = self.tr("While the hub is away, calls are divided by the roster of {day}; people on it: {count}.")
        self._roster.setText(told.format(day=roster.day, count=number(len(roster.people))) if roster else "")
        self._roster.setVisible(roster is not None)
        self.log.setVisible(found is not None and found.enrolled)
