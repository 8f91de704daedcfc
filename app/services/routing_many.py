"""Dispatching several inquiries at once: each to the unit that is suggested for it, or all of them to one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.models.accounts import Permission
from app.models.errors import CannotNow, FieldMissing
from app.models.inquiries import PAUSED, InquiryRow, State
from app.models.routing_choice import differs
from app.services import clocks, inquiry_steps, routing
from app.services.office import View, Work
from app.store import inquiries as inquiry_rows
from app.store import units as unit_rows

#: A unit has it and has not given it back: another one must be explained.
HELD = frozenset({State.DISPATCHED, State.ACCEPTED, State.IN_PROGRESS}) | PAUSED


class NoUnitSuggested(CannotNow):
    """An inquiry cannot go to its suggested unit, because there is none. Facts: ``number``."""


@dataclass(frozen=True)
class ManyAdvice:
    """Which unit is suggested for each inquiry ("" for none), and the names (Chinese, English) of units by code."""

    units: Mapping[bytes, str]
    names: Mapping[str, tuple[str, str]]

    @property
    def counted(self) -> list[tuple[str, int]]:
        """Return for how many each unit is suggested, the most first; "" is none and comes last."""
        counts = Counter(self.units.values())
        return sorted(counts.items(), key=_most_first)


def _most_first(one: tuple[str, int]) -> tuple[bool, int, str]:
    return not one[0], -one[1], one[0]


def advise(view: View, chosen: Iterable[bytes]) -> ManyAdvice:
    """Return which unit is suggested for each of several inquiries. Raises ``RecordGone``."""
    view.require(Permission.WORK_INQUIRIES)
    units = {one: routing.explain_inquiry(view, one).unit for one in dict.fromkeys(chosen)}
    known = [unit_rows.by_code(view.rows, code) for code in sorted(set(units.values()) - {""})]
    return ManyAdvice(
        units, {one.code: (one.name or one.code, one.name_en or one.name or one.code) for one in known if one}
    )


def dispatch(
    work: Work, inquiry: bytes, *, unit: str | None = None, due_at: datetime | None = None, **said: object
) -> None:
    """Dispatch an inquiry to a unit, or with None to the one that is suggested for it.

    Without ``due_at`` it is due as the rule says whose unit it goes to, which is then the reason, else as it was.
    ``said`` takes ``reason``, ``override``, ``override_note`` and ``moved_for``, each used where it is needed. Raises
    ``NoUnitSuggested`` and what ``inquiry_steps.take`` raises.
    """
    work.require(Permission.WORK_INQUIRIES)
    row = inquiry_steps.standing(work, inquiry)
    advice = routing.explain_inquiry(work, inquiry)
    wanted = unit or advice.unit
    if not wanted:
        raise NoUnitSuggested(number=row.number)
    told: dict[str, object] = {"suggested": advice.stored(), "reason": said.get("reason")}
    if differs(advice.stored(), wanted):
        told |= {name: said.get(name) for name in ("override", "override_note")}
    if is_moved(row, wanted):
        told["moved_for"] = said.get("moved_for")
        if not told["moved_for"]:
            raise FieldMissing(field="moved_for")
    at = due_at or clocks.owed_at(work, inquiry_rows.events_of(work.tx, inquiry)) or row.due_at
    at = at or clocks.promised_of(work, row, wanted)
    if due_at is None and advice.due and wanted == advice.unit:
        at, told["reason"] = routing.due_at(work, advice.due), told["reason"] or advice.rule
    inquiry_steps.take(work, inquiry, "dispatch", unit=wanted, due_at=at, **told)


def is_moved(row: InquiryRow, unit: str) -> bool:
    """Say whether another unit has the inquiry, and has not given it back."""
    return row.state in HELD and bool(row.unit) and row.unit != unit
