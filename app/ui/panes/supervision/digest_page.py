"""The digests of a day: what the ladder did for each unit and person, each as one paper."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.ladders import LadderStep
from app.models.papers import Paper, as_text
from app.services import ladder_notices, wording
from app.services.ladder_notices import Digest
from app.ui.kit import icons, languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.parts.paper_window import PaperWindow

_A_DAY = timedelta(days=1)


class DigestTable(WholeList):
    """The digests of one day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._columns(), _key_of, parent)

    def show_digests(self, digests: Sequence[Digest]) -> None:
        """Show these digests."""
        self.show_lines(digests)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's header: the steps are called by their labels."""
        name = self.columns[section].name
        steps = {step.value for step in LadderStep}
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and name in steps:
            return wording.label("supervision", name, languages.current())
        return super().headerData(section, orientation, role)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", QT_TRANSLATE_NOOP("tables", "Recipient"), 0, sortable=False),
            Column("kind", QT_TRANSLATE_NOOP("tables", "Kind"), 120, show=self._kind, sortable=False),
            *(Column(step.value, step.value, 128, "number", show=_Count(step).of, sortable=False)
              for step in LadderStep),
            Column("undecided", QT_TRANSLATE_NOOP("tables", "Undecided"), 112, "number", show=_undecided,
                   sortable=False),
        )  # fmt: skip

    def _kind(self, digest: Digest) -> str:
        if digest.kind == "supervisors":
            return self.tr("Center")
        return self.tr("Unit") if digest.kind == "unit" else self.tr("Person")


def _undecided(digest: Digest) -> str:
    return f"{len(digest.undecided):,}" if digest.undecided else ""


class _Count:
    """Counts one step of a digest."""

    def __init__(self, step: LadderStep) -> None:
        self._step = step

    def of(self, digest: Digest) -> str:
        count = digest.count(self._step)
        return f"{count:,}" if count else ""


class DigestPage(QWidget):
    """``refused(error)`` when something cannot be had."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._today: date | None = None
        self._day: date | None = None
        self._opened: Digest | None = None
        self.paper_window: PaperWindow | None = None
        self._build()
        self._connect()
        self.retranslate()

    def show_today(self, today: date) -> None:
        """Know the center's date; a page that showed today goes on with it."""
        if self._day in (None, self._today):
            self._day = today
        self._today = today
        self._say_day()

    def reload(self) -> None:
        """Ask for the digests of the day."""
        self._jobs.ask(
            ladder_notices.digests, key="digests", done=self._show, failed=self.refused.emit,
            day=self._day, language=languages.current(),
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus into the list, on its first line if none is chosen."""
        self.view.setFocus()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select(0)

    def day_before(self) -> None:
        """Go to the day before."""
        if self._day is not None:
            self._go(self._day - _A_DAY)

    def day_after(self) -> None:
        """Go to the day after, today at the latest."""
        if self._day is not None and self._today is not None and self._day < self._today:
            self._go(self._day + _A_DAY)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(self.tr("Digests: what was due or late for each unit and person"))
        for button, text in (
            (self._before, self.tr("Day before")),
            (self._after, self.tr("Day after")),
            (self._open, self.tr("Open the digest…")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self._empty.show_text(
            self.tr("Nothing to digest"), self.tr("The ladder fired nothing on this day. Its rungs stand in Settings.")
        )
        self._say_day()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.model = DigestTable(self)
        self._empty = EmptyState("supervision.no_digest", "bell")
        self.view = TableView(self.model, name="supervision.digests", empty=self._empty, parent=self)
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self._before, self._after, self._open = QPushButton(self), QPushButton(self), QPushButton(self)
        self._title = QLabel(self)
        self._title.setProperty("type", "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(pad)
        for button, name, icon in ((self._before, "before", "left"), (self._after, "after", "right")):
            button.setObjectName(f"supervision.digests.{name}")
            icons.give(button, icon, "muted")
        self._open.setObjectName("supervision.digests.open")
        icons.give(self._open, "print", "text")
        row.addWidget(self._title)
        row.addStretch(1)
        for widget in (self._before, self._after, self._open):
            row.addWidget(widget)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._before.clicked.connect(self.day_before)
        self._after.clicked.connect(self.day_after)
        self._open.clicked.connect(self._open_chosen)
        self.view.opened.connect(self._open_one)
        self.view.picked.connect(self._follow_choice)

    def _go(self, day: date) -> None:
        self._day = day
        self._say_day()
        self.reload()

    def _say_day(self) -> None:
        self._title.setText(self._day.isoformat() if self._day else "")
        self._after.setEnabled(self._day is not None and self._today is not None and self._day < self._today)
        self._open.setEnabled(self.view.row() is not None)

    def _show(self, digests: Sequence[Digest]) -> None:
        self.model.show_digests(digests)
        self._say_day()

    def _follow_choice(self, _digest: object) -> None:
        self._say_day()

    def _open_chosen(self) -> None:
        if (digest := self.view.row()) is not None:
            self._open_one(digest)

    def _open_one(self, digest: Digest) -> None:
        self._opened = digest
        self._jobs.ask(
            ladder_notices.paper_of, key="digest", done=self._show_paper, failed=self.refused.emit,
            digest=digest, language=languages.current(),
        )  # fmt: skip

    def _show_paper(self, paper: Paper) -> None:
        if self.paper_window is None:
            self.paper_window = PaperWindow(self._jobs, self)
        opened = self._opened
        name = f"digest-{opened.day.isoformat()}-{opened.kind}-{opened.key}" if opened else "digest"
        self.paper_window.show_paper(paper, text=as_text(paper), name=name)


def _key_of(digest: Digest) -> tuple[str, str]:
    return digest.kind, digest.key
