"""Builds a form from rows of data, keeps its errors beside its fields, and says each edit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit import languages
from app.ui.kit.editors import editor_for
from app.ui.kit.fields import Field, Option, is_empty
from app.ui.kit.form_row import FormRow, translated
from app.ui.kit.line_editors import Clock


class Form(QWidget):
    """A form of `fields` in `columns` columns; object names are ``<name>.<field>``.

    `changed(str name, object value)` for each edit of a person, at the keystroke. A field that is not asked (see
    `visible_when`) is hidden and missing from `values`; its answer comes back when it is asked again. It is made when
    it is asked, filled or looked for the first time, which `made(str name)` says.
    """

    changed = Signal(str, object)
    made = Signal(str)

    def __init__(
        self,
        fields: Iterable[Field],
        *,
        name: str,
        clock: Clock,
        zone: tzinfo | None = None,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._fields = {field.name: field for field in fields}
        self._clock, self._zone, self._columns = clock, zone, columns
        self._weights = [1] * columns
        self._rows: dict[str, FormRow] = {}
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._build()
        self._arrange()

    def values(self) -> dict[str, Any]:
        """Return the values of all fields that are asked, by name."""
        every = self._every_value()
        return {name: value for name, value in every.items() if self._fields[name].asked(every)}

    def value(self, name: str) -> Any:
        """Return one value, whether it is asked or not. Raises KeyError for an unknown field."""
        return self._rows[name].editor.value() if name in self._rows else self._fields[name].empty

    def set_values(self, values: Mapping[str, Any], *, clear: bool = True) -> None:
        """Show values without `changed`; with `clear` every field that is not named becomes empty.

        A value that is too long is marked at once: what was kept so is seen again after a restart.
        """
        for name in self._fields:
            value = values.get(name)
            if not is_empty(value) or (name in self._rows and (name in values or clear)):
                row = self._row(name)
                row.editor.set_value(value)
                row.show_excess()
        self._arrange()

    def set_options(self, name: str, options: Sequence[Option]) -> None:
        """Offer other options in a choice."""
        self._row(name).editor.show_options(options, languages.current())

    def set_error(self, name: str, text: str) -> None:
        """Show `text` beside a field ("" takes it away); it goes by itself when the field is edited.

        What the field itself knows to be wrong is said instead: by how much it is too long, not only that it is.
        """
        row = self._row(name)
        row.show_error((row.problem() or text) if text else "")

    def clear_errors(self) -> None:
        """Take every error away."""
        for row in self._rows.values():
            row.show_error("")

    def missing(self, required: Iterable[str] | None = None) -> list[str]:
        """Return the required fields (or those of `required`) that are asked and empty, in order."""
        wanted = {name for name, field in self._fields.items() if field.required} if required is None else set(required)
        return [name for name, value in self.values().items() if name in wanted and is_empty(value)]

    def problems(self) -> dict[str, str]:
        """Return what cannot be saved: field → sentence (unreadable, too long). Shows each beside its field.

        Shows first what is asked only since the form was arranged last, as by news of what it is about.
        """
        self._arrange()
        found: dict[str, str] = {}
        for name in self.values():
            row = self._row(name)
            if problem := row.problem():
                found[name] = problem
                row.show_error(problem)
        return found

    def label_of(self, name: str) -> str:
        """Return a field's label in the language of the window."""
        return translated(self._fields[name].label, languages.current())

    def editor(self, name: str) -> Any:
        """Return a field's editor widget."""
        return self._row(name).editor

    def names(self) -> tuple[str, ...]:
        """Return the fields that are asked now, in order."""
        return self._shown

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        self._row(name).editor.setFocus()

    def stretch_column(self, column: int, stretch: int) -> None:
        """Give a column more of the width than the others, which have 1 each."""
        self._weights[column] = stretch
        self._grid.setColumnStretch(column, stretch)

    def fit(self, width: int) -> None:
        """Stand in as many columns as have room in `width`, in no more than it was made with."""
        wanted = range(len(self._weights), 0, -1)
        columns = next((count for count in wanted if self._least_width(count) <= width), 1)
        if columns != self._columns:
            for place, weight in enumerate(self._weights):
                self._grid.setColumnStretch(place, weight if place < columns else 0)
            self._columns, self._shown = columns, ()
            self._arrange()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for row in self._rows.values():
            row.retranslate(languages.current())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)

    def _row(self, name: str) -> FormRow:
        if name not in self._rows:
            field, language = self._fields[name], languages.current()
            editor = editor_for(field, f"{self.objectName()}.{name}", language, self._clock, self._zone)
            row = self._rows[name] = FormRow(field, editor, self)
            row.hide()
            row.retranslate(language)
            row.edited.connect(self._edited)
            self.made.emit(name)
        return self._rows[name]

    def _edited(self, name: str, value: object) -> None:
        self._arrange()
        self.changed.emit(name, value)

    def _every_value(self) -> dict[str, Any]:
        return {name: self.value(name) for name in self._fields}

    def _arrange(self) -> None:
        every = self._every_value()
        shown = tuple(name for name, field in self._fields.items() if field.asked(every))
        if shown == self._shown:
            return
        self._shown = shown
        while self._grid.count():
            self._grid.takeAt(0)
        for name in self._rows.keys() - set(shown):
            self._rows[name].hide()
        for name, line, column, span in self._places(self._columns):
            row = self._row(name)
            self._grid.addWidget(row, line, column, 1, span)
            self._grid.setRowStretch(line, 0)
            self._grid.setRowStretch(line + 1, 1)
            row.show()

    def _places(self, columns: int) -> Iterator[tuple[str, int, int, int]]:
        """Yield line, column and span of each field that is asked."""
        line = column = 0
        for name in self._shown:
            span = min(self._fields[name].span, columns)
            if column + span > columns:
                line, column = line + 1, 0
            yield name, line, column, span
            column += span

    def _least_width(self, columns: int) -> int:
        """Return how wide so many columns are at least; a field over several of them takes what it gets."""
        least = [0] * columns
        for name, _, column, span in self._places(columns):
            if span == 1:
                least[column] = max(least[column], self._rows[name].minimumSizeHint().width())
        return sum(least) + self._grid.horizontalSpacing() * (columns - 1)
