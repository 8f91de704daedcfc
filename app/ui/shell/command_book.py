"""Every command that the person could give now, from all tables of the desk, also of panes that are not made yet."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.kit.commands import Command, CommandAction, CommandTable
from app.ui.shell import commands
from app.ui.shell.pane_specs import PaneSpec
from app.ui.shell.presenting import Choice

#: Commands of what goes on beside a pane for a time, by the beginning of their ids → the pane they are listed with.
_BESIDE = {"practice": "training"}


@runtime_checkable
class Paged(Protocol):
    """A pane of pages, each made when it is first shown: it leads to the page of a command itself."""

    def give_there(self, command: str) -> bool:
        """Give a command on its page as soon as it may be given; False where it stands on none but the one shown."""
        ...


class CommandBook(QObject):
    """Looks commands up in the tables under `desk`; `show_pane(id)` makes and shows a pane."""

    def __init__(self, desk: QWidget, specs: Sequence[PaneSpec], show_pane: Callable[[str], QWidget | None]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._specs = specs
        self._show_pane = show_pane

    def groups(self) -> list[tuple[str, list[Command]]]:
        """Return the rows by place: "" for the window itself, then each pane by its id; to a pane that the person does
        not have no row leads."""
        rows_of_panes = [(spec.id, spec.own_rows()) for spec in self._specs]
        known = {row.id for spec in self._specs for row in spec.rows()}
        found = [row for table in self._tables(self._desk) for row in _rows(table) if row.id not in known]
        elsewhere = {row.id for row in commands.GOING} - {spec.going.id for spec in self._specs}
        found = [row for row in found if row.id not in elsewhere]
        own = [row for row in commands.COMMANDS if row in found]
        others = [row for row in dict.fromkeys(found) if row not in own]
        return [("", own), *_joined(rows_of_panes, others)]

    def choices(self) -> list[Choice]:
        """Return every command as the palette searches it."""
        actions = self._actions()
        return [self._choice(row, actions.get(row.id)) for _, rows in self.groups() for row in rows]

    def run(self, command_id: str) -> bool:
        """Give a command; its pane is shown first. Says whether there was one that could be given."""
        for spec in self._specs:
            if any(row.id == command_id for row in spec.own_rows()):
                pane = self._show_pane(spec.id)
                if isinstance(pane, Paged) and pane.give_there(command_id):
                    return True
        action = self._actions().get(command_id)
        if action is None:
            return False
        action.refresh()
        # Asked before: a command may leave a state behind in which it cannot be given again.
        could = action.isEnabled()
        action.start()
        return could

    def _choice(self, row: Command, action: CommandAction | None) -> Choice:
        if action is not None:
            action.refresh()
        enabled = action.isEnabled() if action is not None else True
        return Choice(row.id, row.say(row.text), row.text, row.say(row.tip), shown_keys(row), enabled)

    def _actions(self) -> dict[str, CommandAction]:
        """Return the action of each row; of several tables with it (one for each conversation) the one that shows."""
        found: dict[str, CommandAction] = {}
        for table in self._tables(self._desk):
            holder = table.parent()
            shows = isinstance(holder, QWidget) and holder.isVisibleTo(self._desk)
            for row in _rows(table):
                if shows or row.id not in found:
                    found[row.id] = table.action(row.id)
        return found

    def _tables(self, widget: QWidget) -> list[CommandTable]:
        return widget.findChildren(CommandTable)


def _joined(panes: list[tuple[str, list[Command]]], others: list[Command]) -> list[tuple[str, list[Command]]]:
    """Put rows that a part of a pane made for itself with those of the pane, told by the beginning of the id."""
    return [(pane, [*rows, *(row for row in others if _place_of(row) == pane)]) for pane, rows in panes]


def _place_of(row: Command) -> str:
    beginning = row.id.partition(".")[0]
    return _BESIDE.get(beginning, beginning)


def _rows(table: CommandTable) -> list[Command]:
    return [table.action(line.id).command for line in table.help_lines()]


def shown_keys(row: Command) -> str:
    """Return the keys of a row in the system's own spelling."""
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys]
    return " / ".join(dict.fromkeys(keys))
