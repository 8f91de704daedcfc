"""One finding: where it stands, what is planned, who may be named, what was done, and which steps are open."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from app.models.findings import FindingState
from app.services import wording
from app.services.finding_ledger import FindingDetail
from app.services.finding_remeasures import Remeasured
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.flow import FlowLayout
from app.ui.kit.labels import Chip
from app.ui.kit.timeline import Entry, Timeline
from app.ui.panes.findings import presenting
from app.ui.panes.findings.scrolled_notes import ScrolledNotes

_LEAST_HISTORY = 96
#: How often its width a title may be long beside what a step asks for: two lines, less what words leave at their ends.
_TITLE_WIDTHS = 1.75


class DetailCard(Card):
    """``step_wanted(state)`` when one of the open steps is chosen."""

    step_wanted = Signal(str)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("findings.detail")
        self._clock = clock
        self._shown: tuple[FindingDetail, Sequence[FindingState], tzinfo] | None = None
        self._measured: Remeasured | None = None
        self._folded = False
        self._build()

    def show_finding(
        self, detail: FindingDetail, steps: Sequence[FindingState], zone: tzinfo, *, again: Remeasured | None = None
    ) -> None:
        """Show a finding with the steps that the person may take, and how it was measured again."""
        self._shown, self._measured = (detail, steps, zone), again
        self._refresh()

    def fold(self, *, folded: bool) -> None:
        """Give the room of all but two lines of title to what a step asks for, or take it back."""
        self._folded = folded
        for widget in (self.history, self.notes):
            widget.setVisible(not folded)
        self._show_title()

    def focus_steps(self) -> None:
        """Put the focus on the first step that is open."""
        for state in FindingState:
            if self.buttons[state].isVisibleTo(self):
                self.buttons[state].setFocus()
                return

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        self.chip = Chip("", "", self)
        self.header.add(self.chip)
        self.title, self.facts, self.who, self.again, self.together, self.measured = (QLabel(self) for _ in range(6))
        self.title.setProperty("type", "section")
        self.facts.setProperty("type", "muted")
        self.again.setProperty("type", "error")
        self.history = Timeline("findings.history", self._clock, self)
        self.history.setMinimumHeight(_LEAST_HISTORY)
        self.notes = ScrolledNotes(self)
        for label in (self.title, self.facts, self.who, self.again, self.together, self.measured):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.addWidget(self.title)
        self.body.addWidget(self.notes)
        self.notes.show_labels(self.facts, self.who, self.again, self.together, self.measured)
        self.body.addWidget(self.history, 9)
        self.body.addStretch(1)
        self._row = FlowLayout(gap=theme.of_app().px("pad"))  # however many steps are open, the card grows no wider
        self.body.addLayout(self._row)
        self.buttons: dict[FindingState, QPushButton] = {}
        for state in FindingState:
            button = QPushButton(self)
            button.setObjectName(f"findings.to.{state.value}")
            button.setProperty("state", state.value)
            button.clicked.connect(self._want)
            self._row.addWidget(button)
            self.buttons[state] = button

    def _want(self) -> None:
        self.step_wanted.emit(str(self.sender().property("state")))

    def _refresh(self) -> None:
        self.history.setAccessibleName(self.tr("Steps so far"))
        self.notes.setAccessibleName(self.tr("Where the finding stands"))
        language = languages.current()
        for state, button in self.buttons.items():
            button.setText(wording.label("finding_state", state.value, language))
            button.setAccessibleName(button.text())
        if self._shown is None:
            return
        detail, steps, zone = self._shown
        for state, button in self.buttons.items():
            button.setVisible(state in steps)
        self.set_title(detail.line.finding.number)
        self.chip.show_text(presenting.state(detail.line, language), presenting.state_tone(detail.line))
        self._show_title()
        self.facts.setText(presenting.facts(detail, self._clock(), zone, language))
        self.who.setText("\n".join((self._who(detail), *self._for_others(detail, steps))))
        said = (self.again, self._again(detail)), (self.together, self._together(detail))
        for label, text in (*said, (self.measured, self._again_measured())):
            label.setText(text)
        self._show_notes()
        told = [(event.at, presenting.step(event, by, zone, language)) for event, by in detail.steps]
        told += [(one.at, presenting.verifying(one, language)) for one in detail.calls]
        entries = [Entry(place, at, *words) for place, (at, words) in enumerate(sorted(told))]
        self.history.show_entries(entries[::-1], zone)

    def _show_title(self) -> None:
        text = self._shown[0].line.finding.title if self._shown is not None else ""
        room = int(self.title.width() * _TITLE_WIDTHS)
        words = self.title.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room) if self._folded else text
        self.title.setText(words)

    def _show_notes(self) -> None:
        for label in (self.again, self.together, self.measured):
            label.setVisible(bool(label.text()))
        self.notes.fit()

    def _who(self, detail: FindingDetail) -> str:
        if detail.who:
            return self.tr("Said by {name}, who may be named.").format(name=detail.who)
        if detail.line.finding.named:
            return self.tr("Whoever said it may be named and called.")
        if not detail.line.finding.is_said:
            return self.tr("Written by hand; nobody stands in it.")
        return self.tr("Whoever said it is not to be named.")

    def _for_others(self, detail: FindingDetail, steps: Sequence[FindingState]) -> list[str]:
        """Say why the next step is not offered to who put it right."""
        if detail.line.finding.state is not FindingState.DONE or FindingState.VERIFIED in steps:
            return []
        return [self.tr("You put it right, so somebody else verifies it.")]

    def _again_measured(self) -> str:
        found = self._measured
        if found is None:
            return ""
        language = languages.current()
        lines = [
            self.tr("Without this problem, before the measure: {half}").format(
                half=presenting.half_year(found.before, language)
            )
        ]
        lines += [
            self.tr("Without it, after the measure: {half}").format(half=presenting.half_year(one, language))
            for one in found.after
        ]
        if found.next_on is not None:
            lines.append(self.tr("Measure again after {day}.").format(day=found.next_on.isoformat()))
        return "\n".join(lines)

    def _again(self, detail: FindingDetail) -> str:
        if detail.again is None:
            return ""
        return self.tr("Comes again: {number} was closed.").format(number=detail.again.number)

    def _together(self, detail: FindingDetail) -> str:
        if not detail.together:
            return ""
        numbers = wording.names_in_a_row((one.number for one in detail.together), languages.current())
        return self.tr("The same measure also puts right {numbers}.").format(numbers=numbers)
