"""The hours in which the people of a campaign are called, one line for each kind of time; none for never."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.models.calendars import written_hours
from app.models.slots import Slot, SlotPlan, from_text
from app.services import wording
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form

FIELD = "slots"


class CallingWindows(Form):
    """A line of hours such as ``09:00-11:30 14:00-18:00`` for each slot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = [
            Field(
                slot.value,
                "text",
                {language: wording.label("slot", slot.value, language) for language in ("en", "zh_CN")},
                max_length=80,
            )
            for slot in Slot
        ]
        super().__init__(fields, name="campaigns.windows", clock=_no_time, columns=len(fields), parent=parent)
        self._usual = ""
        for column, slot in enumerate(Slot):  # two stretches of hours need more room than one
            self.stretch_column(column, 5 if slot in (Slot.DAY_OFF, Slot.OFF_PEAK) else 3)

    def show_plan(self, text: str) -> None:
        """Show the hours of a plan, written as ``slots.to_text`` does; they are the usual ones."""
        plan = from_text(text, field=FIELD) if text else SlotPlan()
        self.set_values({slot.value: written_hours(plan.hours.get(slot, ())) for slot in Slot})
        self._usual = self._written()

    def plan(self) -> str:
        """Return the hours on one line; "" where they are the usual ones."""
        now = self._written()
        return "" if now == self._usual else now

    def place_of(self, value: str) -> str:
        """Return the line in which something stands, the first one where it stands in none."""
        return next((slot.value for slot in Slot if value in str(self.value(slot.value))), Slot.EARLY.value)

    def _written(self) -> str:
        lines = ((slot, " ".join(str(self.value(slot.value) or "").split())) for slot in Slot)
        return "; ".join(f"{slot.value} {hours}" for slot, hours in lines if hours)


def _no_time() -> datetime:
    return datetime(2000, 1, 1, tzinfo=UTC)
