"""The line's own questions, built from its form definition: sections, conditions, and answers kept in the draft."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.models.form_answers import Surroundings, visible_fields
from app.models.forms import Field
from app.models.shapes import Words
from app.ui.kit import languages, theme
from app.ui.kit.clear_scroll import narrow
from app.ui.kit.editors import editor_for
from app.ui.kit.fields import Field as KitField
from app.ui.kit.fields import Label
from app.ui.kit.fields import Option as KitOption
from app.ui.kit.form_row import FormRow
from app.ui.kit.line_editors import Clock
from app.ui.kit.type_ahead import Suggest
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.free_line import FreeLine
from app.ui.panes.intake.left_answers import LeftAnswers, left_in
from app.ui.panes.intake.multi_choice import MultiChoice

_COLUMNS = 2
_HALF = ("text", "choice", "number", "date", "datetime", "phone")
_LINES = 2


class LineForm(QWidget):
    """Questions under their headings. What shows depends on answers, category, channel and caller kind; a question is
    made when it is asked for the first time.
    """

    def __init__(
        self,
        state: ConversationState,
        desk: Desk,
        *,
        clock: Clock,
        suggest: dict[str, Suggest],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.line")
        self._state = state
        self._desk, self._form = desk, desk.form
        self._clock, self._suggest = clock, suggest
        sections = desk.form.sections if desk.form else ()
        self._fields = {each.id: each for section in sections for each in section.fields}
        self._rows: dict[str, FormRow] = {}
        self._heads: dict[str, QLabel] = {}
        self._grids: dict[str, QGridLayout] = {}
        self._shown: tuple[str, ...] = ()
        self._left: LeftAnswers | None = None
        self._build()
        self.retranslate()

    def load(self) -> None:
        """Show the answers of the draft."""
        for row in self._rows.values():
            self._load(row)
        self._tell_left()

    def arrange(self, around: Surroundings) -> None:
        """Show the questions that are asked now."""
        if self._form is None:
            return
        shown = tuple(each.id for each in visible_fields(self._form, self._state.draft.answers, around))
        if shown == self._shown:
            return
        self._shown = shown
        for section in self._form.sections:
            self._fill(section.id, [each.id for each in section.fields if each.id in shown])

    def unreadable(self) -> tuple[str, ...]:
        """Return the questions that show and hold something that is no value, as ``answers.<question>``."""
        return tuple(f"answers.{name}" for name in self._shown if self._rows[name].problem())

    def label_of(self, name: str) -> str:
        """Return a question's words in the language of the window."""
        return self._row(name).label_text() if name in self._fields else name

    def show_error(self, name: str, text: str) -> None:
        """Show a text beside a question, "" for none."""
        if name in self._fields:
            self._row(name).show_error(text)

    def clear_errors(self) -> None:
        """Take every error away."""
        for row in self._rows.values():
            row.show_error("")

    def editor(self, name: str) -> QWidget | None:
        """Return the editor of a question, None for one that this form does not have."""
        return self._row(name).editor if name in self._fields else None

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        language = languages.current()
        for row in self._rows.values():
            _say(row, language)
        for section in self._form.sections if self._form else ():
            self._heads[section.id].setText(section.title.for_language(language))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        if not self._desk.asks_newest:
            from app.ui.panes.intake.form_note import FormNote  # which few desks ever need

            column.addWidget(FormNote(self._desk, self))
        for section in self._form.sections if self._form else ():
            head = self._heads[section.id] = QLabel(self)
            head.setProperty("type", "section")
            grid = self._grids[section.id] = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(8)
            for place in range(_COLUMNS):
                grid.setColumnStretch(place, 1)
            column.addWidget(head)
            column.addLayout(grid)

    def _tell_left(self) -> None:
        if self._left is None and left_in(self._state, self._desk):
            self._left = LeftAnswers(self._state, self._desk, self)
            self._column.insertWidget(0, self._left)
        if self._left is not None:
            self._left.retranslate()

    def _row(self, name: str) -> FormRow:
        if name not in self._rows:
            row = self._rows[name] = self._made(self._fields[name])
            narrow(row)
            _say(row, languages.current())
            self._load(row)
        return self._rows[name]

    def _load(self, row: FormRow) -> None:
        row.editor.set_value(_read(row.field.kind, self._state.draft.answers.get(row.field.name)))
        row.show_error("")

    def _made(self, each: Field) -> FormRow:
        name = f"intake.line.{each.id}"
        field = _kit_field(each)
        if each.kind == "multi_choice":
            editor: Any = MultiChoice(field.options, languages.current())
            editor.setObjectName(name)
        elif each.kind == "text" and each.lookup in self._suggest:
            editor = FreeLine(name, self._suggest[each.lookup])
        else:
            editor = editor_for(field, name, languages.current(), self._clock, self._desk.zone)
        row = FormRow(field, editor, self)
        row.edited.connect(self._edited)
        row.hide()
        return row

    def _edited(self, name: str, value: object) -> None:
        self._state.answer(name, value)

    def _fill(self, section: str, names: list[str]) -> None:
        grid = self._grids[section]
        while grid.count():
            item = grid.takeAt(0)
            if (former := item.widget() if item else None) is not None:
                former.hide()
        line = place = 0
        for name in names:
            row = self._row(name)
            span = 1 if row.field.kind in _HALF else _COLUMNS
            if place + span > _COLUMNS:
                line, place = line + 1, 0
            grid.addWidget(row, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
            row.show()
            place += span
        self._heads[section].setVisible(bool(names))


def _say(row: FormRow, language: str) -> None:
    row.retranslate(language)
    if isinstance(row.editor, MultiChoice):
        row.editor.show_options(row.editor.options, language)


def _kit_field(each: Field) -> KitField:
    kind = "tags" if each.kind == "multi_choice" else each.kind
    options = tuple(KitOption(one.code, _label(one.label)) for one in each.options)
    kit_kind = "text" if kind not in ("tags", *_HALF, "long_text", "tri_state") else kind
    return KitField(
        each.id,
        kit_kind,
        _label(each.label),
        options=options,
        help=_label(each.help) if each.help else "",
        max_length=each.max_length,
        lines=_LINES,
    )


def _label(words: Words) -> Label:
    return {"en": words.en, "zh_CN": words.zh_cn}


def _read(kind: str, value: object) -> object:
    """Return a kept answer as the value that its editor takes; what cannot be read becomes no answer."""
    try:
        if kind == "date":
            return date.fromisoformat(str(value)) if value else None
        if kind == "datetime":
            return datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
    if kind == "tri_state":
        return value if value in ("yes", "no", "not_asked") else None
    return value
