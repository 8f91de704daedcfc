"""One inquiry, opened: its head, the steps that can be taken and what they ask, its texts, timeline and history."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.models.accounts import Permission
from app.models.clusters import ClusterCard
from app.models.errors import AppError, FieldWrong, RecordGone
from app.services import inquiries, worklists
from app.services.worklists import Desk, Dossier
from app.ui.kit import languages, theme
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.kit.timeline import Timeline
from app.ui.panes.work import asking, steps
from app.ui.panes.work.action_row import ActionRow
from app.ui.panes.work.cluster_banner import ClusterBanner
from app.ui.panes.work.cluster_page import ClusterPage
from app.ui.panes.work.conflicts import ConflictBanner
from app.ui.panes.work.dispatch_advice import DispatchAdvice
from app.ui.panes.work.header import Header
from app.ui.panes.work.history import HistoryList
from app.ui.panes.work.merged_banner import MergedBanner
from app.ui.panes.work.propose_commands import ProposeCommands
from app.ui.panes.work.reading_note import ReadingNote
from app.ui.panes.work.step_form import StepForm
from app.ui.panes.work.story import Story
from app.ui.panes.work.words import Words

#: The place of the tab that only inquiries of an incident have.
_INCIDENT = 3
#: A page lower than so many times the height of its text has no room for the facts beside a form.
_ROOMY = 50


class InquiryDetail(ProposeCommands, QWidget):
    """The page of one inquiry.

    ``told(text)`` after a step was saved, ``refused(error)``, ``closing()``, ``contact_wanted(inquiry id)``.
    """

    told = Signal(str)
    refused = Signal(object)
    closing = Signal()
    contact_wanted = Signal(object)

    def __init__(self, jobs: Jobs, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._words = jobs, words
        self._desk: Desk | None = None
        self._inquiry: bytes | None = None
        self.dossier: Dossier | None = None
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        self._build()
        self._connect()
        self.retranslate()

    def show_desk(self, desk: Desk) -> None:
        """Take person, time and place of the desk."""
        self._desk, self._now_at = desk, desk.now_at

    def show_now(self, now: datetime) -> None:
        """Say the times anew, once a minute."""
        same = now.replace(second=0, microsecond=0) == self._now_at.replace(second=0, microsecond=0)
        self._now_at = now
        if not same:
            self.header.refresh(now)
        self.timeline.refresh(now)

    def show_inquiry(self, inquiry: bytes) -> None:
        """Ask for an inquiry and show it; of several asked for in a row only the last one appears."""
        if inquiry != self._inquiry:
            self._close_form()
        self._inquiry = inquiry
        self._jobs.ask(worklists.dossier, key="dossier", done=self._show, failed=self._lose, inquiry=inquiry)

    def reload(self) -> None:
        """Ask for the inquiry on the page again."""
        if self._inquiry is not None:
            self.show_inquiry(self._inquiry)

    def clear(self) -> None:
        """Show nothing, as when another person signs in."""
        self._inquiry = self.dossier = None
        self.steps_now = ()
        self._close_form()
        self._pages.setCurrentWidget(self._empty)
        self.actions_row.refresh(())

    def begin(self, step: str) -> None:
        """Take a step at once, or ask for what it needs."""
        if self.dossier is None or not self.can(step):
            return
        found = steps.BY_ID[step]
        if found.at_once:
            self._take(step, {})
        else:
            asked = asking.step_fields(found, self._jobs, self.dossier.centers)
            asked += self.choice_fields(step, self.dossier)
            self._ask(step, asked, asking.known_values(found, self.dossier))

    def note(self) -> None:
        """Ask for a note."""
        self._ask("note", asking.note_fields(), {})

    def edit(self) -> None:
        """Ask for corrections, with what is known already in the fields."""
        if self.dossier is not None:
            fields, values = asking.edit_fields(self.dossier, self._jobs)
            self._ask("edit", fields, values)

    def hand_over(self) -> None:
        """Ask to whom it goes."""
        if self.dossier is not None and self._desk is not None:
            self._ask("hand_over", asking.person_fields(self._desk, self.dossier.line.row.owner), {})

    def add_contact(self) -> None:
        """Let the shell open intake for this inquiry."""
        if self._inquiry is not None:
            self.contact_wanted.emit(self._inquiry)

    def copy_number(self) -> None:
        """Put the inquiry's number on the clipboard."""
        if self.dossier is not None:
            QGuiApplication.clipboard().setText(self.dossier.line.row.number)
            self.told.emit(self.tr("Number copied"))

    def leave_form(self) -> bool:
        """Take what is asked for off the page; False where nothing is asked."""
        if not self.form.step:
            return False
        self._close_form()
        self.tabs.setFocus()
        return True

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for place, text in enumerate(
            (self.tr("Details"), self.tr("Timeline"), self.tr("History"), self.tr("Incident"))
        ):
            self.tabs.setTabText(place, text)
        self.tabs.setAccessibleName(self.tr("Parts of the inquiry"))
        self.timeline.setAccessibleName(self.tr("Timeline"))
        self._empty.setText(self.tr("Choose an inquiry in the list and press Enter."))
        if self.dossier is not None:
            self._show_timeline(self.dossier)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("work.detail")
        self.header = Header(self._words, self)
        self.reading = ReadingNote(self._jobs, self)
        self.actions_row = ActionRow(self)
        self.conflicts = ConflictBanner(self._words, self)
        self.merged = MergedBanner(self._jobs, self)
        self.cluster = ClusterBanner(self._jobs, self)
        self.form = StepForm("work.step", self._now, self)
        self.story = Story(self._words, self)
        self.timeline = Timeline("work.timeline", self._now, self)
        self.history = HistoryList(self._words, self)
        self.members = ClusterPage(self._jobs, self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("work.parts")
        self.tabs.setExpanding(False)
        self._parts = parts = QStackedWidget(self)
        parts.setMinimumHeight(48)
        # What is asked gets its whole height first; the texts scroll in the rest.
        parts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for part in (self.story, self.timeline, self.history, self.members):
            self.tabs.addTab("")
            parts.addWidget(part)
        self.tabs.currentChanged.connect(parts.setCurrentIndex)
        self.tabs.setTabVisible(_INCIDENT, False)
        column = _column(page := QWidget(self))
        for widget in (self.header, self.reading, self.actions_row, self.conflicts, self.merged, self.cluster):
            column.addWidget(widget)
        column.addWidget(self.form)
        column.addWidget(self.tabs)
        column.addWidget(parts, 1)
        self._rest = QWidget(self)
        self._rest.hide()
        column.addWidget(self._rest, 1)
        self._empty = _muted(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        _column(self).addWidget(self._pages)

    def _connect(self) -> None:
        self.advice = DispatchAdvice(self._jobs, self.form, self)
        self.header.closing.connect(self.closing)
        self.form.accepted.connect(self._take)
        self.form.left.connect(self.leave_form)
        self.conflicts.kept.connect(self._keep_value)
        for part in (self.merged, self.members):
            part.opened.connect(self.show_inquiry)
        for part in (self.merged, self.cluster):
            part.told.connect(self.told)
        for part in (self.merged, self.cluster, self.members, self.reading):
            part.refused.connect(self.refused)
        self.cluster.shown.connect(self._show_cluster)

    def _close_form(self) -> None:
        with handed_on(self.form, self.tabs):
            self.form.close_form()
            self._make_room(edit=False)

    def _make_room(self, *, edit: bool) -> None:
        # Correcting an inquiry needs its whole page: the form holds what stands here otherwise.
        for part, shown in ((self._parts, not edit), (self.tabs, not edit), (self._rest, edit)):
            part.setVisible(shown)
        short = self.height() < _ROOMY * theme.of_app().px("base")
        self.header.show_facts(not edit and not (self.form.step and short))

    def _now(self) -> datetime:
        return self._now_at

    def _show(self, dossier: Dossier) -> None:
        self.dossier = dossier
        if self._desk is None or dossier.line.row.id != self._inquiry:
            return
        zone, state = self._desk.zone, dossier.line.row.state
        self.steps_now = steps.offered(dossier, self._desk.person)
        self.header.show_dossier(dossier, self._now_at, zone)
        self.reading.show_dossier(dossier)
        self.conflicts.show_conflicts(dossier.conflicts, zone)
        self.merged.show_detail(dossier.detail, may=self._may(Permission.WORK_INQUIRIES))
        self.cluster.show_inquiry(dossier.line.row.id, may=self._may(Permission.WORK_INQUIRIES))
        self.story.show_dossier(dossier, self._now_at, zone)
        self.history.show_history(dossier.history, self._now_at, zone)
        self._show_timeline(dossier)
        self.actions_row.refresh(steps.likely(state, self.steps_now))
        self._pages.setCurrentIndex(1)

    def _show_cluster(self, card: ClusterCard | None) -> None:
        self.tabs.setTabVisible(_INCIDENT, card is not None)
        if self._desk is not None:
            self.members.show_card(card, self._now_at, self._desk.zone)

    def _show_timeline(self, dossier: Dossier) -> None:
        if self._desk is not None:
            zone = self._desk.zone  # what happened at one time keeps its order; the newest stands on top
            self.timeline.show_entries(list(self._words.entries(dossier, self._now_at, zone))[::-1], zone)

    def _lose(self, error: AppError) -> None:
        if isinstance(error, RecordGone):
            self.clear()
        self.refused.emit(error)

    def _ask(self, step: str, fields: Sequence[asking.Field], values: Mapping[str, Any]) -> None:
        if self._desk is not None and self.can_work():
            title = self.actions_row.title_of(step)
            self.form.ask(step, title, fields, values=values, zone=self._desk.zone)
            self._make_room(edit=step == "edit")

    def _take(self, step: str, values: Mapping[str, Any]) -> None:
        if self.dossier is None:
            return
        command, said = asking.command_of(step, values, self.dossier)
        if command is None:
            self._close_form()
            return
        inquiry = self.dossier.line.row.id
        self._jobs.do(partial(command, **said), done=self._done, failed=self._refuse, initiator=self, inquiry=inquiry)

    def _done(self, _value: object) -> None:
        self._close_form()
        self.told.emit(self.tr("Saved"))

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.refuse(error, languages.current()):
            return
        self.form.release()
        self.refused.emit(error)

    def _keep_value(self, field: str, value: str) -> None:
        if self.dossier is not None:
            command = partial(inquiries.describe, **{field: value})
            inquiry = self.dossier.line.row.id
            self._jobs.do(command, done=self._done, failed=self._refuse, initiator=self, inquiry=inquiry)


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.of_app().px("pad"))
    return column


def _muted(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("type", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
