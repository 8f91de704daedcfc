"""Who was given a version of a script: a list to choose from, what is to be said, and until when."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import script_recalls
from app.services.script_recalls import Recalled
from app.ui.kit import languages, theme
from app.ui.kit.cards import SectionHeader
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import LineEditor, MomentEditor
from app.ui.kit.presenting_time import moment
from app.ui.panes.scripts.boards import recall_asking
from app.ui.panes.scripts.boards.recall_asking import Given
from app.ui.panes.scripts.boards.recall_commands import RECALL
from app.ui.panes.scripts.line_list import Line, LineList

_DUE = timedelta(days=1)


class DueLine(MomentEditor):
    """The time until which people are to be called, at the center."""

    def take_zone(self, zone: tzinfo) -> None:
        """Read and show times in the zone of the center."""
        self._zone = zone


class RecallPage(QWidget):
    """``left()`` when a person goes back, ``done(text)`` after the commit, ``refused(error)``."""

    left = Signal()
    done = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._given: Given | None = None
        self._title = ""
        self.setObjectName("scripts.recall")
        self._build()
        self.list.selectionModel().selectionChanged.connect(self._follow)
        self.what.edited.connect(self._follow)
        self.due.edited.connect(self._follow)
        self.retranslate()

    @property
    def key(self) -> str:
        """The script whose callers are listed, "" for none."""
        return self._given.key if self._given else ""

    def begin(self, key: str, number: int, title: str) -> None:
        """List to whom a version was given."""
        self._given, self._title = None, title
        self.what.set_value("")
        self.due.set_value(None)
        self._show()
        self._jobs.ask(
            recall_asking.given, key="given", done=self._take, failed=self._refuse, script=key, number=number
        )

    def can_call(self) -> bool:
        """Whether callers are chosen, and it is said what about and until when."""
        ready = bool(self.what.text().strip()) and self.due.value() is not None
        return self._given is not None and self._given.may_call and ready and bool(self._chosen())

    def call(self) -> None:
        """Owe each chosen caller one call."""
        given, due = self._given, self.due.value()
        if given is not None and due is not None:
            self._jobs.do(
                script_recalls.call_back_recalled,
                done=self._called,
                failed=self._refuse,
                key=given.key,
                number=given.number,
                contacts=self._chosen(),
                due_at=due,
                what=self.what.text(),
            )

    def leave(self) -> None:
        """Go back to the script."""
        self.left.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Who was given it"))
        self.list.setAccessibleName(self.tr("Callers who were given this version"))
        for label, line, text in (
            (self._what_label, self.what, self.tr("What is to be said")),
            (self._due_label, self.due, self.tr("Call by")),
        ):
            label.setText(text)
            line.setAccessibleName(text)
        self.what.setPlaceholderText(self.tr("What was wrong, and what is right"))
        self.due.setPlaceholderText(self.tr("tomorrow 9:00"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._head, self._hint = SectionHeader("", self), QLabel(self)
        self._hint.setProperty("type", "muted")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self.list = LineList("scripts.recall.list", self)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._what_label, self._due_label = QLabel(self), QLabel(self)
        self.what, self.due = LineEditor(self), DueLine(self._now, None, self)
        self.what.setObjectName("scripts.recall.what")
        self.due.setObjectName("scripts.recall.due")
        self.commands = CommandTable(RECALL, self)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        for widget in (self._head, self._hint, self.list, self._what_label, self.what, self._due_label, self.due):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addLayout(row)
        self._call = self.commands.button("scripts.recall.call", self, tone="primary")
        self._leave = self.commands.button("scripts.recall.leave", self)
        row.addWidget(self._call)
        row.addWidget(self._leave)
        row.addStretch(1)
        column.addStretch(0)  # takes the room of the list where nobody is to be listed

    def _now(self) -> datetime:
        given = self._given
        return given.now.astimezone(given.zone) if given else datetime.fromtimestamp(0, UTC)

    def _take(self, given: Given) -> None:
        self._given = given
        self.due.take_zone(given.zone)
        if not self.due.text():
            self.due.set_value(self._now() + _DUE)
        self._show()
        self.list.selectAll()
        (self.list if given.people else self._leave).setFocus()

    def _show(self) -> None:
        given = self._given
        number = given.number if given else 0
        title = self.tr("Who was given “{title}”, version {number}").format(title=self._title, number=number)
        self._head.set_title(title if given else "")
        self.list.show_lines(list(self._lines(given)) if given else [])
        self.list.setVisible(given is None or bool(given.people))
        for widget in (self._what_label, self.what, self._due_label, self.due, self._call):
            widget.setVisible(given is not None and given.may_call and bool(given.people))
        self._hint.setText(self._hint_text(given) if given else "")
        self._follow()

    def _hint_text(self, given: Given) -> str:
        if not given.people:
            return self.tr("This version was given to nobody: nobody has to be called.")
        if not given.may_call:
            return self.tr("Given {size} times. A supervisor makes call-backs of this list.").format(size=given.size)
        text = self.tr("Given {size} times, {shown} shown. Choose callers: Shift and Ctrl choose several, Ctrl+A all.")
        return text.format(size=given.size, shown=len(given.people))

    def _lines(self, given: Given) -> Iterator[Line]:
        for one in given.people:
            when = moment(one.at, given.now, languages.current(), given.zone)
            parts = [part for part in (one.number if one.caller_name else "", one.by) if part]
            yield Line(
                one.contact, one.caller_name or one.number or self.tr("No number"), " · ".join(parts) or "–", hint=when
            )

    def _chosen(self) -> tuple[bytes, ...]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self.list.lines[row].key for row in rows)

    def _follow(self) -> None:
        self.commands.refresh()

    def _called(self, recalled: Recalled) -> None:
        text = self.tr(
            "Call-backs made: {made}. Owed already: {already}; never to be called: {never}; without a number: {none}."
        )
        self.done.emit(
            text.format(
                made=len(recalled.made),
                already=recalled.already,
                never=recalled.do_not_call,
                none=recalled.no_number,
            )
        )
        self.left.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
