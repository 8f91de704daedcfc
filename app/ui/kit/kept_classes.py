"""Keeps what ``dataclasses`` compiles: six functions a class, written as text and compiled anew at every start.

A start makes some 400 such classes, and compiling their functions was the largest single part of its processor time.
The text is all that the compiled function depends on, so it is the key; another text is compiled as ever. Kept where
Python keeps this module, as ``kept_code`` does for PySide.
"""

import dataclasses
import sys
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from app.ui.kit import kept_code

#: The built-in name that ``dataclasses`` calls on its text (3.11 to 3.14); a later one that does not goes on without.
_NAME = "exec"


class _Compiler:
    """Stands for ``exec`` in ``dataclasses`` while a start lasts."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.kept: dict[str, CodeType] = kept_code.read(file)
        self.used: dict[str, CodeType] = {}

    def __call__(self, text: str, *places: Any) -> None:
        code = self.kept.get(text)
        if code is None:
            code = compile(text, "<string>", "exec")
        self.used[text] = code
        exec(code, *places)  # noqa: S102 - the text is that of dataclasses, which does the same


def place() -> Path:
    """Return the file in which it is kept: one for each version of Python, as with Python's own."""
    return Path(cache_from_source(str(Path(__file__).with_name("made_classes.py"))))


def begin(file: Path | None = None) -> None:
    """Give what is kept to every class that is made from now on, until ``end``."""
    setattr(dataclasses, _NAME, _Compiler(file or place()))


def end() -> None:
    """Keep what this start used, where it compiled any of it, and let go of it. Does nothing the second time."""
    compiler = getattr(dataclasses, _NAME, None)
    if not isinstance(compiler, _Compiler):
        return
    delattr(dataclasses, _NAME)
    if compiler.used.keys() - compiler.kept.keys() and not sys.dont_write_bytecode:
        kept_code.write(compiler.file, compiler.used)
