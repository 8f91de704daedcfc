"""Asks about one kind: how many days, what would be due, save; and the redaction, which is asked for twice."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import AppError
from app.models.retention import LEAST_DAYS, MOST_DAYS
from app.services import retention, wording
from app.services.retention import Rule
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.count_box import CountBox
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted

_USUAL = 1095


class RetentionCard(Card):
    """``refused(error)``; ``done(text)`` after something was saved or redacted."""

    refused = Signal(object)
    done = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("settings.retention_card")
        self._jobs = jobs
        self._rule: Rule | None = None
        self._due = 0
        self._asking = False
        self._would: Rule | None = None
        self._build()
        self._connect()
        self.retranslate()

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Say how much is due in all."""
        self._due, self._asking = sum(rule.rows for rule in rules), False
        self._say()

    def ask_about(self, rule: Rule) -> None:
        """Ask about a kind."""
        self._rule, self._would, self._asking = rule, None, False
        self.days.setValue(rule.days or _USUAL)
        self._say()

    def leave_question(self) -> bool:
        """Do not redact after all; False where nothing is asked."""
        was, self._asking = self._asking, False
        self._say()
        return was

    def preview(self) -> None:
        """Show what would be due."""
        if self._rule is not None:
            question = partial(retention.preview, kind=self._rule.kind, days=self.days.value())
            self._jobs.ask(question, key="retention.preview", done=self._show, failed=self.refused.emit)

    def keep(self) -> None:
        """Keep the kind for so many days from now on."""
        self._set(self.days.value())

    def keep_for_ever(self) -> None:
        """Keep the kind without an end."""
        self._set(None)

    def redact(self) -> None:
        """Ask first; the second time, do it."""
        if not self._asking:
            self._asking = True
            self._say()
            return
        self._run.setEnabled(False)
        self._jobs.do(retention.redact, done=self._redacted, failed=self._fail, initiator=self)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = (
            (self._look, self.tr("What would be due?")),
            (self._keep, self.tr("Keep so long")),
            (self._ever, self.tr("Keep forever")),
            (self._cancel, self.tr("Cancel")),
        )
        for button, text in texts:
            button.setText(text)
            button.setAccessibleName(text)
        self.days.setSuffix(self.tr(" days"))
        self.days.setAccessibleName(self.tr("Days after the matter ended"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.days = CountBox(self)
        self.days.setObjectName("settings.retention.days")
        self.days.setRange(LEAST_DAYS, MOST_DAYS)
        self._look, self._keep, self._ever = QPushButton(self), QPushButton(self), QPushButton(self)
        self._run, self._cancel = QPushButton(self), QPushButton(self)
        named = ((self._look, "look"), (self._keep, "keep"), (self._ever, "ever"), (self._run, "run"))
        for button, name in (*named, (self._cancel, "cancel")):
            button.setObjectName(f"settings.retention.{name}")
        self._keep.setProperty("tone", "primary")
        self._cancel.setProperty("tone", "quiet")
        self.said = muted(QLabel(self))
        pad = theme.of_app().px("pad")
        for widgets in ((self.days, self._look, self._keep, self._ever), (self._run, self._cancel)):
            line = QHBoxLayout()
            self.body.addLayout(line)
            line.setSpacing(pad)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
            if widgets[0] is self.days:
                self.body.addWidget(self.said)

    def _connect(self) -> None:
        self.days.valueChanged.connect(self._forget)
        self._look.clicked.connect(self.preview)
        self._keep.clicked.connect(self.keep)
        self._ever.clicked.connect(self.keep_for_ever)
        self._run.clicked.connect(self.redact)
        self._cancel.clicked.connect(self.leave_question)

    def _forget(self, _days: int) -> None:
        self._would = None
        self._say()

    def _show(self, rule: Rule) -> None:
        self._would = rule
        self._say()

    def _set(self, days: int | None) -> None:
        if self._rule is not None:
            command = partial(retention.set_days, kind=self._rule.kind, days=days)
            self._jobs.do(command, done=self._kept, failed=self.refused.emit, initiator=self)

    def _kept(self, _value: object) -> None:
        self.done.emit(self.tr("Saved"))

    def _redacted(self, rows: int) -> None:
        self._asking = False
        self.done.emit(self.tr("Redacted {count} records for good").format(count=f"{rows:,}"))

    def _fail(self, error: AppError) -> None:
        self._asking = False
        self._say()
        self.refused.emit(error)

    def _say(self) -> None:
        name = wording.label("retention_kind", self._rule.kind, languages.current()) if self._rule else ""
        self.set_title(name)
        self._ever.setVisible(self._rule is not None and self._rule.days is not None)
        self.said.setText(self._told(self._would))
        due = f"{self._due:,}"
        ask = self.tr("Redact {count} records for good").format(count=due)
        self._run.setText(ask if self._asking else self.tr("Redact all that is due ({count})…").format(count=due))
        self._run.setAccessibleName(self._run.text())
        self._run.setEnabled(self._due > 0)
        self._cancel.setVisible(self._asking)

    def _told(self, rule: Rule | None) -> str:
        if rule is None:
            return self.tr("Nothing is redacted before you say so below; it cannot be taken back.")
        if not rule.due:
            return self.tr("With {days} days, nothing would be due.").format(days=f"{rule.days:,}")
        parts = [
            f"{wording.label('read_kind', one.entity, languages.current())} {one.rows:,} "
            f"({one.oldest_at.date()} – {one.newest_at.date()})"
            for one in rule.due
        ]
        return self.tr("With {days} days, due would be: {parts}").format(days=f"{rule.days:,}", parts=" · ".join(parts))
