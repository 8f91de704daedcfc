"""One conversation's draft and its only door: every widget reads it here and writes each field here."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.models.contacts import CallSpan, ContactDraft, GivenScript
from app.models.texts import clean

#: The id of a draft that the office has not opened yet.
NO_ID = b"\0" * 16
_NAMES = frozenset(one.name for one in fields(ContactDraft))


class ConversationState(QObject):
    """Holds a draft. `changed(field)` after each change, at the keystroke; the draft itself is never changed in place.

    `renewed()` when another conversation took its place: everything that shows it must show it anew. ``generation``
    counts these, so that an answer that was asked for the former one can be told apart.
    Texts are cleaned (halves of characters, control characters) as they come in, so that a draft can always be saved.
    """

    changed = Signal(str)
    renewed = Signal()

    def __init__(self, draft: ContactDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.generation = 0

    def renew(self, draft: ContactDraft) -> None:
        """Begin another conversation with the same widgets."""
        self._draft = draft
        self.generation += 1
        self.renewed.emit()

    @property
    def draft(self) -> ContactDraft:
        """The draft as it is now."""
        return self._draft

    @property
    def opened(self) -> bool:
        """Whether the office knows this conversation."""
        return self._draft.id != NO_ID

    def edit(self, name: str, value: Any) -> None:
        """Set one field; an empty text is None. Raises KeyError for a field that a draft does not have."""
        if name not in _NAMES:
            raise KeyError(name)
        value = clean(value) if isinstance(value, str) and type(value) is str else value
        if getattr(self._draft, name) != value:
            self._draft = replace(self._draft, **{name: value})
            self.changed.emit(name)

    def edit_all(self, values: Mapping[str, Any]) -> None:
        """Set several fields."""
        for name, value in values.items():
            self.edit(name, value)

    def answer(self, question: str, value: object) -> None:
        """Set the answer to one question of the line's form; None and empty ones go."""
        answers = dict(self._draft.answers)
        plain = kept(value)
        if plain is None:
            answers.pop(question, None)
        else:
            answers[question] = plain
        if answers != self._draft.answers:
            self._draft = replace(self._draft, answers=answers)
            self.changed.emit("answers")

    def span(self, spans: tuple[CallSpan, ...]) -> None:
        """Set the spans of the call."""
        self.edit("spans", spans)

    def give(self, given: GivenScript) -> None:
        """Stamp a script version; the same version in the same language is stamped once, with what was ticked last."""
        same = (given.key, given.version, given.language)
        others = [one for one in self._draft.given if (one.key, one.version, one.language) != same]
        self.edit("given", (*others, given))

    def take_back(self, key: str, version: int) -> None:
        """Take the stamp of a script's version away again: it was not given after all."""
        self.edit("given", tuple(one for one in self._draft.given if (one.key, one.version) != (key, version)))

    def take_opened(self, opened: ContactDraft) -> None:
        """Take id and opening time from the office; everything typed meanwhile stays."""
        self._draft = replace(self._draft, id=opened.id, opened_at=opened.opened_at, form=opened.form)
        self.changed.emit("id")


def kept(value: object) -> Any:
    """Return an answer as the JSON value that a draft and a contact keep, None for an empty one."""
    plain: Any = value
    if isinstance(value, datetime | date):
        plain = value.isoformat()
    elif isinstance(value, tuple | list):
        plain = [str(one) for one in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    elif isinstance(value, str):
        plain = clean(value)
    return None if plain in ("", []) else plain
