"""Campaigns: the list at the left, and beside it how far the chosen one has come, or the plan of the next one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.campaigns import CampaignFacts
from app.models.changes import Changes
from app.models.errors import AppError, FieldWrong
from app.models.remeasuring import Remeasurement
from app.services import campaigns as service
from app.services.campaigns import Planned
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.messages import MessageStrip
from app.ui.kit.table_view import TableView
from app.ui.panes.campaigns import asking, tables
from app.ui.panes.campaigns.asking import Choices, Preview
from app.ui.panes.campaigns.campaign_pages import CampaignPages
from app.ui.panes.campaigns.commands import PANE
from app.ui.panes.campaigns.draw_form import DrawForm
from app.ui.panes.campaigns.field_steps import FieldSteps
from app.ui.panes.campaigns.frame_page import FramePage
from app.ui.panes.campaigns.plan_check import PlanCheck
from app.ui.panes.campaigns.stop_box import StopBox
from app.ui.parts.refusal import Refusal

_LIST_WIDTH = 264
_FOLLOWED = frozenset({"campaign", "campaign_case", "attempt", "attempt_outcome", "frame"})


class CampaignsPane(QWidget):
    """Who runs campaigns plans them here and sees how they go."""

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._planned: Planned | None = None
        self._kept: bytes | None = None
        self._wish: Remeasurement | None = None
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Ask for the campaigns, and for the progress of the chosen one."""
        one = self.chosen()
        self._kept = one.id if one else self._kept
        self._jobs.ask(service.campaigns, key="campaigns", done=self._show, failed=self._refuse)

    def chosen(self) -> CampaignFacts | None:
        """Return the campaign that is chosen."""
        return self.view.row()

    def focus_first(self) -> None:
        """Put the focus where a person begins: into the list, or into the plan."""
        if self.is_planning():
            self.plan_form.form.focus("name")
            return
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select(0)

    def is_planning(self) -> bool:
        """Whether the next campaign is being planned."""
        return self._stack.currentWidget() is self.plan_form

    def has_campaign(self) -> bool:
        """Whether a campaign is shown: neither the plan of the next one nor an import stands there."""
        return self.chosen() is not None and self._stack.currentWidget() is self.pages

    def may_save(self) -> bool:
        """Whether the results of a campaign are shown, whose answers can be saved."""
        return self.has_campaign() and self.pages.page == "results"

    def may_stop(self) -> bool:
        """Whether people of the campaign on the screen are called."""
        return self.has_campaign() and self.stops.may_stop()

    def may_go_on(self) -> bool:
        """Whether calling for the campaign on the screen is stopped."""
        return self.has_campaign() and self.stops.may_go_on()

    def may_release(self) -> bool:
        """Whether another replicate of the campaign on the screen can be called."""
        return self.has_campaign() and self.steps.may_release()

    def may_close(self) -> bool:
        """Whether the campaign on the screen is in the field."""
        return self.has_campaign() and self.steps.may_close()

    def show_results(self) -> None:
        """Turn to the results of the chosen campaign, and back."""
        self.pages.show_page("progress" if self.pages.page == "results" else "results")

    def save_answers(self) -> None:
        """Let a person choose where the answers are written to."""
        self.pages.results.save()

    def plan(self) -> None:
        """Ask what the next campaign is to be."""
        self._jobs.ask(
            asking.choices, key="choices", done=self._ask_plan, failed=self._refuse, language=languages.current()
        )

    def plan_again(self, wanted: Remeasurement) -> None:
        """Plan the campaign that measures a finding again."""
        self._wish = wanted
        self.plan()

    def import_frame(self) -> None:
        """Import a list to draw from; one that is being read is shown instead."""
        self._stack.setCurrentWidget(self.frames)
        if not self.frames.reading:
            self.frames.begin()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Campaigns"))
        self.view.setAccessibleName(self.tr("Campaigns"))
        self._none.show_text(
            self.tr("No campaign yet"), self.tr("Import a frame (Alt+I), then plan one from it (Alt+N).")
        )
        self._nothing.show_text(self.tr("No campaign is chosen"), self.tr("Choose one at the left, or plan a new one."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the plan, and goes one step back from an import."""
        if event.key() == Qt.Key.Key_Escape and self.is_planning():
            self._leave_plan()
        elif event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self.frames:
            self.frames.leave()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("campaigns.pane")
        gap = theme.of_app().px("gap")
        self.strip, self.model = MessageStrip(self), tables.campaigns(self)
        self._none = EmptyState("campaigns.none", "campaigns")
        self.view = TableView(self.model, name="campaigns.list", empty=self._none, parent=self)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.view.setFixedWidth(int(_LIST_WIDTH * theme.of_app().scale))
        self._nothing = EmptyState("campaigns.nothing", "campaigns")
        self.pages, self.plan_form = CampaignPages(self._jobs, self), DrawForm(self._jobs, self)
        self.checks = PlanCheck(self._jobs, self.plan_form)
        self.frames, self.steps = FramePage(self._jobs, self), FieldSteps(self._jobs, self)
        self._stack = QStackedWidget(self)
        for page in (self._nothing, self.pages, self.plan_form, self.frames):
            self._stack.addWidget(page)
        self.stops = StopBox(self._jobs, self.strip, self.pages.monitor)
        self.pages.monitor.box.addWidget(self.stops)
        self.commands = CommandTable(PANE, self)
        for name in ("release", "top_up", "stop", "go_on", "close"):
            self.pages.monitor.head.addWidget(self.commands.button(f"campaigns.{name}", self.pages.monitor))
        self.pages.results.foot.addWidget(self.commands.button("campaigns.answers", self.pages.results))
        self.pages.results.foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(gap)
        column.addWidget(self.strip)
        both, left = QHBoxLayout(), QVBoxLayout()
        column.addLayout(both, 1)
        both.setSpacing(gap)
        both.addLayout(left)
        left.setSpacing(gap)
        left.addWidget(self.view, 1)
        left.addWidget(self.commands.button("campaigns.frame", self))
        left.addWidget(self.commands.button("campaigns.plan", self, tone="primary"))
        both.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        for part in (self.pages, self.steps, self.frames, self.plan_form):
            part.told.connect(self.strip.success)
        for part in (self.pages, self.steps, self.stops, self.frames, self.plan_form):
            part.refused.connect(self._refuse)
        self.stops.asking.connect(self._stop_asked)
        self.stops.left.connect(self.view.setFocus)
        self.steps.warned.connect(self.strip.ask_again)
        for turned in (self.pages.turned, self._stack.currentChanged):
            turned.connect(self.commands.refresh)
        self.checks.found.connect(self._checked)
        self.checks.refused.connect(self._refuse)
        self.plan_form.drawn.connect(self._draw)
        self.plan_form.left.connect(self._leave_plan)
        self.plan_form.changed.connect(self._plan_changed)
        self.frames.kept.connect(self._frame_kept)
        for turn in (self.checks.began, self.frames.began, self.frames.left, self.plan_form.left):
            turn.connect(self.strip.clear)
        self.frames.left.connect(self._go_back)
        self._jobs.changed.connect(self._follow)

    def _show(self, found: Sequence[CampaignFacts]) -> None:
        self.model.show_lines(found)
        place = next((place for place, one in enumerate(found) if one.id == self._kept), 0)
        if found:
            self.view.select(place)

    def _stop_asked(self, asking: bool) -> None:
        if asking:
            self.pages.show_page("progress")
        self.pages.monitor.give_room(wanted=asking)

    def _pick(self, one: CampaignFacts | None) -> None:
        self.steps.choose(one)
        self.stops.choose(one)
        self.commands.refresh()
        if one is not None:
            self.pages.show_campaign(one)
            if self._stack.currentWidget() not in (self.plan_form, self.frames):
                self._stack.setCurrentWidget(self.pages)

    def _ask_plan(self, found: Choices) -> None:
        self.checks.stop()
        self.strip.clear()
        self._stack.setCurrentWidget(self.plan_form)
        self.plan_form.ask(found)
        wanted, self._wish = self._wish, None
        if wanted is not None:
            self.plan_form.prefill(wanted)
            self.strip.info(
                self.tr("Finding {number} is measured again: choose the frame with these dates, then Check.").format(
                    number=wanted.number
                )
            )
        if not found.frames:
            self.strip.info(self.tr("There is no frame yet: import one first (Alt+I)."))

    def _checked(self, found: Preview) -> None:
        self._planned = found.planned
        self.plan_form.show_plan(found.planned, found.forecast)

    def _plan_changed(self, _name: str, _value: object) -> None:
        self._planned = None
        self.plan_form.show_plan(None, None)

    def _draw(self) -> None:
        if self._planned is not None:
            found, self._planned = self._planned, None
            self._jobs.do(service.draw, done=self._drawn, failed=self._refuse, found=found)

    def _frame_kept(self, name: str) -> None:
        self._go_back()
        self.strip.success(self.tr("Frame {name} is kept. Alt+N plans a campaign from it.").format(name=name))

    def _drawn(self, campaign: bytes) -> None:
        self._kept = campaign
        self.strip.success(self.tr("Drawn. The first replicate can be called."))
        self._go_back()

    def _leave_plan(self) -> None:
        if not self.checks.stop():
            self._go_back()

    def _go_back(self) -> None:
        self.checks.forget()
        self._stack.setCurrentWidget(self._nothing)
        self.view.clearSelection()
        self._jobs.ask(service.campaigns, key="campaigns", done=self._show, failed=self._refuse)
        self.view.setFocus()

    def _follow(self, changes: Changes, _initiator: object) -> None:
        if changes.entities & _FOLLOWED and self.isVisible():
            self.reload()

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.is_planning() and self.plan_form.refuse(error):
            return
        self.strip.danger(Refusal(error))
