"""Courses and rotations: what was attended, with material, what is still to be answered; trainers write them down."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.models.errors import AppError, FieldWrong
from app.services import courses, wording
from app.services.courses import CourseLine, Courses, NewCourse
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.presenting_time import moment
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import presenting_courses
from app.ui.panes.training.commands import COURSES
from app.ui.panes.training.course_form import CourseForm
from app.ui.panes.training.leave_button import LeaveButton


@dataclass(frozen=True)
class Shown:
    """The courses, and the time and zone in which changes are said."""

    desk: Courses
    now: datetime
    zone: ZoneInfo


def shown(view: View) -> Shown:
    """Return everything that the page shows."""
    return Shown(courses.desk(view), view.now, ZoneInfo(view.settings.time_zone))


class CoursesPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Shown | None = None
        self._line: CourseLine | None = None
        self._writing = False
        self.commands = CommandTable(COURSES, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the courses again."""
        self._jobs.ask(shown, key="training.courses", done=self._show, failed=self._refuse)

    def take_focus(self) -> None:
        """Put the focus into the list, or into the form that is open."""
        self.form.take_focus() if self.is_writing() else self.view.setFocus()

    def may_write(self) -> bool:
        """Whether whoever is here writes courses down."""
        return self._shown is not None and self._shown.desk.may_write and not self.is_writing()

    def may_change(self) -> bool:
        """Whether a course is chosen that whoever is here may change."""
        return self.may_write() and self._line is not None

    def is_writing(self) -> bool:
        """Whether the form is open."""
        return self._writing

    def write(self) -> None:
        """Ask for a new course."""
        self._ask(None)

    def change(self) -> None:
        """Ask what is to be changed of the chosen course."""
        self._ask(self._line)

    def save(self) -> None:
        """Save what the form says."""
        self.form.save()

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
            self.tr("Trainers write lectures, ward rotations and visits down with Alt+C."),
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.courses")
        self._stack = QStackedWidget(self)
        self._empty = EmptyState("training.courses.empty", "training", parent=self)
        self.rows = WholeList(self._columns(), _key_of, self)
        self.view = TableView(self.rows, name="training.courses.list", empty=self._empty, parent=self)
        self.detail = QTextBrowser(self)
        self.detail.setObjectName("training.courses.detail")
        self.reply = QLineEdit(self)
        self.reply.setObjectName("training.courses.reply")
        self._lay_out()

    def _lay_out(self) -> None:
        pad = theme.of_app().px("pad")
        self._list = QWidget(self._stack)
        split = QSplitter(Qt.Orientation.Horizontal, self._list)
        split.setChildrenCollapsible(False)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setSizes([600, 500])
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.reply, 1)
        for name in ("answer", "new", "change"):
            row.addWidget(self.commands.button(f"training.course_{name}", self._list))
        self.form = CourseForm(self._now, self._stack)
        self._stack.addWidget(self._list)
        foot = QHBoxLayout()
        self.form.body.addLayout(foot)
        foot.addWidget(self.commands.button("training.course_save", self.form, tone="primary"))
        foot.addWidget(LeaveButton("training.course_leave", self.form.left, self.form))
        foot.addStretch(1)
        self._stack.addWidget(self.form)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.reply.returnPressed.connect(self.answer)
        self.form.wanted.connect(self._keep)
        self.form.left.connect(self._back)

    def _now(self) -> datetime:
        return self._shown.now if self._shown is not None else datetime(2000, 1, 1, tzinfo=UTC)

    def _ask(self, line: CourseLine | None) -> None:
        if self._shown is not None:
            self._writing = True
            self._stack.setCurrentWidget(self.form)
            self.form.ask(self._shown.desk.people, self._shown.desk.today, self._shown.zone, line)
            self.commands.refresh()

    def _keep(self, new: NewCourse, course: bytes) -> None:
        if course:
            self._jobs.do(
                courses.change, done=self._kept, failed=self._refuse, initiator=self, course=course, new=new
            )  # fmt: skip
        else:
            self._jobs.do(courses.record, done=self._kept, failed=self._refuse, initiator=self, new=new)

    def _kept(self, _course: bytes | None) -> None:
        self.told.emit(self.tr("The course is saved; who attended sees it."))
        self._back()

    def _back(self) -> None:
        self._writing = False
        self._stack.setCurrentWidget(self._list)
        self.reload()
        self.view.setFocus()

    def _show(self, found: Shown) -> None:
        self._shown = found
        before = self._line.course.id if self._line else None
        lines = found.desk.lines
        self.rows.show_lines(lines)
        kept = [at for at, one in enumerate(lines) if one.course.id == before]
        if lines:
            self.view.select(kept[0] if kept else 0)
        else:
            self._pick(None)
        self.commands.refresh()

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
            "written": self.tr("Written down"),
            "changed": self.tr("Changed"),
            "open": self.tr("No answer yet."),
        }
        said = tuple((name, self._when(at)) for name, at in line.changes)
        self.detail.setHtml(presenting_courses.course_html(line, words, languages.current(), said))

    def _when(self, at: datetime) -> str:
        found = self._shown
        return moment(at, found.now, languages.current(), found.zone) if found is not None else ""

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("day", QT_TRANSLATE_NOOP("tables", "Day"), 100, show=_day, sortable=False),
            Column("kind", QT_TRANSLATE_NOOP("tables", "Kind"), 120, show=_kind, sortable=False),
            Column("title", QT_TRANSLATE_NOOP("tables", "Title"), 0, show=_title, sortable=False),
            Column("hours", QT_TRANSLATE_NOOP("tables", "Hours"), 72, "number", show=_hours, sortable=False),
        )

    def _refuse(self, error: AppError) -> None:
        if not (isinstance(error, FieldWrong) and self.is_writing() and self.form.refuse(error)):
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
