"""The middle column: the matter, the line's own questions, what happens next, and the reply to what came in writing."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.models.contacts import AnswerMode, Channel, ContactDraft
from app.models.inquiries import Urgency
from app.services import units
from app.ui.kit import languages, theme
from app.ui.kit.clear_scroll import ClearScroll, narrow
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.type_ahead import Suggest, Suggestion
from app.ui.panes.intake import asking, presenting, readiness
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.due_proposer import DueProposer
from app.ui.panes.intake.due_times import in_the_past
from app.ui.panes.intake.duplicate_hints import DuplicateHints
from app.ui.panes.intake.field_rows import COLUMNS, code_options, matter_fields, next_fields
from app.ui.panes.intake.line_form import LineForm
from app.ui.panes.intake.low_room import LowRoom
from app.ui.panes.intake.quick_due import QuickDue
from app.ui.panes.intake.unit_row import UnitRow
from app.ui.parts import unit_suggestions

if TYPE_CHECKING:
    from app.ui.panes.intake.reply_box import ReplyBox

_MATTER = ("channel", "received_at", "category", "urgency", "summary", "area", "details", "answer_mode")
#: So much is scrolled to around a field: its name stands above it.
_AROUND = 24
_NEXT = ("unit", "due_at", "promise", "dispatch_reason", "override", "override_note")


class WhatColumn(QWidget):
    """Writes every field to the state at the keystroke."""

    def __init__(self, jobs: Jobs, state: ConversationState, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.what")
        self._jobs, self._state, self._desk = jobs, state, desk
        self._writing = ""
        self._reply: ReplyBox | None = None
        self._build()
        self._connect()
        self.load()

    def load(self) -> None:
        """Show the draft."""
        draft = self._state.draft
        self._matter.set_values(self._shown(_MATTER, draft))
        self._next.set_values(self._shown(_NEXT, draft))
        if self._reply is not None:
            self._reply.load()
        self.line.load()
        self._arrange()

    @property
    def reply(self) -> "ReplyBox":
        """The answer to what came in writing, made with the first letter."""
        if self._reply is None:
            from app.ui.panes.intake.reply_box import ReplyBox

            self._reply = ReplyBox(self._state, self._inner)
            self._upper.insertWidget(self._upper.count() - 1, self._reply)
            self._reply.hide()
            self._reply.load()
        return self._reply

    def missing_words(self, field: str) -> str:
        """Return the label of a field in the language of the window."""
        if field.startswith("answers."):
            return self.line.label_of(field.removeprefix("answers."))
        for form, names in ((self._matter, _MATTER), (self._next, _NEXT)):
            if field in names:
                return form.label_of(field)
        return self.tr("Reply") if field == "reply" else ""

    def unreadable(self) -> tuple[str, ...]:
        """Return the fields that hold something that is no value (a time that is none, a category that is none)."""
        found = [
            name
            for form, name in (
                *((self._matter, "received_at"), (self._next, "due_at")),
                *((self._matter, "category"), (self._next, "unit")),
            )
            if name in form.names() and form.editor(name).unreadable()
        ]
        return (*found, *self.line.unreadable())

    def show_error(self, field: str, text: str) -> bool:
        """Show a text beside a field, "" for none; False for a field of another column."""
        if field.startswith("answers."):
            self.line.show_error(field.removeprefix("answers."), text)
            return True
        for form, names in ((self._matter, _MATTER), (self._next, _NEXT)):
            if field in names:
                form.set_error(field, text)
                return True
        return field == "reply"

    def clear_errors(self) -> None:
        """Take every error away."""
        for form in (self._matter, self._next, self.line):
            form.clear_errors()

    def editor(self, field: str) -> QWidget | None:
        """Return the editor of a field, None for one of another column."""
        if field.startswith("answers."):
            return self.line.editor(field.removeprefix("answers."))
        for form, names in ((self._matter, _MATTER), (self._next, _NEXT)):
            if field in names:
                return form.editor(field)
        return self.reply.text if field == "reply" else None

    def reach(self, widget: QWidget) -> None:
        """Scroll to a field of the upper part."""
        if self._inner.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, _AROUND)
            # Qt leaves a field alone that can be seen, whether its name above it can or not.
            bar, top = self._scroll.verticalScrollBar(), widget.mapTo(self._inner, QPoint(0, 0)).y()
            bar.setValue(min(bar.value(), max(0, top - _AROUND)))

    def copy_reply(self) -> None:
        """Put the reply on the clipboard, and lead to where it says so; who writes on goes on writing."""
        self.reply.copy_out()
        if self.reply.isVisible():
            self.reach(self.reply.text)

    def changeEvent(self, event: QEvent) -> None:
        """Say category and unit in the new language; everything else follows by itself."""
        if event.type() == QEvent.Type.LanguageChange:
            draft = self._state.draft
            self._matter.set_values(self._shown(("category",), draft), clear=False)
            self._next.set_values(self._shown(("unit",), draft), clear=False)
            for name in ("channel", "urgency", "answer_mode"):
                self._matter.set_options(name, code_options(name))
        super().changeEvent(event)

    def _build(self) -> None:
        clock, zone, category, unit = self._now, self._desk.zone, self._suggest_category, self._suggest_unit
        # Each part is born where it stays: a widget that changes its parent is styled once more, with all in it.
        self._scroll = ClearScroll(self)
        self._inner = inner = QWidget(self._scroll)
        self._scroll.hold(inner)
        grid: dict[str, Any] = {"clock": clock, "zone": zone, "columns": COLUMNS}
        self._matter = Form(matter_fields(category), name="intake.matter", parent=inner, **grid)
        suggest: dict[str, Suggest] = {"units": self._suggest_unit_name, "areas": self._suggest_area}
        self.line = LineForm(self._state, self._desk, clock=clock, suggest=suggest, parent=inner)
        self.hints = DuplicateHints(self._jobs, self._state, clock, self)
        self.advice = UnitRow(self._jobs, self._state, self)
        self._next = Form(next_fields(unit, self.advice), name="intake.next", parent=self, **grid)
        self.quick = QuickDue(clock, zone, self._next.editor("due_at"), self)
        narrow(self._matter, self._next)
        self._room = LowRoom(self, self._matter.editor("details"))
        self._lay_out(inner)

    def _lay_out(self, inner: QWidget) -> None:
        upper = self._upper = QVBoxLayout(inner)
        gap = theme.of_app().px("gap")
        beside = gap + self._scroll.verticalScrollBar().sizeHint().width()
        upper.setContentsMargins(0, 0, beside, gap)
        upper.setSpacing(gap)
        upper.addWidget(self._matter)
        upper.addWidget(self.line)
        upper.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        edge = QFrame(self)
        edge.setProperty("role", "rule")  # fields that are scrolled out of sight end here, and are not torn
        foot = QVBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(0, 0, beside, 0)  # in line with what scrolls, beside its bar or without
        foot.setSpacing(8)
        for part in (edge, self.hints, self.advice, self._next, self.quick):
            foot.addWidget(part)

    def _connect(self) -> None:
        self._matter.changed.connect(self._edited)
        self._next.changed.connect(self._edited)
        self.quick.chosen.connect(self._take_due)
        DueProposer(self._jobs, self._state, self.quick)
        self._matter.editor("category").entered.connect(self._go_on)
        self._matter.made.connect(self._prepare)
        self._next.made.connect(self._prepare)
        self._state.changed.connect(self._follow)
        self._state.renewed.connect(self._renew)
        self._room.changed.connect(self.advice.save_room)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_line)

    def _keep_in_line(self, _least: int, most: int) -> None:
        """Give the scroll bar its room from the margin: no field moves when it comes or goes."""
        layout = self._inner.layout()
        gap, bar = theme.of_app().px("gap"), self._scroll.verticalScrollBar().sizeHint().width()
        if layout is not None:
            layout.setContentsMargins(0, 0, gap if most else gap + bar, gap)

    def _shown(self, names: tuple[str, ...], draft: ContactDraft) -> Mapping[str, Any]:
        values: dict[str, Any] = {name: getattr(draft, name) for name in names}
        if draft.category and "category" in values:
            node = self._desk.tree.by_code.get(draft.category)
            text = node.label.for_language(languages.current()) if node else draft.category
            values["category"] = Suggestion(draft.category, text)
        if draft.unit and "unit" in values:
            values["unit"] = Suggestion(draft.unit, self._unit_name(draft.unit))
        return values

    def _edited(self, name: str, value: object) -> None:
        if name == "channel":
            value = Channel(value) if value else self._state.draft.channel
        elif name == "urgency":
            value = Urgency(value) if value else Urgency.NORMAL
        elif name == "answer_mode":
            value = AnswerMode(value) if value else None
        self._writing = name
        self._state.edit(name, value)
        self._writing = ""

    def _renew(self) -> None:
        self.load()
        self._scroll.verticalScrollBar().setValue(0)

    def _follow(self, name: str) -> None:
        """Show what another column changed, and the questions that follow from it."""
        for form, names in ((self._matter, _MATTER), (self._next, _NEXT)):
            if name in names and name != self._writing and _differs(form.value(name), getattr(self._state.draft, name)):
                form.set_values(self._shown((name,), self._state.draft), clear=False)
        if name in ("suggested", "promised_at"):
            self._next.set_values({}, clear=False)  # what is chosen otherwise has to be explained, or no longer
        if name in ("channel", "category", "caller_kind", "answers"):
            self._arrange()

    def _arrange(self) -> None:
        draft = self._state.draft
        self.line.arrange(readiness.surroundings(draft, self._desk.tree, None))
        if presenting.is_written(draft) or self._reply is not None:
            self.reply.setVisible(presenting.is_written(draft))

    def _take_due(self, at: datetime) -> None:
        self._next.set_values({"due_at": at}, clear=False)
        self._state.edit("due_at", at)
        self._next.set_error("due_at", "")

    def _go_on(self) -> None:
        """Enter in the category leads to the summary: what is typed next belongs there, and would find no category."""
        self._matter.focus("summary")

    def _prepare(self, name: str) -> None:
        narrow(self._matter, self._next)
        if name == "received_at":
            self._matter.editor(name).editingFinished.connect(self._received)

    def _received(self) -> None:
        at = self._matter.value("received_at")
        if at is not None and at > self._now():
            at = in_the_past(at, self._now())
            self._matter.set_values({"received_at": at}, clear=False)
        self._state.edit("received_at", at)

    def _now(self) -> datetime:
        return self._jobs.office.ask(asking.now)

    def _suggest_category(self, text: str) -> list[Suggestion]:
        form, language = self._desk.form, languages.current()
        service = form.service if form else ""
        found = presenting.categories_for(self._desk.tree, text, self._state.draft, service, language)
        return [Suggestion(one.code, one.label, one.path) for one in found]

    def _suggest_unit(self, text: str) -> list[Suggestion]:
        return unit_suggestions.suggest_units(self._jobs, text)

    def _suggest_unit_name(self, text: str) -> list[Suggestion]:
        return self._suggest_unit(text) if text.strip() else []

    def _suggest_area(self, text: str) -> list[Suggestion]:
        areas = {area for one in self._jobs.office.ask(units.list_units, active_only=True) for area in one.areas}
        found = sorted(one for one in areas if text.strip().lower() in one.lower())
        return [Suggestion(one, one) for one in found] if text.strip() else []

    def _unit_name(self, code: str) -> str:
        known = [one for one in self._jobs.office.ask(units.list_units) if one.code == code]
        return unit_suggestions.name_of(known[0]) if known else code


def _differs(shown: object, kept: object) -> bool:
    if isinstance(shown, str):
        return " ".join(shown.split()) != " ".join(str(kept or "").split())
    return shown != kept
