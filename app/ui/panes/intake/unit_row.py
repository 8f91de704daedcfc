"""The unit that the matter should go to, asked while it is typed: told with its reason, taken by one key."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.models.contacts import is_dated_otherwise
from app.models.inquiries import Urgency
from app.models.routing_choice import differs
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake import asking
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.parts.unit_advice import UnitAdvice

#: Fields from which a unit follows.
_FACTS = frozenset({"category", "summary", "details", "area", "channel", "caller_kind"})
#: Typing rests for so long before it is asked again.
_PAUSE_MS = 250


class UnitRow(UnitAdvice):
    """Writes what is suggested to the state, so that the dispatch keeps it, and the unit when it is taken."""

    def __init__(self, jobs: Jobs, state: ConversationState, parent: QWidget | None = None) -> None:
        self._low = False
        super().__init__("intake.unit_advice", "Alt+T", parent)
        self._jobs, self._state = jobs, state
        self._asked_for = -1
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.taken.connect(self.take_unit)
        state.changed.connect(self._follow)
        state.renewed.connect(self._renew)
        self._renew()

    @Slot()
    def ask(self) -> None:
        """Ask where the matter goes as it stands; without category and summary it goes nowhere yet."""
        self._pause.stop()
        draft = self._state.draft
        if not draft.category and not draft.summary:
            self._show(None)
            return
        self._asked_for = self._state.generation
        self._jobs.ask(
            asking.advice,
            key=f"intake.unit.{id(self)}",
            done=self._answer,
            text=f"{draft.summary or ''}\n{draft.details or ''}",
            category=draft.category or "",
            area=draft.area or "",
            channel=draft.channel.value,
            caller=draft.caller_kind.value if draft.caller_kind else "",
        )

    @Slot()
    def take_unit(self) -> None:
        """Choose the suggested unit, with the urgency and the due time that its rule proposes."""
        advice, draft = self.advice, self._state.draft
        if not self.unit:
            return
        self._state.edit("unit", self.unit)
        order = tuple(Urgency)
        if advice.urgency and order.index(Urgency(advice.urgency)) > order.index(draft.urgency):
            self._state.edit("urgency", Urgency(advice.urgency))
        if advice.due and draft.due_at is None:
            self._state.edit("due_at", self._jobs.office.ask(asking.due_at, due=advice.due))
            self._state.edit("dispatch_reason", self.said_by_rule())

    def save_room(self, low: bool) -> None:
        """Stand only while a unit is suggested, for a window that is low."""
        self._low = low
        self._refresh()

    def unexplained(self, values: Any) -> bool:
        """Say whether the form has to ask why another unit is chosen."""
        return differs(self._state.draft.suggested, values.get("unit") or None)

    def dated_otherwise(self, values: Any) -> bool:
        """Say whether the form has to ask why a unit gets it by another time than the policies promise."""
        unit, due_at = values.get("unit") or None, values.get("due_at")
        return bool(unit) and is_dated_otherwise(replace(self._state.draft, due_at=due_at))

    def _answer(self, advice: Any) -> None:
        if self._asked_for == self._state.generation:  # else it is about a conversation that is over
            self._show(advice)

    def _refresh(self) -> None:
        super()._refresh()
        self.setVisible(bool(self.unit) or not self._low)

    def _show(self, advice: Any) -> None:
        self.show_advice(advice, self._state.draft.unit or "")
        self._state.edit("suggested", advice.stored() if advice is not None else {})

    def _follow(self, name: str) -> None:
        if name in _FACTS:
            self._pause.start()
        elif name == "unit":
            self.show_chosen(self._state.draft.unit or "")

    def _renew(self) -> None:
        self.show_advice(None, self._state.draft.unit or "")
        if self._state.draft.category or self._state.draft.summary:
            self._pause.start()
