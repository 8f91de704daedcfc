"""Who is doing what now, as far as this station knows, and how much lies on each desk."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.models.accounts import OperatorState
from app.services import supervision, wording
from app.services.supervision import Seated
from app.services.worklists import Listing
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import duration
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.supervision import presenting

_TONES = {
    OperatorState.RINGING: "warning",
    OperatorState.TALKING: "accent",
    OperatorState.HOLD: "accent",
    OperatorState.WRAP_UP: "accent",
    OperatorState.AWAY: "warning",
}


class PeopleTable(WholeList):
    """People as they were last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._now_at = datetime(2000, 1, 1, tzinfo=UTC)
        super().__init__(self._columns(), _key_of, parent)

    def show_people(self, people: Sequence[Seated]) -> None:
        """Show these people."""
        self.show_lines(people)

    def show_now(self, now: datetime) -> None:
        """Say for how long as seen from now; repaints once a minute at most."""
        same = self._now_at.replace(second=0, microsecond=0) == now.replace(second=0, microsecond=0)
        self._now_at = now
        if not same and self.rowCount():
            self._cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def place_of(self, person: bytes) -> int | None:
        """Return the row of a person, or None."""
        return next((place for place, one in enumerate(self.lines) if one.id == person), None)

    def _columns(self) -> tuple[Column, ...]:
        texts = (
            ("name", QT_TRANSLATE_NOOP("tables", "Person"), 0, _name),
            ("since", QT_TRANSLATE_NOOP("tables", "For how long"), 120, self._since),
            ("age", QT_TRANSLATE_NOOP("tables", "Average age"), 132, _age),
        )
        name, since, age = (Column(one, header, width, show=show, sortable=False) for one, header, width, show in texts)
        state = Column("state", QT_TRANSLATE_NOOP("tables", "State"), 200, "chip", show=_state, tone=_tone,
                       sortable=False)  # fmt: skip
        load = Column("load", QT_TRANSLATE_NOOP("tables", "On the desk"), 200, "chips", show=_load, tone=_load_tone,
                      sortable=False)  # fmt: skip
        return name, state, since, load, age

    def _since(self, one: Seated) -> str:
        return duration(self._now_at - one.since, languages.current()) if one.since else ""


class PeoplePage(QWidget):
    """``listed(Listing)`` what lies on the desk of the person that was opened, ``refused(error)``."""

    listed = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: bytes | None = None
        self.model = PeopleTable(self)
        self._empty = EmptyState("supervision.nobody", "people")
        self.view = TableView(self.model, name="supervision.people", empty=self._empty, parent=self)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self._hint = QLabel(self)
        self._hint.setProperty("type", "hint")
        self._hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.view, 1)
        column.addWidget(self._hint)
        self.view.opened.connect(self._open)
        self.retranslate()

    def reload(self) -> None:
        """Ask again who does what."""
        chosen: Seated | None = self.view.row()
        self._kept = chosen.id if chosen else self._kept
        self._jobs.ask(supervision.people, key="people", done=self._show, failed=self.refused.emit)

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select(0)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("People: what they do now"))
        self._empty.show_text(self.tr("Nobody takes calls"), self.tr("Accounts are made in Settings."))
        self._hint.setText(
            self.tr("As far as this station knows. Enter lists what lies on the desk of the person in My work.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, people: Sequence[Seated]) -> None:
        self.model.show_people(people)
        place = self.model.place_of(self._kept) if self._kept else None
        if place is not None:
            self.view.select(place)

    def _open(self, one: Seated) -> None:
        self.listed.emit(Listing(mine=False, owner=one.id.hex(), order="oldest"))


def _name(one: Seated) -> str:
    return one.name


def _state(one: Seated) -> str:
    language = languages.current()
    text = wording.label("operator_state", one.state.value, language)
    return (
        wording.named(text, wording.label("away_reason", one.reason.value, language), language) if one.reason else text
    )


def _tone(one: Seated) -> str:
    return _TONES.get(one.state, "")


def _load(one: Seated) -> str:
    return presenting.PARTED.join(f"{count:,}" for count, _ in presenting.numbers(one.line.load))


def _load_tone(one: Seated) -> str:
    return "|".join(tone for _, tone in presenting.numbers(one.line.load))


def _age(one: Seated) -> str:
    return duration(one.line.load.average_age, languages.current()) if one.line.load.total else ""


def _key_of(one: Seated) -> bytes:
    return one.id
