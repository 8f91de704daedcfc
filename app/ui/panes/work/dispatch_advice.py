"""What a dispatch is asked besides unit and due time: the suggested unit with its reason, and why it is not taken."""

from typing import Any

from PySide6.QtCore import QObject, Slot

from app.models.inquiries import EventKind, State
from app.models.routing_choice import differs
from app.services.worklists import Dossier
from app.ui.kit.fields import Field, Values
from app.ui.kit.jobs import Jobs
from app.ui.panes.work import asking
from app.ui.panes.work.step_form import StepForm, field, options_of

#: The unit has not given it back: another one must be explained.
_HELD = frozenset(
    {State.DISPATCHED, State.ACCEPTED, State.IN_PROGRESS, State.WAITING_CALLER, State.WAITING_THIRD_PARTY}
)


class DispatchAdvice(QObject):
    """Asks where the inquiry of a dispatch goes and shows it in the form, from where one key takes it."""

    def __init__(self, jobs: Jobs, form: StepForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._form = jobs, form
        self._held_by = ""
        self._inquiry = b""
        form.advice.taken.connect(self.take)
        form.edited.connect(self._follow)
        form.asking.connect(self._come_or_go)

    @property
    def offers(self) -> bool:
        """Whether a unit can be taken now."""
        return self._form.step == "dispatch" and bool(self._form.advice.unit)

    def fields(self, step: str, dossier: Dossier) -> list[Field]:
        """Return what a dispatch is asked about the choice of a unit, and remember about which inquiry."""
        if step != "dispatch":
            return []
        row = dossier.line.row
        self._inquiry = row.id
        sent = any(one.kind is EventKind.DISPATCHED for one in dossier.detail.events)
        self._held_by = row.unit or "" if sent and row.state in _HELD else ""
        why = field("override", required=True, options=options_of("override"), visible_when=self._unexplained)
        words = field("override_note", visible_when=self._unexplained)
        moved = field("moved_for", required=True, options=options_of("return_reason"), visible_when=self._moved)
        return [why, words, moved]

    @Slot()
    def take(self) -> None:
        """Choose the suggested unit, with the due time that its rule proposes."""
        if not self.offers:
            return
        advice = self._form.advice.advice
        self._form.put("unit", asking.unit_suggestion(self._jobs, advice.unit))
        if advice.due and self._form.form.value("due_at") is None:
            self._form.put("due_at", self._jobs.office.ask(asking.due_at, due=advice.due))
            self._form.put("reason", self._form.form.value("reason") or self._form.advice.said_by_rule())

    def _come_or_go(self, coming: bool) -> None:
        self._form.advice.setVisible(self._form.step == "dispatch")
        self._form.advice.show_advice(None)
        self._form.more = {}
        if coming and self._form.step == "dispatch":
            self._jobs.ask(asking.advice, key="work.unit", done=self._show, inquiry=self._inquiry)

    def _show(self, found: tuple[bytes, Any]) -> None:
        inquiry, advice = found
        if inquiry != self._inquiry or self._form.step != "dispatch":
            return
        self._form.more = {"suggested": advice.stored()}
        self._form.advice.show_advice(advice, self._form.form.value("unit") or "")
        self._form.form.set_values({}, clear=False)

    def _follow(self, name: str, value: object) -> None:
        if name == "unit" and self._form.step == "dispatch":
            self._form.advice.show_chosen(str(value or ""))

    def _unexplained(self, values: Values) -> bool:
        return differs(self._form.more.get("suggested"), values.get("unit") or None)

    def _moved(self, values: Values) -> bool:
        unit = values.get("unit")
        return bool(self._held_by) and bool(unit) and unit != self._held_by
