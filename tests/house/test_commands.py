"""Wall: every command is a row that says what it does, on a key that nobody else has, and can be run."""

import ast
import functools
import importlib
import json
from collections.abc import Iterable, Iterator
from types import ModuleType

from PySide6.QtGui import QKeySequence

from app.ui.kit.commands import Command, conflicts
from tests.house.reading import APP, ROOT, app_files, calls, module_name, nodes_of, nothing_found, shown

WINDOW = APP / "ui"
ICONS = ROOT / "resources" / "icons" / "icons.json"


def _modules() -> Iterator[ModuleType]:
    """Import every module of the window that writes rows of the command table."""
    for path in app_files():
        if not path.is_relative_to(WINDOW) or path == WINDOW / "kit" / "commands.py":
            continue
        if any(name.endswith("Command") for _, name in calls(path)):
            yield importlib.import_module(module_name(path))


def _rows_in(value: object) -> Iterator[Command]:
    if isinstance(value, Command):
        yield value
    elif isinstance(value, dict):
        yield from _rows_in(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _rows_in(one)


def _room_of(module: ModuleType) -> str:
    parts = module.__name__.split(".")
    return parts[3] if parts[2] == "panes" else parts[2]


@functools.cache
def _rows() -> dict[str, tuple[str, Command]]:
    """Return every row that a module of the window keeps, by its id, with the module's name."""
    found: dict[str, tuple[str, Command]] = {}
    for module in _modules():
        for value in vars(module).values():
            for row in _rows_in(value):
                assert found.setdefault(row.id, (module.__name__, row))[1] == row, f"{row.id} names two commands"
    return found


def _by_room() -> dict[str, list[Command]]:
    rooms: dict[str, list[Command]] = {}
    for module, row in _rows().values():
        rooms.setdefault(_room_of(importlib.import_module(module)), []).append(row)
    return rooms


def _silent() -> Iterator[str]:
    for module, row in _rows().values():
        for part in ("text", "tip", "run"):
            if not getattr(row, part):
                yield f"{module}: command {row.id!r} has no {part}; a person meets it in menu, palette and help"
        if row.text and row.text == row.tip:
            yield f"{module}: command {row.id!r}: its tip repeats its text; say when or what for"


def test_every_command_says_what_it_does():
    nothing_found(_silent())


def test_every_command_key_is_a_key():
    nothing_found(
        f"{module}: command {row.id!r}: {key!r} is no key; write it as QKeySequence reads it"
        for module, row in _rows().values()
        for key in row.keys
        if QKeySequence(key).isEmpty() or not QKeySequence(key).toString()
    )


def test_no_two_commands_of_one_place_share_a_key():
    nothing_found(f"{one.key}: wanted by {', '.join(one.ids)}; give one another key" for one in conflicts(_by_room()))


def _names_defined(room: str) -> set[str]:
    """Return every method, attribute and signal that a class of this room (or of kit) offers by name."""
    folder = WINDOW / "panes" / room if (WINDOW / "panes" / room).is_dir() else WINDOW / room
    found: set[str] = set()
    for path in [*folder.rglob("*.py"), *(WINDOW / "kit").rglob("*.py")]:
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef):
                found.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                found.add(node.attr)
    return found


def _dead_ends() -> Iterator[str]:
    for room, rows in _by_room().items():
        names = _names_defined(room)
        for row in rows:
            for part, value in (("run", row.run), ("enabled_when", row.enabled_when)):
                if isinstance(value, str) and value and not names.issuperset(value.split(".")):
                    yield f"app/ui/{room}: command {row.id!r}: {part}={value!r} is defined nowhere in this room"


def test_every_command_leads_to_something_that_exists():
    nothing_found(_dead_ends())


def test_every_command_icon_is_in_the_list():
    known = json.loads(ICONS.read_text(encoding="utf-8"))
    nothing_found(
        f"{module}: command {row.id!r}: no icon {row.icon!r} in {shown(ICONS)}"
        for module, row in _rows().values()
        if row.icon and row.icon not in known
    )


def _unmarked(rows: Iterable[tuple[str, Command]]) -> Iterator[str]:
    for module, row in rows:
        path = ROOT / (module.replace(".", "/") + ".py")
        marked = {
            node.args[1].value
            for node, name in calls(path)
            if name.endswith("QT_TRANSLATE_NOOP") and len(node.args) == 2 and isinstance(node.args[1], ast.Constant)
        }
        for text in {row.text, row.tip} - marked - {""}:
            yield f"{shown(path)}:1: {text!r} of {row.id!r} is not marked; wrap it in QT_TRANSLATE_NOOP('commands', …)"


def test_every_command_text_is_marked_for_translation():
    nothing_found(_unmarked(_rows().values()))


def test_what_takes_something_back_is_found_by_that_word():
    nothing_found(
        f"{name}: {row.id} is on Ctrl+Alt+Z; say “undo” in its text, by which people look for it"
        for name, row in _rows().values()
        if "Ctrl+Alt+Z" in row.shortcut and "undo" not in f"{row.text} {row.tip}".casefold()
    )
