"""One question of the line's form as a row that shows a kept answer."""

from datetime import date, datetime, tzinfo
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models.forms import Field
from app.models.shapes import Words
from app.ui.kit import languages
from app.ui.kit.clear_scroll import narrow
from app.ui.kit.editors import editor_for
from app.ui.kit.fields import Field as KitField
from app.ui.kit.fields import Label
from app.ui.kit.fields import Option as KitOption
from app.ui.kit.form_row import FormRow
from app.ui.kit.line_editors import Clock
from app.ui.kit.type_ahead import Suggest
from app.ui.panes.intake.free_line import FreeLine
from app.ui.panes.intake.multi_choice import MultiChoice

#: Kinds that take half a line in the middle column.
HALF = ("text", "choice", "number", "date", "datetime", "phone")
_LINES = 2


def question_row(
    each: Field, name: str, parent: QWidget, *, clock: Clock, zone: tzinfo, suggest: Suggest | None = None
) -> FormRow:
    """Return a hidden row for a question in the language of the window; ``name`` becomes that of its editor."""
    field = _kit_field(each)
    if each.kind == "multi_choice":
        editor: Any = MultiChoice(field.options, languages.current())
        editor.setObjectName(name)
    elif each.kind == "text" and suggest is not None:
        editor = FreeLine(name, suggest)
    else:
        editor = editor_for(field, name, languages.current(), clock, zone)
    row = FormRow(field, editor, parent)
    row.hide()
    narrow(row)
    say(row, languages.current())
    return row


def say(row: FormRow, language: str) -> None:
    """Say a question and its options in a language."""
    row.retranslate(language)
    if isinstance(row.editor, MultiChoice):
        row.editor.show_options(row.editor.options, language)


def show_kept(row: FormRow, value: object) -> None:
    """Show a kept answer."""
    row.editor.set_value(_read(row.field.kind, value))
    row.show_error("")


def _kit_field(each: Field) -> KitField:
    kind = "tags" if each.kind == "multi_choice" else each.kind
    options = tuple(KitOption(one.code, _label(one.label)) for one in each.options)
    kit_kind = "text" if kind not in ("tags", *HALF, "long_text", "tri_state") else kind
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
