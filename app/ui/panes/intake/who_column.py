"""The left column: number and card, flags, what is open, what happened before. One past contact can lie over it."""

from datetime import tzinfo
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.services.callers import CallerCard, Met
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.clear_scroll import ClearScroll, narrow
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.kit.timeline import Entry
from app.ui.panes.intake import presenting
from app.ui.panes.intake.caller_details import CallerDetails
from app.ui.panes.intake.caller_flags import CallerFlags
from app.ui.panes.intake.caller_form import CallerForm
from app.ui.panes.intake.caller_link import CallerLink
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.open_matters import OpenMatters
from app.ui.panes.intake.survey_line import SurveyLine
from app.ui.panes.intake.tall_timeline import TallTimeline

if TYPE_CHECKING:
    from app.ui.panes.intake.past_contact import PastContactView
    from app.ui.panes.intake.same_person import SamePerson


#: What stands in a number beside its digits.
_MARKS = " +-().,/*#"


class WhoColumn(QWidget):
    """Who is on the line. `dialed(number)` when a call that we owe is to be made."""

    dialed = Signal(str)

    def __init__(
        self, jobs: Jobs, state: ConversationState, *, clock: Clock, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.who")
        self._state, self._clock, self._zone = state, clock, zone
        self._past: PastContactView | None = None
        self._same: SamePerson | None = None
        self._timeline: TallTimeline | None = None
        self._read = b""
        self._jobs = jobs
        self.link = CallerLink(jobs, state, self)
        self._build(jobs)
        self._connect()
        self.retranslate()
        self.link.load()

    def show_error(self, field: str, text: str) -> bool:
        """Show a text beside a field; False for a field of another column."""
        return self.form.show_error(field, text)

    def editor(self, field: str) -> QWidget | None:
        """Return the editor of a field, None for one of another column."""
        return self.form.editor(field) or self.details.editor(field)

    def clear_errors(self) -> None:
        """Take every error away."""
        for name in ("number", "caller_name"):
            self.form.show_error(name, "")

    def reach(self, widget: QWidget) -> None:
        """Show the caller's page and scroll to a field of it; for another column what is read here stays open."""
        if self._inner.isAncestorOf(widget):
            self._pages.setCurrentIndex(0)
            self._scroll.ensureWidgetVisible(widget, 0, 24)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._past_head.setText(self.tr("Earlier contacts"))
        if self._timeline is not None:
            self._timeline.setAccessibleName(self.tr("Earlier contacts"))
        self._show_past(self.link.card)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self, jobs: Jobs) -> None:
        clock, zone = self._clock, self._zone
        # Each part is born where it stays: a widget that changes its parent is styled once more, with all in it.
        self._pages = QStackedWidget(self)
        self._scroll = ClearScroll(self._pages)
        self._inner = inner = QWidget(self._scroll)
        self._scroll.hold(inner)
        self.form = CallerForm(self._state, self.link, clock=clock, parent=inner)
        self.flags = CallerFlags(jobs, self._state, self.link, clock=clock, zone=zone, parent=inner)
        self.survey = SurveyLine(jobs, self.link, inner)
        self.matters = OpenMatters(jobs, self._state, self.link, clock=clock, zone=zone, parent=inner)
        self.details = CallerDetails(jobs, self._state, self.link, clock=clock, parent=inner)
        self._new = QLabel(inner)
        self._new.setProperty("type", "hint")
        self._new.setWordWrap(True)
        self._past_head = QLabel(inner)
        self._past_head.setProperty("type", "label")
        column = self._column = QVBoxLayout(inner)
        gap = theme.of_app().px("gap")
        column.setContentsMargins(0, 0, gap, gap)
        column.setSpacing(gap)
        for part in (self.form, self.flags, self._new, self.survey, self.matters, self.details):
            column.addWidget(part)
        column.addWidget(self._past_head)
        column.addStretch(1)
        narrow(self.details)
        self._pages.addWidget(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _connect(self) -> None:
        self.link.shown.connect(self._show_same)
        self.link.shown.connect(self._show_past)
        self.matters.dialed.connect(self.dialed)
        self._state.changed.connect(self._follow)
        self._state.renewed.connect(self._renew)

    def _show_same(self, card: CallerCard | None) -> None:
        """Offer to link cards of one person, made with the first caller who has one."""
        if card is not None and self._same is None:
            from app.ui.panes.intake.same_person import SamePerson

            self._same = SamePerson(self._jobs, self.link, self._inner)
            self._column.insertWidget(self._column.indexOf(self._past_head), self._same)

    def _show_past(self, card: CallerCard | None) -> None:
        language = languages.current()
        entries = [
            Entry(
                row.id,
                row.opened_at,
                presenting.result_words(row, language),
                row.summary or next((one.title for one in row.scripts if one.title), "") or "",
                presenting.result_tone(row.result),
            )
            for row in (card.contacts if card else ())
        ]
        self._past_head.setVisible(bool(entries))
        if entries and self._past is None:
            self._jobs.ask(_get_ready, key="past_page")
        if entries or self._timeline is not None:
            timeline = self._the_timeline()
            timeline.show_entries(entries, self._zone)
            timeline.setVisible(bool(entries))
        met = self.link.found
        differs = presenting.fields_line(card.caller.conflicts, language) if card else ""
        told = self.tr("Two stations differ on: {fields}. Settings, Hub decides.").format(fields=differs)
        told = told if differs else self._unknown(card, met)
        self._new.setText(told)
        self._new.setVisible(bool(told))

    def _unknown(self, card: CallerCard | None, met: Met | None) -> str:
        """Return what is said of a number that nobody is known by, "" where somebody is or nothing was typed."""
        if card is not None or (met and met.callers):
            return ""
        if met is None or not met.number.key:
            if all(one.isdigit() or one in _MARKS for one in self._state.draft.number or ""):
                return ""
            return self.tr("This is not a telephone number. It is kept with this contact as it was typed.")
        if met.number.e164:
            return self.tr("Not known yet. The name is kept with the number when you save.")
        return self.tr("No whole telephone number. It is kept as it was typed, with the name, and found by that.")

    def _the_timeline(self) -> TallTimeline:
        """Return the list of earlier contacts, made for the first caller who has one."""
        if self._timeline is None:
            self._timeline = TallTimeline("intake.timeline", self._clock, self._inner)
            self._timeline.setAccessibleName(self.tr("Earlier contacts"))
            self._timeline.opened.connect(self._open)
            self._timeline.clicked.connect(self._open_clicked)
            self._column.insertWidget(self._column.indexOf(self._past_head) + 1, self._timeline)
        return self._timeline

    def _renew(self) -> None:
        if self._past is not None:
            self._past.close_view()
        self._pages.setCurrentIndex(0)
        self._scroll.verticalScrollBar().setValue(0)

    def _follow(self, name: str) -> None:
        if name == "caller" and self._past is not None and self._pages.currentIndex() == 1:
            self._past.close_view()

    def _open_clicked(self, index: QModelIndex) -> None:
        if self._timeline is not None:
            self._open(self._timeline.entries[index.row()].key)

    def _open(self, contact: bytes) -> None:
        if self._past is not None and contact != self._read:
            self._past.close_view()  # what is being amended of another contact would stand below this one
        self._read = contact
        self.past.open(contact)
        self._pages.setCurrentIndex(1)
        if not self.past.isAncestorOf(QApplication.focusWidget() or self):
            self.past.setFocus()  # or Esc would not lead back, but end the call without an inquiry

    @property
    def past(self) -> "PastContactView":
        """The page of one past contact, made when the first one is opened."""
        if self._past is None:
            from app.ui.panes.intake.past_contact import PastContactView

            over = ClearScroll(self._pages)
            self._past = PastContactView(self._jobs, clock=self._clock, zone=self._zone, parent=over)
            over.hold(self._past)
            self._pages.addWidget(over)
            self._past.setFocusProxy(self._past.findChildren(QPushButton, "intake.past.back")[0])
            self._past.closed.connect(self._back)
        return self._past

    def _back(self) -> None:
        self._pages.setCurrentIndex(0)
        if self._timeline is not None:
            self._timeline.setFocus()


def _get_ready(_view: View) -> None:
    """Load, on a reader's thread, what shows a past contact: whoever has some may well be asked about one."""
    import_module("app.ui.panes.intake.past_contact")
