"""What a step asks for: its fields and nothing else; what is missing is said beside it."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from app.models.errors import FieldWrong
from app.models.questionnaires import Severity
from app.services import wording
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field, Option
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.findings import category_list, presenting
from app.ui.parts.unit_suggestions import suggest_units

_LABELS = {
    "title": QT_TRANSLATE_NOOP("forms", "What is to be put right"),
    "category": QT_TRANSLATE_NOOP("forms", "Category"),
    "institution": QT_TRANSLATE_NOOP("forms", "Institution"),
    "severity": QT_TRANSLATE_NOOP("forms", "Severity"),
    "measure": QT_TRANSLATE_NOOP("forms", "Measure"),
    "owner": QT_TRANSLATE_NOOP("forms", "Owner"),
    "due_at": QT_TRANSLATE_NOOP("forms", "To be done by"),
    "effective_on": QT_TRANSLATE_NOOP("forms", "In effect from"),
    "evidence": QT_TRANSLATE_NOOP("forms", "Evidence"),
    "note": QT_TRANSLATE_NOOP("forms", "Note"),
}
_KINDS = {
    **dict.fromkeys(("category", "institution"), "category"),
    "severity": "choice",
    "due_at": "datetime",
    "effective_on": "date",
    **dict.fromkeys(("evidence", "note", "measure"), "long_text"),
}


class StepBox(Card):
    """Asks for one step at a time; ``kind`` is a state, "new", "together", or "" where nothing is asked."""

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("findings.step")
        self.header.add(KeyHint("Esc", self))
        self._jobs, self._clock = jobs, clock
        self.kind = ""
        self._form: Form | None = None
        self.hide()

    def ask(self, kind: str, title: str, zone: tzinfo, known: Mapping[str, object] | None = None) -> None:
        """Ask for a step, with what is known already filled in."""
        self._drop()
        self.kind = kind
        self.set_title(title)
        self._form = Form(
            [self._field(name) for name in presenting.ASKED[kind]], name="findings.form", clock=self._clock, zone=zone,
            columns=2, parent=self,
        )  # fmt: skip
        self.body.addWidget(self._form)
        self._form.set_values({name: value for name, value in (known or {}).items() if name in self._form.names()})
        self.show()
        self._form.focus(presenting.ASKED[kind][0])

    def stop(self) -> None:
        """Ask nothing any more."""
        self._drop()
        self.kind = ""
        self.hide()

    def said(self) -> dict[str, str] | None:
        """Return what was said, as texts; None where a field cannot be read."""
        form = self._form
        if form is None:
            return None
        if problems := form.problems():
            form.focus(next(iter(problems)))
            return None
        form.clear_errors()
        return presenting.told(form.values())

    def put(self, values: Mapping[str, object]) -> None:
        """Fill fields in."""
        if self._form is not None:
            self._form.set_values(values, clear=False)

    def refuse(self, error: FieldWrong) -> bool:
        """Say what is wrong beside its field; False where there is no such field."""
        name = str(error.facts.get("field", ""))
        if self._form is None or name not in self._form.names():
            return False
        self._form.set_error(name, wording.told(error, languages.current()))
        self._form.focus(name)
        return True

    def _drop(self) -> None:
        if self._form is not None:
            self.body.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _field(self, name: str) -> Field:
        kind = _KINDS.get(name, "text")
        language = languages.current()
        options = [Option(one.value, wording.label("severity", one.value, language)) for one in Severity]
        long = kind == "long_text"
        suggest = {"category": category_list.categories, "institution": self._institutions}.get(name)
        return Field(
            name, kind, _LABELS[name], options=options if kind == "choice" else (), suggest=suggest, lines=2,
            span=2 if long or name == "title" else 1,
        )  # fmt: skip

    def _institutions(self, text: str) -> list[Suggestion]:
        return suggest_units(self._jobs, text)
