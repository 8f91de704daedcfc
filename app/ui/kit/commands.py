"""A command is one row; menu, button, palette entry, shortcut and help line are made from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit import icons
from app.ui.kit.buttons import ActionButton

# Keys that editing widgets answer themselves; a command on one of them would work only sometimes.
RESERVED = ("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Z", "Ctrl+Y", "Tab", "Shift+Tab")


@dataclass(frozen=True)
class Command:
    """One thing that a person can tell the window.

    `text` and `tip` are written ``QT_TRANSLATE_NOOP("commands", "…")``. `shortcut` holds portable key names, several
    joined by `` | ``. `run` and `enabled_when` are names of methods (or bool attributes) of the table's target or of a
    part of it (``part.method``), or callables without arguments; an empty `enabled_when` means always. `icon` is a
    name of resources/icons/icons.json.
    """

    id: str
    text: str
    tip: str
    shortcut: str = ""
    enabled_when: str | Callable[[], bool] = ""
    run: str | Callable[[], Any] = ""
    icon: str = ""
    context: str = "commands"

    @property
    def keys(self) -> tuple[str, ...]:
        """Return each of its shortcuts as portable text."""
        return tuple(part.strip() for part in self.shortcut.split(" | ") if part.strip())

    def say(self, text: str) -> str:
        """Return one of its texts in the language of the window."""
        return QCoreApplication.translate(self.context, text) if text else ""


class HelpLine(NamedTuple):
    """One line of the shortcut sheet or the palette, in the language of the window."""

    id: str
    text: str
    tip: str
    keys: str
    enabled: bool


class Conflict(NamedTuple):
    """One key that more than one command of the same place wants, or that editing widgets need."""

    key: str
    ids: tuple[str, ...]


class CommandAction(QAction):
    """The action of one row; asks the row again whether it may run when it is triggered."""

    def __init__(self, command: Command, target: QObject) -> None:
        super().__init__(target)
        self.command = command
        self._target = target
        self.setObjectName(command.id)
        self.setShortcuts([QKeySequence(key) for key in command.keys])
        if command.icon:
            icons.give(self, command.icon)
        self.retranslate()
        self.refresh()
        self.triggered.connect(self.start)

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        text, tip = self.command.say(self.command.text), self.command.say(self.command.tip)
        keys = " / ".join(sequence.toString(QKeySequence.SequenceFormat.NativeText) for sequence in self.shortcuts())
        self.setText(text)
        self.setToolTip(f"{tip}\n{keys}" if keys else tip)
        self.setStatusTip(tip)

    def refresh(self) -> None:
        """Ask the row whether it may run now."""
        self.setEnabled(self._may_run())

    def start(self) -> None:
        """Run the row if it may."""
        if self._may_run() and self.command.run:
            run = self.command.run
            (attrgetter(run)(self._target) if isinstance(run, str) else run)()

    def _may_run(self) -> bool:
        when = self.command.enabled_when
        if not when:
            return True
        answer: Any = attrgetter(when)(self._target) if isinstance(when, str) else when
        return bool(answer() if callable(answer) else answer)


class CommandTable(QObject):
    """The rows of one place bound to the widget that runs them; its shortcuts work while focus is within `target`."""

    def __init__(
        self,
        commands: Iterable[Command],
        target: QWidget,
        *,
        scope: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
    ) -> None:
        super().__init__(target)
        self._target = target
        self._actions = {command.id: CommandAction(command, target) for command in commands}
        for action in self._actions.values():
            action.setShortcutContext(scope)
            target.addAction(action)
        target.installEventFilter(self)

    def action(self, command_id: str) -> CommandAction:
        """Return the action of one row. Raises KeyError for an id that the table does not hold."""
        return self._actions[command_id]

    def menu(self, *command_ids: str, parent: QWidget | None = None) -> QMenu:
        """Make a menu of the named rows (all without names; "-" is a separator)."""
        menu = QMenu(parent or self._target)
        for command_id in command_ids or self._actions:
            if command_id == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._actions[command_id])
        menu.aboutToShow.connect(self.refresh)
        return menu

    def button(
        self, command_id: str, parent: QWidget | None = None, *, tone: str = "", words: bool = True
    ) -> ActionButton:
        """Make a button of one row; `tone` is "", "primary", "danger", "quiet" or "link"; without `words` an icon."""
        action = self._actions[command_id]
        return ActionButton(action, icon=action.command.icon, tone=tone, words=words, parent=parent or self._target)

    def help_lines(self) -> list[HelpLine]:
        """Return what palette and shortcut sheet show, in table order."""
        self.refresh()
        return [
            HelpLine(
                command_id,
                action.text(),
                action.command.say(action.command.tip),
                " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()),
                action.isEnabled(),
            )
            for command_id, action in self._actions.items()
        ]

    def run(self, command_id: str) -> None:
        """Run one row as if it had been chosen."""
        self._actions[command_id].start()

    def refresh(self) -> None:
        """Ask every row again whether it may run; the pane calls this when its state changed."""
        for action in self._actions.values():
            action.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            for action in self._actions.values():
                action.retranslate()
        return super().eventFilter(watched, event)


def conflicts(rooms: Mapping[str, Sequence[Command]], everywhere: str = "shell") -> list[Conflict]:
    """Return the keys claimed twice. Rows of two rooms may share a key, but none may take one of room `everywhere`."""
    found: list[Conflict] = []
    shared = rooms.get(everywhere, ())
    for room, rows in rooms.items():
        claims: dict[str, list[str]] = {key: [] for key in RESERVED}
        for command in rows if room == everywhere else (*shared, *rows):
            for key in command.keys:
                claims.setdefault(QKeySequence(key).toString(), []).append(command.id)
        for key, ids in claims.items():
            if len(ids) > (0 if key in RESERVED else 1) and Conflict(key, tuple(ids)) not in found:
                found.append(Conflict(key, tuple(ids)))
    return found
