"""Conflicts that nobody decided in time: supervisors see them over their lists until somebody does."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.conflicts import Conflict
from app.services import conflicts, wording
from app.ui.kit import icons, languages
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import ElidedLabel

#: How often it is looked again (seconds): time alone makes a conflict late.
_EVERY_S = 300


class UndecidedBar(QFrame):
    """Hidden while nothing is late, and from who may not decide. ``wanted()`` to go where it is decided."""

    wanted = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._late: tuple[Conflict, ...] = ()
        self._seconds = 0
        self._build()
        self._say()

    def begin(self) -> None:
        """Begin with another person."""
        self._show(())
        self.look()

    def look(self) -> None:
        """Ask what is late."""
        self._jobs.ask(conflicts.escalated, key="undecided", done=self._show, failed=self._not_now)

    @property
    def text(self) -> str:
        """What it says now, "" while it is hidden."""
        return self._text.text() if self._late else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("work.undecided")
        self.setProperty("role", "strip")
        self.setProperty("tone", "warning")
        icon = QLabel(self)
        icons.give(icon, "warning", "warning", 18)
        self._text = ElidedLabel("", self)
        self.decide = QPushButton(self)
        self.decide.setObjectName("work.undecided.decide")
        self.decide.setProperty("tone", "tag")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.decide)
        self.decide.clicked.connect(self.wanted)
        self._jobs.changed.connect(self._follow)
        self._jobs.ticked.connect(self._tick)

    def _follow(self, changes: object, _initiator: object) -> None:
        if self._late and getattr(changes, "entities", ()):
            self.look()

    def _tick(self, _now: object) -> None:
        self._seconds += 1
        if self._seconds % _EVERY_S == 0:
            self.look()

    def _show(self, late: tuple[Conflict, ...]) -> None:
        self._late = late
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._late))
        self.decide.setText(self.tr("Decide"))
        self.decide.setAccessibleName(self.tr("Go to what needs a decision"))
        if not self._late:
            return
        first, language = self._late[0], languages.current()
        entity = wording.label("conflict_entity", first.entity, language)
        field = wording.label("conflict_field", first.field, language)
        told = self.tr("Undecided for too long: {count}. The oldest: {what}, since {at}")
        what = " ".join(one for one in (entity, first.title, f"({field})") if one)
        self._text.setText(told.format(count=len(self._late), what=what, at=f"{first.since:%m-%d %H:%M}"))

    def _not_now(self, _error: object) -> None:
        """Stay hidden from who may not decide."""
        self._show(())
