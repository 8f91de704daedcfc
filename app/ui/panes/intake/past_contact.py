"""A past contact to read, and to correct by an amendment with a reason; the contact itself never changes."""

from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.contacts import Amendment
from app.models.errors import AppError
from app.models.journal import Value
from app.services import contacts
from app.services.wording import told
from app.ui.kit import icons, languages, theme
from app.ui.kit.clear_scroll import narrow
from app.ui.kit.flow import FlowLayout
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.kit.presenting_time import moment
from app.ui.panes.intake import asking, presenting
from app.ui.panes.intake.amended_answers import AmendedAnswers
from app.ui.panes.intake.asking import PastContact
from app.ui.panes.intake.field_rows import amendment_fields, amendment_reason
from app.ui.parts.proposal_form import ProposalForm

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CORRECTED = ("summary", "narrative", "answer_mode")


class PastContactView(QWidget):
    """One contact. `closed()` when the person goes back."""

    closed = Signal()

    def __init__(self, jobs: Jobs, *, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.past")
        self._jobs, self._clock, self._zone = jobs, clock, zone
        self._shown: PastContact | None = None
        self._lines: list[QWidget] = []
        self._build()
        self._connect()
        self.retranslate()

    def open(self, contact: bytes) -> None:
        """Fetch and show a contact."""
        self._jobs.ask(asking.past_contact, key="past", done=self._show, contact=contact)

    def close_view(self) -> None:
        """Go back; what was typed into an amendment that was not saved is gone."""
        self._shown = None
        self._set_amending(False)
        self.closed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self._back.setText(self.tr("Back to the caller"))
        self._amend.setText(self.tr("Amend"))
        self._propose.setText(self.tr("Propose as a script…"))
        self._proposed.setText(self.tr("Proposed. The trainers see it, and this contact beside it."))
        self._save.setText(self.tr("Save the amendment"))
        for button in (self._back, self._amend, self._propose, self._save):
            button.setAccessibleName(button.text())
        if self._shown is not None:
            self._show(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc, save an amendment with Enter in one of its lines."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_view()
        elif event.key() in _ENTER and any(one.isAncestorOf(QApplication.focusWidget() or self) for one in self._parts):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._back, self._amend, self._save, self._propose = (QPushButton(self) for _ in range(4))
        named = {"back": self._back, "amend": self._amend, "save": self._save, "propose": self._propose}
        for name, button in named.items():
            button.setObjectName(f"intake.past.{name}")
        icons.give(self._propose, "idea")
        icons.give(self._back, "back", "accent")
        self._back.setProperty("tone", "link")
        icons.give(self._amend, "edit")
        self._save.setProperty("tone", "primary")
        self._title = QLabel(self)
        self._title.setProperty("type", "section")
        self._title.setWordWrap(True)
        self._facts, self._proposed = QLabel(self), QLabel(self)
        for label in (self._facts, self._proposed):
            label.setProperty("type", "hint")
            label.setWordWrap(True)
        self.proposal = ProposalForm("intake.proposal", self._jobs, self._clock, self)
        self._text = QVBoxLayout()
        self._text.setSpacing(4)
        self._build_amendment()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.of_app().px("gap") // 2, 0)  # as far from the card's edge as at the left
        column.setSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(self._text)
        for part in self._parts:
            column.addWidget(part)
        row = FlowLayout(gap=8)  # one beside the other they are wider than the column of a small window
        column.addLayout(row)
        row.addWidget(self._amend)
        row.addWidget(self._propose)
        row.addWidget(self._save)
        column.addWidget(self._proposed)
        column.addWidget(self.proposal)
        column.addStretch(1)
        self._set_amending(False)

    def _build_amendment(self) -> None:
        self._form = Form(amendment_fields(), name="intake.amendment", clock=self._clock, parent=self)
        self.answers = AmendedAnswers(clock=self._clock, zone=self._zone, parent=self)
        self._why = Form(amendment_reason(), name="intake.amended.why", clock=self._clock, parent=self)
        self._parts = (self._form, self.answers, self._why)
        narrow(self._form)

    def _connect(self) -> None:
        self._back.clicked.connect(self.close_view)
        self._amend.clicked.connect(self._begin)
        self._propose.clicked.connect(self._begin_proposal)
        self.proposal.sent.connect(self._say_proposed)
        self.proposal.left.connect(self._leave_proposal)
        self._save.clicked.connect(self._finish)

    def _show(self, past: PastContact) -> None:
        language, row = languages.current(), past.row
        self._shown = past
        self._title.setText(presenting.result_words(row, language))
        facts = presenting.facts_of(row, language, self._clock(), self._zone)
        if row.amendments:
            facts.append(self.tr("amended %n time(s)", "", row.amendments))
        self._facts.setText(" · ".join(facts))
        for line in self._lines:
            self._text.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        if row.received_at is not None:
            self._line(self.tr("Received"), moment(row.received_at, self._clock(), language, self._zone))
        self._line("", row.summary or "")
        self._line("", row.narrative or "")
        self._line(self.tr("Reply"), row.reply or "")
        if (sent := past.referral) is not None:
            head = self.tr("Put through to") if sent.live else self.tr("Referred to")
            self._line(head, "\n".join(text for text in (sent.to, sent.note) if text))
        for name, value in row.answers.items():
            self._line(*presenting.answer_words(past.form, name, value, language))
        for given in row.scripts:
            self._line(self.tr("Given"), f"{given.title or given.key} · v{given.version}")
        for one in past.amendments:
            head = presenting.amended(one, language, self._clock(), self._zone)
            self._line(" · ".join((self.tr("Amended"), *head)), "\n".join(self._corrected(one, past)))

    def _corrected(self, one: Amendment, past: PastContact) -> list[str]:
        """Return why, and of each field what stood there before."""
        before = self.tr("{field} before: {text}")
        words = {
            "summary": self.tr("Summary"),
            "narrative": self.tr("Details"),
            "result": self.tr("Result"),
            "answer_mode": self.tr("How it was answered"),
        }
        lines = [one.reason or ""]
        for name, (former, _now) in one.corrected.items():
            field, text = presenting.corrected(past.form, name, former, languages.current())
            lines.append(before.format(field=words.get(name, field), text=text or "–"))
        return lines

    def _line(self, head: str, text: str) -> None:
        if not text:
            return
        if head:
            label = QLabel(head, self)
            label.setProperty("type", "label")
            label.setWordWrap(True)
            self._text.addWidget(label)
            label.show()
            self._lines.append(label)
        body = QLabel(self)
        body.setTextFormat(Qt.TextFormat.PlainText)
        body.setText(text if len(text) <= 4000 else f"{text[:4000]}…")
        body.setWordWrap(True)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.addWidget(body)
        body.show()
        self._lines.append(body)

    def _set_amending(self, amending: bool) -> None:
        for part in self._parts:
            part.setVisible(amending)
        self._save.setVisible(amending)
        self._amend.setVisible(not amending)
        self._propose.setVisible(not amending)
        self._proposed.hide()
        self.proposal.hide()

    def _begin_proposal(self) -> None:
        if self._shown is not None:
            self._set_amending(False)
            self._amend.hide()
            self._propose.hide()
            self.proposal.begin(self._shown.row.id)

    def _leave_proposal(self) -> None:
        self._set_amending(False)
        self._propose.setFocus()

    def _say_proposed(self) -> None:
        self._set_amending(False)
        self._propose.hide()
        self._proposed.show()

    def _begin(self) -> None:
        if self._shown is not None:
            row = self._shown.row
            mode = row.answer_mode.value if row.answer_mode else None
            self._form.set_values({"summary": row.summary, "narrative": row.narrative, "answer_mode": mode})
            self.answers.show_answers(self._shown.form, row.answers)
            self._why.set_values({})
            self._set_amending(True)
            self._form.focus("summary")

    def _finish(self) -> None:
        if self._shown is None or any([self._form.problems(), self.answers.has_problems(), self._why.problems()]):
            return
        corrected: dict[str, Value] = {name: self._form.value(name) or None for name in _CORRECTED}
        self._jobs.do(
            contacts.amend,
            initiator=self,
            done=self._amended,
            failed=self._refuse,
            contact=self._shown.row.id,
            corrected=corrected | self.answers.corrected(),
            reason=str(self._why.value("reason")),
        )

    def _amended(self, _nothing: object) -> None:
        self._set_amending(False)
        if self._shown is not None:
            self.open(self._shown.row.id)

    def _refuse(self, error: AppError) -> None:
        self._why.set_error("reason", told(error, languages.current()))
        self._why.focus("reason")
