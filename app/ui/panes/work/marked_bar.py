"""What can be done with several marked inquiries at once, and what became of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.errors import AppError, FieldWrong
from app.services import clusters, inquiries, inquiry_steps, merging, several, wording
from app.services.several import Report
from app.services.worklists import Desk, Line
from app.ui.kit import languages, theme
from app.ui.kit.flow import FlowLayout
from app.ui.kit.focus import handed_on
from app.ui.kit.jobs import Jobs
from app.ui.panes.work import asking, marked_dispatch
from app.ui.panes.work.step_form import StepForm, field

_ACTIONS = ("hand_over", "note", "accept", "start", "dispatch", "close", "merge", "together")
_NAMED = 5


class MarkedBar(QWidget):
    """Shown while several lines are marked. ``told(text)``, ``warned(text)`` what was refused and why,
    ``refused(error)`` when nothing was saved, ``left()`` to let the marks go, ``merged(text)`` after a merge of
    ``merged_now``, which can be taken apart again.
    """

    told = Signal(str)
    warned = Signal(str)
    refused = Signal(object)
    left = Signal()
    merged = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work.marked")
        self._jobs = jobs
        self._desk: Desk | None = None
        self._lines: tuple[Line, ...] = ()
        self._marked: tuple[bytes, ...] = ()
        self.merged_now: tuple[bytes, ...] = ()
        self.heir: QWidget | None = None
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    def show_desk(self, desk: Desk) -> None:
        """Take the people to whom work can be handed."""
        self._desk = desk

    def show_marked(self, lines: Sequence[Line]) -> None:
        """Offer what can be done with these lines."""
        self._lines = tuple(lines)
        ids = tuple(line.row.id for line in lines)
        if ids != self._marked:
            self._marked = ids
            self.form.close_form()
        self.setVisible(bool(ids))
        for name in ("merge", "together"):
            self._buttons[name].setEnabled(len(ids) > 1)
        self._count.setText(self.tr("%n inquir(y/ies) marked", "", len(ids)))

    def hand_over(self) -> None:
        """Ask to whom they go."""
        if self._desk is not None:
            self._ask("hand_over", asking.person_fields(self._desk, None, why=True))

    def note(self) -> None:
        """Ask for a note on each of them."""
        self._ask("note", asking.note_fields())

    def accept(self) -> None:
        """Take each of them on."""
        self._do("accept", {})

    def start(self) -> None:
        """Say that work on each of them begins."""
        self._do("start", {})

    def dispatch(self) -> None:
        """Ask where they go, once it is known where each should."""
        if self._marked:
            self._jobs.ask(
                asking.advice_many, key="marked", done=self._ask_where, failed=self._refuse, chosen=self._marked
            )

    def close_all(self) -> None:
        """Ask for the answer with which each of them is closed."""
        self._ask("close", [field("note", required=True, label="answer")])

    def merge(self) -> None:
        """Ask which one stays."""
        if len(self._lines) > 1:
            self._ask("merge", *asking.merge_fields(self._lines))

    def put_together(self) -> None:
        """Ask what the incident is called that all of them are about."""
        if len(self._lines) > 1:
            self._ask("together", *asking.incident_fields(self._lines))

    def leave_form(self) -> bool:
        """Take what is asked for off the page; False where nothing is asked."""
        if not self.form.step:
            return False
        self.form.close_form()
        return True

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        texts = {
            "hand_over": self.tr("Hand over…"),
            "note": self.tr("Note…"),
            "accept": self.tr("Accept"),
            "start": self.tr("Start work"),
            "dispatch": self.tr("Dispatch…"),
            "close": self.tr("Close…"),
            "merge": self.tr("Merge…"),
            "together": self.tr("One incident…"),
        }
        for name, button in self._buttons.items():
            button.setText(texts[name])
            button.setAccessibleName(self.tr("{step} for all marked").format(step=texts[name].rstrip("…")))
        self._leave.setText(self.tr("Unmark"))
        self._leave.setAccessibleName(self._leave.text())
        self._count.setText(self.tr("%n inquir(y/ies) marked", "", len(self._marked)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._count = QLabel(self)
        self._count.setProperty("type", "label")
        self._count.setMinimumHeight(theme.of_app().px("base") + 20)  # in line with the buttons beside it
        self._buttons = {name: QPushButton(self) for name in _ACTIONS}
        self._leave = QPushButton(self)
        self._leave.setObjectName("work.marked.leave")
        self._leave.setProperty("tone", "quiet")
        line = QWidget(self)
        row = FlowLayout(line, gap=theme.of_app().px("pad"))
        row.addWidget(self._count)
        for name, button in self._buttons.items():
            button.setObjectName(f"work.marked.{name}")
            row.addWidget(button)
        row.addWidget(self._leave)
        self._where = marked_dispatch.MarkedDispatch(self)
        self.setFocusProxy(self._buttons["hand_over"])
        self.form = StepForm("work.marked_step", self._now, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(line)
        column.addWidget(self.form)

    def _connect(self) -> None:
        slots = (
            *(self.hand_over, self.note, self.accept, self.start),
            *(self.dispatch, self.close_all, self.merge, self.put_together),
        )
        for button, slot in zip(self._buttons.values(), slots, strict=True):
            button.clicked.connect(slot)
        self._leave.clicked.connect(self.left)
        self.form.accepted.connect(self._do)
        self.form.left.connect(self.leave_form)

    def _now(self) -> Any:
        return self._desk.now_at if self._desk else None

    def _ask(self, step: str, fields: list[Any], values: Mapping[str, Any] | None = None) -> None:
        if self._marked and self._desk is not None:
            title = self._buttons[step].text().rstrip("…")
            self.form.ask(step, title, fields, values=values or {}, zone=self._desk.zone)

    def _ask_where(self, advised: Any) -> None:
        if set(advised.units) == set(self._marked):  # else other lines were marked meanwhile
            suggest = asking.UnitSource(self._jobs).suggest
            self._ask("dispatch", *self._where.fields(advised, self._lines, asking.held(), suggest))

    def _do(self, step: str, values: Mapping[str, Any]) -> None:
        if not self._marked:
            return
        if step == "together":
            self._start(values)
            return
        said = dict(values)
        chosen, done = self._marked, self._done
        if step == "merge":
            into = bytes.fromhex(said["into"])
            verb = partial(merging.merge, into=into, reason=said.get("reason"))
            chosen, done = tuple(one for one in chosen if one != into), self._merged
        elif step == "hand_over":
            verb = partial(inquiries.hand_over, person=bytes.fromhex(said["person"]), reason=said["reason"])
        elif step == "dispatch":
            verb = partial(asking.dispatch_many, **marked_dispatch.said(said))
        elif step == "note":
            verb = partial(inquiries.note, text=said["note"])
        else:
            verb = partial(inquiry_steps.take, step=step, **said)
        self._jobs.do(several.each, done=done, failed=self._refuse, initiator=self, verb=verb, chosen=chosen)

    def _start(self, values: Mapping[str, Any]) -> None:
        lead = bytes.fromhex(values["lead"])
        said: dict[str, Any] = {"lead": lead, "members": self._marked, "title": values["title"]}
        self._jobs.do(clusters.start, done=self._together, failed=self._refuse, initiator=self, **said)

    def _together(self, _cluster: bytes) -> None:
        self._close_form()
        self.told.emit(self.tr("%n inquir(y/ies) put together", "", len(self._marked)))

    def _done(self, report: Report) -> None:
        if report.done:
            self.told.emit(self.tr("%n inquir(y/ies) saved", "", len(report.done)))
        self._end(report)

    def _merged(self, report: Report) -> None:
        self.merged_now = report.done
        if report.done:
            self.merged.emit(self.tr("%n inquir(y/ies) merged", "", len(report.done)))
        self._end(report)

    def _end(self, report: Report) -> None:
        self._close_form()
        if report.refused:
            self.warned.emit(self._refusals(report))

    def _close_form(self) -> None:
        with handed_on(self.form, self.heir or self):
            self.form.close_form()

    def _refusals(self, report: Report) -> str:
        reasons: dict[str, list[str]] = {}
        for one in report.refused:
            reasons.setdefault(wording.sentence(one.error, languages.current())[0], []).append(one.number)
        language = languages.current()
        parts = [wording.named(_some(numbers), reason, language) for reason, numbers in reasons.items()]
        count = self.tr("%n inquir(y/ies) refused.", "", len(report.refused))
        return wording.sentences((count, *parts), language)

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, FieldWrong) and self.form.refuse(error, languages.current()):
            return
        self.form.release()
        self.refused.emit(error)


def _some(numbers: list[str]) -> str:
    shown = wording.names_in_a_row((one for one in numbers[:_NAMED] if one), languages.current())
    return f"{shown} …" if len(numbers) > _NAMED else shown
