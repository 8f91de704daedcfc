"""The way in. The window is opened without the rest of the command line: click is loaded for everything else.

What is read here is what ``entry`` reads for ``run``, and no more: any other word goes to click, with its sentences.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from app.cli.desk import Desk, tell
from app.cli.words import speak

#: Option → field of ``Desk``, and where it has one, its variable of the environment.
_OPTIONS = {
    "--data-dir": ("data_dir", "ONEWINDOW_DATA_DIR"),
    "--key-file": ("key_file", "ONEWINDOW_KEY_FILE"),
    "--key-command": ("key_command", "ONEWINDOW_KEY_COMMAND"),
    "--as": ("name", ""),
    "--lang": ("spoken", ""),
}
_PATHS = ("data_dir", "key_file")
_LANGUAGES = ("en", "zh_CN")
_RUN, _DEMO = "run", "--demo"


class WindowCall(NamedTuple):
    """A command line that opens the window."""

    desk: Desk
    demo: bool


def window_call(arguments: Sequence[str], environment: Mapping[str, str]) -> WindowCall | None:
    """Return what a command line says where it opens the window and nothing about it is unusual, else None."""
    left = list(arguments)
    given = {field: environment[name] for field, name in _OPTIONS.values() if environment.get(name)}
    while left and left[0] in _OPTIONS:
        if len(left) < 2 or left[1].startswith("-"):
            return None
        given[_OPTIONS[left[0]][0]] = left[1]
        left = left[2:]
    if left not in ([], [_RUN], [_RUN, _DEMO]) or given.get("spoken", "en") not in _LANGUAGES:
        return None
    return WindowCall(_desk(given, environment), _DEMO in left)


def _desk(given: Mapping[str, str], environment: Mapping[str, str]) -> Desk:
    data_dir, key_file = (Path(given[name]) if name in given else None for name in _PATHS)
    spoken = given.get("spoken", "")
    language = speak(spoken or environment.get("ONEWINDOW_LANG"))
    return Desk(data_dir, key_file, given.get("key_command"), given.get("name"), language, spoken)


def main(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    call = window_call(given, os.environ)
    found = None if call is None else _opened(call)
    if found is not None:
        return found
    from app.cli.entry import main as whole

    return whole(given)


def _opened(call: WindowCall) -> int | None:
    """Return the exit code of the window; None where it cannot be opened: why is said by the whole command line."""
    from app.ui.kit import garbage, kept_classes

    garbage.wait()
    kept_classes.begin()
    from app.cli.window import open_window
    from app.models.errors import AppError
    from app.outside import system

    try:
        system.check_window()
    except AppError:
        return None
    system.share_heaps()
    try:
        return open_window(call.desk, demo=call.demo)
    except AppError as error:
        from app.services.wording import sentence

        tell("\n".join(sentence(error, speak(None))))
        return 1
