"""What the scripts pane needs of the world outside: reading script files, writing a text file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.services.script_imports import ScriptSource
from app.ui.panes.scripts.boards.tables import WriteTable


@dataclass(frozen=True)
class ScriptsWorld:
    """Both run on a reader thread.

    ``read_sources`` reads files and folders (``app.outside.script_files.sources``) and never raises: a file that cannot
    be read is a source that says so. ``write_text`` writes a file whole or raises ``FileNotWritten``;
    ``write_table`` does so with rows, as CSV or as a workbook where the name says so.
    """

    read_sources: Callable[[Sequence[Path]], Iterable[ScriptSource]]
    write_text: Callable[[Path, str], None]
    write_table: WriteTable
