"""Writing a course down, or changing it: what it was, where its material lies, who was there, and questions."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.courses import CourseKind
from app.models.errors import FieldWrong
from app.services import wording
from app.services.courses import CourseLine, NewCourse
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.kit.clear_scroll import ClearScroll
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form

_KINDS = tuple(
    Option(one.value, {name: wording.label("course_kind", one.value, name) for name in wording.LANGUAGES})
    for one in CourseKind
)
FIELDS = (
    Field("title", "text", QT_TRANSLATE_NOOP("forms", "Title"), required=True, span=2, max_length=200),
    Field("kind", "choice", QT_TRANSLATE_NOOP("forms", "Kind"), required=True, options=_KINDS),
    Field("day", "date", QT_TRANSLATE_NOOP("forms", "Day"), required=True),
    Field("hours", "number", QT_TRANSLATE_NOOP("forms", "Hours of each person"), required=True),
    Field("place", "text", QT_TRANSLATE_NOOP("forms", "Place"), max_length=200),
    Field(
        "material", "text", QT_TRANSLATE_NOOP("forms", "Material"), span=2, max_length=500,
        help=QT_TRANSLATE_NOOP("forms", "Where it lies: a folder, a shelf, an address"),
    ),
    Field(
        "questions", "long_text", QT_TRANSLATE_NOOP("forms", "Questions after it"), span=2, lines=5,
        help=QT_TRANSLATE_NOOP("forms", "One a line; who attended answers them. What was answered stays as it is."),
    ),
)  # fmt: skip
_USUAL_HOURS = 2


class CourseForm(Card):
    """``wanted(NewCourse, course)`` when it is to be saved, course b"" for a new one; ``left()`` without."""

    wanted = Signal(object, object)
    left = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._clock = clock
        self._course = b""
        self._boxes: dict[str, QCheckBox] = {}
        self._build()
        self._connect()
        self.retranslate()

    def ask(
        self, people: Sequence[tuple[str, str]], today: date, zone: ZoneInfo, line: CourseLine | None = None
    ) -> None:
        """Ask for a course: a new one, or this one to be changed. ``people`` are (account, name)."""
        self._left.removeWidget(self.form)
        self.form.hide()
        self.form.deleteLater()
        self.form = self._made(zone)
        self._course = line.course.id if line else b""
        there = dict(line.accounts) if line else {}
        self._offer({**dict(people), **there}, set(there))
        self.form.set_values(_values(line) if line else {"kind": "lecture", "day": today, "hours": _USUAL_HOURS})
        self.retranslate()
        self.form.focus("title")

    def take_focus(self) -> None:
        """Put the cursor back where it was in the form."""
        (self.focusWidget() or self.form).setFocus()

    def save(self) -> None:
        """Say what is to be saved, or what is missing beside its field."""
        form = self.form
        if form.problems():
            return
        form.clear_errors()
        self._wrong.hide()
        missing = form.missing()
        for name in missing:
            form.set_error(name, self.tr("This is needed."))
        if missing:
            form.focus(missing[0])
            return
        people = [name for name, box in self._boxes.items() if box.isChecked()]
        asked = (form.value("questions") or "").splitlines()
        new = NewCourse(
            CourseKind(form.value("kind")), form.value("title"), form.value("day"), float(form.value("hours")), people,
            form.value("place") or "", form.value("material") or "", [one for one in asked if one.strip()],
        )  # fmt: skip
        self.wanted.emit(new, self._course)

    def refuse(self, error: FieldWrong) -> bool:
        """Say what is wrong beside its field; False where there is no such field."""
        name = str(error.facts.get("field", ""))
        said = wording.told(error, languages.current())
        if name == "people":
            self._wrong.setText(self.tr("Tick who attended: nobody is ticked."))
            self._wrong.show()
            next(iter(self._boxes.values()), self._everyone).setFocus()
        elif name in self.form.names():
            self.form.set_error(name, said)
            self.form.focus(name)
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Change the course") if self._course else self.tr("Write a course down"))
        self._people_title.setText(self.tr("Attended"))
        self._area.setAccessibleName(self._people_title.text())
        self._everyone.setText(self.tr("Everybody, or nobody"))
        self._everyone.setAccessibleName(self._everyone.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.course_new")
        pad = theme.of_app().px("pad")
        row = QHBoxLayout()
        self.body.addLayout(row, 1)
        row.setSpacing(2 * pad)
        self._left = QVBoxLayout()
        row.addLayout(self._left, 3)
        self._left.addStretch(1)
        self.form = self._made(ZoneInfo("UTC"))
        side = QVBoxLayout()
        row.addLayout(side, 2)
        side.setSpacing(pad)
        self._people_title, self._wrong = QLabel(self), QLabel(self)
        self._people_title.setProperty("type", "muted")
        self._wrong.setProperty("type", "error")
        self._wrong.setWordWrap(True)
        self._everyone = QPushButton(self)
        self._everyone.setObjectName("training.course_form.everyone")
        self._area = ClearScroll(self)
        self._area.setObjectName("training.course_form.people")
        for widget in (self._people_title, self._wrong, self._everyone):
            side.addWidget(widget)
        side.addWidget(self._area, 1)

    def _made(self, zone: ZoneInfo) -> Form:
        made = Form(FIELDS, name="training.course_form", clock=self._clock, zone=zone, columns=2, parent=self)
        self._left.insertWidget(0, made)
        made.show()  # at once, so that it can have the keyboard
        return made

    def _connect(self) -> None:
        self._everyone.clicked.connect(self._tick_all)

    def _tick_all(self) -> None:
        every = not all(box.isChecked() for box in self._boxes.values())
        for box in self._boxes.values():
            box.setChecked(every)

    def _offer(self, people: dict[str, str], there: set[str]) -> None:
        holder = QWidget(self._area)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._boxes = {}
        self._wrong.hide()
        for name, display in sorted(people.items(), key=_display):
            box = QCheckBox(display, holder)
            box.setObjectName(f"training.course_form.person.{name}")
            box.setAccessibleName(display)
            box.setChecked(name in there)
            column.addWidget(box)
            self._boxes[name] = box
        column.addStretch(1)
        self._area.hold(holder)


def _display(person: tuple[str, str]) -> str:
    return person[1]


def _values(line: CourseLine) -> dict[str, Any]:
    course = line.course
    return {
        "title": course.title, "kind": course.kind.value, "day": course.day, "hours": course.hours,
        "place": course.place, "material": course.material, "questions": "\n".join(course.questions),
    }  # fmt: skip
