"""The head of an opened inquiry: number, state, urgency, due time in words, summary, and the facts beside it."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.inquiries import DONE, EventKind, Urgency
from app.services import wording
from app.services.worklists import Dossier
from app.ui.kit import icons, languages, theme
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.kit.presenting_time import moment
from app.ui.panes.work import presenting
from app.ui.panes.work.clock_row import ClockRow
from app.ui.panes.work.words import Words

_FACTS = ("category", "caller", "unit", "area", "channel", "opened", "owner", "numbers")
_LONGEST = 240


class Header(QWidget):
    """Shows one inquiry at a glance. ``closing()`` on the cross."""

    closing = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[Dossier, datetime, tzinfo] | None = None
        self._build()
        self.retranslate()

    def show_dossier(self, dossier: Dossier, now: datetime, zone: tzinfo) -> None:
        """Show an inquiry as it stands now."""
        self._shown = dossier, now, zone
        language, row = languages.current(), dossier.line.row
        self._number.setText(row.number)
        self._state.show_text(wording.state_of(row, language), presenting.state_tone(row.state))
        self._urgency.show_text(
            wording.label("urgency", row.urgency.value, language), presenting.urgency_tone(row.urgency)
        )
        self._urgency.setVisible(row.urgency is not Urgency.NORMAL)
        self._show_bounces(dossier)
        self._show_due(dossier, now, zone)
        summary = row.summary or self.tr("Without a summary")
        self._summary.setText(summary if len(summary) <= _LONGEST else summary[: _LONGEST - 1] + "…")
        self._show_facts(dossier, now, zone)

    def show_facts(self, shown: bool) -> None:
        """Show or hide the facts under the summary; a form that holds them needs their room."""
        self._facts.setVisible(shown)

    def refresh(self, now: datetime) -> None:
        """Say the times anew."""
        if self._shown is not None:
            self.show_dossier(self._shown[0], now, self._shown[2])

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = (
            self.tr("Category"),
            self.tr("Caller"),
            self.tr("Unit"),
            self.tr("Area"),
            self.tr("Channel"),
            self.tr("Opened"),
            self.tr("Owner"),
            self.tr("Telephone"),
        )
        for name, text in zip(_FACTS, texts, strict=True):
            self._labels[name].setText(text)
        self._close.setAccessibleName(self.tr("Close the inquiry's page"))
        self._close.setToolTip(self.tr("Back to the list (Esc)"))
        if self._shown is not None:
            self.show_dossier(*self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_bounces(self, dossier: Dossier) -> None:
        """Say how often units gave it back: the next one should be the right one."""
        count = sum(1 for one in dossier.detail.events if one.kind is EventKind.RETURNED)
        self._bounces.show_text(self.tr("Returned {count}×").format(count=count), "danger" if count > 1 else "warning")
        self._bounces.setVisible(count > 0)

    def _show_due(self, dossier: Dossier, now: datetime, zone: tzinfo) -> None:
        row = dossier.line.row
        done = row.state in DONE
        self._clocks.show_chips(self._words.clocks.chips(row, now, zone) if row.clocks else [])
        text = self._words.due_sentence(row.due_at, now, zone, done=done)
        if done and row.closed_at is not None:
            text = self.tr("Closed {when}").format(when=moment(row.closed_at, now, languages.current(), zone))
        elif (first := presenting.first_due(row)) is not None:
            when = moment(first, now, languages.current(), zone)
            text = self.tr("{due}; first promised for {when}").format(due=text, when=when)
        self._due.show_text(text, presenting.row_due_tone(row, now, zone))

    def _show_facts(self, dossier: Dossier, now: datetime, zone: tzinfo) -> None:
        language, row = languages.current(), dossier.line.row
        facts = {
            "caller": row.caller_name or ("" if dossier.numbers else self.tr("Anonymous")),
            "category": presenting.category(row.category, language, whole=True),
            "unit": presenting.unit(dossier.line, language),
            "area": row.area or "",
            "channel": wording.label("channel", row.channel, language),
            "opened": moment(row.opened_at, now, language, zone),
            "owner": dossier.line.owner,
            "numbers": ", ".join(dossier.numbers),
        }
        # The path of a category has a line of its own: beside another fact it was cut, and its end tells most.
        place = 0
        for name in (name for name in _FACTS if facts[name]):
            line, column = divmod(place, 2)
            is_path = name == "category"
            self._grid.addWidget(self._labels[name], line, column * 2)
            self._grid.addWidget(self._values[name], line, column * 2 + 1, 1, 3 if is_path else 1)
            place += 2 if is_path else 1
        for name in _FACTS:
            self._labels[name].setVisible(bool(facts[name]))
            self._values[name].setVisible(bool(facts[name]))
            self._values[name].setText(facts[name])

    def _build(self) -> None:
        self._number, self._summary = QLabel(self), QLabel(self)
        self._number.setProperty("type", "muted")
        self._number.setFont(theme.of_app().font(tabular=True))
        self._summary.setProperty("type", "section")
        self._summary.setWordWrap(True)
        for label in (self._number, self._summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state, self._urgency, self._due, self._bounces = (Chip("", "", self) for _ in range(4))
        self._close = QPushButton(self)
        self._close.setObjectName("work.detail.close")
        self._close.setProperty("tone", "quiet")
        icons.give(self._close, "close", "muted")
        self._close.clicked.connect(self.closing)
        self._build_facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(theme.of_app().px("pad"))
        for widget in (self._number, self._state, self._urgency, self._bounces):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self._close)
        column.addWidget(self._summary)
        column.addWidget(self._due, 0, Qt.AlignmentFlag.AlignLeft)
        self._clocks = ClockRow(self)
        column.addWidget(self._clocks)
        column.addWidget(self._facts)

    def _build_facts(self) -> None:
        self._facts = QWidget(self)
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._labels = {name: QLabel(self._facts) for name in _FACTS}
        cut = {"category": Qt.TextElideMode.ElideLeft}
        right = Qt.TextElideMode.ElideRight
        self._values = {name: ElidedLabel("", self._facts, mode=cut.get(name, right)) for name in _FACTS}
        self._grid.setHorizontalSpacing(theme.of_app().px("gap"))
        self._grid.setVerticalSpacing(4)
        for column, stretch in ((1, 2), (3, 3)):  # the unit stands at the right
            self._grid.setColumnStretch(column, stretch)
        for label in self._labels.values():
            label.setProperty("type", "label")
