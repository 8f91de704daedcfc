"""Findings: the ledger beside one finding. Choose one, choose its next step, say what the step needs, F8 saves."""

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.models.changes import Changes
from app.models.errors import AppError, FieldWrong
from app.models.findings import FindingSource, FindingState
from app.models.questionnaires import Severity
from app.services import finding_remeasures, findings, wording
from app.services.finding_ledger import FindingDetail, LedgerLine
from app.services.findings import NewFinding
from app.ui.kit import languages
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.findings import asking, presenting
from app.ui.panes.findings.asking import Ledger, Shown
from app.ui.panes.findings.commands import LEDGER
from app.ui.panes.findings.layout import FindingsLayout
from app.ui.panes.findings.papers import FindingPapers
from app.ui.panes.findings.row_choice import RowChoice
from app.ui.panes.findings.sending import Sending
from app.ui.parts.refusal import Refusal

_FOLLOWED = frozenset({"finding", "finding_event", "measure"})
#: What is asked of no single finding: choosing another one does not end it.
_OF_MANY = frozenset({"new", "together"})


class FindingsPane(FindingsLayout):
    """``told(text)`` after something was saved; ``campaign_wanted(Remeasurement)`` one is to be measured again."""

    told = Signal(str)
    campaign_wanted = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        self._jobs = jobs
        self._ledger: Ledger | None = None
        self._detail: FindingDetail | None = None
        self._many: list[bytes] = []
        self._again = False
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        super().__init__(jobs, self.now, parent)
        self.sending = Sending(jobs, self.strip, self)
        self.papers = FindingPapers(jobs, self)
        self.choice = RowChoice(self.view, self.model, self)
        self.commands = CommandTable(LEDGER, self)
        self.place_buttons(self.commands)
        self._connect()
        self.show_parts(finding=False)

    def now(self) -> datetime:
        """Return the time as the pane knows it."""
        return self._now_at

    def focus_first(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()

    def reload(self) -> None:
        """Look at the ledger again."""
        self._jobs.ask(
            asking.ledger, key="findings.ledger", done=self._show_ledger, failed=self._refuse,
            language=languages.current(),
        )  # fmt: skip

    def may_work(self) -> bool:
        """Whether the person keeps the ledger."""
        return self._ledger is not None and self._ledger.works

    def may_plan(self) -> bool:
        """Whether something can be done with several at once."""
        return self.may_work() and len(self.view.selected_rows()) > 1

    def may_call(self) -> bool:
        """Whether the person may have whoever said it called."""
        found = self._detail.line.finding if self._detail is not None else None
        return self.may_work() and found is not None and found.named and found.is_open

    def may_measure(self) -> bool:
        """Whether the finding can be measured again, by a campaign that the person may plan."""
        return self._again and self._ledger is not None and self._ledger.plans

    def measure_again(self) -> None:
        """Plan the campaign that measures the finding again."""
        if self._detail is not None:
            self._jobs.ask(
                finding_remeasures.to_ask, key="findings.again", done=self.campaign_wanted.emit, failed=self._refuse,
                finding=self._detail.line.finding.id,
            )  # fmt: skip

    def has_finding(self) -> bool:
        """Whether a finding is chosen."""
        return self._detail is not None

    def is_asking(self) -> bool:
        """Whether a step waits to be saved."""
        return bool(self.box.kind)

    def ask_new(self) -> None:
        """Ask for a finding that a person writes down."""
        self._ask("new", self.tr("New finding"), {"severity": Severity.NORMAL.value})

    def ask_together(self) -> None:
        """Ask for one measure for everything that is chosen; say at once which of it cannot have one, and why."""
        chosen = self.view.selected_rows()
        if refusal := presenting.not_together(chosen):
            self.strip.clear()
            self._refuse(refusal)
        else:
            self._many = [one.finding.id for one in chosen]  # others may be looked at meanwhile
            self._ask("together", self.tr("One measure for {count} findings").format(count=len(self._many)), {})

    def send_chosen(self) -> None:
        """Send all that is chosen, each to its institution."""
        self.sending.send(self.view.selected_rows())

    def ask_step(self, state: str) -> None:
        """Ask for what a step needs."""
        if self._detail is not None:
            found = self._detail.line.finding
            self._ask(state, wording.label("finding_state", state, languages.current()), presenting.known(found))

    def leave(self) -> None:
        """Ask for nothing any more; what is typed now is not saved, and what was said against it is over."""
        self.box.stop()
        self.strip.clear()
        self.show_parts(finding=self._detail is not None)
        (self.card.focus_steps if self.choice.is_rowless else self.view.setFocus)()
        self.commands.refresh()

    def save(self) -> None:
        """Write the step into the ledger."""
        said, kind = self.box.said(), self.box.kind
        if said is None or not kind:
            return
        if kind == "new":
            self._jobs.do(
                findings.open_by_hand, done=self._written, failed=self._refuse, initiator=self, new=_new_of(said)
            )
        elif kind == "together":
            self._jobs.do(
                findings.plan_together, done=self._saved, failed=self._refuse, initiator=self,
                findings=self._many, said=said,
            )  # fmt: skip
        elif self._detail is not None:
            self._jobs.do(
                findings.step, done=self._saved, failed=self._refuse, initiator=self,
                finding=self._detail.line.finding.id, wanted=FindingState(kind), said=said,
            )  # fmt: skip

    def call(self) -> None:
        """Put a call to whoever said it into the queue."""
        if self._detail is not None:
            finding = self._detail.line.finding.id
            self._jobs.do(
                findings.ask_to_verify, done=self._called, failed=self._refuse, initiator=self, finding=finding
            )

    def show_sheet(self) -> None:
        """Show what the institution is sent."""
        if self._detail is not None:
            self.papers.show_sheet(self._detail.line.finding.id)

    def show_ledger(self) -> None:
        """Show the listed findings as a paper."""
        self.papers.show_ledger(self.sought())

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what is asked for."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking():
            self.leave()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for choice in (self.standing, self.state, self.place, self.owner):
            choice.activated.connect(self._seek)
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self.card.focus_steps)
        self.view.marked.connect(self.commands.refresh)
        for part in (self.sending, self.papers):
            part.refused.connect(self._refuse)
        self.model.refused.connect(self._refuse)
        self.model.loaded.connect(self.commands.refresh)
        self.choice.shown.connect(self._ask_for)
        self.choice.left_out.connect(self.tell_left_out)
        self.choice.emptied.connect(self._show_none)
        self.card.step_wanted.connect(self.ask_step)
        self._jobs.changed.connect(self._follow)
        self._jobs.ticked.connect(self._tick)

    def _ask(self, kind: str, title: str, known: Mapping[str, object]) -> None:
        if self._ledger is not None:
            self.strip.clear()
            self.box.ask(kind, title, self._ledger.zone, known)
            self.show_parts(finding=self._detail is not None)
            self.commands.refresh()

    def _seek(self) -> None:
        self.say_why_empty()
        self.model.seek(self.sought())

    def _show_ledger(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._now_at = max(self._now_at, ledger.now_at)
        self.show_ledger_state(ledger)
        self.model.show_now(self._now_at, ledger.zone)
        self._seek()
        self.commands.refresh()

    def _show_none(self) -> None:
        self._detail = None
        self.show_parts(finding=False)

    def _pick(self, line: LedgerLine | None) -> None:
        if line is not None:
            self._ask_for(line.finding.id)

    def _ask_for(self, finding: bytes) -> None:
        self._jobs.ask(
            asking.shown, key="findings.detail", done=self._show_detail, failed=self._refuse,
            finding=finding, language=languages.current(),
        )  # fmt: skip

    def _show_detail(self, shown: Shown) -> None:
        former, self._detail = self._detail, shown.detail
        self._again = shown.again is not None
        self.choice.stay(shown.detail.line.finding.id)
        moved = former is not None and former.line.finding.id != shown.detail.line.finding.id
        if moved and self.box.kind not in _OF_MANY:
            self.box.stop()
        if self._ledger is not None:
            self.card.show_finding(shown.detail, shown.steps, self._ledger.zone, again=shown.again)
        self.show_parts(finding=True)
        if self.choice.is_rowless and self.view.hasFocus():
            self.card.focus_steps()
        self.commands.refresh()

    def _saved(self, _value: object) -> None:
        self.leave()
        self.strip.success(self.tr("Saved"))
        self.told.emit("saved")

    def _written(self, finding: bytes) -> None:
        self._saved(finding)
        self.choice.want(finding)
        self.reload()

    def _called(self, _callback: object) -> None:
        self.strip.success(self.tr("The call stands in the queue of call-backs."))

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes.entities & _FOLLOWED and self._ledger is not None:
            self.reload()

    def _tick(self, now: datetime) -> None:
        self._now_at = now
        if self._ledger is not None:
            self.model.show_now(now, self._ledger.zone)
            self.view.refresh_times(now)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._ledger is not None:
            self.reload()

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.box.refuse(error):
            return
        self.strip.danger(Refusal(error))


def _new_of(said: dict[str, str]) -> NewFinding:
    severity = Severity(said["severity"] or Severity.NORMAL)
    return NewFinding(
        said["title"], said["category"], said["institution"], severity, FindingSource.OTHER, note=said["note"]
    )
