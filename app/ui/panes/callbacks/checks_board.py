"""Calls that a supervisor looks into: a list, and under it what was found out about the chosen one."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from app.models.accounts import Permission
from app.models.call_checks import CheckKind
from app.services import callback_checks
from app.services.callback_checks import ToCheck
from app.services.office import View
from app.ui.kit.fields import Field
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.board import Board, Heading, Plan, Said
from app.ui.panes.callbacks.checks_model import ChecksTable, place, who, why

_LABELS = {
    "number": QT_TRANSLATE_NOOP("forms", "Another number"),
    "line": QT_TRANSLATE_NOOP("forms", "From which line"),
    "note": QT_TRANSLATE_NOOP("forms", "What was found out"),
}


@dataclass(frozen=True)
class Checks:
    """The calls that are to be looked into."""

    now_at: datetime
    zone: ZoneInfo
    calls: tuple[ToCheck, ...]


def checks(view: View) -> Checks:
    """Return everything that the list shows. Supervisors only."""
    view.require(Permission.REASSIGN_INQUIRIES)
    return Checks(view.now, ZoneInfo(view.settings.time_zone), tuple(callback_checks.to_check(view)))


class ChecksBoard(Board):
    """Lets a call go on by what was found out, or leaves its case ended; it never warns."""

    def __init__(self, jobs: Jobs, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        fields = (
            Field("number", "text", _LABELS["number"], visible_when=self._asks_number, max_length=40),
            Field("line", "text", _LABELS["line"], visible_when=self._asks_line, max_length=40),
            Field("note", "text", _LABELS["note"], visible_when=self._asks_note, max_length=2000),
        )
        plan = Plan(
            "checks", ChecksTable(), checks, self._show, self._heading, self._say_of, fields,
            (("go_on", "primary", self.go_on), ("leave", "", self.leave)), self._begin,
        )  # fmt: skip
        super().__init__(jobs, clock, plan, parent)

    def go_on(self) -> None:
        """Let the call go on: the stay is real, by another number, from another line."""
        one, said = self._chosen, self._texts()
        if one is None or said is None:
            return
        if one.kind is CheckKind.STAY:
            self.do(callback_checks.stay_confirmed, self._found_out, callback=one.callback, note=said["note"])
        elif one.kind is CheckKind.NUMBER:
            self.do(callback_checks.add_number, self._found_out, callback=one.callback, typed=said["number"])
        else:
            self.do(callback_checks.other_line, self._found_out, callback=one.callback, line=said["line"])

    def leave(self) -> None:
        """Leave the case ended: the list was wrong, or nobody knows another number."""
        one, said = self._chosen, self._texts()
        if one is not None and said is not None and one.kind is not CheckKind.LINE:
            stays = callback_checks.denial_stands if one.kind is CheckKind.STAY else callback_checks.no_number
            self.do(stays, self._found_out, callback=one.callback, note=said["note"])

    def _heading(self) -> Heading:
        return Heading(
            self.tr("Calls to look into"),
            self.tr("Nothing is to be looked into"),
            self.tr("Stays that were denied, numbers that are no good and blocked lines appear here."),
        )

    def _show(self, found: Checks) -> None:
        self.form(found.zone)
        self.show_rows(found.calls, found.now_at, found.zone)

    def _begin(self, _one: ToCheck) -> dict[str, object]:
        return {}

    def _asks(self, *kinds: CheckKind) -> bool:
        return self._chosen is not None and self._chosen.kind in kinds

    def _asks_number(self, _values: object) -> bool:
        return self._asks(CheckKind.NUMBER)

    def _asks_line(self, _values: object) -> bool:
        return self._asks(CheckKind.LINE)

    def _asks_note(self, _values: object) -> bool:
        return self._asks(CheckKind.STAY, CheckKind.NUMBER)

    def _say_of(self, one: ToCheck | None) -> Said:
        title = " · ".join(filter(None, (who(one), why(one), place(one)))) if one else ""
        kind = one.kind if one else CheckKind.LINE
        if kind is CheckKind.STAY:
            buttons = (self.tr("The stay is real: call again"), self.tr("Not on the list: it stays ended"))
            return Said(title, self.tr("Compare name, birth and dates with the list of the institution."), buttons)
        if kind is CheckKind.NUMBER:
            buttons = (self.tr("Call this number"), self.tr("Nobody knows another one"))
            return Said(title, self.tr("Ask the institution for another number of this person."), buttons)
        return Said(title, self.tr("Which line is not blocked?"), (self.tr("Call from this line"), ""))

    def _texts(self) -> dict[str, str] | None:
        said = self.values()
        return None if said is None else {name: str(said.get(name) or "") for name in _LABELS}

    def _found_out(self, _nothing: None) -> None:
        self.done(self.tr("Saved; the case goes on by what was found out."))
