"""Keeps what PySide compiles of its own: fourteen modules that it carries as text, compiled anew at every start.

Python keeps compiled modules beside their source (`__pycache__`). PySide's support modules lie as text in its library,
where Python keeps nothing, and cost a tenth of a start. They are kept here in the same way, in the folder where Python
keeps this module, marked with the hash of the text that they were made from.

One of them only writes stubs for editors, and brings argparse and logging for it: it is left empty.
"""

import builtins
import marshal
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any, cast

_OURS = ("shibokensupport/", "signature_bootstrap.py")
_STUB_WRITER = "shibokensupport/signature/lib/pyi_generator.py"


class _Compiler:
    """Stands for ``compile`` while PySide is loaded: gives what is kept, compiles and remembers the rest."""

    def __init__(self, compiled: Callable[..., Any], kept: dict[str, tuple[bytes, CodeType]]) -> None:
        self.compiled, self.kept = compiled, kept
        self.fresh = False

    def __call__(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if rest or named or mode != "exec" or not isinstance(filename, str) or not filename.startswith(_OURS):
            return self.compiled(source, filename, mode, *rest, **named)
        if filename == _STUB_WRITER:
            return self.compiled("", filename, mode)
        mark = source_hash(source.encode() if isinstance(source, str) else source)
        found = self.kept.get(filename)
        if found is not None and found[0] == mark:
            return found[1]
        code = self.compiled(source, filename, mode)
        self.kept[filename] = (mark, code)
        self.fresh = True
        return code


def place() -> Path:
    """Return the file in which it is kept: one for each version of Python, as with Python's own."""
    return Path(cache_from_source(str(Path(__file__).with_name("pyside_support.py"))))


@contextmanager
def kept(file: Path | None = None) -> Generator[None]:
    """Load PySide for the first time inside this. Where nothing can be kept, it is compiled as ever."""
    file = file or place()
    compiler = _Compiler(builtins.compile, read(file))
    builtins.compile = cast("Any", compiler)
    try:
        yield
    finally:
        builtins.compile = compiler.compiled
    if compiler.fresh and not sys.dont_write_bytecode:
        write(file, compiler.kept)


def read(file: Path) -> dict[str, Any]:
    """Return what was kept in a file, nothing where it cannot be read."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        found = marshal.loads(file.read_bytes())  # noqa: S302 - trusted as Python's own files of the same folder are
        if isinstance(found, dict):
            return cast("dict[str, Any]", found)
    return {}


def write(file: Path, kept: Mapping[str, Any]) -> None:
    """Keep it, whole or not at all; an installation that nobody may write to stays as it is."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        making = file.with_suffix(".making")
        making.write_bytes(marshal.dumps(dict(kept)))
        making.replace(file)
