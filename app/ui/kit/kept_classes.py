"""Keeps what ``dataclasses`` compiles: six functions a class, written as text and compiled anew at every start.

A start makes some 400 such classes, and compiling their functions was the largest single part of its processor time.
The text is all that the compiled function depends on, so its hash is the key; another text is compiled as ever. Kept
where Python keeps this module, as ``kept_code`` does for PySide.
"""

import dataclasses
import marshal
import sys
from contextlib import suppress
from importlib.util import cache_from_source, source_hash
from itertools import accumulate
from pathlib import Path
from types import CodeType
from typing import Any

from app.ui.kit import kept_code

#: The built-in name that ``dataclasses`` calls on its text (3.11 to 3.14); a later one that does not goes on without.
_NAME = "exec"


class _Compiler:
    """Stands for ``exec`` in ``dataclasses`` while a start lasts.

    What is kept lies in one piece until a class asks for its part: unpacked at once, what this start does not use would
    be let go in small parts, and leave holes in memory that is not given back.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        kept = kept_code.read(file)
        self.places: dict[bytes, tuple[int, int]] = kept.get("places", {})
        self.codes = memoryview(kept.get("codes", b""))
        self.used: dict[bytes, None] = {}
        self.fresh: dict[bytes, bytes] = {}

    def __call__(self, text: str, *places: Any) -> None:
        mark = source_hash(text.encode())
        code = self._known(mark)
        if code is None:
            code = compile(text, "<string>", "exec")
            self.fresh[mark] = marshal.dumps(code)
        else:
            self.used[mark] = None
        exec(code, *places)  # noqa: S102 - the text is that of dataclasses, which does the same

    def _known(self, mark: bytes) -> CodeType | None:
        """Return what is kept of a text; None where nothing is, or where the file has a hole there."""
        with suppress(KeyError, ValueError, EOFError, TypeError):
            code = marshal.loads(self._kept(self.places[mark]))  # noqa: S302 - trusted as Python's own files are
            return code if isinstance(code, CodeType) else None
        return None

    def write(self) -> None:
        """Keep what was used and what is fresh."""
        codes = {mark: bytes(self._kept(self.places[mark])) for mark in self.used} | self.fresh
        ends = list(accumulate(map(len, codes.values())))
        places = {mark: (end - len(code), end) for (mark, code), end in zip(codes.items(), ends, strict=True)}
        kept_code.write(self.file, {"places": places, "codes": b"".join(codes.values())})

    def _kept(self, place: tuple[int, int]) -> memoryview:
        return self.codes[place[0] : place[1]]


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
    if compiler.fresh and not sys.dont_write_bytecode:
        compiler.write()
