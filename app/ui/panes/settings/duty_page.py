"""Duty days: who works when, and one form that says another week, leave, or a day that is worked after all."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.duty import LASTING, DutyFact, DutyRule
from app.models.errors import AppError, FieldWrong
from app.services import duty, wording
from app.services.duty import DutyRow
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card, EmptyState
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.settings.duty_model import DutyTable, week_of, weekday
from app.ui.panes.settings.page import Page

_SINGLE = tuple(one.value for one in DutyRule if one not in LASTING)


_FIELDS = (
    Field("rule", "choice", QT_TRANSLATE_NOOP("forms", "How it is"), required=True),
    Field("first_on", "date", QT_TRANSLATE_NOOP("forms", "From"), required=True),
    Field("last_on", "date", QT_TRANSLATE_NOOP("forms", "Until"), visible_when={"rule": _SINGLE}),
)


def _board(view: View) -> tuple[list[DutyRow], date]:
    return duty.board(view), view.now.astimezone(ZoneInfo(view.settings.time_zone)).date()


class DutyPage(Page):
    """For those who plan: choose a person, say how it is from a day on or on single days, save."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("duty", jobs, parent)
        self._row: DutyRow | None = None
        self._today = date(2000, 1, 1)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask who works when."""
        self.jobs.ask(_board, key="duty", done=self._show, failed=self.refuse)

    def save(self) -> None:
        """Say it of the chosen person, or what is missing beside its field."""
        form, row = self.form, self._row
        form.clear_errors()
        missing = form.missing()
        for name in missing:
            form.set_error(name, self.tr("This is needed."))
        if missing or row is None or form.problems():
            form.focus(missing[0] if missing else "rule")
            return
        rule, first = DutyRule(form.value("rule")), form.value("first_on")
        last = None if rule in LASTING else form.value("last_on") or first
        week = frozenset(place for place, box in enumerate(self.boxes, start=1) if box.isChecked())
        fact = DutyFact(rule, first, last, week if rule is DutyRule.WEEK else frozenset())
        command = partial(duty.put, name=row.person.name, fact=fact)
        self.jobs.do(command, done=self._saved, failed=self._fail, initiator=self)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Duty days"),
            self.tr("Practice comes due on days that people work. Why somebody is away is written down nowhere."),
        )
        self.view.setAccessibleName(self.tr("People and their duty days"))
        self._empty.show_text(self.tr("Nobody practices yet"), self.tr("Make accounts first."))
        rules = [Option(one.value, wording.label("duty_rule", one.value, languages.current())) for one in DutyRule]
        self.form.set_options("rule", rules)
        for place, box in enumerate(self.boxes, start=1):
            box.setText(weekday(place))
            box.setAccessibleName(weekday(place))
        self._week.setText(self.tr("Works on"))
        self.button.setText(self.tr("Save"))
        self.button.setAccessibleName(self.tr("Save the duty days"))
        self._say()

    def _build(self) -> None:
        self._empty = EmptyState("settings.no_duty", "calendar")
        self.model = DutyTable(self)
        self.view = TableView(self.model, name="settings.duty_list", empty=self._empty, parent=self)
        self.body.addWidget(self.view, 1)
        self.card = Card("", self)
        self.body.addWidget(self.card)
        self.form = Form(_FIELDS, name="settings.duty", clock=self._clock, columns=3, parent=self)
        self.card.body.addWidget(self.form)
        self._week = QLabel(self)
        self._week.setProperty("type", "label")
        self.boxes = tuple(QCheckBox(self) for _ in range(7))
        self.button = QPushButton(self)
        self.button.setObjectName("settings.duty.save")
        self.button.setProperty("tone", "primary")
        line = QHBoxLayout()
        self.card.body.addLayout(line)
        line.setSpacing(theme.of_app().px("pad"))
        line.addWidget(self._week)
        for place, box in enumerate(self.boxes, start=1):
            box.setObjectName(f"settings.duty.{place}")
            line.addWidget(box)
        line.addStretch(1)
        line.addWidget(self.button)

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.form.changed.connect(self._follow)
        self.button.clicked.connect(self.save)

    def _clock(self) -> datetime:
        return datetime(self._today.year, self._today.month, self._today.day, 12, tzinfo=UTC)

    def _show(self, found: tuple[Sequence[DutyRow], date]) -> None:
        rows, self._today = found
        before = self._row.person.id if self._row else b""
        self.model.show_rows(rows)
        ids = [one.person.id for one in rows]
        if rows:
            self.view.select(ids.index(before) if before in ids else 0)

    def _pick(self, row: DutyRow | None) -> None:
        changed = row is not None and (self._row is None or row.person.id != self._row.person.id)
        self._row = row
        if changed and row is not None:
            self.form.set_values({"rule": DutyRule.WEEK.value, "first_on": self._today, "last_on": None})
            for place, box in enumerate(self.boxes, start=1):
                box.setChecked(place in (row.week or frozenset(range(1, 6))))
        self._say()

    def _follow(self, _name: str, _value: object) -> None:
        self._say()

    def _saved(self, _fact: bytes) -> None:
        self.tell(self.tr("Saved"))
        self.refresh()

    def _fail(self, error: AppError) -> None:
        name = str(error.facts.get("field", "")) if isinstance(error, FieldWrong) else ""
        if name in self.form.names():
            self.form.set_error(name, wording.told(error, languages.current()))
            self.form.focus(name)
        else:
            self.refuse(error)

    def _say(self) -> None:
        row = self._row
        self.card.setVisible(row is not None)
        if row is not None:
            self.card.set_title(f"{row.person.display} · {week_of(row)}")
        is_week = self.form.value("rule") == DutyRule.WEEK.value
        for widget in (self._week, *self.boxes):
            widget.setVisible(is_week)
