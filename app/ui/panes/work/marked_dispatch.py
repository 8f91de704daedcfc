"""What a dispatch of several inquiries is asked: each to its suggested unit or all to one, by when, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from app.models.inquiries import State
from app.services.worklists import Line
from app.ui.kit import languages
from app.ui.kit.fields import Field, Option, Values
from app.ui.kit.presenting_time import is_chinese
from app.ui.panes.work.step_form import Suggest, field, options_of

EACH, ONE = "each", "one"
Advised = Any


class MarkedDispatch(QObject):
    """Makes the fields from what is suggested (``services.routing_many.ManyAdvice``) for the marked lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._suggested: Mapping[bytes, str] = {}
        self._held: Mapping[bytes, str] = {}

    def fields(
        self, advised: Advised, lines: Sequence[Line], held: frozenset[State], suggest: Suggest
    ) -> tuple[list[Field], dict[str, Any]]:
        """Return what is asked, and what stands there at first; ``held`` are states in which a unit has it."""
        self._suggested = advised.units
        self._held = {line.row.id: line.row.unit or "" for line in lines if line.row.state in held}
        any_suggested = any(advised.units.values())
        where = replace(
            field("sent_to", required=True, options=self._options(any_suggested=any_suggested)),
            help=self.summary(advised),
        )
        unit = field("unit", required=True, suggest=suggest, visible_when=_to_one)
        due = replace(field("due_at"), help=self.tr("Empty: as the rule says, else as it was"))
        dated = field("reason", required=True, label="why_dated", visible_when=_dated)
        why = field("override", required=True, options=options_of("override"), visible_when=self._unexplained)
        words = field("override_note", visible_when=self._unexplained)
        moved = field("moved_for", required=True, options=options_of("return_reason"), visible_when=self._moved)
        return [where, unit, due, dated, why, words, moved], {"sent_to": EACH if any_suggested else ONE}

    def summary(self, advised: Advised) -> str:
        """Return for how many each unit is suggested."""
        parts: list[str] = []
        none = self.tr("none")
        for code, count in advised.counted:
            chinese, english = advised.names.get(code, (code, code))
            name = chinese if is_chinese(languages.current()) else english
            parts.append(f"{name or none} {count}")
        return self.tr("Suggested: {parts}").format(parts=" · ".join(parts))

    def _options(self, *, any_suggested: bool) -> tuple[Option, ...]:
        one = Option(ONE, self.tr("All to one unit"))
        return (Option(EACH, self.tr("Each to its suggested unit")), one) if any_suggested else (one,)

    def _chosen(self, values: Values) -> Callable[[bytes], str]:
        one = values.get("unit") or ""
        return self._same(str(one)) if values.get("sent_to") == ONE else self._of_its_own

    def _same(self, unit: str) -> Callable[[bytes], str]:
        def chosen(_inquiry: bytes) -> str:
            return unit

        return chosen

    def _of_its_own(self, inquiry: bytes) -> str:
        return self._suggested.get(inquiry, "")

    def _unexplained(self, values: Values) -> bool:
        unit = values.get("unit") if values.get("sent_to") == ONE else ""
        return bool(unit) and any(one and one != unit for one in self._suggested.values())

    def _moved(self, values: Values) -> bool:
        chosen = self._chosen(values)
        return any(chosen(one) and unit and chosen(one) != unit for one, unit in self._held.items())


def _to_one(values: Values) -> bool:
    return values.get("sent_to") == ONE


def _dated(values: Values) -> bool:
    return values.get("due_at") is not None


def said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers as ``routing_many.dispatch`` takes them."""
    return {name: value for name, value in values.items() if name != "sent_to"}
