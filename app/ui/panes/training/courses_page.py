"""Courses and rotations: what was attended, with material, and what is still to be answered after it."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import courses, wording
from app.services.courses import CourseLine
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.training import presenting_courses
from app.ui.panes.training.commands import COURSES
from app.ui.panes.training.rows_table import RowsTable


class CoursesPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._line: CourseLine | None = None
        self.commands = CommandTable(COURSES, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the courses again."""
        self._jobs.ask(courses.listed, key="training.courses", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self.view.setFocus()

    def may_answer(self) -> bool:
        """Whether a question about the chosen course waits for an answer of whoever is here."""
        return self._line is not None and bool(self._line.waiting)

    def answer(self) -> None:
        """Answer the first question that waits."""
        if not self.reply.text().strip():
            self.reply.setFocus()
        elif self._line is not None and self._line.waiting:
            self._jobs.do(
                courses.answer, done=self._answered, failed=self._refuse, initiator=self,
                course=self._line.course.id, question=self._line.waiting[0], text=self.reply.text(),
            )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Courses"))
        self.view.setAccessibleName(self.tr("Courses of the last year"))
        self.detail.setAccessibleName(self.tr("The course"))
        self.reply.setAccessibleName(self.tr("Answer to the first open question"))
        self._empty.show_text(
            self.tr("No course was written down yet"),
            self.tr("Trainers write lectures, ward rotations and visits down: onewindow courses record"),
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.courses")
        self._empty = EmptyState("training.courses.empty", "training", parent=self)
        self.rows = RowsTable(self._columns(), _key_of, self)
        self.view = TableView(self.rows, name="training.courses.list", empty=self._empty, parent=self)
        self.detail = QTextBrowser(self)
        self.detail.setObjectName("training.courses.detail")
        self.reply = QLineEdit(self)
        self.reply.setObjectName("training.courses.reply")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setSizes([600, 500])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(split, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.reply, 1)
        row.addWidget(self.commands.button("training.course_answer", self))

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.reply.returnPressed.connect(self.answer)

    def _show(self, found: list[CourseLine]) -> None:
        before = self._line.course.id if self._line else None
        self.rows.show_rows(found)
        kept = [at for at, one in enumerate(found) if one.course.id == before]
        if found:
            self.view.select(kept[0] if kept else 0)
        else:
            self._pick(None)

    def _pick(self, line: CourseLine | None) -> None:
        self._line = line
        self.reply.setEnabled(self.may_answer())
        self.commands.refresh()
        self._say()

    def _answered(self, _nothing: None) -> None:
        self.reply.clear()
        self.told.emit(self.tr("The answer is saved."))
        self.reload()

    def _say(self) -> None:
        line = self._line
        asked = (
            line.course.questions[line.waiting[0]] if line and line.waiting else self.tr("No question waits for you")
        )
        self.reply.setPlaceholderText(asked)
        if line is None:
            self.detail.clear()
            return
        words = {
            "place": self.tr("Place"),
            "material": self.tr("Material"),
            "attended": self.tr("Attended"),
            "questions": self.tr("Questions after it"),
            "listed": self.tr(", "),
        }
        self.detail.setHtml(presenting_courses.course_html(line, words))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("day", QT_TRANSLATE_NOOP("tables", "Day"), 100, show=_day, sortable=False),
            Column("kind", QT_TRANSLATE_NOOP("tables", "Kind"), 120, show=_kind, sortable=False),
            Column("title", QT_TRANSLATE_NOOP("tables", "Title"), 0, show=_title, sortable=False),
            Column("hours", QT_TRANSLATE_NOOP("tables", "Hours"), 72, "number", show=_hours, sortable=False),
        )

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(line: CourseLine) -> bytes:
    return line.course.id


def _day(line: CourseLine) -> str:
    return line.course.day.isoformat()


def _kind(line: CourseLine) -> str:
    return wording.label("course_kind", line.course.kind.value, languages.current())


def _title(line: CourseLine) -> str:
    return line.course.title


def _hours(line: CourseLine) -> str:
    return f"{line.course.hours:g}"
