"""What the settings need of the world beside the office; the shell hands it in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.services.units import Sheet


@dataclass(frozen=True)
class SettingsWorld:
    """``read_sheet`` opens a table (CSV, XLSX …); where the data lies; which provider keeps the key; a demo or not."""

    read_sheet: Callable[[Path], Sheet]
    data_dir: Path
    key_provider: str
    demo: bool = False
