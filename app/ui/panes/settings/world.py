"""What the settings need of the world beside the office; the shell hands it in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.models.closures import ClosureEntry
from app.services.units import Sheet

#: Writes a table by the ending of its file and returns how many rows it has.
WriteTable = Callable[[Path, Sequence[str], Iterable[Sequence[object]]], int]


@dataclass(frozen=True)
class SettingsWorld:
    """``read_sheet`` opens a table (CSV, XLSX …); where the data lies; which provider keeps the key; a demo or not.

    ``read_closures`` reads a list of closures (.ics) around a day, ``read_text`` and ``write_text`` a whole text file,
    ``write_table`` a table (CSV, XLSX) from headings and rows; all run on a reader thread and raise what
    the file raises.
    """

    read_sheet: Callable[[Path], Sheet]
    data_dir: Path
    key_provider: str
    demo: bool = False
    read_closures: Callable[[Path, date], Sequence[ClosureEntry]] | None = None
    read_text: Callable[[Path], str] | None = None
    write_text: Callable[[Path, str], None] | None = None
    write_table: WriteTable | None = None
