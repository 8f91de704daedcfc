"""The voice of the caller: words to read and comment, and proposals that are answered until they are done."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.models.accounts import Permission, Person
from app.models.errors import FieldInvalid
from app.models.periods import Span
from app.models.voices import STEPS, ImprovementState
from app.services import figures, report_fillings, voices, wording
from app.services.office import View
from app.services.voices import Comment, Listed, Voice
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import DateEditor
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList


class VoiceTable(WholeList):
    """What callers said, the newest first, and of which unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._units: Mapping[str, str] = {}
        super().__init__(self._columns(), _voice_key, parent)

    def show_voices(self, lines: Sequence[Voice], units: Mapping[str, str]) -> None:
        """Show these words; ``units`` are the names of units by their codes."""
        self._units = units
        self.show_lines(lines)

    def _unit(self, one: Voice) -> str:
        return self._units.get(one.unit, one.unit)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("day", QT_TRANSLATE_NOOP("tables", "Day"), 96, show=_day, sortable=False),
            Column("unit", QT_TRANSLATE_NOOP("tables", "Unit"), 168, show=self._unit, sortable=False),
            Column("text", QT_TRANSLATE_NOOP("tables", "What was said"), 0, show=_text, sortable=False),
            Column("comments", QT_TRANSLATE_NOOP("tables", "Comments"), 88, "number", show=_count, sortable=False),
        )


class ProposalTable(WholeList):
    """Proposals with where they stand; one that is late says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._today = date.min
        super().__init__(self._columns(), _proposal_key, parent)

    def show_listed(self, lines: Sequence[Listed], today: date) -> None:
        """Show these proposals as they stand today."""
        self._today = today
        self.show_lines(lines)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("title", QT_TRANSLATE_NOOP("tables", "Proposal"), 0, show=_title, sortable=False),
            Column("by", QT_TRANSLATE_NOOP("tables", "Proposed by"), 112, show=_by, sortable=False),
            Column("state", QT_TRANSLATE_NOOP("tables", "State"), 96, show=_state, sortable=False),
            Column("owner", QT_TRANSLATE_NOOP("tables", "Owner"), 112, show=_owner, sortable=False),
            Column(
                "due", QT_TRANSLATE_NOOP("tables", "Due"), 112, "chip", show=_due, tone=self._due_tone, sortable=False
            ),
            Column("answer", QT_TRANSLATE_NOOP("tables", "Reply"), 200, show=_answer, sortable=False),
        )

    def _due_tone(self, one: Listed) -> str:
        return "danger" if one.improvement.is_late(self._today) else ""


def _voice_key(one: Voice) -> str:
    return one.key


def _day(one: Voice) -> str:
    return one.at.date().isoformat()


def _text(one: Voice) -> str:
    return " ".join(one.text.split())


def _count(one: Voice) -> str:
    return str(one.comments or "")


def _proposal_key(one: Listed) -> bytes:
    return one.improvement.id


def _title(one: Listed) -> str:
    return one.improvement.title


def _by(one: Listed) -> str:
    return one.display


def _state(one: Listed) -> str:
    return wording.label("improvement_state", one.improvement.state.value, languages.current())


def _owner(one: Listed) -> str:
    return one.improvement.owner


def _due(one: Listed) -> str:
    return one.improvement.due_on.isoformat() if one.improvement.due_on else ""


def _answer(one: Listed) -> str:
    return one.improvement.answer


@dataclass(frozen=True)
class Heard:
    """What callers said with the names of the units, and the proposals as they stand today."""

    voices: tuple[Voice, ...]
    units: Mapping[str, str]
    proposals: tuple[Listed, ...]
    today: date
    now: datetime


def heard(view: View, language: str) -> Heard:
    """Return everything that the page shows."""
    found = voices.listen(view)
    units = {code: report_fillings.name_of(view, "unit", code, language) for code in {one.unit for one in found}}
    return Heard(found, units, voices.proposals(view), figures.current(view, Span.DAY).start_on, view.now)


class VoicePage(QWidget):
    """``told(text)``, ``refused(error)``."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._answers = False
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        self._build()
        self._connect()
        self.retranslate()

    def show_for(self, person: Person) -> None:
        """Offer answers to whoever supervises."""
        self._answers = person.may(Permission.SUPERVISE_INQUIRIES)
        for widget in (self._owner, self._due, *self._steps.values()):
            widget.setVisible(self._answers)
        self._note.setVisible(self._answers)

    def show_all(self) -> None:
        """Ask for words and proposals."""
        self._jobs.ask(
            heard, key="voices", done=self._show_heard, failed=self.refused.emit, language=languages.current()
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus on what was said."""
        self.said.setFocus()

    def comment(self) -> None:
        """Say what is typed to what is chosen."""
        one = self.said.row()
        if one is not None and self._typed.text().strip():
            self._jobs.do(
                voices.comment, done=self._changed, failed=self.refused.emit, initiator=self, interview=one.interview,
                item=one.item, text=self._typed.text(),
            )  # fmt: skip

    def propose(self) -> None:
        """Propose what is typed, because of what is chosen."""
        one = self.said.row()
        if self._typed.text().strip():
            self._jobs.do(
                voices.propose, done=self._changed, failed=self.refused.emit, initiator=self, title=self._typed.text(),
                interview=one.interview if one else None, item=one.item if one else "",
            )  # fmt: skip

    def answer(self, state: ImprovementState) -> None:
        """Answer the chosen proposal; a day that cannot be read is asked for once more."""
        one = self.proposals.row()
        if self._due.unreadable():
            self._due.setFocus()
            self.refused.emit(FieldInvalid(field="due_on", value=self._due.text()))
        elif one is not None:
            self._jobs.do(
                voices.answer, done=self._changed, failed=self.refused.emit, initiator=self,
                improvement=one.improvement.id, state=state, note=self._note.text(), owner=self._owner.text(),
                due_on=self._due.value(),
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._say, self._propose_it = self.tr("Comment"), self.tr("Propose this")
        steps = {
            ImprovementState.ACCEPTED: self.tr("Accept"), ImprovementState.DECLINED: self.tr("Decline"),
            ImprovementState.DONE: self.tr("Done"),
        }  # fmt: skip
        pairs = [(self._comment, self._say), (self._propose, self._propose_it)]
        pairs += [(button, steps[state]) for state, button in self._steps.items()]
        for button, text in pairs:
            button.setText(text)
            button.setAccessibleName(text)
        for line, text in (
            (self._typed, self.tr("A comment, or the title of a proposal")),
            (self._note, self.tr("Answer to the chosen proposal")), (self._owner, self.tr("Who sees to it")),
            (self._due, self.tr("By when, as 12-31")),
        ):  # fmt: skip
            line.setPlaceholderText(text)
            line.setAccessibleName(text)
        self.said.setAccessibleName(self.tr("What callers said"))
        self.proposals.setAccessibleName(self.tr("Proposals"))
        self._no_words.show_text(
            self.tr("Nothing was said yet"), self.tr("Words from interviews stand here, without names and numbers.")
        )
        self._no_proposals.show_text(
            self.tr("No proposals yet"), self.tr("Choose what a caller said, type a title and propose.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._typed, self._note, self._owner = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self._due = DateEditor(self._now, None, self)
        self._due.setMaximumWidth(150)
        lines = (self._typed, "typed"), (self._note, "note"), (self._owner, "owner"), (self._due, "due")
        for line, name in lines:
            line.setObjectName(f"reports.voice.{name}")
        self._comment, self._propose = QPushButton(self), QPushButton(self)
        self._steps = {state: QPushButton(self) for state in ImprovementState if state is not ImprovementState.PROPOSED}
        named = [(self._comment, "comment", "edit"), (self._propose, "propose", "idea")]
        named += [(button, state.value, "check") for state, button in self._steps.items()]
        for button, name, icon in named:
            button.setObjectName(f"reports.voice.{name}")
            icons.give(button, icon, "text")
        self._heard = QLabel(self)
        self._heard.setWordWrap(True)
        self._heard.setTextFormat(Qt.TextFormat.PlainText)
        self._heard.hide()
        self._no_words, self._no_proposals = (
            EmptyState("reports.no_words", "callbacks"), EmptyState("reports.no_proposals", "idea"),
        )  # fmt: skip
        self.voice_model, self.proposal_model = VoiceTable(self), ProposalTable(self)
        self.said = TableView(self.voice_model, name="reports.said", empty=self._no_words, parent=self)
        self.proposals = TableView(self.proposal_model, name="reports.proposals", empty=self._no_proposals, parent=self)
        for view in (self.said, self.proposals):
            view.setSelectionMode(view.SelectionMode.SingleSelection)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(_half(self, (self.said, self._heard), (self._typed, self._comment, self._propose)))
        split.addWidget(_half(self, (self.proposals,), (self._note, self._owner, self._due, *self._steps.values())))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def _connect(self) -> None:
        self._comment.clicked.connect(self.comment)
        self._propose.clicked.connect(self.propose)
        self.said.picked.connect(self._hear)
        self.proposals.picked.connect(self._offer)
        for button in self._steps.values():
            button.clicked.connect(self._step)

    def _now(self) -> datetime:
        return self._now_at

    def _step(self) -> None:
        state = next((state for state, button in self._steps.items() if button is self.sender()), None)
        if state is not None:
            self.answer(state)

    def _hear(self, _one: object) -> None:
        one = self.said.row()
        if one is not None:
            self._heard.setText(one.text)
            self._heard.show()
            self._jobs.ask(
                voices.comments, key="comments", done=self._show_comments, failed=self.refused.emit,
                interview=one.interview, item=one.item,
            )  # fmt: skip

    def _show_comments(self, found: Sequence[Comment]) -> None:
        one = self.said.row()
        if one is not None:
            said = (wording.named(each.display, each.text, languages.current()) for each in found)
            self._heard.setText("\n".join((one.text, *said)))

    def _offer(self, _one: object) -> None:
        one = self.proposals.row()
        for state, button in self._steps.items():
            button.setEnabled(one is not None and state in STEPS.get(one.improvement.state, ()))

    def _show_heard(self, found: Heard) -> None:
        self._now_at = found.now
        self.voice_model.show_voices(found.voices, found.units)
        self._heard.hide()
        self.proposal_model.show_listed(found.proposals, found.today)
        self._offer(None)

    def _changed(self, _value: object) -> None:
        for line in (self._typed, self._note, self._owner, self._due):
            line.clear()
        self.told.emit(self.tr("Saved"))
        self.show_all()


def _half(parent: QWidget, above: tuple[QWidget, ...], below: tuple[QWidget, ...]) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.of_app().px("pad"))
    for widget in above:
        column.addWidget(widget, 1 if isinstance(widget, TableView) else 0)
    row = QHBoxLayout()
    column.addLayout(row)
    row.setSpacing(theme.of_app().px("pad"))
    for widget in below:
        row.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return made
