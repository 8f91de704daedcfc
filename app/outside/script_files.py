"""Script files of every kind as sources for the import: Markdown, CSV, XLSX, JSON Lines, and folders of them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

from app.models.errors import AppError
from app.models.file_errors import FileEmpty, FileNotText
from app.outside.files import read_error
from app.outside.sheets import read_sheet
from app.outside.text_encoding import decoded
from app.services.script_imports import ScriptSource, ScriptTable, ScriptText, Unreadable

#: Endings that an import takes from a folder; in a folder everything else is left alone.
MARKDOWN, LINES, TABLES = (".md", ".markdown"), (".jsonl", ".ndjson"), (".csv", ".tsv", ".xlsx")
_README = "readme"
_SET_ASIDE = ("_", ".")
_LINE_END = re.compile(r"\r\n|\r|\n")


def sources(paths: Iterable[Path]) -> Iterator[ScriptSource]:
    """Yield a source for each file, those of a folder by name. A file that cannot be read is a source that says so."""
    for path in paths:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if one.suffix.lower() in (*MARKDOWN, *LINES, *TABLES))
            for one in found:
                inside = one.relative_to(path)
                if one.stem.lower() != _README and not any(part.startswith(_SET_ASIDE) for part in inside.parts):
                    yield from _sources(one, str(inside))
        else:
            yield from _sources(path, path.name)


def _sources(path: Path, name: str) -> Iterator[ScriptSource]:
    try:
        if path.suffix.lower() in MARKDOWN:
            yield ScriptText(name, _text(path))
        elif path.suffix.lower() in LINES:
            yield ScriptTable(name, list(_lines(_text(path))))
        else:
            yield from _sheets(path, name)
    except AppError as error:
        yield Unreadable(name, error)


def _sheets(path: Path, name: str) -> Iterator[ScriptTable]:
    """Yield a table, and for a workbook one for each further sheet that is neither hidden nor empty."""
    first = read_sheet(path)
    rows = list(first)
    if not rows and path.suffix.lower() not in TABLES:  # one line of some other file, taken for headings
        raise FileNotText(path=str(path))
    yield ScriptTable(name, rows)
    for sheet in first.visible:
        if sheet != first.sheet:
            with suppress(FileEmpty):
                yield ScriptTable(f"{name} [{sheet}]", list(read_sheet(path, sheet=sheet)))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise read_error(path, error) from error
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileNotText(path=str(path))
    return decoded(content)


def _lines(text: str) -> Iterator[tuple[int, Mapping[str, object] | None]]:
    """Yield each line's object; None for a line that holds none. Empty lines are no lines.

    Only what ends a line in an editor ends one here: a text may hold any other separator, such as U+2028, as it is.
    """
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip():
            continue
        try:
            value: object = json.loads(line)
        except (ValueError, RecursionError):
            value = None
        yield number, cast("dict[str, object]", value) if isinstance(value, dict) else None
