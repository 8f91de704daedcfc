"""A section that keeps reference data in versions: a table of what counts, and the form of a new version under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong
from app.ui.kit import theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.commands import Command, CommandTable
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.page import Page

#: Lines of the table, its headings among them, that stay beside the question.
_LEAST_LINES = 3


@dataclass(frozen=True)
class Found:
    """What the page shows: the newest versions, the day at the center, the calendars by name."""

    listed: Sequence[Any]
    today: date
    now_at: datetime
    calendars: tuple[str, ...]


@dataclass(frozen=True)
class Kind:
    """One kind of reference data: the question for what is there, and the commands that save a version and end one.

    ``field`` names what of a listed version is its content, and of the command what it saves.
    """

    name: str
    field: str
    board: Callable[..., Found]
    save: Callable[..., object]
    end: Callable[..., object]
    rows: Sequence[Command]


class VersionsPage(Page):
    """Whoever inherits it makes ``model`` (``show_listed``, ``place_of``) and ``form``, calls ``fill``, says texts."""

    model: Any
    form: Any

    def __init__(self, kind: Kind, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(kind.name, jobs, parent)
        self._kind = kind
        self._found: Found | None = None
        self._wanted = ""

    def refresh(self) -> None:
        """Ask what there is."""
        self.jobs.ask(self._kind.board, key=self._kind.name, done=self._show, failed=self.refuse)

    def leave_form(self) -> bool:
        """Take the question off the page; False where nothing is asked."""
        if not self.form.asking:
            return False
        self._close_form()
        self.view.setFocus()
        return True

    def add(self) -> None:
        """Ask about a new one."""
        self.form.ask(None)
        self._make_room(asking=True)

    def edit(self) -> None:
        """Ask about a new version of the chosen one."""
        if (one := self.chosen()) is not None:
            self.form.ask(self._content(one))
            self._make_room(asking=True)

    def end(self) -> None:
        """Let the chosen one count for the last time today."""
        if (one := self.chosen()) is not None and self._found is not None and self.can_end():
            self._wanted = one.name
            self._save(partial(self._kind.end, name=one.name, last_on=self._found.today))

    def chosen(self) -> Any:
        """Return what is chosen in the list."""
        return self.view.row()

    def has_one(self) -> bool:
        """Whether one is chosen."""
        return self.chosen() is not None

    def can_end(self) -> bool:
        """Whether one is chosen that has no end yet."""
        one = self.chosen()
        return one is not None and self._content(one).until_on is None

    def now(self) -> datetime:
        """Return the time at the center."""
        return self._found.now_at if self._found else datetime.fromisoformat("2000-01-01T00:00:00+00:00")

    def fill(self, empty: EmptyState) -> None:
        """Put buttons, table and form on the page, and follow them."""
        self.view = TableView(self.model, name=f"settings.{self._kind.name}_list", empty=empty, parent=self)
        self.view.setMinimumHeight(theme.of_app().px("row") * _LEAST_LINES)
        self.table = CommandTable(self._kind.rows, self)
        self._buttons = [
            self.table.button(row.id, self, tone="primary" if place == 0 else "")
            for place, row in enumerate(self._kind.rows)
        ]
        line = QHBoxLayout()
        self.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        for button in self._buttons:
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.form)
        self.view.picked.connect(self._choose)
        self.view.opened.connect(self.edit)
        self.form.accepted.connect(self._take)
        self.form.left.connect(self.leave_form)

    def _content(self, one: Any) -> Any:
        return getattr(one, self._kind.field)

    def _choose(self, _one: object) -> None:
        self.table.refresh()

    def _show(self, found: Found) -> None:
        current = self.chosen()
        wanted = self._wanted or (current.name if current else "")
        self._found, self._wanted = found, ""
        self.form.show_calendars(found.calendars)
        self.model.show_listed(found.listed, found.today)
        place = self.model.place_of(wanted) if wanted else None
        if place is not None:
            self.view.select(place)
        self.table.refresh()

    def _take(self, content: Any) -> None:
        self._wanted = content.name
        self._save(partial(self._kind.save, **{self._kind.field: content}))

    def _save(self, command: Callable[..., object]) -> None:
        self.jobs.do(command, done=self._done, failed=self._refuse_fields, initiator=self)

    def _done(self, _number: object) -> None:
        self._close_form()
        self.tell(QCoreApplication.translate("VersionsPage", "Saved"))
        self.refresh()

    def _refuse_fields(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.asking and self.form.refuse(error):
            return
        self.form.release()
        self.refuse(error)

    def _close_form(self) -> None:
        with handed_on(self.form, self.view):
            self.form.close_form()
            self._make_room(asking=False)

    def _make_room(self, *, asking: bool) -> None:
        self.show_hint(not asking)
        for button in self._buttons:
            button.setVisible(not asking)
